"""Results of a SPARQL query in JSON, as Wikidata's query service gives them."""

import re
from collections.abc import Sequence
from typing import Any

from timeglass.formats.document import Document, Source
from timeglass.formats.foreign.calendar_text import date_text, year_text
from timeglass.formats.foreign.draft import PARSED, Draft, Tree
from timeglass.formats.foreign.julian import gregorian_of_julian
from timeglass.formats.json_places import JsonPlaces, JsonTree
from timeglass.formats.links import is_web_address
from timeglass.formats.problem import Path, UnreadableError, shown
from timeglass.formats.text import decode, scrub

Row = dict[str, Tree]

_TIME = re.compile(r"([+-]?)(\d{1,16})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z?")
_END = re.compile(r"end|death|died|dissol|abolish|until|finish|closed|(?:^|_)to$", re.IGNORECASE)
_JULIAN = re.compile(r"Q1985786$|julian", re.IGNORECASE)
_LANGUAGE_ENDING = re.compile(r"_([a-z]{2,3}(?:_[a-z]{2,4})?)$")
_DAY, _MONTH, _YEAR, _DECADE, _CENTURY, _MILLENNIUM = 11, 10, 9, 8, 7, 6


def sniff(name: str, head: bytes) -> float:
    """How surely a file holds the results of a SPARQL query."""
    if b'"head"' in head and (b'"vars"' in head or b'"boolean"' in head):
        return 0.95 if b'"bindings"' in head or b'"boolean"' in head else 0.4
    return 0.2 if name.lower().endswith(".srj") else 0.0


def read(source: Source) -> Document:
    """Read query results: each row with a date becomes an event."""
    text = decode(source.data, source.problems, long_lines=True)
    tree = JsonTree(text, source.problems, source.part(0.0, PARSED))
    places = JsonPlaces(text, tree.starts)
    source.problems.locate = places
    root = scrub(tree.take_root(), (), source.problems)
    results = root.get("results") if isinstance(root, dict) else None
    found = results.get("bindings") if isinstance(results, dict) else None
    if not isinstance(found, list):
        raise UnreadableError("no timeline: the query's answer has no rows (no 'bindings')", 1, 1)
    rows = [_row(row) for row in found]
    head = root.get("head")
    declared = head.get("vars") if isinstance(head, dict) else None
    order = [name for name in declared if isinstance(name, str)] if isinstance(declared, list) else []
    bound = {name for row in rows for name in row}
    names = [name for name in dict.fromkeys((*order, *sorted(bound))) if name in bound]
    dates = [name for name in names if any(_TIME.fullmatch(str(row[name]["value"])) for row in rows if name in row)]
    if not dates:
        raise UnreadableError("no timeline: none of the query's variables holds a date", 1, 1)
    end = next((name for name in dates if _END.search(name)), "")
    start = next((name for name in dates if name != end), "")
    draft = Draft(source, places)
    reader = _Reader(draft, rows, names, start, end)
    for row, values in enumerate(draft.each(rows)):
        reader.add(values, ("results", "bindings", row))
    without = len(rows) - len(draft.events)
    if without:
        draft.problems.warn((), f"rows without a date were passed over: {without} of {len(rows)}")
    return draft.document()


def _row(raw: Any) -> Row:
    """The variables that a row binds, with their values as text."""
    if not isinstance(raw, dict):
        return {}
    return {
        name: {**part, "value": str(part["value"])}
        for name, part in raw.items()
        if isinstance(part, dict) and isinstance(part.get("value"), (str, int, float))
    }


class _Reader:
    """Makes events of rows."""

    def __init__(self, draft: Draft, rows: Sequence[Row], names: list[str], start: str, end: str) -> None:
        self._draft = draft
        self._start, self._end = start, end
        self._texts = [name for name in names if any("xml:lang" in row.get(name, {}) for row in rows)]
        self._texts += [name for name in names if name.endswith("Label") and name not in self._texts]
        self._thing, self._title = self._choose_titles(start or end)
        self._precision = {name: _beside(name, names, "precision") for name in (start, end) if name}
        self._calendar = {name: _beside(name, names, "calendar") for name in (start, end) if name}
        self._rounded = {
            name
            for name in (start, end)
            if name and not self._precision[name] and _all_new_year([row[name]["value"] for row in rows if name in row])
        }
        self._said_julian = False
        for name in self._rounded:
            message = f"every value of {shown(name)!r} is a 1 January: they were read as years"
            draft.problems.warn((), message)

    def _choose_titles(self, date: str) -> tuple[str, list[str]]:
        """The name of the thing that rows are about, and the variables with its labels.

        It is the one whose name begins the date's (``term`` for ``termStart``), else the first with labels.
        """
        bases = {name: _LANGUAGE_ENDING.sub("", name.removesuffix("Label")) for name in self._texts}
        if not bases:
            return "", []
        fitting = [base for base in bases.values() if date.startswith(base)]
        chosen = max(fitting, key=len) if fitting else next(iter(bases.values()))
        return chosen, [name for name, base in bases.items() if base == chosen]

    def add(self, row: Row, origin: Path) -> None:
        """Add the event of a row, if it has a date."""
        start, end = (self._date(row, name) if name else "" for name in (self._start, self._end))
        if not start and not end:
            return
        when = self._draft.when(start, end) if start else {"date": f"../{end}"}
        self._draft.add(
            {
                "date": when["date"],
                "title": self._name(row),
                "details": when.get("details", ""),
                "tags": list(
                    dict.fromkeys(row[name]["value"] for name in self._texts if name in row and name not in self._title)
                ),
                "sources": self._address(row),
            },
            origin,
        )

    def _address(self, row: Row) -> list[str]:
        """Where the thing, or else the first thing with an address, is described."""
        given = [name for name in (self._thing, "item", *row) if name in row and is_web_address(row[name]["value"])]
        return [row[given[0]]["value"]] if given else []

    def _name(self, row: Row) -> Any:
        """What the row is about, in each language that it has."""
        found: dict[str, str] = {}
        for name in self._title or self._texts[:1]:
            part = row.get(name)
            if part is not None and part["value"].strip():
                language = str(part.get("xml:lang", "")).lower()
                found.setdefault(
                    language if re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{1,8})*", language) else "", part["value"]
                )
        if len(found) > 1 and "" not in found:
            return found
        if found:
            return next(iter(found.values()))
        literals = [row[name]["value"] for name in self._texts if name in row]
        literals += [part["value"] for part in row.values() if part.get("type") == "literal"]
        words = [value for value in literals if not _TIME.fullmatch(value)]
        return (words or [part["value"].rpartition("/")[2] for part in row.values()])[0]

    def _date(self, row: Row, name: str) -> str:
        """EDTF of a variable, as precise as the row says that it is."""
        if name not in row:
            return ""
        match = _TIME.fullmatch(row[name]["value"])
        if match is None:
            self._draft.lost(f"{shown(row[name]['value'])!r} is no date")
            return ""
        from_query = not match[1].startswith("+")
        year = int(match[2]) * (-1 if match[1] == "-" else 1)
        if year < 0 and "dateTime" not in str(row[name].get("datatype", "")):
            year += 1  # without a data type, -0044 is 44 BC, as in Wikidata's own records
        month, day = int(match[3]), int(match[4])
        precision = _DAY if month and day else _MONTH if month else _YEAR
        told = row.get(self._precision[name], {}).get("value", "")
        if told.isdigit():
            precision = int(told)
        elif name in self._rounded:
            precision = _YEAR
        calendar = row.get(self._calendar[name], {}).get("value", "")
        if _JULIAN.search(calendar) and precision >= _DAY:
            if not from_query:
                year, month, day = gregorian_of_julian(year, month, day)
            self._say_julian(from_query)
        try:
            if precision > _DAY:
                return date_text(year, month, day, int(match[5]), int(match[6]), int(match[7])) + "Z"
            return _rounded(year, month, day, precision)
        except ValueError as error:
            self._draft.lost(f"{shown(row[name]['value'])!r} is no date: {error}")
            return ""

    def _say_julian(self, from_query: bool) -> None:
        if not self._said_julian:
            self._said_julian = True
            done = "are given in the Gregorian one, as the query service does" if from_query else "were converted"
            self._draft.problems.warn((), f"dates of the Julian calendar {done}")


def _rounded(year: int, month: int, day: int, precision: int) -> str:
    """EDTF of a date of which only so much is known."""
    if precision >= _DAY:
        return date_text(year, month, day)
    if precision == _MONTH:
        return date_text(year, month)
    digits = {_DECADE: 1, _CENTURY: 2, _MILLENNIUM: 3}.get(precision, 0)
    if precision >= _YEAR:
        return year_text(year)
    if not digits or abs(year) > 9999:
        return f"{year_text(year)}~" if abs(year) <= 9999 else year_text(year)
    if precision in (_CENTURY, _MILLENNIUM) and year % 10**digits == 0:
        year -= 1  # the 19th century is told by its last year, 1900
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}"[: len(sign) + 4 - digits] + "X" * digits


def _beside(name: str, names: Sequence[str], what: str) -> str:
    """The variable that tells the precision or calendar of another; "" without one."""
    found = [other for other in names if what in other.lower()]
    near = [other for other in found if other.lower().startswith(name.lower())]
    return (near or (found if len(found) == 1 else []) or [""])[0]


def _all_new_year(values: Sequence[str]) -> bool:
    """Tell whether all dates are a 1 January at midnight, and there are enough of them to mean something."""
    return len(values) > 2 and all("-01-01T00:00:00" in value for value in values)
