"""Actors and places come from controlled lists, which hold nothing twice under two spellings."""

import re
import unicodedata
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from .conftest import Entry, read_list, texts_of

SMALL_WORDS = {"of", "the", "and", "for", "on", "in", "to", "ukraine", "ukrainian", "russia", "russian", "federation"}
SAME_BODY = [
    {"Verkhovna Rada", "Parliament", "Parliament of Ukraine", "Ukrainian parliament", "Supreme Council"},
    {"Russia", "Russian Federation"},
    {"United States", "USA", "US", "United States of America"},
    {"United Kingdom", "UK", "Britain", "Great Britain"},
    {"NATO", "North Atlantic Treaty Organization", "North Atlantic Alliance"},
    {"Armed Forces of Ukraine", "Ukrainian Armed Forces"},
    {"Russian Armed Forces", "Armed Forces of Russia"},
    {"NSATU", "NATO Security Assistance and Training for Ukraine"},
    {"Czechia", "Czech Republic"},
    {"NATO leaders", "NATO heads of state and government"},
    {"NATO allies", "NATO member states", "Allies"},
]
APART = {
    frozenset({"NATO–Ukraine Commission", "NATO–Ukraine Council"}),
    frozenset({"Ministry of Foreign Affairs of Russia", "Ministry of Foreign Affairs of Ukraine"}),
    frozenset({"Yulia Tymoshenko", "Yulia Tymoshenko Bloc"}),
    frozenset({"Russia", "Russian Armed Forces"}),
    frozenset({"United States", "United States Congress"}),
    frozenset({"North Atlantic Council", "North Atlantic Cooperation Council"}),
    frozenset({"Armed Forces of Ukraine", "Russian Armed Forces"}),
}


def plain(name: str) -> str:
    """Lower case, without accents and punctuation."""
    letters = unicodedata.normalize("NFKD", name)
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", " ", kept.casefold()).strip()


def alike(one: str, other: str) -> bool:
    """Whether two names may mean the same: same words in another order, or nearly the same letters."""
    words = [set(plain(name).split()) for name in (one, other)]
    cores = [found - SMALL_WORDS for found in words]
    if words[0] == words[1] or (cores[0] and cores[0] == cores[1]):
        return True
    return SequenceMatcher(None, plain(one), plain(other)).ratio() > 0.84


@pytest.mark.parametrize(("key", "list_name"), [("actors", "actors.txt"), ("places", "places.txt")])
def test_names_come_from_the_list(key: str, list_name: str, events: list[Entry]) -> None:
    listed = read_list(list_name)
    used = {name for event in events for name in event.get(key, [])}
    assert used - set(listed) == set(), f"not in {list_name}"
    assert set(listed) - used == set(), "listed, but used by no event"
    assert listed == sorted(set(listed), key=plain)


@pytest.mark.parametrize("list_name", ["actors.txt", "places.txt", "tags.txt"])
def test_no_near_duplicates(list_name: str) -> None:
    pairs = [pair for pair in combinations(read_list(list_name), 2) if alike(*pair)]
    assert [pair for pair in pairs if frozenset(pair) not in APART] == []
    listed = set(read_list(list_name))
    assert [names & listed for names in SAME_BODY if len(names & listed) > 1] == []


def test_the_check_for_near_duplicates_can_fail() -> None:
    assert alike("Zelenskyy", "Zelensky")
    assert alike("Foreign Ministry of Russia", "Russian Foreign Ministry")
    assert alike("Wörner", "Worner")
    assert not alike("Kyiv", "Kharkiv")


def test_tags_come_from_the_list(events: list[Entry]) -> None:
    assert {tag for event in events for tag in event.get("tags", [])} == set(read_list("tags.txt"))


def test_names_are_spelled_as_their_bearers_spell_them(events: list[Entry]) -> None:
    foreign = re.compile(
        r"\b(Kiev|Zelensk(i|y|iy)|Odessa|Kharkov|Lvov|Dnepr|Donbass|Yanukovich|Yatseniuk|Timoshenko|Chernobyl|"
        r"the Ukraine|Sergei|Poroschenko|Crimean Peninsula)\b"
    )
    found = [(event["id"], match[0]) for event in events for text in texts_of(event) if (match := foreign.search(text))]
    assert found == []
