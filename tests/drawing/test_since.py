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


def label(picture: SincePicture, kind: str) -> str:
    """The text of the picture of a lane for a desk."""
    return re.sub(r"\s+", " ", " ".join(re.findall(r"<tspan[^>]*>([^<]+)", picture.picture(kind, lambda kind, id: f"{kind}/{id}"))))


def test_kinds_stand_in_the_order_of_the_vocabulary(later):
    assert {kind: [one.id for one in own] for kind, own in drawn(later).lanes.items()} == {"act": ["mill-act"], "event": ["mill-day"]}


def test_nothing_is_drawn_where_nothing_came_later(earlier):
    assert drawn(earlier).lanes == {}


@pytest.mark.parametrize(("language", "proof"), [("en", "4 March 2010, ✓ verified"), ("fr", "4 mars 2010, ✓ vérifié")])
def test_a_label_says_what_happened_when_and_how_well_it_is_proven(later, language, proof):
    assert label(drawn(later, language), "act").rstrip().endswith(proof)


def test_a_day_that_nothing_prints_is_hollow_and_said_to_be_unproven(later):
    picture = drawn(later)
    hollow = {kind: "mark--hollow" in picture.picture(kind, lambda kind, id: id) for kind in picture.lanes}
    assert hollow == {"act": False, "event": True}
    assert [picture.is_proven(own[0]) for own in picture.lanes.values()] == [True, False]


def test_all_lanes_cover_the_years_from_the_report_to_the_last_look(later):
    assert all("M" in drawn(later).picture(kind, lambda kind, id: id) for kind in drawn(later).lanes)
    assert list(drawn(later)._years) == [2008, 2009, 2010, 2011, 2012]


def test_only_the_first_lane_names_report_and_last_look(later):
    said = {kind: "Last look, 6 May 2012" in label(drawn(later), kind) for kind in drawn(later).lanes}
    assert said == {"act": True, "event": False}


def test_labels_of_years_do_not_overlap_on_a_phone(later_project, edit):
    edit("looks.yaml", "2012-05-06", "2039-05-06")
    picture = drawn(load(later_project))
    said = re.findall(r'<tspan x="([\d.]+)">(\d{4})</tspan>', picture.picture("act", lambda kind, id: id, 328))
    assert len(said) > 3
    assert all(float(right) - float(left) > 30 for (left, _), (right, _) in zip(said, said[1:], strict=False))


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
def test_the_page_says_in_a_table_what_it_draws(later, language):
    page = renderer(WORDS[language], later).page("timeline", "", "timeline/")
    pictures, table = page[page.index("{ #since }") :].split("#since-table }")
    links = 'href="../developments/#([^"]+)"'
    assert set(re.findall(links, pictures)) == set(re.findall(links, table)) == set(later.developments)


def test_the_page_ends_with_the_report_where_nothing_came_later(earlier):
    assert "#since" not in renderer(WORDS["en"], earlier).page("timeline", "", "timeline/")
