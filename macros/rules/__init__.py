"""What must hold between records: one function a rule, in lists."""

from collections.abc import Callable, Iterator

from macros.plan import Plan
from macros.problems import Faults, Problem
from macros.rules import assessments, quotations, records, references, texts

Rule = Callable[[Plan], Iterator[Problem]]
RULES: list[Rule] = [*references.RULES, *records.RULES, *assessments.RULES, *quotations.RULES, *texts.RULES]


def check(plan: Plan) -> None:
    """Raise Faults with everything that does not hold."""
    if problems := [fault for rule in RULES for fault in rule(plan)]:
        raise Faults(problems)
