"""The whole plan as JSON, in both languages."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from macros.evidence.moments import proof_of_moment
from macros.export.records import json_text
from macros.model.kinds import INSIDE, KINDS, UNPUBLISHED
from macros.model.plan import Plan
from macros.model.records import REPORT, SCHEMA_VERSION, Action, Area, Assessment, Development, FollowUp, Objective, Outcome, Piece, Provision
from macros.model.shape import Record, Shape


def plan_json(plan: Plan) -> str:
    """Everything that data/ says: for each kind a list of records with `id`; what claims something carries `evidence`."""
    every: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "looked_on": plan.looked_on}
    every |= {kind: [_record(plan, record) for record in plan.of(kind).values()] for kind in KINDS if kind not in UNPUBLISHED}
    every["vocabulary"] = _plain(_written(plan.vocabulary))
    return json_text(every)


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
            return {"evidence": _title_evidence(record, plan.report_language)}
        case Objective():
            return _of_objective(plan, record)
        case Action():
            return {"objective": record.objective_id}
        case FollowUp():
            last = {"outcome": record.outcome.outcome, "outcome_as_of": record.outcome.as_of} if record.outcome else {}
            return last | {"outcomes": [outcome.id for outcome in record.outcomes]}
        case Assessment():
            return {"objective": record.of, **_of_judgement(plan, record, plan.basis(record))}
        case Outcome():
            return {"follow_up": record.of, **_of_judgement(plan, record)}
        case Development():
            return _of_piece(plan, record)
        case Provision():
            return {"development": plan.development_of(record).id, **_of_piece(plan, record)}
    return {}


def _of_objective(plan: Plan, objective: Objective) -> dict[str, Any]:
    return {
        "area": objective.area_id,
        "status": objective.status,
        "status_as_of": plan.status_as_of(objective),
        "status_2008": plan.reported_status(objective),
        "plan_point_inferred": True,
        "assessments": [assessment.id for assessment in objective.assessments],
        "evidence": _title_evidence(objective, plan.report_language) + [_written(e) for p in objective.see for e in p.evidence],
    }


def _of_judgement(plan: Plan, judgement: Assessment | Outcome, actions: Iterable[Action] = ()) -> dict[str, Any]:
    """The day that a judgement speaks of, and the evidence of everything that it rests on."""
    return {"as_of": judgement.as_of, "evidence": [_written(e) for one in (*actions, *plan.later_basis(judgement)) for e in one.evidence]}


def _of_piece(plan: Plan, piece: Piece) -> dict[str, Any]:
    """When a piece happened, also where its act says it, and the levels of proof."""
    return {"date": _written(plan.moment_of(piece)), "proof": piece.proof, "date_proof": proof_of_moment(piece, plan)}


def _title_evidence(record: Area | Objective, language: str) -> list[dict]:
    return [{"source": REPORT, "locator": f"{record.id} title", "quotation": getattr(record.title, language)}]


def _plain(value: Any) -> Any:
    """The value with JSON numbers for decimals: whole numbers stay whole."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
