"""The day that somebody means who does not write it as data files do."""

import re
from functools import cache

from macros.languages import LANGUAGES
from macros.similarity import fold

# A day in figures, the year at one of its ends, with or without an hour; a day or a month in words, in each order.
_IN_FIGURES = re.compile(
    r"(?P<y>[12]\d{3})(?:[./-](?P<m>\d{1,2})[./-](?P<d>\d{1,2})|(?P<month>\d\d)(?P<day>\d\d))(?:[T ]\d\d:\d\d.*)?"
    r"|(?P<a>\d{1,2})(?P<sign>[./-])(?P<b>\d{1,2})[./-](?P<last>[12]\d{3})"
)
_IN_WORDS = [
    re.compile(r"(?:(?P<day>\d{1,2})(?:er|st|nd|rd|th)?\.? (?:of )?)?(?P<month>[^\W\d]+)\.? (?P<year>[12]\d{3})"),
    re.compile(r"(?P<month>[^\W\d]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>[12]\d{3})"),
]


def days_meant(written: str) -> list[str]:
    """What a date may mean, as data files write it: 15/04/2013 is 2013-04-15, avril 2011 is 2011-04; 12/03/2012 is one of two days."""
    if not (found := _IN_FIGURES.fullmatch(written)):
        return _in_words(" ".join(fold(written).removeprefix("le ").split()))
    ways = [(found["y"] or found["last"], found["m"] or found["month"] or found["b"], found["d"] or found["day"] or found["a"])]
    ways += [(found["last"], found["a"], found["b"])] if found["sign"] == "/" and found["a"] != found["b"] else []
    return [f"{year}-{int(month):02}-{int(day):02}" for year, month, day in ways if 1 <= int(month) <= 12 and 1 <= int(day) <= 31]


def _in_words(written: str) -> list[str]:
    found = next((one for pattern in _IN_WORDS if (one := pattern.fullmatch(written)) and one["month"] in _months()), None)
    if not found:
        return []
    month = f"{found['year']}-{_months()[found['month']]:02}"
    return [f"{month}-{int(found['day']):02}"] if found["day"] else [month]


@cache
def _months() -> dict[str, int]:
    """What a month is called in any of our languages, whole or cut short -> its number."""
    from babel.dates import get_month_names  # nobody else in the check asks for it

    names = (get_month_names(width, locale=language) for language in LANGUAGES for width in ("wide", "abbreviated"))
    return {fold(name).rstrip("."): number for called in names for number, name in called.items()}
