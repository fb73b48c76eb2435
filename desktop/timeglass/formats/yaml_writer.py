"""Writing the timeline file: YAML that a person would like to go on with."""

import re
from collections.abc import Sequence
from typing import Any, BinaryIO

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from timeglass.events.timeline import Timeline
from timeglass.formats.document import Tick, no_tick
from timeglass.formats.native_tree import timeline_tree
from timeglass.formats.problem import shown

_WIDTH = 110
_TEXT_TAG = "tag:yaml.org,2002:str"
_BARE_KEYS = frozenset({"date", "accessed", "updated", "range"})
"""Keys whose values stay unquoted although YAML may take them for numbers or dates: the format reads them as text."""
_BARE = re.compile(r"[0-9A-Z][0-9A-Za-z~%/.+-]*|-[0-9][0-9A-Za-z~%/.+-]*|\.\./[0-9][0-9A-Za-z~%/.+-]*")
"""Texts that YAML takes for one plain scalar wherever they stand."""
_OPENING = ("timeglass", "title", "description", "language", "license", "updated", "view")
"""Keys that stand together at the top, without blank lines between them."""
_OURS = frozenset({"", "yaml", "json", "jsonl", "csv"})
_PIECE = 64
"""Events that are written at a time: between two pieces other threads get their turn, and one may stop."""
_SHORT = 90
"""Longest flow-style line, in characters, that still reads well."""


def write(timeline: Timeline, rows: Sequence[int], file: BinaryIO, tick: Tick = no_tick) -> Sequence[str]:
    """Write events as a timeline file; it can hold everything."""
    head, events = timeline_tree(timeline, rows, lambda done: tick(0.2 * done))
    opening = {key: value for key, value in head.items() if key in _OPENING}
    sections = [_dump(opening), *(_dump({key: head[key]}) for key in head if key not in opening)]
    file.write((_origin(timeline) + "\n".join(sections)).encode())
    file.write(b"\nevents:\n" if events else b"\nevents: []\n")
    for start in range(0, len(events), _PIECE):
        tick(0.2 + 0.8 * start / len(events))
        # Only items of the list start in the first column, so blank lines can be put between them.
        text = _dump(events[start : start + _PIECE]).replace("\n- ", "\n\n- ")
        file.write(f"\n{text}".encode() if start else text.encode())
    return ()


def _origin(timeline: Timeline) -> str:
    """A comment that names the file of another program that the timeline was read from; "" for one of ours."""
    if timeline.path is None or timeline.format_name in _OURS:
        return ""
    # The registry knows this writer, so that neither can be there before the other.
    from timeglass.formats.registry import format_by_name

    format_ = format_by_name(timeline.format_name)
    label = f", {format_.label}" if format_ is not None else ""
    return f"# Converted from {shown(timeline.path.name, 200)}{label}\n"


def _dump(tree: Any) -> str:
    dumper_options: dict[str, Any] = {"Dumper": yaml.CSafeDumper, "allow_unicode": True, "width": _WIDTH}
    return str(yaml.serialize(_node(tree, ""), **dumper_options))


def _node(tree: Any, key: str) -> Node:
    """The tree as YAML nodes, each in the style that reads best."""
    if isinstance(tree, dict):
        pairs = [(_scalar(str(name), ""), _node(value, str(name))) for name, value in tree.items()]
        return MappingNode("tag:yaml.org,2002:map", pairs, flow_style=bool(key) and _is_short(tree))
    if isinstance(tree, (list, tuple)):
        items = [_node(value, "-" if key else "") for value in tree]
        flow = bool(key) and _is_short(tree) and not any(isinstance(value, dict) for value in tree)
        return SequenceNode("tag:yaml.org,2002:seq", items, flow_style=flow)
    if isinstance(tree, str):
        return _scalar(tree, key)
    return ScalarNode("tag:yaml.org,2002:float" if isinstance(tree, float) else "tag:yaml.org,2002:int", repr(tree))


def _scalar(text: str, key: str) -> ScalarNode:
    if key in _BARE_KEYS and _BARE.fullmatch(text):
        return ScalarNode(_guessed_tag(text), text)
    if "\n" not in text:
        return ScalarNode(_TEXT_TAG, text)
    # After a block that keeps all its line ends, libyaml would close the document.
    block = text.strip("\n") and not text.endswith("\n\n")
    return ScalarNode(_TEXT_TAG, text, style="|" if block else '"')


def _guessed_tag(text: str) -> str:
    """The tag that YAML itself would give the plain text: with it, the emitter sees no need for quotes."""
    resolver: Any = yaml.resolver.Resolver
    return str(resolver().resolve(ScalarNode, text, (True, False)))


def _is_short(tree: Any) -> bool:
    """Tell whether a tree of plain short values fits on one line."""
    values = list(tree.values()) if isinstance(tree, dict) else list(tree)
    if not values or any(isinstance(value, (dict, list, tuple)) for value in values):
        return not values
    texts = [str(value) for value in values] + (list(tree) if isinstance(tree, dict) else [])
    return sum(len(text) + 2 for text in texts) <= _SHORT and not any("\n" in text for text in texts)
