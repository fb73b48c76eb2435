"""The exception family: everything that Timeglass raises for a person to read."""


class TimeglassError(Exception):
    """A failure that is told to the user in one line; ``str(error)`` is that line."""


class UsageError(TimeglassError):
    """The call was wrong: an unknown option, an unknown ending, contradicting arguments (exit status 2)."""


class FileAccessError(TimeglassError):
    """A file cannot be read or written (exit status 3)."""


class NotATimelineError(TimeglassError):
    """A file was read, but it is no timeline at all (exit status 3). Line and column count from 1; 0 is unknown."""

    def __init__(self, words: str, line: int = 0, column: int = 0) -> None:
        super().__init__(words)
        self.line = line
        self.column = column


class DataError(TimeglassError):
    """The data has errors, or nothing matched (exit status 1)."""
