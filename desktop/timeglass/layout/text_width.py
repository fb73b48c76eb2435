"""Widths of labels, from the advance of single characters."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import Final

ELLIPSIS: Final = "…"
_STEP_PX: Final = 12.0
_STEPS_FROM_PX: Final = 72.0
_MOST: Final = 50_000
"""Texts whose widths are kept; then the table starts anew."""


class TextWidth:
    """Measures and shortens texts in one font.

    ``advance(character)`` gives a character's width in pixels. Kerning is left out: in the bundled font it only ever
    tightens, so that a text is at most as wide as said here.
    """

    def __init__(self, advance: Callable[[str], float]) -> None:
        self._advance = advance
        self._characters: dict[str, float] = {}
        self._edges: dict[str, list[float]] = {}
        self._ellipsis = advance(ELLIPSIS)

    def width(self, text: str) -> float:
        """Width of a text in pixels."""
        edges = self._edges_of(text)
        return edges[-1] if edges else 0.0

    def fit(self, text: str, room_px: float) -> tuple[str, float]:
        """The text, shortened with an ellipsis where wider than the room, and its width; "" where nothing fits."""
        edges = self._edges_of(text)
        if not edges or edges[-1] <= room_px:
            return text, edges[-1] if edges else 0.0
        if room_px > _STEPS_FROM_PX:  # while one zooms, a shortened text changes now and then, not with every pixel
            room_px -= room_px % _STEP_PX
        kept = bisect_right(edges, room_px - self._ellipsis)
        shortened = text[:kept].rstrip(" ,.;:–-")
        if len(shortened) < 3:
            return "", 0.0
        return shortened + ELLIPSIS, edges[len(shortened) - 1] + self._ellipsis

    def _edges_of(self, text: str) -> list[float]:
        edges = self._edges.get(text)
        if edges is None:
            if len(self._edges) >= _MOST:
                self._edges.clear()
            table = self._characters
            for character in text:
                if character not in table:
                    table[character] = self._advance(character)
            edges = self._edges[text] = list(accumulate(table[character] for character in text))
        return edges
