"""Measures of what stands in slots: marks, labels, and the room that they claim."""

from typing import Final, NamedTuple

from timeglass.layout.text_width import TextWidth

MARK_PX: Final = 5.5
"""Half the width of a mark."""
GAP_PX: Final = 9.0
"""Clear space between a label and what follows it."""
TIGHT_PX: Final = 2 * MARK_PX + 3.0
"""Marks closer than this cannot be drawn apart."""
WISHED_PX: Final = 64.0
"""Room from mark to mark that an event's label may claim from one of the next lower importance."""
WISHED_MORE_PX: Final = 40.0
"""As much more for each further step of importance between the two."""
LEAST_LABEL_PX: Final = 26.0
BOLD_FROM: Final = 5
"""Importance from which on labels are bold."""
SHORT_BAR_PX: Final = 7.0
"""A mark whose possible span is at least this long is drawn as a short bar."""


class Fonts(NamedTuple):
    """Text measures of plain and bold labels."""

    plain: TextWidth
    bold: TextWidth
