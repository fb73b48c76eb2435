"""Tables that Aeon Timeline exports."""

from collections.abc import Mapping

from timeglass.chrono.edtf_date import DateError
from timeglass.formats.document import Document, Source
from timeglass.formats.foreign.aeon_parts import Belongings, parent_ids, part_of, part_of_kind, tell_colours, told_texts
from timeglass.formats.foreign.column_dates import DateColumn
from timeglass.formats.foreign.draft import Draft, Tree
from timeglass.formats.foreign.html_text import plain_of
from timeglass.formats.foreign.sheet import Sheet, head_names, read_sheet
from timeglass.formats.foreign.table import recalled
from timeglass.formats.links import is_web_address
from timeglass.formats.problem import Place, shown

_OLD, _NEW = {"eventid", "title", "start date"}, {"type", "display id", "label", "start date"}
_KNOWN = frozenset(
    {"type", "display id", "eventid", "label", "title", "summary", "narrative position", "color", "grouped under"}
    | {"initials", "ongoing", "start date", "latest start date", "duration", "earliest end date", "end date", "parent"}
    | {"blocked by", "links", "notes", "scene", "description"}
)


def sniff(name: str, head: bytes) -> float:
    """How surely a file is a table that Aeon exported."""
    names = {cell.lower() for cell in head_names(head)}
    return 0.96 if names >= _OLD or names >= _NEW else 0.0


def read(source: Source) -> Document:
    """Read a table that Aeon 2 or 3 exported; of the latter's rows, those of the type Event are events."""
    chosen = recalled(source)
    if chosen is not None:
        return chosen
    sheet = read_sheet(source)
    names = [name.strip().lower() for name in sheet.names]
    lacking = dict.fromkeys((_NEW if "type" in names else _OLD) - set(names), "")  # a name may be spoilt
    rows = [{**lacking, **dict(zip(names, map(str.strip, cells), strict=True))} for cells in sheet.rows]
    return _Table(Draft(source), sheet, rows).document()


class _Table:
    """Reads an exported table."""

    def __init__(self, draft: Draft, sheet: Sheet, rows: list[dict[str, str]]) -> None:
        self._draft = draft
        self._sheet = sheet
        self._rows = rows
        self._dates = DateColumn(row.get("start date", "") for row in rows)
        times = (row.get(name, "")[10:].strip() for row in rows for name in ("start date", "end date"))
        self._by_days = all(time in ("", "00:00", "00:00:00") for time in times)
        self._is_new = any("type" in row for row in rows[:1])
        self._key = "display id" if self._is_new else "eventid"
        self._title = "label" if self._is_new else "title"
        others = (row for row in rows if row.get("type", "Event") != "Event")
        self._things = {row[self._key]: (row["type"].lower(), row[self._title]) for row in others}
        events = {row[self._key]: row[self._title] for row in rows if row.get("type", "Event") == "Event"}
        parents = {row.get("grouped under") or row.get("parent", "") for row in rows} & events.keys()
        self._ids = parent_ids((key, events[key]) for key in events if key in parents)

    def document(self) -> Document:
        """The timeline of the table."""
        colours = 0
        for number, row in enumerate(self._draft.each(self._rows)):
            if row.get("type", "Event") == "Event":
                self._event(row, self._sheet.place(number))
                colours += bool(row.get("color"))
        tell_colours(self._draft, colours)
        return self._draft.document()

    def _event(self, row: Mapping[str, str], place: Place) -> None:
        belongs = Belongings()
        for name, cell in row.items():
            if name in _KNOWN or not cell:
                continue
            if name == "tags":
                belongs.add("tag", _items(cell))
            elif self._is_new:
                for key in _items(cell):
                    kind, label = self._things.get(key, (name, key))
                    belongs.add(kind, [label])
            elif part_of_kind(name):
                belongs.add(name, _items(cell))
        start, end = self._when(row, "start date"), self._when(row, "end date")
        if self._by_days:
            start, end = start.partition("T")[0], end.partition("T")[0]
        if row.get("ongoing", "").lower() == "true" and start:
            when: Tree = {"date": f"{start.partition('T')[0]}/.."}
        else:
            when = self._draft.when(start, end)
        said = [row.get(name, "") for name in ("summary", "description", "notes")]
        doubt = [f"{name.capitalize()}: {row[name]}." for name in ("latest start date", "earliest end date")
                 if row.get(name) and row[name] != row.get(name.split(" ", 1)[1])]  # fmt: skip
        parent = row.get("grouped under") or row.get("parent", "")
        if not row.get("start date"):
            self._draft.lost("the event has no start")
        self._draft.add(
            {
                "id": self._ids.get(row[self._key], ""),
                "date": when["date"],
                "title": plain_of(row[self._title]) or "Untitled",
                **told_texts(said, doubt),
                **belongs.tree(self._draft, {}),
                "sources": [link for link in _items(row.get("links", "")) if is_web_address(link)],
                "related": part_of(self._ids.get(parent, "")),
            },
            place,
        )

    def _when(self, row: Mapping[str, str], name: str) -> str:
        found = self._dates.read(row.get(name, ""))
        if isinstance(found, DateError):
            self._draft.lost(f"{shown(row[name])!r} is no date: {found.reason}")
            return ""
        return found


def _items(cell: str) -> list[str]:
    mark = "|" if "|" in cell else ","
    return [item.strip() for item in cell.strip('"').split(mark) if item.strip()]
