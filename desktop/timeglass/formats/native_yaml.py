"""The timeline file itself: YAML."""

import re

from timeglass.formats.document import Document, Source
from timeglass.formats.nearest import Suggester
from timeglass.formats.problem import UnreadableError, shown
from timeglass.formats.text import scrub, sound_bytes
from timeglass.formats.yaml_places import YamlPlaces
from timeglass.formats.yaml_tree import YamlTree

_ESCAPE = re.compile(rb"\\[0abefvNLP_xuU]")
_VERSION_KEY = re.compile(rb"^(?:\xef\xbb\xbf)?[ \t]*\{?[ \t]*[\"']?timeglass[\"']?[ \t]*:", re.MULTILINE)
_KEY = re.compile(rb"^[A-Za-z_][\w-]{0,60}:(?:\s|$)", re.MULTILINE)


def sniff(name: str, head: bytes) -> float:
    """How surely a file is a timeline in YAML."""
    plain = head.replace(b"\0", b"")  # UTF-16 too
    if _VERSION_KEY.search(plain):
        return 0.6 if plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"{") else 1.0
    if name.lower().endswith((".yaml", ".yml")):
        return 0.3
    return 0.1 if _KEY.search(plain) else 0.0


def read(source: Source) -> Document:
    """Read a timeline in YAML."""
    problems = source.problems
    data = sound_bytes(source.data, problems)
    tree = YamlTree(data, problems, source.tick)
    places = YamlPlaces(tree)
    problems.locate = places
    root = tree.take_root()
    if b"\\" in data and _ESCAPE.search(data):
        root = scrub(root, (), problems)
    return native_document(root, source)


def native_document(root: object, source: Source) -> Document:
    """The document of a raw tree in the native format; raises UnreadableError where it is plainly something else."""
    if not isinstance(root, dict):
        raise UnreadableError("no timeline: keys such as 'timeglass: 1' and 'events:' are expected", 1, 1)
    if "timeglass" not in root:
        near = next((key for key in root if isinstance(key, str) and Suggester().nearest(key, ("timeglass",))), "")
        hint = f" ({shown(near)!r} stands there)" if near else ""
        raise UnreadableError(f"no timeline: the key 'timeglass', with the format's version, is missing{hint}")
    head = dict(root)
    events = head.pop("events", None)
    if events is None or events == "":
        source.problems.warn(("events",), "there are no events", key=True)
        events = []
    elif not isinstance(events, list):
        source.problems.error(("events",), "expected a list of events", key=True)
        events = []
    return Document(head, events)
