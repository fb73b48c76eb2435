"""What could not be read in a query."""

from typing import NamedTuple


class Problem(NamedTuple):
    """A part of a query that could not be read, ``query[position:end]``.

    ``reason`` is one sentence with at most one ``{}``, for which ``name`` stands; apart from the name it is one of a
    fixed set, so that a window can show it in its own language.
    """

    position: int
    end: int
    reason: str
    name: str = ""

    @property
    def message(self) -> str:
        """The sentence."""
        return self.reason.format(self.name)
