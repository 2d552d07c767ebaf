"""The timeline of what came after the report, in the words of one language."""

from dataclasses import dataclass
from datetime import date as Day
from functools import cached_property

from markupsafe import Markup

from macros.drawing.address import UrlOf
from macros.drawing.charts.drawing import DESK_PX, MAX_MARKS, PHONE_PX
from macros.drawing.charts.timeline import DateMark, Milestone, Moment, timeline, years_of
from macros.drawing.dates import reported_on, spans
from macros.lookups.developments import DevelopmentLookups
from macros.lookups.index import index
from macros.model.records import Development
from macros.model.values import PROOFS
from macros.wording.labels import Labels
from macros.wording.typography import NBSP


@dataclass
class SincePicture:
    """What happened when, from the report to the last look."""

    labels: Labels
    developments: DevelopmentLookups

    @cached_property
    def lanes(self) -> dict[str, list[Development]]:
        """Kind of development -> its acts and events, earliest first, in the order of the vocabulary; empty lanes left out."""
        lanes = index((piece.kind, piece) for piece in self.developments.pieces if isinstance(piece, Development))
        return {kind: lanes[kind] for kind in self.labels.plan.vocabularies["development_kinds"] if kind in lanes}

    @property
    def too_many(self) -> int:
        """The number of acts and events where a page cannot hold them, else 0."""
        number = sum(map(len, self.lanes.values()))
        return number if number > MAX_MARKS else 0

    def lane(self, kind: str) -> str:
        """The heading of a lane."""
        return self.labels.word("development_kinds", kind, number=len(self.lanes[kind]))

    def date(self, one: Development) -> str:
        """When it happened, in words."""
        return self.labels.wording.when(one.date.value, one.date.is_)

    def is_proven(self, one: Development) -> bool:
        """Whether the day is verified or seen: it rests on more than a link."""
        return self.developments.date_proof(one) != PROOFS[-1]

    def pictures(self, kind: str, url: UrlOf) -> Markup:
        """The picture of a lane for a desk and for a phone; the style sheet shows the one that fits."""
        return Markup("\n").join(self.picture(kind, url, width) for width in (DESK_PX, PHONE_PX))

    def picture(self, kind: str, url: UrlOf, width: float = DESK_PX) -> Markup:
        """The picture of a lane; all cover the same years, and the first names the milestones."""
        first = kind == next(iter(self.lanes))
        milestones = self._milestones if first else [Milestone("", one.day) for one in self._milestones]
        said = self.labels.wording.count("dates_drawn", len(self.lanes[kind]))
        moments = [self._moment(one, url) for one in self.lanes[kind]]
        return timeline(f"since-{kind}", self.lane(kind), moments, milestones, self._years, said, width)

    @cached_property
    def _years(self) -> range:
        marks = (self._mark(one) for developments in self.lanes.values() for one in developments)
        return years_of(marks, self._milestones)

    @cached_property
    def _milestones(self) -> list[Milestone]:
        plan, words = self.labels.plan, self.labels.wording
        ends = {"report": reported_on(plan), "last_look": Day.fromisoformat(plan.looked_on) if plan.looked_on else None}
        return [Milestone(words.say(f"picture.{key}", date=words.date(day.isoformat())), day) for key, day in ends.items() if day]

    def _moment(self, one: Development, url: UrlOf) -> Moment:
        # A date stays whole in a label.
        day, word = self.date(one).replace(" ", NBSP), self.labels.plan.vocabularies["proofs"][one.proof]
        proof = f"{word.sign or ''}{NBSP}{self.labels.small_word('proofs', one.proof)}".strip()
        label = self.labels.wording.say("picture.proven", title=self.labels.text(one.title), date=day, proof=proof)
        return Moment(label, url("developments", one.id), [self._mark(one)], self.labels.text(one.text))

    def _mark(self, one: Development) -> DateMark:
        """Its mark, hollow where the day is not proven."""
        (first, end) = spans(one.date.value)[0]
        return DateMark(first, end, one.date.is_, hollow=not self.is_proven(one))
