"""What the packaged app is, on every system: names, version, files, parts that are taken and left out."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"

APP_ID = "org.timeglass.Timeglass"
NAME = "Timeglass"
COMMAND = "timeglass"
WINDOW_COMMAND = "timeglass-window"
"""On Windows a second program without a console, for double-clicks."""
SUMMARY = "Read, search and print timelines"
AUTHORS = "The Timeglass authors"
COPYRIGHT = "Copyright (c) 2026 The Timeglass authors"
LICENSE = "MIT"
ENTRY = PACKAGING / "entry.py"
ICONS = ROOT / "resources" / "icons"
FILE_ENDING = ".timeglass.yaml"
MIME_TYPE = "application/vnd.timeglass+yaml"
ALSO_OPENS = ("application/yaml", "application/json", "text/csv", "text/calendar")
"""Types that Timeglass reads but does not claim: it is offered for them under "Open with"."""

# Where files lie inside the app: the same places as in the wheel, so that one module finds them everywhere.
DATA_FOLDERS = {"data": "timeglass/data", "resources": "timeglass/resources"}

# Imported by name at run time, where PyInstaller's reading of the code cannot see it.
HIDDEN_IMPORTS = ("timeglass.cli", "timeglass.app")
WHOLE_PACKAGES = ("timeglass",)

# Parts of the Python world that something imports only for tests, for building, or in a branch never taken.
EXCLUDED_MODULES: tuple[str, ...] = (
    "IPython",
    "PIL",
    "_hashlib",  # OpenSSL: nothing here speaks to the network, and digests have a second implementation
    "_pytest",
    "_ssl",
    "asyncio",
    "attr",
    "attrs",
    "curses",
    "distutils",
    "hypothesis",
    "lib2to3",
    "matplotlib",
    "multiprocessing",
    "numpy._core._multiarray_tests",
    "numpy._pyinstaller",
    "numpy.f2py",
    "numpy.fft",
    "numpy.polynomial",
    "numpy.random",
    "numpy.testing",
    "pip",
    "pkg_resources",
    "pydoc_data",
    "pytest",
    "readline",
    "rlcompleter",
    "setuptools",
    "ssl",
    "tkinter",
    "typing_extensions",  # what packages take from it is in the standard library since Python 3.11
    "xmlrpc",
)
if sys.platform != "win32":
    EXCLUDED_MODULES += ("tzdata",)  # the system has its own time zones

# Qt's modules for Python that Timeglass does not use.
EXCLUDED_QT = tuple(
    f"PySide6.{name}"
    for name in (
        "QtConcurrent",
        "QtDBus",
        "QtDesigner",
        "QtHelp",
        "QtOpenGL",
        "QtOpenGLWidgets",
        "QtQml",
        "QtQuick",
        "QtQuickControls2",
        "QtQuickTest",
        "QtQuickWidgets",
        "QtSql",
        "QtSvgWidgets",
        "QtTest",
        "QtUiTools",
        "QtXml",
    )
)
if sys.platform != "win32":
    EXCLUDED_QT += ("PySide6.QtNetwork",)  # there a second start reaches the first one by Qt's local socket

LANGUAGES = ("en", "uk")


def version(root: Path = ROOT) -> str:
    """The version, read from the package without importing it."""
    text = (root / "desktop" / "timeglass" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r"^__version__\s*(?::[^=]+)?=\s*[\"']([^\"']+)[\"']", text, re.MULTILINE)
    if found is None:
        raise SystemExit("the version is missing in desktop/timeglass/__init__.py")
    return found[1]


def icon(platform: str = sys.platform) -> Path | None:
    """The icon that goes into the program file, or None where programs carry none."""
    return {"win32": ICONS / "timeglass.ico", "darwin": ICONS / "timeglass.icns"}.get(platform)


def data_files(root: Path = ROOT) -> list[tuple[str, str]]:
    """Every file of the data folders with the folder that it goes to, in a fixed order."""
    files = []
    for folder, place in DATA_FOLDERS.items():
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                inside = path.parent.relative_to(root / folder)
                files.append((str(path), (Path(place) / inside).as_posix()))
    return files
