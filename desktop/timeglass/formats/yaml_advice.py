"""What libyaml says of malformed YAML, as one line with a place and with advice that helps."""

from collections.abc import Iterator
from contextlib import contextmanager

import yaml

from timeglass.formats.problem import Place, UnreadableError, shown

_ADVICE = {
    "mapping values are not allowed in this context": "a text with ': ' in it needs quotes",
    "did not find expected key": "a key is expected here; check the indentation and the quotes above",
    "could not find expected ':'": "a key without ':', or a line that is indented wrongly",
    "found unexpected end of stream": "the file ends inside a quoted text",
    "did not find expected '-' indicator": "the indentation does not match the list above",
    "did not find expected node content": "a '{' or '[' is not closed, or a value is missing",
    "did not find expected ',' or ']'": "a list that starts with '[' is not closed",
    "did not find expected ',' or '}'": "keys and values that start with '{' are not closed",
    "found undefined tag handle": "'!' at the start of a text needs quotes",
    "found character that cannot start any token": "this character needs quotes at the start of a text",
}


@contextmanager
def placed_errors(data: bytes) -> Iterator[None]:
    """Turn libyaml's errors on a file in UTF-8 into UnreadableError."""
    try:
        yield
    except yaml.MarkedYAMLError as error:
        reason = error.problem or "it cannot be parsed"
        unclosed = reason.startswith("did not find expected ','")
        mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
        if mark is None:
            raise UnreadableError(f"malformed YAML: {reason}") from None
        place = Place(mark.line + 1, mark.column + 1)
        lines = data.decode().split("\n", place.line)[: place.line]
        if reason == "did not find expected node content":
            place = _last_comment(lines) or place
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        advice = _ADVICE.get(reason, reason)
        if "\t" in line[: len(line) - len(line.lstrip())] or line[place.column - 1 :].startswith("\t"):
            advice = "a tab stands in the indentation; YAML is indented with spaces"
        elif " #" in line and ("{" in line or "[" in line):
            advice += ", or a '#' there lacks quotes and starts a comment"
        raise UnreadableError(f"malformed YAML: {advice}", *place) from None
    except yaml.YAMLError as error:
        raise UnreadableError(f"malformed YAML: {shown(str(error), 200)}") from None


def _last_comment(lines: list[str]) -> Place | None:
    """Place of a '#' that may have swallowed the end of the last line before the one where parsing stopped."""
    for number in range(len(lines) - 1, 0, -1):
        line = lines[number - 1]
        if line.strip():
            column = line.find(" #")
            return Place(number, column + 2) if column >= 0 else None
    return None
