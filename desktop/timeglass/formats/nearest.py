"""Which known name was meant: suggestions for misspelt keys, ids and values."""

from collections.abc import Collection

_COMPARISONS = 20_000
"""Comparisons that one file may spend on suggestions, so that a file full of bad references stays quick."""


class Suggester:
    """Suggests names, within a bounded amount of work."""

    def __init__(self, comparisons: int = _COMPARISONS) -> None:
        self._left = comparisons

    def nearest(self, name: str, known: Collection[str]) -> str:
        """The known name that is most like ``name``, or "" when none is near, or the work is used up.

        Likeness is Ratcliff and Obershelp's measure, as in :mod:`difflib`, of at least 0.6, case folded.
        """
        if len(name) > 80 or len(known) > self._left:
            return ""
        from difflib import SequenceMatcher  # most files have nothing misspelt

        self._left -= len(known)
        folded = name.casefold()
        matcher = SequenceMatcher(b=folded, autojunk=False)
        best, best_ratio = "", 0.6
        for candidate in known:
            if abs(len(candidate) - len(name)) > max(4, len(name) // 2):
                continue
            matcher.set_seq1(candidate.casefold())
            if matcher.real_quick_ratio() >= best_ratio and matcher.quick_ratio() >= best_ratio:
                ratio = matcher.ratio()
                if ratio > best_ratio or (ratio == best_ratio and not best):
                    best, best_ratio = candidate, ratio
        return best
