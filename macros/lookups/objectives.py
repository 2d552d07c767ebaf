"""Look-ups of an objective: who acted, in which states its actions are, what its pointers lead to."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from macros.lookups.actions import count_states
from macros.lookups.findings import FindingLookups
from macros.model.plan import Plan
from macros.model.records import Action, Area, Finding, Indicator, Objective

# States of an act of which something took place.
GONE_THROUGH = ("done", "continuing")


class Inherited(NamedTuple):
    """What stands where a pointer leads."""

    actions: list[Action]
    findings: list[Finding]
    indicators: list[Indicator]


class ObjectiveLookups:
    """Every list keeps the order of the data files, unless its look-up says another."""

    def __init__(self, plan: Plan, findings: FindingLookups):
        self.plan = plan
        self._findings = findings

    def area_of(self, objective: Objective) -> Area:
        """The area of an objective."""
        return self.plan.areas[objective.area_id]

    def with_status(self, status: str) -> list[Objective]:
        """The objectives with a status."""
        return [objective for objective in self.plan.objectives.values() if objective.status == status]

    def statuses(self) -> list[str]:
        """The statuses that objectives have, in the order of the vocabulary."""
        return [status for status in self.plan.vocabularies["statuses"] if self.with_status(status)]

    def assessed_days(self) -> list[str]:
        """Every day of which an assessment speaks, the earliest first."""
        return sorted({one.as_of for objective in self.plan.objectives.values() for one in objective.assessments})

    def dated_statuses(self) -> list[str]:
        """The statuses that stand for a day, each time the last given for it, in the order of the vocabulary."""
        last = {(objective.id, one.as_of): one.status for objective in self.plan.objectives.values() for one in objective.assessments}
        given = set(last.values())
        return [status for status in self.plan.vocabularies["statuses"] if status in given]

    def actors_by_role(self, objective: Objective) -> dict[str, list[str]]:
        """Role -> the actors that have it in the actions of an objective, each once; in the order of the vocabulary, empty roles left out."""
        found: dict[str, list[str]] = {role: [] for role in self.plan.vocabularies["roles"]}
        for action in objective.actions:
            for part in action.actors:
                if part.actor not in found[part.role]:
                    found[part.role].append(part.actor)
        return {role: actors for role, actors in found.items() if actors}

    def responsible_for(self, objective: Objective) -> list[str]:
        """The actors that answer for an action of an objective, each once."""
        return self.actors_by_role(objective).get("responsible", [])

    def actions_by_state(self, objective: Objective) -> dict[str, list[Action]]:
        """State -> the acts of an objective, in the order of the vocabulary, empty states left out."""
        found = {state: [a for a in objective.acts if a.state == state] for state in self.plan.vocabularies["states"]}
        return {state: actions for state, actions in found.items() if actions}

    def without_act(self, objective: Objective) -> list[Action]:
        """Its records of what a text contains or a system will be: no act is told."""
        return [action for action in objective.actions if not action.is_act]

    def is_without_done(self, objective: Objective) -> bool:
        """Whether none of its acts is done or continuing: what is reported, not what was done in the world."""
        return not any(action.state in GONE_THROUGH for action in objective.acts)

    def without_done(self) -> list[Objective]:
        """The objectives without an act that is done or continuing."""
        return [objective for objective in self.plan.objectives.values() if self.is_without_done(objective)]

    def with_announced(self) -> list[Objective]:
        """The objectives with an act that is only announced."""
        return [objective for objective in self.plan.objectives.values() if "announced" in self.actions_by_state(objective)]

    def with_missing(self) -> list[Objective]:
        """The objectives whose current assessment says what is missing."""
        return [objective for objective in self.plan.objectives.values() if objective.current and objective.current.missing]

    def count_states(self, objectives: Iterable[Objective]) -> Counter[str]:
        """How many actions of the objectives are in each state."""
        return count_states(action for objective in objectives for action in objective.actions)

    def inherited(self, id: str) -> Inherited:
        """What stands where a pointer leads: an objective's actions, or the findings and indicators of a section and its parts."""
        if id in self.plan.objectives:
            return Inherited(self.plan.objectives[id].actions, [], [])
        inside = [section for section in self.plan.sections if section == id or section.startswith(f"{id}.")]
        findings = [finding for section in inside for finding in self._findings.in_section(section)]
        return Inherited([], findings, [indicator for indicator in self.plan.indicators.values() if indicator.section in inside])

    def sources_of(self, objective: Objective) -> list[str]:
        """The sources that an objective's actions quote or cite, each once."""
        quoted = [e for a in objective.actions for e in a.evidence] + [e for p in objective.see for e in p.evidence]
        cited = [source for action in objective.actions for source in action.cites]
        return list(dict.fromkeys([*filter(None, (e.source for e in quoted)), *cited]))
