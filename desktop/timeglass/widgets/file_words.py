"""What the readers of files say, in the language of the window.

As in :mod:`~timeglass.widgets.room_words`: English patterns with ``{}`` for what is put in, the special ones before the
general. What importers say of other programs' files is known to :mod:`~timeglass.widgets.import_words`.
"""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from timeglass.widgets.import_words import date_reason, import_fault
from timeglass.widgets.kind_words import kind_words
from timeglass.widgets.room_words import DATE_FAULTS, said

FILE_FAULTS: Final[Sequence[object]] = (
    QT_TRANSLATE_NOOP("FileFaults", "there is no such file"),
    QT_TRANSLATE_NOOP("FileFaults", "is a folder, not a file"),
    QT_TRANSLATE_NOOP("FileFaults", "is a device or pipe, not a file"),
    QT_TRANSLATE_NOOP("FileFaults", "there is no permission to read it"),
    QT_TRANSLATE_NOOP("FileFaults", "is a folder"),
    QT_TRANSLATE_NOOP("FileFaults", "there is no folder {}"),
    QT_TRANSLATE_NOOP("FileFaults", "its folder is no longer there"),
    QT_TRANSLATE_NOOP("FileFaults", "exists already and is not overwritten"),
    QT_TRANSLATE_NOOP("FileFaults", "there is no permission to write it"),
    QT_TRANSLATE_NOOP("FileFaults", "there is no permission to write there"),
    QT_TRANSLATE_NOOP("FileFaults", "cannot be replaced; it may be open in another program"),
    QT_TRANSLATE_NOOP("FileFaults", "cannot be written (its name leads nowhere)"),
    QT_TRANSLATE_NOOP("FileFaults", "cannot be written ({})"),
    QT_TRANSLATE_NOOP("FileFaults", "is larger than {} MB"),
    QT_TRANSLATE_NOOP("FileFaults", "cannot be read ({})"),
    QT_TRANSLATE_NOOP("FileFaults", "the file is empty"),
    QT_TRANSLATE_NOOP("FileFaults", "this is a binary file, not a timeline"),
    QT_TRANSLATE_NOOP("FileFaults", "this is {}, not a timeline"),
    QT_TRANSLATE_NOOP("FileFaults", "the file is in {}; save it as UTF-8"),
    QT_TRANSLATE_NOOP("FileFaults", "a line is longer than {} MB"),
    QT_TRANSLATE_NOOP("FileFaults", "no timeline that is known here (known: {})"),
    QT_TRANSLATE_NOOP("FileFaults", "no timeline: keys such as 'timeglass: 1' and 'events:' are expected"),
    QT_TRANSLATE_NOOP("FileFaults", "no timeline: the key 'timeglass', with the format's version, is missing{}"),
    QT_TRANSLATE_NOOP("FileFaults", "no timeline: it holds {}, where keys such as 'timeglass: 1' are expected"),
    QT_TRANSLATE_NOOP("FileFaults", "no timeline: a table needs the columns 'date' and 'title'"),
    QT_TRANSLATE_NOOP("FileFaults", "no timeline: each line ought to hold keys and values in braces"),
    QT_TRANSLATE_NOOP("FileFaults", "the file holds nothing but comments"),
    QT_TRANSLATE_NOOP("FileFaults", "malformed JSON: {}"),
    QT_TRANSLATE_NOOP("FileFaults", "malformed CSV: {}"),
    QT_TRANSLATE_NOOP("FileFaults", "malformed YAML: a text with ': ' in it needs quotes"),
    QT_TRANSLATE_NOOP(
        "FileFaults", "malformed YAML: a key is expected here; check the indentation and the quotes above"
    ),
    QT_TRANSLATE_NOOP("FileFaults", "malformed YAML: a key without ':', or a line that is indented wrongly"),
    QT_TRANSLATE_NOOP("FileFaults", "malformed YAML: the file ends inside a quoted text"),
    QT_TRANSLATE_NOOP("FileFaults", "malformed YAML: the indentation does not match the list above"),
    QT_TRANSLATE_NOOP("FileFaults", "malformed YAML: a tab stands in the indentation; YAML is indented with spaces"),
    QT_TRANSLATE_NOOP("FileFaults", "malformed YAML: {}"),
    QT_TRANSLATE_NOOP("FileFaults", "nested more than {} levels deep"),
    QT_TRANSLATE_NOOP("FileFaults", "nested too deeply"),
    QT_TRANSLATE_NOOP("FileFaults", "merge keys ('<<') are not supported; write the keys out"),
    QT_TRANSLATE_NOOP("FileFaults", "there is no anchor '&{}'"),
    QT_TRANSLATE_NOOP("FileFaults", "the alias '*{}' contains itself"),
    QT_TRANSLATE_NOOP("FileFaults", "aliases stand for more than {} values"),
    QT_TRANSLATE_NOOP("FileFaults", "byte 0x{} is not UTF-8 and was replaced"),
    QT_TRANSLATE_NOOP("FileFaults", "character U+{} may not stand in a text and was left out"),
    QT_TRANSLATE_NOOP("FileFaults", "the file starts with a byte order mark; save it as plain UTF-8"),
    QT_TRANSLATE_NOOP("FileFaults", "the file is not in UTF-8; it was read as {}"),
    QT_TRANSLATE_NOOP("FileFaults", "{} is no date: {}"),
    QT_TRANSLATE_NOOP("FileFaults", "unknown key {}"),
    QT_TRANSLATE_NOOP("FileFaults", "unknown column {}"),
    QT_TRANSLATE_NOOP("FileFaults", "unknown category {}"),
    QT_TRANSLATE_NOOP("FileFaults", "unknown source {}"),
    QT_TRANSLATE_NOOP("FileFaults", "unknown event {}"),
    QT_TRANSLATE_NOOP("FileFaults", "unknown track {}"),
    QT_TRANSLATE_NOOP("FileFaults", "'title' is missing"),
    QT_TRANSLATE_NOOP("FileFaults", "{} is missing"),
    QT_TRANSLATE_NOOP("FileFaults", "{} is empty"),
    QT_TRANSLATE_NOOP("FileFaults", "there are no events"),
    QT_TRANSLATE_NOOP("FileFaults", "expected a list of events"),
    QT_TRANSLATE_NOOP("FileFaults", "the key {} stands here twice; the first one counts"),
    QT_TRANSLATE_NOOP("FileFaults", "the column {} stands here twice; the first one counts"),
    QT_TRANSLATE_NOOP("FileFaults", "the event refers to itself"),
    QT_TRANSLATE_NOOP("FileFaults", "{}, but the cause is dated after its effect"),
    QT_TRANSLATE_NOOP("FileFaults", "there is no picture {} beside the timeline file"),
    QT_TRANSLATE_NOOP("FileFaults", "{} is no web address (http:// or https://)"),
    QT_TRANSLATE_NOOP("FileFaults", "{} is no web address and is shown as plain text"),
    QT_TRANSLATE_NOOP("FileFaults", "one of 'source', 'url' and 'text' is needed"),
    QT_TRANSLATE_NOOP("FileFaults", "{} is no number that can be drawn"),
    QT_TRANSLATE_NOOP("FileFaults", "the colour is empty: '#' needs quotes, or starts a comment"),
    QT_TRANSLATE_NOOP("FileFaults", "version {} is {}; what is known of it is read"),
    QT_TRANSLATE_NOOP("FileFaults", "expected {}, not {}"),
    QT_TRANSLATE_NOOP("FileFaults", "{} is not {}"),
    QT_TRANSLATE_NOOP("FileFaults", "more cells than columns: {} and {}"),
    QT_TRANSLATE_NOOP("FileFaults", "further problems are not listed: {}"),
)
_NO_DATE: Final = re.compile(
    r"(.* is no (?:date|end)|no date|from .* to .*): ((?!the end lies before the start \().*)", re.DOTALL
)
_PLACED: Final = re.compile(r"((?::\d+:\d+)?: )(.*)", re.DOTALL)


def file_fault(text: str) -> str:
    """What is wrong in a file."""
    found = _NO_DATE.fullmatch(text)
    if found is not None:
        text = f"{found[1]}: {_date_reason(found[2])}"
    words = import_fault(text)
    return words if words != text else said("FileFaults", FILE_FAULTS, text, kind_words)


def _date_reason(text: str) -> str:
    words = said("DateFaults", DATE_FAULTS, text)
    return words if words != text else date_reason(text)


def refusal(text: str, path: str) -> str:
    """Why a file was refused; the text begins with its path, and perhaps line and column."""
    found = _PLACED.fullmatch(text.removeprefix(path)) if text.startswith(path) else None
    return f"{path}{found[1]}{file_fault(found[2])}" if found is not None else text
