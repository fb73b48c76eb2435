from builders import a_timeline, an_event
from timeglass.events.difference import Difference, difference


def test_nothing_differs() -> None:
    one = a_timeline("1997 - A", "1998 - B")
    same = a_timeline("1998 - B", "1997 - A")
    assert difference(one, same) == Difference()
    assert not difference(one, same)


def test_events_are_the_same_by_their_ids() -> None:
    old = a_timeline("1997 - A", "1998 - B", "1999 - C")
    new = a_timeline("1996 - D", "1999 - C", "2001 - A")
    found = difference(old, new)
    assert found
    assert found == Difference(added=("D",), removed=("B",), altered=("A",))


def test_an_alias_is_another_event() -> None:
    old = a_timeline(an_event("1997 - A", aliases=("B",)))
    assert difference(old, a_timeline("1997 - B")) == Difference(added=("B",), removed=("A",))


def test_the_rest_of_the_file_may_differ() -> None:
    found = difference(a_timeline("1997 - A", title="One"), a_timeline("1997 - A", title="Two"))
    assert found
    assert found == Difference(head_altered=True)


def test_a_comparison_can_be_given_up() -> None:
    answers = iter([False, True, True])
    found = difference(a_timeline("1990 - X"), a_timeline("1997 - A", "1998 - B"), lambda: next(answers))
    assert found == Difference(added=("A",))
