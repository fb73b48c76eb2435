"""The window's session as a :class:`ViewState`, and back."""

import numpy as np

from timeglass.chrono.edtf_date import DateError
from timeglass.chrono.span_text import read_range, span_text
from timeglass.events.view_state import ViewState
from timeglass.layout.lanes import GROUPINGS
from timeglass.layout.viewport import Viewport
from timeglass.model.selecting import Rows
from timeglass.model.session import Session
from timeglass.widgets.languages import languages_of


def ids_of(session: Session, at_most: int | None = None) -> tuple[str, ...]:
    """Ids of the selected events in time order."""
    events = session.timeline.events
    return tuple(events[row].id for row in session.selected_rows()[:at_most].tolist())


def rows_of_ids(session: Session, ids: tuple[str, ...]) -> Rows:
    """Rows of the events with these ids, ascending; ids that no event has are passed over."""
    rows = session.timeline.row_by_id
    return np.array(sorted({rows[identifier] for identifier in ids if identifier in rows}), np.int32)


def texts_language(session: Session, state: ViewState) -> str:
    """The language that a state wants the texts in; "" where the timeline has none in it."""
    return state.language if state.language in languages_of(session.timeline) else ""


def state_of(session: Session, at_most: int | None = None) -> ViewState:
    """What is looked at now, but for the panes; of the selected events at most so many, the first."""
    navigator = session.navigator
    return ViewState(
        query=session.query,
        word_forms=session.word_forms,
        hide_others=navigator.hide_others,
        ids=ids_of(session, at_most),
        range=span_text(navigator.viewport.span),
        lanes=navigator.grouping,
        language=navigator.language,
    )


def viewport_of(state: ViewState) -> Viewport | None:
    """The viewport of a state; None where it names none that can be read."""
    if not state.range:
        return None
    try:
        bounds = read_range(state.range).bounds
    except DateError:
        return None
    return None if bounds.open_start or bounds.open_end else Viewport.over(bounds.span)


def show_state(session: Session, state: ViewState) -> None:
    """Show a session as a state says, but for the query, the language and the panes, which have their own owners.

    The present span can be come back to.
    """
    navigator = session.navigator
    session.set_word_forms(state.word_forms)
    navigator.set_hide_others(state.hide_others)
    if state.lanes in GROUPINGS:
        navigator.set_grouping(state.lanes)
    session.select_rows(rows_of_ids(session, state.ids))
    viewport = viewport_of(state)
    if viewport is not None:
        navigator.remember()
        session.move(viewport)  # even if it is the present one: a glide to another may be under way
