"""What follows from the answers before a question: whether it is asked, what may be chosen or is proposed, and what is wrong with its answer."""

import re
from collections.abc import Callable
from textwrap import shorten
from typing import Any

from macros.evidence.quotations import pieces
from macros.model.plan import Piece, Plan
from macros.model.records import Action, Assessment, Provision
from macros.model.values import BORNE_ON, DATE
from macros.proposals import written
from macros.proposals.basis import basis, newest, rubric_of
from macros.proposals.blanks import called, held_or_reported
from macros.proposals.evidence import is_outside, publisher_of
from macros.proposals.proposal import Answers, Unplaced
from macros.proposals.questions import Question
from macros.proposals.quoted import quotations
from macros.proposals.where import source
from macros.rules.length import wrong_length
from macros.rules.rubric import conditions
from macros.wording.labels import Labels

# The status that says what is missing.
NEEDS_MISSING = "partly-delivered"
# So much of what a piece says tells it from others.
WIDTH_TOLD = 110


def is_open(question: Question, answers: Answers, plan: Plan) -> bool:
    """Whether the answer to a question does not follow from those before it."""
    if question.subject == "publisher":
        return is_outside(answers, plan) and not publisher_of(source(answers["where"], plan)[0], plan)
    return question.subject != "locator" or question.needed or not is_outside(answers, plan)


def asks_for(status: str, question: Question) -> bool:
    """Whether a status cannot do without the answer to a question that others may leave empty."""
    return question.subject == "missing" and status == NEEDS_MISSING


def offered(question: Question, answers: Answers, labels: Labels) -> dict[str, str]:
    """What an answer may name, besides anything else: in words -> its identifier."""
    objective = labels.plan.objectives.get(written.objective(answers.get("objective", ""), labels.plan))
    if question.subject != "rests_on" or not objective:
        return {}
    return {told(piece, labels): piece.id for piece in held_or_reported(labels.plan, objective)}


def told_by_id(id: str, labels: Labels) -> str:
    """What an identifier stands for that may be named in an answer."""
    plan = labels.plan
    return labels.text(plan.objectives[id].title) if id in plan.objectives else told(plan.pieces.get(id) or plan.actions[id], labels)


def told(piece: Piece | Action, labels: Labels) -> str:
    """What a piece is called, and, of a provision, how it begins."""
    said = f"{called(piece, labels)}: {labels.text(piece.text)}" if isinstance(piece, Provision) else called(piece, labels)
    return shorten(said, WIDTH_TOLD, placeholder="…")


def proposed(question: Question) -> str:
    """The choice of whoever presses Enter; empty where there is none."""
    return "event" if question.subject == "date_of" else question.usual


def wrong(question: Question, answers: Answers, labels: Labels) -> str:
    """What is wrong with an answer, as far as it can be told before the others are there; empty where nothing is."""
    return _WRONG[question.subject](answers[question.name], answers, labels) if question.subject in _WRONG else ""


def _objective(said: str, _: Answers, labels: Labels) -> str:
    known = written.objective(said, labels.plan) in labels.plan.objectives
    return "" if known else labels.wording.say("answer.unknown", label=labels.wording.say("ask.objective"))


def _borne_on(said: str, _: Answers, labels: Labels) -> str:
    known = {id for kind in BORNE_ON for id in labels.plan.of(kind)} & set(written.identifiers(said, labels.plan, BORNE_ON))
    return "" if known else labels.wording.say("answer.unknown", label=labels.wording.say("ask.to"))


def _rests_on(said: str, answers: Answers, labels: Labels) -> str:
    try:
        basis(said, written.objective(answers["objective"], labels.plan), labels.plan)
    except Unplaced as unplaced:
        if unplaced.reason != "which_part":
            return labels.wording.say("ask.none_of_these")
        parts = "".join(f"\n  {id}: {told_by_id(id, labels)}" for id in unplaced.offered)
        return labels.wording.say("answer.which_part", label=labels.wording.say("ask.rests_on")) + parts
    return ""


def _source(said: str, _: Answers, labels: Labels) -> str:
    where = source(said, labels.plan)[0]
    known = "://" in where or where in labels.plan.sources
    return "" if known else labels.wording.say("answer.nowhere", label=labels.wording.say("ask.where"))


def _quotation(said: str, _: Answers, labels: Labels) -> str:
    return next(("; ".join(fault) for one in quotations(said) for fault in wrong_length(pieces(one))), "")


def _date(said: str, _: Answers, labels: Labels) -> str:
    return "" if re.fullmatch(DATE, written.day(said)) else labels.wording.say("ask.no_date")


def _status(said: str, answers: Answers, labels: Labels) -> str:
    """What the rubric asks of a status and what it rests on does not bear; what is missing is asked for later."""
    plan, objective = labels.plan, written.objective(answers["objective"], labels.plan)
    try:
        ids, _ = basis(answers["rests_on"], objective, plan)
    except Unplaced:
        return ""
    fields: dict[str, Any] = {"rubric": rubric_of(newest(ids, plan), ids, plan), "status": said, "rests_on": ids, "missing": said == NEEDS_MISSING}
    made = Assessment.model_construct(id=f"{objective}@{newest(ids, plan)}", **fields)
    return next((f"{one.message}; {one.hint}" for one in conditions(made, plan) if not one.met), "")


# Subject of a question -> what is wrong with an answer to it, of the answers and the plan.
_WRONG: dict[str, Callable[[str, Answers, Labels], str]] = {
    "objective": _objective,
    "to": _borne_on,
    "rests_on": _rests_on,
    "status": _status,
    "where": _source,
    "quotation": _quotation,
    "date": _date,
}
