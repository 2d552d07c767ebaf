"""Answers -> the lines of a record, and where they belong."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from macros.evidence import printed
from macros.evidence.printed_words import PRINTED
from macros.export.schemas import schema_of
from macros.languages import LANGUAGES
from macros.model.kinds import KINDS
from macros.model.plan import Plan
from macros.model.records import REPORT, Assessment, Development, in_order, objective_of
from macros.model.values import BORNE_ON, DATE, PIECES
from macros.proposals import written
from macros.proposals.blanks import file_name
from macros.proposals.questions import QUESTIONS
from macros.proposals.yaml_text import Bare, Flow, yaml_text
from macros.reading.published import earlier
from macros.rules.rubric import FIRST_RUBRIC, LATER_RUBRIC
from macros.similarity import fold

Answers = Mapping[str, str]


class Proposal(NamedTuple):
    """Lines for a file: the whole of a new one, or what follows on a line of one that is there (0 in a new one)."""

    file: str
    text: str
    line: int = 0


class Unplaced(Exception):
    """An answer that names no place for the record: the name of its question, and the answer."""

    def __init__(self, question: str, written: str, reason: str = "unknown"):
        self.question, self.written, self.reason = question, written, reason


def make(kind: str, answers: Answers, plan: Plan, day: str) -> Proposal:
    """The record of a kind that answers of a day make. Raises Unplaced."""
    return _MAKERS[kind](answers, plan, day)


def completed(kind: str, answers: Answers) -> Answers:
    """The answers with letters, which are no words of any language, where a text was not given in each of them: other ones for each text."""
    asked = [question for question in QUESTIONS[kind] if question.language]
    given = {question.subject for question in asked if answers[question.name]}
    return {**answers, **{one.name: f"{' '.join(one.subject[:3].upper())}." for one in asked if one.subject in given and not answers[one.name]}}


def _assessment(answers: Answers, plan: Plan, day: str) -> Proposal:
    objective, as_of = written.objective(answers["objective"], plan), _day(answers["as_of"])
    if objective not in plan.objectives:
        raise Unplaced("objective", objective)
    ids = [f"{objective}@{as_of}{number}" for number in ("", *(f".{number}" for number in range(2, 10)))]
    if not re.fullmatch(Assessment.ID, ids[0]):
        raise Unplaced("as_of", as_of, "no_day")
    id = next((id for id in ids if id not in plan.assessments), None)
    if not id:
        raise Unplaced("as_of", as_of, "there")
    rests_on, status = written.identifiers(answers["rests_on"], plan, ("actions", *PIECES)), answers["status"]
    first = _is_of_the_report(as_of, rests_on, plan)
    fields = {
        "assessed_on": day,
        "rubric": FIRST_RUBRIC if first else LATER_RUBRIC,
        "status": status,
        "confidence": answers["confidence"],
        "confirms": Bare("yes") if not first and _status_before(id, day, status, plan) == status else "",
        "step_back": answers["step_back"],
        "reason": _text(answers, "reason"),
        "missing": _text(answers, "missing"),
        "rests_on": rests_on,
    }
    return _own_file("assessments", id, fields)


def _is_of_the_report(as_of: str, rests_on: list[str], plan: Plan) -> bool:
    """Whether it says where things stood as the report tells: by the first rubric."""
    report = plan.sources[REPORT].date
    return bool(report and as_of <= report.value and not any(id in plan.pieces for id in rests_on))


def _status_before(id: str, day: str, status: str, plan: Plan) -> str:
    """The status that a new assessment follows on; empty for the first."""
    told = [(one.id, one.assessed_on, one.status) for one in plan.objectives[objective_of(id)].assessments]
    return next(iter(earlier(sorted([*told, (id, day, status)], key=lambda one: in_order(*one[:2])), id)[-1:]), "")


def _development(answers: Answers, plan: Plan, day: str) -> Proposal:
    id = _name(answers["id"])
    if not re.fullmatch(Development.ID, id):
        raise Unplaced("id", id, "no_id")
    if id in plan.pieces:
        raise Unplaced("id", id, "there")
    fields = {
        "title": _text(answers, "title"),
        "text": _text(answers, "text"),
        "kind": answers["kind"],
        "makes": answers["makes"],
        "date": Flow({"value": _day(answers["date"]), "is": "on", "of": answers["date_of"], "printed": answers["printed"]}),
        "actors": [Flow({"actor": actor, "role": "responsible"}) for actor in written.identifiers(answers["actors"], plan, ("actors",))],
        "bears_on": [Flow({"to": to, "relation": answers["relation"]}) for to in written.identifiers(answers["to"], plan, BORNE_ON)],
        "evidence": _evidence(answers, plan, day),
    }
    return _own_file("developments", id, fields)


def _action(answers: Answers, plan: Plan, day: str) -> Proposal:
    if not (objective := plan.objectives.get(written.objective(answers["objective"], plan))):
        raise Unplaced("objective", answers["objective"])
    used = [int(id.rpartition("-")[2]) for id in (*plan.actions, *plan.moved) if id.removeprefix("action:").startswith(f"{objective.id}-")]
    actors = written.identifiers(answers["actors"], plan, ("actors",))
    fields = {
        "id": f"{objective.id}-{max(used, default=0) + 1}",
        "title": _text(answers, "title"),
        "text": _text(answers, "text"),
        "state": answers["state"],
        "agent": "" if actors else "not-stated",
        "actors": [Flow({"actor": actor, "role": "responsible"}) for actor in actors],
        "evidence": _evidence(answers, plan, day),
    }
    last = objective.actions[-1] if objective.actions else objective
    head = "" if objective.actions else "    actions:\n"
    return Proposal(last.place.file, head + yaml_text([fields], indent=4), last.place.last_line)


def _actor(answers: Answers, plan: Plan, day: str) -> Proposal:
    id = _name(answers["id"])
    if not re.fullmatch(KINDS["actors"].shape.ID, id):
        raise Unplaced("id", id, "no_id")
    if id in plan.actors:
        raise Unplaced("id", id, "there")
    fields = {
        "id": id,
        "name": _text(answers, "name"),
        "kind": answers["kind"],
        "what": _text(answers, "what"),
        "evidence": _evidence(answers, plan, day),
    }
    last = [actor for actor in plan.actors.values() if actor.kind == answers["kind"]] or list(plan.actors.values())
    return Proposal(last[-1].place.file, yaml_text([fields]), last[-1].place.last_line)


_MAKERS: dict[str, Callable[[Answers, Plan, str], Proposal]] = {
    "assessment": _assessment,
    "development": _development,
    "action": _action,
    "actor": _actor,
}


def _own_file(kind: str, id: str, fields: dict[str, Any]) -> Proposal:
    file = file_name(kind, id)
    up = "../" * file.count("/")
    return Proposal(file, f"# yaml-language-server: $schema={up}schema/{schema_of(KINDS[kind].file)}\n{yaml_text(fields)}")


def _text(answers: Answers, subject: str) -> dict[str, str]:
    """A text in each language in which it was given."""
    return {language: said for language in LANGUAGES if (said := " ".join(answers[f"{subject}_{language}"].split()))}


def _day(said: str) -> str:
    """A date as the data write it, of one that is written in words; else as it is written."""
    meant = (printed.date(said, language) for language in PRINTED if not re.fullmatch(DATE, said))
    return max(filter(None, meant), key=len, default=said)


def _name(said: str) -> str:
    """An identifier, of a name in letters, digits and blanks; else as it is written."""
    return "-".join(fold(said).split()) if re.fullmatch(r"[\w -]+", said) else said


def _evidence(answers: Answers, plan: Plan, day: str) -> list[dict[str, Any]]:
    """A piece for each quotation; an empty line stands between two of them. An address was seen, anything else names a source that we hold."""
    where = written.source(answers.get("where") or REPORT, plan)
    place: dict[str, Any] = {"source": where}
    language = ""
    if "://" in where:
        place, language = {"seen": Flow({"at": where, "on": day, "publisher": _publisher(where, plan)})}, answers["language"]
    at = written.locator(answers["locator"])
    return [place | {"locator": at, "language": language, "quotation": one} for one in written.quotations(answers["quotation"])]


def _publisher(address: str, plan: Plan) -> str:
    """Whose page it is, where another page of the same host is cited."""
    pages = (page for piece in plan.pieces.values() for one in piece.evidence if (page := one.seen or one.linked))
    return next((page.publisher for page in pages if _host(page.at) == _host(address)), "")


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
