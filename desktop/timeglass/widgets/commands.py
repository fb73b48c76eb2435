"""What the actions on the session do: zoom, go, select, search, group. No dialogs, no files."""

from typing import Final

from PySide6.QtCore import QObject

from timeglass.layout.lanes import GROUPINGS
from timeglass.model.session import Session
from timeglass.widgets.actions import Actions
from timeglass.widgets.canvas.motion import want_less_motion
from timeglass.widgets.timeline_view import TimelineView

PAGE_STEP: Final = 0.9
"""Share of the width that a screen back or on moves: a tenth stays in view."""


class Commands(QObject):
    """Connects actions to the session and keeps them enabled and checked as the session is."""

    def __init__(self, actions: Actions, session: Session, view: TimelineView, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._session = session
        self._view = view
        navigator = session.navigator
        for name, do in (
            ("zoom_in", view.zoom_in),
            ("zoom_out", view.zoom_out),
            ("fit_all", self._fit_all),
            ("fit_selection", lambda: session.fit_rows(session.selected_rows())),
            ("back", navigator.back),
            ("forward", navigator.forward),
            ("previous_event", lambda: session.step(-1)),
            ("next_event", lambda: session.step(1)),
            ("first_event", lambda: self._end(0)),
            ("last_event", lambda: self._end(-1)),
            ("page_back", lambda: view.pan_screens(-PAGE_STEP)),
            ("page_on", lambda: view.pan_screens(PAGE_STEP)),
            ("next_hit", lambda: session.step_hit(1)),
            ("previous_hit", lambda: session.step_hit(-1)),
            ("next_chart", view.next_chart),
            ("select_all", session.select_shown),
            ("select_none", session.clear_selection),
        ):
            actions[name].triggered.connect(lambda _checked=False, do=do: do())
        for grouping in GROUPINGS:
            action = actions[f"group_{grouping}"]
            action.triggered.connect(lambda _checked=False, grouping=grouping: navigator.set_grouping(grouping))
        actions["less_motion"].toggled.connect(want_less_motion)
        actions["wheel_zooms"].toggled.connect(self._set_wheel_zooms)
        for name in ("show_charts", "all_charts"):
            actions[name].toggled.connect(self._show_charts)
        actions["show_charts"].setChecked(True)
        actions["hide_others"].toggled.connect(navigator.set_hide_others)
        actions["word_forms"].toggled.connect(session.set_word_forms)
        navigator.hide_others_changed.connect(self._refresh)
        session.word_forms_changed.connect(self._refresh)
        navigator.grouping_changed.connect(self._refresh)
        navigator.history_changed.connect(self._refresh)
        session.selection_changed.connect(self._refresh)
        session.outcome_changed.connect(self._refresh)
        session.timeline_changed.connect(self._refresh)
        self._refresh()

    def _fit_all(self) -> None:
        navigator = self._session.navigator
        whole = navigator.timeline.span
        everything = navigator.viewport.fitted(whole, 0.02)
        # Where the file asks for a part only, a second press goes on to everything.
        home = navigator.home_viewport()
        navigator.remember()
        self._view.motion.glide_to(everything if navigator.viewport == home else home)

    def _set_wheel_zooms(self, zooms: bool) -> None:
        self._view.wheel_zooms = zooms

    def _show_charts(self) -> None:
        self._view.show_charts(self._actions["show_charts"].isChecked(), self._actions["all_charts"].isChecked())

    def _end(self, place: int) -> None:
        rows = self._session.navigator.shown_rows
        if rows is not None and len(rows):
            self._session.go_to(int(rows[place]))
        elif rows is None and len(self._session.timeline):
            self._session.go_to(0 if place == 0 else len(self._session.timeline) - 1)

    def _refresh(self) -> None:
        session, actions = self._session, self._actions
        navigator = session.navigator
        found = navigator.hits is not None and len(navigator.hits) > 0
        for name, holds in (
            ("back", navigator.can_go_back),
            ("forward", navigator.can_go_forward),
            ("next_hit", found),
            ("previous_hit", found),
            ("clear_search", bool(session.query)),
            ("fit_selection", session.selection.hasSelection()),
            ("select_none", session.selection.hasSelection()),
        ):
            actions[name].setEnabled(holds)
        series = any(one.points for one in session.timeline.head.series)
        for name in ("show_charts", "all_charts", "next_chart"):
            actions[name].setEnabled(series)
        actions["hide_others"].setChecked(navigator.hide_others)
        actions["word_forms"].setChecked(session.word_forms)
        actions[f"group_{navigator.grouping}"].setChecked(True)
