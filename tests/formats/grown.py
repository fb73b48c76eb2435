"""Small timeline files grown at random from few names and few dates, so that their parts meet in every way."""

import csv
import io
import json
import random
from typing import Any

from timeglass.formats import Loaded

NAMES = ["a", "b", "c", "d", "1", "", "é", "no"]
DATES = [
    "1990", "1991-02", "1995-06-01", "199X", "1994~", "1990/1995", "../1991", "2001/..", "[1993..1996]", "-0043",
    "1997-5-7", "", "some day", "1996/1990", "Y-138E8", "1997-07-09T12:30Z", "2001-21", "1990-13", "{1960,1961}",
]  # fmt: skip
KINDS = ["leads-to", "responds-to", "reverses", "part-of", "see-also", "begets"]
TEXTS = ["T", "", {"en": "E", "uk": "У"}, {}, ["x"], "no", "line\nline", "<b>", "x" * 300, None]
ENDINGS = ["yaml", "json", "jsonl", "csv"]


def _maybe(chance: random.Random, share: float, value: Any) -> list[Any]:
    return [value] if chance.random() < share else []


def _refers(chance: random.Random) -> Any:
    name = chance.choice(NAMES)
    return chance.choice([name, {"source": name, "locator": "p. 1"}, {"url": "javascript:x"}, {"text": ""}, 7])


def _event(chance: random.Random) -> dict[str, Any]:
    event: dict[str, Any] = {"date": chance.choice(DATES), "title": chance.choice(TEXTS) or "T"}
    for key, share, make in (
        ("id", 0.7, lambda: chance.choice(NAMES)),
        ("aliases", 0.3, lambda: chance.choices(NAMES, k=chance.randint(0, 2))),
        ("related", 0.4, lambda: [{"type": chance.choice(KINDS), "event": chance.choice(NAMES)} for _ in "ab"]),
        ("category", 0.6, lambda: chance.choice([*NAMES, ["a", "b"], []])),
        ("sources", 0.3, lambda: [_refers(chance)]),
        ("importance", 0.3, lambda: chance.choice([1, 5, 9, "3", "high", None])),
        ("status", 0.2, lambda: chance.choice(["confirmed", "disputed", "confirmd", ""])),
        ("figures", 0.1, lambda: [{"label": "L", "value": chance.choice([1, "2.5", "nan", "x"])}]),
        ("media", 0.1, lambda: [{"file": chance.choice(["x.png", "../x.png", "/etc/passwd", ""])}]),
        ("summary", 0.3, lambda: chance.choice(TEXTS)),
        ("tags", 0.2, lambda: chance.choice([NAMES, "a; b", ""])),
    ):
        if chance.random() < share:
            event[key] = make()
    for key in _maybe(chance, 0.1, chance.choice(["date", "title"])):
        del event[key]
    return event


def grown(chance: random.Random) -> dict[str, Any]:
    """The tree of a timeline."""
    tree: dict[str, Any] = {"timeglass": 1, "title": "T"}
    if chance.random() < 0.5:
        tree["categories"] = {name: {"label": name} for name in chance.sample(NAMES, 3)}
    if chance.random() < 0.4:
        tree["sources"] = {name: {"title": name or "S"} for name in chance.sample(NAMES, 3)}
    if chance.random() < 0.3:
        tree["eras"] = [{"id": chance.choice(NAMES), "title": "E", "date": chance.choice(DATES)} for _ in "ab"]
    if chance.random() < 0.3:
        points = [{"date": chance.choice(DATES), "value": chance.choice([1, "x", 2.5])} for _ in "abc"]
        tree["series"] = [{"id": chance.choice(NAMES), "title": "S", "points": points}]
    if chance.random() < 0.3:
        tree["view"] = {"range": chance.choice(DATES), "group_by": chance.choice(["category", "actor", "x"])}
    tree["events"] = [_event(chance) for _ in range(chance.randint(0, 6))]
    return tree


def as_file(tree: dict[str, Any], ending: str) -> bytes:
    """A tree as a file."""
    if ending == "json":
        return json.dumps(tree).encode()
    events = tree["events"]
    if ending == "jsonl":
        head = {key: value for key, value in tree.items() if key != "events"}
        return "".join(json.dumps(line) + "\n" for line in (head, *events)).encode()
    if ending == "csv":
        file = io.StringIO()
        keys = dict.fromkeys(["date", "title", *(key for event in events for key in event)])
        rows = csv.writer(file)
        rows.writerow(keys)
        rows.writerows([_cell(event.get(key, "")) for key in keys] for event in events)
        return file.getvalue().encode()
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in tree.items() if key != "events")
    return (head + "events:\n" + "".join(f"- {json.dumps(event)}\n" for event in events)).encode()


def _cell(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def fault_in(loaded: Loaded) -> str:
    """What in a timeline that was read contradicts itself; "" if nothing does."""
    timeline = loaded.timeline
    events = list(timeline.events)
    if len(events) != len(timeline.columns):
        return "events and columns differ in number"
    if len({event.id for event in events}) < len(events) or not all(event.id for event in events):
        return "ids are not unique"
    for row, event in enumerate(events):
        if timeline.row_by_id.get(event.id) != row:
            return "an id finds another event"
    for name, row in timeline.row_by_id.items():
        if name != events[row].id and name not in events[row].aliases:
            return "an alias finds another event"
    columns = timeline.columns
    bounds = (columns.start_earliest, columns.start_latest, columns.end_earliest, columns.end_latest)
    if any((early > late).any() for early, late in ((bounds[0], bounds[1]), (bounds[2], bounds[3]))):
        return "a bound lies behind a later one"
    if (bounds[0][1:] < bounds[0][:-1]).any():
        return "the columns are not sorted"
    if any("\n" in str(problem) for problem in loaded.problems):
        return "a message of several lines"
    return ""
