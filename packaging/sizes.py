"""Prints what takes the room in the packaged app.

python packaging/sizes.py dist/timeglass
"""

import argparse
import re
import sys
from collections import Counter
from pathlib import Path

PARTS = (
    ("typst (PDF)", r"/typst/"),
    ("ICU (Qt's tables of Unicode and languages)", r"icu(data|i18n|uc)"),
    ("Qt's plug-ins", r"/plugins/"),
    ("Qt", r"(/Qt/lib/|libQt6|Qt6\w+\.dll)"),
    ("Qt for Python", r"/(PySide6|shiboken6)/|lib(pyside|shiboken)6"),
    ("numpy's linear algebra", r"openblas|gfortran|quadmath|/numpy\.libs/"),
    ("numpy", r"/numpy/"),
    ("Python", r"libpython|lib-dynload|base_library|python3\d*\.dll"),
    ("Timeglass: data and resources", r"/timeglass/(data|resources)/"),
    ("all Python code, and the starter", r"/timeglass(-window)?(\.exe)?$"),
    ("libraries of the system", r"/lib[^/]+\.so"),
)


def part(name: str) -> str:
    """The part of the app that a file belongs to."""
    return next((words for words, pattern in PARTS if re.search(pattern, name)), "other packages")


def sizes(app: Path) -> Counter[str]:
    """Bytes of each part; links count nothing."""
    found: Counter[str] = Counter()
    for path in app.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[part("/" + path.relative_to(app).as_posix())] += path.stat().st_size
    return found


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Print what takes the room in the packaged app.")
    parser.add_argument("app", type=Path)
    found = sizes(parser.parse_args().app)
    for words, size in found.most_common():
        print(f"{size / 1e6:8.1f} MB  {words}")
    print(f"{sum(found.values()) / 1e6:8.1f} MB  in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
