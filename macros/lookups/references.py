"""Look-ups of any record: what refers to it, what answers it, what stands before and after it."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from macros.lookups.index import index
from macros.model.plan import Plan
from macros.model.records import Action, Actor, Commitment, Finding, FollowUp, GlossaryTerm, Indicator, Means, Objective
from macros.model.shape import Record
from macros.model.values import Answer, Match

Pointing = Objective | Action | Finding


class Answered(NamedTuple):
    """A follow-up, and its answer to the record."""

    follow_up: FollowUp
    answer: Answer


class Matched(NamedTuple):
    """A commitment, and how it corresponds to the record."""

    commitment: Commitment
    match: Match


class Neighbours(NamedTuple):
    """The records beside one in the order of the data."""

    before: Record | None
    after: Record | None


class ReferenceLookups:
    """Every list keeps the order of the data files."""

    def __init__(self, plan: Plan):
        self.plan = plan
        self._neighbours: dict[str, dict[str, Neighbours]] = {}

    def answers_to(self, id: str) -> list[Answered]:
        """The follow-ups that answer a finding or an objective."""
        return self._answers.get(id, [])

    def matches_of(self, id: str) -> list[Matched]:
        """The commitments that correspond to a finding or an objective."""
        return self._matches.get(id, [])

    def pointing_to(self, id: str) -> list[Pointing]:
        """The records whose text points to an objective or section."""
        return self._pointing.get(id, [])

    def indicators_in(self, section: str) -> list[Indicator]:
        """The indicators of a section, without those of its parts."""
        return [indicator for indicator in self.plan.indicators.values() if indicator.section == section]

    def users_of(self, kind: str, id: str) -> list[Record]:
        """The records that refer to a record, each once, itself left out."""
        itself = self.plan.of(kind)[id]
        uses = self.plan.references.get((kind, id), [])
        return list({(type(use.record), use.record.id): use.record for use in uses if use.record is not itself}.values())

    def with_acronym(self) -> list[Record]:
        """The actors, means and terms that have an acronym."""
        records: tuple[Actor | Means | GlossaryTerm, ...] = (*self.plan.actors.values(), *self.plan.means.values(), *self.plan.glossary.values())
        return [record for record in records if record.acronym]

    def neighbours(self, kind: str, id: str) -> Neighbours:
        """The record before and the record after one of the same kind."""
        if kind not in self._neighbours:
            records: Mapping[str, Record] = self.plan.of(kind)
            around = zip([None, *records.values()], [*list(records.values())[1:], None], strict=False)
            self._neighbours[kind] = {id: Neighbours(*pair) for id, pair in zip(records, around, strict=True)}
        return self._neighbours[kind][id]

    @cached_property
    def _answers(self) -> dict[str, list[Answered]]:
        return index((answer.to, Answered(f, answer)) for f in self.plan.follow_ups.values() for answer in f.answers)

    @cached_property
    def _matches(self) -> dict[str, list[Matched]]:
        return index((match.to, Matched(c, match)) for c in self.plan.commitments.values() for match in c.matches)

    @cached_property
    def _pointing(self) -> dict[str, list[Pointing]]:
        records: tuple[Pointing, ...] = (*self.plan.objectives.values(), *self.plan.actions.values(), *self.plan.findings.values())
        return index((pointer.to, record) for record in records for pointer in record.see)
