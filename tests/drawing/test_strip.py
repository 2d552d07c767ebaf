"""The strip of dated judgements: a mark at each day, nothing between."""

import re
from datetime import date as Day

from macros.drawing.charts.strip import BOX, WIDTH, StripMark, strip

LOOKED = StripMark(Day(2026, 11, 29), None, "", "Last look: 29 November 2026")


def mark(*day: int) -> StripMark:
    return StripMark(Day(*day), "strong", "●", f"{day[0]}: delivered")


def places(*marks: StripMark, first: int = 2008) -> list[tuple[float, float]]:
    """Left and top of each mark."""
    drawn = strip("history", marks, first, LOOKED, "Statuses", "In words")
    return [(float(x), float(y)) for x, y in re.findall(r'<rect x="([\d.]+)" y="([\d.]+)"', drawn)]


def test_marks_stand_in_the_order_of_their_days():
    found = places(mark(2024, 7, 14), mark(2008, 10, 17), mark(2015, 1, 1))
    assert [x for x, _ in found] == sorted(x for x, _ in found)
    assert len({y for _, y in found}) == 1


def test_marks_that_would_touch_stand_above_each_other():
    (x, low), (other, high) = places(mark(2011, 4, 15), mark(2011, 4, 20))
    assert abs(other - x) < BOX
    assert low - high == BOX


def test_every_mark_is_within_the_picture():
    found = places(mark(2005, 1, 1), mark(2026, 11, 29))
    assert all(x >= 0 and x + BOX - 2 <= WIDTH for x, _ in found)


def test_the_picture_tells_each_mark_and_the_last_look():
    drawn = strip("history", [mark(2008, 10, 17)], 2008, LOOKED, "Statuses", "In words")
    assert "<title>2008: delivered</title>" in drawn
    assert "Last look: 29 November 2026" in drawn
    assert 'aria-describedby="history-desc"' in drawn
