"""What came since the report, beside a sentence of ours that says that nothing was found."""

from collections.abc import Iterator

from macros.languages import FIRST
from macros.messages import tell
from macros.model.plan import Plan
from macros.problems import NOTICE, Problem
from macros.reading.published import Published
from macros.rules.developments import NOTHING_FOUND, Told
from macros.rules.facts import Rule


def nothing_found_still_holds(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice on a new development, where the sentence of what it bears on says that nothing was found."""
    none = plan.vocabularies["outcome_kinds"].get(NOTHING_FOUND)
    words = getattr(none.label, FIRST).lower() if none else ""
    records: list[Told] = [*plan.objectives.values(), *plan.follow_ups.values(), *plan.commitments.values()]
    told = {record.id: record.since for record in records if none and record.since and words in getattr(record.since, FIRST).lower()}
    for one in (one for id, one in plan.developments.items() if before.records and id not in before.records.get("developments", {})):
        for place, bearing in enumerate(one.bears_on):
            if bearing.to in told and one.id not in told[bearing.to].rests_on:
                said = tell("developments.nothing_found", id=bearing.to)
                yield one.problem(("bears_on", place), said, tell("developments.see_what_since_says"), level=NOTICE)


RULES: list[Rule] = [nothing_found_still_holds]
