"""Problems: what is wrong in a file, where, and what would be right."""

from collections.abc import Callable
from typing import Literal, NamedTuple

import msgspec

from timeglass.errors import NotATimelineError

Severity = Literal["error", "warning"]

Path = tuple[str | int, ...]
"""Way from the top of a file to a value: ``("events", 12, "date")``."""

MOST_PROBLEMS = 1_000
"""So many are listed; beyond that only their number is told."""


class Place(NamedTuple):
    """Line and column in a file, both counted from 1; 0 where unknown."""

    line: int = 0
    column: int = 0


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong: an error loses data or contradicts itself, a warning does not."""

    severity: Severity
    file: str
    line: int = 0
    column: int = 0
    path: str = ""
    message: str
    suggestion: str = ""
    """What would be right, as it could stand in the file; or ""."""

    def __str__(self) -> str:
        """``FILE:LINE:COL: severity: message``, on one line."""
        place = f":{self.line}:{self.column}" if self.line else ""
        hint = f"; did you mean {self.suggestion!r}?" if self.suggestion else ""
        return f"{self.file}{place}: {self.severity}: {self.message}{hint}"


class UnreadableError(NotATimelineError):
    """Raised by a reader: the file as a whole makes no sense, and this is why and where."""

    def __init__(self, reason: str, line: int = 0, column: int = 0) -> None:
        super().__init__(reason, line, column)
        self.reason = reason


def path_text(path: Path) -> str:
    """A path as people read it: ``events[12].date``."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{shown(step, 40)}" if text else shown(step, 40)
    return text


def shown(text: str, longest: int = 60) -> str:
    """A piece of a file fit for a message: one line, bounded, without control characters."""
    if len(text) > longest:
        text = text[: longest - 1] + "…"
    return "".join(character if character.isprintable() else "�" for character in text)


Locate = Callable[[Path, bool], Place]
"""Where a path stands in the file; with True, where its key stands rather than its value."""


def nowhere(path: Path, key: bool) -> Place:
    """The place of everything in a format whose reader knows none."""
    return Place()


class Problems:
    """Collects the problems of one file while it is read, and places them once they are all known."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.locate: Locate = nowhere
        self._found: list[tuple[Severity, Path, str, str, Place | None, bool]] = []
        self._left_out = 0

    def __len__(self) -> int:
        return len(self._found) + self._left_out

    def error(
        self, path: Path, message: str, suggestion: str = "", *, at: Place | None = None, key: bool = False
    ) -> None:
        """Add an error. ``at`` is its place where the caller knows it; ``key`` points to the key, not the value."""
        self._add("error", path, message, suggestion, at, key)

    def warn(
        self, path: Path, message: str, suggestion: str = "", *, at: Place | None = None, key: bool = False
    ) -> None:
        """Add a warning; arguments as for :meth:`error`."""
        self._add("warning", path, message, suggestion, at, key)

    def _add(self, severity: Severity, path: Path, message: str, suggestion: str, at: Place | None, key: bool) -> None:
        if len(self._found) >= MOST_PROBLEMS:
            self._left_out += 1
        else:
            self._found.append((severity, path, message, suggestion, at, key))

    def listed(self) -> tuple[Problem, ...]:
        """All problems in the order in which they stand in the file."""
        placed = []
        for severity, path, message, suggestion, at, key in self._found:
            line, column = at or self.locate(path, key)
            placed.append(
                Problem(
                    severity=severity,
                    file=self.file,
                    line=line,
                    column=column,
                    path=path_text(path),
                    message=message,
                    suggestion=suggestion,
                )
            )
        placed.sort(key=lambda problem: (problem.line, problem.column))
        if self._left_out:
            rest = f"further problems are not listed: {self._left_out:,}"
            placed.append(Problem(severity="error", file=self.file, message=rest))
        return tuple(placed)
