"""A strip of years with a mark at each day of which something is known; between them nothing is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day

from markupsafe import Markup

from macros.drawing.charts.drawing import element, picture, text, text_width, toned

BOX = 22.0  # a mark
WIDTH = 280  # what a phone has room for within a block


@dataclass(frozen=True)
class StripMark:
    """A day, how its mark looks, and what it says."""

    day: Day
    tone: str | None
    sign: str
    says: str


@dataclass(frozen=True)
class _Axis:
    first: int  # year
    last: Day

    def at(self, day: Day) -> float:
        """Where a day stands; room for half a mark is left at both ends."""
        start = Day(self.first, 1, 1).toordinal()
        share = (day.toordinal() - start) / max(1, self.last.toordinal() - start)
        return BOX / 2 + 2 + (WIDTH - BOX - 4) * share


def strip(key: str, marks: Sequence[StripMark], first: int, looked: StripMark, title: str, description: str) -> Markup:
    """The strip from a year to the day of the last look. Marks that would touch stand above each other."""
    axis = _Axis(min(first, *(mark.day.year for mark in marks)), max(looked.day, *(mark.day for mark in marks)))
    rows = list(_rows(marks, axis))
    line = BOX * (max(row for _, row in rows) + 0.5) + 4
    end = axis.at(looked.day)
    last_look = element("path", d=f"M{end:.1f} {line - BOX / 2:.1f}V{line + 10:.1f}", class_="milestone")
    says = text(WIDTH, line + BOX + 17, [looked.says], class_="quiet", text_anchor="end")
    drawn = [_mark(mark, axis.at(mark.day), line - BOX * row) for mark, row in rows]
    return picture(key, WIDTH, line + BOX + 28, title, description, *_years(axis, line), last_look, says, *drawn, class_="strip")


def _rows(marks: Sequence[StripMark], axis: _Axis) -> Iterator[tuple[StripMark, int]]:
    """Each mark, and the lowest row in which it touches no other."""
    ends: list[float] = []
    for mark in sorted(marks, key=lambda mark: mark.day):
        x = axis.at(mark.day)
        row = next((row for row, end in enumerate(ends) if end <= x - BOX / 2), len(ends))
        ends[row : row + 1] = [x + BOX / 2]
        yield mark, row


def _years(axis: _Axis, line: float) -> Iterator[Markup]:
    """A line with a stroke where each year begins; a year is named where its name has room."""
    yield element("path", d=f"M{axis.at(Day(axis.first, 1, 1)):.1f} {line:.1f}H{axis.at(axis.last):.1f}", class_="axis")
    free = 0.0
    for year in range(axis.first, axis.last.year + 1):
        x = axis.at(Day(year, 1, 1))
        yield element("path", d=f"M{x:.1f} {line - 3:.1f}v6", class_="axis")
        if x >= free and (year % 5 == 0 or year == axis.first):
            yield text(x, line + BOX, [str(year)], class_="quiet", text_anchor="middle")
            free = x + 1.5 * text_width(str(year))


def _mark(mark: StripMark, x: float, y: float) -> Markup:
    box = element("rect", x=x - BOX / 2 + 1, y=y - BOX / 2 + 1, width=BOX - 2, height=BOX - 2)
    return element("g", element("title", mark.says), box, text(x, y, [mark.sign], text_anchor="middle"), class_=toned("share", mark.tone))
