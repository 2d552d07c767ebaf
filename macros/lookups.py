"""What a page shows of the records that refer to its record: look-ups over the whole plan, made once."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import groupby
from typing import Any

from macros.evidence.quotations import read_fingerprints
from macros.model.plan import Plan
from macros.model.records import (
    REPORT,
    Action,
    Actor,
    Answer,
    Area,
    Commitment,
    Contradiction,
    Country,
    Entry,
    Finding,
    FollowUp,
    Indicator,
    Match,
    Objective,
    Part,
    Source,
    Word,
)
from macros.model.shape import Record

Named = Action | Finding | FollowUp


class Views:
    """Look-ups over a plan. Every list keeps the order of the data files."""

    def __init__(self, plan: Plan):
        self.plan = plan
        self._sections = read_fingerprints(plan.root / "data")
        self._around: dict[type[Record], dict[str, tuple[str | None, str | None]]] = {}

    @property
    def words(self) -> dict[str, dict[str, Word]]:
        """Vocabulary -> identifier -> word."""
        return self.plan.vocabularies

    @cached_property
    def _parts(self) -> dict[str, list[tuple[Named, Part]]]:
        kinds = (self.plan.actions, self.plan.findings, self.plan.follow_ups)
        return index((part.actor, (record, part)) for kind in kinds for record in kind.values() for part in record.actors)

    def actions_of(self, actor: str) -> list[tuple[Action, Part]]:
        """The actions in which an actor is named, with its part."""
        return [(record, part) for record, part in self._parts.get(actor, []) if isinstance(record, Action)]

    def findings_naming(self, actor: str) -> list[tuple[Finding, Part]]:
        """The findings in which an actor is named, with its part."""
        return [(record, part) for record, part in self._parts.get(actor, []) if isinstance(record, Finding)]

    def follow_ups_of(self, actor: str) -> list[FollowUp]:
        """The follow-ups whose parentheses name an actor."""
        return [record for record, _ in self._parts.get(actor, []) if isinstance(record, FollowUp)]

    def names_a_country(self, actor: Actor) -> bool:
        """Whether an actor is a state that also has a country's page, so that their titles must differ."""
        return any(country.name.en == actor.name.en for country in self.plan.countries.values())

    @property
    def report_date(self) -> str:
        """The date of the report whose knowledge every baseline rests on."""
        date = self.plan.sources[REPORT].date
        return date.value if date else ""

    def with_whom(self, actor: str) -> dict[str, list[Action]]:
        """The other actors that took part in the actions of an actor, most often together first, with these actions."""
        found: dict[str, dict[str, Action]] = {}
        for action, _ in self.actions_of(actor):
            for part in action.actors:
                if part.actor != actor and part.role != "mentioned":
                    found.setdefault(part.actor, {})[action.id] = action
        shared = {other: list(actions.values()) for other, actions in found.items()}
        return dict(sorted(shared.items(), key=lambda pair: -len(pair[1])))

    def sorted_by_state(self, named: list[tuple[Action, Part]]) -> list[tuple[Action, Part]]:
        """The actions in the order of the states in the vocabulary."""
        order = list(self.words["states"])
        return sorted(named, key=lambda pair: order.index(pair[0].state))

    def in_state(self, state: str) -> list[Action]:
        """The actions in a state."""
        return [action for action in self.plan.actions.values() if action.state == state]

    def without_agent(self) -> list[Action]:
        """The actions of which the source does not say who acted."""
        return [action for action in self.plan.actions.values() if action.agent]

    def weaknesses(self) -> list[Finding]:
        """The findings that name a weakness."""
        return [finding for finding in self.plan.findings.values() if finding.weakness]

    def unanswered(self) -> list[Finding]:
        """The weaknesses that no follow-up answers."""
        return [finding for finding in self.weaknesses() if not self.answering(finding.id)]

    def with_status(self, status: str) -> list[Objective]:
        """The objectives with a status."""
        return [objective for objective in self.plan.objectives.values() if objective.status == status]

    def mentioning(self, actor: str) -> list[Record]:
        """The objectives, follow-ups and commitments whose text names an actor besides those who act."""
        return self._mentions.get(actor, [])

    @cached_property
    def _mentions(self) -> dict[str, list[Record]]:
        kinds = (self.plan.objectives, self.plan.follow_ups, self.plan.commitments)
        return index((actor, record) for kind in kinds for record in kind.values() for actor in record.mentions)

    def organs(self, actor: str) -> list[Actor]:
        """The actors that are part of an actor."""
        return self._organs.get(actor, [])

    def acting_organs(self, actor: str) -> list[Actor]:
        """Those of them that an action names."""
        return [organ for organ in self.organs(actor) if self.actions_of(organ.id)]

    @cached_property
    def _organs(self) -> dict[str, list[Actor]]:
        return index((actor.part_of, actor) for actor in self.plan.actors.values() if actor.part_of)

    def actors_of(self, objective: Objective) -> dict[str, list[str]]:
        """Role -> the actors that have it in the actions of an objective, each once."""
        found: dict[str, list[str]] = {role: [] for role in self.words["roles"]}
        for action in objective.actions:
            for part in action.actors:
                if part.actor not in found[part.role]:
                    found[part.role].append(part.actor)
        return {role: actors for role, actors in found.items() if actors}

    def states(self, objectives: list[Objective]) -> Counter:
        """How many actions of the objectives are in each state."""
        return self.count_states(action for objective in objectives for action in objective.actions)

    def count_states(self, actions: Iterable[Action]) -> Counter:
        """How many of the actions are in each state."""
        return Counter(action.state for action in actions)

    def by_state(self, objective: Objective) -> dict[str, list[Action]]:
        """State -> the actions of an objective, in the order of the vocabulary, empty states left out."""
        found = {state: [a for a in objective.actions if a.state == state] for state in self.words["states"]}
        return {state: actions for state, actions in found.items() if actions}

    @cached_property
    def _bearing(self) -> dict[str, list[Finding]]:
        return index((id, finding) for finding in self.plan.findings.values() for id in finding.bears_on)

    def findings_on(self, id: str) -> list[Finding]:
        """The findings that bear on an area, objective, indicator or section."""
        return self._bearing.get(id, [])

    def section(self, record: Finding | Indicator) -> str:
        """The section, or objective of section 2, in which a record's first quotation stands."""
        first = record.evidence[0]
        return self._sections[first.source].section(first.locator)

    def grouped(self, findings: list[Finding]) -> list[tuple[str, list[Finding]]]:
        """Findings in the order of the report, by section."""
        return [(section, list(own)) for section, own in groupby(findings, key=self.section)]

    @cached_property
    def findings_by_section(self) -> dict[str, list[Finding]]:
        """Section or objective -> its findings, in the order of the report."""
        found: dict[str, list[Finding]] = {}
        for finding in self.plan.findings.values():
            found.setdefault(self.section(finding), []).append(finding)
        # In the order of the report: introduction and section 1, the lead-in of section 2 and its objectives, 2.9, section 3; Caritas last.
        first = [id for id in self.plan.sections if id == "intro" or id[:2] in ("1", "1.", "2")]
        order = [*first, *self.plan.objectives, *self.plan.areas, *self.plan.sections]
        return {id: found.get(id, []) for id in dict.fromkeys(order) if id in found or id in self.plan.sections}

    def answering(self, id: str) -> list[tuple[FollowUp, Answer]]:
        """The follow-ups that answer a finding or an objective."""
        return self._answers.get(id, [])

    @cached_property
    def _answers(self) -> dict[str, list[tuple[FollowUp, Answer]]]:
        return index((answer.to, (f, answer)) for f in self.plan.follow_ups.values() for answer in f.answers)

    def matching(self, id: str) -> list[tuple[Commitment, Match]]:
        """The commitments that correspond to a finding or an objective."""
        return self._matches.get(id, [])

    @cached_property
    def _matches(self) -> dict[str, list[tuple[Commitment, Match]]]:
        return index((match.to, (c, match)) for c in self.plan.commitments.values() for match in c.matches)

    def pointing_to(self, id: str) -> list[Record]:
        """The records whose text points to an objective or section."""
        return self._pointing.get(id, [])

    @cached_property
    def _pointing(self) -> dict[str, list[Record]]:
        records = (*self.plan.objectives.values(), *self.plan.actions.values(), *self.plan.findings.values())
        return index((pointer.to, record) for record in records for pointer in record.see)

    def inherited(self, id: str) -> tuple[list[Action], list[Finding], list[Indicator]]:
        """What stands where a pointer leads: an objective's actions, or the findings and indicators of a section and its parts."""
        if id in self.plan.objectives:
            return self.plan.objectives[id].actions, [], []
        inside = [s for s in self.plan.sections if s == id or s.startswith(f"{id}.")]
        findings = [f for s in inside for f in self.findings_by_section.get(s, [])]
        return [], findings, [i for i in self.plan.indicators.values() if i.section in inside]

    def entries(self, country: str) -> list[tuple[Indicator, list[Entry]]]:
        """The indicators that list a country, with its entries."""
        pairs = ((i, [e for e in i.entries if e.country == country]) for i in self.plan.indicators.values())
        return [(indicator, entries) for indicator, entries in pairs if entries]

    def not_listed(self, country: Country) -> list[Indicator]:
        """The indicators by country that do not list a country within their scope."""
        return [
            i for i in self.plan.indicators.values()
            if i.scope != "one-country" and (i.entries or not i.listed_means) and all(e.country != country.id for e in i.entries)
            and (country.member_state or i.scope not in ("eu", "member-states"))
        ]  # fmt: skip

    def absences(self, country: Country) -> dict[str, list[Indicator]]:
        """What absence means -> the indicators within whose scope a country is not listed; what says most stands first."""
        found = {meaning: [] for meaning in ("exceptions_complete", "listed_complete", "exceptions_open", "listed_open")}
        for indicator in self.not_listed(country):
            found[indicator.absence].append(indicator)
        return {meaning: indicators for meaning, indicators in found.items() if indicators}

    def figures_of(self, country: str) -> list[tuple[Indicator, Entry]]:
        """The figures that the report gives for a country."""
        return [(i, entry) for i, entries in self.entries(country) for entry in entries if entry.value is not None]

    def contradictions(self, country: str) -> list[Contradiction]:
        """Where the lists of the report do not agree about a country."""
        return [c for c in self.plan.contradictions if c.country == country]

    def naming_country(self, country: str) -> list[Finding]:
        """The findings that single out a country."""
        return [finding for finding in self.plan.findings.values() if country in finding.countries]

    def actors_from(self, country: str) -> list[Actor]:
        """The actors that belong to a country."""
        return [actor for actor in self.plan.actors.values() if actor.country == country]

    def users(self, kind: str, id: str) -> list[Record]:
        """The records that refer to a record, each once, itself left out."""
        itself = getattr(self.plan, kind)[id]
        uses = self.plan.references.get((kind, id), [])
        return list({type(u.record).__name__ + u.record.id: u.record for u in uses if u.record is not itself}.values())

    def citing(self, source: Source) -> dict[str, list[Record]]:
        """Name of a shape -> the records that quote or cite a source."""
        found: dict[str, list[Record]] = {}
        for record in self.users("sources", source.id):
            found.setdefault(type(record).__name__, []).append(record)
        return found

    def area_of(self, objective: Objective) -> Area:
        """The area of an objective."""
        return self.plan.areas[objective.area_id]

    def neighbours(self, records: dict[str, Record], id: str) -> tuple[Record | None, Record | None]:
        """The record before and the record after, in the order of the data."""
        if id not in self._around.setdefault(type(records[id]), {}):
            ids = list(records)
            self._around[type(records[id])] = dict(zip(ids, zip([None, *ids], [*ids[1:], None], strict=False), strict=True))
        before, after = self._around[type(records[id])][id]
        return records.get(before), records.get(after)

    def sources_of(self, objective: Objective) -> list[str]:
        """The sources that an objective's actions quote or cite, each once."""
        found = [e.source for a in objective.actions for e in a.evidence] + [s for a in objective.actions for s in a.cites]
        return list(dict.fromkeys(found + [e.source for p in objective.see for e in p.evidence]))


def index(pairs: Iterable[tuple[str, Any]]) -> dict[str, list]:
    """Key -> everything that comes with it, in order."""
    found: dict[str, list] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
