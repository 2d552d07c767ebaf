"""What each picture shows: records and the words of one language -> what the charts draw."""

from collections import Counter
from collections.abc import Sequence
from datetime import date as Day
from functools import cached_property

from markupsafe import Markup

from macros.drawing.charts.bar import Share, bar
from macros.drawing.charts.strip import StripMark, strip
from macros.drawing.country_marks import CountryMarks
from macros.drawing.map_picture import MapPicture
from macros.drawing.neighbours_picture import NeighboursPicture
from macros.drawing.network_picture import NetworkPicture
from macros.drawing.since_picture import SincePicture
from macros.drawing.timeline_picture import TimelinePicture
from macros.drawing.years_picture import YearsPicture
from macros.lookups import Lookups
from macros.model.records import Judgement
from macros.wording.labels import Labels


class Pictures:
    """The pictures of a plan in one language."""

    def __init__(self, labels: Labels, lookups: Lookups):
        self.labels, self.lookups = labels, lookups
        self.timeline, self.network, self.marks = TimelinePicture(labels), NetworkPicture(labels), CountryMarks(labels)
        self.map = MapPicture(labels, self.marks)

    @cached_property
    def years(self) -> YearsPicture:
        """What the report dates, and what came after it."""
        return YearsPicture(self.labels, self.timeline, SincePicture(self.labels, self.lookups.developments))

    @cached_property
    def neighbours(self) -> NeighboursPicture:
        """What is one step away."""
        return NeighboursPicture(self.labels, self.lookups, self.network)

    def history(self, judgements: Sequence[Judgement], vocabulary: str, field: str) -> Markup:
        """The dated judgements of a record on a strip of years up to the last look; empty where there is none of them, or nobody looked."""
        words, plan = self.labels.wording, self.labels.plan
        if not judgements or not plan.looked_on:
            return Markup()
        last_of_day = {one.as_of: one for one in judgements}
        marks = [self._mark(one, vocabulary, getattr(one, field)) for one in last_of_day.values()]
        looked = words.say("picture.looked", date=words.date(plan.looked_on))
        said = words.say("punctuation.semicolon").join(mark.says for mark in marks)
        description = words.say("picture.history_says", marks=said, looked=looked)
        last = StripMark(Day.fromisoformat(plan.looked_on), None, "", looked)
        first = int(plan.reported_on[:4] or marks[0].day.year)
        return strip("history", marks, first, last, words.say("picture.history"), description)

    def _mark(self, judgement: Judgement, vocabulary: str, id: str) -> StripMark:
        word, date = self.labels.plan.vocabularies[vocabulary][id], self.labels.wording.date(judgement.as_of)
        says = f"{date}{self.labels.wording.say('punctuation.colon')} {self.labels.word(vocabulary, id)}"
        return StripMark(Day.fromisoformat(judgement.as_of), word.tone, word.sign or "", says)

    def bar(self, key: str, states: Counter, width: int) -> Markup:
        """How many actions are in each state, as a bar; empty where there is none."""
        words = self.labels.wording
        shares = [
            Share(word.tone, word.sign or "", states[id], self.labels.in_state(id, states[id]))
            for id, word in self.labels.plan.vocabularies["states"].items()
        ]
        said = self.labels.states(states)
        return bar(f"bar-{key}", shares, words.say("picture.bar"), said, width) if said else Markup()
