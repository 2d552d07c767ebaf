"""The whole plan as JSON, in both languages."""

import json
from decimal import Decimal
from typing import Any

from macros.model.kinds import INSIDE, KINDS, UNPUBLISHED
from macros.model.plan import Plan
from macros.model.records import REPORT, SCHEMA_VERSION, Action, Area, Assessment, Objective
from macros.model.shape import Record, Shape


def plan_json(plan: Plan) -> str:
    """Everything that data/ says: for each kind a list of records with `id`; what claims something carries `evidence`."""
    every: dict[str, Any] = {"schema_version": SCHEMA_VERSION}
    every |= {kind: [_record(plan, record) for record in plan.of(kind).values()] for kind in KINDS if kind not in UNPUBLISHED}
    every["vocabulary"] = _plain(_written(plan.vocabulary))
    return json.dumps(every, ensure_ascii=False, indent=1) + "\n"


def _written(shape: Shape, *without: str) -> dict:
    return shape.model_dump(by_alias=True, exclude=set(without), exclude_none=True)


def _record(plan: Plan, record: Record) -> dict:
    """A record as written; of records that stand inside it the identifiers; and what is computed of it."""
    inside = {kind: [one.id for one in getattr(record, kind)] for kind in INSIDE if hasattr(record, kind)}
    # What is called by another field shows its name once.
    doubled = ["id"] if record.KEY in type(record).model_fields and record.KEY != "id" else []
    return _plain(_written(record, *inside, *doubled) | inside | _computed(plan, record))


def _computed(plan: Plan, record: Record) -> dict[str, Any]:
    match record:
        case Area():
            return {"evidence": _title_evidence(record)}
        case Objective():
            return {
                "area": record.area_id,
                "status": record.status,
                "plan_point_inferred": True,
                "assessments": [assessment.id for assessment in record.assessments],
                "evidence": _title_evidence(record) + [e.model_dump() for p in record.see for e in p.evidence],
            }
        case Action():
            return {"objective": record.objective_id}
        case Assessment():
            evidence = [e.model_dump() for action in plan.basis(record) for e in action.evidence]
            return {"objective": record.objective_id, "as_of": record.as_of, "evidence": evidence}
    return {}


def _title_evidence(record: Area | Objective) -> list[dict]:
    return [{"source": REPORT, "locator": f"{record.id} title", "quotation": record.title.fr}]


def _plain(value: Any) -> Any:
    """The value with JSON numbers for decimals: whole numbers stay whole."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
