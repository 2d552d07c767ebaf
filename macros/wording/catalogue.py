"""The words of one language: texts of pages, numbers, dates, plurals, typography."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date as Day
from datetime import timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from macros.languages import LANGUAGES
from macros.reading.text_file import read_text
from macros.reading.yaml_tree import read_tree
from macros.wording.typography import typeset


@dataclass(frozen=True)
class Wording:
    """The words of pages in one language, and how it writes numbers, dates and lists."""

    language: str
    texts: dict[str, Any]
    _said: dict[str, str] = field(default_factory=dict, compare=False)
    _plural: dict[int | Decimal, bool] = field(default_factory=dict, compare=False)
    _dates: dict[str, str] = field(default_factory=dict, compare=False)
    _numbers: dict[int | Decimal, str] = field(default_factory=dict, compare=False)

    @property
    def locale(self) -> str:
        return LANGUAGES[self.language].locale

    def say(self, key: str, **values: Any) -> str:
        """The text of a key (`page.objectives`), with its {places} filled. Raises KeyError for an unknown key."""
        if key not in self._said:
            found: Any = self.texts
            for part in key.split("."):
                found = found[part]
            self._said[key] = found
        return typeset(self._said[key].format(**values) if values else self._said[key], self.language)

    def count(self, key: str, number: int, **values: Any) -> str:
        """The text of a key in the singular (`one`) or plural (`other`), with {n}. French counts 0 as singular."""
        return self.say(f"count.{key}.{'other' if self.is_plural(number) else 'one'}", n=self.number(number), **values)

    def field(self, shape: str, name: str) -> str:
        """What a field of the data is and what to write in it. The same name means the same everywhere, but a shape may have its own text for it."""
        if name in LANGUAGES:
            return self.say("fields.in_language", language=self.language_name(name))
        return self.say(f"fields.{shape}.{name}" if name in self.texts["fields"].get(shape, {}) else f"fields.{name}")

    def language_name(self, code: str) -> str:
        """What this language calls another one."""
        return _names_of_languages(self.locale)[code]

    def is_plural(self, number: int | Decimal) -> bool:
        """Whether the language puts what it counts in the plural: French from two, English for all but one."""
        # Every form but `one` (French has `many` from a million) has the words of `other`.
        if number not in self._plural:
            self._plural[number] = Locale.parse(self.locale).plural_form(number) != "one"
        return self._plural[number]

    def number(self, value: int | Decimal) -> str:
        """A number as the language writes it: 3102484.78 -> 3,102,484.78 or 3 102 484,78."""
        if value not in self._numbers:
            self._numbers[value] = format_decimal(value, locale=self.locale)
        return self._numbers[value]

    def date(self, value: str) -> str:
        """A date of the data, as precise as it is: 2006, 2006-10, 2006-07-24, 2006/2007, 2007-11-08/2007-11-09, --10-18."""
        if value not in self._dates:
            self._dates[value] = self._date(value)
        return self._dates[value]

    def _date(self, value: str) -> str:
        if value.startswith("--"):
            day = Day(2000, int(value[2:4]), int(value[5:7]))
            return self._first(format_skeleton("MMMMd", day, locale=self.locale))
        first, _, last = value.partition("/")
        if last:
            return self._days(Day.fromisoformat(first), Day.fromisoformat(last)) if "-" in first else f"{first}–{last}"
        parts = value.split("-")
        if len(parts) == 1:
            return value
        if len(parts) == 2:
            return format_skeleton("yMMMM", Day(int(parts[0]), int(parts[1]), 1), locale=self.locale)
        return self._first(format_date(Day(*map(int, parts)), "long", locale=self.locale))

    def _days(self, first: Day, last: Day) -> str:
        """Several days: 8 and 9 November 2007, 8–12 November 2007, 30 November 2007 – 1 December 2007."""
        end = self.date(last.isoformat())
        if (first.year, first.month) != (last.year, last.month):
            return f"{self.date(first.isoformat())} – {end}"
        begin = self._first(f"{first.day} ").strip()
        return format_list([begin, end], locale=self.locale) if last - first == timedelta(days=1) else f"{begin}–{end}"

    def _first(self, date: str) -> str:
        """The date as the language writes it where it begins with the first of a month."""
        return f"{self.say('punctuation.first_of_month')} {date[2:]}" if date.startswith("1 ") else date

    def listed(self, items: Iterable[str]) -> str:
        """Items as the language lists them: A, B and C."""
        return format_list(list(items), locale=self.locale)

    def when(self, value: str, limit: str) -> str:
        """A date with its limit: since 2006, by the end of May 2009, after 16 November 2006, between 2003 and 2006."""
        first, _, last = value.partition("/")
        group = "when_day" if first.count("-") > 1 else "when"
        return self.say(f"{group}.{limit}", date=self.date(value), first=self.date(first), last=self.date(last or first))


def read_wordings(data: Path) -> list[Wording]:
    """The words of every language."""
    return [read_wording(data, language) for language in LANGUAGES]


def read_wording(data: Path, language: str) -> Wording:
    """The words of a language from data/wording/."""
    return Wording(language, read_tree(read_text(data / "wording" / f"{language}.yaml"))[0])


@cache
def _names_of_languages(locale: str) -> Mapping[str, str]:
    return Locale.parse(locale).languages
