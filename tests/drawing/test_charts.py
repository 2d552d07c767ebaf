"""Bars, dates and countries as pictures, also at their limits."""

import xml.etree.ElementTree as ET
from datetime import date as Day

import pytest

from macros.drawing.charts.bar import Share, bar
from macros.drawing.charts.drawing import PHONE_PX, text_width
from macros.drawing.charts.tiles import PLACES, Tile, tiles
from macros.drawing.charts.timeline import Axis, DateMark, head, lane, years_of


def texts(root):
    """Each text: its rows, and its box as the drawing rules measure it (left, top, right, bottom)."""
    for one in root.iter("text"):
        rows = [one.text or "", *("".join(span.itertext()) for span in one if span.get("class") != "blank")]
        width, x, y = max(map(text_width, rows)), float(one.get("x")), float(one.get("y"))
        left = x - width * {"start": 0, "middle": 0.5, "end": 1}[one.get("text-anchor", "start")]
        yield rows, (left, y - 8, left + width, y + 17 * (len(rows) - 1) + 8)


def apart(boxes):
    """Whether no two boxes touch."""
    return all(b[0] >= a[2] or b[2] <= a[0] or b[1] >= a[3] or b[3] <= a[1] for place, a in enumerate(boxes) for b in boxes[place + 1 :])


def shares(*numbers):
    return [Share("strong", "✓", number, f"{number} things") for place, number in enumerate(numbers)]


@pytest.mark.parametrize("numbers", [(40, 10, 7, 8), (1,), (0, 3), (1, 1), (1000, 1), (1, 2, 3, 4, 5)])
def test_a_part_of_a_bar_is_as_long_as_its_share(numbers):
    root = ET.fromstring(bar("bar", shares(*numbers), "T", "D", PHONE_PX))
    parts = [(float(part.find("rect").get("x")) - 1, float(part.find("rect").get("width")) + 2, part.find("title").text) for part in root.iter("g")]
    assert [said for *_, said in parts] == [f"{number} things" for number in numbers if number]
    x = 0
    for (left, length, _), number in zip(parts, [n for n in numbers if n], strict=True):
        assert left == pytest.approx(x, abs=0.11)
        assert length == pytest.approx(max(PHONE_PX * number / sum(numbers), 3), abs=0.11)
        x += PHONE_PX * number / sum(numbers)


def test_a_number_that_has_no_room_is_left_to_the_words():
    said = ["".join(rows) for rows, _ in texts(ET.fromstring(bar("bar", shares(1000, 1), "T", "D", PHONE_PX)))]
    assert said == ["✓ 1000"]


def test_an_empty_bar_has_no_part():
    assert not list(ET.fromstring(bar("bar", shares(0, 0), "T", "D", PHONE_PX)).iter("rect"))


def mark(first, end, limit="on", hollow=False):
    return DateMark(Day.fromisoformat(first), Day.fromisoformat(end), limit, hollow)


AXIS = Axis(range(2005, 2010), Day(2008, 10, 17))
DAY, MONTH, YEAR = mark("2006-07-24", "2006-07-25"), mark("2006-07-01", "2006-08-01"), mark("2006-01-01", "2007-01-01")


def share(value):
    return float(value.removesuffix("%"))


def marks(*own):
    """The marks of a lane."""
    return list(ET.fromstring(lane(AXIS, own)).iter("g"))


def test_a_mark_is_as_wide_as_its_date_is_vague():
    month, year = (marks(one)[0].find("rect") for one in (MONTH, YEAR))
    assert share(month.get("width")) == pytest.approx(share(year.get("width")) * 31 / 365, abs=0.02)
    assert share(year.get("x")) == pytest.approx(20, abs=0.1)
    day = marks(DAY)[0]
    assert day.find("rect") is None
    assert share(month.get("x")) < share(day.find("svg").get("x")) < share(month.get("x")) + share(month.get("width"))


def test_a_limit_points_its_way():
    arrows = [one.get("d") for since in ("since", "by", "on") for one in marks(mark("2007-01-01", "2008-01-01", since))[0].iter("path")]
    assert ["h18" in d for d in arrows] == [True, False]
    assert "h-18" in arrows[1]


def test_a_lane_has_a_mark_for_each_of_its_dates():
    days = [DateMark(Day(year, 10, 18), Day(year, 10, 19), hollow=year == 2008) for year in (2006, 2007, 2008)]
    found = marks(*days)
    assert [one.get("class") for one in found] == ["mark", "mark", "mark mark--hollow"]
    assert len({one.find("svg").get("x") for one in found}) == 3


@pytest.mark.parametrize("last", [2006, 2012, 2026, 2039])
def test_the_axis_names_years_that_have_room_and_the_report(last):
    root = ET.fromstring(head(Axis(range(2005, last + 1), Day(2005, 10, 17)), "Report"))
    said = [(share(text.get("x")), text.text) for text in root.iter("text") if text.text != "Report"]
    assert 2 <= len(said) <= 8 and said[0] == (0, "2005")
    assert all(right - left >= 100 / 9 for (left, _), (right, _) in zip(said, said[1:], strict=False))
    assert [text.text for text in root.iter("text")][-1] == "Report"


def test_years_reach_from_the_first_date_to_the_last():
    assert years_of([YEAR, mark("2008-12-31", "2009-01-01")], [Day(2005, 12, 9)]) == range(2005, 2009)
    assert years_of([], []) == range(0)


def test_an_axis_without_years_is_empty():
    assert "text" not in head(Axis(range(0)), "")


def test_no_two_countries_share_a_tile():
    assert len(set(PLACES.values())) == len(PLACES)


def test_every_country_of_the_report_has_a_tile():
    from support.frozen import PLAN

    assert set(PLACES) == set(PLAN.countries)


@pytest.mark.parametrize("value", ["", "–", "2 143", "≥ 100"])
def test_tiles_hold_their_words(value):
    root = ET.fromstring(tiles("map", {id: Tile(id.upper(), value, "level-1", "#", "says") for id in PLACES}, "T", "D"))
    found = list(texts(root))
    assert apart([box for _, box in found])
    assert all(box[0] >= 0 and box[2] <= PHONE_PX and box[3] <= float(root.get("viewBox").split()[3]) for _, box in found)
    assert len(list(root.iter("a"))) == len(PLACES)


def test_a_map_without_countries_is_empty():
    assert list(texts(ET.fromstring(tiles("map", {}, "T", "D")))) == []
