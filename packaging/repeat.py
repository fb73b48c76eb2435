"""Builds the app a second time, elsewhere and under another name, and compares the two file by file.

    python packaging/repeat.py dist/timeglass

"Elsewhere" is a copy of the checkout in a temporary folder, with another umask, home, language and time zone. Ends
with 0 only if there are the same files with the same contents and rights.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from devtools import freeze, places

OTHERS = {"LANG": "uk_UA.UTF-8", "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "77", "COLUMNS": "40"}


def contents(app: Path) -> dict[str, str]:
    """What each file of a built app is: its rights and a digest, or where a link leads."""
    found = {}
    for path in sorted(app.rglob("*")):
        name = path.relative_to(app).as_posix()
        if path.is_symlink():
            found[name] = f"link to {path.readlink()}"
        elif path.is_file():
            rights = "program" if path.stat().st_mode & 0o100 else "file"
            found[name] = f"{rights} {hashlib.sha256(path.read_bytes()).hexdigest()}"
    return found


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """A line for each file that is not the same in both."""
    lines = [f"only in the first: {name}" for name in one if name not in other]
    lines += [f"only in the second: {name}" for name in other if name not in one]
    return lines + [f"not the same: {name}" for name, what in one.items() if other.get(name, what) != what]


def copy(target: Path) -> Path:
    """Copy the checkout: what git knows, as it is now."""
    command = ["git", "-C", str(places.ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, capture_output=True, check=True).stdout.split(b"\0")
    for name in filter(None, names):
        source = places.ROOT / os.fsdecode(name)
        if source.is_file():
            (target / os.fsdecode(name)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target / os.fsdecode(name))
    return target


def build(folder: Path) -> Path:
    """Build the app from a copy of the checkout; returns its folder."""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path; from devtools import freeze;"
        "freeze.freeze(Path(sys.executable), Path(sys.argv[2]), Path(sys.argv[3]))"
    )
    copied = copy(folder / "another checkout")
    # The time of the last commit is part of the input, and the copy has no history.
    settings = {**os.environ, **OTHERS, "HOME": str(folder), "SOURCE_DATE_EPOCH": str(freeze.last_change())}
    arguments = [str(copied / "packaging"), str(folder / "dist"), str(folder / "work")]
    subprocess.run([sys.executable, "-c", script, *arguments], check=True, env=settings, umask=0o077)
    return folder / "dist" / "timeglass"


def main() -> int:
    """Build again and tell what differs."""
    parser = argparse.ArgumentParser(description="Build the app a second time and compare.")
    parser.add_argument("app", type=Path)
    first = contents(parser.parse_args().app)
    with tempfile.TemporaryDirectory(prefix="timeglass-repeat-") as name:
        found = differences(first, contents(build(Path(name))))
    for line in found:
        print(line)
    print(f"repeat: {len(first)} files, {len(found)} differ between the two builds")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
