"""What can be exported: the selected events, those found, those in view, or all; each with its rows."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from timeglass.model.selecting import Rows
from timeglass.model.session import Session


@dataclass(frozen=True)
class Scope:
    """A choice of rows under a name that people know."""

    key: str
    words: str
    rows: Rows


def rows_in_view(session: Session) -> Rows:
    """Rows of the events of which something possibly lies in the visible span; hidden ones left out."""
    columns, span = session.timeline.columns, session.navigator.viewport.span
    seen = (columns.start_earliest < span.end) & (columns.end_latest >= span.start)
    rows = np.flatnonzero(seen).astype(np.int32)
    shown = session.navigator.shown_rows
    return rows if shown is None else np.intersect1d(rows, shown).astype(np.int32)


def scopes_of(session: Session) -> list[Scope]:
    """The scopes that hold something, the likeliest first."""
    translate = QCoreApplication.translate
    hits = session.navigator.hits
    nothing = np.empty(0, np.int32)
    found = [
        Scope("selected", translate("ExportScope", "Selected"), session.selected_rows()),
        Scope("found", translate("ExportScope", "Found by the search"), nothing if hits is None else hits),
        Scope("view", translate("ExportScope", "In view"), rows_in_view(session)),
        Scope("all", translate("ExportScope", "All"), np.arange(len(session.timeline), dtype=np.int32)),
    ]
    return [scope for scope in found if len(scope.rows)]
