"""The recipe that a PDF carries, and reading it back."""

import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.conftest import a_job
from timeglass.events.view_state import ViewState
from timeglass.export.pdf import export_pdf
from timeglass.export.recipe import RECIPE_NAME, Recipe, read_recipe, recipe_of
from timelines import little


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("recipe") / "r.pdf"
    timeline = replace(little(), path=Path("folder/towns.yaml"), digest="ab" * 32)
    job = a_job(timeline, rows=[2, 5], query="Київ | «x»", view_range="1991/1993", group_by="category")
    export_pdf(job, path)
    return path


EXPECTED = Recipe(
    timeglass_recipe=1,
    file="towns.yaml",
    sha256="ab" * 32,
    title="Two towns",
    query="Київ | «x»",
    ids=("e2", "e5"),
    range="1991/1993",
    lanes="category",
    group_by="category",
    layout="report",
    language="en",
    exported="2026-01-02T03:04:05+00:00",
)


def test_comes_back_from_the_pdf(pdf: Path) -> None:
    found = read_recipe(pdf.read_bytes())
    assert found is not None
    assert found.made_with.startswith("Timeglass ")
    assert msgspec.structs.replace(found, made_with="") == EXPECTED


def test_is_an_attachment_for_other_programs(pdf: Path, tmp_path: Path, tool: Callable[..., str]) -> None:
    assert RECIPE_NAME in tool("pdfdetach", "-list", pdf)
    tool("pdfdetach", "-save", "1", "-o", tmp_path / "r.json", pdf)
    assert msgspec.json.decode((tmp_path / "r.json").read_bytes(), type=Recipe).ids == ("e2", "e5")


@pytest.mark.parametrize(
    "options",
    [
        ["--object-streams=generate"],
        ["--linearize"],
        ["--qdf"],
        ["--stream-data=uncompress"],
        ["--recompress-flate", "--compression-level=9"],
    ],
)
def test_survives_other_programs(options: list[str], pdf: Path, tmp_path: Path, tool: Callable[..., str]) -> None:
    tool("qpdf", *options, pdf, tmp_path / "again.pdf")
    found = read_recipe((tmp_path / "again.pdf").read_bytes())
    assert found is not None
    assert found.ids == ("e2", "e5")


def test_encrypted_files_have_none_that_can_be_read(pdf: Path, tmp_path: Path, tool: Callable[..., str]) -> None:
    tool("qpdf", "--encrypt", "u", "o", "256", "--", pdf, tmp_path / "locked.pdf")
    assert read_recipe((tmp_path / "locked.pdf").read_bytes()) is None


def test_later_revision_wins(pdf: Path) -> None:
    newer = msgspec.json.encode(msgspec.structs.replace(EXPECTED, ids=("e1",)))
    again = pdf.read_bytes() + b"\n9 0 obj\n<</Type/EmbeddedFile/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
        len(newer),
        newer,
    )
    found = read_recipe(again)
    assert found is not None
    assert found.ids == ("e1",)


def test_knows_how_the_window_stood() -> None:
    view = ViewState(query="talks", range="1990/1999", hide_others=True, lanes="actor", panes=("list",))
    recipe = recipe_of(a_job(little(), rows=[1], view=view, view_range="1991/1993", lanes="actor"))
    assert (recipe.query, recipe.range, recipe.lanes, recipe.hide_others) == ("talks", "1990/1999", "actor", True)
    assert recipe.ids == ("e1",)
    assert recipe.panes == ("list",)


def test_tells_whether_the_data_changed() -> None:
    assert EXPECTED.matches("ab" * 32)
    assert not EXPECTED.matches("cd" * 32)
    assert not recipe_of(a_job(little())).matches("")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n%%EOF",
        b"no pdf /EmbeddedFile",
        b"1 0 obj\n<</Type/EmbeddedFile/Filter/FlateDecode>>\nstream\nbroken\nendstream",
        b"1 0 obj\n<</Type/EmbeddedFile>>\nstream\n{]",
        b"1 0 obj\n<</Type/EmbeddedFile>>\nstream\n" + b"[" * 100_000 + b"\nendstream",
        b"1 0 obj\n<</Type/EmbeddedFile/Filter/LZWDecode>>\nstream\nx\nendstream",
        b'1 0 obj\n<</Type/EmbeddedFile>>\nstream\n{"timeglass_recipe": "1"}\nendstream',
    ],
)
def test_files_without_a_recipe_give_none(data: bytes) -> None:
    assert read_recipe(data) is None


def test_bombs_are_cut_off() -> None:
    bomb = zlib.compress(b" " * (200 * 1024 * 1024), 9)
    assert read_recipe(b"1 0 obj\n<</Type/EmbeddedFile/Filter/FlateDecode>>\nstream\n" + bomb) is None


@given(st.integers(0, 40_000), st.integers(0, 255))
def test_damage_never_raises(at: int, value: int) -> None:
    packed = zlib.compress(msgspec.json.encode(EXPECTED))
    data = bytearray(b"1 0 obj\n<</Type/EmbeddedFile/Filter/FlateDecode>>\nstream\n" + packed + b"\nendstream")
    data[at % len(data)] = value
    read_recipe(bytes(data))


def test_reading_needs_no_typst() -> None:
    code = "import sys; from timeglass.export.recipe import read_recipe; print('typst' in sys.modules)"
    desktop = Path(__file__).resolve().parents[2] / "desktop"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=desktop)
    assert done.stdout.strip() == "False"
