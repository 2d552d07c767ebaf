"""The days that a date of the data covers, and the dated things that a timeline shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from functools import partial

from macros.model.kinds import kind_of
from macros.model.plan import Plan
from macros.model.records import REPORT, Action, Finding, Indicator, Source
from macros.model.shape import Record
from macros.model.values import Entry, Figure, When

Span = tuple[Day, Day]


def spans(value: str, years: Iterable[int] = ()) -> list[Span]:
    """A date of the data as first day and day after the last: 2006, 2006-10, 2006-07-24, 2006/2007 or two days; --10-18 in each of the years."""
    if value.startswith("--"):
        return [span for year in years for span in spans(f"{year}-{value[2:]}")]
    first, _, last = value.partition("/")
    if last and "-" in last:
        return [(Day.fromisoformat(first), Day.fromisoformat(last) + timedelta(days=1))]
    parts = [int(part) for part in first.split("-")]
    begin = Day(*parts, *[1] * (3 - len(parts)))
    if last or len(parts) == 1:
        return [(begin, Day(int(last or first) + 1, 1, 1))]
    if len(parts) == 2:
        return [(begin, Day(begin.year + begin.month // 12, begin.month % 12 + 1, 1))]
    return [(begin, begin + timedelta(days=1))]


@dataclass(frozen=True)
class Dated:
    """A date of a record; `lane` is the area that the record belongs to or bears on, or else its kind."""

    lane: str
    record: Record
    when: When

    @property
    def kind(self) -> str:
        return kind_of(self.record)

    @property
    def every_year(self) -> bool:
        """Whether it is a day without a year."""
        return self.when.value.startswith("--")

    @property
    def announced(self) -> bool:
        """Whether it was only announced."""
        return self.when.of == "expected" or getattr(self.record, "state", "") == "announced"

    @property
    def begins(self) -> Span:
        """The days in which it begins, to stand in order."""
        return spans(self.when.value, [Day.max.year - 1])[0]


def printed_on(plan: Plan) -> Day | None:
    """The day of the Official Journal that prints the plan: the documents do not give the day of its adoption."""
    printed = (source.oj for source in plan.sources.values() if source.kind == "plan" and source.oj)
    return next((spans(journal.date)[0][0] for journal in printed), None)


def reported_on(plan: Plan) -> Day | None:
    """The day of the report."""
    date = plan.sources[REPORT].date
    return spans(date.value)[0][0] if date else None


def dated(plan: Plan) -> Iterator[Dated]:
    """Every date of an action, finding, indicator, or source of the two documents; of what a record dates twice, the first."""
    for action in plan.actions.values():
        yield from _of(action, action.objective_id.rpartition(".")[0], [*action.dates, *_periods(action.figures)])
    for finding in plan.findings.values():
        areas = (_area(plan, id) for id in finding.bears_on)
        yield from _of(finding, next(filter(None, areas), ""), [*finding.dates, *_periods(finding.figures)])
    for indicator in plan.indicators.values():
        yield from _of(indicator, _area(plan, indicator.section), _periods([indicator, *indicator.entries, *indicator.totals]))
    for source in filter(partial(_is_of_the_ground, plan), plan.sources.values()):
        yield from _of(source, "", [*([source.date] if source.date else []), *source.dates])
        if source.oj:
            yield Dated("sources", source, When(value=source.oj.date, **{"is": "on"}, of="publication", printed=source.oj.printed))


def _is_of_the_ground(plan: Plan, source: Source) -> bool:
    """Whether one of the documents that are held whole names a source; of later texts only units are held."""
    return any(one.source and not plan.sources[one.source].units_only for one in source.evidence)


def _of(record: Action | Finding | Indicator | Source, area: str, whens: Iterable[When]) -> list[Dated]:
    found: dict[tuple[str, str], Dated] = {}
    for when in whens:
        found.setdefault((when.value, when.is_), Dated(area or kind_of(record), record, when))
    return list(found.values())


def _area(plan: Plan, id: str) -> str:
    return plan.objectives[id].area_id if id in plan.objectives else id if id in plan.areas else ""


def _periods(dated: Iterable[Figure | Indicator | Entry]) -> Iterator[When]:
    """The periods that figures are about, as dates."""
    for period in filter(None, (one.period for one in dated)):
        yield When(value=period.value, **{"is": period.is_}, of="period", printed=period.printed)


def within(one: Dated, first: Day | None, report: Day | None) -> bool:
    """Whether a date belongs into the picture: not begun before the plan, and not later than the report unless it was announced."""
    if one.every_year:
        return True
    begin, end = spans(one.when.value)[0]
    after_the_plan = not first or (end > first and begin.year >= first.year)
    return after_the_plan and (not report or begin <= report or one.announced or one.when.is_ == "by")
