"""Marks of categories on pages: the outlines and manners of the window's marks, in the print theme's colours."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from timeglass.events.timeline import Timeline
from timeglass.layout.distinct import distinct
from timeglass.paint.shapes import SHAPES, Manner, manner_of, shape_path
from timeglass.paint.theme import PRINT, category_color, category_text_color

_RADIUS: Final = 8.0
"""At this radius the outline is taken; it is scaled to 1 then."""
MANNERS: Final = tuple(manner for manner in Manner if manner is not Manner.SOLID)
"""The manners that a legend explains, in its order."""


@dataclass(frozen=True, slots=True)
class CategoryMark:
    """How a category is marked. Colours are ``#rrggbb``; ``text_color`` has the contrast that text needs.

    ``outline`` is a polygon around the origin, y downwards, for a mark of radius 1; empty stands for the unit circle.
    """

    outline: tuple[tuple[float, float], ...]
    color: str
    text_color: str


def outline_of(index: int) -> tuple[tuple[float, float], ...]:
    """Outline of a category's shape by its place in lane order (-1: none), as in :class:`CategoryMark`."""
    if index < 0 or index % SHAPES == 0:
        return ()
    points = shape_path(index, _RADIUS).toFillPolygon()
    pairs = [(round(point.x() / _RADIUS, 3), round(point.y() / _RADIUS, 3)) for point in points.toList()]
    return tuple(pairs[:-1] if pairs[0] == pairs[-1] else pairs)


def category_mark(timeline: Timeline, index: int) -> CategoryMark:
    """The mark of a category by its place in lane order; -1 is none."""
    override = timeline.head.categories[timeline.category_ids[index]].color if index >= 0 else ""
    return CategoryMark(
        outline_of(index), category_color(PRINT, index, override), category_text_color(PRINT, index, override)
    )


def manner(timeline: Timeline, row: int) -> str:
    """Name of the manner in which an event's mark is drawn."""
    return manner_of(int(timeline.columns.flags[row])).value


def manners(timeline: Timeline, rows: NDArray[np.integer]) -> set[str]:
    """The manners that occur among some rows."""
    return {manner_of(flags).value for flags in distinct(timeline.columns.flags[rows]).tolist()}


def mark_tree(mark: CategoryMark) -> dict[str, Any]:
    """A mark as the page template takes it."""
    return {"outline": mark.outline, "color": mark.color, "ink": mark.text_color}
