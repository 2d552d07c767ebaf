"""Days of ours, and days that lie ahead: a slip in the year is told, whatever day it is today."""

from collections.abc import Iterator

from macros.messages import tell
from macros.model.kinds import Moved
from macros.model.plan import Plan
from macros.model.records import Judgement, Look
from macros.model.shape import Record, Text
from macros.model.values import Moment, Seen
from macros.problems import Problem
from macros.rules.developments import AHEAD

# So many years after nearly every other day of ours nobody has looked, judged or compared; so many after it nothing is expected.
FAR_YEARS, EXPECTED_YEARS = 5, 50
NEARLY_EVERY = 0.9
LATEST = "9999"


def no_day_of_ours_lies_far_ahead(plan: Plan) -> Iterator[Problem]:
    """On no day years after the others somebody judged, compared, moved or looked, and nothing is expected in half a century."""
    days = list(days_of_ours(plan))
    seen = [shape.on for record in plan.records() for _, shape in record.shapes if isinstance(shape, Seen)]
    ordered = sorted([*seen, *(day for *_, day in days)])
    usual = ordered[max(min(int(len(ordered) * NEARLY_EVERY), len(ordered) - 2), 0)] if ordered else plan.reported_on
    for record, path, day in days:
        if usual and day > _years_after(usual, FAR_YEARS):
            yield record.problem(path, tell("days.far_ahead", day=day, usual=usual), tell("days.correct_year"))
    for record in plan.records():
        for path, shape in record.shapes:
            if isinstance(shape, Moment) and usual and shape.first > _years_after(usual, EXPECTED_YEARS):
                yield record.problem((*path, "value"), tell("days.far_ahead", day=shape.value, usual=usual), tell("days.correct_year"))


def days_of_ours(plan: Plan) -> Iterator[tuple[Record, tuple, str]]:
    """Record, path and day of whatever one of us did on a day; on which a page was seen, another rule says."""
    for record in (*plan.records(), *plan.moved.values()):
        if isinstance(record, Judgement) and record.assessed_on:
            yield record, ("assessed_on",), record.assessed_on
        if isinstance(record, Look | Moved):
            yield record, ("on",), record.on
        for path, shape in record.shapes:
            if isinstance(shape, Text) and shape.compared:
                yield record, (*path, "compared"), shape.compared


def _last_day(plan: Plan, source: str | None) -> str:
    """The last day that the date of a source may mean; a page, and a source without a date, may be of any."""
    known = plan.sources.get(source or "")
    return known.date.last if known and known.date else LATEST


def _years_after(day: str, years: int) -> str:
    return f"{int(day[:4]) + years}{day[4:]}"


def no_judgement_is_older_than_what_it_judges(plan: Plan) -> Iterator[Problem]:
    """Nobody judged a day before it came."""
    for one in (*plan.assessments.values(), *plan.outcomes.values()):
        if one.assessed_on and one.assessed_on < one.as_of:
            yield one.problem(("assessed_on",), tell("days.judged_before", day=one.assessed_on, as_of=one.as_of), tell("days.write_day_of_judging"))


def whatever_tells_of_a_piece_is_not_older(plan: Plan) -> Iterator[Problem]:
    """A page was seen no earlier than what it tells of happened, and not all that tells of a piece is older, but for its own act."""
    for piece in plan.pieces.values():
        moment = plan.moment_of(piece)
        if moment.of in (*AHEAD, "deadline"):
            continue
        for place, one in enumerate(piece.evidence):
            if isinstance(one.seen, Seen) and one.seen.on < moment.first:
                message = tell("days.seen_before", day=one.seen.on, value=moment.value)
                yield piece.problem(("evidence", place, "seen", "on"), message, tell("days.correct_one"))
        own = plan.development_of(piece).source
        told = [_last_day(plan, one.source) if one.source != own else LATEST for one in piece.evidence]
        if told and max(told) < moment.first:
            names = ", ".join(dict.fromkeys(one.source or "" for one in piece.evidence))
            yield piece.problem(("evidence",), tell("days.told_before", sources=names, day=max(told), value=moment.value), tell("days.quote_later"))


def no_deadline_is_older_than_its_act(plan: Plan) -> Iterator[Problem]:
    """What an act sets a deadline for comes after the act."""
    for piece in plan.provisions.values():
        moment = plan.moment_of(piece)
        if piece.deadline and piece.deadline.last < moment.first:
            message = tell("days.deadline_before", day=piece.deadline.value, value=moment.value)
            yield piece.problem(("deadline", "value"), message, tell("days.correct_one"))


RULES = [
    no_day_of_ours_lies_far_ahead,
    no_judgement_is_older_than_what_it_judges,
    whatever_tells_of_a_piece_is_not_older,
    no_deadline_is_older_than_its_act,
]
