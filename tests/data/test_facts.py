"""Every fact is in the timeline, under its id and with its date or a better one."""

import pytest

from .conftest import Entry, Fact, read_facts

FACTS = read_facts()


def test_table_holds_every_fact_once() -> None:
    assert len(FACTS) == 93 + 180
    assert len({fact.id for fact in FACTS}) == len(FACTS)


@pytest.mark.parametrize("fact", FACTS, ids=[fact.id for fact in FACTS])
def test_fact_is_held_with_its_date(fact: Fact, by_id: dict[str, Entry]) -> None:
    assert fact.id in by_id
    assert by_id[fact.id]["date"] == fact.expected_date


@pytest.mark.parametrize("fact", FACTS, ids=[fact.id for fact in FACTS])
def test_difference_has_a_reason(fact: Fact) -> None:
    assert fact.why
    if fact.fact_date != fact.expected_date:
        assert not fact.why.startswith("as stated")
