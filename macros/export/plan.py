"""The whole plan as JSON, in both languages."""

import json
from decimal import Decimal
from typing import Any

from macros.model.plan import Plan
from macros.model.records import REPORT, SCHEMA_VERSION, Assessment, Objective
from macros.model.shape import Record


def plan_json(plan: Plan) -> str:
    """Everything that data/ says: for each kind a list of records with `id`; what claims something carries `evidence`."""
    every = {
        "schema_version": SCHEMA_VERSION,
        "areas": [_area(area) for area in plan.areas.values()],
        "objectives": [_objective(objective) for objective in plan.objectives.values()],
        "actions": [_record(a) | {"objective": a.objective_id} for a in plan.actions.values()],
        "findings": _records(plan.findings),
        "actors": _records(plan.actors),
        "means": _records(plan.means),
        "follow_ups": _records(plan.follow_ups),
        "commitments": _records(plan.commitments),
        "indicators": _records(plan.indicators),
        "countries": _records(plan.countries),
        "sources": _records(plan.sources),
        "assessments": [_assessment(plan, o, a) for o in plan.objectives.values() for a in o.assessments],
        "contradictions": [_plain(c.model_dump(by_alias=True, exclude={"id"}, exclude_none=True)) for c in plan.contradictions],
        "sections": _records(plan.sections),
        "glossary": _records(plan.glossary),
        "moved": _records(plan.moved),
        "vocabulary": _plain(plan.vocabulary.model_dump(by_alias=True, exclude_none=True)),
    }
    return json.dumps(every, ensure_ascii=False, indent=1) + "\n"


def _records(records: dict[str, Record]) -> list[dict]:
    return [_record(record) for record in records.values()]


def _record(record: Record, *without: str) -> dict:
    return _plain(record.model_dump(by_alias=True, exclude=set(without), exclude_none=True))


def _title_evidence(record: Any) -> list[dict]:
    return [{"source": REPORT, "locator": f"{record.id} title", "quotation": record.title.fr}]


def _area(area: Any) -> dict:
    return _record(area, "objectives") | {"objectives": [o.id for o in area.objectives], "evidence": _title_evidence(area)}


def _objective(objective: Objective) -> dict:
    return _record(objective, "actions", "assessments") | {
        "area": objective.area_id,
        "status": objective.status,
        "plan_point_inferred": True,
        "actions": [action.id for action in objective.actions],
        "assessments": [f"{objective.id}@{a.as_of}" for a in objective.assessments],
        "evidence": _title_evidence(objective) + [_plain(e.model_dump()) for p in objective.see for e in p.evidence],
    }


def _assessment(plan: Plan, objective: Objective, assessment: Assessment) -> dict:
    return (
        {"id": f"{objective.id}@{assessment.as_of}", "objective": objective.id}
        | _plain(assessment.model_dump(by_alias=True, exclude_none=True))
        | {"evidence": [_plain(e.model_dump()) for action in plan.basis(assessment) for e in action.evidence]}
    )


def _plain(value: Any) -> Any:
    """The value with JSON numbers for decimals: whole numbers stay whole."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
