"""What the files of Aeon Timeline have in common: events belong to people, places and stories."""

from collections.abc import Iterable, Mapping

from timeglass.formats.foreign.draft import Draft, Tree, texts
from timeglass.formats.foreign.html_text import text_markdown
from timeglass.formats.ids import Ids, slug

_KINDS = {
    "actors": ("person", "character", "participant", "viewpoint", "observer", "witness", "people"),
    "places": ("place", "location", "setting"),
    "category": ("arc", "story", "project", "storyline", "subplot"),
}
"""Kinds of things that events belong to, and what becomes of them; further ones become tags."""


class Belongings:
    """The things that an event belongs to, by what becomes of them."""

    def __init__(self) -> None:
        self._found: dict[str, list[str]] = {"actors": [], "places": [], "category": [], "tags": []}

    def add(self, kind: str, labels: Iterable[str]) -> None:
        """Add things of a kind."""
        self._found[part_of_kind(kind) or "tags"] += [label for label in labels if label]

    def tree(self, draft: Draft, colors: Mapping[str, str]) -> Tree:
        """The keys of an event for them."""
        made: Tree = {part: list(dict.fromkeys(labels)) for part, labels in self._found.items()}
        keys = [draft.category(label, colors.get(label, "")) for label in made.pop("category")]
        return {**made, "category": keys[0] if len(keys) == 1 else keys}


def part_of_kind(kind: str) -> str:
    """The part of an event that things of a kind are; "" for none of its own."""
    return next((part for part, kinds in _KINDS.items() if kind.lower() in kinds), "")


def told_texts(said: Iterable[str], doubt: Iterable[str]) -> Tree:
    """Summary and details from several texts and notes."""
    blocks = [text_markdown(text) for text in said if text.strip()]
    first = blocks[0] if blocks else ""
    return texts(first, *blocks[1:], *doubt)


def part_of(identifier: str) -> list[Tree]:
    """The arrow to the event that another is part of, if there is one."""
    return [{"type": "part-of", "event": identifier}] if identifier else []


def parent_ids(titles: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Ids for events that others are part of, by their keys."""
    ids = Ids()
    return {key: ids.unique(slug(title) or "event", number) for number, (key, title) in enumerate(titles)}


def tell_colours(draft: Draft, count: int) -> None:
    """Tell what cannot be kept."""
    if count:
        draft.problems.warn((), f"colours of single events are not kept: {count}")
