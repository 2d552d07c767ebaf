"""Look-ups of a country: the indicators that list it, those that do not, what disagrees about it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from macros.lookups.index import Value, index
from macros.model.plan import Plan
from macros.model.records import ABSENCES, Actor, Contradiction, Country, Indicator
from macros.model.values import Entry

DAYS = {"month": 30, "year": 365}


class Listed(NamedTuple):
    """An indicator that lists the country, and its entries for it."""

    indicator: Indicator
    entries: list[Entry]


class CountryLookups:
    """Every list keeps the order of the data files."""

    def __init__(self, plan: Plan):
        self.plan = plan

    def indicators_of(self, country: str) -> list[Listed]:
        """The indicators that list a country, with its entries."""
        return [Listed(i, entries) for i in self.plan.indicators.values() if (entries := i.entries_of(country))]

    def exceptions_of(self, country: str) -> list[Indicator]:
        """The indicators that list a country as an exception."""
        return [indicator for indicator, _ in self.indicators_of(country) if not indicator.listed_means]

    def named_in(self, country: str) -> list[Indicator]:
        """The indicators that list a country, and not as an exception."""
        return [indicator for indicator, _ in self.indicators_of(country) if indicator.listed_means]

    def absences_of(self, country: Country) -> dict[str, list[Indicator]]:
        """What absence means -> the indicators within whose scope a country is not listed; what says most stands first."""
        return _by_meaning((self.plan.absence_of(indicator, country), indicator) for indicator in self.plan.indicators.values())

    def absent_from(self, indicator: Indicator) -> dict[str, list[Country]]:
        """What absence means -> the countries within the scope of a list that it does not name; what says most stands first."""
        return _by_meaning((self.plan.absence_of(indicator, country), country) for country in self.plan.countries.values())

    def by_section(self, indicators: Iterable[Indicator]) -> dict[str, list[Indicator]]:
        """The section in which indicators stand -> those among these."""
        return index((indicator.section, indicator) for indicator in indicators)

    def within(self) -> list[Country]:
        """The countries of which the report speaks, or could speak."""
        return [country for country in self.plan.countries.values() if not country.later]

    def contradictions_in(self, indicator: str) -> list[Contradiction]:
        """Where what a list of the report says of a country does not agree with others."""
        return [c for c in self.plan.contradictions.values() if indicator in c.indicators]

    def contradictions_of(self, country: str) -> list[Contradiction]:
        """Where the lists of the report do not agree about a country."""
        return [c for c in self.plan.contradictions.values() if c.country == country]

    def actors_of(self, country: str) -> list[Actor]:
        """The actors that belong to a country."""
        return [actor for actor in self.plan.actors.values() if actor.country == country]

    def sort_value(self, entry: Entry) -> Decimal | None:
        """The value of an entry in days where it is a time, so that entries of different units of time sort; other units as they are."""
        return entry.value and entry.value * DAYS.get(entry.unit or "", 1)


def _by_meaning(absent: Iterable[tuple[str, Value]]) -> dict[str, list[Value]]:
    """What absence means -> what is absent so, in the order of ABSENCES; absence that means nothing is left out."""
    found = index(absent)
    return {meaning: found[meaning] for meaning in ABSENCES if meaning in found}
