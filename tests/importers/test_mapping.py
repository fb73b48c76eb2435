"""``--map`` on the command line."""

from pathlib import Path

import pytest

from timeglass.cli import main
from timeglass.formats import load

TABLE = "a,b,c\n2020-01-01,1999-01-01,Foo\n2020-01-02,1998-01-01,Bar\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table whose names say nothing."""
    path = tmp_path / "t.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_check_and_search(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(table), "--map", "start=b,title=c"]) == 0
    assert "2 events" in capsys.readouterr().out
    assert main(["search", str(table), "--map", "start=b,title=c", "foo"]) == 0
    assert capsys.readouterr().out.startswith("1 January 1999\tFoo")
    assert main(["search", "--map=start=a,title=c", str(table), "-foo", "--json"]) == 0
    assert '"2020-01-02"' in capsys.readouterr().out


def test_convert_and_export(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.yaml"
    assert main(["convert", str(table), str(out), "--map", "start=b,title=c,text=a"]) == 0
    events = load(out).timeline.events
    assert [(event.date.text, event.title, event.summary) for event in events] == [
        ("1998-01-01", "Bar", "2020-01-02"),
        ("1999-01-01", "Foo", "2020-01-01"),
    ]
    assert main(["export", str(table), "-o", str(tmp_path / "out.csv"), "--map", "start=b,title=c"]) == 0


@pytest.mark.parametrize("mapping", ["start", "=x", "start=nothing", "nonsense=a"])
def test_wrong_usage(table: Path, mapping: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(table), "--map", mapping]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
