"""Rows of eras: one row a track, more where eras of a track overlap; names kept in view."""

from collections.abc import Sequence
from typing import Final

from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST
from timeglass.events.event import Era, Track, text_in
from timeglass.layout.lane_index import FAR
from timeglass.layout.scale import Scale
from timeglass.layout.scene import EraBand, TrackName
from timeglass.layout.text_width import TextWidth

ROW_PX: Final = 22.0
GAP_PX: Final = 3.0
_LEAST_LABEL_PX: Final = 20.0


class EraRows:
    """Rows of all eras of a timeline, worked out once; :meth:`bands` places them for a view."""

    def __init__(self, eras: Sequence[Era], tracks: dict[str, Track], language: str, fallback: str) -> None:
        self._eras = eras
        self._titles = [text_in(era.title, language, fallback) for era in eras]
        order = list(tracks) + [era.track for era in eras if era.track not in tracks]
        self._rows: list[list[int]] = []
        self._states: list[bool] = []
        self._names: list[str] = []
        for track in dict.fromkeys(order):
            mine = sorted((i for i, era in enumerate(eras) if era.track == track), key=lambda i: eras[i].date.bounds)
            self._stack(mine, states=track in tracks and tracks[track].style == "states")
            name = text_in(tracks[track].label, language, fallback) if track in tracks else ""
            self._names += [name, *[""] * (len(self._rows) - len(self._names) - 1)] if mine else []

    def _stack(self, members: list[int], states: bool) -> None:
        """Put eras into the first row of their track in which they overlap nothing."""
        rows: list[list[int]] = []
        reach: list[tuple[int, int]] = []  # of each row's last era: where it begins, and what of its end is certain
        for member in members:
            start, end = _extent(self._eras[member])
            bounds = self._eras[member].date.bounds
            # Eras that touch within their doubt ("1991/1994", "1994/2005") share a row.
            touch = max(start, min(bounds.start_latest, end))
            fitting = next((r for r, (begun, last) in enumerate(reach) if begun < start and last <= touch), len(rows))
            if fitting == len(rows):
                rows.append([])
                reach.append((0, 0))
            rows[fitting].append(member)
            reach[fitting] = (start, bounds.end_earliest)
        self._rows += rows
        self._states += [states] * len(rows)

    @property
    def height_px(self) -> float:
        """Height of all rows with the gaps above, between and below them; 0 where there are no eras."""
        return len(self._rows) * (ROW_PX + GAP_PX) + 2 * GAP_PX if self._rows else 0.0

    @property
    def names(self) -> tuple[TrackName, ...]:
        """Names of the tracks, each at its first row."""
        return tuple(
            TrackName(2 * GAP_PX + place * (ROW_PX + GAP_PX), name) for place, name in enumerate(self._names) if name
        )

    def bands(self, scale: Scale, text: TextWidth) -> tuple[EraBand, ...]:
        """Bands in view, from top to bottom and left to right."""
        found = []
        for place, row in enumerate(self._rows):
            y = 2 * GAP_PX + place * (ROW_PX + GAP_PX)
            for order, member in enumerate(row):
                start, end = _extent(self._eras[member])
                x0, x1 = scale.x(start), scale.x(end)
                if order + 1 < len(row):  # give way to the next one where both share a doubtful year
                    x1 = min(x1, max(x0, scale.x(_extent(self._eras[row[order + 1]])[0])))
                if x1 < 0 or x0 > scale.width_px:
                    continue
                left, right = max(x0, 0.0), min(x1, scale.width_px)
                label, width = "", 0.0
                if right - left >= _LEAST_LABEL_PX:
                    label, width = text.fit(self._titles[member], right - left - 14.0)
                states = self._states[place]
                centred = left + (right - left - width) / 2.0
                label_x = left + 7.0 if states else centred
                found.append(EraBand(member, x0, x1, y, ROW_PX, label, label_x, states, order))
        return tuple(found)


def _extent(era: Era) -> tuple[int, int]:
    bounds = era.date.bounds
    start = -FAR if bounds.start_earliest == OPEN_PAST else bounds.start_earliest
    end = FAR if bounds.end_latest == OPEN_FUTURE else bounds.end_latest + 1
    return start, end
