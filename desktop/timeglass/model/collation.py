"""Texts in the order in which people of a language look for them: accents, case and numbers where they belong."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from PySide6.QtCore import QCollator, QLocale

from timeglass.model.selecting import Rows

_LOT: Final = 2_000
"""Texts that are looked at or sorted in one call, during which no other thread runs."""


def never() -> bool:
    """No wish to stop."""
    return False


def no_progress(_share: float) -> None:
    """Nobody to tell."""


def collator(language: str = "") -> QCollator:
    """The order of a language, or of the window's; "2" comes before "10"."""
    locale = QLocale(language) if language else QLocale()
    if locale.language() == QLocale.Language.C:  # unknown to Qt, which would compare code points
        locale = QLocale(QLocale.Language.English)
    found = QCollator(locale)
    found.setNumericMode(True)
    return found


def sort_key(language: str = "") -> Callable[[str], Any]:
    """A key for sorting few texts."""
    return collator(language).sortKey


def order_of(
    texts: Sequence[str],
    language: str = "",
    progress: Callable[[float], None] = no_progress,
    cancelled: Callable[[], bool] = never,
) -> Rows | None:
    """Places of texts in their order; equal ones stay as they are. None where ``cancelled`` said so meanwhile.

    Distinct texts are dealt out between some of them that are in order, then sorted lot by lot (sample sort: W. D.
    Frazer and A. C. McKellar, Journal of the ACM 17/3, 1970). So other threads run all the while, and few of Qt's keys,
    of which a million take 400 MB, are there at a time.
    """
    numbers: dict[str, int] = {}
    number_of = np.empty(len(texts), np.int32)
    for first in range(0, len(texts), _LOT):
        if cancelled():
            return None
        some = texts[first : first + _LOT]
        number_of[first : first + len(some)] = [numbers.setdefault(text, len(numbers)) for text in some]
    rank_of = _ranks(list(numbers), sort_key(language), progress, cancelled)
    return None if rank_of is None else np.argsort(rank_of[number_of], kind="stable").astype(np.int32)


def _ranks(
    texts: Sequence[str], key: Callable[[str], Any], progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> Rows | None:
    """The rank of each of distinct texts; the same for those that the order takes for equal."""
    # Neighbours may be alike, so every nth is looked at; of several to a lot one is taken, so that lots differ little.
    several = 4
    pivots = sorted(map(key, texts[:: max(_LOT // several, 1)]))[several::several]
    lot_of = np.empty(len(texts), np.int32)
    for first in range(0, len(texts), _LOT):
        if cancelled():
            return None
        some = texts[first : first + _LOT]
        lot_of[first : first + len(some)] = [bisect_right(pivots, key(text)) for text in some]
        progress(0.5 * first / len(texts))
    order = np.argsort(lot_of, kind="stable")
    edges = np.concatenate(([0], np.cumsum(np.bincount(lot_of, minlength=len(pivots) + 1))))
    ranks = np.empty(len(texts), np.int32)
    rank = 0
    for first, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        if cancelled():
            return None
        places = order[first:end].tolist()
        keys = {place: key(texts[place]) for place in places}
        before = None
        for place in sorted(places, key=keys.__getitem__):
            rank += before is None or before < keys[place]
            before = keys[place]
            ranks[place] = rank
        progress(0.5 + 0.5 * end / max(len(texts), 1))
    return ranks
