"""The texts of the Debian package, and what it has to depend on."""

import email.utils
import re
import shutil
import subprocess
import textwrap
from collections.abc import Iterable
from pathlib import Path

from freezing import description
from freezing.needed import wanted_by

# Without these everything works but one thing each: printing on paper, windows of Wayland.
OPTIONAL = r"/(printsupport|platforms/libqwayland|wayland-[\w-]+|libQt6WaylandClient)"
MAINTAINER = f"{description.AUTHORS} <timeglass@localhost>"
ABOUT = """\
Timeglass opens a file of dated events as a timeline that can be zoomed from
decades to days, searched as one types, and read event by event with its
sources. Chosen events can be exported to a PDF fit for print. A timeline of
the relations between Ukraine and NATO is built in."""


def control(architecture: str, size: int, depends: Iterable[str], recommends: Iterable[str]) -> str:
    """The control file; the size is in KiB."""
    about = textwrap.indent(ABOUT, " ")
    fields = {
        "Package": description.COMMAND,
        "Version": description.version(),
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size),
        "Depends": ", ".join(depends),
        "Recommends": ", ".join(recommends),
        "Section": "education",
        "Priority": "optional",
        "Description": f"{description.SUMMARY.lower()}\n{about}",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def copyright_text() -> str:
    """Who owns what, in Debian's machine-readable form."""
    licence = (description.ROOT / "LICENSE").read_text(encoding="utf-8")
    body = licence.split("\n\n", 2)[2]
    text = "".join(f" {line}\n" if line.strip() else " .\n" for line in body.splitlines())
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        f"Upstream-Name: {description.NAME}\n\n"
        f"Files: *\n{description.COPYRIGHT.replace('(c) ', '').replace('Copyright', 'Copyright:')}\nLicense: Expat\n\n"
        f"License: Expat\n{text}"
    )


def changelog(time: int) -> str:
    """The package's changelog; the time is in seconds since 1970."""
    date = email.utils.formatdate(time)
    head = f"{description.COMMAND} ({description.version()}) stable; urgency=low"
    return f"{head}\n\n  * Release {description.version()}.\n\n -- {MAINTAINER}  {date}\n"


def dependencies(app: Path) -> tuple[list[str], list[str]]:
    """The packages that the files of the app need from the system: always, and for single features."""
    files = [path for path in sorted(app.rglob("*")) if path.is_file() and is_elf(path)]
    inside = {path.name for path in app.rglob("*")}
    always: set[str] = set()
    sometimes: set[str] = set()
    for path in files:
        outside = {name for name in wanted_by(str(path)) if name not in inside}
        (sometimes if re.search(OPTIONAL, str(path)) else always).update(outside)
    needed = packages(always)
    needed.discard("libc6")
    return [f"libc6 (>= {glibc(files)})", *sorted(needed)], sorted(packages(sometimes) - needed - {"libc6"})


def is_elf(path: Path) -> bool:
    """Whether a file is a program or a shared library."""
    if path.is_symlink():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def packages(sonames: Iterable[str]) -> set[str]:
    """The Debian packages that bring libraries, as this system's package database knows them."""
    cache = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    places = dict(re.findall(r"^\s+(\S+) \(.*\) => (\S+)$", cache, re.MULTILINE)[::-1])
    found = set()
    for soname in sonames:
        place = Path(places.get(soname, soname))
        owner = owner_of(place) or owner_of(place.resolve())
        if owner:
            found.add(owner)
    return found


def owner_of(path: Path) -> str | None:
    """The package that a file belongs to. /lib may be a link to /usr/lib: both spellings are asked for."""
    if not shutil.which("dpkg"):
        return None
    for spelling in (str(path), f"/usr{path}", str(path).removeprefix("/usr")):
        done = subprocess.run(["dpkg", "-S", spelling], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.split(":")[0]
    return None


def glibc(files: Iterable[Path]) -> str:
    """The newest version of the C library that any of these files asks for."""
    newest = (2, 17)
    for path in files:
        words = subprocess.run(["objdump", "-T", str(path)], capture_output=True, text=True, check=False).stdout
        for found in re.findall(r"GLIBC_(\d+)\.(\d+)", words):
            newest = max(newest, (int(found[0]), int(found[1])))
    return f"{newest[0]}.{newest[1]}"
