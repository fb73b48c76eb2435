"""Targets that cannot be written, exports that are stopped: the old file stays whole and nothing is left behind."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from export.conftest import a_job
from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import HOUR
from timeglass.chrono.span_text import span_text
from timeglass.errors import FileAccessError, UsageError
from timeglass.export.job import ExportCancelledError
from timeglass.export.pdf import export_pdf
from timeglass.export.pictures import view_of
from timeglass.export.registry import EXPORTERS, export, exporter_for, exporter_named
from timelines import little

ENDINGS = [ending for ending in EXPORTERS if ending not in (".svg", ".png")]


def names_in(folder: Path) -> list[str]:
    """Names of all that lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def settled() -> None:
    """Wait for typst to end what was given up."""
    for thread in threading.enumerate():
        if thread.name == "typst":
            thread.join()


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_format_writes_a_file(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"Шлях з пробілом{ending}"
    told: list[tuple[float, str]] = []
    report = export(a_job(little()), path, progress=lambda share, stage: told.append((share, stage)))
    assert report.path == path
    assert report.size == path.stat().st_size > 0
    assert told[-1][0] == 1.0
    assert [share for share, _ in told] == sorted(share for share, _ in told)
    assert names_in(tmp_path) == [path.name]


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_is_overwritten_unasked(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{ending}"
    path.write_bytes(b"old")
    with pytest.raises(FileAccessError, match="exists already"):
        export(a_job(little()), path)
    assert path.read_bytes() == b"old"
    export(a_job(little()), path, overwrite=True)
    assert path.read_bytes() != b"old"


@pytest.mark.parametrize("ending", ENDINGS)
def test_folders_and_lost_folders_are_refused(ending: str, tmp_path: Path) -> None:
    folder = tmp_path / f"folder{ending}"
    folder.mkdir()
    with pytest.raises(FileAccessError, match="is a folder"):
        export(a_job(little()), folder, overwrite=True)
    with pytest.raises(FileAccessError, match="there is no folder"):
        export(a_job(little()), tmp_path / "nowhere" / f"x{ending}")
    assert names_in(tmp_path) == [folder.name]
    assert names_in(folder) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_cancelled_exports_leave_nothing(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{ending}"
    path.write_bytes(b"old")
    with pytest.raises(ExportCancelledError, match="nothing was written"):
        export(a_job(little()), path, overwrite=True, cancelled=lambda: True)
    settled()
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == [path.name]


def test_cancel_takes_effect_at_once_while_pages_are_set(tmp_path: Path) -> None:
    wanted = time.monotonic() + 0.15
    with pytest.raises(ExportCancelledError):
        export_pdf(a_job(little(1_500)), tmp_path / "x.pdf", cancelled=lambda: time.monotonic() > wanted)
    assert time.monotonic() < wanted + 1.0
    settled()
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_another_program_holds_is_told_and_stays(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"Звіт 1{ending}"
    path.write_bytes(b"old")

    def refuse(_source: Path, _target: Path) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileAccessError) as caught:
        export(a_job(little()), path, overwrite=True)
    assert str(caught.value) == f"{path}: cannot be replaced; it may be open in another program"
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == [path.name]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_target_that_is_protected_is_told_before_any_work(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"x{ending}"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda asked, _mode: Path(asked) != path)
    told: list[float] = []
    with pytest.raises(FileAccessError, match="there is no permission to write it"):
        export(a_job(little()), path, overwrite=True, progress=lambda share, _stage: told.append(share))
    assert not [share for share in told if share > 0.0]
    assert path.read_bytes() == b"old"


LIMITED = """
import resource, signal, sys
sys.path[:0] = sys.argv[2:]
from pathlib import Path
from export.conftest import a_job
from timelines import little
from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import HOUR
from timeglass.chrono.span_text import span_text
from timeglass.errors import FileAccessError
from timeglass.export.registry import export
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    export(a_job(little(40)), Path(sys.argv[1]), overwrite=True)
except FileAccessError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is of POSIX systems")
@pytest.mark.parametrize("ending", ENDINGS)
def test_disk_full_half_way_keeps_the_old_file(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{ending}"
    path.write_bytes(b"old")
    tests = Path(__file__).resolve().parent.parent
    arguments = [sys.executable, "-c", LIMITED, str(path), str(tests), str(tests.parent / "desktop")]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.startswith(f"{path}: cannot be written (")
    assert done.stdout.count("\n") == 1
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == [path.name]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_no_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(FileAccessError, match="no permission"):
        export(a_job(little()), tmp_path / "x.pdf")
    tmp_path.chmod(0o700)


def test_formats_are_found_by_name_and_ending() -> None:
    for name, file, found in (
        ("", "x.pdf", "pdf"),
        ("", "X.PDF", "pdf"),
        ("", "x.csl.json", "csl"),
        ("", "x.json", "json"),
        ("", "x.excel.csv", "excel"),
        ("", "x.htm", "html"),
        ("", "x.yml", "yaml"),
        ("timelinejs", "x.json", "timelinejs"),
        ("PDF", "x", "pdf"),
    ):
        assert exporter_for(Path(file), name).name == found
    assert exporter_named("nothing") is None


@pytest.mark.parametrize(("name", "file"), [("", "x"), ("", "x.docx"), ("docx", "x.pdf")])
def test_unknown_formats_are_wrong_usage(name: str, file: str) -> None:
    with pytest.raises(UsageError, match=r"cannot export to .*; known formats: pdf, html"):
        exporter_for(Path(file), name)


@pytest.mark.parametrize("wrong", [{"paper": "a9"}, {"size_pt": 1.0}, {"size_pt": 99.0}])
def test_impossible_jobs_are_wrong_usage(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        a_job(little(), **wrong)


def test_a_picture_may_show_a_few_hours() -> None:
    shown = view_of(a_job(little(), view_range=span_text(Span(5, 5 + 3 * HOUR))))
    assert shown is not None
    assert shown.span == (5, 5 + 3 * HOUR)
    assert view_of(a_job(little())) is None
