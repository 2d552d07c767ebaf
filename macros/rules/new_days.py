"""Days of ours that are new, beside those that were published: none lies ahead, none is back-dated."""

from collections.abc import Iterator
from datetime import date as Day
from datetime import timedelta

from macros.messages import tell
from macros.model.kinds import JUDGED
from macros.model.plan import Plan
from macros.model.records import Assessment, Outcome
from macros.model.shape import Record
from macros.model.values import PIECES, Seen
from macros.problems import NOTICE, Problem
from macros.reading.published import Published
from macros.rules.days import days_of_ours
from macros.rules.facts import Rule

# So long after the newest day that is known somebody may still have worked: a commit may lie that far back.
AHEAD = timedelta(days=31)
# The fields that hold a day of ours, wherever they stand.
OURS = {"on", "assessed_on", "compared"}


def no_new_day_lies_ahead(before: Published, plan: Plan, committed: str) -> Iterator[Problem]:
    """A notice on a day of ours a month after the newest commit, or, where none is known, after the newest day that was published."""
    days = [*days_of_ours(plan), *_seen(plan)]
    known = committed or max(before.days(*OURS), default="")
    limit = (Day.fromisoformat(known) + AHEAD).isoformat() if known else ""
    for record, path, day in days:
        if known and day > limit:
            yield record.problem(path, tell("new_days.ahead", day=day, known=known), tell("new_days.write_day_or_leave"), level=NOTICE)


def _seen(plan: Plan) -> Iterator[tuple[Record, tuple, str]]:
    return ((record, (*path, "on"), shape.on) for record in plan.records() for path, shape in record.shapes if isinstance(shape, Seen))


def no_new_judgement_is_back_dated(before: Published, plan: Plan) -> Iterator[Problem]:
    """Nobody judges before the first published judgement, the judgement that it follows, or the day on which a new page of its basis was seen."""
    made = [str(day) for kind in JUDGED for one in before.records.get(kind, {}).values() if (day := one.fields.get("assessed_on"))]
    for kind in JUDGED:
        for id, new in plan.of(kind).items():
            if made and id not in before.records.get(kind, {}) and isinstance(new, Assessment | Outcome) and new.assessed_on:
                last = max(min(made), *_days_before(new, plan.of(kind).get(_follows(id)), before, plan))
                if new.assessed_on < last:
                    message = tell("new_days.judged_before", day=new.assessed_on, last=last)
                    yield new.problem(("assessed_on",), message, tell("days.write_day_of_judging"))


def _follows(id: str) -> str:
    """The identifier of the judgement before one of the same day; empty for the first."""
    stem, _, number = id.rpartition(".")
    return "" if "@" not in stem else stem if number == "2" else f"{stem}.{int(number) - 1}"


def _days_before(new: Assessment | Outcome, earlier: Record | None, before: Published, plan: Plan) -> list[str]:
    """The day of the judgement that it follows, and those on which the pages of what is new in its basis were seen."""
    published = {id for kind in PIECES for id in before.records.get(kind, {})}
    seen = [one.seen.on for piece in plan.later_basis(new) if piece.id not in published for one in piece.evidence if one.seen]
    return ["", getattr(earlier, "assessed_on", None) or "", *seen]


def no_new_comparison_is_back_dated(before: Published, plan: Plan) -> Iterator[Problem]:
    """Nobody compares the languages of a text before the first published day of comparing."""
    compared = [(record, path, day) for record, path, day in days_of_ours(plan) if path[-1] == "compared"]
    first = min(before.days("compared"), default="")
    for record, path, day in compared:
        if day < first:
            yield record.problem(path, tell("new_days.compared_before", day=day, first=first), tell("new_days.write_day_of_comparing"))


RULES: list[Rule] = [no_new_day_lies_ahead, no_new_judgement_is_back_dated, no_new_comparison_is_back_dated]
