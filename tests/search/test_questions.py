"""Real questions to the built-in timeline, and the events that answer them."""

import pytest

from timeglass.assets import builtin_timeline
from timeglass.formats import load
from timeglass.search import Searcher

_QUESTIONS = [
    (
        "What was founded in Madrid on 9 July 1997?",
        "on:1997-07-09 importance:5",
        ["1997-nato-ukraine-commission-established"],
    ),
    (
        "What led to the Budapest Memorandum, and when was it signed?",
        "budapest memorandum",
        ["1993-nuclear-weapons-given-up", "1994-budapest-memorandum-signed"],
    ),
    (
        "Where does Manfred Wörner appear, written without his dots?",
        "worner",
        ["1991-cooperation-council-first-meeting", "1992-woerner-visits-kyiv"],
    ),
    (
        "When did parliament give up staying outside all blocs?",
        '"non-bloc" parliament repeals',
        ["2014-parliament-votes-for-nato-course"],
    ),
    (
        "What was the Kolchuga affair?",
        'tag:"Kolchuga affair"',
        ["2000-kolchuga-conversation", "2002-relations-deteriorate", "2002-us-authenticates-kolchuga-recording"],
    ),
    (
        "Where did Javier Solana take part?",
        'actor:"Javier Solana"',
        [
            "1996-solana-visits-kyiv",
            "1997-information-centre-opens",
            "1997-charter-initialled-sintra",
            "1997-nato-ukraine-commission-established",
            "2012-fifteenth-anniversary-conference",
        ],
    ),
    (
        "What happened in Madrid?",
        "place:Madrid",
        ["1997-nato-ukraine-commission-established", "2022-madrid-summit"],
    ),
    (
        "What happened in Sintra?",
        "place:Sintra",
        ["1997-charter-initialled-sintra", "1997-eapc-replaces-cooperation-council"],
    ),
    (
        "Which summits were held in 2008?",
        "category:summit during:2008",
        ["2008-bucharest-summit", "2008-04-04-bucharest-commission"],
    ),
    (
        "Which summits mattered most?",
        "category:summit importance:5",
        ["1997-nato-ukraine-commission-established", "2008-bucharest-summit", "2024-washington-summit-declaration"],
    ),
    (
        "Which polls were taken in 2022?",
        "tag:poll after:2021 before:2023 -during:2023",
        [
            "2022-poll-62-percent-before-invasion",
            "2022-poll-76-percent",
            "2022-poll-83-percent",
            "2022-poll-best-guarantee",
        ],
    ),
    (
        "What certainly happened in February 1992?",
        "certainly:during:1992-02",
        ["1992-woerner-visits-kyiv"],
    ),
    (
        "Which dates are uncertain?",
        "is:uncertain",
        [
            "1992-joins-north-atlantic-cooperation-council",
            "2005-iraq-withdrawal-ordered",
            "2005-doctrine-restores-membership-goal",
            "2006-budapest-defence-ministers",
        ],
    ),
    (
        "What is still going on?",
        "is:open",
        [
            "1998-defence-reform-aims",
            "2014-membership-increasingly-sought",
            "2014-nato-support-grows",
            "2014-some-allies-aid-ukrainian-military",
            "2014-russian-opposition-grows",
            "2022-nato-unwavering-support",
        ],
    ),
    (
        "How did Putin react?",
        "category:russia-reaction actor:putin",
        [
            "2008-putin-missile-warning",
            "2008-report-of-putin-remark",
            "2022-putin-claim-about-nato",
            "2024-putin-conditions",
        ],
    ),
    (
        "What became of the membership goal in 2004, for certain?",
        'tag:"membership goal" certainly:during:2004',
        [
            "2004-military-doctrine-names-membership",
            "2004-decree-drops-membership-goal",
            "2004-doctrine-change-made-public",
            "2004-kuchma-explains-doctrine",
        ],
    ),
    (
        "Which doctrines speak of membership?",
        "tag:doctrine membership",
        [
            "2004-military-doctrine-names-membership",
            "2004-decree-drops-membership-goal",
            "2004-doctrine-change-made-public",
            "2005-doctrine-restores-membership-goal",
        ],
    ),
    (
        "Which summits fell into Yushchenko's presidency?",
        "era:yushchenko category:summit",
        [
            "2005-brussels-summit-with-yushchenko",
            "2008-bucharest-summit",
            "2008-04-04-bucharest-commission",
            "2009-strasbourg-kehl-summit",
        ],
    ),
    (
        "When was Rutte in Odesa?",
        "rutte odesa",
        ["2025-rutte-in-odesa"],
    ),
    (
        "What is the joint centre?",
        'tag:"joint centre"',
        ["2024-jatec-decision", "2024-jatec-activated", "2025-jatec-opens"],
    ),
    (
        "When was Kosovo discussed?",
        "tag:Kosovo",
        ["1999-commission-on-kosovo-and-yavoriv", "2000-commission-december-ministers"],
    ),
    (
        "Where did Lithuania act by itself?",
        "actor:=Lithuania",
        ["1994-lithuania-signs-pfp-first", "2022-02-24-article-4-consultations"],
    ),
    (
        "What happened in Istanbul?",
        "place:Istanbul",
        ["2004-commission-meeting-before-decree", "2022-istanbul-neutrality-proposal"],
    ),
    (
        "What was decided in Prague?",
        "place:Prague",
        ["2002-enlargement-summit", "2002-nato-ukraine-action-plan", "2008-visegrad-ministers-prague"],
    ),
    (
        "How did the course get into the constitution?",
        "tag:constitution during:2018/2019",
        [
            "2018-constitution-bill-to-court",
            "2018-parliament-votes-on-constitution",
            "2019-constitution-amended",
            "2019-constitution-amendment-signed",
            "2019-constitution-amendment-in-force",
        ],
    ),
    (
        "When did Зеленський have to do with Odesa, in Cyrillic?",
        "Зеленський place:Одеса",
        ["2019-council-visits-odesa-and-kyiv", "2025-rutte-in-odesa"],
    ),
    (
        "When did Zelensky, spelled so, apply?",
        "title:applies zelensky",
        ["2022-ukraine-applies-for-membership"],
    ),
    (
        "What did Yanukovich, spelled so, do about non-bloc status?",
        "actor:yanukovich tag:vote title:non-bloc",
        ["2010-non-bloc-bill-first-reading", "2010-parliament-abandons-membership-goal"],
    ),
    (
        "Who visited Київ before 1995?",
        "place:Київ tag:visit before:1995",
        ["1992-woerner-visits-kyiv"],
    ),
    (
        "Where does Medvedev appear?",
        "actor:medvedev",
        ["2010-kharkiv-agreements", "2014-parliament-votes-for-nato-course"],
    ),
    (
        "When was the Orange Revolution?",
        '"orange revolution"',
        ["2004-orange-revolution"],
    ),
    (
        "How did Russia react about the Black Sea Fleet?",
        'tag:"Black Sea Fleet" category:russia-reaction',
        ["1995-luzhkov-sevastopol-campaign", "1996-federation-council-sevastopol-claim", "2010-kharkiv-agreements"],
    ),
    (
        "What is disputed?",
        "status:disputed",
        [
            "1992-joins-north-atlantic-cooperation-council",
            "1992-kravchuk-visits-nato-headquarters",
            "2002-us-authenticates-kolchuga-recording",
            "2003-iraq-work-with-nato-until-2006",
            "2004-decree-drops-membership-goal",
            "2008-report-of-putin-remark",
            "2014-crimea-referendum",
        ],
    ),
    (
        "Which American visits and statements involved George W. Bush?",
        'actor:"George W. Bush"',
        [
            "2005-brussels-summit-with-yushchenko",
            "2005-yushchenko-first-us-visit",
            "2005-us-ukraine-joint-statement",
            "2007-us-nato-freedom-consolidation-act",
            "2008-bush-in-kyiv",
            "2008-report-of-putin-remark",
        ],
    ),
    (
        "What happened about Iraq besides the radars?",
        "tag:Iraq -kolchuga",
        [
            "2003-troops-to-iraq",
            "2003-iraq-work-with-nato-until-2006",
            "2005-parliament-calls-for-iraq-withdrawal",
            "2005-iraq-withdrawal-ordered",
        ],
    ),
    (
        "What did the military do with Yavoriv or Kosovo?",
        "(yavoriv OR kosovo) category:military",
        ["1999-commission-on-kosovo-and-yavoriv"],
    ),
    (
        "What weighed most between 2019 and 2022?",
        "importance:5 during:2019/2022",
        ["2019-constitution-amended", "2022-russian-invasion", "2022-ukraine-applies-for-membership"],
    ),
    (
        "When was Article 4 invoked?",
        'tag:"Article 4"',
        ["2014-03-04-poland-article-4", "2022-02-24-article-4-consultations"],
    ),
    (
        "Where were trust funds agreed at a summit?",
        'tag:"trust funds" category:summit',
        ["2014-wales-summit-commission"],
    ),
    (
        "What happened on 30 September 2022?",
        "on:2022-09-30",
        ["2022-russia-proclaims-annexation", "2022-ukraine-applies-for-membership"],
    ),
    (
        "What certainly came before August 1991?",
        "certainly:before:1991-08",
        ["1990-state-sovereignty-declaration"],
    ),
    (
        "Which event has this id?",
        "id:1997-nato-ukraine-commission-established",
        ["1997-nato-ukraine-commission-established"],
    ),
    (
        "What happened in Kharkov, under its Russian name?",
        "place:kharkov",
        [
            "1995-kharkiv-water-assistance",
            "1995-kharkiv-flood-day",
            "1995-kharkiv-water-appeal",
            "2010-kharkiv-agreements",
        ],
    ),
    (
        "What did parliament vote in 2014?",
        'actor:"Verkhovna Rada" tag:vote during:2014',
        ["2014-revolution-and-removal-of-yanukovych", "2014-parliament-votes-for-nato-course"],
    ),
    (
        "Where did the G7 act?",
        "actor:G7",
        ["2023-council-inaugural-meeting"],
    ),
    (
        "What happened in The Hague?",
        'place:"The Hague"',
        ["2025-hague-summit", "2025-purl-first-package"],
    ),
    (
        "What did Gallup ask?",
        "actor:Gallup",
        [
            "2014-low-support-in-earlier-polls",
            "2009-gallup-threat-or-protection",
            "2013-poll-neither-threat-nor-protection",
            "2016-gallup-mixed-views",
        ],
    ),
    (
        "What is PURL?",
        "title:purl",
        ["2025-purl-agreed", "2025-purl-first-package"],
    ),
    (
        "How did the Intensified Dialogue begin?",
        "tag:dialogue importance:>=4",
        ["2005-intensified-dialogue-vilnius"],
    ),
    (
        "What was special about December 1991?",
        'certainly:during:"December 1991"',
        ["1991-independence-referendum", "1991-cooperation-council-first-meeting", "1991-alma-ata-protocols"],
    ),
    (
        "What came after 2025?",
        "after:2025",
        ["2026-rutte-addresses-parliament"],
    ),
]


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return Searcher(load(builtin_timeline()).timeline)


@pytest.mark.parametrize(("question", "query", "ids"), _QUESTIONS, ids=[question for question, _, _ in _QUESTIONS])
def test_answers(searcher: Searcher, question: str, query: str, ids: list[str]) -> None:
    result = searcher.search(query, typing=False)
    assert not result.error, question
    assert [searcher.timeline.events[row].id for row in result.rows] == ids


def test_there_are_forty_questions() -> None:
    assert len(_QUESTIONS) >= 40


def test_each_facet_of_the_timeline_is_what_its_term_finds(searcher: Searcher) -> None:
    for facet in searcher.facets(most=1_000):
        for value in facet.values:
            found = searcher.search(searcher.term(facet.field, value.value), typing=False).rows
            assert len(found) == value.count, (facet.field, value)


def test_the_first_letters_of_an_actor_complete_to_the_actor(searcher: Searcher) -> None:
    for event in searcher.timeline.events[::5]:
        for actor in event.actors:
            query = f'actor:"{actor[:10]}'
            assert actor in [offer.label for offer in searcher.complete(query, len(query))]
