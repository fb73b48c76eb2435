"""The packaged app itself: built once, then used the way people's machines are, odd ones included."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]

import parts
import sizes
import smoke
from freezing import contents

pytestmark = pytest.mark.slow
needs_screen = pytest.mark.skipif(
    shutil.which("Xvfb") is None or shutil.which("openbox") is None, reason="Xvfb or openbox is not installed"
)

# Files that the traced round does not open, each kind with its reason.
UNUSED_HERE = {
    r"timeglass/(data|resources)/": "the project's own files are shipped whole",
    r"[Ww]ayland|wayland|xdg-shell|libadwaita": "windows of Wayland; the round runs on X11",
    r"translations/": "Qt's own words, loaded in their language",
    r"lib-dynload/|base_library": "small modules of Python's standard library that wait for a branch",
    r"printsupport|PrintSupport": "printing on paper",
    r"imageformats/|iconengines/": "pictures in timelines and icons",
    r"platforminputcontexts/": "input methods",
    r"platforms/": "the other ways to show a window",
    r"platformthemes/": "the desktop's own file dialogs",
}
MOST_MB = 230


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def call(
    program: Path, arguments: list[str], settings: dict[str, str], folder: Path
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(program), *arguments],
        env=settings,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@needs_screen
@pytest.mark.window
def test_window_search_selection_and_pdf(program: Path, tmp_path: Path) -> None:
    made = smoke.smoke(program, tmp_path)
    assert made.hits > 0
    assert made.first_frame_ms > 0
    assert made.pdf.stat().st_size > 10_000


@pytest.mark.parametrize("language", ["C", "C.UTF-8", "uk_UA.UTF-8"])
@pytest.mark.parametrize("name", ["home", "дім із пробілом"])
def test_odd_homes_and_languages(program: Path, tmp_path: Path, language: str, name: str) -> None:
    settings = {**smoke.clean_settings(tmp_path / name), "LC_ALL": language, "LANG": language}
    calls = (["check"], ["search", "NATO", "--json"], ["render", "-o", "w.png"], ["export", "-o", "t.pdf"])
    for arguments in calls:
        done = call(program, arguments, settings, tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), arguments
    assert json.loads(call(program, ["search", "membership", "--json"], settings, tmp_path).stdout)
    assert (tmp_path / "t.pdf").read_bytes().startswith(b"%PDF-")


CORPUS = Path(__file__).parents[1] / "corpus"
FOREIGN = (
    *("aeon/peter88213--normal.aeonzip", "aeon/peter88213--normal.csv", "csv/bids-standard--timeline.csv"),
    *("ics/PyconUK--schedule.ics", "markwhen/gmourier--timeline.mw", "simile/simile-widgets--christianity.xml"),
    *("simile/simile-widgets--data.json", "thetimelineproj/peter88213--normal.timeline"),
    *("timelinejs/thecdil--demo-timeline.csv", "vis/almende--basic.json", "wikidata/everypolitician--results.json"),
)
LOSSY = ("csv", "ics")
"""Formats that have no room for all of it, and say so."""
WRITTEN = ("pdf", "svg", "png", "csv", "json", "ics", "yaml", "html", "bib")


def test_every_kind_of_file_is_read_and_written(program: Path, tmp_path: Path, home: Path) -> None:
    """Each reader and writer is imported when it is first used: here it is seen whether it is in the package."""
    settings = smoke.clean_settings(home)
    for name in FOREIGN:
        done = call(program, ["check", str(CORPUS / name), "--json"], settings, tmp_path)
        assert done.stderr == "", name
        assert json.loads(done.stdout)["events"] > 0, name
    for ending in WRITTEN:
        arguments = ["export", "-o", f"some.{ending}", "--query", "charter"]
        done = call(program, arguments, settings, tmp_path)
        assert done.returncode == 0, f"{ending}: {done.stderr}"
        told = done.stderr.splitlines()
        assert bool(told) is (ending in LOSSY), f"{ending}: {done.stderr}"
        assert all(line.startswith("timeglass: ") for line in told), done.stderr
        assert (tmp_path / f"some.{ending}").stat().st_size > 300, ending
    for ending in ("csv", "json", "jsonl", "yaml"):
        done = call(program, ["convert", "some.yaml", f"again.{ending}"], settings, tmp_path)
        assert done.returncode == 0, done.stderr
        done = call(program, ["check", f"again.{ending}"], settings, tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), ending


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights as on Unix")
def test_a_home_that_cannot_be_written_to(program: Path, tmp_path: Path, home: Path) -> None:
    settings = smoke.clean_settings(home)
    # Root may write anywhere: a home that is a file keeps even root from it.
    settings["HOME"] = "/dev/null"
    done = call(program, ["render", "-o", str(tmp_path / "w.png")], settings, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_wrong_input_is_one_line(program: Path, tmp_path: Path, home: Path) -> None:
    done = call(program, ["check", "nothing-there.yaml"], smoke.clean_settings(home), tmp_path)
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_size(program: Path) -> None:
    found = sizes.sizes(program.parent)
    assert found.total() / 1e6 < MOST_MB
    assert found["other packages"] < 0.05 * found.total(), "most of the room has to have a name"


def test_about_lists_what_is_in_the_package_and_nothing_else(program: Path) -> None:
    inside = program.parent / "_internal"
    resources = inside / "timeglass" / "resources"
    listed = json.loads((resources / contents.NAME).read_text(encoding="utf-8"))
    by_file = {file: record["name"] for record in listed for file in record.get("files", ())}
    names = [path.relative_to(inside).as_posix() for path in inside.rglob("*") if path.is_file()]
    owners = {name: contents.part_of_file(name) or by_file.get(Path(name).name) for name in names}
    assert [name for name, owner in owners.items() if owner is None] == []
    modules = CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz").toc
    present = {*owners.values(), *map(contents.part_of_module, modules), "PyInstaller"}
    assert present - {record["name"] for record in listed} == {"Timeglass", "Python", "Qt"}  # these head the list
    assert {record["name"] for record in listed} - present == set()
    for record in listed:
        text = resources / "licenses" / record.get("text", "spdx/MIT.txt")
        assert text.is_file(), record
        for one in parts.identifiers(" AND ".join([record["license"], *record.get("also", ())])):
            text = resources / "licenses" / "spdx" / f"{one.replace('-or-later', '-only')}.txt"
            assert text.is_file(), one


def opened(trace: Path, program: Path) -> Iterator[Path]:
    """The files of the app that a trace shows as opened."""
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        found = re.search(r'"([^"]+)"', line)
        if found and "ENOENT" not in line and found[1].startswith(str(program.parent)):
            yield Path(found[1]).resolve()


@needs_screen
@pytest.mark.window
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_nothing_is_shipped_that_is_never_loaded(program: Path, tmp_path: Path, home: Path) -> None:
    tracer = ["strace", "-f", "-qq", "-e", "trace=open,openat,execve", "-o"]
    settings = smoke.clean_settings(home)
    if subprocess.run([*tracer, "/dev/null", "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("processes cannot be traced here")
    trace = tmp_path / "trace"
    wrapper = tmp_path / "traced"
    wrapper.write_text(f'#!/bin/sh\nexec {" ".join(tracer)} "{trace}.$$" "{program}" "$@"\n')
    wrapper.chmod(0o755)
    with smoke.virtual_screen(settings) as inside:
        smoke.play(wrapper, tmp_path, inside)
    assert call(wrapper, ["check"], settings, tmp_path).returncode == 0  # reads YAML, which the window has compiled
    loaded = {path for one in tmp_path.glob("trace.*") for path in opened(one, program)}
    shipped = {path.resolve() for path in program.parent.rglob("*") if path.is_file()}
    assert len(loaded) > 50
    idle = [str(path.relative_to(program.parent)) for path in sorted(shipped - loaded)]
    assert [name for name in idle if not any(re.search(pattern, name) for pattern in UNUSED_HERE)] == []
