"""Makes of the built app what is handed on: .tar.xz and .deb, a Windows installer, a macOS disk image.

python packaging/packages.py [--quick]
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from freezing import description, linux

DIST = description.ROOT / "dist"
WORK = description.ROOT / "build" / "packages"


def for_linux(*, quick: bool) -> list[Path]:
    """The archive for one user, and the Debian package where its tools are there."""
    app = DIST / description.COMMAND
    made = [linux.archive(app, DIST, 0 if quick else 9)]
    package = linux.deb(app, WORK, DIST, "gzip" if quick else "xz")
    return [*made, package] if package else made


def for_windows() -> list[Path]:
    """The installer, by Inno Setup."""
    compiler = shutil.which("iscc") or r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe"
    script = description.PACKAGING / "windows" / "timeglass.iss"
    subprocess.run([compiler, f"/DVersion={description.version()}", f"/O{DIST}", str(script)], check=True)
    return [DIST / f"timeglass-{description.version()}-setup.exe"]


def for_macos() -> list[Path]:
    """The disk image."""
    image = DIST / f"Timeglass-{description.version()}.dmg"
    subprocess.run([str(description.PACKAGING / "macos" / "make_dmg.sh"), str(DIST), str(image)], check=True)
    return [image]


def main() -> int:
    """Make them for the system that we run on and print where they are."""
    parser = argparse.ArgumentParser(description="Make of the built app what is handed on.")
    parser.add_argument("--quick", action="store_true", help="pack fast instead of small")
    options = parser.parse_args()
    if sys.platform == "win32":
        made = for_windows()
    elif sys.platform == "darwin":
        made = for_macos()
    else:
        made = for_linux(quick=options.quick)
    for path in made:
        print(f"{path} ({path.stat().st_size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
