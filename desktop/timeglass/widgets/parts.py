"""The parts that Timeglass is shipped with: versions, licences, and the texts of these."""

import platform
import re
from importlib import metadata
from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, qVersion

from timeglass import __version__, assets

PACKAGED: Final = "parts-packaged.json"
"""Written where the program is packaged, out of what really is in the package."""
_RULE: Final = "-" * 72


class Part(msgspec.Struct, frozen=True):
    """A part: ``license`` is an SPDX expression; ``inside`` are further parts that it carries, with their licences."""

    name: str
    license: str
    version: str = ""
    url: str = ""
    inside: dict[str, str] = {}
    text: str = ""
    """Name of the file with its own licence text, with those who own it; empty where only the standard texts say it."""
    also: tuple[str, ...] = ()
    """Identifiers of further licences of what is compiled into it."""

    def identifiers(self) -> list[str]:
        """SPDX identifiers of all licences in it, each once."""
        expressions = [self.license, *self.inside.values(), *self.also]
        found = re.findall(r"[A-Za-z0-9][\w.-]*", " ".join(expressions))
        return [one for one in dict.fromkeys(found) if one not in ("AND", "OR", "WITH")]


def packages() -> list[Part]:
    """The packages and libraries that are shipped, by name; in a checkout, those that are installed."""
    packaged = assets.resource_file(PACKAGED)
    if packaged.is_file():
        return msgspec.json.decode(packaged.read_bytes(), type=list[Part])
    found = msgspec.json.decode(assets.resource_file("parts.json").read_bytes(), type=list[Part])
    return [_installed(part) for part in found]


def _installed(part: Part) -> Part:
    """The part in the version that is here."""
    try:
        return msgspec.structs.replace(part, version=metadata.version(part.name))
    except metadata.PackageNotFoundError:
        return part


def parts() -> list[Part]:
    """Everything that is shipped: what is ours, Python, Qt, then the packages."""
    timeline = QCoreApplication.translate("Parts", str(QT_TRANSLATE_NOOP("Parts", "Built-in timeline")))
    return [
        Part("Timeglass", "MIT", __version__, text="timeglass.txt"),
        Part(timeline, "CC-BY-4.0"),
        Part("Inter", "OFL-1.1", url="https://rsms.me/inter/", text="inter.txt"),
        Part(
            "Python",
            "PSF-2.0",
            platform.python_version(),
            "https://www.python.org/",
            {"Expat": "MIT", "libmpdec": "BSD-2-Clause"},
        ),
        Part("Qt", "LGPL-3.0-only", qVersion(), "https://www.qt.io/"),
        *packages(),
    ]


def license_text(part: Part) -> str:
    """The texts of all licences of a part, its own first."""
    own = [assets.resource_file(f"licenses/{part.text}").read_text(encoding="utf-8")] if part.text else []
    standard = [f"{one}\n\n{_standard_text(one).read_text(encoding='utf-8')}" for one in part.identifiers()]
    return f"\n\n{_RULE}\n\n".join(text.strip() for text in (*own, *standard)) + "\n"


def _standard_text(identifier: str) -> Path:
    """A version or any later one is the same text."""
    return assets.resource_file(f"licenses/spdx/{re.sub(r'-or-later$', '-only', identifier)}.txt")
