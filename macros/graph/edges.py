"""The relations of the graph: what belongs to what, who had what part in it, what points, answers, supports and bears on what."""

from collections.abc import Iterable, Iterator
from typing import Any

from macros.languages import LANGUAGES
from macros.model.kinds import TypedId, id_of, parse_id, typed_id
from macros.model.plan import Plan
from macros.model.records import REPORT, Action, Commitment, Finding, FollowUp, Objective
from macros.model.shape import Record, Text
from macros.model.values import Evidence

# The kinds of records that are nodes, in the order of the graph. Sections and indicators are none.
NODES = ("areas", "objectives", "actions", "findings", "actors", "follow_ups", "commitments")
# source, relation, target, attributes
Edge = tuple[TypedId, str, TypedId, dict[str, Any]]


def edges(plan: Plan) -> Iterator[Edge]:
    """Every relation between two nodes, in the order of the files."""
    for relations in (_belonging, _parts, _mentions, _pointers, _readings, _bearings):
        yield from relations(plan)


def target(plan: Plan, id: str) -> TypedId:
    """The typed identifier of the record that a field `to` or `bears_on` names."""
    kinds = ("areas", "objectives", "findings", "indicators", "sections")
    return next(typed_id(kind, id) for kind in kinds if id in plan.of(kind))


def is_node(id: TypedId) -> bool:
    """Whether the record with a typed identifier stands in the graph."""
    return parse_id(id)[0] in NODES


def locators(evidence: Iterable[Evidence]) -> list[str]:
    """Source and place of each piece of evidence, or the address of its page, each once: `com-2008-657 2.5.4 ¶1`."""
    return list(dict.fromkeys(one.page.at if one.page else f"{one.source} {one.locator}" for one in evidence))


def _said(record: Record, evidence: list[Evidence] | None = None, /, **words: Text | str | None) -> dict[str, Any]:
    """What every edge carries: the record that it comes from, the places of the evidence, the dates of the record; and its own words."""
    proof = getattr(record, "evidence", None) if evidence is None else evidence
    texts = {name: value for name, value in words.items() if value}
    return {
        "records": [id_of(record)],
        # An objective has no evidence but its title, which the report prints.
        "locators": [f"{REPORT} {record.id} title"] if proof is None else locators(proof),
        "dates": [f"{date.of} {date.is_} {date.value}" for date in getattr(record, "dates", [])],
        **{f"{name}_{language}": getattr(text, language) for name, text in texts.items() if isinstance(text, Text) for language in LANGUAGES},
        **{name: text for name, text in texts.items() if isinstance(text, str)},
    }


def _belonging(plan: Plan) -> Iterator[Edge]:
    for objective in plan.objectives.values():
        yield id_of(objective), "part-of", typed_id("areas", objective.area_id), _said(objective)
    for action in plan.actions.values():
        yield id_of(action), "part-of", typed_id("objectives", action.objective_id), _said(action)
    for actor in plan.actors.values():
        if actor.part_of:
            yield id_of(actor), "part-of", typed_id("actors", actor.part_of), _said(actor, **{"as": actor.part_as})


def _parts(plan: Plan) -> Iterator[Edge]:
    for record in plan.naming:
        for part in record.actors:
            yield typed_id("actors", part.actor), part.role, id_of(record), _said(record, **{"as": part.as_})


def _mentions(plan: Plan) -> Iterator[Edge]:
    records: list[Objective | FollowUp | Commitment] = [*plan.objectives.values(), *plan.follow_ups.values(), *plan.commitments.values()]
    for record in records:
        for actor in record.mentions:
            yield typed_id("actors", actor), "mentioned", id_of(record), _said(record)


def _pointers(plan: Plan) -> Iterator[Edge]:
    records: list[Objective | Action | Finding] = [*plan.objectives.values(), *plan.actions.values(), *plan.findings.values()]
    for record in records:
        for pointer in record.see:
            if is_node(there := target(plan, pointer.to)):
                yield id_of(record), "see", there, _said(record, pointer.evidence)


def _readings(plan: Plan) -> Iterator[Edge]:
    for follow_up in plan.follow_ups.values():
        for answer in follow_up.answers:
            yield id_of(follow_up), "answers", target(plan, answer.to), _said(follow_up, reason=answer.reason)
    for commitment in plan.commitments.values():
        for match in commitment.matches:
            yield id_of(commitment), "supports", target(plan, match.to), _said(commitment, reason=match.reason, strength=match.strength)


def _bearings(plan: Plan) -> Iterator[Edge]:
    for finding in plan.findings.values():
        for id in finding.bears_on:
            if is_node(there := target(plan, id)):
                yield id_of(finding), "bears-on", there, _said(finding)
