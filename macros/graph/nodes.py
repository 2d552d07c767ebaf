"""What a node of the graph says of its record."""

from typing import Any

from macros.graph.edges import is_node, locators, target
from macros.languages import LANGUAGES
from macros.model import addresses as links
from macros.model.kinds import typed_id
from macros.model.plan import Plan
from macros.model.records import Action, Actor, Finding, Objective
from macros.model.shape import Record


def attributes(plan: Plan, kind: str, record: Record) -> dict[str, Any]:
    """Kind, identifier, label, address, and what records of this kind have besides; what this one has not is left out."""
    label = next(text for name in ("title", "name", "text") if (text := getattr(record, name, None)))
    said = {
        "kind": typed_id(kind, record.id).partition(":")[0],
        "record_id": record.id,
        **{f"label_{language}": getattr(label, language) for language in LANGUAGES},
        "address": links.address(plan, kind, record.id),
    }
    own = _own(plan, record) | _sections(plan, record)
    return said | {name: value for name, value in own.items() if value not in (None, [])}


def _own(plan: Plan, record: Record) -> dict[str, Any]:
    match record:
        case Objective():
            return {"status": record.status, "as_of": record.current.as_of if record.current else None, "plan_point": record.plan_point}
        case Action():
            return {"state": record.state, "agent": record.agent}
        case Finding():
            outside = [there for id in record.bears_on if not is_node(there := target(plan, id))]
            return {"weakness": record.weakness, "countries": record.countries, "bears_on_outside": outside}
        case Actor():
            acronym = {f"acronym_{language}": getattr(record.acronym, language, None) for language in LANGUAGES}
            country = plan.countries.get(record.country or "")
            member = {"member_state": country.member_state} if country else {}
            return {"actor_kind": record.kind, "body": _body(plan, record), "country": record.country} | member | acronym
    return {}


def _body(plan: Plan, actor: Actor) -> str:
    """The body with which an actor counts, up the whole way of `part_of`; the actor itself where it is part of nothing."""
    while actor.part_of:
        actor = plan.actors[actor.part_of]
    return typed_id("actors", actor.id)


def _sections(plan: Plan, record: Record) -> dict[str, list[str]]:
    """The sections to which a text points, and beside each the places of its evidence. Sections are no nodes, so no edge says it."""
    pointers = [pointer for pointer in getattr(record, "see", []) if not is_node(target(plan, pointer.to))]
    return {
        "see_sections": [target(plan, pointer.to) for pointer in pointers],
        "see_locators": [", ".join(locators(pointer.evidence)) for pointer in pointers],
    }
