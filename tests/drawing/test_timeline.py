"""The dated things of a plan: which are drawn, where, and what is hollow."""

import re
from datetime import date as Day

import pytest
from support.frozen import PLAN, WORDS

from macros.drawing.charts.timeline import OPEN_TO_THE_RIGHT
from macros.drawing.timeline_picture import TimelinePicture
from macros.reading.load import load
from macros.wording.labels import Labels

REPORT = Day(2008, 10, 17)


def when(plan, language="en") -> TimelinePicture:
    return TimelinePicture(Labels(plan, WORDS[language]))


def test_nothing_after_the_report_is_drawn_as_having_happened():
    rows = [(row, marks) for rows in when(PLAN).rows.values() for row, marks in rows]
    assert any(mark.end > REPORT for _, marks in rows for mark in marks)
    assert [(row[0].record.id, mark) for row, marks in rows for mark in marks if not mark.hollow and (mark.end - REPORT).days > 1] == []


def test_what_was_only_announced_is_hollow():
    rows = [(row, marks) for rows in when(PLAN).rows.values() for row, marks in rows if all(one.announced for one in row)]
    assert rows
    assert all(mark.hollow for _, marks in rows for mark in marks)


DATE = '      - value: 2007-05\n        is: "on"\n        of: publication\n        printed: mai 2007\n'


@pytest.fixture
def dated(project, edit):
    """The tiny plan where one action has these dates: its timeline, and the row of that action, if it has one."""

    def draw(*dates: str):
        edit("actions.yaml", DATE, "".join(f"      - {{{date}, printed: x}}\n" for date in dates))
        pictures = when(load(project))
        return pictures, [(row, marks) for rows in pictures.rows.values() for row, marks in rows if row[0].record.id == "2.1.1-1"]

    return draw


def test_a_date_that_goes_beyond_the_report_is_hollow_from_there(dated):
    pictures, [(row, marks)] = dated('value: 2008/2009, is: "on", of: period')
    assert [(mark.first, mark.end, mark.hollow) for mark in marks] == [
        (Day(2008, 1, 1), Day(2008, 10, 18), False), (Day(2008, 10, 18), Day(2010, 1, 1), True),
    ]  # fmt: skip
    assert pictures.open(row[0]) == "goes beyond the report"


def test_each_date_of_a_document_is_drawn(project, edit):
    date = '  date: {value: 2008-10-17, is: "on", of: act, printed: 17.10.2008}\n'
    edit("sources.yaml", date, date + '  dates:\n  - {value: 2008-02-01, is: "on", of: in-force, printed: x}\n')
    rows = when(load(project)).rows["sources"]
    (days,) = ([mark.first for mark in marks] for row, marks in rows if row[0].record.id == "com-2008-657")
    assert days == [Day(2008, 2, 1), Day(2008, 10, 17)]


def test_two_days_are_drawn_as_two_days(dated):
    _, [(_, marks)] = dated('value: 2007-11-08/2007-11-09, is: "on", of: event')
    assert [(mark.first, mark.end) for mark in marks] == [(Day(2007, 11, 8), Day(2007, 11, 10))]


def test_what_begins_at_the_end_of_a_month_is_open_to_the_right(dated):
    _, [(_, marks)] = dated("value: 2009-05, is: from-end, of: expected")
    assert [(mark.end, mark.limit in OPEN_TO_THE_RIGHT) for mark in marks] == [(Day(2009, 6, 1), True)]


@pytest.mark.parametrize(("bound", "years"), [([], [2006, 2007, 2008]), (["value: 2007, is: since, of: event"], [2007, 2008])])
def test_a_day_of_every_year_begins_where_the_source_says(dated, bound, years):
    pictures, [(row, marks)] = dated('value: --10-18, is: "on", of: event', *bound)
    assert [(mark.first.year, mark.hollow) for mark in marks] == [(year, True) for year in years]
    assert pictures.open(next(one for one in row if one.every_year)) == "without a year"


def test_dates_of_one_record_share_a_row_and_say_once_what_happened(dated):
    pictures, [(row, marks)] = dated('value: 2006, is: "on", of: publication', 'value: 2007, is: "on", of: publication')
    assert pictures.date(*row) == "publication: 2006, 2007"
    assert len(marks) == 2


@pytest.mark.parametrize(
    ("date", "shown"),
    [("value: 2005-12-08", False), ("value: 2005-12-09", True), ("value: 2005", True), ("value: 2004/2006", False), ("value: 2009", False)],
)
def test_what_began_before_the_plan_or_came_after_the_report_is_only_in_the_table(dated, date, shown):
    pictures, rows = dated(f'{date}, is: "on", of: act')
    assert bool(rows) is shown
    assert any(one.record.id == "2.1.1-1" for one in pictures.left_out) is not shown


def test_a_row_names_who_is_responsible():
    picture = when(PLAN).picture("2.4", lambda kind, id: id)
    assert "2.4.1-1 European Commission –<" in picture


def test_a_date_stays_whole_in_a_label():
    picture = when(PLAN).picture("2.4", lambda kind, id: id, 328)
    rows = [re.sub(r"\s", " ", row) for row in re.findall(r"<tspan[^>]*>([^<]+)", picture)]
    assert any(row.endswith("act: 17 October 2007") for row in rows)


def test_no_area_has_more_than_its_own_dates():
    for lane, own in when(PLAN).lanes:
        assert {one.record.id.rpartition(".")[0] for one in own if one.kind == "actions"} <= {lane}
