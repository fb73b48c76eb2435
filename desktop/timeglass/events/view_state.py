"""What is looked at in a timeline, as one value: kept, named, passed on the command line, and carried by a PDF."""

from typing import Annotated

import msgspec

Pixels = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
"""Independent of the screen's scale. 0 leaves a size as it is."""


class PaneSizes(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Widths of the panes at the sides, and the height of the list."""

    facets: Pixels = 0
    details: Pixels = 0
    list: Pixels = 0


class ViewState(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A view of a file. A text that is empty leaves what it stands for as it is where the view is shown."""

    query: str = ""
    word_forms: bool = False
    """Whether the query finds other forms of its words, too."""
    hide_others: bool = False
    """Whether what the query does not find is hidden rather than dimmed."""
    ids: tuple[str, ...] = ()
    """The chosen events in time order."""
    range: str = ""
    """What the window shows, as an interval (:mod:`timeglass.chrono.span_text`)."""
    lanes: str = ""
    """What lanes are made of."""
    panes: tuple[str, ...] | None = None
    """The panes that are shown; None: those that are."""
    pane_sizes: PaneSizes = PaneSizes()
    """Of the panes that are shown."""
    language: str = ""
    """Of the texts."""


class NamedView(ViewState, frozen=True, kw_only=True, omit_defaults=True):
    """A view under the name that a person gave it. ``file`` is the path of its timeline; "" is the built-in one."""

    name: str
    file: str = ""
