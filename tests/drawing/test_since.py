"""The timeline of what came after the report: what is drawn, what is hollow, what a label says."""

import re

import pytest
from support.frozen import PLAN, WORDS
from support.render import renderer

from macros.drawing.dates import dated
from macros.drawing.since_picture import SincePicture
from macros.lookups.developments import DevelopmentLookups
from macros.reading.load import load
from macros.wording.labels import Labels


def drawn(plan, language="en") -> SincePicture:
    return SincePicture(Labels(plan, WORDS[language]), DevelopmentLookups(plan))


def test_nothing_is_drawn_where_nothing_came_later(earlier):
    assert drawn(earlier).rows == []


@pytest.mark.parametrize(("language", "said"), [("en", "4 March 2010"), ("fr", "4 mars 2010")])
def test_a_row_says_what_happened_when_and_how_well_it_is_proven(later, language, said):
    row = next(row for row in drawn(later, language).rows if row.id == "mill-act")
    assert (row.title, row.when, row.proof) == (getattr(later.developments["mill-act"].title, language), said, "verified")


def test_a_day_that_nothing_prints_is_hollow_and_said_to_be_unproven(later):
    rows = drawn(later).rows
    assert {row.id: [mark.hollow for mark in row.marks] for row in rows} == {"mill-act": [False], "mill-day": [True]}
    assert {row.id: bool(row.hollow) for row in rows} == {"mill-act": False, "mill-day": True}


def test_the_report_is_drawn_with_its_own_documents_only(later_project, edit):
    file = later_project / "data/sources.yaml"
    source = """
- id: mill-law
  title: {en: Law on mills, fr: Loi sur les moulins}
  kind: directive
  date: {value: 2010-03-04, is: "on", of: act, printed: 4 mars 2010}
  language: fr
  units_only: yes
  evidence: [{source: mill-law, locator: cover, quotation: Loi du 4 mars 2010 sur les moulins}]
"""
    file.write_text(file.read_text("utf-8").rstrip() + source, "utf-8")
    assert "mill-law" not in {one.record.id for one in dated(load(later_project))}
    assert {one.record.id for one in dated(PLAN) if one.kind == "sources"} >= {"com-2008-657"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_leads_to_each_act_and_event(later, language):
    page = renderer(WORDS[language], later).page("timeline", "", "timeline/")
    assert set(re.findall('href="../developments/#([^"]+)"', page[page.index('id="since"') :])) == set(later.developments)


def test_an_entry_of_the_page_says_its_proof_for_the_filter(later):
    page = renderer(WORDS["en"], later).page("timeline", "", "timeline/")
    assert {id: proof for proof, id in re.findall(r'data-proof="(\w+)">\s*<a href="../developments/#([^"]+)"', page)} == {
        id: one.proof for id, one in later.developments.items()
    }


def test_the_page_ends_with_the_report_where_nothing_came_later(earlier):
    page = renderer(WORDS["en"], earlier).page("timeline", "", "timeline/")
    assert "../developments/#" not in page
