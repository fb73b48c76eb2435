"""``dev.py build``: the packaged app, made by PyInstaller from the spec file of the system we run on."""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

from devtools import environment, libraries, places, system
from devtools.say import Stop, note, result

SPECS = {"linux": "timeglass-linux.spec", "win32": "timeglass-windows.spec", "darwin": "timeglass-macos.spec"}
FIXED_TIME = 1767225600  # 2026-01-01: used where the history cannot tell the time of the last change


def build(
    *, onefile: bool = False, smoke: bool = False, packages: bool = False, startup: bool = False, repeat: bool = False
) -> int:
    """Make the packaged app for the system that we run on, and print where it is."""
    if sys.platform not in SPECS:
        raise Stop(f"there is no packaged app for {sys.platform}; the wheel works anywhere that Qt does")
    python = environment.ready(("run", "dev"))
    system.need_libraries(windows=True)
    need_tools()
    note("building the packaged app (a minute or two)")
    made = freeze(python, places.DIST, places.BUILD / "freeze", options=("--onefile",) if onefile else ())
    result(str(made))
    settings = repeatable(os.environ)
    if not onefile:
        run_script(python, "sizes.py", settings, str(made.parent))
    if packages:
        run_script(python, "packages.py", settings)
    if smoke:
        run_script(python, "smoke.py", settings, str(made))
    if startup:
        run_script(python, "startup.py", settings, str(made))
    if repeat and not onefile:
        run_script(python, "repeat.py", settings, str(made.parent))
    return 0


def freeze(python: Path, target: Path, work: Path, *, options: tuple[str, ...] = ()) -> Path:
    """Let PyInstaller build the app into a folder; returns the program.

    Options for the spec file: ``--onefile``; ``--bare`` for the bare window that starting is measured against.
    """
    command = [str(python), "-m", "PyInstaller", str(places.PACKAGING / SPECS[sys.platform]), "--noconfirm", "--clean"]
    command += ["--log-level", "WARN", "--distpath", str(target), "--workpath", str(work)]
    if options:
        command += ["--", *options]
    settings = repeatable(os.environ)
    if "--onefile" not in options:
        # Python code is stored as it is: unpacking it took a tenth of the start, and archives pack it better anyway.
        settings["PYINSTALLER_ZLIB_COMPRESSION_LEVEL"] = "0"
    if subprocess.run(command, check=False, env=settings, cwd=places.ROOT).returncode != 0:
        raise Stop("PyInstaller could not build the app (it says why above)")
    return program_in(target, onefile="--onefile" in options)


def run_script(python: Path, name: str, settings: dict[str, str], *arguments: str) -> None:
    """Run one of the scripts of this folder; raises Stop if it fails."""
    status = subprocess.run([str(python), str(places.PACKAGING / name), *arguments], check=False, env=settings)
    if status.returncode != 0:
        raise Stop(f"packaging/{name} failed (it says why above)")


def program_in(folder: Path, *, onefile: bool) -> Path:
    """The program that was built into a folder."""
    if onefile:
        found = [path for path in folder.glob("timeglass-*") if path.name.endswith((sys.platform, ".exe"))]
    else:
        names = ("timeglass/timeglass", "timeglass/timeglass.exe", "Timeglass.app/Contents/MacOS/timeglass")
        found = [folder / name for name in names]
    programs = [path for path in found if path.is_file() and not path.name.endswith("-setup.exe")]
    if not programs:
        raise Stop("PyInstaller has built no program")
    return max(programs, key=lambda path: path.stat().st_mtime_ns)


def repeatable(settings: Mapping[str, str]) -> dict[str, str]:
    """Settings under which the same input gives the same output."""
    told = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return {**settings, **told, "SOURCE_DATE_EPOCH": settings.get("SOURCE_DATE_EPOCH") or str(last_change())}


def last_change() -> int:
    """The time of the last commit in seconds, or a fixed one where there is no history."""
    command = ["git", "-C", str(places.ROOT), "log", "-1", "--format=%ct"]
    if not shutil.which("git"):
        return FIXED_TIME
    words = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return int(words) if words.isdigit() else FIXED_TIME


def lacking_packages() -> list[str]:
    """Debian's names of what the build needs and is not here.

    On Linux PyInstaller reads programs with objdump, and takes Python's shared library along.
    """
    if sys.platform != "linux":
        return []
    lacking = [] if shutil.which("objdump") else ["binutils"]
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    # Debian's configuration says that there is one, even where its package is not installed: look for the file.
    library = Path(sysconfig.get_config_var("LIBDIR") or "/usr/lib", f"lib{version}.so.1.0")
    if not library.exists() and not libraries.loads(library.name):
        lacking.append(f"lib{version}")
    return lacking


def need_tools() -> None:
    """Make sure that the build can be done; raises Stop if not."""
    if lacking := lacking_packages():
        system.install_packages(lacking, "building the packaged app needs further packages")
