"""Look-ups of an actor: what it acted in, where it is named, what is part of it."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from macros.lookups.index import index
from macros.model.plan import Plan
from macros.model.records import REPORT, Action, Actor, Commitment, Finding, FollowUp, Objective
from macros.model.values import Part

Mentioning = Objective | FollowUp | Commitment


class ActionPart(NamedTuple):
    """An action, and the part that the actor has in it."""

    action: Action
    part: Part


class FindingPart(NamedTuple):
    """A finding, and the part that the actor has in it."""

    finding: Finding
    part: Part


class CommitmentPart(NamedTuple):
    """A commitment, and the part that the actor has in it."""

    commitment: Commitment
    part: Part


class SharedActions(NamedTuple):
    """Another actor, and the actions in which both have a part."""

    actor: str
    actions: list[Action]


class ActorLookups:
    """Every list keeps the order of the data files, unless its look-up says another."""

    def __init__(self, plan: Plan):
        self.plan = plan

    def actions_of(self, actor: str) -> list[ActionPart]:
        """The actions in which an actor is named, with its part."""
        return self._actions.get(actor, [])

    def actions_as(self, role: str, actor: str) -> list[Action]:
        """The actions in which an actor has a role."""
        return [action for action, part in self.actions_of(actor) if part.role == role]

    def sorted_by_state(self, named: Iterable[ActionPart]) -> list[ActionPart]:
        """The actions in the order of the states in the vocabulary."""
        order = list(self.plan.vocabularies["states"])
        return sorted(named, key=lambda named: order.index(named.action.state))

    def partners_of(self, actor: str) -> list[SharedActions]:
        """The other actors that took part in the actions of an actor, most often together first."""
        found: dict[str, dict[str, Action]] = {}
        for action, _ in self.actions_of(actor):
            for part in action.actors:
                if part.actor != actor and part.role != "mentioned":
                    found.setdefault(part.actor, {})[action.id] = action
        shared = (SharedActions(other, list(actions.values())) for other, actions in found.items())
        return sorted(shared, key=lambda pair: -len(pair.actions))

    def findings_naming(self, actor: str) -> list[FindingPart]:
        """The findings in which an actor is named, with its part."""
        return self._findings.get(actor, [])

    def follow_ups_of(self, actor: str) -> list[FollowUp]:
        """The follow-ups whose parentheses name an actor."""
        return self._follow_ups.get(actor, [])

    def commitments_naming(self, actor: str) -> list[CommitmentPart]:
        """The commitments in which an actor has a part, with that part."""
        return [CommitmentPart(one, part) for one in self.plan.commitments.values() for part in one.actors if part.actor == actor]

    def mentions_of(self, actor: str) -> list[Mentioning]:
        """The objectives, follow-ups and commitments whose text names an actor besides those who act."""
        return self._mentions.get(actor, [])

    def organs_of(self, actor: str) -> list[Actor]:
        """The actors that are part of an actor."""
        return self._organs.get(actor, [])

    def acting_organs_of(self, actor: str) -> list[Actor]:
        """Those of its organs that an action names."""
        return [organ for organ in self.organs_of(actor) if self.actions_of(organ.id)]

    def named_outside_the_report(self, actor: Actor) -> str:
        """The source that names an actor which the report does not name; empty for all others."""
        named_in = [evidence.source for evidence in actor.evidence if evidence.source]
        return "" if REPORT in named_in or not named_in else named_in[0]

    def is_later(self, actor: Actor) -> bool:
        """Whether only what came after the report speaks of an actor: neither the report nor the commitments name it."""
        named = (self.actions_of, self.findings_naming, self.follow_ups_of, self.commitments_naming, self.mentions_of)
        return REPORT not in [one.source for one in actor.evidence] and not any(find(actor.id) for find in named)

    def responsible(self) -> list[Actor]:
        """The actors that answer for an action."""
        return [actor for id, actor in self.plan.actors.items() if self.actions_as("responsible", id)]

    def kinds(self) -> list[str]:
        """The kinds of which there are actors, in the order of the vocabulary."""
        used = {actor.kind for actor in self.plan.actors.values()}
        return [kind for kind in self.plan.vocabularies["actor_kinds"] if kind in used]

    @cached_property
    def _actions(self) -> dict[str, list[ActionPart]]:
        return index((part.actor, ActionPart(action, part)) for action in self.plan.actions.values() for part in action.actors)

    @cached_property
    def _findings(self) -> dict[str, list[FindingPart]]:
        return index((part.actor, FindingPart(finding, part)) for finding in self.plan.findings.values() for part in finding.actors)

    @cached_property
    def _follow_ups(self) -> dict[str, list[FollowUp]]:
        return index((part.actor, follow_up) for follow_up in self.plan.follow_ups.values() for part in follow_up.actors)

    @cached_property
    def _mentions(self) -> dict[str, list[Mentioning]]:
        records: tuple[Mentioning, ...] = (*self.plan.objectives.values(), *self.plan.follow_ups.values(), *self.plan.commitments.values())
        return index((actor, record) for record in records for actor in record.mentions)

    @cached_property
    def _organs(self) -> dict[str, list[Actor]]:
        return index((actor.part_of, actor) for actor in self.plan.actors.values() if actor.part_of)
