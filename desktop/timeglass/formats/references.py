"""Source references, pictures and figures of an entry: kept where they are sound, reported where not."""

import math
from collections.abc import Collection
from pathlib import Path as FilePath

from timeglass.events.event import Figure, Medium, SourceRef
from timeglass.formats import links
from timeglass.formats.entries import FigureEntry, MediumEntry, SourceRefEntry
from timeglass.formats.nearest import Suggester
from timeglass.formats.problem import Path, Problems, shown


class References:
    """Turns the references in one file's entries into records.

    ``known`` are the keys of the file's sources. With ``closed``, others are faults.
    """

    def __init__(
        self,
        problems: Problems,
        suggester: Suggester,
        known: Collection[str],
        closed: bool,
        folder: FilePath | None,
    ) -> None:
        self._problems = problems
        self._suggester = suggester
        self._known = known
        self._closed = closed
        self._folder = folder

    def sources(self, entries: tuple[str | SourceRefEntry, ...], path: Path) -> tuple[SourceRef, ...]:
        """Records of the sources of an entry; ``path`` is that of the list."""
        refs = []
        for row, entry in enumerate(entries):
            at = (*path, row)
            ref = self._of_text(entry, at) if isinstance(entry, str) else self._of_entry(entry, at)
            if ref is not None:
                refs.append(ref)
        return tuple(refs)

    def key(self, key: str, path: Path) -> None:
        """Check that a source of this key exists."""
        if key and self._closed and key not in self._known:
            self._problems.error(path, f"unknown source {shown(key)!r}", self._suggester.nearest(key, self._known))

    def address(self, url: str, path: Path) -> str:
        """The address if it is one that may be opened, else "" after a report."""
        if not url or links.is_web_address(url):
            return url
        self._problems.error(path, f"{shown(url)!r} is no web address (http:// or https://)")
        return ""

    def pictures(self, entries: tuple[MediumEntry, ...], path: Path) -> tuple[Medium, ...]:
        """Records of pictures that lie inside the file's folder."""
        media = []
        for row, entry in enumerate(entries):
            at = (*path, row, "file")
            fault = links.picture_fault(entry.file, self._folder)
            if fault:
                self._problems.error(at, f"{shown(entry.file)!r} {fault}")
                continue
            if self._folder is not None and not (self._folder / entry.file).is_file():
                self._problems.warn(at, f"there is no picture {shown(entry.file)!r} beside the timeline file")
            media.append(Medium(file=entry.file, caption=entry.caption, credit=entry.credit))
        return tuple(media)

    def figures(self, entries: tuple[FigureEntry, ...], path: Path) -> tuple[Figure, ...]:
        """Records of figures whose values are numbers."""
        figures = []
        for row, entry in enumerate(entries):
            if self.finite(entry.value, (*path, row, "value")):
                figures.append(Figure(label=entry.label, value=entry.value, unit=entry.unit))
        return tuple(figures)

    def finite(self, value: float | None, path: Path) -> bool:
        """Tell whether a value is a number, after a report if it is not."""
        if value is None or math.isfinite(value):
            return True
        self._problems.error(path, f"{value} is no number that can be drawn")
        return False

    def _of_text(self, text: str, path: Path) -> SourceRef | None:
        if text in self._known:
            return SourceRef(source=text)
        if links.is_web_address(text):
            return SourceRef(url=text)
        if not text.strip():
            return None
        if links.is_risky(text):
            self._problems.warn(path, f"{shown(text)!r} is no web address and is shown as plain text")
        return SourceRef(text=text)

    def _of_entry(self, entry: SourceRefEntry, path: Path) -> SourceRef | None:
        if not (entry.source or entry.url or entry.text):
            self._problems.error(path, "one of 'source', 'url' and 'text' is needed")
            return None
        self.key(entry.source, (*path, "source"))
        url = self.address(entry.url, (*path, "url"))
        text = entry.text if url == entry.url else (entry.text or entry.url)
        return SourceRef(source=entry.source, locator=entry.locator, url=url, text=text)
