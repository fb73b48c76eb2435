"""JSON objects as rows of a table: one a line, or in a list."""

import re
from typing import Any

import msgspec

from timeglass.formats.document import Source
from timeglass.formats.foreign.draft import word
from timeglass.formats.foreign.rows import ListRows
from timeglass.formats.json_places import JsonPlaces, JsonTree
from timeglass.formats.problem import Place, UnreadableError
from timeglass.formats.text import decode, refuse_long_lines, scrub

MOST_COLUMNS = 300
_LINE = re.compile(rb"\{.*\}")
_LIST = re.compile(rb'\[\s*\{\s*"')
OPENED = 0.9
"""The share of the work that is done when the rows are at hand."""
_PARSED = 0.5
_STEP = 2_000
_NATIVE = re.compile(rb'"(?:date|title|timeglass)"\s*:')


def is_records(head: bytes) -> bool:
    """Tell whether a file holds JSON objects, one a line or in a list, that are no events of ours."""
    plain = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if _LIST.match(plain):
        return True
    first, _, rest = plain.partition(b"\n")
    first = first.strip()
    if not _LINE.fullmatch(first):
        # The first line may be longer than the first bytes of the file.
        return plain.startswith(b'{"') and b"\n" not in plain and len(plain) > 60_000
    others = [line for line in rest.split(b"\n", 20)[:20] if line.strip()]
    alike = sum(line.lstrip().startswith(b"{") for line in others)
    return len(_NATIVE.findall(first)) < 2 and (not others or alike >= 0.5 * len(others))


def record_rows(source: Source) -> ListRows:
    """The rows of such a file: the keys of all objects are the columns, those of objects inside joined by dots."""
    plain = source.data.lstrip(b"\xef\xbb\xbf \t\r\n")
    return _listed(source) if plain.startswith(b"[") else _lines(source)


def _lines(source: Source) -> ListRows:
    refuse_long_lines(source.data)
    text = decode(source.data, source.problems)
    objects: list[dict[str, Any]] = []
    numbers: list[int] = []
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if number % _STEP == 0:
            source.part(0.0, _PARSED)(number / len(lines))
        if not line.strip():
            continue
        try:
            objects.append(msgspec.json.decode(line, type=dict[str, Any]))
            numbers.append(number)
        except (msgspec.DecodeError, RecursionError) as error:
            source.problems.error((), f"this line is no JSON object: {error}", at=Place(number, 1))
    return _rows(objects, source, lambda row, column: Place(numbers[row] if row < len(numbers) else 1, 1))


def _listed(source: Source) -> ListRows:
    text = decode(source.data, source.problems, long_lines=True)
    tree = JsonTree(text, source.problems, source.part(0.0, _PARSED))
    places = JsonPlaces(text, tree.starts)
    root = tree.take_root()
    if not isinstance(root, list):
        raise UnreadableError("no table: a list of objects is expected", 1, 1)
    objects = [item for item in root if isinstance(item, dict)]
    numbers = [number for number, item in enumerate(root) if isinstance(item, dict)]
    if len(objects) < len(root):
        source.problems.error((), f"items of the list that are no objects: {len(root) - len(objects)}", at=Place(1, 1))
    return _rows(objects, source, lambda row, column: places((numbers[row],) if row < len(numbers) else (), False))


def _rows(objects: list[dict[str, Any]], source: Source, place: Any) -> ListRows:
    columns: dict[str, int] = {}
    flat: list[dict[str, str]] = []
    left_out = 0
    for number, tree in enumerate(objects):
        if number % _STEP == 0:
            source.part(_PARSED, OPENED)(number / len(objects))
        cells: dict[str, str] = {}
        _flatten(tree, "", cells, 0)
        for name in cells:
            if name not in columns:
                if len(columns) < MOST_COLUMNS:
                    columns[name] = len(columns)
                else:
                    left_out += 1
        flat.append(cells)
    if left_out:
        source.problems.error((), f"only the first {MOST_COLUMNS} different keys are kept", at=Place(1, 1))
    silent = source.problems
    rows = [[scrub(cells.get(name, ""), (), silent) for name in columns] for cells in flat]
    return ListRows(list(columns), rows, place)


def _flatten(tree: Any, prefix: str, cells: dict[str, str], depth: int) -> None:
    for key, value in tree.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict) and depth < 3:
            _flatten(value, f"{name}.", cells, depth + 1)
        elif isinstance(value, bool):
            cells[name] = "true" if value else "false"
        elif isinstance(value, list) and all(not isinstance(item, (dict, list)) for item in value):
            cells[name] = "; ".join(word(item) for item in value)
        elif isinstance(value, (list, dict)):
            cells[name] = msgspec.json.encode(value).decode()
        else:
            cells[name] = word(value)
