"""The house stands as planned: imports, sizes, and nothing in it that belongs to one machine.

Each guard has a test that shows that it can go red.
"""

import re
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from import_rules import RULES, broken_in, broken_rules, imports_of

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "desktop" / "timeglass"
LONGEST_FILE = 400
TEXTS = frozenset(
    {"", ".cfg", ".desktop", ".json", ".lock", ".md", ".plist", ".py", ".sh", ".spec", ".svg", ".toml", ".tsv", ".txt"}
    | {".typ", ".xml", ".yaml", ".yml"}
)
MADE = {".git", ".venv", "build", "dist", "__pycache__", "htmlcov"}

# Put together from pieces, so that this file does not find itself.
MACHINE_PATH = re.compile(
    r"(?<![\w.])/(?:" + "|".join(("ro" + "ot", "wo" + "rk", "Us" + "ers", "ho" + r"me/(?!some)\w+")) + r")(?=/|\b)"
    r"|\b[A-Z]:\\+Us" + r"ers"
)
PACKAGE_HOST = re.compile("py" + r"pi\.org|pythonho" + r"sted\.org|(?:extra-)?ind" + "ex-url|trusted-ho" + "st")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package that a test may spoil."""
    made = tmp_path / "timeglass"
    shutil.copytree(PACKAGE, made, ignore=shutil.ignore_patterns("__pycache__"))
    return made


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import contracts on the package in a folder."""
    program = Path(sys.executable).parent / "lint-imports"
    command = [str(program), "--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def spoil(path: Path, lines: str) -> None:
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{lines}\n", encoding="utf-8")


def test_import_contracts_hold() -> None:
    done = lint_imports(PACKAGE.parent)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("file", "lines", "contract"),
    [
        ("layout/scale.py", "import timeglass.search", "Rooms: arrows only point up"),
        ("chrono/instant.py", "def f():\n    from timeglass.events import event", "Rooms: arrows only point up"),
        ("paint/theme.py", "from timeglass.model import event_model", "Rooms: arrows only point up"),
        ("widgets/style.py", "import timeglass.formats", "Widgets get no formats"),
        ("widgets/style.py", "from timeglass.export import pdf", "Widgets get no formats"),
        ("paint/theme.py", "import timeglass.search", "Painting knows neither"),
        ("layout/scale.py", "from PySide6.QtCore import QPointF", "Pure rooms stay free of Qt"),
    ],
)
def test_import_contracts_break(copy: Path, file: str, lines: str, contract: str) -> None:
    spoil(copy / file, lines)
    done = lint_imports(copy.parent)
    assert done.returncode != 0
    broken = [line for line in done.stdout.splitlines() if line.endswith("BROKEN")]
    assert any(line.startswith(contract) for line in broken), done.stdout + done.stderr


def test_every_room_imports_only_what_the_house_allows() -> None:
    assert broken_rules(PACKAGE) == []


@pytest.mark.parametrize(
    ("file", "lines", "complaint"),
    [
        ("paint/theme.py", "from PySide6.QtWidgets import QWidget", "paint may not import PySide6.QtWidgets"),
        ("paint/theme.py", "from PySide6 import QtSvg", "paint may not import PySide6.QtSvg"),
        ("paint/theme.py", "import PySide6", "paint may not import PySide6"),
        ("model/navigator.py", "def f():\n    import PySide6.QtGui", "model may not import PySide6.QtGui"),
        ("model/navigator.py", "if TYPE_CHECKING:\n    from PySide6.QtGui import QColor", "model may not import"),
        ("export/pdf.py", "from PySide6.QtWidgets import QApplication", "export may not import PySide6.QtWidgets"),
        ("layout/scale.py", "from PySide6.QtCore import QPointF", "layout may not import PySide6.QtCore"),
        ("settings.py", "from PySide6.QtGui import QColor", "settings may not import PySide6.QtGui"),
        ("chrono/instant.py", "from ..events import event", "chrono may not import timeglass.events"),
        ("search/fold.py", "from ..layout import scale", "search may not import timeglass.layout"),
        ("layout/scale.py", "import importlib\nimportlib.import_module('PySide6.QtGui')", "layout may not import"),
        ("layout/scale.py", "name = 'x'\n__import__(name)", "cannot be checked"),
        ("cli.py", "name = 'x'\nimport_module(f'{name}.y')", "cannot be checked"),
        ("export/pdf.py", "import_module(f'timeglass.{name}')", "export may not import timeglass.*"),
        ("export/pdf.py", "import_module(f'timeglass.widgets.{name}')", "export may not import timeglass.widgets.*"),
        ("widgets/style.py", "from timeglass.formats import load", "widgets may not import timeglass.formats"),
        ("widgets/style.py", "from PySide6.QtNetwork import QTcpSocket", "reaches for the network"),
        ("reception_pipe.py", "from PySide6.QtNetwork import QTcpSocket", "reaches for the network"),
        ("widgets/style.py", "from PySide6.QtNetwork import QNetworkReply, QLocalServer", "reaches for the network"),
        ("paint/theme.py", "from PySide6.QtNetwork import QLocalServer", "paint may not import PySide6.QtNetwork"),
        ("formats/text.py", "from urllib import request", "reaches for the network"),
        ("newroom.py", "", "not in the table"),
    ],
)
def test_a_forbidden_import_is_found(tmp_path: Path, file: str, lines: str, complaint: str) -> None:
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'"""A file."""\n{lines}\n', encoding="utf-8")
    found = broken_in(tmp_path, path)
    assert len(found) == 1
    assert complaint in found[0]
    assert found[0].startswith(file)


def test_a_forbidden_import_is_found_in_the_whole(copy: Path) -> None:
    spoil(copy / "paint" / "theme.py", "def f():\n    from PySide6 import QtWidgets")
    found = set(broken_rules(copy)) - set(broken_rules(PACKAGE))
    assert [one.split(": ")[1] for one in found] == ["paint may not import PySide6.QtWidgets"]


def test_the_table_names_no_room_that_is_gone() -> None:
    rooms = {path.name.removesuffix(".py") for path in PACKAGE.iterdir()}
    assert set(RULES) - rooms == set()


def test_names_of_imports_are_spelled_out() -> None:
    source = "import a.b\nfrom c import d, e\nfrom . import f\nfrom ..g import h\nf()()\nimport_module(f'i.{j}')"
    names = ["a.b", "c.d", "c.e", "x.y.z.f", "x.y.g.h", "i.*"]
    assert [one.name for one in imports_of(source, "x.y.z")] == names


def test_layout_loads_without_qt() -> None:
    """Layout, and with it time and events, works where there is no Qt at all."""
    program = (
        "import sys, timeglass.layout.build, timeglass.layout.morph, timeglass.layout.hit, timeglass.layout.density\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken'))])"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    assert done.stdout.strip() == "[]"


def python_files() -> Iterator[Path]:
    for top in ("desktop", "tests", "packaging"):
        yield from (path for path in sorted((ROOT / top).rglob("*.py")) if not MADE & set(path.parts))


def too_long(paths: Iterator[Path]) -> list[str]:
    lengths = ((path, path.read_text(encoding="utf-8").count("\n")) for path in paths)
    return [f"{path.name}: {length} lines" for path, length in lengths if length > LONGEST_FILE]


def test_files_are_small() -> None:
    assert too_long(python_files()) == []
    lengths = [path.read_text(encoding="utf-8").count("\n") for path in PACKAGE.rglob("*.py")]
    assert statistics.median(lengths) < 150


def test_a_long_file_is_found(tmp_path: Path) -> None:
    long, longest_allowed = tmp_path / "long.py", tmp_path / "fits.py"
    long.write_text("x = 1\n" * (LONGEST_FILE + 1), encoding="utf-8")
    longest_allowed.write_text("x = 1\n" * LONGEST_FILE, encoding="utf-8")
    assert too_long(iter([long, longest_allowed])) == [f"long.py: {LONGEST_FILE + 1} lines"]


def texts_of(root: Path) -> Iterator[Path]:
    """Every file of the project that is text, without what tools made."""
    for path in sorted(root.iterdir()):
        if (
            path.name in MADE
            or path.name.endswith("_cache")
            or path.name.startswith((".coverage", ".hypothesis", ".venv"))
        ):
            continue
        if path.is_dir():
            yield from texts_of(path)
        elif path.suffix in TEXTS:
            yield path


def foreign_words(root: Path) -> list[str]:
    """Paths of some machine and hosts of packages, with their places."""
    found = []
    for path in texts_of(root):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if MACHINE_PATH.search(line) or PACKAGE_HOST.search(line):
                found.append(f"{path.relative_to(root)}:{number}: {line.strip()[:80]}")
    return found


def test_nothing_belongs_to_one_machine() -> None:
    assert foreign_words(ROOT) == []


@pytest.mark.parametrize(
    "line",
    [
        "open('/wo" + "rk/main/x')",
        "/ro" + "ot",
        "cd /ho" + "me/ann/x",
        "C:\\Us" + "ers\\ann",
        "https://py" + "pi.org/simple",
    ],
)
def test_a_foreign_word_is_found(tmp_path: Path, line: str) -> None:
    (tmp_path / "note.md").write_text(f"first\n{line}\n", encoding="utf-8")
    assert [found.partition(": ")[0] for found in foreign_words(tmp_path)] == ["note.md:2"]


@pytest.mark.parametrize("line", ["https://example.org/work/1", "the/root", "/homework", "and/or", "/workers"])
def test_common_words_are_no_foreign_words(tmp_path: Path, line: str) -> None:
    (tmp_path / "note.md").write_text(line, encoding="utf-8")
    assert foreign_words(tmp_path) == []
