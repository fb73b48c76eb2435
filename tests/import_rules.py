"""Who may import whom, and which part of Qt: read from the source, so that no import hides.

import-linter sees packages of others only as a whole, and so cannot tell QtCore from QtWidgets. This checker reads
every import statement, also those inside functions and under ``TYPE_CHECKING``, and calls of ``import_module``.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

PACKAGE: Final = "timeglass"
QT: Final = "PySide6"
NETWORK: Final = frozenset(
    {"ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socketserver", "ssl", "urllib3", "xmlrpc"}
    | {"urllib.request", "webbrowser", "PySide6.QtNetwork", "PySide6.QtWebSockets"}
)
"""What sends something somewhere; Timeglass sends nothing. (Links are opened by the desktop, through QtGui.)"""

LOCAL: Final = frozenset({"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"})
"""What only ever speaks to this computer: on Windows a second double-click reaches the running program by it."""


class Rule(NamedTuple):
    """What a room may import: rooms of ours, and modules of Qt. ``"*"`` is anything."""

    ours: frozenset[str]
    qt: frozenset[str]


class Import(NamedTuple):
    """An imported module or name, such as ``PySide6.QtCore.Qt``, and its line."""

    line: int
    name: str


def _rule(ours: str, qt: str = "") -> Rule:
    return Rule(frozenset(ours.split()), frozenset(qt.split()))


# The table of the house. ``errors`` may be known to all, a room always knows itself.
RULES: Final = {
    "chrono": _rule(""),
    "events": _rule("chrono"),
    "search": _rule("chrono events"),
    "formats": _rule("chrono events assets atomic"),
    "layout": _rule("chrono events"),
    "model": _rule("chrono events search layout", "QtCore"),
    "paint": _rule("chrono events layout assets", "QtCore QtGui"),  # events: only what the flags of a box mean
    "export": _rule("chrono events search formats layout paint assets atomic __version__", "QtCore QtGui QtSvg"),
    "widgets": _rule("chrono events search layout model paint settings assets __version__", "*"),
    "settings": _rule("", "QtCore"),
    "assets": _rule(""),
    "atomic": _rule(""),
    "errors": _rule(""),
    "quick_start": _rule(""),
    "__init__": _rule(""),
    "display": _rule(""),
    "handover": _rule("events __version__"),
    "reception": _rule("handover", "QtCore"),
    "reception_pipe": _rule("handover reception", "QtCore QtNetwork"),
    "app": _rule("*", "*"),
    "exporting": _rule("chrono events layout model export widgets"),
    "compiled": _rule("formats search events assets __version__"),
    "tables": _rule("formats settings widgets assets"),
    "commands": _rule("*", "*"),
    "cli": _rule("*", "*"),
    "__main__": _rule("*", "*"),
}


def imports_of(source: str, package: str = "") -> Iterator[Import]:
    """Every import of a module, with names taken from packages spelled out; ``package`` resolves relative ones."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (Import(node.lineno, f"{base}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node.func) in ("import_module", "__import__"):
            yield Import(node.lineno, _worked_out(node.args[0]) if node.args else "*")


def _worked_out(named: ast.expr) -> str:
    """The name in a call of ``import_module``, with ``*`` for what stands in it only at run time."""
    if isinstance(named, ast.JoinedStr):
        known = named.values[0]
        return f"{_worked_out(known)}*" if isinstance(known, ast.Constant) else "*"
    return named.value if isinstance(named, ast.Constant) and isinstance(named.value, str) else "*"


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def broken_rules(package: Path) -> list[str]:
    """One line for each import in a package's folder that the table forbids; no room may be missing in it."""
    return [complaint for path in sorted(package.rglob("*.py")) for complaint in broken_in(package, path)]


def broken_in(package: Path, path: Path) -> list[str]:
    """The same for one file of the package."""
    inside = path.relative_to(package)
    room = inside.parts[0].removesuffix(".py")
    dotted = ".".join([PACKAGE, *inside.parts[:-1]])
    if room not in RULES:
        return [f"{inside.as_posix()}: room {room!r} is not in the table"]
    complaints = ((line, _objection(room, name)) for line, name in imports_of(path.read_text(encoding="utf-8"), dotted))
    return [f"{inside.as_posix()}:{line}: {complaint}" for line, complaint in complaints if complaint]


def _objection(room: str, name: str) -> str:
    rule = RULES[room]
    top, _, rest = name.partition(".")
    inner = rest.partition(".")[0]
    if name not in LOCAL and any(name == one or name.startswith(f"{one}.") for one in NETWORK):
        return f"{name} reaches for the network"
    if name == "*":
        return "an import whose name is worked out cannot be checked"
    if top == QT and "*" not in rule.qt and inner not in rule.qt:
        return f"{room} may not import {QT}{'.' if inner else ''}{inner}"
    if top == PACKAGE and "*" not in rule.ours and inner not in rule.ours | {room, "errors"}:
        return f"{room} may not import {name}"
    return ""
