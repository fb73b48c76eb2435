"""The exception family: everything that Timeglass raises for a person to read."""


class TimeglassError(Exception):
    """A failure that is told to the user in one line; ``str(error)`` is that line."""


class UsageError(TimeglassError):
    """The call was wrong: an unknown option, an unknown ending, contradicting arguments (exit status 2)."""


class FileAccessError(TimeglassError):
    """A file cannot be read or written (exit status 3)."""


class NotATimelineError(TimeglassError):
    """A file was read, but it is no timeline at all (exit status 3)."""


class DataError(TimeglassError):
    """The data has errors, or nothing matched (exit status 1)."""
