"""The panel on the left: what the shown events have in common, with counts; each facet folds."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from timeglass.events.event import Status
from timeglass.events.timeline import Timeline
from timeglass.model.facets import Facet, FacetValue
from timeglass.model.session import Session
from timeglass.model.status_words import status_words
from timeglass.paint.theme import Theme, category_color
from timeglass.widgets.facet_row import FacetHeading, FacetRow
from timeglass.widgets.plain_text import PlainLabel

SHOWN_AT_FIRST: Final = {"category": 20, "era": 12, "during": 12}
_WITH_BARS: Final = ("era", "during")
SHOWN_BY_DEFAULT: Final = 6
SHOWN_AT_MOST: Final = 200


def facet_words(field: str) -> str:
    """What people call a field."""
    translate = QCoreApplication.translate
    return {
        "category": translate("Facets", "Category"),
        "era": translate("Facets", "Era"),
        "actor": translate("Facets", "Actor"),
        "place": translate("Facets", "Place"),
        "tag": translate("Facets", "Tag"),
        "source": translate("Facets", "Source"),
        "status": translate("Facets", "Status"),
        "lang": translate("Facets", "Language"),
        "during": translate("Facets", "Time"),
    }.get(field, field)


class FacetsPanel(QScrollArea):
    """Counts follow the search; ``folded`` names the fields that are folded.

    ``term_requested`` comes with field, value and whether it is to be excluded.
    """

    term_requested = Signal(str, str, bool)
    folded_changed = Signal()

    def __init__(
        self, session: Session, theme: Theme, folded: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.folded = set(folded)
        self._unrolled: set[str] = set()
        self._facets: Sequence[Facet] = ()
        self._timeline: Timeline | None = None
        self._chosen_values: dict[tuple[str, str], int] = {}
        self._focused: tuple[str, str] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Facets"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        session.timeline_changed.connect(self._soon.start)
        session.facets_changed.connect(self._soon.start)
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(248, 600)

    def set_theme(self, theme: Theme) -> None:
        """Paint in a theme's colours."""
        self._theme = theme
        self._lay_out()

    def refresh(self) -> None:
        """Show the newest counts."""
        self._soon.stop()
        facets = self._session.facets
        chosen = self._chosen(facets)
        is_new = self._session.timeline is not self._timeline
        self._timeline = self._session.timeline
        if is_new or facets != self._facets or chosen != self._chosen_values:
            self._facets, self._chosen_values = facets, chosen
            self._lay_out()

    def _chosen(self, facets: Sequence[Facet]) -> dict[tuple[str, str], int]:
        """Which values the query asks for (1) or excludes (-1) as a whole."""
        query, term = self._session.query, self._session.search.term
        named = [facet for facet in facets if f"{facet.field}:" in query]
        if not named:
            return {}
        from timeglass.search import excludes_term, has_term  # the window opens without it

        found = {}
        for facet in named:
            for value in facet.values[:SHOWN_AT_MOST]:
                wanted = term(facet.field, value.value)
                if has_term(query, wanted):
                    found[facet.field, value.value] = 1
                elif excludes_term(query, wanted):
                    found[facet.field, value.value] = -1
        return found

    def _lay_out(self) -> None:
        kept = self.verticalScrollBar().value()
        focused = self.focusWidget()
        self._focused = focused.key if isinstance(focused, FacetRow) and focused.hasFocus() else None
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 16, 0, 24)
        column.setSpacing(0)
        if not self._facets and len(self._session.timeline):
            waiting = PlainLabel(self.tr("Counting…"))
            waiting.setProperty("muted", True)
            waiting.setContentsMargins(24, 4, 24, 0)
            column.addWidget(waiting)
        for facet in self._facets:
            column.addWidget(self._heading(facet.field))
            if facet.field not in self.folded:
                for widget in self._rows(facet, content):
                    column.addWidget(widget)
            column.addSpacing(16)
        column.addStretch(1)
        self.setWidget(content)
        self.verticalScrollBar().setValue(kept)

    def _heading(self, field: str) -> FacetHeading:
        folded = field in self.folded
        heading = FacetHeading(facet_words(field), folded, self._theme)
        heading.setToolTip(self.tr("Unfold") if folded else self.tr("Fold"))
        heading.clicked.connect(lambda: self._toggle(field))
        return heading

    def _rows(self, facet: Facet, parent: QWidget) -> list[QWidget]:
        limit = SHOWN_AT_MOST if facet.field in self._unrolled else SHOWN_AT_FIRST.get(facet.field, SHOWN_BY_DEFAULT)
        most = max((value.count for value in facet.values), default=1) or 1
        rows: list[QWidget] = [self._row(facet.field, value, most, parent) for value in facet.values[:limit]]
        rest = facet.total - limit
        if rest > 0 or (facet.field in self._unrolled and len(facet.values) > SHOWN_BY_DEFAULT):
            more = QPushButton(self.tr("Show %Ln more", "", rest) if rest > 0 else self.tr("Show fewer"))
            more.setProperty("flat", True)
            more.setProperty("link", True)
            more.setStyleSheet("text-align: left; margin-left: 19px;")
            more.clicked.connect(lambda: self._unroll(facet.field))
            rows.append(more)
        return rows

    def _row(self, field: str, value: FacetValue, most: int, parent: QWidget) -> FacetRow:
        color = ""
        if value.category >= 0:
            override = self._session.timeline.head.categories[value.value].color
            color = category_color(self._theme, value.category, override)
        state = self._chosen_values.get((field, value.value), 0)
        value = replace(value, label=self._label(field, value))
        row = FacetRow(field, value, state, color, most, field in _WITH_BARS, self._theme, parent)
        if row.key == self._focused:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        row.chosen.connect(lambda exclude: self.term_requested.emit(field, value.value, exclude))
        return row

    def _label(self, field: str, value: FacetValue) -> str:
        """What people call a value; the search knows no languages but those of the file."""
        if field == "status":
            return status_words(Status(value.value))
        return value.label

    def _toggle(self, field: str) -> None:
        self.folded ^= {field}
        self._lay_out()
        self.folded_changed.emit()

    def _unroll(self, field: str) -> None:
        self._unrolled ^= {field}
        self._lay_out()
