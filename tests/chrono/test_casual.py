"""What people write, and the EDTF they mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.expressions import known_days
from timeglass.chrono.casual import parse_casual, suggest
from timeglass.chrono.casual_words import month_number, ordinal_value
from timeglass.chrono.edtf import parse
from timeglass.chrono.edtf_date import DateError
from timeglass.chrono.instant import iso_year
from timeglass.chrono.words import date_in_words

TODAY = date(2026, 11, 23)

CASES = """
1997-5-7 = 1997-05-07               | 1997/5/7 = 1997-05-07              | 1997.5.7 = 1997-05-07
1997 5 7 = 1997-05-07               | 1997-5 = 1997-05                   | 19970507 = 1997-05-07
7.5.1997 = 1997-05-07               | 13/5/1997 = 1997-05-13             | 5/13/1997 = 1997-05-13
5/5/1985 = 1985-05-05               | 4/12/1985 =                        | 7 May 1997 = 1997-05-07
7th May 1997 = 1997-05-07           | the 7th of May 1997 = 1997-05-07   | 7-May-1997 = 1997-05-07
May 7, 1997 = 1997-05-07            | May 7th 1997 = 1997-05-07          | Wednesday, 9 July 1997 = 1997-07-09
May 1997 = 1997-05                  | in May 1997 = 1997-05              | Sept. 1997 = 1997-09
Foo 1997 =                          | 7 Foo 1997 =                       | in 1997 = 1997
30 February 2001 =                  | 1997-02-30 =                       | 476 = 0476
79 =                                | 12345 = Y12345                     | 10,000 BC = -9999
12 000 BC = Y-11999                 | 99999999999999999999 =             | 1990s = 199X
1990's = 199X                       | the 1990s = 199X                   | 90s =
40s BC = -0048/-0039                | 20th century = 19XX                | the 19th c. = 18XX
2nd century BC = -01XX              | 1st century = 00XX                 | 1st century BC = -0099/0000
0th century =                       | xxx century = 29XX                 | 2nd millennium = 1XXX
2nd millennium BC = -1XXX           | 12th millennium =                  | summer 1995 = 1995-22
Fall of 1995 = 1995-23              | monsoon 1995 =                     | Q3 1997 = 1997-35
1997 Q3 = 1997-35                   | 1997 h3 =                          | first half of 1997 = 1997-40
northern winter 1997 = 1997-28      | 44 BC = -0043                      | 44 BCE = -0043
44 b.c. = -0043                     | 0 BC =                             | 2600 BC = -2599
15 March 44 BC = -0043-03-15        | March 44 BC = -0043-03             | spring 44 BC = -0043-21
AD 79 = 0079                        | 9 July AD 79 = 0079-07-09          | AD 20 – 29 = 0020/0029
AD soon =                           | 79 AD = 0079                       | 79 CE = 0079
May = \n                            | today = 2026-11-23                 | yesterday = 2026-11-22
tomorrow = 2026-11-24               | now = 2026-11-23                   | this month = 2026-11
this year = 2026                    | 1997-07-09 12:30 = 1997-07-09T12:30
9 July 1997, 9:30 = 1997-07-09T09:30                                     | 9 July 1997 at 12:30 UTC = 1997-07-09T12:30Z
12:30, 9 July 1997 = 1997-07-09T12:30                                    | 12:30, some day =
1997-07-09 25:30 =                  | today 12:30 = 2026-11-23T12:30
2016-05-02T16:54:59+1200 = 2016-05-02T16:54:59+12:00                     | 2012-10-10T1:10 = 2012-10-10T01:10:00
2012-10-10T10:1:10Z = 2012-10-10T10:01:10Z
2012-10-10t10:01:10+03 = 2012-10-10T10:01:10+03:00
1985-04-12T23:20:30Z/1986-05-13T01:30:45Z = 1985-04-12/1986-05-13        | 1985T10/T = 1985/
c. 1994 = 1994~                     | c1994 = 1994~                      | ca 1994 = 1994~
ca. May 1994 = 1994-05~             | circa 1994 = 1994~                 | ~ 1994 = 1994~
about 1994 = 1994~                  | about today = 2026-11-23~          | possibly 1994 = 1994?
1994 ? = 1994?                      | 1994 (?) = 1994?                   | possibly about 1994 = 1994%
1994?~ = 1994%                      | about 1994? = 1994%                | about c. 1994 = 1994~
about 65 million years ago = Y-65E6 | about the 1990s = 199X~            | about 12:30, 9 July 1997 =
c. 1990-c. 1995 = 1990~/1995~       | c. early 1990s = 1990~/1993~       | about nothing =
before 1997 = [..1996]              | after 1990 = [1991..]              | before May 1997 = [..1997-04]
after 9 July 1997 = [1997-07-10..]  | before 44 BC = [..-0044]           | before the 1990s = [..1989]
after the early 1990s = [1993..]    | before early 1990s = [..1990]
after c. 1990 = [1990~..]           | after summer 1995 = [1995-09..]
before 65 Ma = [..Y-65E6]           | by 1997 = [..1997]                 | 1997 or earlier = [..1997]
not before 1997 = [1997..]          | 1997 or later = [1997..]           | before long =
1994- = 1994/..                     | since 1994 = 1994/..               | 1994-present = 1994/..
1994 onwards = 1994/..              | from 1994 on = 1994/..             | until 1991 = ../1991
up to May 1991 = ../1991-05         | –1991 = ../1991                    | –abc =
1347-1351 = 1347/1351               | 1991–1994 = 1991/1994              | 1991 — 1994 = 1991/1994
1991‒1994 = 1991/1994               | 1991-94 = 1991/1994                | 1914–18 = 1914/1918
1905–12 = 1905/1912                 | 1991–04 = 1991-04                  | 1999-1991 =
May-July 1997 = 1997-05/1997-07     | 9-12 July 1997 = 1997-07-09/1997-07-12
9 May - 12 July 1997 = 1997-05-09/1997-07-12                             | 1990-05 - 1991-06 = 1990-05/1991-06
144-143 BC = -0143/-0142            | 50 BC - AD 20 = -0049/0020         | 44 BC - 43 BC = -0043/-0042
from 1990 to 1995 = 1990/1995       | 2003 to 2005 = 2003/2005           | from nowhere to 1995 =
between 1993 and 1996 = [1993..1996]
between May and July 1997 = [1997-05..1997-07]
between 1993 and May 1996 =         | between here and there =           | 1994 or 1995 = [1994,1995]
1667 and 1668 = {1667,1668}         | 1991 & 1992 = {1991,1992}          | this or that =
early 1990s = 1990/1993             | mid-1990s = 1994/1996              | late 1990s = 1997/1999
early 19th century = 1800/1833      | the late 18th century = 1767/1799  | early 1994 = 1994-37
mid May 1997 = 1997-05-11/1997-05-20                                     | late February 1997 = 1997-02-21/1997-02-28
late 9 July 1997 =                  | late night =
13.8 billion years ago = Y-138E8    | 65 million years ago = Y-65E6      | 65 Ma = Y-65E6
4.54 Ga = Y-454E7                   | 300 ka = Y-3E5                     | 300,000 years ago = Y-3E5
123,456 years ago = Y-123456        | 5000 years ago = -2974~            | 20,000 years ago = Y-17974
65 =                                | 13,8 млрд років тому = Y-138E8     | 900 billion years ago =
199- = 199X                         | 19-- = 19XX                        | 199? = 199X
1999-uu-01 = 1999-XX-01             | 199u = 199X                        | y17e7 = Y17E7
Y1700 = 1700                        | Y-0044 = -0044                     | 1950s2 = 1950S2
2004-06-(11)~ = 2004-06-~11         | 2004-01-01/open = 2004-01-01/..    | unknown/2004 = /2004
[1667, 1668] = [1667,1668]          | {1960, 1961-12} = {1960,1961-12}   | 1863- 03-29 = 1863-03-29
2012\\2013 = 2012/2013              | (c. 1994) = 1994~                  | [c. 1994] = 1994~
"1994" = 1994                       | () =                               | [] =
not a date =                        | 1985wtf =                          | / =
9 липня 1997 р. = 1997-07-09        | травень 1997 = 1997-05             | у травні 1997 = 1997-05
влітку 1995 = 1995-22               | 1990-ті = 199X                     | XX століття = 19XX
19 ст. = 18XX                       | близько 1994 = 1994~               | можливо, квітень 2004 = 2004-04?
44 до н. е. = -0043                 | 79 н. е. = 0079                    | до 1991 = ../1991
від 2023 = 2023/..                  | між 1993 і 1996 = [1993..1996]     | від 1990 до 1995 = 1990/1995
1994 або 1995 = [1994,1995]         | вчора = 2026-11-22                 | початок 1990-х = 1990/1993
"""


def _cases() -> list[tuple[str, str]]:
    pairs = []
    for piece in CASES.replace("\\n", "").replace("\n", "|").split("|"):
        if piece.strip():
            text, _, meant = piece.rpartition("=")
            pairs.append((text.strip(), meant.strip()))
    return pairs


@pytest.mark.parametrize(("text", "meant"), _cases())
def test_what_people_write(text: str, meant: str) -> None:
    assert suggest(text, today=TODAY) == meant
    if meant:
        assert parse_casual(text, today=TODAY).text in (meant, text)


def test_edtf_stays_as_it_is() -> None:
    for text in ("1997-05-07", "199X", "[..1996]", "1997-07-09T12:30:00Z", " 2004-06-~11 "):
        assert parse_casual(text).text == text.strip()


def test_the_order_of_day_and_month_depends_on_the_language() -> None:
    assert suggest("4/12/1985", "uk") == "1985-12-04"
    assert suggest("4/12/1985", "en") == ""


def test_refusals_keep_their_place_and_carry_suggestions() -> None:
    with pytest.raises(DateError) as caught:
        parse("1997-5-7")
    assert caught.value.suggestion == "1997-05-07"
    assert caught.value.position == 5
    with pytest.raises(DateError, match="expected a year"):
        parse_casual("nonsense")
    with pytest.raises(DateError, match="longer than"):
        parse("[" + "1997," * 1000 + "1998]")


def test_long_prose_is_no_date() -> None:
    assert suggest("1997 " * 30) == ""


def test_the_clock_tells_today() -> None:
    assert parse_casual("today").bounds.start_earliest > parse("2025").bounds.start_earliest


@given(known_days(), st.sampled_from(("en", "uk")), st.integers(1, 3), st.sampled_from(("", "~", "?", "%")))
def test_words_are_understood_again(day: tuple[int, int, int], language: str, parts: int, sign: str) -> None:
    text = "-".join([iso_year(day[0]), *(f"{part:02}" for part in day[1:])][:parts]) + sign
    assert suggest(date_in_words(parse(text), language)) in (text, "" if not sign else text)


@given(known_days(), known_days(), st.sampled_from(("en", "uk")), st.integers(1, 3))
def test_intervals_in_words_are_understood_again(
    first: tuple[int, int, int], last: tuple[int, int, int], language: str, parts: int
) -> None:
    ends = ["-".join([iso_year(day[0]), *(f"{part:02}" for part in day[1:])][:parts]) for day in sorted((first, last))]
    text = "/".join(ends)
    meant = suggest(date_in_words(parse(text), language))
    assert meant in (text, ends[0])


def test_vocabulary() -> None:
    assert [month_number(word) for word in ("sept", "травня", "mayor", "ma", "січні")] == [9, 5, 0, 0, 1]
    assert [ordinal_value(text) for text in ("xix", "iv", "20", "xxxix")] == [19, 4, 20, 39]
