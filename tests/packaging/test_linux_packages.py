"""The archive for one user and the Debian package, made from a small stand-in for the app."""

import os
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from freezing import debian, description, linux

DPKG = shutil.which("dpkg-deb") is not None and shutil.which("objdump") is not None
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A folder like that of the app: a program, a library with a link to it, a file of data."""
    app = tmp_path / "timeglass"
    (app / "_internal" / "timeglass" / "data").mkdir(parents=True)
    program = app / "timeglass"
    program.write_text('#!/bin/sh\necho "timeglass stands in, called as $0 with $*"\n')
    program.chmod(0o700)
    library = app / "_internal" / "libsome.so.1"
    shutil.copyfile("/bin/true", library)
    library.chmod(0o755)
    (app / "libsome.so").symlink_to("_internal/libsome.so.1")
    (app / "_internal" / "timeglass" / "data" / "a.yaml").write_text("timeglass: 1\n")
    return app


@pytest.fixture
def unpacked(app: Path, tmp_path: Path, unpack: Callable[[Path, Path], None]) -> Path:
    """The archive's folder as it lies on somebody's disk."""
    unpack(linux.archive(app, tmp_path, preset=0), tmp_path)
    return tmp_path / f"timeglass-{description.version()}"


def run(command: list[str], home: Path) -> subprocess.CompletedProcess[str]:
    settings = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, env=settings, capture_output=True, text=True, check=False)


def test_equal_contents_give_equal_archives(app: Path, tmp_path: Path) -> None:
    first = linux.archive(app, tmp_path, preset=0)
    content = first.read_bytes()
    (app / "timeglass").touch()
    assert linux.archive(app, tmp_path, preset=0).read_bytes() == content
    assert first.name == f"timeglass-{description.version()}-linux-{linux.machine()}.tar.xz"
    assert not list(tmp_path.glob("*.new"))


def test_the_archive_tells_nothing_of_its_maker(app: Path, tmp_path: Path) -> None:
    with tarfile.open(linux.archive(app, tmp_path, preset=0)) as archive:
        members = archive.getmembers()
    assert {(one.uid, one.gid, one.uname, one.gname) for one in members} == {(0, 0, "root", "root")}
    assert {one.mtime for one in members} == {linux.epoch()}
    modes = {one.name.partition("/")[2]: one.mode for one in members if one.isreg()}
    assert modes["timeglass/timeglass"] == modes["install.sh"] == modes["uninstall.sh"] == 0o755
    assert modes["timeglass/_internal/libsome.so.1"] == modes["LICENSE"] == 0o644
    links = {one.name.partition("/")[2]: one.linkname for one in members if one.issym()}
    assert links == {"timeglass/libsome.so": "_internal/libsome.so.1"}


@pytest.mark.parametrize("name", ["home", "дім із пробілом", 'od$d "quoted" 100% `name` back\\slash'])
def test_installed_upgraded_and_removed_by_a_user(unpacked: Path, tmp_path: Path, name: str) -> None:
    home = tmp_path / name
    home.mkdir()
    folder = unpacked
    assert run([str(folder / "install.sh")], home).returncode == 0
    (folder / "timeglass" / "new-file").touch()
    (home / ".local/lib/timeglass/stale-file").touch()
    done = run([str(folder / "install.sh")], home)
    assert done.returncode == 0, done.stderr
    installed = home / ".local" / "lib" / "timeglass"
    assert (installed / "new-file").exists()
    assert not (installed / "stale-file").exists()
    assert "stands in" in run([str(home / ".local/bin/timeglass")], home).stdout
    for place in linux.shared_files():
        assert (home / ".local/share" / place).is_file(), place
    assert run([str(installed / "uninstall.sh")], home).returncode == 0
    left = [path for path in home.rglob("*") if "timeglass" in path.name.lower()]
    assert left == []
    assert run([str(folder / "uninstall.sh")], home).returncode == 1


# No percent sign here: GLib looks for the program before it reads "%%" as one.
@pytest.mark.parametrize("name", ["home", "дім із пробілом", 'od$d "quoted" `name` back\\slash'])
def test_the_desktop_entry_starts_the_program(unpacked: Path, tmp_path: Path, name: str) -> None:
    home = tmp_path / name
    home.mkdir()
    assert run([str(unpacked / "install.sh")], home).returncode == 0
    entry = home / ".local/share/applications" / f"{description.APP_ID}.desktop"
    if shutil.which("desktop-file-validate"):
        assert run(["desktop-file-validate", str(entry)], home).stdout == ""
    if shutil.which("gio") is None:
        pytest.skip("gio is not installed")
    done = run(["gio", "launch", str(entry), "/tmp/a.timeglass.yaml"], home)
    assert done.returncode == 0, done.stderr


def test_another_prefix(unpacked: Path, tmp_path: Path) -> None:
    prefix = tmp_path / "tools"
    assert run([str(unpacked / "install.sh"), "--prefix", str(prefix)], tmp_path).returncode == 0
    assert (prefix / "share/applications" / f"{description.APP_ID}.desktop").is_file()
    assert run([str(prefix / "lib/timeglass/uninstall.sh")], tmp_path).returncode == 0
    assert not (prefix / "bin").exists()


@pytest.mark.parametrize("script", ["install.sh", "uninstall.sh"])
def test_wrong_usage_is_2(script: str, tmp_path: Path) -> None:
    done = run([str(description.PACKAGING / "linux" / script), "--sideways"], tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: ")


@pytest.mark.skipif(not DPKG, reason="dpkg-deb or objdump is not installed")
def test_the_debian_package(app: Path, tmp_path: Path) -> None:
    package = linux.deb(app, tmp_path / "work", tmp_path, "none")
    assert package is not None
    told = subprocess.run(["dpkg-deb", "--field", str(package)], capture_output=True, text=True, check=True).stdout
    fields = dict(line.split(": ", 1) for line in told.splitlines() if not line.startswith(" "))
    assert fields["Package"] == "timeglass"
    assert fields["Version"] == description.version()
    assert fields["Depends"].startswith("libc6 (>= 2.")
    listed = subprocess.run(["dpkg-deb", "--contents", str(package)], capture_output=True, text=True, check=True).stdout
    owners = {line.split()[1] for line in listed.splitlines()}
    assert owners == {"root/root"}
    for place in linux.shared_files():
        assert f"./usr/share/{place}\n" in listed
    assert "./usr/bin/timeglass -> ../lib/timeglass/timeglass" in listed
    first = package.read_bytes()
    again = linux.deb(app, tmp_path / "work", tmp_path, "none")
    assert again is not None
    assert again.read_bytes() == first


@pytest.mark.skipif(not DPKG or not ROOT, reason="needs dpkg and root (for a scratch system of its own)")
def test_the_debian_package_in_a_scratch_system(app: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system = tmp_path / "system"
    for folder in ("updates", "info", "triggers"):
        (system / "var/lib/dpkg" / folder).mkdir(parents=True)
    (system / "var/lib/dpkg/status").touch()

    def dpkg(*arguments: str) -> None:
        command = ["dpkg", f"--root={system}", "--force-depends", "--log=/dev/null", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    first = linux.deb(app, tmp_path / "work", tmp_path, "none")
    dpkg("--install", str(first))
    assert (system / "usr/bin/timeglass").readlink() == Path("../lib/timeglass/timeglass")
    assert (system / "usr/lib/timeglass/_internal/timeglass/data/a.yaml").is_file()
    monkeypatch.setattr(description, "version", lambda: "9.9.9")
    (app / "_internal/timeglass/data/a.yaml").rename(app / "_internal/timeglass/data/b.yaml")
    dpkg("--install", str(linux.deb(app, tmp_path / "work", tmp_path, "none")))
    data = system / "usr/lib/timeglass/_internal/timeglass/data"
    assert [path.name for path in data.iterdir()] == ["b.yaml"]
    dpkg("--purge", "timeglass")
    left = [path for path in system.rglob("*") if "timeglass" in path.name.lower()]
    assert left == []


def test_texts_of_the_debian_package() -> None:
    words = debian.control("amd64", 5, ["libc6 (>= 2.36)"], [])
    assert "Recommends" not in words
    assert all(line == " ." or line.startswith(" ") or ": " in line for line in words.splitlines())
    assert max(map(len, words.splitlines())) <= 80
    copyright_text = debian.copyright_text()
    assert "License: Expat" in copyright_text
    assert "\n\n\n" not in copyright_text
    assert debian.changelog(0).endswith("Thu, 01 Jan 1970 00:00:00 -0000\n")
