"""Writes ``resources/parts.json``: the packages that are shipped with Timeglass, their versions and licences.

    .venv/bin/python packaging/parts.py

It is made from the metadata of the packages in the environment that ``dev.py`` sets up, which holds what the lock
file names; to be run again after a change of the lock file (a test says so). The program shows it under "About": in
the packaged app there is no metadata to ask.
"""

import json
import re
import sys
import tomllib
from email.message import Message
from importlib import metadata
from pathlib import Path
from typing import cast

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "parts.json"

LICENCES = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Python Software Foundation License": "PSF-2.0",
    "PSFL": "PSF-2.0",
}
"""SPDX identifiers for what older metadata says."""

INSIDE = {
    "numpy": {"OpenBLAS": "BSD-3-Clause", "libgfortran, libquadmath": "GPL-3.0-or-later WITH GCC-exception-3.1"},
    "pyside6-essentials": {
        "ICU": "Unicode-3.0",
        "FreeType": "FTL",
        "HarfBuzz": "MIT-Modern-Variant",
        "PCRE2": "BSD-3-Clause",
        "libpng": "libpng-2.0",
        "libjpeg-turbo": "IJG AND BSD-3-Clause",
        "libwebp": "BSD-3-Clause",
    },
    "pyyaml": {"libyaml": "MIT"},
    "typst": {"Libertinus Serif, New Computer Modern, DejaVu Sans Mono": "OFL-1.1 AND GUST-Font-License"},
}
"""What packages carry inside them and name only in their licence files."""


def normal(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def direct() -> list[str]:
    """The packages that pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [normal(re.match(r"[\w.-]+", wanted)[0]) for wanted in project["dependencies"]]  # type: ignore[index]


def shipped(names: list[str]) -> dict[str, metadata.Distribution]:
    """The packages by these names and all that they need, as far as they are here."""
    found: dict[str, metadata.Distribution] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            found[name] = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            if name in names:
                raise SystemExit(f"{name} is not in the environment") from None
            continue  # for other systems or Pythons
        needed = [requirement for requirement in found[name].requires or () if "extra ==" not in requirement]
        waiting += [normal(re.match(r"[\w.-]+", requirement)[0]) for requirement in needed]  # type: ignore[index]
    return dict(sorted(found.items()))


def licence(said: Message) -> str:
    """The licence that a package's metadata names, as an SPDX expression."""
    text = said.get("License-Expression") or said.get("License") or ""
    if not text or "\n" in text or len(text) > 100:
        classifiers = [one for one in said.get_all("Classifier") or () if one.startswith("License ::")]
        text = " AND ".join(one.rpartition(" :: ")[2] for one in classifiers)
    return LICENCES.get(text, text)


def home(said: Message) -> str:
    """Address of a package's home page."""
    for line in said.get_all("Project-URL") or ():
        words, _, address = line.partition(", ")
        if words.lower() in ("homepage", "home"):
            return str(address)
    return str(said.get("Home-page") or "")


def table() -> list[dict[str, object]]:
    """A record for each package."""
    records = []
    for name, distribution in shipped(direct()).items():
        said = cast(Message, distribution.metadata)
        record: dict[str, object] = {"name": str(said["Name"]), "version": distribution.version}
        record |= {"license": licence(said), "url": home(said)}
        if name in INSIDE:
            record["inside"] = INSIDE[name]
        records.append(record)
    return sorted(records, key=lambda record: str(record["name"]).lower())


def text() -> str:
    """The file as it should be."""
    return json.dumps(table(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
    print(TARGET.relative_to(ROOT), file=sys.stdout)
