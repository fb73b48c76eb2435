"""Years, decades, centuries and millions of years in words."""

from timeglass.chrono.names import ENGLISH, Names

_DEEP: int = 1_000_000
"""Years farther than this are told as a distance from now, where they are round."""


def grouped(number: int, names: Names) -> str:
    """A number with its thousands apart: 10,001."""
    return f"{number:,}".replace(",", names.group)


def year_in_words(year: int, names: Names) -> str:
    """An astronomical year as people write it; there is no year 0 among them.

    >>> year_in_words(-43, ENGLISH), year_in_words(79, ENGLISH), year_in_words(1997, ENGLISH)
    ('44 BC', 'AD 79', '1997')
    """
    if year <= 0:
        return names.before_christ.format(bare_year(year, names))
    if 100 <= year <= 9999:
        return str(year)
    return names.after_christ.format(bare_year(year, names))


def bare_year(year: int, names: Names) -> str:
    """The number that a year has in its era: 44 for -43."""
    number = year if year > 0 else 1 - year
    return grouped(number, names) if number > 9999 else str(number)


def years_in_words(first: int, last: int, names: Names) -> str:
    """A run of years: "1990 – 1999", "50 – 41 BC"."""
    if first == last:
        return year_in_words(first, names)
    if (first > 0) == (last > 0):
        template = "{}"
        if first <= 0:
            template = names.before_christ
        elif first < 100 or last > 9999:
            template = names.after_christ
        return template.format(f"{bare_year(first, names)} – {bare_year(last, names)}")
    return f"{year_in_words(first, names)} – {year_in_words(last, names)}"


def ordinal(number: int, names: Names) -> str:
    """An ordinal number for centuries and millennia: 1st, 20th; in Ukrainian I, XX, as is the custom there."""
    if names is not ENGLISH:
        return _roman(number)
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _roman(number: int) -> str:
    """A number from 1 to 100 in Roman numerals; centuries of years with four digits are no more."""
    tens, ones = divmod(number, 10)
    return ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C")[tens] + (
        ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
    )


def decimal(number: int, unit: int, names: Names) -> str:
    """``number / unit`` in full, without trailing zeros: 13.8."""
    whole, rest = divmod(number, unit)
    digits = f"{rest:0{len(str(unit)) - 1}}".rstrip("0") if unit > 1 else ""
    text = grouped(whole, names) if whole > 9999 else str(whole)
    return f"{text}{names.decimal}{digits}" if digits else text


def count_in_words(years: int, names: Names) -> str:
    """A large number of years: "13.8 billion", "65 million", "300,000"."""
    for unit, template in names.scales:
        if years >= unit:
            return template.format(decimal(years, unit, names))
    return grouped(years, names) if years > 9999 else str(years)


def deep_year_in_words(year: int, names: Names) -> str:
    """A year far from now as a distance, if it is round enough to be meant so, else as a year."""
    distance = abs(year)
    if distance < _DEEP or len(str(distance).rstrip("0")) > 5:
        return year_in_words(year, names)
    return (names.ago if year < 0 else names.ahead).format(count_in_words(distance, names))


def geological_age(years: int, names: Names) -> str:
    """Years before the present as geologists write them: "65 Ma", "13.8 Ga"; years to come have a plus sign."""
    distance = abs(years)
    if distance < 1_000:
        return str(years)
    size = 2 if distance >= 10**9 else 1 if distance >= 10**6 else 0
    text = names.geological[size].format(decimal(distance, 1_000 ** (size + 1), names))
    return text if years > 0 else f"+{text}"
