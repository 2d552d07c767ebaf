"""What an action, a finding or a follow-up claims beyond its quotations. Where a record can say why (`because`), it is then accepted."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from decimal import Decimal

from macros.evidence.language import FUTURE, SMALL_WORDS
from macros.evidence.printed_words import PRINTED
from macros.evidence.quotations import pieces, stands_in, words
from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.plan import Plan
from macros.model.records import REPORT, Action, Actor, Finding, FollowUp
from macros.problems import LAST, Problem
from macros.similarity import fold

# So many letters tell a word of a name from another one; words by which nobody is told from others, articles among them.
NAME_LETTERS = 6
COMMON_WORDS = {"europe", "union", "nation", "member", "states", "other", "autres"}.union(*SMALL_WORDS.values())
# A place in a document, whose number no quotation need hold.
PLACE = re.compile(r"(?i)\b(section|point|part|partie|article|art\.|footnote|note|chapter|chapitre|annex|annexe|objective|objectif) \d+(\.\d+)*")
# What stands between two years.
RANGE = re.compile(r"[-–](?<=\b\d{4}.)(?=\d{4}\b)")
# Dates of what had not come when they were printed.
STILL_TO_COME = ("expected", "deadline", "application", "period")
# A number below this may be a way of speaking ("one of them", "les deux").
SMALLEST_TOLD = 4


def claims(record: Action | Finding, plan: Plan) -> Iterator[Problem]:
    """What an action or a finding says and its quotations do not."""
    yield from _unquoted_numbers(record, plan)
    if isinstance(record, Action):
        yield from unnamed(record, plan)
        yield from _not_done_yet(record) if record.state == "done" else ()


def every_responsible_actor_of_a_follow_up_is_quoted(plan: Plan) -> Iterator[Problem]:
    """Whoever is to act stands in the words of the follow-up."""
    for follow_up in plan.follow_ups.values():
        yield from unnamed(follow_up, plan)


def no_action_says_what_another_one_says(plan: Plan) -> Iterator[Problem]:
    """No action of an objective has no other words than another one, with the same state."""
    for objective in plan.objectives.values():
        quoted = [
            (action, [(one.source, one.locator, part) for one in action.evidence for part in pieces(one.quotation)]) for action in objective.actions
        ]
        for place, (action, own) in enumerate(quoted):
            for at, (other, others) in enumerate(quoted):
                inside = all(any(a[:2] == b[:2] and stands_in(a[2], b[2]) >= 0 for b in others) for a in own)
                if at != place and inside and not action.because and (len(own) < len(others) or at < place or _shorter(own, others)):
                    yield action.problem(("evidence",), tell("claims.same_words", other=other.id), tell("claims.delete_or_quote_more"))
                    break


def _shorter(own: list, others: list) -> bool:
    return sum(len(one[2]) for one in own) < sum(len(one[2]) for one in others)


def unnamed(record: Action | FollowUp, plan: Plan) -> Iterator[Problem]:
    """Each responsible actor none of whose names, nor those of a part or whole of it, has a word in the quotations."""
    quoted = {fold(word)[:NAME_LETTERS] for one in record.evidence for part in pieces(one.quotation) for word in part}
    for index, part in enumerate(record.actors):
        actor = plan.actors.get(part.actor)
        if part.role == "responsible" and actor and not _names(actor, plan) & quoted:
            message = tell("claims.responsible_unnamed", actor=part.actor)
            hint = tell("claims.quote_name_or_because" if not isinstance(record, FollowUp) else "claims.quote_name")
            yield record.problem(("actors", index, "actor"), message, hint)


def _names(actor: Actor, plan: Plan) -> set[str]:
    """The beginnings of the words by which an actor is told from others, with those of its whole."""
    whole = plan.actors.get(actor.part_of or "")
    texts = [text for one in (actor, whole) if one for text in (one.name, one.acronym, one.in_sentence)]
    said = [getattr(text, language) for text in texts if text for language in LANGUAGES]
    return {fold(word)[:NAME_LETTERS] for one in said for word in words(one) if len(word) >= 3 or word.isupper()} - COMMON_WORDS


def _not_done_yet(action: Action) -> Iterator[Problem]:
    for index, date in enumerate(action.dates):
        if date.of == "expected":
            yield action.problem(("dates", index, "of"), tell("claims.done_and_expected", value=date.value), tell("claims.lower_state"))
    for language, pattern in FUTURE.items():
        if found := pattern.search(getattr(action.text, language)):
            yield action.problem(("text", language), tell("claims.done_in_future", found=found[0]), tell("claims.lower_state"))


def _unquoted_numbers(record: Action | Finding, plan: Plan) -> Iterator[Problem]:
    """Numbers of its text, in digits or in words, that stand neither in its quotations nor in its values."""
    sources = [source for id in record.cites if (source := plan.sources.get(id))]
    cited = " ".join(f"{source.number} {source.date.value if source.date else ''}" for source in sources)
    texts = [cited, *(one.quotation for one in record.evidence)]
    known = {value for text in texts for value in numbers(text, PRINTED)} | _values(record)
    for language in LANGUAGES:
        for number in sorted(numbers(getattr(record.text, language), (language,)) - known):
            problem = record.problem(("text", language), tell("claims.number_unquoted", number=f"{number:f}"), tell("claims.quote_number"))
            yield replace(problem, stands=LAST)


def _values(record: Action | Finding) -> set[Decimal]:
    figures = [value for figure in getattr(record, "figures", []) for value in (figure.value, figure.min, figure.max) if value is not None]
    dates = [Decimal(part) for date in getattr(record, "dates", []) for part in re.findall(r"\d+", date.value)]
    return {*figures, *dates}


def numbers(text: str, languages: Collection[str]) -> set[Decimal]:
    """The numbers in a text, in digits or, from four on, in words."""
    found = set()
    text = RANGE.sub(" ", PLACE.sub("", re.sub(r"(?<=\d)[ \u202f\u00a0,](?=\d{3}\b)", "", text)))
    for figure in re.findall(r"(?<![^\s«“’])\d+(?:[.,]\d+)?(?=[\s.,;:»”)%]|$)", text):
        found.add(Decimal(figure.replace(",", ".")))
    if len(languages) > 1:
        found |= set(map(Decimal, re.findall(r"\d+", text)))
    said = set(re.findall(r"[\w-]+", text.lower()))
    for language in PRINTED.keys() & set(languages):
        values = PRINTED[language].values
        found |= {Decimal(values[word]) for word in values.keys() & said if values[word] >= SMALLEST_TOLD}
    return found


def nothing_of_the_report_is_later_than_it(plan: Plan) -> Iterator[Problem]:
    """What the report says happened no later than it, and cites nothing later; what it expects may come."""
    records: list[Action | Finding] = [*plan.actions.values(), *plan.findings.values()]
    for record in (one for one in records if plan.reported_on and all(piece.source == REPORT for piece in one.evidence)):
        for place, id in enumerate(record.cites):
            date = source.date if (source := plan.sources.get(id)) else None
            if date and date.first > plan.reported_on:
                message = tell("claims.cites_later", id=id, day=date.value, reported_on=plan.reported_on)
                yield record.problem(("cites", place), message, tell("claims.tell_in_development"))
        for place, date in enumerate(record.dates):
            if date.of not in STILL_TO_COME and date.first > plan.reported_on:
                message = tell("claims.dated_later", day=date.value, reported_on=plan.reported_on)
                yield record.problem(("dates", place, "value"), message, tell("claims.correct_or_expected"))


RULES = [nothing_of_the_report_is_later_than_it, every_responsible_actor_of_a_follow_up_is_quoted, no_action_says_what_another_one_says]
