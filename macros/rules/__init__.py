"""What must hold between records: one function a rule, in lists."""

from macros.problems import ALONE, ERROR, LAST, DataErrors, Problem, in_order
from macros.reading.stand_ins import without_stand_ins
from macros.rules import (
    acts,
    aliases,
    assessments,
    borne,
    both_languages,
    chosen_words,
    claims,
    contrary,
    days,
    developments,
    documents,
    duties,
    files,
    found_since,
    handwritten,
    history,
    identifiers,
    judgements,
    lost,
    moves,
    named,
    new_days,
    offences,
    official,
    page_links,
    pages_turned,
    persons,
    proof,
    prose,
    quotations,
    readings,
    reasons,
    recorded_links,
    records,
    references,
    requoted,
    reread,
    reworded,
    settings,
    signs,
    speakers,
    spelling,
    texts,
    told,
    translations,
    turned,
    twice,
    unique,
    web_addresses,
)
from macros.rules.facts import Facts, Rule, problems_of

_MODULES = (
    unique, twice, references, records, moves, aliases, recorded_links, assessments, judgements, reasons, developments, days, quotations, proof,
    readings, claims, prose, persons, signs, told, borne, contrary, chosen_words, duties, named, spelling, texts, speakers, documents, handwritten,
    page_links, settings, official, acts, offences, files,
)  # fmt: skip
RULES: list[Rule] = [rule for module in _MODULES for rule in module.RULES]
# Modules whose rules refuse nothing: they tell reviewers what is to be looked at.
ONLY_TOLD = (
    told, borne, contrary, chosen_words, duties, named, offences, official, spelling,
    both_languages, turned, reread, requoted, lost, reworded, found_since, web_addresses, pages_turned,
)  # fmt: skip
# What must hold between what was published and what is there now.
_HISTORY_MODULES = (
    history,
    identifiers,
    translations,
    both_languages,
    turned,
    reread,
    requoted,
    lost,
    reworded,
    new_days,
    found_since,
    web_addresses,
    pages_turned,
)
HISTORY: list[Rule] = [*(rule for module in _HISTORY_MODULES for rule in module.RULES), *page_links.HISTORY]


def check(facts: Facts) -> list[Problem]:
    """The notices on a project. Raises DataErrors with everything when something does not hold."""
    problems = _problems(facts, _rules(facts))
    if any(problem.level == ERROR for problem in problems):
        raise DataErrors(problems, facts.plan.size)
    return in_order(problems)


def errors(facts: Facts) -> list[Problem]:
    """What does not hold in a project; what would only be told is not worked out."""
    told_only = {rule for module in ONLY_TOLD for rule in module.RULES}
    refusing = [rule for rule in _rules(facts) if rule not in told_only]
    return in_order(problem for problem in _problems(facts, refusing) if problem.level == ERROR)


def _rules(facts: Facts) -> list[Rule]:
    """Those that hold of it; what must hold since something was published only where that is known."""
    return [*RULES, *(HISTORY if facts.before else [])]


def _problems(facts: Facts, rules: list[Rule]) -> list[Problem]:
    found = (problem for rule in rules for problem in problems_of(rule, facts))
    return _one_answer([*facts.unreadable, *(without_stand_ins(found) if facts.unreadable else found)])


def _one_answer(problems: list[Problem]) -> list[Problem]:
    """Without what follows from another problem: of a published record that was rewritten, and of a text that changed and is wrong anyway."""
    rewritten = {(one.file, one.record) for one in problems if one.stands == ALONE}
    wrong = {(one.file, one.line) for one in problems if one.level == ERROR and one.stands != LAST}
    return [
        one for one in problems
        if (one.stands == ALONE or (one.file, one.record) not in rewritten) and (one.stands != LAST or (one.file, one.line) not in wrong)
    ]  # fmt: skip
