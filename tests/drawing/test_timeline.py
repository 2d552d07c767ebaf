"""The dated things of a plan: which are drawn, where, and what is hollow."""

from datetime import date as Day

import pytest
from support.frozen import PLAN, WORDS

from macros.drawing.charts.timeline import OPEN_TO_THE_RIGHT
from macros.drawing.since_picture import SincePicture
from macros.drawing.timeline_picture import TimelinePicture
from macros.drawing.years_picture import YearsPicture
from macros.lookups.developments import DevelopmentLookups
from macros.reading.load import load
from macros.wording.labels import Labels

REPORT = Day(2008, 10, 17)


def when(plan, language="en") -> TimelinePicture:
    return TimelinePicture(Labels(plan, WORDS[language]))


def by_year(plan, language="en") -> YearsPicture:
    labels = Labels(plan, WORDS[language])
    return YearsPicture(labels, TimelinePicture(labels), SincePicture(labels, DevelopmentLookups(plan)))


def test_nothing_of_the_report_is_drawn_as_having_happened_after_it():
    marks = [(row, mark) for row in when(PLAN).rows for mark in row.marks]
    assert any(mark.end > REPORT for _, mark in marks)
    assert [(row.id, mark) for row, mark in marks if not mark.hollow and (mark.end - REPORT).days > 1] == []


def test_what_was_only_announced_is_hollow():
    announced = [row for row in when(PLAN).rows if row.state == "announced"]
    assert announced
    assert all(mark.hollow for row in announced for mark in row.marks)


def test_an_action_is_called_by_its_title_and_says_its_area_state_and_proof():
    row = next(row for row in when(PLAN).rows if row.id == "2.1.3-1")
    assert row.title == PLAN.actions["2.1.3-1"].title.en
    assert (row.when, row.areas, row.state, row.proof) == ("act: 24 July 2006", ("2.1",), "done", "verified")


@pytest.mark.parametrize("year", [2006, 2007])
def test_a_year_tells_all_that_is_dated_in_it(year):
    told = {row.id for one in by_year(PLAN).years if one.year == year for row in one.rows}
    dated = {one.id for one in PLAN.actions.values() if any(when.value[:4] == str(year) for when in one.dates)}
    assert dated and dated <= told


def test_years_stand_in_order_and_what_came_after_the_report_last(later):
    years = by_year(later).years
    assert {one.later for one in years} == {False, True}
    assert [one.year for one in years] == sorted(one.year for one in years)
    assert [one.later for one in years] == sorted(one.later for one in years)
    for one in years:
        assert {row.marks[0].first > REPORT for row in one.rows} == {one.later}


def test_the_years_tell_each_record_that_is_dated():
    told = {row.id for one in by_year(PLAN).years for row in one.rows}
    assert told == {one.record.id for _, own in when(PLAN).lanes for one in own} | set(PLAN.developments)


DATE = '      - value: 2007-05\n        is: "on"\n        of: publication\n        printed: mai 2007\n'


@pytest.fixture
def dated(project, edit):
    """The tiny plan where one action has these dates: its timeline, and the row of that action, if it has one."""

    def draw(*dates: str):
        edit("actions.yaml", DATE, "".join(f"      - {{{date}, printed: x}}\n" for date in dates))
        pictures = when(load(project))
        return pictures, [row for row in pictures.rows if row.id == "2.1.1-1"]

    return draw


def test_a_date_that_goes_beyond_the_report_is_hollow_from_there(dated):
    _, [row] = dated('value: 2008/2009, is: "on", of: period')
    assert [(mark.first, mark.end, mark.hollow) for mark in row.marks] == [
        (Day(2008, 1, 1), Day(2008, 10, 18), False), (Day(2008, 10, 18), Day(2010, 1, 1), True),
    ]  # fmt: skip
    assert row.hollow == "goes beyond the report"


def test_each_date_of_a_document_is_drawn(project, edit):
    date = '  date: {value: 2008-10-17, is: "on", of: act, printed: 17.10.2008}\n'
    edit("sources.yaml", date, date + '  dates:\n  - {value: 2008-02-01, is: "on", of: event, printed: x}\n')
    (days,) = ([mark.first for mark in row.marks] for row in when(load(project)).rows if row.id == "com-2008-657")
    assert days == [Day(2008, 2, 1), Day(2008, 10, 17)]


def test_two_days_are_drawn_as_two_days(dated):
    _, [row] = dated('value: 2007-11-08/2007-11-09, is: "on", of: event')
    assert [(mark.first, mark.end) for mark in row.marks] == [(Day(2007, 11, 8), Day(2007, 11, 10))]


def test_what_begins_at_the_end_of_a_month_is_open_to_the_right(dated):
    _, [row] = dated("value: 2009-05, is: from-end, of: expected")
    assert [(mark.end, mark.limit in OPEN_TO_THE_RIGHT) for mark in row.marks] == [(Day(2009, 6, 1), True)]


@pytest.mark.parametrize(("bound", "years"), [([], [2006, 2007, 2008]), (["value: 2007, is: since, of: event"], [2007, 2008])])
def test_a_day_of_every_year_begins_where_the_source_says(dated, bound, years):
    _, [row] = dated('value: --10-18, is: "on", of: event', *bound)
    assert [(mark.first.year, mark.hollow) for mark in row.marks] == [(year, True) for year in years]
    assert row.hollow == "without a year"


def test_dates_of_one_record_in_one_year_share_a_row_and_say_once_what_happened(dated):
    _, [row] = dated('value: 2006-05, is: "on", of: publication', 'value: 2006-07, is: "on", of: publication')
    assert row.when == "publication: May 2006, July 2006"
    assert len(row.marks) == 2


def test_a_record_stands_in_each_year_in_which_it_is_dated(dated):
    _, rows = dated('value: 2006, is: "on", of: publication', 'value: 2007, is: "on", of: publication')
    assert [row.when for row in rows] == ["publication: 2006", "publication: 2007"]


@pytest.mark.parametrize(
    ("date", "shown"),
    [("value: 2005-12-08", False), ("value: 2005-12-09", True), ("value: 2005", True), ("value: 2004/2006", False), ("value: 2009", False)],
)
def test_what_began_before_the_plan_or_came_after_the_report_is_only_in_the_table(dated, date, shown):
    pictures, rows = dated(f'{date}, is: "on", of: act')
    assert bool(rows) is shown
    assert any(one.record.id == "2.1.1-1" for one in pictures.left_out) is not shown


def test_no_area_has_more_than_its_own_dates():
    for lane, own in when(PLAN).lanes:
        assert {one.record.id.rpartition(".")[0] for one in own if one.kind == "actions"} <= {lane}
