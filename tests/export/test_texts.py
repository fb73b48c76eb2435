"""Markdown as trees, breaking words, links that may be followed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeglass.export.inline import (
    LONGEST_WORD,
    blocks_of,
    breakable,
    breakable_address,
    plain_text,
    safe_address,
)


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("", []),
        ("  \n ", []),
        ("plain", ["plain"]),
        ("one\n\ntwo", ["one", "two"]),
        ("a **b** *c*", [["a ", {"b": "b"}, " ", {"i": "c"}]]),
        ("soft\nbreak", ["soft break"]),
        ("hard\\\nbreak", [["hard", 1, "break"]]),
        ("`x`", [[{"c": "x"}]]),
        ("[t](https://e.org/a?b=c)", [[{"l": "https://e.org/a?b=c", "x": "t"}]]),
        ("[t](mailto:a@e.org)", [[{"l": "mailto:a@e.org", "x": "t"}]]),
        ("[t](file:///etc/passwd)", ["[t](file:///etc/passwd)"]),
        ("[t](page.html)", ["t"]),
        ("[**t**](page.html)", [[{"b": "t"}]]),
        ("<b>raw</b>", ["<b>raw</b>"]),
        ("<div>\nraw\n</div>", ["<div> raw </div>"]),
        ("- a\n- b", [{"ul": [["a"], ["b"]]}]),
        ("3. a\n4. b", [{"ol": [["a"], ["b"]], "n": 3}]),
        ("- a\n  - b", [{"ul": [["a", {"ul": [["b"]]}]]}]),
        ("> q", [{"q": ["q"]}]),
        ("# H", [{"h": "H"}]),
        ("```\ncode *x*\n```", [{"p": "code *x*"}]),
        ("a\n\n---\n\nb", ["a", "b"]),
    ],
)
def test_markdown_becomes_a_tree(markdown: str, blocks: list[Any]) -> None:
    assert blocks_of(markdown) == blocks


def test_plain_text_has_no_marks() -> None:
    assert (
        plain_text("a **b** [c](https://e.org)\\\nd\n\n- one\n- two\n\n> q\n\n`e`")
        == "a b c\nd\n\n• one\n• two\n\nq\n\ne"
    )
    assert plain_text("# H\n\n    code") == "H\n\ncode"


def joined(node: Any) -> str:
    if isinstance(node, str):
        return node
    return "".join(part if isinstance(part, str) else part["n"] if isinstance(part, dict) else "" for part in node)


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_breaking_keeps_every_character(text: str) -> None:
    assert joined(breakable(text)) == text
    assert joined(breakable_address(text)) == text


@given(st.text(st.sampled_from("ab./-"), min_size=LONGEST_WORD + 1, max_size=300))
def test_long_words_come_in_short_pieces(word: str) -> None:
    pieces = breakable(word)
    assert isinstance(pieces, list)
    assert 0 in pieces
    assert all(len(piece.rstrip("./-")) <= LONGEST_WORD for piece in pieces if isinstance(piece, str))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///x",
        "//e.org/x",
        "e.org",
        "",
        "http://",
        "https://e.org/a b",
        "https://e.org/\n",
        "https://[broken",
        "https://e.org/" + "x" * 3_000,
    ],
)
def test_unsafe_addresses_are_no_links(address: str) -> None:
    assert safe_address(address) == ""


@given(st.text(max_size=200))
def test_any_markdown_makes_a_tree(text: str) -> None:
    blocks_of(text)
    plain_text(text)
