"""The system around the checkout: which family it is of, and how packages get onto it."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from devtools import libraries
from devtools.say import Stop, note

INSTALL = {
    "apt": "apt-get install --yes --no-install-recommends",
    "dnf": "dnf install --assumeyes",
    "pacman": "pacman --sync --needed --noconfirm",
    "zypper": "zypper --non-interactive install",
}
ID_FAMILIES = {
    "debian": "apt",
    "ubuntu": "apt",
    "fedora": "dnf",
    "rhel": "dnf",
    "centos": "dnf",
    "arch": "pacman",
    "suse": "zypper",
    "opensuse": "zypper",
}


def family(os_release: str, has_program: Callable[[str], object] = shutil.which) -> str | None:
    """The family of package tools of a system, from the text of its os-release file, or None."""
    values = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    names = [values.get("ID", ""), *values.get("ID_LIKE", "").strip("\"'").split()]
    for name in names:
        if found := ID_FAMILIES.get(name.strip("\"'")):
            return found
    programs = {"apt": "apt-get", "dnf": "dnf", "pacman": "pacman", "zypper": "zypper"}
    return next((name for name, program in programs.items() if has_program(program)), None)


def this_family() -> str | None:
    """The family of the system that we run on."""
    for place in ("/etc/os-release", "/usr/lib/os-release"):
        if Path(place).is_file():
            return family(Path(place).read_text(encoding="utf-8"))
    return family("")


def is_root() -> bool:
    """Whether we may install packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def command_for(names: list[str], of_family: str, *, root: bool) -> str:
    """The one command that installs packages, as a person would type it."""
    words = f"{INSTALL[of_family]} {' '.join(names)}"
    return words if root else f"sudo {words}"


def advice(lacking: tuple[libraries.Library, ...], of_family: str | None, *, root: bool) -> str:
    """Say what to do about libraries that are not there."""
    names = ", ".join(library.soname for library in lacking)
    if of_family is None:
        return f"Qt needs system libraries that are not here: {names}. Install them with your system's package tool."
    command = command_for(libraries.packages(lacking, of_family), of_family, root=root)
    return f"Qt needs system libraries that are not here: {names}. This command installs them:\n  {command}"


def need_libraries(*, windows: bool) -> None:
    """Make sure that Qt's system libraries are there; on Debian as root they are installed.

    ``windows`` asks for what real windows need on top. Raises Stop with the one command that helps.
    """
    if sys.platform != "linux":
        return
    wanted: tuple[libraries.Library, ...] = libraries.BASE
    if windows:
        wanted += libraries.X11
        if os.environ.get("WAYLAND_DISPLAY"):
            wanted += libraries.WAYLAND
    lacking = libraries.missing(wanted)
    if not lacking:
        return
    of_family = this_family()
    if of_family == "apt" and is_root():
        apt_install(libraries.packages(lacking, "apt"))
        if fresh_loader_finds(lacking):
            return
    raise Stop(advice(lacking, of_family, root=is_root()))


def fresh_loader_finds(wanted: tuple[libraries.Library, ...]) -> bool:
    """Whether a new process can load these libraries: this one may remember what it did not find before."""
    code = "import ctypes, sys; [ctypes.CDLL(name) for name in sys.argv[1:]]"
    names = [library.soname for library in wanted]
    return subprocess.run([sys.executable, "-c", code, *names], capture_output=True, check=False).returncode == 0


def install_packages(names: list[str], reason: str) -> None:
    """Install packages on Debian as root; anywhere else stop and say what is wanted."""
    of_family = this_family()
    if of_family == "apt" and is_root() and apt_install(names):
        return
    words = command_for(names, of_family, root=is_root()) if of_family == "apt" else ", ".join(names)
    raise Stop(f"{reason}. What is needed: {words}")


def apt_install(names: list[str]) -> bool:
    """Install Debian packages, with a fresh list of what there is; returns whether that worked."""
    note(f"installing with apt-get: {' '.join(names)}")
    settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = [*shlex.split(INSTALL["apt"]), "--quiet", *names]
    for command in (["apt-get", "update", "--quiet"], install):
        done = subprocess.run(
            command, check=False, env=settings, capture_output=True, text=True, stdin=subprocess.DEVNULL
        )
    if done.returncode != 0:
        note(f"apt-get could not do it: {done.stderr.strip()}")
    return done.returncode == 0


# Programs that only the tests use: a virtual screen, a window manager, a file manager, a hand on mouse and keys,
# readers of PDF, validators.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "xprop": "x11-utils",
    "objdump": "binutils",
    "strace": "strace",
    "pcmanfm": "pcmanfm",
    "gio": "libglib2.0-bin",
    "xmllint": "libxml2-utils",
    "update-mime-database": "shared-mime-info",
}


def want_test_programs(*further: str) -> None:
    """Install what the tests of real windows and files use, where we may; else name what will be skipped.

    ``further`` are Debian packages that are known to be missing.
    """
    if sys.platform != "linux":
        return
    lacking = {program: package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)}
    wanted = sorted({*lacking.values(), *further})
    if not wanted:
        return
    if this_family() == "apt" and is_root():
        apt_install(wanted)
        return
    names = ", ".join(sorted({*lacking, *further}))
    note(f"tests that use these will be skipped, as they are not here: {names}")
