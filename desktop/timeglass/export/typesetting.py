"""Sets pages so that they can be given up at any moment, beside the window or in a process of their own."""

import math
import threading
import time
from collections.abc import Callable
from typing import Final

from timeglass.export.apart import set_apart
from timeglass.export.engine import Order, set_pages
from timeglass.export.job import Cancelled, ExportCancelledError, Progress

Tick = Callable[[], None]
"""Called now and then while the pages are set; it may raise to end that."""

POLL_S: Final = 0.02
"""Between two ticks."""
MOST_BYTES: Final = 2_500_000
"""Files of more are taken over by typst in a process of its own: meanwhile no other thread can run, some 10 ms a
million bytes."""


def typeset(
    order: Order,
    *,
    apart: bool = False,
    expected_seconds: float = 1.0,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[bytes]:
    """Set the pages: one PDF, or one SVG per page. Raises ExportCancelledError and TypesettingError.

    typst cannot say how far it is, so progress nears 1 along an exponential of the expected time. What is set here
    makes the next setting of the same pages fast; what is set ``apart`` leaves no memory taken.
    """
    started = time.monotonic()

    def tick() -> None:
        if cancelled is not None and cancelled():
            raise ExportCancelledError
        if progress is not None:
            progress(1 - math.exp(-(time.monotonic() - started) / expected_seconds), "Setting the pages")

    if apart or sum(map(len, order.files.values())) > MOST_BYTES:
        return set_apart(order, tick, POLL_S)
    return _set_beside(order, tick)


def _set_beside(order: Order, tick: Tick) -> list[bytes]:
    """In a thread; when given up it is left to finish unheard: it holds no lock, no file and nothing on disk."""
    result: list[bytes] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            result.extend(set_pages(order))
        except BaseException as error:  # handed to the waiting thread, whatever it is
            failure.append(error)

    worker = threading.Thread(target=run, name="typst")
    worker.start()
    while worker.is_alive():
        worker.join(POLL_S)
        tick()
    if failure:
        raise failure[0]
    return result
