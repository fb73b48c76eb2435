"""Bytes to text: encodings, and characters that have no place in a text."""

import codecs
import re
from typing import Any

import numpy as np

from timeglass.formats.problem import Path, Place, Problems, UnreadableError

LONGEST_LINE = 16 * 1024 * 1024
"""Bytes. No file that people write has longer lines, and parsing one would take seconds and much memory."""
LONGEST_TEXT = 200_000
"""Characters of one text; more is cut off with an error, because no window can show it."""
DEEPEST = 50
"""Levels of nesting; the format itself needs seven."""

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
)
_SOUND = re.compile("[\t\n\r -~\x85\xa0-\u2029\u202f-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_OVERRIDE = re.compile("[\u202a-\u202e]")
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\ud800-\udfff\ufffe\uffff]")
_PIECE = 2**20
"""Bytes or characters that are looked at in one call."""
_BINARY_SHARE = 0.02
"""Share of control bytes from which on a file counts as binary."""


def place_at(text: str, index: int) -> Place:
    """Line and column of a character."""
    return Place(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def decode(data: bytes, problems: Problems, *, long_lines: bool = False) -> str:
    """Text of a file that ought to be UTF-8; what is not is reported, and replaced where it must be.

    Raises UnreadableError for empty and binary files, and for lines beyond :data:`LONGEST_LINE` unless programs write
    such files without line ends.
    """
    if not data.removeprefix(codecs.BOM_UTF8) or data.removeprefix(codecs.BOM_UTF8).isspace():
        raise UnreadableError("the file is empty")
    if not long_lines:
        refuse_long_lines(data)
    text = _decode_wide(data, problems)
    if text is None:
        refuse_binary(data)
        text = _decode_utf8(data, problems)
    return _cleaned(text, problems)


def sound_bytes(data: bytes, problems: Problems) -> bytes:
    """The text of a file as sound UTF-8: the very bytes where they are that already, else :func:`decode`'s text.

    A large file is looked through piece by piece, so that no second copy of it is made.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    refuse_long_lines(data)
    try:
        for start in range(0, len(data), _PIECE):
            piece = data[start : start + _PIECE]
            if piece.isascii() and _is_plain(piece) and not decoder.getstate()[0]:
                continue
            text = decoder.decode(piece, start + _PIECE >= len(data))
            sound = _SOUND.match(text)
            if sound is None or sound.end() < len(text) or text.startswith("\ufeff", 0, 1 - min(1, start)):
                raise UnicodeError
    except UnicodeError:
        return decode(data, problems).encode()
    return data


def _is_plain(piece: bytes) -> bool:
    """Tell whether the control characters of an ASCII text are line ends and tabs only."""
    letters = np.frombuffer(piece, np.uint8)
    controls = np.count_nonzero(letters < ord(" ")) + np.count_nonzero(letters == 0x7F)
    return bool(controls == sum(np.count_nonzero(letters == ord(letter)) for letter in "\n\r\t"))


def refuse_binary(data: bytes) -> None:
    """Raise UnreadableError when the bytes are plainly no text."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError(f"this is {what}, not a timeline")
    head = data[:8192]
    controls = sum(head.count(byte) for byte in range(32) if byte not in b"\t\n\r\x0c\x1b")
    if controls > len(head) * _BINARY_SHARE:
        raise UnreadableError("this is a binary file, not a timeline")


def refuse_long_lines(data: bytes) -> None:
    """Raise UnreadableError for a line that is longer than any that people write."""
    start = 0
    while len(data) - start > LONGEST_LINE:
        end = data.rfind(b"\n", start, start + LONGEST_LINE)
        if end < 0:
            line = data.count(b"\n", 0, start) + 1
            raise UnreadableError(f"a line is longer than {LONGEST_LINE // 2**20} MB", line, 1)
        start = end + 1


def _decode_wide(data: bytes, problems: Problems) -> str | None:
    """Text of a UTF-16 or UTF-32 file, with or without its mark; None for any other."""
    for mark, codec, name in _BOMS:
        if data.startswith(mark):
            problems.warn((), f"the file is in {name}; save it as UTF-8", at=Place(1, 1))
            return data[len(mark) :].decode(codec, "replace")
    head = data[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) > len(head) * 0.2 and min(even, odd) <= len(head) * 0.02:
        problems.warn((), "the file is in UTF-16; save it as UTF-8", at=Place(1, 1))
        return data.decode("utf-16-le" if odd > even else "utf-16-be", "replace")
    return None


def _decode_utf8(data: bytes, problems: Problems) -> str:
    if data.startswith(codecs.BOM_UTF8):
        problems.warn((), "the file starts with a byte order mark; save it as plain UTF-8", at=Place(1, 1))
        data = data[len(codecs.BOM_UTF8) :]
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        text = data.decode(errors="replace")
        number = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
        more = f" ({number} such places)" if number > 1 else ""
        message = f"byte 0x{data[error.start]:02X} is not UTF-8 and was replaced{more}; save the file as UTF-8"
        problems.error((), message, at=place_at(before, len(before)))
        return text


def _cleaned(text: str, problems: Problems) -> str:
    """The text without characters that YAML forbids or that turn the reading direction round."""
    # Piece by piece: a window in another thread waits for each call.
    if all(_SOUND.fullmatch(text, start, start + _PIECE) for start in range(0, len(text), _PIECE)):
        return text
    for pattern, what, replacement in (
        (_CONTROL, "control character", "\ufffd"),
        (_OVERRIDE, "invisible character that reverses text,", ""),
    ):
        first = pattern.search(text)
        if first is not None:
            at = place_at(text, first.start())
            text, number = pattern.subn(replacement, text)
            more = f" ({number} such characters)" if number > 1 else ""
            report = problems.error if replacement else problems.warn
            done = "replaced" if replacement else "left out"
            report((), f"{what} U+{ord(first[0]):04X} was {done}{more}", at=at)
    return text


def scrub(tree: Any, path: Path, problems: Problems) -> Any:
    """The tree with only such texts as can be shown.

    Characters that escapes brought in although they have no place in a text are left out, and texts longer than
    :data:`LONGEST_TEXT` are cut; each is reported. Raises UnreadableError beyond :data:`DEEPEST` levels.
    """
    if isinstance(tree, str):
        return _scrubbed(tree, path, problems)
    if len(path) > DEEPEST:
        raise UnreadableError(f"nested more than {DEEPEST} levels deep", *problems.locate(path[:2], False))
    if isinstance(tree, dict):
        return {scrub(key, path, problems): scrub(value, (*path, str(key)), problems) for key, value in tree.items()}
    if isinstance(tree, list):
        return [scrub(value, (*path, row), problems) for row, value in enumerate(tree)]
    return tree


def _scrubbed(text: str, path: Path, problems: Problems) -> str:
    bad = _BAD.search(text)
    if bad is not None:
        problems.error(path, f"character U+{ord(bad[0]):04X} may not stand in a text and was left out")
        text = _BAD.sub("", text)
    if len(text) > LONGEST_TEXT:
        problems.error(path, cut_message(len(text)))
        text = text[:LONGEST_TEXT]
    return text


def cut_message(length: int) -> str:
    """What is said of a text that is too long."""
    return f"a text of {length:,} characters; only the first {LONGEST_TEXT:,} are kept"
