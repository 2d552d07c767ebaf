"""Where the objectives stand, and how home says it: see support/later.py."""

import re

import pytest
from support.frozen import WORDS
from support.render import renderer

from macros.lookups.standing import StandingLookups
from macros.reading.load import load


def words_of(page: str) -> str:
    """The text of a page, with single blanks."""
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", page))


def home(plan, language="en") -> str:
    return words_of(renderer(WORDS[language], plan).page("home", "", ""))


def test_each_objective_stands_at_its_newest_status_and_at_that_of_the_report(later):
    standing = StandingLookups(later)
    assert {status: [one.id for one in own] for status, own in standing.now.items()} == {
        "not-started": ["2.2.3"], "partly-delivered": ["2.1.1"], "delivered": ["2.2.1"], "reported-elsewhere": ["2.1.2"], "no-information": ["2.2.2"],
    }  # fmt: skip
    assert [one.id for one in standing.reported["under-way"]] == ["2.2.1"]


def test_those_assessed_again_those_told_of_and_the_others_are_all(later):
    standing = StandingLookups(later)
    assert (standing.again, standing.told, standing.unknown) == (["2.1.1", "2.2.1"], ["2.2.3"], ["2.1.2", "2.2.2"])


def test_what_happened_before_the_report_is_not_told_as_later(later_project, edit):
    edit("developments/mill-day.yaml", "value: 2011-05", "value: 2008-05")
    assert StandingLookups(load(later_project)).told == []


def test_home_first_says_where_the_objectives_stand_then_how_they_stood_and_further_down_when_we_looked(later):
    said = home(later)
    parts = [
        "“delivered” for 1",
        "On the report of 17 October 2008 alone",
        "In 2005 the European Union",
        "We assessed 2 of them again",
        "We last looked on 6 May 2012",
    ]
    places = [said.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_home_says_that_none_was_assessed_again_where_none_was(earlier_project):
    (earlier_project / "data/assessments/2.2.1/2009-10-17.yaml").unlink()
    said = home(load(earlier_project))
    assert "We assessed none of them again since" in said
    assert "We last looked" not in said


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_status_on_home_has_its_day(later, language):
    page = renderer(WORDS[language], later).page("home", "", "")
    chips = re.findall(r'<li>\s*<a href="objectives/([^/]+)/">.*?</a>\s*<span class="as-of">([^<]+)</span>', page, re.S)
    assert {id: day[-4:] for id, day in chips} == {"2.1.1": "2010", "2.1.2": "2008", "2.2.1": "2009", "2.2.2": "2008", "2.2.3": "2008"}


def test_what_became_of_a_follow_up_is_one_click_from_home_and_has_its_day(later):
    page = renderer(WORDS["en"], later).page("home", "", "")
    row = re.search(r'<th scope="row"><a href="follow-ups/3.1/">.*?</tr>', page, re.S)
    assert row
    assert "as of 4 March 2010" in row[0]
