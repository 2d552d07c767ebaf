"""What must hold between records: one function a rule, in lists."""

from collections.abc import Callable, Iterator

from macros.plan import Plan
from macros.problems import Faults, Problem
from macros.rules import assessments, quotations, records, references

Rule = Callable[[Plan], Iterator[Problem]]
# References come first: what they break, the other rules would only echo.
FIRST: list[Rule] = references.RULES
THEN: list[Rule] = [*records.RULES, *assessments.RULES, *quotations.RULES]


def check(plan: Plan) -> None:
    """Raise Faults with everything that does not hold."""
    broken = [fault for rule in FIRST for fault in rule(plan)]
    if problems := broken + [fault for rule in THEN for fault in rule(plan)]:
        raise Faults(problems)
