"""The picture of what happened when: a lane for each dated thing, all over the same years, with a mark for each date as wide as the date is vague.

Lanes are as wide as the page gives them, so places are told in hundredths of their width.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from math import ceil

from markupsafe import Markup

from macros.drawing.charts.drawing import element

BAR = 12  # height of a mark
MOST_LABELS = 8  # years that are named on the axis: more have no room where a lane is narrow
# Words of `date_is` whose mark opens to the right.
OPEN_TO_THE_RIGHT = ("since", "from", "from-end", "after")


@dataclass(frozen=True)
class DateMark:
    """A date: its first day, the day after its last, and what limit it is.

    `limit` is a word of `date_is`: the mark of "since" and "after" opens to the right, that of "by" to the left.
    `hollow` says that nothing is reported to have happened then.
    """

    first: Day
    end: Day
    limit: str = "on"
    hollow: bool = False


@dataclass(frozen=True)
class Axis:
    """The years that all lanes cover, and the day of the report, after which everything came later."""

    years: range
    report: Day | None = None

    def at(self, day: Day) -> str:
        """Where a day begins, in hundredths of a lane."""
        start = Day(self.years.start, 1, 1)
        return f"{100 * (day - start).days / (Day(self.years.stop, 1, 1) - start).days:.2f}%"

    def length(self, first: Day, end: Day) -> str:
        """How long some days are."""
        return f"{100 * (end - first).days / (Day(self.years.stop, 1, 1) - Day(self.years.start, 1, 1)).days:.2f}%"


def years_of(marks: Iterable[DateMark], days: Iterable[Day]) -> range:
    """From the first year in which something is dated to the last."""
    covered = [day for mark in marks for day in (mark.first, mark.end - timedelta(days=1))] + list(days)
    return range(min(covered).year, max(covered).year + 1) if covered else range(0)


def head(axis: Axis, report: str) -> Markup:
    """The axis: a name for as many years as have room, and for the report; and what stands behind every lane."""
    every = axis.years[:: ceil(len(axis.years) / MOST_LABELS)] if axis.years else ()
    named = [year for year in every if axis.years.stop - year >= len(axis.years) / (2 * MOST_LABELS)]
    labels = [element("text", str(year), x=axis.at(Day(year, 1, 1)), dx=3, y="1.1em") for year in named]
    flag = [element("text", report, x=axis.at(axis.report), dx=5, y="2.5em", class_="flag")] if axis.report and axis.years else []
    # No line runs through the name of a year.
    cover = element("rect", width="100%", height="1.5em", class_="cover")
    return element("svg", element("defs", *_ground(axis)), _ground_used(), cover, *labels, *flag, class_="lane", aria_hidden="true")


def lane(axis: Axis, marks: Sequence[DateMark]) -> Markup:
    """The lane of a dated thing. It repeats what stands beside it in words, so that it is for eyes only."""
    return element("svg", _ground_used(), *(_mark(mark, axis) for mark in marks), class_="lane", aria_hidden="true")


def _ground_used() -> Markup:
    return element("use", href="#timeline-ground")


def _ground(axis: Axis) -> list[Markup]:
    """A line where each year begins; from the report on another ground, and a line that marks its day."""
    whole = {"width": "100%", "height": "100%"}
    line = element("path", d="M.5 0V999", class_="rule")
    years = element("pattern", line, id="timeline-years", width=f"{1 / max(1, len(axis.years)):.6f}", height=1)
    drawn = [element("rect", fill="url(#timeline-years)", **whole)]
    if axis.report and axis.years:
        x = axis.at(axis.report)
        later = element("rect", x=x, class_="timeline-later", **whole)
        drawn = [later, *drawn, element("line", x1=x, x2=x, y1=0, y2="100%", class_="timeline-report")]
    return [years, element("g", *drawn, id="timeline-ground")]


def _mark(mark: DateMark, axis: Axis) -> Markup:
    """A diamond for a day; a bar for several days, a month, a year or a period; an arrow where the date is only a limit."""
    x, arrow = axis.at(mark.first), None
    if (mark.end - mark.first).days == 1:
        shape = _at(x, "M0 -7l7 7l-7 7l-7 -7z")
    else:
        shape = element("rect", x=x, width=axis.length(mark.first, mark.end), y="50%", height=BAR, transform=f"translate(0 -{BAR // 2})")
    if mark.limit in OPEN_TO_THE_RIGHT:
        arrow = _at(axis.at(mark.end), "M0 0h18m-6 -5l6 5l-6 5", class_="arrow")
    if mark.limit == "by":
        arrow = _at(x, "M0 0h-18m6 -5l-6 5l6 5", class_="arrow")
    return element("g", shape, arrow, class_="mark mark--hollow" if mark.hollow else "mark")


def _at(x: str, d: str, **attributes: str) -> Markup:
    """A shape of its own size around a place in the middle of a lane."""
    return element("svg", element("path", d=d), x=x, y="50%", overflow="visible", **attributes)
