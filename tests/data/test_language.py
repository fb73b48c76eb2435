"""The English of the texts: length, no repetition, tense-neutral style, spelling."""

import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from .conftest import HERE, TIMELINE, Entry, english, read_list, texts_of

WORD = re.compile(r"[^\W_]+(?:['’.\-–][^\W_]+)*")
RUN = 6


def words(text: str) -> list[str]:
    return WORD.findall(text)


def runs(text: str) -> set[tuple[str, ...]]:
    found = [word.casefold() for word in words(text)]
    return {tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


def body(event: Entry) -> str:
    return " ".join(english(event[part]) for part in ("summary", "details") if part in event)


def test_length(events: list[Entry]) -> None:
    counts = {event["id"]: len(body(event).split()) for event in events}
    assert {name: count for name, count in counts.items() if not 20 <= count <= 90} == {}


def test_summary_is_one_to_three_sentences(events: list[Entry]) -> None:
    for event in events:
        text = re.sub(r"\b(St|Mr|Dr|a\.m|p\.m)\.", r"\1", english(event["summary"]))
        sentences = re.findall(r"[.!?][\"”)]?(?=\s|$)", text)
        assert 1 <= len(sentences) <= 3, event["id"]
        assert text.endswith((".", '."')), event["id"]


def test_no_six_words_are_said_twice(events: list[Entry]) -> None:
    places: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for event in events:
        for text in texts_of(event):
            for run in runs(text):
                places[run].add(event["id"])
    assert {" ".join(run): names for run, names in places.items() if len(names) > 1} == {}


def test_no_title_of_a_source_is_repeated(timeline: Entry, events: list[Entry]) -> None:
    taken = {run for source in timeline["sources"].values() for run in runs(source["title"])}
    ours = {run for event in events for text in texts_of(event) for run in runs(text)}
    assert {" ".join(run) for run in taken & ours} == set()


def test_titles(events: list[Entry]) -> None:
    titles = [english(event["title"]) for event in events]
    assert len(set(titles)) == len(titles)
    assert [title for title in titles if len(title) > 68 or title.endswith(".")] == []


def test_ukrainian_is_there_and_in_cyrillic(timeline: Entry) -> None:
    labels = [*timeline["categories"].values(), *timeline["tracks"].values()]
    texts = [entry["title"] for entry in timeline["events"] + timeline["eras"] + timeline["series"]]
    texts += [label["label"] for label in labels] + [timeline["title"]]
    for text in texts:
        assert set(text) == {"en", "uk"}, text
        assert re.search(r"[а-яіїєґ]", text["uk"]), text
        assert not re.search(r"[ыэъё]", text["uk"]), text  # letters that Ukrainian does not have
        assert "'" not in text["uk"], text
        assert not re.search(r"[А-яІЇЄҐіїєґ]", text["en"]), text


def test_style(events: list[Entry]) -> None:
    """Straight apostrophes in English, no double spaces, no numbers glued to signs, no first person."""
    unwanted = re.compile(r"\s{2,}|[’‘“”]|\d%|\b(we|our|I)\b(?! Ukraine)|!|\be\.g\.|\bi\.e\.")
    found = [
        (event["id"], match[0]) for event in events for text in texts_of(event) if (match := unwanted.search(text))
    ]
    assert found == []


def test_names_inside_sentences_are_known(events: list[Entry]) -> None:
    """A capital letter inside a sentence starts a name; every name is in a controlled list."""
    known = {
        word for name in ("actors.txt", "places.txt", "words.txt") for line in read_list(name) for word in words(line)
    }
    unknown: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for text in texts_of(event):
            for inside in re.finditer(r"(?<=[\w,;)–] )[A-ZŁŠ][^\W_]*(?:[’'.\-–][^\W_]+)*", text):
                name = re.sub(r"'s?$", "", inside[0])
                if name not in known and not set(name.split("–")) <= known:
                    unknown[name].add(event["id"])
    assert dict(unknown) == {}


def _misspelled(path: Path) -> list[str]:
    program = shutil.which("codespell", path=str(Path(sys.executable).parent)) or shutil.which("codespell")
    assert program, "codespell belongs to the development environment"
    call = [program, "--builtin", "clear,rare,informal,names", "--ignore-words", str(HERE / "spelling.txt"), str(path)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, encoding="utf-8")
    return done.stdout.splitlines()


def test_spelling(timeline: Entry, tmp_path: Path) -> None:
    lines = [text for event in timeline["events"] for text in texts_of(event)]
    lines += [english(era[part]) for era in timeline["eras"] for part in ("title", "summary")]
    lines += [
        english(series[part]) for series in timeline["series"] for part in ("title", "description") if part in series
    ]
    lines += [english(timeline["description"])]
    page = tmp_path / "texts.txt"
    page.write_text("\n".join(lines), encoding="utf-8")
    assert _misspelled(page) == []
    assert _misspelled(TIMELINE.parent / "README.md") == []


@pytest.mark.parametrize("mistake", ["recieve", "goverment", "parliment"])
def test_the_spell_check_can_fail(mistake: str, tmp_path: Path) -> None:
    page = tmp_path / "texts.txt"
    page.write_text(f"The {mistake} stands here.", encoding="utf-8")
    assert _misspelled(page)


def test_british_spelling(events: list[Entry]) -> None:
    american = re.compile(
        r"\b(defense|center|program|recogniz\w+|organiz\w+|favor\w*|labor|destabiliz\w+)\b", re.IGNORECASE
    )
    own_names = {"Ukraine Defense Contact Group", "NATO Cooperative Cyber Defence Centre"}
    for event in events:
        for text in texts_of(event):
            for name in own_names:
                text = text.replace(name, "")
            text = text.replace("People's Self-Defense", "")  # the bloc's own English name
            assert not american.search(text), (event["id"], text)
