"""What the frozen data says of the two documents, read again by hand: one named test a record where it helps."""

import json
from collections import Counter

import pytest
from support.frozen import PLAN
from support.paths import FROZEN

from macros.evidence.source_map import read_map
from macros.model.values import Evidence
from macros.project import Project


def test_the_frozen_data_has_no_problem():
    Project(FROZEN).check()


def test_the_plan_has_eight_areas_and_seventeen_objectives():
    assert list(PLAN.areas) == [f"2.{n}" for n in range(1, 9)]
    assert len(PLAN.objectives) == 17


@pytest.mark.parametrize("objective", ["2.3.2", "2.5.3", "2.6.1", "2.7.1"])
def test_an_objective_that_only_points_elsewhere_is_not_assessed(objective):
    assert PLAN.objectives[objective].status == "reported-elsewhere"


def test_every_other_objective_has_its_baseline_of_2008():
    dates = {o.id: [a.as_of for a in o.assessments][:1] for o in PLAN.objectives.values() if o.actions}
    assert set(map(tuple, dates.values())) == {("2008-10-17",)}
    assert len(dates) == 13


def test_every_unit_of_both_documents_is_mapped_to_its_fingerprints():
    for source in ("com-2008-657", "caritas-commitments"):
        folder = FROZEN / "data" / "fingerprints"
        made = json.loads((folder / f"{source}.json").read_text("utf-8"))
        mapped = read_map(folder / f"{source}.map.yaml")
        assert (made["sha256"], list(made["units"])) == (mapped.sha256, list(mapped.units))


# Units without a claim of their own: titles, the cover, references that a source record quotes.
def test_every_paragraph_and_footnote_is_quoted_somewhere():
    quoted = {(s.source, s.locator) for record in PLAN.records() for _, s in record.shapes if isinstance(s, Evidence)}
    missing = [
        (source, unit)
        for source in ("com-2008-657", "caritas-commitments")
        for unit in read_map(FROZEN / "data" / "fingerprints" / f"{source}.map.yaml").units
        if not unit.endswith("title") and (source, unit) not in quoted
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("indicator", "listed"),
    [
        ("convention-ratified", "at bg cy dk fr lv mt pt ro sk"),
        ("convention-signed", "be de es fi gr hu ie it lt lu nl pl se si uk"),
        ("residence-permits", "dk lu pl uk"),
        ("compensation-fund", "at be bg cz dk fi fr hu lu lv mt nl pt se sk uk"),
        ("victims-assisted", "at be bg cz fi it lt no pl si"),
    ],
)
def test_a_list_holds_the_countries_that_the_report_prints(indicator, listed):
    assert sorted(entry.country for entry in PLAN.indicators[indicator].entries) == listed.split()


def test_the_two_countries_in_neither_list_of_the_convention_are_the_czech_republic_and_estonia():
    named = {e.country for i in ("convention-ratified", "convention-signed") for e in PLAN.indicators[i].entries}
    assert {c.id for c in PLAN.countries.values() if c.member_state} - named == {"cz", "ee"}


def test_slovenia_keeps_the_code_that_the_report_misprints():
    (entry,) = [e for e in PLAN.indicators["victims-assisted"].entries if e.country == "si"]
    assert (entry.printed, int(entry.value)) == ("SL (40)", 40)
    assert entry.sic


@pytest.mark.parametrize(("kind", "fewest"), [("actions", 50), ("findings", 60), ("actors", 50), ("means", 20), ("indicators", 30)])
def test_nothing_is_a_toy(kind, fewest):
    assert len(getattr(PLAN, kind)) >= fewest


@pytest.mark.parametrize("follow_up", PLAN.follow_ups.values(), ids=lambda f: f.id)
def test_a_follow_up_names_only_the_actors_in_its_parentheses(follow_up):
    names = {
        "3.1": "commission member-states",
        "3.2": "commission presidency member-states",
        "3.3": "commission member-states",
        "3.4": "commission member-states",
        "3.5": "europol cepol member-states",
        "3.6": "presidency europol eurojust",
        "3.7": "commission presidency",
    }
    assert [part.actor for part in follow_up.actors] == names[follow_up.id].split()


def test_every_text_differs_between_the_languages_unless_it_is_a_name():
    same = Counter()
    for record in PLAN.records():
        for path, shape in record.shapes:
            text = getattr(shape, "text", None)
            if text and text.en == text.fr:
                same[record.id, path] += 1
    assert not same
