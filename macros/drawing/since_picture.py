"""What came after the report, in the words of one language: the rows of the timeline."""

from dataclasses import dataclass
from functools import cached_property

from macros.drawing.charts.drawing import MAX_MARKS
from macros.drawing.charts.timeline import DateMark
from macros.drawing.dated_row import Row
from macros.drawing.dates import spans
from macros.lookups.developments import DevelopmentLookups
from macros.model.records import Development
from macros.model.values import PROOFS
from macros.wording.labels import Labels


@dataclass
class SincePicture:
    """The acts and events that the report does not tell, most of them later."""

    labels: Labels
    developments: DevelopmentLookups

    @property
    def too_many(self) -> int:
        """The number of acts and events where a page cannot hold them, else 0."""
        number = len(self.rows)
        return number if number > MAX_MARKS else 0

    @cached_property
    def rows(self) -> list[Row]:
        """A row for each act or event, earliest first."""
        return [self._row(piece) for piece in self.developments.pieces if isinstance(piece, Development)]

    def is_proven(self, one: Development) -> bool:
        """Whether the day is verified or seen: it rests on more than a link."""
        return self.developments.date_proof(one) != PROOFS[-1]

    def areas(self, one: Development) -> tuple[str, ...]:
        """The areas of the objectives on which it or one of its clauses bears, in the order of the plan."""
        objectives = self.labels.plan.objectives
        bearings = [*one.bears_on, *(bearing for provision in one.provisions for bearing in provision.bears_on)]
        borne = {objectives[bearing.to].area_id for bearing in bearings if bearing.to in objectives}
        return tuple(area for area in self.labels.plan.areas if area in borne)

    def _row(self, one: Development) -> Row:
        proven, (first, end) = self.is_proven(one), spans(one.date.value)[0]
        return Row(
            "developments", one.id, self.labels.text(one.title), self.labels.wording.when(one.date.value, one.date.is_),
            "" if proven else self.labels.wording.say("timeline.unproven"), (DateMark(first, end, one.date.is_, hollow=not proven),),
            areas=self.areas(one), group=self.labels.word("development_kinds", one.kind), state="", proof=one.proof,
        )  # fmt: skip
