"""What a source prints, as a value: numbers, dates and countries in French words, figures and codes."""

import re
from collections.abc import Iterable
from decimal import Decimal

from macros.evidence.quotations import stands_in, words
from macros.model.records import Country

_NUMBERS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
    "vingt",
    "vingt-et-un",
    "vingt-deux",
    "vingt-trois",
    "vingt-quatre",
    "vingt-cinq",
    "vingt-six",
    "vingt-sept",
]
_MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
_VALUES = {word: value for value, word in enumerate(_NUMBERS)} | {"une": 1, "deuxième": 2}
_FACTORS = {"mille": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "cents": 100}
# Words of numbers that are not read: beside one of them, "un" in "trente et un" is not the number.
_UNREAD = {"cent", "trente", "quarante", "cinquante", "soixante", "vingts"} | set(_FACTORS)
_CODE = re.compile(r"[A-Z]{2}")


def number(printed: str) -> Decimal | None:
    """The one number in the printed words ("71", "dix", "2 millions", "AT (128)"), or None."""
    tokens = [token.lower() for token in words(printed)]
    figures = [(i, Decimal(t.replace(",", "."))) for i, t in enumerate(tokens) if re.fullmatch(r"\d+(,\d+)?", t)]
    figures = figures or [(i, Decimal(_VALUES[t])) for i, t in enumerate(tokens) if t in _VALUES]
    if len(figures) != 1:
        return None
    at, value = figures[0]
    factor = _FACTORS.get(tokens[at + 1] if at + 1 < len(tokens) else "")
    around = tokens[:at] + tokens[at + (2 if factor else 1) :]
    return None if _UNREAD & set(around) else value * (factor or 1)


def date(printed: str) -> str | None:
    """The printed date in the form of the data ("octobre 2006" -> 2006-10, "18 octobre" -> --10-18, "8 et 9 mai 2007" -> both days), or None."""
    text = " ".join(words(printed)).lower()
    month = "|".join(_MONTHS)
    if m := re.search(rf"(?<!\d)(\d{{1,2}})(?:er)? (?:et|au) (\d{{1,2}}) ({month}) (\d{{4}})(?!\d)", text):
        first, last = (f"{m[4]}-{_MONTHS.index(m[3]) + 1:02}-{int(day):02}" for day in (m[1], m[2]))
        return f"{first}/{last}"
    if m := re.search(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)", text):
        return f"{m[3]}-{int(m[2]):02}-{int(m[1]):02}"
    if m := re.search(rf"(?:\b(\d{{1,2}})(?:er)? )?\b({month})\b(?: (\d{{4}})\b)?", text):
        day, number_of_month, year = m[1], _MONTHS.index(m[2]) + 1, m[3]
        if not year:
            return f"--{number_of_month:02}-{int(day):02}" if day else None
        return f"{year}-{number_of_month:02}" + (f"-{int(day):02}" if day else "")
    years = re.findall(r"(?<!\d)[12]\d{3}(?!\d)", text)
    return "/".join(years) if 1 <= len(years) <= 2 else None


def country(printed: str, countries: Iterable[Country]) -> str | None:
    """The country whose code or French name stands in the printed words, or None."""
    tokens = words(printed)
    for one in countries:
        if one.printed and one.printed in tokens:
            return one.id
        if any(stands_in(words(name), tokens) >= 0 for name in (one.name.fr, *one.names_printed)):
            return one.id
    return None


def is_code_or_figure(word: str) -> bool:
    """Whether a word is a country code or a figure: lists of these may be quoted at length."""
    return bool(_CODE.fullmatch(word) or re.fullmatch(r"[\d.,/]+", word))
