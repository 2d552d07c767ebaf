"""How each language prints numbers and dates: a table with one row a language."""

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class PrintedWords:
    """The words and signs of one language, in small letters but for the months, whose case counts.

    A number is one figure or one of `values`, and at most one of `factors` behind it; beside a word of `unread` nothing is read.
    `figures` are the forms of a figure, each with the sign that parts its thousands and the one before its decimals.
    `ordinal` may stand behind a day and `between_day_and_month` where it says; `joins` stand between the two ends of a time.
    """

    values: dict[str, int]
    factors: dict[str, int]
    unread: frozenset[str]
    figures: tuple[tuple[re.Pattern[str], str, str], ...]
    months: dict[str, int]
    joins: tuple[str, ...]
    ordinal: str
    between_day_and_month: str = " "
    month_first: bool = False
    article: str = ""  # means one before a factor
    # A mark of money or percent may stand at a figure without a blank.
    marks: str = "€$£%"


def _listed(text: str) -> list[str]:
    return text.split()


def _cased(months: list[str], *cases: Callable[[str], str]) -> dict[str, int]:
    return {case(month): number for number, month in enumerate(months, 1) for case in cases}


_FRENCH = _listed(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf "
    "vingt vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept"
)
_FRENCH_MONTHS = _listed("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
_FRENCH_FACTORS = {"mille": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "cents": 100}

_ENGLISH = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_ENGLISH_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
_ENGLISH_VALUES = {word: value for value, word in enumerate(_ENGLISH)} | {
    f"{word}-{_ENGLISH[unit]}" if unit else word: 10 * ten + unit for ten, word in enumerate(_ENGLISH_TENS, 2) for unit in range(10)
}
_ENGLISH_MONTHS = _listed("January February March April May June July August September October November December")
_ENGLISH_FACTORS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_ENGLISH_PARTS = set(_listed("half halves third thirds quarter quarters fifth fifths tenth tenths dozen dozens another"))
_ENGLISH_SHORT = {"trillion", "bn", "mn", "m", "k"}

PRINTED = {
    "fr": PrintedWords(
        values={word: value for value, word in enumerate(_FRENCH)} | {"une": 1, "deuxième": 2},
        factors=_FRENCH_FACTORS,
        # "un" in "trente et un" is not the number.
        unread=frozenset({"cent", "trente", "quarante", "cinquante", "soixante", "vingts"} | set(_FRENCH_FACTORS)),
        figures=((re.compile(r"\d+(,\d+)?"), "", ","),),
        months=_cased(_FRENCH_MONTHS, str.lower, str.capitalize, str.upper),
        joins=("et", "au"),
        ordinal="er",
    ),
    "en": PrintedWords(
        values=_ENGLISH_VALUES,
        factors=_ENGLISH_FACTORS,
        # "one" in "one third" is not the number, nor is 2 in "2 bn".
        unread=frozenset({*_ENGLISH_FACTORS, *(f"{word}s" for word in _ENGLISH_FACTORS), *_ENGLISH_PARTS, *_ENGLISH_SHORT}),
        # The last form is a slip: a comma that no three figures follow parts no thousands, so "20,5 %" can only mean 20.5.
        figures=(
            (re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?"), ",", "."),
            (re.compile(r"\d+(\.\d+)?"), "", "."),
            (re.compile(r"\d+,\d{1,2}"), "", ","),
        ),
        # "may" is no month.
        months=_cased(_ENGLISH_MONTHS, str.capitalize, str.upper) | _cased([month[:3] for month in _ENGLISH_MONTHS], str.capitalize) | {"Sept": 9},
        joins=("and", "to", "until"),
        ordinal="st|nd|rd|th",
        between_day_and_month=" (?:(?:day )?of )?",
        month_first=True,
        article="a",
    ),
}
