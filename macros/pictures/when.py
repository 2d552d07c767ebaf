"""The timeline of a plan, in the words of one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from macros.charts.drawing import WIDE
from macros.charts.timeline import Milestone, Moment, timeline
from macros.phrases import Phrases
from macros.pictures.dates import Dated, dated, printed_on, reported_on, spans, within
from macros.pictures.here import Url
from macros.pictures.who import MOST


@dataclass
class When:
    """What happened when."""

    phrases: Phrases

    @cached_property
    def lanes(self) -> list[tuple[str, list[Dated]]]:
        """Area (or "" for what belongs to none) -> its dates, earliest first; empty lanes left out."""
        plan = self.phrases.plan
        first, report = printed_on(plan), reported_on(plan)
        shown = [one for one in dated(plan) if within(one, first, report)]
        # A day of every year stands where its year could first be.
        order = {id: place for place, id in enumerate([*plan.areas, ""])}
        lanes = {area: [one for one in shown if one.area == area] for area in order}
        return [(area, sorted(own, key=lambda one: one.when.value.strip("-"))) for area, own in lanes.items() if own]

    @property
    def too_many(self) -> int:
        """The number of dates where a page cannot hold them, else 0."""
        number = sum(len(own) for _, own in self.lanes)
        return number if number > MOST else 0

    @cached_property
    def left_out(self) -> list[Dated]:
        """The dates that are over before the plan, or later than the report without having been announced in it."""
        shown = {id(one.when) for _, own in self.lanes for one in own}
        return [one for one in dated(self.phrases.plan) if id(one.when) not in shown]

    def date(self, one: Dated) -> str:
        """A date in words: what happened, and when."""
        say = self.phrases.wording
        said = (
            say.say("picture.every_year", date=say.date(one.when.value))
            if one.when.value.startswith("--")
            else say.when(one.when.value, one.when.is_)
        )
        return f"{self.phrases.word('date_of', one.when.of)}{say.say('punctuation.colon')} {said}"

    def what(self, one: Dated) -> str:
        """What the record says in one sentence, or the title of a source."""
        return self.phrases.text(getattr(one.record, "text", None) or getattr(one.record, "title", None))

    def lane(self, area: str) -> str:
        """The heading of a lane."""
        return self.phrases.label("areas", area) if area else self.phrases.wording.say("picture.no_area")

    def picture(self, url: Url, width: float = WIDE) -> Markup:
        """The timeline."""
        plan, words = self.phrases.plan, self.phrases.wording
        ends = ("plan_printed", printed_on(plan)), ("report", reported_on(plan))
        milestones = [Milestone(words.say(f"picture.{key}", date=words.date(day.isoformat())), day) for key, day in ends if day]
        years = range(milestones[0].day.year + 1, milestones[-1].day.year + 1) if milestones else range(0)
        lanes = [(self.lane(area), [self._moment(one, url, years) for one in own]) for area, own in self.lanes]
        number = sum(len(own) for _, own in lanes)
        return timeline(lanes, milestones, words.say("page.timeline"), words.count("dates_drawn", number), width)

    def _moment(self, one: Dated, url: Url, years: Sequence[int]) -> Moment:
        days = spans(one.when.value, years)
        id = one.record.id if one.kind in ("actions", "findings") else self.phrases.short_source(one.record.id)
        return Moment(f"{id} – {self.date(one)}", url(one.kind, one.record.id), days, one.when.is_, one.is_open, self.what(one))
