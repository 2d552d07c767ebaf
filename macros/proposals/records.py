"""Answers -> the lines of a record, and where they belong."""

import re
from collections.abc import Callable
from typing import Any

from macros.export.schemas import schema_of
from macros.languages import LANGUAGES
from macros.model.kinds import KINDS
from macros.model.plan import Plan
from macros.model.records import Assessment, Development, in_order, objective_of
from macros.model.values import BORNE_ON, DATE
from macros.proposals import written
from macros.proposals.asked_at import HEAD
from macros.proposals.basis import basis, newest, objective_of_answer, read_one_day, rubric_of
from macros.proposals.blanks import file_name
from macros.proposals.evidence import act_of, evidence_of, printed_words, quoted_here
from macros.proposals.proposal import Answers, Proposal, Unplaced
from macros.proposals.questions import COMES_OF
from macros.proposals.short_name import name_as_id, name_of_title
from macros.proposals.yaml_text import Flow, yaml_text
from macros.reading.published import earlier, stepped_back_from

# Kind -> what is said, as the wordings call it, of that part of an answer which the record does not hold.
LEFT_OUT = {"assessment": "not_read", "development": "left_out", "action": "left_out"}


def make(kind: str, answers: Answers, plan: Plan, day: str) -> Proposal:
    """The record of a kind that answers of a day make. Raises Unplaced."""
    return _MAKERS[kind](answers, plan, day)


def make_or_ask(kind: str, answers: Answers, plan: Plan, day: str) -> tuple[Proposal | None, list[Unplaced]]:
    """The record, with everything that is to be asked again; where that is chosen from a list, a word of the list stands for it, to go on."""
    asked: list[Unplaced] = []
    while True:
        try:
            return make(kind, answers, plan, day), asked
        except Unplaced as unplaced:
            asked.append(unplaced)
            word = next(iter(unplaced.asked(kind).identifiers(plan)), "")
            if not word or answers[unplaced.question]:
                return None, asked
            answers = {**answers, unplaced.question: word}


def _assessment(answers: Answers, plan: Plan, day: str) -> Proposal:
    objective = objective_of_answer(answers["objective"], plan)
    rests_on, not_read = basis(answers["rests_on"], objective, plan)
    held = [id for id in rests_on if id in plan.pieces or id in plan.actions]
    as_of = written.day(answers["as_of"]) or newest(held, plan)
    read_one_day("as_of", answers["as_of"])
    ids = [f"{objective}@{as_of}{number}" for number in ("", *(f".{number}" for number in range(2, 10)))]
    if not re.fullmatch(Assessment.ID, ids[0]):
        raise Unplaced("as_of", answers["as_of"], "no_day")
    id = next((id for id in ids if id not in plan.assessments), None)
    if not id:
        raise Unplaced("as_of", as_of, "there")
    status = answers["status"]
    if stepped_back_from(_statuses_before(id, day, status, plan), status) and not answers["step_back"]:
        raise Unplaced("step_back", "", "lower")
    fields = {
        "assessed_on": day,
        "rubric": rubric_of(as_of, rests_on, plan),
        "status": status,
        "confidence": answers["confidence"],
        "step_back": answers["step_back"],
        "reason": _text(answers, "reason"),
        "missing": _text(answers, "missing"),
        "rests_on": rests_on,
    }
    last = max((one.as_of for one in plan.objectives[objective].assessments), default="")
    return _own_file("assessments", id, fields)._replace(behind=last if last > as_of else "", left_out=not_read)


def _statuses_before(id: str, day: str, status: str, plan: Plan) -> list[str]:
    """The statuses that a new assessment follows on."""
    told = [(one.id, one.assessed_on, one.status) for one in plan.objectives[objective_of(id)].assessments]
    return earlier(sorted([*told, (id, day, status)], key=lambda one: in_order(*one[:2])), id)


def _development(answers: Answers, plan: Plan, day: str) -> Proposal:
    evidence, date = evidence_of(answers, plan, day), written.day(answers["date"])
    read_one_day("date", answers["date"])
    if here := quoted_here(evidence, plan):
        raise Unplaced("quotation", "", "here", offered=here)
    if not re.fullmatch(DATE, date):
        raise Unplaced("date", answers["date"], "no_date")
    if not (makes := answers["makes"] or COMES_OF.get(answers["kind"], "")):
        raise Unplaced("makes", "", "which_makes")
    id = name_as_id(answers["id"]) or name_of_title(_text(answers, "title"), date)
    if not re.fullmatch(Development.ID, id):
        raise Unplaced("id", id, "no_id")
    if id in plan.pieces:
        raise Unplaced("id", id, "there")
    actors = written.identifiers(answers["actors"], plan, ("actors",))
    printed_date = answers["printed"] or printed_words(date, evidence)
    fields = {
        "title": _text(answers, "title"),
        "text": _text(answers, "text"),
        "kind": answers["kind"],
        "source": act_of(answers["kind"], evidence, plan),
        "makes": makes,
        "date": Flow({"value": date, "is": "on", "of": answers["date_of"], "printed": printed_date}),
        "actors": [Flow({"actor": actor, "role": "responsible"}) for actor in actors if actor in plan.actors],
        "bears_on": [Flow({"to": to, "relation": answers["relation"]}) for to in written.numbers(answers["to"], plan, BORNE_ON)],
        "evidence": evidence,
    }
    notes = {"unproven": not printed_date, "linked": any("linked" in one for one in evidence)}
    made = _own_file("developments", id, fields)
    return made._replace(left_out=tuple(one for one in actors if one not in plan.actors), notes=tuple(note for note, holds in notes.items() if holds))


def _action(answers: Answers, plan: Plan, day: str) -> Proposal:
    objective = plan.objectives[objective_of_answer(answers["objective"], plan)]
    used = [int(id.rpartition("-")[2]) for id in (*plan.actions, *plan.moved) if id.removeprefix("action:").startswith(f"{objective.id}-")]
    actors = written.identifiers(answers["actors"], plan, ("actors",))
    known = [one for one in actors if one in plan.actors]
    fields = {
        "id": f"{objective.id}-{max(used, default=0) + 1}",
        "title": _text(answers, "title"),
        "text": _text(answers, "text"),
        "state": answers["state"],
        "agent": "" if known else "not-stated",
        "actors": [Flow({"actor": actor, "role": "responsible"}) for actor in known],
        "evidence": evidence_of(answers, plan, day),
    }
    last = objective.actions[-1] if objective.actions else objective
    text = ("" if objective.actions else HEAD) + yaml_text([fields], indent=4)
    return Proposal(str(fields["id"]), last.place.file, text, last.place.last_line, tuple(one for one in actors if one not in known))


def _actor(answers: Answers, plan: Plan, day: str) -> Proposal:
    id = name_as_id(answers["id"])
    if not re.fullmatch(KINDS["actors"].shape.ID, id):
        raise Unplaced("id", id, "no_id")
    if id in plan.actors:
        raise Unplaced("id", id, "there")
    fields = {
        "id": id,
        "name": _text(answers, "name"),
        "kind": answers["kind"],
        "what": _text(answers, "what"),
        "evidence": evidence_of(answers, plan, day),
    }
    last = [actor for actor in plan.actors.values() if actor.kind == answers["kind"]] or list(plan.actors.values())
    return Proposal(id, last[-1].place.file, yaml_text([fields]), last[-1].place.last_line)


_MAKERS: dict[str, Callable[[Answers, Plan, str], Proposal]] = {
    "assessment": _assessment,
    "development": _development,
    "action": _action,
    "actor": _actor,
}


def _own_file(kind: str, id: str, fields: dict[str, Any]) -> Proposal:
    file = file_name(kind, id)
    up = "../" * file.count("/")
    return Proposal(id, file, f"# yaml-language-server: $schema={up}schema/{schema_of(KINDS[kind].file)}\n{yaml_text(fields)}")


def _text(answers: Answers, subject: str) -> dict[str, str]:
    """A text in each language in which it was given."""
    return {language: said for language in LANGUAGES if (said := " ".join(answers[f"{subject}_{language}"].split()))}
