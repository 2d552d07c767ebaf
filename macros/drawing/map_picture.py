"""The tile map of an indicator, in the words of one language."""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from macros.drawing.address import UrlOf
from macros.drawing.charts.tiles import PLACES, Tile, tiles
from macros.model.records import Country, Indicator
from macros.model.values import Entry
from macros.wording.labels import Labels

# Where each class of figures begins; the last is open. Stated beside each map.
CLASSES = (0, 1, 10, 100, 1000)
SIGNS = {"listed": "✓", "exception": "✕", "contrary": "✓", "unbound": "§", "no_case": "/", "unknown": "?", "silent": "–", "outside": ""}
# Of these a map says what the wording `absence` says; of every other absence it says that the list is silent.
SAID = ("contrary", "unbound", "no_case", "unknown")


@dataclass
class MapPicture:
    """What an indicator says of each country."""

    labels: Labels

    def has_map(self, indicator: Indicator) -> bool:
        """Whether an indicator says something of a country: it lists one, or the contrary is said of all that it does not list."""
        return bool(indicator.entries) or indicator.absence == "exceptions_complete"

    def picture(self, indicator: Indicator, url: UrlOf) -> Markup:
        """The map of an indicator with its key; empty where it has none."""
        countries = {id: c for id, c in self.labels.plan.countries.items() if id in PLACES}
        if not self.has_map(indicator) or not countries:
            return Markup()
        made = {id: self._tile(indicator, country, url) for id, country in countries.items()}
        used = {tile.klass for tile in made.values()}
        key = [(klass, meaning) for klass, meaning in self._classes(indicator) if klass in used]
        title = self.labels.wording.say("picture.map", title=self.labels.text(indicator.title))
        return tiles(f"map-{indicator.id}", made, key, title, self.labels.text(indicator.listed))

    def _tile(self, indicator: Indicator, country: Country, url: UrlOf) -> Tile:
        entries = indicator.entries_of(country.id)
        klass = class_of(indicator, entries, self.labels.plan.absence_of(indicator, country))
        value = self.labels.wording.number(entries[0].value or 0) if entries and has_figures_of_one_unit(indicator) else SIGNS[klass]
        if entries:
            said = self.labels.wording.say("punctuation.comma").join(self._entry(indicator, entry) for entry in entries)
        else:
            said = self._meaning(klass, indicator)
        name = self.labels.text(country.name)
        says = f"{name}{self.labels.wording.say('punctuation.colon')} {said}"
        return Tile(country.printed or country.iso, value, klass, url("countries", country.id), says)

    def _entry(self, indicator: Indicator, entry: Entry) -> str:
        said = self.labels.entry_value(indicator, entry)
        return f"{said} ({self.labels.wording.when(entry.period.value, entry.period.is_)})" if entry.period else said

    def _classes(self, indicator: Indicator) -> list[tuple[str, str]]:
        """Each class of a country with its words in the key."""
        ends = zip(CLASSES, [*CLASSES[1:], None], strict=True)
        levels = ((f"level-{place}", self._level(indicator, low, above)) for place, (low, above) in enumerate(ends))
        return [*levels, *((klass, self._meaning(klass, indicator)) for klass in SIGNS)]

    def _level(self, indicator: Indicator, low: int, above: int | None) -> str:
        """A class of figures: from a number to below another, in the unit and at the time of the list."""
        wording = self.labels.wording
        unit = indicator.unit or next((entry.unit for entry in indicator.entries if entry.unit), None)
        period = indicator.period or next((entry.period for entry in indicator.entries if entry.period), None)
        counted = self.labels.word("units", unit, number=2) if unit else ""
        if above is None:
            said = wording.say("picture.level_open", low=wording.number(low), unit=counted)
        elif low < above - 1:
            said = wording.say("picture.level", low=wording.number(low), high=wording.number(above - 1), unit=counted)
        else:
            said = f"{wording.number(low)} {counted}"
        return said.strip() + (f"{wording.say('punctuation.comma')}{wording.when(period.value, period.is_)}" if period else "")

    def _meaning(self, klass: str, indicator: Indicator) -> str:
        if klass == "silent":
            return self.labels.absence(indicator)
        if klass in SAID:
            return self.labels.wording.say(f"absence.{klass}")
        if klass == "listed" and any(entry.value is not None for entry in indicator.entries):
            return self.labels.wording.say("picture.not_compared")
        return self.labels.wording.say(f"picture.{klass}")


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
