"""The actions as a table: a row for each, with the status of its objective."""

from typing import Any

from macros.export.table import Table, both, in_each, proof
from macros.model.plan import Plan
from macros.model.records import Action, Objective

COLUMNS = (
    "id", "area", "objective", "objective_status", "objective_as_of", "state", *in_each("text"),
    "responsible", "agent", "contributors", "other_roles", "dates", *in_each("note"), "sources", "locators", "quotations",
    *in_each("title"),
)  # fmt: skip


def actions_table(plan: Plan) -> Table:
    """Every action."""
    return Table(COLUMNS, [_row(objective, action) for objective in plan.objectives.values() for action in objective.actions])


def _row(objective: Objective, action: Action) -> dict[str, Any]:
    return {
        "id": action.id,
        "area": objective.area_id,
        "objective": objective.id,
        "objective_status": objective.status,
        "objective_as_of": objective.current.as_of if objective.current else None,
        "state": action.state,
        **both("title", action.title),
        **both("text", action.text),
        "responsible": _actors(action, "responsible"),
        "agent": action.agent,
        "contributors": _actors(action, "contributor"),
        "other_roles": [f"{part.role}: {part.actor}" for part in action.actors if part.role not in ("responsible", "contributor")],
        "dates": [f"{date.of} {date.is_} {date.value}" for date in action.dates],
        **both("note", action.note),
        **proof(action.evidence),
    }


def _actors(action: Action, role: str) -> list[str]:
    return [part.actor for part in action.actors if part.role == role]
