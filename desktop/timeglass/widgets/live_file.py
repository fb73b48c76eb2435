"""Notices when files change on the disk: by the system's word, and by a look now and then where it gives none."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

SETTLED_MS: Final = 150
"""A file that has been the same for so long is taken as written."""
LONGEST_MS: Final = 2_000
"""One that never rests is looked at after so long, and again after that."""
LOST_MS: Final = 1_500
"""Editors that save by renaming leave a moment without a file; only one that is missing for longer is gone."""
POLL_MS: Final = 3_000
"""Network folders and links tell nothing of a change: they are looked at so often."""

Signature = tuple[int, int, int]
"""Time of the last change in nanoseconds, size, and the file's number."""


def signature_of(path: Path) -> Signature | None:
    """What a file looks like from outside; None where there is none."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


@dataclass(slots=True)
class _Pending:
    """A change that has not settled: what the file looks like, since when, and when the change began."""

    signature: Signature | None
    since: float
    begun: float

    def is_settled(self, now: float) -> bool:
        rest = SETTLED_MS if self.signature is not None else LOST_MS
        never_rests = self.signature is not None and now - self.begun >= LONGEST_MS / 1_000
        return now - self.since >= rest / 1_000 or never_rests


class LiveFile(QObject):
    """Watches some files and their folders. :meth:`close` ends it."""

    changed = Signal(object)
    """Path of a file with other content, or of one that is there again."""
    lost = Signal(object)
    """Path of a file that is gone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: dict[Path, Signature | None] = {}
        self._pending: dict[Path, _Pending] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self.check)
        self._watcher.directoryChanged.connect(self.check)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED_MS)
        self._soon.timeout.connect(self.check)
        self._poll = QTimer(self)
        self._poll.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.check)

    @property
    def paths(self) -> tuple[Path, ...]:
        """What is watched."""
        return tuple(self._seen)

    def watch(self, paths: Sequence[Path]) -> None:
        """Watch these files, as they are now, and no others; what was watched before keeps its state."""
        self._pending = {path: change for path, change in self._pending.items() if path in paths}
        self._seen = {path: self._seen[path] if path in self._seen else signature_of(path) for path in paths}
        wanted = {str(path.parent) for path in paths if path.parent.is_dir()}
        given_up = [name for name in self._watcher.files() if Path(name) not in self._seen]
        given_up += [name for name in self._watcher.directories() if name not in wanted]
        if given_up:
            self._watcher.removePaths(given_up)
        self._listen()
        if paths:
            self._poll.start()
        else:
            self._poll.stop()
            self._soon.stop()

    def close(self) -> None:
        """Watch nothing any more."""
        self.watch(())

    def _listen(self) -> None:
        """Have the system tell of each file and folder. It forgets a file that another was renamed to."""
        heard = {*self._watcher.files(), *self._watcher.directories()}
        wanted = {str(path) for path in self._seen if path.is_file()}
        wanted |= {str(path.parent) for path in self._seen if path.parent.is_dir()}
        if wanted - heard:
            self._watcher.addPaths(sorted(wanted - heard))

    def check(self) -> None:
        """Look at all files; tell of a change once it has settled."""
        now = time.monotonic()
        told: list[Path] = []
        for path, seen in self._seen.items():
            signature = signature_of(path)
            change = self._pending.get(path)
            if signature == seen:
                self._pending.pop(path, None)
            elif change is None or change.signature != signature:
                self._pending[path] = _Pending(signature, now, change.begun if change else now)
            if path in self._pending and self._pending[path].is_settled(now):
                told.append(path)
        self._listen()
        for path in told:
            self._seen[path] = self._pending.pop(path).signature
        if self._pending:
            self._soon.start()
        for path in told:
            if self._seen.get(path) is None:
                self.lost.emit(path)
            else:
                self.changed.emit(path)
