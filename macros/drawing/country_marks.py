"""What a list says of a country: in a sign or a figure, in words, with what of it does not fit together. Maps, grids and tables show the same."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, NamedTuple

from macros.model.plan import Plan
from macros.model.records import Contradiction, Country, Indicator
from macros.model.values import Entry
from macros.wording.labels import Labels

# Where each class of figures begins; the last is open. Stated beside each map.
CLASSES = (0, 1, 10, 100, 1000)
SIGNS = {"listed": "✓", "exception": "✕", "contrary": "(✓)", "unbound": "§", "no_case": "/", "unknown": "?", "silent": "–", "outside": ""}
# Of these the wording `absence` says what they mean; of every other absence no more is said than that the list is silent.
SAID = ("contrary", "unbound", "no_case", "unknown")


class CountryMark(NamedTuple):
    """The class (level-0 … level-4, or a key of SIGNS), the figures of the list for the country, short, and what that says.

    `disputed` are the places where what the report says of the country, in this list, does not fit together.
    """

    klass: str
    figures: list[str]
    says: str
    disputed: list[Contradiction]

    @property
    def sign(self) -> str:
        """A sign that stands for the mark; of a figure that the country is listed."""
        return SIGNS["listed" if self.klass.startswith("level") else self.klass]

    @property
    def is_silent(self) -> bool:
        """Whether the list says nothing of the country by itself."""
        return self.klass in ("silent", "outside")


@dataclass
class CountryMarks:
    """What each list says of each country, in the words of one language; each is put together once."""

    labels: Labels
    signs: ClassVar = SIGNS
    said: ClassVar = SAID
    _made: dict[tuple[str, str], CountryMark] = field(default_factory=dict)

    def of(self, indicator: Indicator, country: Country) -> CountryMark:
        """The mark of a country in a list."""
        key = indicator.id, country.id
        if key not in self._made:
            self._made[key] = self._mark(indicator, country)
        return self._made[key]

    def lists(self) -> list[Indicator]:
        """The indicators in which a country can stand."""
        return [one for one in self.labels.plan.indicators.values() if one.entries or one.absence]

    def others(self) -> list[Indicator]:
        """The indicators that only give totals, for no country."""
        return [one for one in self.labels.plan.indicators.values() if not (one.entries or one.absence)]

    def name(self, indicator: Indicator, country: Country) -> str:
        """The whole of a mark in words: figures, country, list, what it says, what does not fit together."""
        mark, say = self.of(indicator, country), self.labels.wording.say
        named = self._comma([*mark.figures, self.labels.text(country.name), self.labels.text(indicator.title)])
        said = [mark.says, *(self.disputed_with(indicator, one) for one in mark.disputed)]
        return f"{named}{say('punctuation.colon')} {say('punctuation.semicolon').join(said)}"

    def disputed_with(self, indicator: Indicator, contradiction: Contradiction) -> str:
        """How something does not fit together, and with which other lists: "Tension (Residence permits for victims)"."""
        others = (self.labels.label("indicators", id) for id in contradiction.indicators if id != indicator.id)
        return f"{self.labels.word('contradiction_classes', contradiction.class_)} ({self._comma(others)})"

    def meaning(self, klass: str, indicator: Indicator) -> str:
        """What a sign says."""
        if klass == "silent":
            return self.labels.absence(indicator)
        if klass in SAID:
            return self.labels.wording.say(f"absence.{klass}")
        if klass == "listed" and any(entry.value is not None for entry in indicator.entries):
            return self.labels.wording.say("picture.not_compared")
        return self.labels.wording.say(f"picture.{klass}")

    def _mark(self, indicator: Indicator, country: Country) -> CountryMark:
        entries = indicator.entries_of(country.id)
        klass = class_of(indicator, entries, self.labels.plan.absence_of(indicator, country))
        figures = [self._short(indicator, entry) for entry in entries if entry.value is not None]
        says = self._comma(self._entry(indicator, entry) for entry in entries) or self.meaning(klass, indicator)
        return CountryMark(klass, figures, says, disputed(self.labels.plan, indicator, country))

    def _entry(self, indicator: Indicator, entry: Entry) -> str:
        said, period = self.labels.entry_value(indicator, entry), entry.period or indicator.period
        return f"{said} ({self.labels.wording.when(period.value, period.is_)})" if period else said

    def _short(self, indicator: Indicator, entry: Entry) -> str:
        """A figure with the short word for its unit, where it has one: lists of durations have several units."""
        number, unit = self.labels.wording.number(entry.value or 0), entry.unit or indicator.unit
        short = self.labels.word("units", unit, "short") if unit else ""
        return f"{number} {short}".strip()

    def _comma(self, parts: Iterable[str]) -> str:
        return self.labels.wording.say("punctuation.comma").join(parts)


def disputed(plan: Plan, indicator: Indicator, country: Country) -> list[Contradiction]:
    """Where what the report says of a country in a list does not fit together with others; what weighs most stands first."""
    weight = list(plan.vocabularies["contradiction_classes"])
    found = [one for one in plan.contradictions.values() if one.country == country.id and indicator.id in one.indicators]
    return sorted(found, key=lambda one: weight.index(one.class_))


def class_of(indicator: Indicator, entries: list[Entry], absence: str) -> str:
    """The class of a country, by its entries or what their absence means: level-0 … level-4 where figures can be compared, else a key of SIGNS."""
    if entries and can_be_compared(indicator):
        return f"level-{level(entries[0].value or Decimal(0))}"
    if entries:
        return "listed" if indicator.listed_means else "exception"
    if not absence:
        return "outside"
    return absence if absence in SAID else "silent"


def has_figures_of_one_unit(indicator: Indicator) -> bool:
    """Whether every country in the list has one figure, all in the same unit."""
    entries = indicator.entries
    once = len({entry.country for entry in entries}) == len(entries)
    return once and len({entry.unit or indicator.unit for entry in entries}) == 1 and all(entry.value is not None for entry in entries)


def can_be_compared(indicator: Indicator) -> bool:
    """Whether these figures also say what they count, and all for the same period."""
    periods = {(p.value, p.is_) if (p := entry.period or indicator.period) else None for entry in indicator.entries}
    counts = all((entry.unit or indicator.unit or "not-stated") != "not-stated" for entry in indicator.entries)
    return has_figures_of_one_unit(indicator) and counts and len(periods) == 1 and None not in periods


def level(value: Decimal) -> int:
    """The class of a figure: 0 for zero, then one for each power of ten."""
    return max(place for place, low in enumerate(CLASSES) if value >= low or place == 0)
