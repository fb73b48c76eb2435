"""Writing files: the old one or the new one, never half of one, and nothing left behind."""

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from timeglass import atomic
from timeglass.atomic import write_atomically
from timeglass.errors import FileAccessError

POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")


def test_bytes_and_functions_are_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"one", overwrite=False)
    write_atomically(tmp_path / "b", lambda file: file.writelines([b"t", b"wo"]), overwrite=False)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"one", "b": b"two"}


def test_a_file_is_replaced_only_when_told(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(FileAccessError, match=r"a: exists already and is not overwritten$"):
        write_atomically(path, b"new", overwrite=False)
    assert path.read_bytes() == b"old"
    write_atomically(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_appears_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "a"

    def content(file: BinaryIO) -> None:
        path.write_bytes(b"theirs")
        file.write(b"ours")

    with pytest.raises(FileAccessError, match="exists already"):
        write_atomically(path, content, overwrite=False)
    assert path.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("taken", [False, True])
def test_file_systems_without_hard_links_serve_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: bool
) -> None:
    path = tmp_path / "a"

    def link(source: Path, target: Path, **how: object) -> None:
        if taken:
            target.write_bytes(b"theirs")
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(atomic.os, "link", link)
    if taken:
        with pytest.raises(FileAccessError, match="exists already"):
            write_atomically(path, b"ours", overwrite=False)
    else:
        write_atomically(path, b"ours", overwrite=False)
    assert path.read_bytes() == (b"theirs" if taken else b"ours")
    assert list(tmp_path.iterdir()) == [path]


class SomeError(Exception):
    """Stands for any failure of the one who writes."""


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("error", [SomeError(), KeyboardInterrupt()])
def test_a_failure_leaves_nothing_behind(tmp_path: Path, overwrite: bool, error: BaseException) -> None:
    path = tmp_path / "a"
    if overwrite:
        path.write_bytes(b"old")

    def content(file: BinaryIO) -> None:
        file.write(b"half")
        raise error

    with pytest.raises(type(error)):
        write_atomically(path, content, overwrite)
    assert [found.read_bytes() for found in tmp_path.iterdir()] == ([b"old"] if overwrite else [])


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    def content(file: BinaryIO) -> None:
        file.write(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(FileAccessError, match=r"a: cannot be written \(no space left on device\)$"):
        write_atomically(tmp_path / "a", content, overwrite=False)
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_it_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path, reason in (
        (tmp_path, "is a folder"),
        (tmp_path / "none" / "a", "there is no folder"),
        (tmp_path / "file" / "a", "there is no folder"),
        (tmp_path / ("x" * 300), "cannot be written"),
        (tmp_path / "a\0b", "its name leads nowhere"),
    ):
        for overwrite in (False, True):
            with pytest.raises(FileAccessError, match=reason):
                write_atomically(path, b"", overwrite)


@POSIX
def test_devices_and_loops_are_refused(tmp_path: Path) -> None:
    pipe, loop = tmp_path / "pipe", tmp_path / "loop"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    with pytest.raises(FileAccessError, match="is a device or pipe"):
        write_atomically(pipe, b"", overwrite=True)
    with pytest.raises(FileAccessError, match="exists already"):
        write_atomically(loop, b"", overwrite=False)
    with pytest.raises(FileAccessError, match="its name leads nowhere"):
        write_atomically(loop, b"", overwrite=True)


@POSIX
def test_permissions_are_those_of_a_new_file_or_of_the_replaced_one(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a", b"", overwrite=False)
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640
    (tmp_path / "a").chmod(0o604)
    write_atomically(tmp_path / "a", b"new", overwrite=True)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o604


@POSIX
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_atomically(tmp_path / "link", b"new", overwrite=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@POSIX
def test_missing_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.touch()
    monkeypatch.setattr(atomic.os, "access", lambda path, mode: False)
    with pytest.raises(FileAccessError, match="there is no permission to write it"):
        write_atomically(path, b"", overwrite=True)

    def refuse(*arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(atomic.os, "open", refuse)
    with pytest.raises(FileAccessError, match="there is no permission to write there"):
        write_atomically(tmp_path / "b", b"", overwrite=False)


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def open_files_only(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise PermissionError(13, "Permission denied")
        return real(path, flags, mode)

    monkeypatch.setattr(atomic.os, "open", open_files_only)
    write_atomically(tmp_path / "a", b"x", overwrite=False)
    assert (tmp_path / "a").read_bytes() == b"x"


def test_a_killed_process_leaves_nothing_behind(tmp_path: Path) -> None:
    if not hasattr(os, "O_TMPFILE"):
        pytest.skip("this system has no files without a name")
    (tmp_path / "x").write_text("old")
    code = (
        "import sys, time; from pathlib import Path; from timeglass.atomic import write_atomically\n"
        "def content(file):\n"
        "    file.write(b'half'); file.flush(); print('written', flush=True); time.sleep(60)\n"
        "write_atomically(Path(sys.argv[1]), content, overwrite=True)"
    )
    desktop = Path(__file__).resolve().parents[1] / "desktop"
    child = subprocess.Popen(
        [sys.executable, "-c", code, tmp_path / "x"], cwd=desktop, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "written\n"
    child.kill()
    child.communicate()
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
    assert (tmp_path / "x").read_text() == "old"


def test_a_file_system_without_unnamed_files_serves_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    write_atomically(tmp_path / "x", b"whole", overwrite=False)
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
    assert (tmp_path / "x").read_bytes() == b"whole"


@pytest.mark.parametrize("code", [1, 13])
def test_a_file_that_another_program_holds_is_told_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """Windows lets nobody replace an open file; here that is only played."""
    path = tmp_path / "Звіт 1.pdf"
    path.write_bytes(b"old")

    def refuse(source: Path, target: Path) -> None:
        assert source.exists()
        raise PermissionError(code, "Access is denied", str(source), 5, str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileAccessError) as caught:
        write_atomically(path, b"new", overwrite=True)
    assert str(caught.value) == f"{path}: cannot be replaced; it may be open in another program"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_even_be_opened_is_told_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def refuse(opened: Path, mode: str) -> None:
        assert (opened, mode) == (path, "r+b")
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileAccessError, match="it may be open in another program"):
        atomic.refuse(path, overwrite=True)
    with pytest.raises(FileAccessError, match="exists already"):
        atomic.refuse(path, overwrite=False)


def test_a_folder_that_vanishes_meanwhile_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "Тека з пробілом"
    folder.mkdir()

    def content(file: BinaryIO) -> None:
        file.write(b"new")
        for left in folder.iterdir():
            left.unlink()
        folder.rmdir()

    for overwrite in (False, True):
        folder.mkdir(exist_ok=True)
        with pytest.raises(FileAccessError, match=r"a: its folder is no longer there$"):
            write_atomically(folder / "a", content, overwrite)
    assert list(tmp_path.iterdir()) == []
