"""Names of months and seasons, and turns of phrase for dates, one table per language."""

from typing import Final, NamedTuple


class Names(NamedTuple):
    """What dates need of a language. ``…_of`` is the form used behind a preposition or a day (the genitive)."""

    months: tuple[str, ...]
    months_of: tuple[str, ...]
    months_short: tuple[str, ...]
    seasons: tuple[str, ...]
    """For 21 to 41, with ``{}`` for the year."""
    seasons_of: tuple[str, ...]
    before_christ: str
    after_christ: str
    group: str
    """Separator of thousands."""
    decimal: str
    decade: str
    decade_of: str
    century: str
    century_before: str
    millennium: str
    millennium_before: str
    in_period: str
    """A day or month in a decade or century."""
    about: str
    possibly: str
    possibly_about: str
    between: str
    since: str
    until: str
    or_earlier: str
    or_later: str
    either: str
    """Word between the last two of several."""
    both: str
    all_earlier: str
    all_later: str
    from_unknown: str
    to_unknown: str
    unknown_on: str
    """From an unknown date on, without end."""
    until_unknown: str
    """Until an unknown date, without beginning."""
    always: str
    some_day: str
    some_month: str
    a_year: str
    unknown_year: str
    unknown_year_of: str
    in_unknown_year: str
    parts: tuple[str, str, str]
    uncertain: str
    approximate: str
    uncertain_and_approximate: str
    ago: str
    ahead: str
    today: str
    scales: tuple[tuple[int, str], ...]
    """Large numbers of years and their names, largest first."""
    ruler_ago: str
    ruler_ahead: str
    eras: tuple[str, str]
    """The years before and after Christ, as names of two stretches of the ruler."""
    geological: tuple[str, str, str]
    """A thousand, a million and a billion years, with ``{}`` for the number."""
    units: dict[str, tuple[str, str, str]]
    """Units of a duration for one, few and many."""


ENGLISH: Final = Names(
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    months_of=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    months_short=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    seasons=(
        "spring {}", "summer {}", "autumn {}", "winter {}",
        "northern spring {}", "northern summer {}", "northern autumn {}", "northern winter {}",
        "southern spring {}", "southern summer {}", "southern autumn {}", "southern winter {}",
        "first quarter of {}", "second quarter of {}", "third quarter of {}", "fourth quarter of {}",
        "first third of {}", "second third of {}", "last third of {}",
        "first half of {}", "second half of {}",
    ),
    seasons_of=(
        "spring {}", "summer {}", "autumn {}", "winter {}",
        "northern spring {}", "northern summer {}", "northern autumn {}", "northern winter {}",
        "southern spring {}", "southern summer {}", "southern autumn {}", "southern winter {}",
        "the first quarter of {}", "the second quarter of {}", "the third quarter of {}", "the fourth quarter of {}",
        "the first third of {}", "the second third of {}", "the last third of {}",
        "the first half of {}", "the second half of {}",
    ),
    before_christ="{} BC",
    after_christ="AD {}",
    group=",",
    decimal=".",
    decade="{}s",
    decade_of="the {}s",
    century="{} century",
    century_before="{} century BC",
    millennium="{} millennium",
    millennium_before="{} millennium BC",
    in_period="{} in {}",
    about="about {}",
    possibly="possibly {}",
    possibly_about="possibly about {}",
    between="between {} and {}",
    since="since {}",
    until="until {}",
    or_earlier="{} or earlier",
    or_later="{} or later",
    either="or",
    both="and",
    all_earlier="all up to {}",
    all_later="all from {} on",
    from_unknown="from an unknown date to {}",
    to_unknown="from {} to an unknown date",
    unknown_on="from an unknown date on",
    until_unknown="until an unknown date",
    always="at all times",
    some_day="some day in {}",
    some_month="some month in {}",
    a_year="a year",
    unknown_year="an unknown year",
    unknown_year_of="an unknown year",
    in_unknown_year="{} of an unknown year",
    parts=("year", "month", "day"),
    uncertain="{} uncertain",
    approximate="{} approximate",
    uncertain_and_approximate="{} uncertain and approximate",
    ago="{} years ago",
    ahead="in {} years",
    today="today",
    scales=((10**9, "{} billion"), (10**6, "{} million")),
    ruler_ago="Years ago",
    ruler_ahead="Years from now",
    eras=("BC", "AD"),
    geological=("{} ka", "{} Ma", "{} Ga"),
    units={
        "billion years": ("billion years", "billion years", "billion years"),
        "million years": ("million years", "million years", "million years"),
        "year": ("year", "years", "years"),
        "month": ("month", "months", "months"),
        "day": ("day", "days", "days"),
        "hour": ("hour", "hours", "hours"),
        "minute": ("minute", "minutes", "minutes"),
        "second": ("second", "seconds", "seconds"),
    },
)  # fmt: skip

UKRAINIAN: Final = Names(
    months=(
        "січень", "лютий", "березень", "квітень", "травень", "червень",
        "липень", "серпень", "вересень", "жовтень", "листопад", "грудень",
    ),
    months_of=(
        "січня", "лютого", "березня", "квітня", "травня", "червня",
        "липня", "серпня", "вересня", "жовтня", "листопада", "грудня",
    ),
    months_short=("січ", "лют", "бер", "кві", "тра", "чер", "лип", "сер", "вер", "жов", "лис", "гру"),
    seasons=(
        "весна {}", "літо {}", "осінь {}", "зима {}",
        "північна весна {}", "північне літо {}", "північна осінь {}", "північна зима {}",
        "південна весна {}", "південне літо {}", "південна осінь {}", "південна зима {}",
        "перший квартал {}", "другий квартал {}", "третій квартал {}", "четвертий квартал {}",
        "перша третина {}", "друга третина {}", "остання третина {}",
        "перша половина {}", "друга половина {}",
    ),
    seasons_of=(
        "весни {}", "літа {}", "осені {}", "зими {}",
        "північної весни {}", "північного літа {}", "північної осені {}", "північної зими {}",
        "південної весни {}", "південного літа {}", "південної осені {}", "південної зими {}",
        "першого кварталу {}", "другого кварталу {}", "третього кварталу {}", "четвертого кварталу {}",
        "першої третини {}", "другої третини {}", "останньої третини {}",
        "першої половини {}", "другої половини {}",
    ),
    before_christ="{} до н. е.",
    after_christ="{} н. е.",
    group="\N{NO-BREAK SPACE}",
    decimal=",",
    decade="{}-ті",
    decade_of="{}-х",
    century="{} століття",
    century_before="{} століття до н. е.",
    millennium="{} тисячоліття",
    millennium_before="{} тисячоліття до н. е.",
    in_period="{} {}",
    about="близько {}",
    possibly="можливо, {}",
    possibly_about="можливо, близько {}",
    between="не раніше {} і не пізніше {}",
    since="від {}",
    until="до {}",
    or_earlier="{} або раніше",
    or_later="{} або пізніше",
    either="або",
    both="і",
    all_earlier="усе до {}",
    all_later="усе від {}",
    from_unknown="від невідомої дати до {}",
    to_unknown="від {} до невідомої дати",
    unknown_on="від невідомої дати й далі",
    until_unknown="до невідомої дати",
    always="завжди",
    some_day="якогось дня: {}",
    some_month="якогось місяця: {}",
    a_year="якогось року",
    unknown_year="невідомий рік",
    unknown_year_of="невідомого року",
    in_unknown_year="{} невідомого року",
    parts=("рік", "місяць", "день"),
    uncertain="{} непевний",
    approximate="{} приблизний",
    uncertain_and_approximate="{} непевний і приблизний",
    ago="{} років тому",
    ahead="через {} років",
    today="сьогодні",
    scales=((10**9, "{} млрд"), (10**6, "{} млн")),
    ruler_ago="Років тому",
    ruler_ahead="Років у майбутньому",
    eras=("до н. е.", "н. е."),
    geological=("{} тис. р.", "{} млн р.", "{} млрд р."),
    units={
        "billion years": ("млрд років", "млрд років", "млрд років"),
        "million years": ("млн років", "млн років", "млн років"),
        "year": ("рік", "роки", "років"),
        "month": ("місяць", "місяці", "місяців"),
        "day": ("день", "дні", "днів"),
        "hour": ("година", "години", "годин"),
        "minute": ("хвилина", "хвилини", "хвилин"),
        "second": ("секунда", "секунди", "секунд"),
    },
)  # fmt: skip


def names_in(language: str) -> Names:
    """Names in a language given by its tag (``uk``, ``uk-UA``); English where there are none."""
    return UKRAINIAN if language[:2].lower() == "uk" else ENGLISH
