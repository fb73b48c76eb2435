"""Dates of one file: each distinct text is parsed once, and each fault becomes a problem."""

from timeglass.chrono.edtf import parse_file_date
from timeglass.chrono.edtf_date import DateError, EdtfDate
from timeglass.formats.problem import Path, Problems, shown


class Dates:
    """Parses the dates of one file."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self.known: dict[str, EdtfDate] = {}
        """All sound dates so far, by their texts."""

    def parse(self, text: str, path: Path) -> EdtfDate | None:
        """The date, or None after reporting why it is none."""
        known = self.known.get(text)
        if known is not None:
            return known
        try:
            date = parse_file_date(text)
        except DateError as error:
            self._problems.error(path, f"{shown(text)!r} is no date: {error.reason}", error.suggestion)
            return None
        self.known[text] = date
        return date

    def mention(self, text: str, path: Path) -> None:
        """Check a date that is only shown as text; a fault is a warning."""
        if text and text not in self.known:
            try:
                self.known[text] = parse_file_date(text)
            except DateError as error:
                self._problems.warn(path, f"{shown(text)!r} is no date: {error.reason}", error.suggestion)
