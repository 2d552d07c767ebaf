"""The relations of the graph: what belongs to what, who had what part in it, what points, answers, supports and bears on what."""

from collections.abc import Iterable, Iterator
from typing import Any

from macros.languages import LANGUAGES
from macros.model.kinds import typed, untyped
from macros.model.plan import Plan
from macros.model.records import REPORT, Action, Finding, FollowUp
from macros.model.shape import Record, Text
from macros.model.values import Evidence

# The kinds of records that are nodes, in the order of the graph. Sections and indicators are none.
NODES = ("areas", "objectives", "actions", "findings", "actors", "follow_ups", "commitments")
# source, relation, target, attributes
Edge = tuple[str, str, str, dict[str, Any]]


def edges(plan: Plan) -> Iterator[Edge]:
    """Every relation between two nodes, in the order of the files."""
    for relations in (_belonging, _parts, _mentions, _pointers, _readings, _bearings):
        yield from relations(plan)


def target(plan: Plan, id: str) -> str:
    """The typed identifier of the record that a field `to` or `bears_on` names."""
    kinds = ("areas", "objectives", "findings", "indicators", "sections")
    return next(typed(kind, id) for kind in kinds if id in plan.of(kind))


def is_node(id: str) -> bool:
    """Whether the record with a typed identifier stands in the graph."""
    return untyped(id)[0] in NODES


def locators(evidence: Iterable[Evidence]) -> list[str]:
    """Source and place of each piece of evidence, each once: `com-2008-657 2.5.4 ¶1`."""
    return list(dict.fromkeys(f"{one.source} {one.locator}" for one in evidence))


def _said(kind: str, record: Record, evidence: list[Evidence] | None = None, **words: Text | str | None) -> dict[str, Any]:
    """What every edge carries: the record that it comes from, the places of the evidence, the dates of the record; and its own words."""
    proof = getattr(record, "evidence", None) if evidence is None else evidence
    texts = {name: value for name, value in words.items() if value}
    return {
        "records": [typed(kind, record.id)],
        # An objective has no evidence but its title, which the report prints.
        "locators": [f"{REPORT} {record.id} title"] if proof is None else locators(proof),
        "dates": [f"{date.of} {date.is_} {date.value}" for date in getattr(record, "dates", [])],
        **{f"{name}_{language}": getattr(text, language) for name, text in texts.items() if isinstance(text, Text) for language in LANGUAGES},
        **{name: text for name, text in texts.items() if isinstance(text, str)},
    }


def _belonging(plan: Plan) -> Iterator[Edge]:
    for objective in plan.objectives.values():
        yield typed("objectives", objective.id), "part-of", typed("areas", objective.area_id), _said("objectives", objective)
    for action in plan.actions.values():
        yield typed("actions", action.id), "part-of", typed("objectives", action.objective_id), _said("actions", action)
    for actor in plan.actors.values():
        if actor.part_of:
            yield typed("actors", actor.id), "part-of", typed("actors", actor.part_of), _said("actors", actor)


def _naming(plan: Plan) -> Iterator[tuple[str, Action | Finding | FollowUp]]:
    for kind in ("actions", "findings", "follow_ups"):
        yield from ((kind, record) for record in plan.of(kind).values())


def _parts(plan: Plan) -> Iterator[Edge]:
    for kind, record in _naming(plan):
        for part in record.actors:
            yield typed("actors", part.actor), part.role, typed(kind, record.id), _said(kind, record, **{"as": part.as_})


def _mentions(plan: Plan) -> Iterator[Edge]:
    for kind in ("objectives", "follow_ups", "commitments"):
        for record in plan.of(kind).values():
            for actor in record.mentions:
                yield typed("actors", actor), "mentioned", typed(kind, record.id), _said(kind, record)


def _pointers(plan: Plan) -> Iterator[Edge]:
    for kind in ("objectives", "actions", "findings"):
        for record in plan.of(kind).values():
            for pointer in record.see:
                if is_node(there := target(plan, pointer.to)):
                    yield typed(kind, record.id), "see", there, _said(kind, record, pointer.evidence)


def _readings(plan: Plan) -> Iterator[Edge]:
    for follow_up in plan.follow_ups.values():
        for answer in follow_up.answers:
            yield typed("follow_ups", follow_up.id), "answers", target(plan, answer.to), _said("follow_ups", follow_up, reason=answer.reason)
    for commitment in plan.commitments.values():
        for match in commitment.matches:
            said = _said("commitments", commitment, reason=match.reason, strength=match.strength)
            yield typed("commitments", commitment.id), "supports", target(plan, match.to), said


def _bearings(plan: Plan) -> Iterator[Edge]:
    for finding in plan.findings.values():
        for id in finding.bears_on:
            if is_node(there := target(plan, id)):
                yield typed("findings", finding.id), "bears-on", there, _said("findings", finding)
