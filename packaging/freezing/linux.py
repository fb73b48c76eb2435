"""What only Linux asks for: the shared files of the desktop, the .tar.xz for one user, the .deb for all."""

import gzip
import io
import lzma
import os
import platform
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

from devtools import libraries
from freezing import debian, description

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def shared_files() -> dict[str, Path]:
    """Files that a desktop looks for in its ``share`` folder, by their place in it."""
    name, resources = description.APP_ID, description.ROOT / "resources"
    hicolor = "icons/hicolor"
    return {
        f"applications/{name}.desktop": resources / f"{name}.desktop",
        f"metainfo/{name}.metainfo.xml": resources / f"{name}.metainfo.xml",
        f"mime/packages/{name}.xml": resources / f"{name}.xml",
        f"{hicolor}/scalable/apps/{name}.svg": description.ICONS / "timeglass.svg",
        f"{hicolor}/scalable/mimetypes/{name}.timeline.svg": description.ICONS / "timeglass-document.svg",
        f"{hicolor}/128x128/mimetypes/{name}.timeline.png": description.ICONS / "timeglass-document-128.png",
        **{f"{hicolor}/{size}x{size}/apps/{name}.png": description.ICONS / f"timeglass-{size}.png" for size in SIZES},
    }


def epoch() -> int:
    """The time that is written into archives."""
    return int(os.environ.get("SOURCE_DATE_EPOCH", "1767225600"))


def machine() -> str:
    """The processor as archives name it."""
    return platform.machine()


def archive(app: Path, target: Path, preset: int = 9) -> Path:
    """Pack the app's folder with its installer for one user; equal contents give equal archives."""
    top = f"{description.COMMAND}-{description.version()}"
    path = target / f"{top}-linux-{machine()}.tar.xz"
    filters = [{"id": lzma.FILTER_X86}] if machine() in ("x86_64", "i686") else []
    chain = [*filters, {"id": lzma.FILTER_LZMA2, "preset": preset}]
    fresh = path.with_suffix(".new")
    with lzma.open(fresh, "wb", filters=chain) as packed, tarfile.open(fileobj=packed, mode="w") as tar:
        for name, source in members(app):
            info, content = member(f"{top}/{name}", source)
            tar.addfile(info, io.BytesIO(content))
    fresh.replace(path)
    return path


def member(name: str, source: Path | bytes) -> tuple[tarfile.TarInfo, bytes]:
    """A file for the archive, without anything that differs from machine to machine."""
    info = tarfile.TarInfo(name)
    info.mtime = epoch()
    info.uname = info.gname = "root"
    if isinstance(source, Path) and source.is_symlink():
        info.type = tarfile.SYMTYPE
        info.linkname = str(source.readlink())
        return info, b""
    content = source.read_bytes() if isinstance(source, Path) else source
    runs = name.endswith(".sh") or (isinstance(source, Path) and is_program(source))
    info.mode = 0o755 if runs else 0o644
    info.size = len(content)
    return info, content


def is_program(path: Path) -> bool:
    """Whether a file is to be started, not only loaded."""
    return bool(path.stat().st_mode & 0o100) and not re.search(r"\.so(\.|$)", path.name)


def members(app: Path) -> Iterator[tuple[str, Path | bytes]]:
    """What goes into the archive, in a fixed order: names with files, or with contents made here."""
    yield "LICENSE", description.ROOT / "LICENSE"
    install = (description.PACKAGING / "linux" / "install.sh").read_text(encoding="utf-8")
    packages = " ".join(libraries.packages((*libraries.BASE, *libraries.X11[:2]), "apt"))
    yield "install.sh", install.replace("@APT@", packages).encode()
    for place, file in sorted(shared_files().items()):
        yield f"share/{place}", file
    for path in sorted(app.rglob("*")):
        if path.is_symlink() or path.is_file():
            yield f"{description.COMMAND}/{path.relative_to(app).as_posix()}", path
    yield "uninstall.sh", description.PACKAGING / "linux" / "uninstall.sh"


def deb(app: Path, work: Path, target: Path, compression: str = "xz") -> Path | None:
    """Make the Debian package; None where its tools are missing."""
    if not shutil.which("dpkg-deb"):
        return None
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    inside = root / "usr" / "lib" / description.COMMAND
    shutil.copytree(app, inside, symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / description.COMMAND).symlink_to(f"../lib/{description.COMMAND}/{description.COMMAND}")
    for place, file in shared_files().items():
        copy = root / "usr" / "share" / place
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    documents = root / "usr" / "share" / "doc" / description.COMMAND
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(debian.copyright_text(), encoding="utf-8")
    changes = debian.changelog(epoch()).encode()
    (documents / "changelog.gz").write_bytes(gzip.compress(changes, mtime=0))
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    needed, wished = debian.dependencies(inside)
    size = sum(path.lstat().st_size for path in root.rglob("*")) // 1024
    control.write_text(debian.control(architecture, size, needed, wished), encoding="utf-8")
    tidy(root)
    path = target / f"{description.COMMAND}_{description.version()}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", f"-Z{compression}", "--build", str(root), str(path)]
    settings = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch())}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=settings)
    shutil.rmtree(root)
    return path


def tidy(root: Path) -> None:
    """Give files the rights and times that a package should have, whatever the umask was."""
    for path in sorted(root.rglob("*"), reverse=True):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or is_program(path) else 0o644)
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)
