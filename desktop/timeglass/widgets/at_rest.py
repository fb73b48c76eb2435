"""What a person's next step needs, prepared while nothing else is to be done."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer

REST_MS: Final = 2_000
"""So long after the first frame the window has what it needs itself."""
STEP_MS: Final = 100
"""Between two steps, so that none keeps a frame waiting for another."""


class AtRest(QObject):
    """Takes one step after the other: what would hold up a first time as a whole is done by then."""

    def __init__(self, steps: Iterator[None], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    def _on_timeout(self) -> None:
        for _ in self._steps:
            self._timer.start(STEP_MS)
            return
