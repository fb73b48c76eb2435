"""Sets many pages in a process of its own: the same program, called with :data:`CALL`.

A large job takes gigabytes, and all threads stand still while typst takes its data over. In another process it can be
ended at once, gives all its memory back, and takes nobody along when the system ends it for want of memory.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Final, cast

import msgspec

from timeglass.errors import UsageError
from timeglass.export.engine import Order, TypesettingError, set_pages

CALL: Final = "--set-pages"
"""The one argument of such a process. It reads an :class:`Order` and writes what became of it, and touches no file."""

_LENGTH: Final = 8
"""Bytes of the number before an order that says how long it is."""


class _Outcome(msgspec.Struct):
    pages: list[bytes]
    fault: str = ""


def command() -> list[str]:
    """What starts this program once more, packaged or not; no module of the current folder has a part in it (-P)."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "timeglass"]
    return [*program, CALL]


def set_apart(order: Order, tick: Callable[[], None], poll_s: float) -> list[bytes]:
    """Set the pages in another process, and wait for it.

    ``tick`` is called every ``poll_s`` seconds; what it raises ends the process. Raises TypesettingError, also where
    the process is ended by others.
    """
    try:
        process = subprocess.Popen(
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise TypesettingError(f"the pages could not be set: no further process can be started ({error})") from None
    with process:
        answer = _answer(process, msgspec.msgpack.encode(order), tick, poll_s)
    try:
        outcome = msgspec.msgpack.decode(answer, type=_Outcome)
    except msgspec.DecodeError:
        reason = "for want of memory, it seems" if process.returncode == -9 else f"status {process.returncode}"
        raise TypesettingError(f"the pages could not be set: the process was ended ({reason})") from None
    if outcome.fault:
        raise TypesettingError(outcome.fault)
    return outcome.pages


def _answer(process: "subprocess.Popen[bytes]", asked: bytes, tick: Callable[[], None], poll_s: float) -> bytes:
    """What the process says to what it is asked."""
    pipe = cast("IO[bytes]", process.stdin)
    process.stdin = None  # communicate() forgets what it has not sent when its time is over

    def send() -> None:
        with suppress(OSError):  # it may be gone
            pipe.write(len(asked).to_bytes(_LENGTH) + asked)
            pipe.flush()

    sender = threading.Thread(target=send, name="order")
    sender.start()
    try:
        while True:
            try:
                return process.communicate(timeout=poll_s)[0]
            except subprocess.TimeoutExpired:
                tick()
    finally:
        process.kill()
        sender.join()
        with suppress(OSError):
            pipe.close()


def serve(asked: IO[bytes], answers: IO[bytes], begun: Callable[[], None] = lambda: None) -> int:
    """Be that process; ``begun`` is called when the order is there. Raises UsageError for what no other one sent."""
    try:
        order = msgspec.msgpack.decode(asked.read(int.from_bytes(asked.read(_LENGTH))), type=Order)
    except (msgspec.DecodeError, MemoryError, OverflowError):
        raise UsageError(f"{CALL} is how this program calls itself") from None
    begun()
    try:
        outcome = _Outcome(set_pages(order))
    except TypesettingError as error:
        outcome = _Outcome([], str(error))
    answers.write(msgspec.msgpack.encode(outcome))
    answers.flush()
    return 0


def serve_caller() -> int:
    """Be that process, at the other end of the caller's pipes; nothing else may write to them.

    The caller keeps its pipe open until it has its answer: when it closes before, nobody waits for one any more.
    """

    def leave_with_caller() -> None:
        os.read(0, 1)
        os._exit(1)

    watch = threading.Thread(target=leave_with_caller, name="caller", daemon=True)
    with os.fdopen(os.dup(0), "rb") as asked, os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)
        return serve(asked, answers, watch.start)
