"""One program for one person: what is handed over, to whom, and what is refused."""

import os
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from timeglass import handover, reception, reception_pipe
from timeglass.events.view_state import ViewState
from timeglass.handover import LARGEST, LENGTH, TAKEN, Call, RefusedError
from timeglass.reception import Message, Reception

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets of the file system")

CALL = Call(("/home/some one/Історія.yaml", "/tmp/b.csv"), "charter", "1997", ViewState(query="x"), "token")


@pytest.fixture(autouse=True)
def runtime(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("run")
    folder.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder / "absent"))
    monkeypatch.setattr(handover, "SHARED", str(folder / "absent"))
    monkeypatch.delenv(handover.SMOKE, raising=False)
    return folder


class Program:
    """A program that takes calls."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        door = handover.claim()
        assert door is not None
        self.reception = Reception(door, self.calls.append)


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    program = Program()
    yield program
    program.reception.close()


@pytest.fixture
def meanwhile(qtbot: QtBot) -> Callable[[Callable[[], object]], object]:
    """Does something in another thread while events are served here."""

    def meanwhile(do: Callable[[], object]) -> object:
        found: list[object] = []
        thread = threading.Thread(target=lambda: found.append(do()))
        thread.start()
        qtbot.waitUntil(lambda: not thread.is_alive(), timeout=5_000)
        return found[0]

    return meanwhile


def _connected() -> socket.socket:
    caller = socket.socket(socket.AF_UNIX)
    caller.settimeout(3)
    caller.connect(str(handover.place()))
    return caller


def _said(*pieces: bytes) -> bytes:
    """What a caller is answered that says this; nothing where it is hung up on."""
    with _connected() as caller:
        try:
            for piece in pieces:
                caller.sendall(piece)
            return caller.recv(100)
        except (BrokenPipeError, ConnectionResetError):
            return b""


def test_a_call_is_taken(program: Program, meanwhile: Callable[..., object]) -> None:
    assert meanwhile(lambda: handover.ask(CALL)) is True
    assert meanwhile(lambda: handover.ask(Call())) is True
    assert program.calls == [CALL, Call()]
    assert program.reception.callers == []


def test_a_call_comes_in_pieces(program: Program, meanwhile: Callable[..., object]) -> None:
    message = handover.packed(CALL)
    assert meanwhile(lambda: _said(message[:2], message[2:9], message[9:])) == TAKEN
    assert program.calls == [CALL]


def test_nobody_is_there(runtime: Path) -> None:
    assert handover.ask(CALL) is False
    assert list(runtime.iterdir()) == []


def test_one_program_only(program: Program, runtime: Path) -> None:
    assert handover.claim() is None
    assert len(list(runtime.glob("*.socket"))) == 1


def test_the_next_program_may_after_the_first(program: Program, runtime: Path) -> None:
    program.reception.close()
    assert list(runtime.iterdir()) == []
    door = handover.claim()
    assert door is not None
    door.close()


def test_what_a_killed_program_leaves_is_no_hindrance(runtime: Path, qtbot: QtBot) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(handover.place()))
    assert handover.ask(CALL) is False
    program = Program()
    program.reception.close()


def test_only_the_owner_may_open_it(program: Program, runtime: Path) -> None:
    assert {oct(path.stat().st_mode & 0o777) for path in runtime.iterdir()} == {"0o600"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"GET / HTTP/1.1\r\n\r\n",
        b"[]",
        b'{"files": ["relative.yaml"]}',
        b'{"files": ["/a\\u0000b"]}',
        b'{"files": "/a"}',
        b'{"files": [1]}',
        b'{"do": "rm"}',
        b'{"view": {"range": 1}}',
        b"[" * 100_000,
        b'{"view": ' * 10_000,
    ],
)
def test_what_is_no_call_is_refused(body: bytes, program: Program, meanwhile: Callable[..., object]) -> None:
    with pytest.raises(RefusedError):
        handover.unpacked(body)
    assert meanwhile(lambda: _said(LENGTH.pack(len(body)) + body)) == b""
    assert meanwhile(lambda: handover.ask(CALL)) is True
    assert program.calls == [CALL]


def test_a_message_has_a_largest_size(program: Program, meanwhile: Callable[..., object]) -> None:
    with pytest.raises(RefusedError):
        Message().add(LENGTH.pack(LARGEST + 1))
    with pytest.raises(RefusedError):
        Message().add(handover.packed(Call()) + b"x")
    assert meanwhile(lambda: _said(LENGTH.pack(2**32 - 1))) == b""
    too_much = Call(tuple(f"/{number:>1000}" for number in range(1000)))
    assert meanwhile(lambda: handover.ask(too_much)) is False
    assert program.calls == []


def test_who_says_nothing_is_sent_away(
    program: Program, meanwhile: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reception, "TIME_LIMIT_MS", 50)
    assert meanwhile(_said) == b""
    assert meanwhile(lambda: _said(LENGTH.pack(10), b"{")) == b""
    assert program.reception.callers == []


def test_too_many_at_once_are_turned_away(program: Program, qtbot: QtBot, meanwhile: Callable[..., object]) -> None:
    silent = [_connected() for _ in range(reception.AT_ONCE)]
    qtbot.waitUntil(lambda: len(program.reception.callers) == reception.AT_ONCE)
    assert meanwhile(lambda: handover.ask(CALL)) is False
    for caller in silent:
        caller.close()
    qtbot.waitUntil(lambda: not program.reception.callers)
    assert meanwhile(lambda: handover.ask(CALL)) is True


def test_a_caller_that_waits_no_longer_is_not_served(program: Program, qtbot: QtBot) -> None:
    """It has opened a window of its own by then."""
    with _connected() as caller:
        caller.sendall(handover.packed(CALL))
    qtbot.wait(100)
    assert program.calls == []
    assert program.reception.callers == []


def test_strangers_are_turned_away(
    program: Program, meanwhile: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover, "is_own", lambda _: False)
    assert meanwhile(lambda: _said(handover.packed(CALL))) == b""
    assert program.calls == []


def test_who_is_a_stranger() -> None:
    one, other = socket.socketpair(socket.AF_UNIX)
    with one, other, pytest.MonkeyPatch.context() as patched:
        assert handover.is_own(one)
        patched.setattr(os, "geteuid", lambda: os.getuid() + 1)
        assert not handover.is_own(one)


def test_a_stranger_is_told_nothing(
    program: Program, meanwhile: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([False])
    monkeypatch.setattr(handover, "is_own", lambda _: next(answers, True))
    heard: list[Call] = []
    monkeypatch.setattr(program.reception, "_serve", heard.append)
    assert meanwhile(lambda: handover.ask(CALL)) is False
    assert heard == []


def test_a_check_of_a_built_program_stays_alone(
    program: Program, monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[..., object]
) -> None:
    monkeypatch.setenv(handover.SMOKE, "report.json")
    assert meanwhile(lambda: handover.ask(CALL)) is False
    assert handover.claim() is None


@pytest.mark.parametrize("variable", ["DISPLAY", "HOME", "XDG_CONFIG_HOME"])
def test_another_display_or_other_settings_are_another_program(
    variable: str, program: Program, monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[..., object]
) -> None:
    monkeypatch.setenv(variable, "/another")
    assert meanwhile(lambda: handover.ask(CALL)) is False


def test_a_runtime_folder_that_others_can_open_is_not_used(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = runtime / "tmp"
    elsewhere.mkdir()
    monkeypatch.setenv("TMPDIR", str(elsewhere))
    runtime.chmod(0o755)
    place = handover.place()
    assert place is not None
    own = place.parent
    assert own == elsewhere / f"timeglass-{os.geteuid()}"
    assert own.stat().st_mode & 0o777 == 0o700
    assert handover.place() == place
    own.chmod(0o777)
    assert handover.place() is None
    assert handover.claim() is None
    assert handover.ask(CALL) is False
    own.rmdir()
    own.symlink_to(runtime)
    assert handover.place() is None


def test_a_path_that_is_too_long_is_passed_over(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = runtime / ("x" * 100)
    deep.mkdir(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    assert handover.claim() is None
    monkeypatch.setattr(handover, "SHARED", str(runtime))
    door = handover.claim()
    assert door is not None
    assert len(list(runtime.glob("timeglass-*/*.socket"))) == 1
    door.close()


def test_a_pipe_takes_calls(qtbot: QtBot, runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handover, "name", lambda: str(runtime / "pipe"))
    calls: list[Call] = []
    server = reception_pipe.PipeReception(calls.append)
    assert server.listening
    caller = QLocalSocket()

    def said(*pieces: bytes) -> bytes:
        caller.connectToServer(handover.name())
        for piece in pieces:
            caller.write(piece)
            caller.flush()
            qtbot.wait(20)
        qtbot.waitUntil(lambda: caller.state() == QLocalSocket.LocalSocketState.UnconnectedState)
        return bytes(caller.readAll().data())

    message = handover.packed(CALL)
    assert said(message) == TAKEN
    assert said(message[:7], message[7:]) == TAKEN
    assert said(LENGTH.pack(2) + b"no") == b""
    assert calls == [CALL, CALL]
    monkeypatch.setattr(reception_pipe, "TIME_LIMIT_MS", 30)
    assert said(message[:5]) == b""
    assert not server.callers
    server.close()
    caller.deleteLater()
