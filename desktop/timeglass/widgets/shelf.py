"""What a person gave a name to and keeps: searches, and views of files."""

from typing import Any, Generic, TypeVar

import msgspec

from timeglass import settings
from timeglass.events.view_state import NamedView
from timeglass.model.collation import sort_key
from timeglass.settings import Setting, Settings


class NamedSearch(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A query under the name that a person gave it."""

    name: str
    query: str
    word_forms: bool = False
    file: str = ""
    """Always "": a search belongs to no file. Named as in :class:`NamedView`."""


T = TypeVar("T", bound=NamedSearch | NamedView)


class Shelf(Generic[T]):
    """Named things in one setting, as JSON. Of a file each name is there once.

    What is kept is written at once: other windows, and the command line, find it.
    """

    def __init__(self, store: Settings, setting: Setting[str], kind: type[T]) -> None:
        self._store = store
        self._setting = setting
        self._list: Any = list[kind]  # type: ignore[valid-type]  # known when it runs

    def all(self, file: str = "") -> list[T]:
        """The things of a file, in the window's order of their names."""
        key = sort_key()
        return sorted((one for one in self._everything() if one.file == file), key=lambda one: key(one.name))

    def find(self, name: str, file: str = "") -> T | None:
        """The thing of this name; upper and lower case are the same."""
        return next((one for one in self.all(file) if _same(one.name, name)), None)

    def found_anywhere(self, name: str) -> list[T]:
        """The things of this name, whatever their files."""
        return [one for one in self._everything() if _same(one.name, name)]

    def keep(self, thing: T) -> None:
        """Keep a thing in place of one that has its name."""
        self._write([*self._all_but(thing.name, thing.file), thing])

    def rename(self, name: str, to: str, file: str = "") -> bool:
        """Give another name; False, and nothing done, where there is no such thing or the name is another's."""
        thing, to = self.find(name, file), to.strip()
        taken = self.find(to, file)
        if thing is None or not to or (taken is not None and taken != thing):
            return False
        self._write([*self._all_but(name, file), msgspec.structs.replace(thing, name=to)])
        return True

    def remove(self, name: str, file: str = "") -> None:
        """Keep a thing no longer."""
        self._write(self._all_but(name, file))

    def _everything(self) -> list[T]:
        try:
            things: list[T] = msgspec.json.decode(self._store.get(self._setting), type=self._list)
        except msgspec.MsgspecError:
            return []
        return things

    def _all_but(self, name: str, file: str) -> list[T]:
        return [one for one in self._everything() if one.file != file or not _same(one.name, name)]

    def _write(self, things: list[T]) -> None:
        self._store.put(self._setting, msgspec.json.encode(things).decode())
        self._store.save()


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.strip().casefold()


def searches(store: Settings) -> Shelf[NamedSearch]:
    """The searches that are kept."""
    return Shelf(store, settings.NAMED_SEARCHES, NamedSearch)


def views(store: Settings) -> Shelf[NamedView]:
    """The views that are kept; each belongs to a file."""
    return Shelf(store, settings.NAMED_VIEWS, NamedView)
