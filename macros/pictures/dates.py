"""The days that a date of the data covers, and the dated things that a timeline shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta

from macros.model import REPORT, When
from macros.phrases import kind_of
from macros.plan import Plan
from macros.shape import Record

Span = tuple[Day, Day]


def spans(value: str, years: Iterable[int] = ()) -> list[Span]:
    """A date of the data as first day and day after the last: 2006, 2006-10, 2006-07-24, 2006/2007; --10-18 in each of the years."""
    if value.startswith("--"):
        return [span for year in years for span in spans(f"{year}-{value[2:]}")]
    first, _, last = value.partition("/")
    parts = [int(part) for part in first.split("-")]
    begin = Day(*parts, *[1] * (3 - len(parts)))
    if last or len(parts) == 1:
        return [(begin, Day(int(last or first) + 1, 1, 1))]
    if len(parts) == 2:
        return [(begin, Day(begin.year + begin.month // 12, begin.month % 12 + 1, 1))]
    return [(begin, begin + timedelta(days=1))]


@dataclass(frozen=True)
class Dated:
    """A date of a record; `area` is the one that the record belongs to or bears on, or empty."""

    area: str
    record: Record
    when: When

    @property
    def kind(self) -> str:
        return kind_of(self.record)

    @property
    def is_open(self) -> bool:
        """Whether nothing is reported to have happened then: it was announced, or the year is not stated."""
        return self.when.of == "expected" or self.when.value.startswith("--") or getattr(self.record, "state", "") == "announced"


def printed_on(plan: Plan) -> Day | None:
    """The day of the Official Journal that prints the plan: the documents do not give the day of its adoption."""
    printed = (source.oj for source in plan.sources.values() if source.kind == "plan" and source.oj)
    return next((spans(journal.date)[0][0] for journal in printed), None)


def reported_on(plan: Plan) -> Day | None:
    """The day of the report."""
    date = plan.sources[REPORT].date
    return spans(date.value)[0][0] if date else None


def dated(plan: Plan) -> Iterator[Dated]:
    """Every date of an action, finding or source, in the order of the files."""
    for action in plan.actions.values():
        yield from (Dated(action.objective_id.rpartition(".")[0], action, when) for when in action.dates)
    for finding in plan.findings.values():
        areas = [id.rpartition(".")[0] if id in plan.objectives else id for id in finding.bears_on if id in plan.objectives or id in plan.areas]
        yield from (Dated(areas[0] if areas else "", finding, when) for when in finding.dates)
    for source in plan.sources.values():
        if source.date:
            yield Dated("", source, source.date)


def within(one: Dated, first: Day | None, report: Day | None) -> bool:
    """Whether a date belongs into the picture: not over before the plan, and not later than the report unless it was announced."""
    if one.when.value.startswith("--"):
        return True
    begin, end = spans(one.when.value)[0]
    return (not first or end > first) and (not report or begin <= report or one.is_open or one.when.is_ == "by")
