"""TimelineJS as a spreadsheet: a row for each slide, era, and the title."""

from timeglass.chrono.casual import suggest
from timeglass.formats.document import Document, Source
from timeglass.formats.foreign.calendar_text import astronomical, date_text, year_only
from timeglass.formats.foreign.draft import Draft, Tree, texts
from timeglass.formats.foreign.html_text import markdown_of, plain_of
from timeglass.formats.foreign.sheet import head_names, read_sheet
from timeglass.formats.foreign.table import recalled
from timeglass.formats.foreign.time_text import clock
from timeglass.formats.foreign.timelinejs import media_sources
from timeglass.formats.problem import shown

_NEEDED = {"year", "headline"}
_KNOWN = {
    "year", "month", "day", "time", "end year", "end month", "end day", "end time", "display date", "headline", "text",
    "media", "media credit", "media caption", "media thumbnail", "alt text", "type", "group", "background", "link",
}  # fmt: skip


def sniff(name: str, head: bytes) -> float:
    """How surely a file is a spreadsheet of TimelineJS."""
    names = {name.lower() for name in head_names(head)}
    return 0.95 if names >= _NEEDED and len(names & _KNOWN) >= 5 else 0.0


def read(source: Source) -> Document:
    """Read a spreadsheet of TimelineJS."""
    chosen = recalled(source)
    if chosen is not None:
        return chosen
    sheet = read_sheet(source)
    names = [name.lower() for name in sheet.names]
    draft = Draft(source)
    extra = [name for name in sheet.names if name and name.lower() not in _KNOWN]
    for row, cells in enumerate(draft.each(sheet.rows)):
        slide = {name: cell.strip() for name, cell in zip(names, cells, strict=True)}
        kind = slide.get("type", "").lower()
        place = sheet.place(row)
        headline, text = plain_of(slide["headline"]), markdown_of(slide.get("text", ""))
        if kind == "title":
            draft.title(headline, text)
            continue
        if kind == "era":
            draft.era({"title": headline or "Era", "date": _when(slide, draft)["date"], "summary": text}, place)
            continue
        when = _when(slide, draft)
        media = {key: slide.get(name, "") for key, name in _MEDIA.items()}
        draft.add(
            {
                "date": when["date"],
                "title": headline or plain_of(slide.get("text", ""))[:80] or "Untitled",
                **texts(text, slide.get("display date", ""), when.get("details", "")),
                "category": draft.category(slide.get("group", "")),
                "tags": [slide[name.lower()] for name in extra if slide[name.lower()]],
                "sources": media_sources(media),
            },
            place,
        )
    return draft.document()


_MEDIA = {"url": "media", "caption": "media caption", "credit": "media credit"}


def _when(slide: Tree, draft: Draft) -> Tree:
    return draft.when(_fields(slide, "", draft), _fields(slide, "end ", draft))


def _fields(slide: Tree, prefix: str, draft: Draft) -> str:
    """EDTF of a year, month, day and time in columns of their own; "" where there is none."""
    year, month, day, time = (slide.get(f"{prefix}{part}", "") for part in ("year", "month", "day", "time"))
    if not year:
        return ""
    if month.isalpha() and not day.strip("0123456789"):
        meant = suggest(f"{day} {month} {year}".strip()) if not year.startswith("-") else ""
        if meant and not time:
            return meant
    try:
        hour, minute, second = clock(time) if time else (None, 0, 0)
        return date_text(astronomical(int(year)), int(month or 0), int(day or 0), hour, minute, second)
    except ValueError as error:
        reason = "numbers are expected" if "invalid literal" in str(error) else str(error)
        written = " ".join(part for part in (year, month, day, time) if part)
        draft.lost(f"{shown(written)!r} is no date: {reason}")
        return year_only(year)
