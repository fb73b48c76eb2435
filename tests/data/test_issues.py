"""Where the encyclopedia article contradicts itself, is cut off or is wrong, the timeline says what is right.

One line per point: its number in the list of thirty, an id, and what the entry under that id must show.
"""

from typing import NamedTuple

import pytest

from .conftest import Entry, texts_of


class Point(NamedTuple):
    number: int
    id: str
    date: str = ""
    status: str = ""
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


POINTS = [
    Point(1, "1991-nato-ukraine-relations-begin", "1991", says=("First contacts", "1992")),
    Point(1, "1992-joins-north-atlantic-cooperation-council", "1992-03-10?", "disputed", ("10 March 1992", "1991")),
    Point(2, "1990-state-sovereignty-declaration", "1990-07-16", says=("Soviet Ukraine", "neutral", "nuclear")),
    Point(3, "1994-partnership-for-peace", "1994-02-08", says=("Commonwealth of Independent States", "Lithuania")),
    Point(3, "1994-lithuania-signs-pfp-first", "1994-01-27"),
    Point(4, "1994-kuchma-becomes-president", "1994-07", says=("Leonid Kuchma",)),
    Point(
        4, "1994-budapest-memorandum-signed", "1994-12-05", says=("undertake not to", "assurances", "disputed", "China")
    ),
    Point(4, "1994-budapest-memorandum-terms", never=("prohibit", "guarantee")),
    Point(5, "1993-nuclear-weapons-given-up", "1993/1996-06-01", says=("other agreements", "starts before")),
    Point(5, "1994-trilateral-statement", "1994-01-14"),
    Point(6, "1995-described-as-first-cooperation", says=("encyclopedia article calls", "practical")),
    Point(7, "1996-federation-council-sevastopol-claim", "1996-12", says=("April 1997",)),
    Point(8, "1997-poll-37-percent-for-membership", "1997-05-06", says=("99 percent", "pollster", "not stated")),
    Point(9, "1997-nato-ukraine-commission-established", "1997-07-09", says=("Charter on a Distinctive Partnership",)),
    Point(10, "2000-kolchuga-conversation", "2000-07-10", "claimed", ("denies", "inspectors")),
    Point(10, "2002-us-authenticates-kolchuga-recording", "2002-09-24", "disputed", ("rejects", "could not")),
    Point(10, "2002-relations-deteriorate", "2002"),
    Point(11, "2002-kuchma-declares-membership-wish", "2002-05-23", says=("National Security and Defence Council",)),
    Point(
        12, "2003-iraq-work-with-nato-until-2006", "2003-08~/2005-12-30~", "disputed", ("not a NATO force", "separate")
    ),
    Point(12, "2003-troops-to-iraq", says=("US-led coalition", "Polish command")),
    Point(13, "2004-commission-meeting-before-decree", "2004-06-29"),
    Point(13, "2004-decree-drops-membership-goal", "2004-07-15", "disputed", ("foreign ministry denies", "August")),
    Point(13, "2004-doctrine-change-made-public", "2004-07-26"),
    Point(14, "2005-doctrine-restores-membership-goal", "2005-04-26?", says=("only probable", "misdates")),
    Point(
        15,
        "2005-intensified-dialogue-vilnius",
        says=("Intensified Dialogue", "without prejudice"),
        never=("intensive",),
    ),
    Point(16, "2005-yushchenko-first-us-visit", "2005-04-04", says=("not a given", "not found")),
    Point(17, "2006-budapest-defence-ministers", "2006-01-20?", says=("19 January",)),
    Point(18, "2006-appathurai-statement", "2006-04-27/2006-04-28", "claimed", ("spokesman", "only begun", "reported")),
    Point(19, "2006-yanukovych-government", "2006"),
    Point(19, "2006-foreign-policy-turn", "2006", says=("14 September",)),
    Point(19, "2006-our-ukraine-leaves-government", "2006-12~"),
    Point(20, "2007-tymoshenko-coalition", "2007", says=("breaks off",)),
    Point(20, "2005-yushchenko-replaces-kuchma", "2005"),
    Point(21, "2010-non-bloc-bill-first-reading", "2010-06-03"),
    Point(21, "2010-parliament-abandons-membership-goal", "2010-07-01", says=("non-bloc", "259", "226", "3 June")),
    Point(22, "2014-parliament-votes-for-nato-course", "2014-12-23", says=("criteria for membership", "June 2017")),
    Point(23, "2018-parliament-votes-on-constitution", "2018-11-22", says=("2018", "February 2019")),
    Point(23, "2018-constitution-bill-to-court", "2018-09-20"),
    Point(23, "2019-constitution-amended", "2019-02-07"),
    Point(23, "2019-constitution-amendment-signed", "2019-02-19"),
    Point(23, "2019-constitution-amendment-in-force", "2019-02-21"),
    Point(24, "1990s-eventual-membership-aim", "199X/200X", "claimed", ("May 2002", "July 2004", "April 2005", "2010")),
    Point(24, "1990s-cooperation-alongside-neutrality", "199X/200X", says=("in stages",)),
    Point(25, "2022-putin-claim-about-nato", "2022-02-24", "claimed", ("claims", "rejected as untrue")),
    Point(25, "2014-russian-military-enters-eastern-ukraine", says=("article calls Russia's proxies", "denies")),
    Point(26, "2014-low-support-in-earlier-polls", "2008/2013", says=("encyclopedia article's", "1997")),
    Point(26, "2022-public-support-rises", "2022-03-01/2023-06", says=("different question",)),
    Point(27, "1996-constitution-adopted", "1996", says=("encyclopedia article finds", "not been confirmed", "1990")),
    Point(28, "1992-kravchuk-visits-nato-headquarters", "1992-07-08", "disputed", ("8 July", "8 June 1992")),
    Point(29, "2004-law-on-access-of-nato-forces", "2004-04-06", says=("eases the admission",), never=("free access",)),
    Point(30, "2023-nato-ukraine-council", says=("takes the place of the commission", "NUC")),
]


def test_all_thirty_are_covered() -> None:
    assert {point.number for point in POINTS} == set(range(1, 31))


@pytest.mark.parametrize("point", POINTS, ids=[f"{point.number}-{point.id}" for point in POINTS])
def test_point(point: Point, by_id: dict[str, Entry]) -> None:
    event = by_id[point.id]
    text = " ".join(texts_of(event))
    assert not point.date or event["date"] == point.date
    assert not point.status or event["status"] == point.status
    assert [words for words in point.says if words not in text] == []
    assert [words for words in point.never if words in text.lower()] == []


def test_gap_in_the_polls_is_filled(timeline: Entry) -> None:
    years = {point["date"][:4] for series in timeline["series"] for point in series["points"]}
    assert {"1997", "2010", "2014", "2015", "2019", "2021", "2022", "2023", "2025"} <= years


def test_poll_of_1997_is_not_rescaled(by_id: dict[str, Entry]) -> None:
    figures = by_id["1997-poll-37-percent-for-membership"]["figures"]
    assert [figure["value"] for figure in figures] == ["37", "28", "34"]


def test_presidencies_are_eras(timeline: Entry) -> None:
    names = {alias for era in timeline["eras"] for alias in era.get("aliases", [])}
    assert names == {
        "1991-kravchuk-presidency",
        "1994-kuchma-presidency",
        "2005-yushchenko-presidency",
        "2010-yanukovych-presidency",
    }
