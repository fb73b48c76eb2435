"""The shipped files are found from a checkout and from inside the package."""

from pathlib import Path

import pytest

from timeglass import assets

ROOT = Path(__file__).parents[1]


def test_a_checkout_has_its_files_at_the_top() -> None:
    assert assets.builtin_timeline() == ROOT / "data" / "ukraine-nato.yaml"
    assert assets.resource_file("fonts") == ROOT / "resources" / "fonts"


def test_all_that_is_named_is_there() -> None:
    assert assets.builtin_timeline().is_file()
    assert assets.resource_file("timeline.schema.json").is_file()
    assert assets.data_file("LICENSE").is_file()


def test_fonts_come_in_a_fixed_order_with_their_licence() -> None:
    files = assets.font_files()
    assert len(files) >= 2
    assert files == sorted(files)
    assert all(path.is_file() and path.suffix == ".otf" for path in files)
    assert (files[0].parent / "OFL.txt").is_file()


def test_an_installed_package_has_its_files_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path)
    assert assets.data_file("x.yaml") == tmp_path / "data" / "x.yaml"
    assert assets.resource_file("icons/x.svg") == tmp_path / "resources" / "icons" / "x.svg"
    assert assets.font_files() == []
