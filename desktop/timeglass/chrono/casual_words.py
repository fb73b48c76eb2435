"""The vocabulary of dates as people write them, English and Ukrainian: patterns on lower-case text."""

import re
from typing import Final

from timeglass.chrono.names import ENGLISH, UKRAINIAN

DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－", "-") | {"\\": "/"})
"""Every dash that a keyboard or a word processor makes, as a hyphen; a backslash as a slash."""

MONTH: Final = r"(?P<month>[a-zа-яіїєґ]{3,10})\.?"
YEAR: Final = r"(?P<year>[0-9]{1,3}(?:[ ,\u00a0\u202f][0-9]{3})+|[0-9]+)"
_BEFORE: Final = r"b\.? ?c\.?(?: ?e\.?)?|before christ|до н\.? ?е\.?|до нашої ери"
_AFTER: Final = r"a\.? ?d\.?|c\.? ?e\.?|н\.? ?е\.?|нашої ери"
ERA: Final = re.compile(
    rf"(?:(?P<head>.+ )?(?P<mark>a\.? ?d\.?) (?P<tail>[0-9].*)"
    rf"|(?P<rest>.+?) ?(?:(?P<before>{_BEFORE})|(?P<after>{_AFTER})))"
)
"""A text with its era: before or after Christ."""

ABOUT: Final = re.compile(
    r"(?:(?:ca?|approx|бл|прибл)\.?(?: |(?=[0-9]))|~ ?"
    r"|(?:circa|about|around|approximately|близько|біля|приблизно) )(.+)"
)
POSSIBLY: Final = re.compile(r"(?:possibly|perhaps|probably|maybe|можливо|ймовірно|імовірно|мабуть),? (.+)")
DOUBTED: Final = re.compile(r"(.+?) ?(?:\(\?\)|\?)")
IN: Final = re.compile(r"(?:in|on|during|у|в|протягом) (.+)")

BEFORE: Final = re.compile(r"(?:before|prior to|earlier than|перед|раніше від) (.+)")
AFTER: Final = re.compile(r"(?:after|later than|після|пізніше від) (.+)")
NOT_AFTER: Final = re.compile(
    r"(?:by|no later than|not after|не пізніше) (.+)"
    r"|(.+?) (?:or earlier|or before|або раніше)"
)
NOT_BEFORE: Final = re.compile(
    r"(?:no earlier than|not before|не раніше) (.+)"
    r"|(.+?) (?:or later|or after|або пізніше)"
)
UNTIL: Final = re.compile(r"(?:until|till|up to|to|до) (.+)")
SINCE: Final = re.compile(
    r"(?:since|from|starting|від|з|із|починаючи з) (.+?)(?: on| onwards?| й далі)?"
    r"|(.+?)(?: onwards?| й далі| to present| ?-(?: ?present| ?now| ?today| ?досі)?)"
)
BETWEEN: Final = re.compile(
    r"(?:some day |one day |sometime )?(?:between|між|не раніше) (.+?) (?:and|і не пізніше|і|та|й) (.+)"
)
FROM_TO: Final = re.compile(
    r"(?:from|від|з|із) (.+?) (?:to|until|till|through|до|по) (.+)"
    r"|(.+?) (?:to|until|till|through) (.+)"
)
EITHER: Final = re.compile(r"(.+?) (?:or|або|чи) (.+)")
BOTH: Final = re.compile(r"(.+?) (?:and|&|і|та|й) (.+)")
SHARE: Final = re.compile(
    r"(?:the )?(early|mid|middle of|late|початок|початку|середина|середини|кінець|кінця)[ -](?:the )?(.+)"
)
SHARES: Final = {
    "early": 0, "початок": 0, "початку": 0,
    "mid": 1, "middle of": 1, "середина": 1, "середини": 1,
    "late": 2, "кінець": 2, "кінця": 2,
}  # fmt: skip

WEEKDAY: Final = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (?=[0-9a-z])"
    r"|(?:понеділок|вівторок|середа|четвер|п.ятниця|субота|неділя),? "
)
YEAR_WORD: Final = re.compile(r"(?<=[0-9]) ?(?:року|рік|рр?\.?)$")
"""Ukrainian puts the word "year" behind a number."""

DECADE: Final = re.compile(r"(?:the )?([0-9]{1,3}0) ?(?:'?s|-?ті|-?х)(?: роки| років)?")
CENTURY: Final = re.compile(
    r"(?:the )?([0-9]{1,2}|[ivx]+)(?:st|nd|rd|th|-?го|-?е)? ?(?:centur(?:y|ies)|cent\.?|c\.?|століття|сторіччя|ст\.?)"
)
MILLENNIUM: Final = re.compile(r"(?:the )?([0-9]{1,2}|[ivx]+)(?:st|nd|rd|th|-?го|-?е)? ?(?:millennium|тисячоліття)")
SEASON: Final = re.compile(r"([a-zа-яіїєґ]+(?: [a-zа-яіїєґ]+){0,2}?|[qh][1-4])(?: of)?(?: the)?,? ([0-9]+)")
SEASON_BEHIND: Final = re.compile(r"([0-9]{4})[ -]?([qh][1-4])")
AGO: Final = re.compile(
    r"(?P<number>[0-9][0-9 ,]*(?:\.[0-9]+)?)"
    r"(?: ?(?:(?P<thousand>thousand|ka|тис\.?(?: р\.)?|тисяч)"
    r"|(?P<million>million|mya|ma|млн\.?|мільйонів)"
    r"|(?P<billion>billion|bya|ga|gya|млрд\.?|мільярдів)))?"
    r"(?P<ago> (?:years? ago|years? before present|роки тому|років тому|р\. тому))?"
)

SEASON_CODES: Final = {
    name: code
    for code, names in {
        21: "spring|весна|весни|навесні|весною",
        22: "summer|літо|літа|влітку|літом",
        23: "autumn|fall|осінь|осені|восени",
        24: "winter|зима|зими|взимку|узимку",
        25: "northern spring|північна весна",
        26: "northern summer|північне літо",
        27: "northern autumn|північна осінь",
        28: "northern winter|північна зима",
        29: "southern spring|південна весна",
        30: "southern summer|південне літо",
        31: "southern autumn|південна осінь",
        32: "southern winter|південна зима",
        33: "q1|first quarter|перший квартал|першого кварталу",
        34: "q2|second quarter|другий квартал|другого кварталу",
        35: "q3|third quarter|третій квартал|третього кварталу",
        36: "q4|fourth quarter|last quarter|четвертий квартал|четвертого кварталу",
        37: "first third|перша третина|першої третини",
        38: "second third|друга третина|другої третини",
        39: "last third|остання третина|останньої третини",
        40: "h1|first half|перша половина|першої половини",
        41: "h2|second half|друга половина|другої половини",
    }.items()
    for name in names.split("|")
}

_LOCATIVES: Final = (
    "січні", "лютому", "березні", "квітні", "травні", "червні",
    "липні", "серпні", "вересні", "жовтні", "листопаді", "грудні",
)  # fmt: skip


def month_number(word: str) -> int:
    """Number of a month named in full, or by three letters or more of its beginning; 0 for any other word.

    >>> month_number("sept"), month_number("травня"), month_number("mayor")
    (9, 5, 0)
    """
    if len(word) < 3:
        return 0
    for forms in (ENGLISH.months, UKRAINIAN.months, UKRAINIAN.months_of, _LOCATIVES):
        for number, name in enumerate(forms, 1):
            if name.lower().startswith(word):
                return number
    return 0


_ROMAN: Final = {"i": 1, "v": 5, "x": 10}


def ordinal_value(text: str) -> int:
    """Number in digits or in Roman ones up to 39.

    >>> ordinal_value("xix"), ordinal_value("20")
    (19, 20)
    """
    if text.isdigit():
        return int(text)
    values = [_ROMAN[letter] for letter in text]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
