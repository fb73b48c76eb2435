"""Opens what an exported PDF was made from: its data file, with the search, the selection and the range of then."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from timeglass import settings
from timeglass.errors import TimeglassError
from timeglass.settings import Settings
from timeglass.widgets.background import Background
from timeglass.widgets.counted import events_counted
from timeglass.widgets.files import Files
from timeglass.widgets.notices import NoticeArea, Offer
from timeglass.widgets.saving import Saving
from timeglass.widgets.services import MadeFrom, Services

NOTICE: Final = "reopened"
_TOLD_S: Final = 12.0
_PIECE: Final = 1 << 20


@dataclass(frozen=True)
class Found:
    """What a PDF was made from, and where that may lie; ``data`` None: nowhere that was looked."""

    pdf: Path
    made_from: MadeFrom
    data: Path | None


def digest_of(path: Path) -> str:
    """SHA-256 of a file in hex; "" where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()


def best_of(candidates: Sequence[Path], digest: str) -> Path | None:
    """The file with these very contents, else the first that is there."""
    there = [path for path in dict.fromkeys(candidates) if path.is_file()]
    same = (path for path in there if digest and digest_of(path) == digest)
    return next(same, there[0] if there else None)


class Reopening(QObject):
    """Carries out the opening of PDFs in a window. :meth:`close` must be called before it is dropped."""

    def __init__(
        self,
        services: Services,
        store: Settings,
        files: Files,
        saving: Saving,
        notices: NoticeArea,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._store = store
        self._files = files
        self._saving = saving
        self._notices = notices
        self._window = window
        self._pdf = Path()
        self._waiting: Found | None = None
        self._background = Background(self)
        self._background.done.connect(self._on_found)
        self._background.failed.connect(lambda words, fault: files.refuse(self._pdf, words, fault))
        files.document_requested.connect(self.open)
        files.shown.connect(self._on_shown)
        files.opener.refused.connect(self._forget)
        files.opener.cancelled.connect(self._forget)

    def close(self) -> None:
        """Open nothing any more."""
        self._background.close()

    def open(self, pdf: Path) -> None:
        """Look into a PDF and open what it was made from."""
        self._pdf = pdf
        candidates = list(self._candidates())
        made_from = self._services.made_from

        def look(_progress: object, _cancelled: object) -> Found:
            made = made_from(pdf) if made_from is not None else None
            if made is None:
                raise TimeglassError(
                    QCoreApplication.translate(
                        "Reopening", "it holds no view of a timeline: it was not made with Timeglass"
                    )
                )
            named = [path for path in (pdf.with_name(made.file), *candidates) if path.name == made.file]
            return Found(pdf, made, best_of(named, made.digest) if made.file else None)

        self._background.start(look)

    def _candidates(self) -> Iterator[Path]:
        """Files that this window, this person or this program knows of."""
        if self._files.path is not None:
            yield self._files.path
        recent = self._store.get(settings.RECENT_FILES)
        yield from (Path(path) for path in recent)
        if self._services.builtin is not None:
            yield self._services.builtin

    def _on_found(self, found: Found) -> None:
        if found.data is None:
            words = self.tr("{pdf} was made from “{file}”, which is not beside it.")
            self._notices.tell(
                NOTICE,
                words.format(pdf=found.pdf.name, file=found.made_from.file),
                [Offer(self.tr("Find it…"), partial(self._find, found))],
                severity="warning",
            )
            if self._files.path is None:
                self._files.open_builtin()
            return
        self._open_data(found, found.data)

    def _find(self, found: Found) -> None:
        patterns = " ".join(self._services.readable()) or "*"
        kinds = self.tr("Timelines ({patterns});;All files (*)").format(patterns=patterns)
        title = self.tr("Find “{file}”").format(file=found.made_from.file)
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(found.pdf.parent), kinds)
        if name:
            self._open_data(found, Path(name))

    def _open_data(self, found: Found, data: Path) -> None:
        self._waiting = Found(found.pdf, found.made_from, data)
        if self._is_open(data):
            self._on_shown()
        else:
            self._files.open(data)

    def _is_open(self, data: Path) -> bool:
        opened = self._files.opened
        return (
            opened is not None
            and self._files.path is not None
            and self._files.path.absolute() == data.absolute()
            and opened.timeline.digest == digest_of(data)
        )

    def _forget(self) -> None:
        self._waiting = None

    def _on_shown(self) -> None:
        found, self._waiting = self._waiting, None
        if found is None or self._files.opened is None:
            return
        made, timeline = found.made_from, self._files.opened.timeline
        self._saving.show_view(made.view)
        gone = sum(identifier not in timeline.row_by_id for identifier in made.view.ids)
        if timeline.digest == made.digest:
            words = self.tr("This is how {pdf} was made, on {day}: {events}.")
            severity, seconds = "info", _TOLD_S
        elif gone:
            words = self.tr(
                "The data has changed since {pdf} was made, on {day}: of its {events}, {gone} are no longer there."
            )
            severity, seconds = "warning", 0.0
        else:
            words = self.tr("The data has changed since {pdf} was made, on {day}; all its {events} are still there.")
            severity, seconds = "warning", 0.0
        told = words.format(
            pdf=found.pdf.name, day=made.exported[:10], events=events_counted(len(made.view.ids)), gone=f"{gone:,}"
        )
        self._notices.tell(NOTICE, told, severity=severity, seconds=seconds)
