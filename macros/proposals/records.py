"""Answers -> the lines of a record, and where they belong."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from macros.evidence import printed
from macros.evidence.language import language_of
from macros.evidence.printed_words import PRINTED
from macros.evidence.quotations import words
from macros.export.schemas import schema_of
from macros.languages import LANGUAGES
from macros.messages import language_name, tell
from macros.model.addresses import host, is_below
from macros.model.days_meant import days_meant
from macros.model.kinds import KINDS
from macros.model.plan import Plan
from macros.model.records import FIRST_RUBRIC, LATER_RUBRIC, REPORT, Assessment, Development, in_order, objective_of
from macros.model.values import BORNE_ON, DATE, PIECES, Evidence
from macros.problems import Problem
from macros.proposals import written
from macros.proposals.acts import parts_of
from macros.proposals.blanks import file_name, held_or_reported
from macros.proposals.places import locator
from macros.proposals.questions import COMES_OF, QUESTIONS, Question, asked_for
from macros.proposals.quoted import quotations
from macros.proposals.short_name import name_as_id, name_of_title
from macros.proposals.where import addresses_in, is_cut, source
from macros.proposals.yaml_text import Flow, yaml_text
from macros.reading.published import earlier, stepped_back_from
from macros.rules.suggest import acts_in, bearing_on

Answers = Mapping[str, str]
# Kind -> what is said, as the wordings call it, of that part of an answer which the record does not hold.
LEFT_OUT = {"assessment": "not_read", "development": "left_out", "action": "left_out"}
# Sites that tell what others say, and addresses at which lists of results stand.
SECOND_HAND = (
    "wikipedia.org", "x.com", "twitter.com", "facebook.com", "linkedin.com", "instagram.com", "youtube.com", "reddit.com", "google.com", "google.fr",
    "google.be", "bing.com", "duckduckgo.com", "chatgpt.com", "openai.com",
)  # fmt: skip
RESULTS = re.compile(r"(?i)/search(?:\.html?|/results?)?/?\?|[?&]q(?:uery)?=|/recherche/?\?")
# What stands above the first action of an objective.
HEAD = "    actions:\n"
# A printed date takes so many words.
WORDS_OF_DATE = 4


class Proposal(NamedTuple):
    """Lines for a file: the whole of a new one, or what follows on a line of one that is there (0 in a new one).

    `id` is that of the record. `left_out` are answers, or words of one, that the record cannot hold, or that nobody understood.
    `behind` is the day of a newer judgement, by which the page goes on to speak. `notes` are what whoever proposes it should know, as the
    wordings call it.
    """

    id: str
    file: str
    text: str
    line: int = 0
    left_out: tuple[str, ...] = ()
    behind: str = ""
    notes: tuple[str, ...] = ()


class Unplaced(Exception):
    """An answer that names no place for the record: the name of its question, the answer, why, and what may be written instead.

    `offered` are the identifiers of records, one or several of which may be named.
    """

    def __init__(self, question: str, written: str, reason: str = "unknown", choices: str = "", offered: Iterable[str] = ()):
        self.question, self.written, self.reason, self.choices, self.offered = question, written, reason, choices, tuple(offered)

    def asked(self, kind: str) -> Question:
        """The question, as it is asked for a record of a kind."""
        return next(one for one in QUESTIONS[kind] if one.name == self.question)


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


def field_at(proposal: Proposal, line: int) -> str:
    """The field of a record in which a line of its file stands, or a field within it that stands on that very line, with its language; or neither."""
    rows = proposal.text.removeprefix(HEAD).splitlines()[: max(line - proposal.line - proposal.text.startswith(HEAD), 0)]
    names = [(found[1], found[2]) for row in rows if (found := re.match(r"([ -]*)([a-z_]+):", row))]
    if not names:
        return ""
    outer = min((len(before) for before, _ in names), default=0)
    field = next(name for before, name in reversed(names) if len(before) == outer)
    inner = names[-1][1]
    return f"{field}_{inner}" if inner in LANGUAGES else inner if inner in _ASKED_WITHIN else field


def question_at(kind: str, proposal: Proposal, problem: Problem) -> Question | None:
    """The question whose answer a problem is of, that in the language which a text lacks; None where it is of no answer."""
    name = field_at(proposal, problem.line) if problem.file == proposal.file else ""
    own = asked_for(kind, name) if name else []
    return next((one for one in own if _says_empty(problem, one)), next(iter(own), None))


def untranslated(kind: str, proposal: Proposal, problems: list[Problem]) -> tuple[str, list[Problem]]:
    """The names of the languages that texts lack, which who reviews adds; and all other problems."""
    asked = [(problem, question_at(kind, proposal, problem)) for problem in problems]
    lacking = {problem: question.language for problem, question in asked if question and _says_empty(problem, question)}
    return ", ".join(map(language_name, dict.fromkeys(lacking.values()))), [problem for problem in problems if problem not in lacking]


def _says_empty(problem: Problem, question: Question) -> bool:
    """Whether a problem is that a text has no words in the language of a question."""
    language = question.language
    return bool(language) and problem.message == tell("shapes.has_no_text", path=question.subject, language=language_name(language))


# Fields within the evidence that are asked for apart.
_ASKED_WITHIN = ("locator", "language", "quotation")


def _assessment(answers: Answers, plan: Plan, day: str) -> Proposal:
    objective = _objective(answers["objective"], plan)
    rests_on, not_read = basis(answers["rests_on"], objective, plan)
    held = [id for id in rests_on if id in plan.pieces or id in plan.actions]
    as_of = written.day(answers["as_of"]) or newest(held, plan)
    _read_one_day("as_of", answers["as_of"])
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


def _objective(answer: str, plan: Plan) -> str:
    """The objective that an answer names. Raises Unplaced, with those that it may mean, where that is none, or not one alone."""
    if (objective := written.objective(answer, plan)) in plan.objectives:
        return objective
    numbers = re.findall(r"\d+(?:\.\d+)+", answer)
    near = [id for id in plan.objectives if id in numbers or id.rpartition(".")[0] in numbers]
    raise Unplaced("objective", answer, "which_objective" if near else "no_objective", offered=near or plan.objectives)


def basis(answer: str, objective: str, plan: Plan) -> tuple[list[str], tuple[str, ...]]:
    """What an assessment rests on, and the words of the answer that name nothing. Raises Unplaced where nothing is named, or an act of many parts."""
    found = written.identifiers(answer, plan, ("actions", *PIECES), objective)
    near = {piece.id for piece in bearing_on(plan, objective)}
    parts = {id: parts_of(id, plan, objective) for id in found if id in (*plan.sources, *plan.developments) and id not in near}
    for own in parts.values():
        if own and not set(own) & set(found):
            raise Unplaced("rests_on", answer, "which_part", offered=own)
    # An act that is named only to say whose article it is.
    ids = [id for id in found if not parts.get(id)]
    not_read = [id for id in ids if not written.is_like_an_id(id) or id in parts]
    ids = [id for id in ids if id not in not_read]
    if not any(id in plan.pieces or id in plan.actions for id in ids):
        named = [id for act in acts_in(answer, plan) for id in parts_of(act, plan, objective)]
        offered = named or [one.id for one in held_or_reported(plan, plan.objectives[objective])]
        raise Unplaced("rests_on", answer, "no_basis", offered=offered)
    return ids, tuple(not_read)


def _read_one_day(question: str, answer: str) -> None:
    """Raises Unplaced where an answer in figures may mean two days."""
    if len(days := days_meant(answer.strip())) > 1:
        raise Unplaced(question, answer, "two_days", " · ".join(days))


def newest(rests_on: list[str], plan: Plan) -> str:
    """The newest day of what an assessment rests on; of what is known by its month or year, the last one."""
    report = plan.sources[REPORT].date
    days = [plan.moment_of(plan.pieces[id]).last for id in rests_on if id in plan.pieces]
    return max([*days, *(report.value for id in rests_on if id in plan.actions and report)], default="")


def rubric_of(as_of: str, rests_on: list[str], plan: Plan) -> str:
    """The rubric of an assessment: the first one where it says where things stood as the report tells."""
    report = plan.sources[REPORT].date
    return FIRST_RUBRIC if report and as_of <= report.value and not any(id in plan.pieces for id in rests_on) else LATER_RUBRIC


def _statuses_before(id: str, day: str, status: str, plan: Plan) -> list[str]:
    """The statuses that a new assessment follows on."""
    told = [(one.id, one.assessed_on, one.status) for one in plan.objectives[objective_of(id)].assessments]
    return earlier(sorted([*told, (id, day, status)], key=lambda one: in_order(*one[:2])), id)


def _development(answers: Answers, plan: Plan, day: str) -> Proposal:
    evidence, date = _evidence(answers, plan, day), written.day(answers["date"])
    _read_one_day("date", answers["date"])
    if here := _quoted_here(evidence, plan):
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
    printed_date = answers["printed"] or _printed(date, evidence)
    fields = {
        "title": _text(answers, "title"),
        "text": _text(answers, "text"),
        "kind": answers["kind"],
        "source": _act_of(answers["kind"], evidence, plan),
        "makes": makes,
        "date": Flow({"value": date, "is": "on", "of": answers["date_of"], "printed": printed_date}),
        "actors": [Flow({"actor": actor, "role": "responsible"}) for actor in actors if actor in plan.actors],
        "bears_on": [Flow({"to": to, "relation": answers["relation"]}) for to in written.numbers(answers["to"], plan, BORNE_ON)],
        "evidence": evidence,
    }
    notes = {"unproven": not printed_date, "linked": any("linked" in one for one in evidence)}
    made = _own_file("developments", id, fields)
    return made._replace(left_out=tuple(one for one in actors if one not in plan.actors), notes=tuple(note for note, holds in notes.items() if holds))


def _act_of(kind: str, evidence: list[dict[str, Any]], plan: Plan) -> str:
    """The act that a development of that kind tells of, where it quotes one that none tells of yet."""
    quoted = {one.get("source", "") for one in evidence} if kind == "act" else set()
    return min(quoted - {one.source for one in plan.developments.values()}, default="")


def _quoted_here(evidence: list[dict[str, Any]], plan: Plan) -> list[str]:
    """The developments and provisions that quote the same words of the same source or page already."""
    quoted = [(id, one) for id, piece in plan.pieces.items() for one in piece.evidence]
    held = {(one.source or (one.page.at if one.page else ""), tuple(words(one.quotation))): id for id, one in quoted}
    asked = [(one.get("source") or next(iter(one.values()))["at"], tuple(words(one["quotation"]))) for one in evidence]
    found = [held.get(one) for one in asked]
    return list(dict.fromkeys(id for id in found if id)) if all(found) else []


def _action(answers: Answers, plan: Plan, day: str) -> Proposal:
    objective = plan.objectives[_objective(answers["objective"], plan)]
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
        "evidence": _evidence(answers, plan, day),
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
        "evidence": _evidence(answers, plan, day),
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


def _printed(date: str, evidence: list[dict[str, Any]]) -> str:
    """The words of a quotation that print a date, the fewest; empty where none do."""
    for one in evidence:
        words = one["quotation"].split()
        spans = (" ".join(words[at : at + length]) for length in range(1, WORDS_OF_DATE + 1) for at in range(len(words)))
        said = (span.strip(",.;:()") for span in spans)
        languages = [one["language"]] if one["language"] in PRINTED else PRINTED
        if found := next((span for span in said if any(printed.date(span, language) == date for language in languages)), ""):
            return found
    return ""


def is_outside(answers: Answers, plan: Plan) -> bool:
    """Whether the words stand on a page outside."""
    return "://" in source(answers.get("where") or REPORT, plan)[0]


def _evidence(answers: Answers, plan: Plan, day: str) -> list[dict[str, Any]]:
    """A piece for each quotation; an empty line stands between two of them. An address was seen, anything else names a source that we hold."""
    _read_one_page(answers.get("where") or "")
    where, beside = source(answers.get("where") or REPORT, plan)
    place: dict[str, Any] = {"source": where}
    language, outside = "", "://" in where
    if outside:
        place, language = _page(where, answers["publisher"], plan, day), answers["language"]
    elif where not in plan.sources:
        raise Unplaced("where", where, "nowhere")
    at = locator(answers["locator"]) or beside
    said = quotations(answers["quotation"])
    # A short passage is in the language of the others.
    told = {one: language or language_of(one) or language_of(" ".join(said)) for one in said} if outside else {}
    if outside and not all(told.values()):
        raise Unplaced("language", "", "which_language")
    return [place | {"locator": at, "language": told.get(one, ""), "quotation": one} for one in said]


def _read_one_page(answer: str) -> None:
    """Raises Unplaced for two addresses, one with a blank in it, and a page that only leads to others or tells what they say."""
    reason = "two_pages" if len(addresses_in(answer)) > 1 else "blank" if is_cut(answer) else ""
    for address in addresses_in(answer):
        if any(is_below(host(address), site) for site in SECOND_HAND):
            reason = reason or "second_hand"
        elif RESULTS.search(address):
            reason = reason or "results"
    if reason:
        raise Unplaced("where", answer, reason)


def _page(address: str, answered: str, plan: Plan, day: str) -> dict[str, Any]:
    """A page outside: seen that day where what its publisher says counts as seen, else linked. Raises Unplaced where nobody says whose it is."""
    if not (publisher := publisher_of(address, plan) or answered):
        raise Unplaced("publisher", host(address), "whose")
    whose = plan.publishers[publisher]
    if whose.accepted and (not whose.host or is_below(host(address), whose.host)):
        return {"seen": Flow({"at": address, "on": day, "publisher": publisher})}
    return {"linked": Flow({"at": address, "publisher": publisher})}


def publisher_of(address: str, plan: Plan) -> str:
    """Whose page it is: of who alone has pages in that folder; else of who has the site; else of who alone has pages there or on a site above it."""
    cited = {(page.at, page.publisher) for record in plan.records() for _, one in record.shapes if isinstance(one, Evidence) and (page := one.page)}
    own, folder = host(address), _folder(address)
    sites = {site: one.id for one in plan.publishers.values() if (site := one.host) and is_below(own, site)}
    near = max((site for at, _ in cited if is_below(own, site := host(at))), key=len, default="")
    around = {whose for at, whose in cited if near and host(at) == near}
    there = {whose for at, whose in cited if (host(at), _folder(at)) == (own, folder)}
    found = next((some for some in (there, {sites[max(sites, key=len)]} if sites else set(), around) if len(some) == 1), {""})
    return found.pop()


def _folder(address: str) -> str:
    """The first part of the path of an address."""
    return urlsplit(address).path.strip("/").partition("/")[0]
