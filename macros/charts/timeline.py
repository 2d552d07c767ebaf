"""The picture of what happened when: a lane for each group, a mark for each date, as wide as the date is vague."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta

from markupsafe import Markup

from macros.charts.drawing import LINE, WIDE, element, lines, picture, text

BAR = 12
HEAD = 30  # room for the years


@dataclass(frozen=True)
class Moment:
    """A dated thing: its label, where it leads, when it was, and what limit the date is.

    Each of `spans` is a first day and the day after the last; a day of every year has several.
    `limit` is a word of `date_is`: the mark of "since" and "after" opens to the right, that of "by" to the left.
    `hollow` says that nothing is reported to have happened then: it was announced, or the year is not stated.
    `says` is shown to those who point at it.
    """

    label: str
    href: str
    spans: Sequence[tuple[Day, Day]]
    limit: str = "on"
    hollow: bool = False
    says: str | None = None


@dataclass(frozen=True)
class Milestone:
    """A day that is marked through all lanes."""

    label: str
    day: Day


def timeline(
    lanes: Sequence[tuple[str, Sequence[Moment]]], milestones: Sequence[Milestone], title: str, description: str, width: float = WIDE
) -> Markup:
    """The picture, from the first year in it to the last. On a phone a label stands above its mark, else beside it."""
    narrow = width < WIDE
    axis = _Axis(lanes, milestones, 6.0 if narrow else width * 0.5, width - 6)
    flags = _flags(axis, milestones)
    top = LINE * sum(len(flag.rows) for flag in flags) + 0.0
    y, drawn = top + HEAD + 6, []
    for name, moments in lanes:
        rows = lines(name, width)
        drawn.append(text(0, y + 14, rows, class_="strong"))
        y += LINE * len(rows) + 12
        for moment in moments:
            rows = lines(moment.label, width if narrow else axis.left - 14)
            below = LINE * len(rows) + 2 if narrow else 0
            marks = [shape for span in moment.spans for shape in _mark(*span, moment.limit, axis, y + 11 + below)]
            mark = element("g", *marks, class_="mark mark--hollow" if moment.hollow else "mark")
            drawn.append(element("a", element("title", moment.says) if moment.says else None, text(0, y + 11, rows), mark, href=moment.href))
            y += below + 24 if narrow else max(26, LINE * len(rows) + 9)
        y += 8
    return picture(
        f"timeline-{width:.0f}", width, y, title, description, *_grid(axis, flags, top, y), *drawn,
        links=True, class_=f"timeline chart--{'narrow' if narrow else 'wide'}",
    )  # fmt: skip


class _Axis:
    """Days -> places between two edges."""

    def __init__(self, lanes: Sequence[tuple[str, Sequence[Moment]]], milestones: Sequence[Milestone], left: float, right: float):
        spans = [span for _, own in lanes for moment in own for span in moment.spans]
        days = [first for first, _ in spans] + [end - timedelta(days=1) for _, end in spans] + [one.day for one in milestones]
        self.years = range(min(days).year, max(days).year + 1) if days else range(0)
        self.left, self.right = left, right

    def at(self, day: Day) -> float:
        """Where a day begins."""
        start = Day(self.years.start, 1, 1)
        whole = (Day(self.years.stop, 1, 1) - start).days
        return self.left + (self.right - self.left) * (day - start).days / whole


@dataclass(frozen=True)
class _Flag:
    """The label of a milestone on the side of its line that has more room."""

    x: float
    rows: Sequence[str]
    to_the_right: bool


def _flags(axis: _Axis, milestones: Sequence[Milestone]) -> list[_Flag]:
    found = []
    for one in milestones:
        x = axis.at(one.day)
        room = max(x, axis.right - x) - 8
        found.append(_Flag(x, lines(one.label, room), axis.right - x > x))
    return found


def _grid(axis: _Axis, flags: Sequence[_Flag], top: float, bottom: float) -> list[Markup]:
    """The years, with a line where each begins, and the milestones, each flag below the one before."""
    found, y = [], 8.0
    for year in axis.years:
        x = axis.at(Day(year, 1, 1))
        found += [element("path", d=f"M{x:.1f} {top + HEAD - 6:.0f}V{bottom:.0f}", class_="rule"), text(x + 3, top + 14, [str(year)], class_="quiet")]
    for flag in flags:
        found += [
            element("path", d=f"M{flag.x:.1f} {y - 8:.0f}V{bottom:.0f}", class_="milestone"),
            text(flag.x + (5 if flag.to_the_right else -5), y, flag.rows, text_anchor="start" if flag.to_the_right else "end"),
        ]
        y += LINE * len(flag.rows)
    return found


def _mark(first_day: Day, end_day: Day, limit: str, axis: _Axis, y: float) -> list[Markup]:
    """A diamond for a day; a bar for a month, a year or a period; an arrow where the date is only a limit."""
    first, end = axis.at(first_day), axis.at(end_day)
    if (end_day - first_day).days == 1:
        x = (first + end) / 2
        shape = element("path", d=f"M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7z")
    else:
        x = end if limit in ("since", "after", "from") else first
        shape = element("rect", x=first, y=y - BAR / 2, width=max(4.0, end - first), height=float(BAR))
    if limit in ("since", "after", "from"):
        return [shape, element("path", d=f"M{x:.1f} {y:.1f}h18m-6 -5l6 5l-6 5", class_="arrow")]
    if limit == "by":
        return [shape, element("path", d=f"M{x:.1f} {y:.1f}h-18m6 -5l-6 5l6 5", class_="arrow")]
    return [shape]
