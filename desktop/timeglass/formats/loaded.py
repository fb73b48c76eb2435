"""What comes of opening a file."""

from dataclasses import dataclass

from timeglass.events.timeline import Timeline
from timeglass.formats.problem import Problem


@dataclass(frozen=True)
class Loaded:
    """A timeline with as much of its file as is sound, and all that is wrong with the rest."""

    timeline: Timeline
    problems: tuple[Problem, ...]
