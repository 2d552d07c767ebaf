"""The tile map of an indicator, in the words of one language."""

from dataclasses import dataclass

from markupsafe import Markup

from macros.drawing.address import UrlOf
from macros.drawing.charts.tiles import PLACES, Tile, sample, tiles
from macros.drawing.country_marks import CLASSES, SIGNS, CountryMarks
from macros.model.records import Contradiction, Country, Indicator
from macros.wording.labels import Labels

# What fits below the code of a country.
MOST_SIGNS = 6


@dataclass
class MapPicture:
    """What an indicator says of each country."""

    labels: Labels
    marks: CountryMarks

    def has_map(self, indicator: Indicator) -> bool:
        """Whether a map says something: the list says something of several countries, so that it matters where they lie."""
        return sum(not self.marks.of(indicator, country).is_silent for country in self._countries) > 1

    def picture(self, indicator: Indicator, url: UrlOf) -> Markup:
        """The map of an indicator; empty where it says nothing."""
        if not self.has_map(indicator):
            return Markup()
        made = {country.id: self._tile(indicator, country, url) for country in self._countries}
        title = self.labels.wording.say("picture.map", title=self.labels.text(indicator.title))
        return tiles(f"map-{indicator.id}", made, title, self.labels.text(indicator.listed))

    def key(self, indicator: Indicator) -> list[tuple[Markup, str]]:
        """A sample of each class, and of each sign of what is disputed, that stands on the map, and what it means."""
        marks = [self.marks.of(indicator, country) for country in self._countries]
        used = {mark.klass for mark in marks}
        classes = [(sample(klass), meaning) for klass, meaning in self._classes(indicator) if klass in used]
        disputed = dict(self._disputed(one) for mark in marks for one in mark.disputed[:1])
        return [*classes, *((sample(sign=sign), meaning) for sign, meaning in disputed.items())]

    @property
    def _countries(self) -> list[Country]:
        return [country for id, country in self.labels.plan.countries.items() if id in PLACES]

    def _tile(self, indicator: Indicator, country: Country, url: UrlOf) -> Tile:
        mark = self.marks.of(indicator, country)
        figures = " ".join(mark.figures)
        says = f"{self.labels.text(country.name)}{self.labels.wording.say('punctuation.colon')} {mark.says}"
        for one in mark.disputed:
            says += self.labels.wording.say("punctuation.semicolon") + self.marks.disputed_with(indicator, one)
        value = figures if 0 < len(figures) <= MOST_SIGNS else mark.sign
        sign = self._disputed(mark.disputed[0])[0] if mark.disputed else ""
        return Tile(country.code, value, mark.klass, url("countries", country.id), says, sign)

    def _disputed(self, contradiction: Contradiction) -> tuple[str, str]:
        """The sign of a class of contradictions, and what it means."""
        word = self.labels.plan.vocabularies["contradiction_classes"][contradiction.class_]
        return word.sign or "!", f"{self.labels.text(word.label)}{self.labels.wording.say('punctuation.colon')} {self.labels.text(word.meaning)}"

    def _classes(self, indicator: Indicator) -> list[tuple[str, str]]:
        """Each class of a country with its words in the key."""
        ends = zip(CLASSES, [*CLASSES[1:], None], strict=True)
        levels = ((f"level-{place}", self._level(indicator, low, above)) for place, (low, above) in enumerate(ends))
        return [*levels, *((klass, self.marks.meaning(klass, indicator)) for klass in SIGNS)]

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
