"""Pages are set beside the window or in a process of their own, and can be given up at any moment."""

import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from builders import a_timeline
from export.conftest import a_job
from timeglass.cli import TYPESETTING, main
from timeglass.errors import UsageError
from timeglass.export import apart, pdf, typesetting
from timeglass.export.engine import Order, TypesettingError, set_pages
from timeglass.export.job import ExportCancelledError
from timeglass.export.pdf import export_pdf, page_files, pdf_bytes
from timeglass.export.typesetting import typeset

JOB = a_job(a_timeline(*(f"{year} - Event of {year}" for year in range(1960, 2000))))


def an_order(kind: str = "pdf") -> Order:
    return Order(page_files(JOB).files, int(JOB.exported.timestamp()), kind)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["pdf", "svg"])
def test_a_process_of_its_own_sets_the_same_pages(kind: str) -> None:
    shares: list[float] = []
    order = an_order(kind)
    made = typeset(order, apart=True, progress=lambda share, _stage: shares.append(share))
    assert made == set_pages(order) == typeset(order)
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] < 1


def test_more_than_fits_into_a_pipe_arrives() -> None:
    order = an_order()
    large = msgspec.structs.replace(order, files={**order.files, "beside.txt": b"x" * 5_000_000})
    shares: list[float] = []
    assert typeset(large, progress=lambda share, _stage: shares.append(share)) == set_pages(order)
    assert len(shares) > 2


def test_no_module_of_the_current_folder_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("timeglass", "typst", "msgspec", "json"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    assert typeset(an_order(), apart=True)[0].startswith(b"%PDF")


def test_the_program_knows_its_threads_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "set_pages", lambda _order: [threading.current_thread().name.encode()])
    assert typeset(an_order()) == [TYPESETTING.encode()]


def test_large_jobs_and_large_files_go_there(monkeypatch: pytest.MonkeyPatch) -> None:
    orders: list[Order] = []

    def set_apart(order: Order, _tick: Callable[[], None], _poll_s: float) -> list[bytes]:
        orders.append(order)
        return [b"%PDF"]

    monkeypatch.setattr(typesetting, "set_apart", set_apart)
    assert pdf_bytes(JOB)[0] != b"%PDF"
    assert orders == []
    monkeypatch.setattr(pdf, "_LARGE", len(JOB.rows) - 1)
    assert pdf_bytes(JOB)[0] == b"%PDF"
    monkeypatch.setattr(pdf, "_LARGE", len(JOB.rows))
    monkeypatch.setattr(typesetting, "MOST_BYTES", 3_000)
    assert pdf_bytes(JOB)[0] == b"%PDF"
    assert len(orders) == 2


def test_a_fault_comes_back() -> None:
    order = Order({"pages.json": b"{}", "timeglass-recipe.json": b""}, 0)
    with pytest.raises(TypesettingError, match=r"^the pages could not be set: "):
        typeset(order, apart=True)


_SLOW = """
import os, pathlib, sys, time
sys.stdin.buffer.read(8)
note = pathlib.Path({note!r})
note.with_suffix(".part").write_text(str(os.getpid()))
note.with_suffix(".part").rename(note)
time.sleep(600)
"""


@pytest.fixture
def note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the process that is to set pages, and never does, leaves its number."""
    path = tmp_path / "process"
    monkeypatch.setattr(apart, "command", lambda: [sys.executable, "-c", _SLOW.format(note=str(path))])
    return path


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    told = Path(f"/proc/{process}/stat")
    return not told.exists() or told.read_text().rpartition(")")[2].split()[0] != "Z"  # over, and nobody asked yet


def test_cancelling_ends_the_process_at_once(note: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_LARGE", 1)
    with pytest.raises(ExportCancelledError):
        export_pdf(JOB, tmp_path / "out.pdf", cancelled=note.exists)
    assert not is_alive(int(note.read_text()))
    assert [path.name for path in tmp_path.iterdir()] == ["process"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_a_process_that_is_ended_by_others_is_one_clear_line(note: Path) -> None:
    def kill() -> None:
        while not note.exists():
            time.sleep(0.01)
        os.kill(int(note.read_text()), signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    with pytest.raises(TypesettingError) as caught:
        typeset(an_order(), apart=True)
    killer.join()
    assert str(caught.value) == ("the pages could not be set: the process was ended (for want of memory, it seems)")


def test_a_process_that_says_nothing_sensible_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "command", lambda: [sys.executable, "-c", "print('hello'); raise SystemExit(7)"])
    with pytest.raises(TypesettingError, match="status 7"):
        typeset(an_order(), apart=True)


def test_a_process_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(apart, "command", lambda: [str(tmp_path / "none")])
    with pytest.raises(TypesettingError, match="no further process can be started"):
        typeset(an_order(), apart=True)


def test_what_nobody_asked_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UsageError, match="how this program calls itself"):
        apart.serve(io.BytesIO(b"hello, who are you?"), io.BytesIO())
    done = subprocess.run(apart.command(), input=b"", capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == f"timeglass: {apart.CALL} is how this program calls itself\n"
    assert done.stdout == b""


def test_an_order_is_answered() -> None:
    answers = io.BytesIO()
    order = msgspec.msgpack.encode(Order({"pages.json": b"{}", "timeglass-recipe.json": b""}, 0))
    assert apart.serve(io.BytesIO(len(order).to_bytes(8) + order), answers) == 0
    assert b"could not be set" in answers.getvalue()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux who lives")
def test_the_process_leaves_with_its_caller(tmp_path: Path) -> None:
    order = an_order()
    many = msgspec.structs.replace(order, files={**order.files, "text.typ": b"#for n in range(90000000) { }"})
    (tmp_path / "order").write_bytes(msgspec.msgpack.encode(many))
    caller = subprocess.Popen([sys.executable, "-c", _CALLER, str(tmp_path / "order")], stdout=subprocess.PIPE)
    assert caller.stdout is not None
    process = int(caller.stdout.readline())
    time.sleep(0.5)
    assert is_alive(process)
    caller.kill()
    caller.communicate()
    deadline = time.monotonic() + 5
    while is_alive(process) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_alive(process)


_CALLER = """
import pathlib, sys, msgspec
from timeglass.export import apart
from timeglass.export.engine import Order
class Popen(apart.subprocess.Popen):
    def __init__(self, *arguments, **more):
        super().__init__(*arguments, **more)
        print(self.pid, flush=True)
apart.subprocess.Popen = Popen
order = msgspec.msgpack.decode(pathlib.Path(sys.argv[1]).read_bytes(), type=Order)
apart.set_apart(order, lambda: None, 0.02)
"""


def test_the_packaged_program_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert apart.command() == [sys.executable, apart.CALL]
    monkeypatch.setattr(apart, "serve_caller", lambda: 42)
    assert main([apart.CALL]) == 42
