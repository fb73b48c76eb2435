"""What is in a package, and under which licence each file of it stands: the list that "About" shows there."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Any, Final

import parts
from freezing.debian import owner_of
from freezing.trim import Entry

NAME: Final = "parts-packaged.json"

LIBRARIES: Final = {
    r"libxcb|libxkbcommon": "MIT",
    r"libzstd": "BSD-3-Clause OR GPL-2.0-only",
    r"libbz2": "bzip2-1.0.6",
    r"libffi|libexpat": "MIT",
    r"libuuid": "BSD-3-Clause",
    r"liblzma": "0BSD",
    r"libz\.": "Zlib",
    r"lib(gcc_s|stdc\+\+)": "GPL-3.0-or-later WITH GCC-exception-3.1",
}
"""Licences of the system's libraries that a program takes along, by their names."""

FILES: Final = {
    r"^(timeglass(-window)?(\.exe)?|.*timeglass/(data|resources)/.*)$": "Timeglass",
    r"^PySide6/Qt/|^libQt6|^PySide6/(Qt6|plugins|translations)|^libicu": "Qt",
    r"^PySide6/|^libpyside6": "PySide6_Essentials",
    r"^shiboken6/|^libshiboken6": "shiboken6",
    r"^numpy(\.libs)?/|^lib(scipy_openblas|gfortran-|quadmath-)": "numpy",
    r"^msgspec/": "msgspec",
    r"^typst/": "typst",
    r"^yaml/": "PyYAML",
    r"^(base_library\.zip|libpython.*|python3.*|.*lib-dynload/.*)$": "Python",
}
"""To which part a file belongs, by its name inside the app; what is not here is a library of the system."""

MODULES: Final = {
    "yaml": "PyYAML",
    "_yaml": "PyYAML",
    "dateutil": "python-dateutil",
    "markdown_it": "markdown-it-py",
    "PySide6": "PySide6_Essentials",
    "timeglass": "Timeglass",
    "_pyi_rth_utils": "PyInstaller",
}
"""To which part a package of Python belongs, where it has another name."""


def part_of_file(name: str) -> str | None:
    """The part that a file belongs to; None for a library of the system."""
    return next((part for pattern, part in FILES.items() if re.search(pattern, name)), None)


def part_of_module(name: str) -> str:
    """The part that a module of Python belongs to."""
    top = name.partition(".")[0]
    if top in sys.stdlib_module_names or top.startswith("_sysconfigdata"):
        return "Python"
    return MODULES.get(top, top)


def system_libraries(files: Iterable[Entry]) -> list[dict[str, Any]]:
    """Records of the libraries that come from the system; raises SystemExit for one whose licence is not known."""
    found: dict[str, dict[str, Any]] = {}
    for name, path, kind in files:
        file = PurePosixPath(name).name
        if kind == "SYMLINK" or part_of_file(name) is not None or ".so" not in file:
            continue
        licence = next((licence for pattern, licence in LIBRARIES.items() if re.match(pattern, file)), None)
        if licence is None:
            raise SystemExit(f"{name}: under which licence does it stand? freezing/contents.py must know")
        place = Path(path)
        owner = owner_of(place) or owner_of(place.resolve()) or file
        record = found.setdefault(owner, {"name": owner, "version": version_of(owner), "license": licence, "files": []})
        record["files"].append(file)
        if (said := Path("/usr/share/doc") / owner / "copyright").is_file():
            record["text"] = f"system-{owner}.txt"
            record["source"] = said
    return list(found.values())


def version_of(package: str) -> str:
    """The version of a package of the system; empty where it does not tell."""
    if not shutil.which("dpkg-query"):
        return ""
    command = ["dpkg-query", "-W", "-f", "${Version}\n", package]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.partition("\n")[0]


def packager() -> dict[str, Any]:
    """The record of PyInstaller, whose starter and hooks are in every package."""
    return {
        "name": "PyInstaller",
        "version": metadata.version("pyinstaller"),
        "license": "GPL-2.0-or-later WITH Bootloader-exception AND Apache-2.0",
        "url": "https://pyinstaller.org/",
    }


def records(modules: Iterable[str], files: Iterable[Entry]) -> list[dict[str, Any]]:
    """What About says: of the packages those that are in the app, the packager, and the system's libraries."""
    files = list(files)
    present = {part_of_module(name) for name in modules} | {part_of_file(name) for name, *_ in files}
    packages = [record for record in parts.table() if record["name"] in present]
    return [*packages, packager(), *sorted(system_libraries(files), key=lambda one: str(one["name"]))]
