"""What must hold between records: one function a rule, in lists."""

from macros.problems import ERROR, DataErrors, Problem, in_order
from macros.rules import (
    aliases,
    assessments,
    developments,
    documents,
    files,
    history,
    identifiers,
    judgements,
    moves,
    proof,
    quotations,
    readings,
    recorded_links,
    records,
    references,
    speakers,
    texts,
    translations,
    unique,
    web_addresses,
)
from macros.rules.facts import Facts, Rule, problems_of

_MODULES = (
    unique, references, records, moves, aliases, recorded_links, assessments, judgements, developments, quotations, proof, readings, texts,
    speakers, documents, files,
)  # fmt: skip
RULES: list[Rule] = [rule for module in _MODULES for rule in module.RULES]
# What must hold between what was published and what is there now.
HISTORY: list[Rule] = [*history.RULES, *identifiers.RULES, *translations.RULES, *web_addresses.RULES]


def check(facts: Facts) -> list[Problem]:
    """The notices on a project. Raises DataErrors with everything when something does not hold."""
    rules = [*RULES, *(HISTORY if facts.before else [])]
    problems = [*facts.unreadable, *(problem for rule in rules for problem in problems_of(rule, facts))]
    if any(problem.level == ERROR for problem in problems):
        raise DataErrors(problems, facts.plan.size)
    return in_order(problems)
