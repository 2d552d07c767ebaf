"""The timeline: what the report dates and what came after it, year by year, over one axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from functools import cached_property
from itertools import groupby

from markupsafe import Markup

from macros.drawing.charts.timeline import Axis, head, lane, years_of
from macros.drawing.dated_row import Row
from macros.drawing.dates import printed_on, reported_on
from macros.drawing.since_picture import SincePicture
from macros.drawing.timeline_picture import TimelinePicture
from macros.wording.labels import Labels


@dataclass(frozen=True)
class Year:
    """The rows that begin in a year, up to the report or after it; without a year those that name none."""

    year: int | None
    later: bool
    rows: list[Row]


@dataclass
class YearsPicture:
    """Everything that is dated."""

    labels: Labels
    reported: TimelinePicture
    since: SincePicture

    @cached_property
    def years(self) -> list[Year]:
        """Each year of which something is told, in order; the year of the report in two parts."""
        rows = sorted((row for row in self._rows if row.marks), key=lambda row: row.marks[0].first)
        found = [Year(year, later, list(own)) for (year, later), own in groupby(rows, self._place)]
        without = [row for row in self._rows if not row.marks]
        return [*found, *([Year(None, False, without)] if without else [])]

    def proofs(self) -> list[str]:
        """The levels of proof on which something stands, in the order of the vocabulary."""
        used = {row.proof for row in self._rows}
        return [proof for proof in self.labels.plan.vocabularies["proofs"] if proof in used]

    def head(self) -> Markup:
        """The years, above the lanes."""
        report = reported_on(self.labels.plan)
        words = self.labels.wording
        return head(self._axis, words.say("picture.report", date=words.date(report.isoformat())) if report else "")

    def lane(self, row: Row) -> Markup:
        """The marks of a row."""
        return lane(self._axis, row.marks)

    @property
    def _rows(self) -> Sequence[Row]:
        drawn = (picture for picture in (self.reported, self.since) if not picture.too_many)
        return [row for picture in drawn for row in picture.rows]

    def _place(self, row: Row) -> tuple[int, bool]:
        report, first = reported_on(self.labels.plan), row.marks[0].first
        return first.year, report is not None and first > report

    @cached_property
    def _axis(self) -> Axis:
        plan = self.labels.plan
        report, looked = reported_on(plan), Day.fromisoformat(plan.looked_on) if plan.looked_on else None
        ends = [day for day in (printed_on(plan), report, looked) if day]
        return Axis(years_of((mark for row in self._rows for mark in row.marks), ends), report)
