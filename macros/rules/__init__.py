"""What must hold between records: one function a rule, in lists."""

from collections.abc import Callable, Iterator

from macros.model.plan import Plan
from macros.problems import ERROR, DataErrors, Problem, in_order
from macros.reading.revision import Revision
from macros.rules import assessments, history, identifiers, moves, outside, quotations, records, references, texts, translations, unique

Rule = Callable[[Plan], Iterator[Problem]]
_MODULES = (unique, references, records, moves, outside, assessments, quotations, texts)
RULES: list[Rule] = [rule for module in _MODULES for rule in module.RULES]
# What must hold between what was published and what is there now.
Bond = Callable[[Revision, Plan], Iterator[Problem]]
HISTORY: list[Bond] = [*history.RULES, *identifiers.RULES, *translations.RULES]


def check(plan: Plan, before: Revision | None = None) -> list[Problem]:
    """The notices on a plan, against a published commit where one is given. Raises DataErrors with everything when something does not hold."""
    problems = [problem for rule in RULES for problem in rule(plan)]
    problems += [problem for rule in HISTORY for problem in rule(before, plan)] if before else []
    if any(problem.level == ERROR for problem in problems):
        raise DataErrors(problems, plan.size)
    return in_order(problems)
