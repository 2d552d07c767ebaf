"""Look-ups of where the objectives stand: each at its own day, all as of the day of the report, and what is known since."""

from functools import cached_property

from macros.lookups.index import index
from macros.model.kinds import JUDGED, kind_of
from macros.model.plan import Plan
from macros.model.records import Assessment, Objective, Outcome
from macros.reading.published import followed


class StandingLookups:
    """Statuses are in the order of the vocabulary, objectives in that of the data; statuses without any are left out."""

    def __init__(self, plan: Plan):
        self.plan = plan

    @cached_property
    def now(self) -> dict[str, list[Objective]]:
        """Newest status -> the objectives that have it."""
        return self._by_status({id: objective.status for id, objective in self.plan.objectives.items()})

    @cached_property
    def reported(self) -> dict[str, list[Objective]]:
        """Status as of the day of the report -> the objectives that had it."""
        return self._by_status({id: self.plan.reported_status(objective) for id, objective in self.plan.objectives.items()})

    @cached_property
    def again(self) -> list[str]:
        """The objectives that were assessed again as of a later day than that of the report."""
        return [one.id for one in self.plan.objectives.values() if one.current and one.current.as_of > self.plan.reported_on]

    @cached_property
    def told(self) -> list[str]:
        """Those that were not, and on which something bears that came after the report."""
        later = (piece for piece in self.plan.pieces.values() if self.plan.moment_of(piece).first > self.plan.reported_on)
        borne = {bearing.to for piece in later for bearing in piece.bears_on}
        return [id for id in self.plan.objectives if id in borne and id not in self.again]

    @cached_property
    def unknown(self) -> list[str]:
        """The others."""
        return [id for id in self.plan.objectives if id not in (*self.again, *self.told)]

    def confirmed(self, judgement: Assessment | Outcome) -> str:
        """The day of which the judgement speaks that one confirms; empty where it confirms none.

        One that was added later, of a day between theirs, is passed over where it gives another word.
        """
        kind = kind_of(judgement)
        series = getattr(self.plan.current_record(JUDGED[kind], judgement.of), kind)
        before = {id for id, *_ in followed([(one.id, one.assessed_on, one.word) for one in series], judgement.id)}
        same = [one.as_of for one in series if one.id in before and one.word == judgement.word]
        return same[-1] if judgement.confirms and same else ""

    def _by_status(self, statuses: dict[str, str]) -> dict[str, list[Objective]]:
        found = index((status, self.plan.objectives[id]) for id, status in statuses.items())
        return {status: found[status] for status in self.plan.vocabularies["statuses"] if status in found}
