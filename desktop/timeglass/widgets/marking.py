"""Where the words of a search stand in a text that is shown."""

from collections.abc import Sequence

from timeglass.search.highlight import highlights


def stretches(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Stretches of the text to mark, from left to right."""
    return highlights(text, words) if words else []
