"""Going to a date or an event by what a person writes."""

from dataclasses import dataclass
from typing import Final

from timeglass.chrono.bounds import Span
from timeglass.chrono.casual import parse_casual
from timeglass.chrono.edtf_date import DateError, EdtfDate, Precision
from timeglass.chrono.instant import DAY, HOUR, OPEN_FUTURE, OPEN_PAST, YEAR
from timeglass.layout.viewport import Viewport
from timeglass.model.session import Session

_ROUND_ABOUT: Final = {
    Precision.SECOND: HOUR,
    Precision.MINUTE: DAY,
    Precision.HOUR: 3 * DAY,
    Precision.DAY: 120 * DAY,
    Precision.MONTH: 2 * YEAR,
    Precision.SEASON: 3 * YEAR,
}
"""Seconds to show around a date, by how finely it is given."""


@dataclass(frozen=True)
class Aim:
    """Where a text leads: to an event's row, or to a date. ``reason`` says why to neither."""

    row: int = -1
    date: EdtfDate | None = None
    reason: str = ""

    def __bool__(self) -> bool:
        return self.row >= 0 or self.date is not None


def aim_at(session: Session, text: str) -> Aim:
    """What a text means: an event's id or alias, else anything that a date may be."""
    text = text.strip()
    row = session.timeline.row_by_id.get(text)
    if row is not None:
        return Aim(row=row)
    try:
        return Aim(date=parse_casual(text, session.navigator.language))
    except DateError as error:
        return Aim(reason=str(error))


def viewport_for(session: Session, date: EdtfDate) -> Viewport:
    """A view of a date: as much around it as its precision asks for; a narrower view stays as narrow."""
    whole, bounds = session.timeline.span, date.bounds
    start = whole.start if bounds.start_earliest == OPEN_PAST else bounds.start_earliest
    end = whole.end if bounds.end_latest == OPEN_FUTURE else bounds.end_latest + 1
    span = Span(start, max(end, start + 1))
    viewport = session.navigator.viewport
    around = max(1.8 * span.length, float(_ROUND_ABOUT.get(date.precision, 0)))
    length = min(around, viewport.length) if viewport.length > 1.2 * span.length else around
    middle = span.start + span.length // 2
    return Viewport.of(middle, -length / 2, length)


def go(session: Session, aim: Aim) -> None:
    """Go there."""
    if aim.row >= 0:
        session.go_to(aim.row)
    elif aim.date is not None:
        session.show(viewport_for(session, aim.date))
