"""Names in the head of a chart: its title, then what its colours and marks stand for."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

import msgspec

from timeglass.layout.scene import ChartName
from timeglass.layout.text_width import TextWidth

ROW_PX: Final = 16.0
NAME_MARK_PX: Final = 15.0
"""Room for the mark in front of a series' name."""
_SMALLER: Final = 11.0 / 13.0
"""Names are set in 11 pixels; texts are measured in 13. Advances are unhinted, so that they scale."""
_BOLD: Final = 1.08
"""Titles are bold: so much wider."""
_LEFT_PX: Final = 8.0
_BETWEEN_PX: Final = 14.0
_LONGEST_PX: Final = 220.0
"""A longer name is shortened."""
_LEAST_SHARED: Final = 3
"""Letters that a word or words must have in common to be left out of each name."""
_COLON: Final = ": "


def shared_words(titles: Sequence[str]) -> tuple[list[str], str]:
    """Titles without the words that all of them begin or end with, and those words.

    >>> shared_words(["Price of gold", "Price of silver"])
    (['gold', 'silver'], 'Price of')
    >>> shared_words(["One: for joining", "Two: against joining"])
    (['One: for', 'Two: against'], 'joining')
    """
    split = [title.split() for title in titles]
    for way in (1, -1):
        turned = [words[::way] for words in split]
        common = [words[0] for words in takewhile(lambda words: len(set(words)) == 1, zip(*turned, strict=False))]
        while common and any(len(words) == len(common) for words in split):
            common.pop()  # something is left of each
        shared = " ".join(common[::way])
        if len(shared) >= _LEAST_SHARED:
            return [" ".join(words[len(common) :][::way]) for words in turned], shared
    return list(titles), ""


class Entry(NamedTuple):
    """A name to be placed: the places of its series in the chart, colour and shape (-1: not told by it)."""

    label: str
    places: tuple[int, ...]
    color: int
    shape: int


class Looks(NamedTuple):
    """Colour, shape and manner of each series of a chart, and the names that explain them."""

    colors: tuple[int, ...]
    shapes: tuple[int, ...]
    manners: tuple[int, ...]
    entries: tuple[Entry, ...]


def looks_of(labels: Sequence[str]) -> Looks:
    """How the series of a chart are told apart.

    Names such as "Gallup: for", "Gallup: against", "IRI: for" tell who measures what: then colour and manner of
    drawing say what, the shape of the mark says who, and fewer names are to be learnt. Otherwise each series has a
    colour and a mark of its own.
    """
    parts = [label.split(_COLON, 1) for label in labels]
    if all(len(part) == 2 for part in parts):
        whos = list(dict.fromkeys(who for who, _ in parts))
        whats = list(dict.fromkeys(what for _, what in parts))
        if len(whos) + len(whats) < len(labels):
            colors = tuple(whats.index(what) for _, what in parts)
            shapes = tuple(whos.index(who) for who, _ in parts)
            entries = [Entry(what, _places(colors, number), number, -1) for number, what in enumerate(whats)]
            entries += [Entry(who, _places(shapes, number), -1, number) for number, who in enumerate(whos)]
            return Looks(colors, shapes, colors, tuple(entries))
    own = tuple(range(len(labels)))
    return Looks(
        own, own, (0,) * len(labels), tuple(Entry(label, (place,), place, place) for place, label in enumerate(labels))
    )


def _places(numbers: Sequence[int], wanted: int) -> tuple[int, ...]:
    return tuple(place for place, number in enumerate(numbers) if number == wanted)


class Head(NamedTuple):
    """Names placed in a chart's head, whose top is at 0."""

    rows: int
    names: tuple[ChartName, ...]

    def at(self, y_px: float) -> tuple[ChartName, ...]:
        """The names with the head's top at a height."""
        return tuple(msgspec.structs.replace(one, y_px=one.y_px + y_px) for one in self.names)


def head_of(
    words: str, entries: Sequence[Entry], members: Sequence[int], text: TextWidth, width_px: float, rows: int
) -> Head:
    """The head of a chart in a plot of a width: title and entries in at most so many rows.

    What has no room there is counted ("+3"). ``members`` are the chart's series as the timeline numbers them.
    """
    made: list[ChartName] = []
    x, row = _LEFT_PX, 0
    if words:
        label, width = text.fit(words, (width_px - 2 * _LEFT_PX) / (_SMALLER * _BOLD))
        width *= _SMALLER * _BOLD
        made.append(ChartName(tuple(members), -1, -1, True, label, x, 0.0, width))
        x += width + _BETWEEN_PX
    longest = min(_LONGEST_PX, max(width_px - 2 * _LEFT_PX - NAME_MARK_PX, 1.0))
    for number, entry in enumerate(entries):
        label, width = text.fit(entry.label, longest / _SMALLER)
        width = width * _SMALLER + NAME_MARK_PX
        left = entries[number:]
        more = _BETWEEN_PX + _more_px(len(left), text) if row + 1 == rows and len(left) > 1 else 0.0
        if x + width + more > width_px - _LEFT_PX and x > _LEFT_PX:
            if row + 1 == rows:
                series = tuple(dict.fromkeys(_members(left, members)))
                made.append(
                    ChartName(series, -1, -1, False, f"+{len(left)}", x, row * ROW_PX, _more_px(len(left), text))
                )
                break
            x, row = _LEFT_PX, row + 1
        series = tuple(members[place] for place in entry.places)
        made.append(ChartName(series, entry.color, entry.shape, False, label, x, row * ROW_PX, width))
        x += width + _BETWEEN_PX
    return Head(row + 1, tuple(made))


def _members(entries: Sequence[Entry], members: Sequence[int]) -> Iterator[int]:
    for entry in entries:
        yield from (members[place] for place in entry.places)


def _more_px(count: int, text: TextWidth) -> float:
    return text.width(f"+{count}") * _SMALLER
