"""Where the words of a search stand in a text that is shown."""

from collections.abc import Sequence


def stretches(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Stretches of the text to mark, from left to right."""
    if not words:
        return []
    from timeglass.search import highlights  # the window opens without it

    return highlights(text, words)
