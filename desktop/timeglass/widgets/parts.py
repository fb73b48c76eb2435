"""The parts that Timeglass is shipped with: versions and licences."""

import platform
from importlib import metadata

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, qVersion

from timeglass import __version__, assets


class Part(msgspec.Struct, frozen=True):
    """A part: ``license`` is an SPDX expression; ``inside`` are further parts that it carries, with their licences."""

    name: str
    license: str
    version: str = ""
    url: str = ""
    inside: dict[str, str] = {}


def installed(part: Part) -> Part:
    """The part in the version that is here, where its metadata says one (the packaged app has none)."""
    try:
        return msgspec.structs.replace(part, version=metadata.version(part.name))
    except metadata.PackageNotFoundError:
        return part


def packages() -> list[Part]:
    """The Python packages that are shipped, by name."""
    found = msgspec.json.decode(assets.resource_file("parts.json").read_bytes(), type=list[Part])
    return [installed(part) for part in found]


def parts() -> list[Part]:
    """Everything that is shipped: what is ours, Python, Qt, then the packages."""
    timeline = QCoreApplication.translate("Parts", str(QT_TRANSLATE_NOOP("Parts", "Built-in timeline")))
    return [
        Part("Timeglass", "MIT", __version__),
        Part(timeline, "CC-BY-4.0"),
        Part("Inter", "OFL-1.1", url="https://rsms.me/inter/"),
        Part(
            "Python",
            "PSF-2.0",
            platform.python_version(),
            "https://www.python.org/",
            {"SQLite": "Public domain", "Expat": "MIT", "zlib": "Zlib", "bzip2": "bzip2-1.0.6", "XZ": "0BSD"},
        ),
        Part("Qt", "LGPL-3.0-only", qVersion(), "https://www.qt.io/"),
        *packages(),
    ]
