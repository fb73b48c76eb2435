"""Preparing: in steps, in another thread, given up when nobody wants it any more."""

from threading import Thread

from search.sample import EVENTS, HEAD, sample
from timeglass.chrono.edtf import parse
from timeglass.events.event import Event
from timeglass.events.timeline import Head, Timeline, make_timeline
from timeglass.search import Searcher


def _many(count: int) -> Timeline:
    date = parse("1997")
    return make_timeline(Head(title="Many"), [Event(id=str(at), date=date, title=f"Event {at}") for at in range(count)])


def test_progress_grows_to_one() -> None:
    shares: list[float] = []
    assert Searcher(_many(7_000)).build(shares.append)
    assert shares == sorted(shares)
    assert len(shares) > 3
    assert shares[-1] == 1.0


def test_is_given_up_between_two_steps() -> None:
    searcher = Searcher(_many(7_000))
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 2

    assert not searcher.build(cancelled=cancelled)
    assert len(asked) == 3
    assert not searcher.ready


def test_is_given_up_before_the_sorting() -> None:
    searcher = Searcher(_many(10))
    answers = iter([False, True])
    assert not searcher.build(cancelled=lambda: next(answers))
    assert searcher.build()
    assert searcher.build()
    assert searcher.ready


def test_can_run_in_another_thread() -> None:
    searcher = Searcher(_many(100))
    thread = Thread(target=searcher.build)
    thread.start()
    thread.join()
    assert searcher.ready
    assert searcher.search('"event 42"').rows.tolist() == [42]


def test_the_first_search_prepares() -> None:
    searcher = Searcher(sample())
    assert not searcher.ready
    assert len(searcher.search("").rows) == len(EVENTS)
    assert searcher.ready


def test_steps_do_not_show() -> None:
    events = [*EVENTS] * 1
    events += [Event(id=f"x{at}", date=parse("1800"), title="x") for at in range(3_000 - 2)]
    searcher = Searcher(make_timeline(HEAD, events))
    rows = searcher.search("war OR madrid ").rows
    assert [searcher.timeline.events[row].id for row in rows] == ["1997-charter", "war"]


def test_a_result_tells_the_first_problem() -> None:
    searcher = Searcher(sample())
    result = searcher.search("nato foo:x ) ")
    assert (result.position, len(result.problems)) == (5, 2)
    assert result.problem == result.problems[0]
    assert "foo" in result.error
    fine = searcher.search("nato")
    assert (fine.problem, fine.error, fine.position) == (None, "", -1)
