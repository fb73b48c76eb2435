"""Giving up between the steps of a search of which nobody wants the answer any more."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, TypeVar

Check = Callable[[], None]
"""Called between steps of some milliseconds; raises whatever its maker understands to give up."""
_MANY: Final = 4_096
T = TypeVar("T")


def carry_on() -> None:
    """Never give up."""


def checked(items: Iterable[T], check: Check, every: int = _MANY) -> Iterator[T]:
    """The items, with a check before each so many of them, and at the end."""
    left = iter(items)
    check()
    while some := tuple(islice(left, every)):
        yield from some
        check()
