"""What a source prints, as a value, in the language of its words: numbers, dates and countries. Of an unknown language nothing is read."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from macros.evidence.printed_words import PRINTED, PrintedWords
from macros.evidence.quotations import stands_in, words
from macros.model.records import Country

_CODE = re.compile(r"[A-Z]{2}")
_FIGURE = re.compile(r"[\d.,/]+")
_NUMBERED = re.compile(r"(?<!\S)(?:(?P<d>\d{1,2})(?P<sign>[./])(?P<m>\d{1,2})(?P=sign)(?P<y>\d{4})|(?P<iso>\d{4}-\d\d-\d\d))(?!\S)")
_YEARS = re.compile(r"(?<!\S)([12]\d{3})(?:[/-]([12]\d{3}))?(?!\S)")


def number(printed: str, language: str) -> Decimal | None:
    """The one number in the printed words ("71", "dix", "2 millions", "AT (128)", "fourteen thousand", "a hundred"), or None."""
    if not (known := PRINTED.get(language)):
        return None
    tokens = [token.lower() for token in words(printed)]
    figures = [(at, value) for at, token in enumerate(tokens) if (value := _figure(token, known)) is not None]
    figures = figures or [(at, Decimal(one)) for at in range(len(tokens)) if (one := _word(tokens, at, known)) is not None]
    if len(figures) != 1:
        return None
    at, value = figures[0]
    factor = known.factors.get(tokens[at + 1] if at + 1 < len(tokens) else "")
    around = tokens[:at] + tokens[at + (2 if factor else 1) :]
    return None if known.unread & set(around) else value * (factor or 1)


def _word(tokens: list[str], at: int, known: PrintedWords) -> int | None:
    if tokens[at] == known.article and tokens[at + 1 : at + 2] and tokens[at + 1] in known.factors:
        return 1  # "a hundred"
    return known.values.get(tokens[at])


def _figure(token: str, known: PrintedWords) -> Decimal | None:
    bare = token.strip(known.marks)
    for form, thousands, decimals in known.figures:
        if form.fullmatch(bare):
            return Decimal(bare.replace(thousands, "").replace(decimals, "."))
    return None


def date(printed: str, language: str) -> str | None:
    """The printed date in the form of the data, or None where it is none, or more than one.

    "octobre 2006" -> 2006-10, "October 18" -> --10-18, "8 et 9 mai 2007" -> both days, "2014-2017" -> both years.
    """
    if not (known := PRINTED.get(language)):
        return None
    text = " ".join(words(printed))
    for pattern, read in ((_days_and_months(language), _named), (_NUMBERED, _numbered), (_YEARS, _years)):
        if ends := [(found.start(), found.end(), read(found, known)) for found in pattern.finditer(text)]:
            return _one_date(ends, text, known)
    return None


def days(text: str, language: str) -> set[str]:
    """The full days that a text names, in the form of the data; of two days with one month, both. None in a language that is not read."""
    if not (known := PRINTED.get(language)) or not re.search(r"\d{4}", text):
        return set()
    named = (_named(found, known) for found in _days_and_months(language).finditer(" ".join(words(text))))
    return {day for one in named if one for day in one.split("/") if len(day) == 10}


def _one_date(ends: list[tuple[int, int, str | None]], text: str, known: PrintedWords) -> str | None:
    """The one date, or the two that begin and end a time."""
    if len(ends) == 1:
        return ends[0][2]
    if len(ends) > 2 or text[ends[0][1] : ends[1][0]].strip() not in ("", *known.joins):
        return None
    first, last = ends[0][2], ends[1][2]
    if first and last and first.startswith("--"):
        first = last[:4] + first[1:]  # the year stands at the end only
    if not first or not last or len(first) != len(last) or len(first) not in (4, 10):
        return None
    return f"{first}/{last}"


@cache
def _days_and_months(language: str) -> re.Pattern[str]:
    """A month, with what stands around it: one day or two, and the year."""
    known = PRINTED[language]
    ordinal, months = f"(?:{known.ordinal})?", "|".join(sorted(known.months, key=len, reverse=True))
    days = rf"(?<!\S)(?:(?P<first>\d{{1,2}}){ordinal}(?P<join> (?:{'|'.join(known.joins)}) |-| ))?(?P<d>\d{{1,2}}){ordinal}"
    behind = rf"(?: (?P<behind>\d{{1,2}}){ordinal}(?!\S))?" if known.month_first else "(?P<behind>(?!))?"
    return re.compile(rf"(?:{days}{known.between_day_and_month})?(?<!\w)(?P<m>{months})(?!\w){behind}(?: (?P<y>[12]\d{{3}})(?!\S))?")


def _named(found: re.Match[str], known: PrintedWords) -> str | None:
    first, day, month, year = found["first"], found["d"] or found["behind"], known.months[found["m"]], found["y"]
    if found["d"] and found["behind"] or found["join"] == " " or not (day or year) or (first and not year):
        return None
    if not day:
        return f"{year}-{month:02}"
    begins = f"{year}-{month:02}-{int(first):02}/" if first else ""
    return f"{begins}{year or '-'}-{month:02}-{int(day):02}"


def _numbered(found: re.Match[str], known: PrintedWords) -> str | None:
    if found["iso"]:
        return found["iso"]
    if found["sign"] == "/" and known.month_first and int(found["d"]) <= 12:
        return None  # "5/4/2011" is in April or in May
    return f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}"


def _years(found: re.Match[str], _: PrintedWords) -> str:
    return "/".join(filter(None, found.groups()))


def country(printed: str, countries: Iterable[Country], language: str) -> str | None:
    """The country whose code, or name in the language, stands in the printed words, or None."""
    if language not in PRINTED:
        return None
    tokens = words(printed)
    for one in countries:
        if one.printed and one.printed in tokens:
            return one.id
        if any(stands_in(words(name), tokens) >= 0 for name in (getattr(one.name, language), *one.names_printed)):
            return one.id
    return None


def is_code_or_figure(word: str) -> bool:
    """Whether a word is a country code or a figure: lists of these may be quoted at length."""
    return bool(_CODE.fullmatch(word) or _FIGURE.fullmatch(word))
