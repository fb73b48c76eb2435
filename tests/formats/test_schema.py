"""The shipped JSON Schema: up to date, and of one mind with the reader."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from timeglass.assets import builtin_timeline, resource_file
from timeglass.formats import load, schema


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: version 1.2's core types, so no dates."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def validator() -> jsonschema.Draft202012Validator:
    """A reader of the shipped schema that is not ours."""
    found = json.loads(resource_file(schema.NAME).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


def editor_tree(text: str) -> Any:
    """What an editor makes of YAML."""
    return yaml.load(text, EditorLoader)  # noqa: S506


def test_the_shipped_schema_is_up_to_date() -> None:
    shipped = resource_file(schema.NAME).read_text(encoding="utf-8")
    assert shipped == schema.schema_text(), "run: python -m timeglass.formats.schema"


def test_it_accepts_the_built_in_file() -> None:
    assert load(builtin_timeline()).problems == ()
    errors = validator().iter_errors(editor_tree(builtin_timeline().read_text(encoding="utf-8")))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


GOOD = "timeglass: 1\ntitle: T\nevents:\n  - date: 1995\n    title: no\n    "


@pytest.mark.parametrize("more", ["", "date: -0044", "summary: 1.5", "category: [a, b]", "sources: [a, {url: b}]"])
def test_it_accepts_what_people_write(more: str) -> None:
    assert validator().is_valid(editor_tree(GOOD + more))


@pytest.mark.parametrize(
    "more",
    ["sumary: x", "importance: 6", "status: x", "tags: a", "figures: [{label: x}]", "related: [{type: x, event: y}]",
     "summary: {english: x}", "media: [{caption: x}]"],
)  # fmt: skip
def test_it_refuses_what_the_reader_reports(more: str, tmp_path: Path) -> None:
    assert not validator().is_valid(editor_tree(GOOD + more))
    path = tmp_path / "t.yaml"
    path.write_text(GOOD + more)
    assert load(path).problems


def test_every_property_of_an_event_is_described() -> None:
    event = json.loads(schema.schema_text())["$defs"]["Event"]["properties"]
    assert [name for name, part in event.items() if "description" not in part and name not in ("status", "tags")] == []


def test_it_is_written_to_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "resource_file", lambda name: tmp_path / name)
    schema.main()
    assert (tmp_path / schema.NAME).read_text(encoding="utf-8") == schema.schema_text()
