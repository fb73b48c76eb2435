"""Marks of categories in print: a colour and a shape each, so that greyscale tells them apart."""

from dataclasses import dataclass
from typing import Final

from timeglass.events.timeline import Timeline
from timeglass.paint.theme import PRINT, category_color, category_text_color

SHAPES: Final = (
    "disc",
    "diamond",
    "square",
    "triangle",
    "hexagon",
    "wedge",
    "pentagon",
    "bar",
    "star",
)
"""Names of the shapes in the order of lanes, the same as on the screen (:func:`~timeglass.paint.shapes.shape_path`);
the page template and the HTML page know how to draw each."""
NO_SHAPE: Final = "dot"


@dataclass(frozen=True, slots=True)
class CategoryMark:
    """How a category is marked. Colours are ``#rrggbb``; ``text_color`` has the contrast that text needs."""

    shape: str
    color: str
    text_color: str


def category_mark(timeline: Timeline, index: int) -> CategoryMark:
    """The mark of a category by its place in lane order; -1 is none."""
    if index < 0:
        return CategoryMark(NO_SHAPE, category_color(PRINT, -1), category_text_color(PRINT, -1))
    override = timeline.head.categories[timeline.category_ids[index]].color
    return CategoryMark(
        SHAPES[index % len(SHAPES)],
        category_color(PRINT, index, override),
        category_text_color(PRINT, index, override),
    )
