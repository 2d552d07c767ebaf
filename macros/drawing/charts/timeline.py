"""The picture of what happened when: a row for each dated thing, a mark for each date, as wide as the date is vague."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from math import ceil

from markupsafe import Markup

from macros.drawing.charts.drawing import DESK_PX, LINE, element, lines, picture, text, text_width

BAR = 12
HEAD = 26  # room for the years
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
class Moment:
    """A dated thing: its label, where it leads, its marks, and what is shown to those who point at it."""

    label: str
    href: str
    marks: Sequence[DateMark]
    says: str | None = None


@dataclass(frozen=True)
class Milestone:
    """A day that is marked through all rows; one without a label is named elsewhere."""

    label: str
    day: Day


def years_of(marks: Iterable[DateMark], milestones: Iterable[Milestone]) -> range:
    """From the first year in which something is dated to the last."""
    days = [day for mark in marks for day in (mark.first, mark.end - timedelta(days=1))] + [one.day for one in milestones]
    return range(min(days).year, max(days).year + 1) if days else range(0)


def timeline(
    key: str, heading: str, moments: Sequence[Moment], milestones: Sequence[Milestone], years: range, description: str, width: float = DESK_PX
) -> Markup:
    """The picture over some years, with its own head, so that it can be read alone. On a phone a label stands above its mark, else beside it."""
    narrow = width < DESK_PX
    axis = _Axis(years, 6.0 if narrow else width * 0.5, width - 6)
    name = lines(heading, width if narrow else axis.left - 14)
    flags = _flags(axis, milestones)
    # On a phone the heading stands above the years, else beside them.
    above = LINE * len(name) + 4.0 if narrow else 0.0
    top = above + LINE * sum(len(flag.rows) for flag in flags)
    y, drawn = top + max(HEAD, 0 if narrow else LINE * len(name) + 9), [text(0, 9 if narrow else top + 14, name, class_="strong")]
    for moment in moments:
        rows = lines(moment.label, width if narrow else axis.left - 14)
        below = LINE * len(rows) + 2 if narrow else 0
        marks = [_mark(mark, axis, y + 11 + below) for mark in moment.marks]
        drawn.append(element("a", element("title", moment.says) if moment.says else None, text(0, y + 11, rows), *marks, href=moment.href))
        y += below + 24 if narrow else max(26, LINE * len(rows) + 9)
    return picture(
        f"{key}-{width:.0f}", width, y, heading, description, *_grid(axis, flags, above, top, y), *drawn,
        links=True, class_=f"timeline chart--{'narrow' if narrow else 'wide'}",
    )  # fmt: skip


@dataclass(frozen=True)
class _Axis:
    """Days -> places between two edges."""

    years: range
    left: float
    right: float

    @property
    def step(self) -> int:
        """How many years one label of a year needs, so that no two overlap."""
        return ceil(text_width(" 0000 ") * len(self.years) / (self.right - self.left))

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
        found.append(_Flag(x, lines(one.label, room) if one.label else (), axis.right - x > x))
    return found


def _grid(axis: _Axis, flags: Sequence[_Flag], first: float, top: float, bottom: float) -> list[Markup]:
    """A line where each year begins, labels of as many as there is room for, and the milestones, each flag below the one before."""
    found, y = [], first + 8
    for year in axis.years:
        x = axis.at(Day(year, 1, 1))
        found.append(element("path", d=f"M{x:.1f} {top + HEAD - 6:.0f}V{bottom:.0f}", class_="rule"))
        if (year - axis.years.start) % axis.step == 0:
            found.append(text(x + 3, top + 14, [str(year)], class_="quiet"))
    for flag in flags:
        found.append(element("path", d=f"M{flag.x:.1f} {y - 8:.0f}V{bottom:.0f}", class_="milestone"))
        if flag.rows:
            found.append(text(flag.x + (5 if flag.to_the_right else -5), y, flag.rows, text_anchor="start" if flag.to_the_right else "end"))
        y += LINE * len(flag.rows)
    return found


def _mark(mark: DateMark, axis: _Axis, y: float) -> Markup:
    """A diamond for a day; a bar for several days, a month, a year or a period; an arrow where the date is only a limit."""
    first, end, arrow = axis.at(mark.first), axis.at(mark.end), None
    if (mark.end - mark.first).days == 1:
        x = (first + end) / 2
        shape = element("path", d=f"M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7z")
    else:
        x = end if mark.limit in OPEN_TO_THE_RIGHT else first
        shape = element("rect", x=first, y=y - BAR / 2, width=max(4.0, end - first), height=float(BAR))
    if mark.limit in OPEN_TO_THE_RIGHT:
        arrow = element("path", d=f"M{x:.1f} {y:.1f}h18m-6 -5l6 5l-6 5", class_="arrow")
    if mark.limit == "by":
        arrow = element("path", d=f"M{x:.1f} {y:.1f}h-18m6 -5l-6 5l6 5", class_="arrow")
    return element("g", shape, arrow, class_="mark mark--hollow" if mark.hollow else "mark")
