"""What follows from the answers before a question: whether it is asked, what may be chosen or is proposed, and what is wrong with its answer."""

import re
from collections.abc import Callable
from textwrap import shorten

from macros.evidence.quotations import pieces
from macros.model.plan import Piece, Plan
from macros.model.records import Action, Provision
from macros.model.values import BORNE_ON, DATE, PIECES
from macros.proposals import written
from macros.proposals.blanks import called, held_or_reported
from macros.proposals.questions import Question
from macros.proposals.records import Answers, is_outside, publisher_of
from macros.rules.length import wrong_length
from macros.wording.labels import Labels

# So much of what a piece says tells it from others.
WIDTH_TOLD = 110


def is_open(question: Question, answers: Answers, plan: Plan) -> bool:
    """Whether the answer to a question does not follow from those before it."""
    if question.subject == "publisher":
        return is_outside(answers, plan) and not publisher_of(written.source(answers["where"], plan)[0], plan)
    return question.subject != "locator" or question.needed or not is_outside(answers, plan)


def offered(question: Question, answers: Answers, labels: Labels) -> dict[str, str]:
    """What an answer may name, besides anything else: in words -> its identifier."""
    objective = labels.plan.objectives.get(written.objective(answers.get("objective", ""), labels.plan))
    if question.subject != "rests_on" or not objective:
        return {}
    return {told(piece, labels): piece.id for piece in held_or_reported(labels.plan, objective)}


def told_by_id(id: str, labels: Labels) -> str:
    """What an identifier stands for that may be named in an answer."""
    plan = labels.plan
    return labels.text(plan.objectives[id].title) if id in plan.objectives else told((plan.pieces | plan.actions)[id], labels)


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


def _basis(said: str, answers: Answers, labels: Labels) -> str:
    objective = written.objective(answers["objective"], labels.plan)
    ids = written.identifiers(said, labels.plan, ("actions", *PIECES), objective)
    return "" if any(id in labels.plan.pieces or id in labels.plan.actions for id in ids) else labels.wording.say("ask.none_of_these")


def _source(said: str, _: Answers, labels: Labels) -> str:
    where = written.source(said, labels.plan)[0]
    known = "://" in where or where in labels.plan.sources
    return "" if known else labels.wording.say("answer.nowhere", label=labels.wording.say("ask.where"))


def _quotation(said: str, _: Answers, labels: Labels) -> str:
    return next(("; ".join(fault) for one in written.quotations(said) for fault in wrong_length(pieces(one))), "")


def _date(said: str, _: Answers, labels: Labels) -> str:
    return "" if re.fullmatch(DATE, written.day(said)) else labels.wording.say("ask.no_date")


# Subject of a question -> what is wrong with an answer to it, of the answers and the plan.
_WRONG: dict[str, Callable[[str, Answers, Labels], str]] = {
    "objective": _objective,
    "to": _borne_on,
    "rests_on": _basis,
    "where": _source,
    "quotation": _quotation,
    "date": _date,
}
