"""Words of the timeline that are spelled much like a word."""

from collections.abc import Sequence

from timeglass.events.timeline import Timeline
from timeglass.search.edit_distance import allowed, distances
from timeglass.search.fold import words
from timeglass.search.giving_up import Check, carry_on, checked
from timeglass.search.index import Index
from timeglass.search.surface import NAMES, surface

_MOST = 3


def respelled(
    timeline: Timeline, index: Index, text: str, fields: Sequence[int] = (), check: Check = carry_on
) -> list[str]:
    """A text with each word that is nowhere changed to one that is somewhere in the given fields; best first."""
    choices: list[list[str]] = []
    for word in words(text):
        low, high = index.word_range(word)
        numbers = [low] if low < high else _near(index, word, fields, check)
        choices.append([surface(timeline, index, number, fields or NAMES) for number in numbers])
    if not all(choices):
        return []
    longest = max(map(len, choices))
    return [" ".join(choice[min(at, len(choice) - 1)] for choice in choices) for at in range(longest)]


def _near(index: Index, word: str, fields: Sequence[int], check: Check) -> list[int]:
    """Numbers of the words that differ from a word by few letters: nearest first, then with the same first letter, then
    the most frequent."""
    slips = allowed(word)
    vocabulary = checked(enumerate(index.vocabulary), check)
    numbers = [number for number, other in vocabulary if abs(len(other) - len(word)) <= slips]
    found = distances(word, [index.vocabulary[number] for number in numbers], check)
    close = [(int(slip), number) for slip, number in zip(found, numbers, strict=True) if slip <= slips]
    close.sort(
        key=lambda pair: (pair[0], index.vocabulary[pair[1]][0] != word[0], -index.frequency(pair[1], pair[1] + 1))
    )
    if fields:
        close = [pair for pair in close if index.find_any([pair[1]], fields).any()]
    return [number for _, number in close[:_MOST]]
