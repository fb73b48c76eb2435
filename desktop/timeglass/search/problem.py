"""What could not be read in a query."""

from typing import NamedTuple


class Problem(NamedTuple):
    """A part of a query that could not be read, ``query[position:end]``.

    ``reason`` is one sentence with at most one ``{}``, for which ``name`` stands; it is one of a fixed set, so that a
    window can say it in its own language (what is wrong with a date is all in ``name``). ``meant`` is what was perhaps
    meant, or ''.
    """

    position: int
    end: int
    reason: str
    name: str = ""
    meant: str = ""

    @property
    def message(self) -> str:
        """The sentence, with what was perhaps meant."""
        sentence = self.reason.format(self.name)
        return f"{sentence}; did you mean “{self.meant}”?" if self.meant else sentence
