"""What came after the report, in plan.json and as a table."""

import json

import pytest
from support.frozen import WORDS

from macros.export import SHORT
from macros.export.developments import developments_table
from macros.export.graph import edges_table
from macros.export.plan import plan_json
from macros.export.short import short_table
from macros.export.table import csv_text
from macros.reading.load import load
from macros.wording.labels import Labels


@pytest.fixture
def exported(later) -> dict:
    return json.loads(plan_json(later))


def by_id(records: list[dict]) -> dict[str, dict]:
    return {record["id"]: record for record in records}


def test_the_day_of_the_last_look_stands_at_the_top(exported, tiny):
    assert list(exported)[:2] == ["schema_version", "looked_on"]
    assert exported["looked_on"] == "2012-05-06"


def test_an_objective_carries_its_newest_status_with_its_day_and_that_of_2008(exported):
    said = {id: (o["status"], o["status_as_of"], o["status_2008"]) for id, o in by_id(exported["objectives"]).items()}
    assert said["2.1.1"] == ("partly-delivered", "2010-03-04", "partly-delivered")
    assert said["2.2.1"] == ("delivered", "2009-10-17", "under-way")
    assert said["2.1.2"] == ("reported-elsewhere", "2008-10-17", "reported-elsewhere")


def test_a_follow_up_carries_its_outcome_with_its_day_where_it_has_one(exported):
    follow_ups = by_id(exported["follow_ups"])
    assert (follow_ups["3.1"]["outcome"], follow_ups["3.1"]["outcome_as_of"]) == ("required-by-law", "2010-03-04")
    assert "outcome" not in follow_ups["3.2"]
    assert follow_ups["3.1"]["outcomes"] == [outcome["id"] for outcome in exported["outcomes"]]


def test_each_development_and_provision_says_its_levels_of_proof(exported):
    pieces = by_id([*exported["developments"], *exported["provisions"]])
    assert {id: (piece["proof"], piece["date_proof"]) for id, piece in pieces.items()} == {
        "mill-act": ("verified", "verified"),
        "mill-day": ("linked", "linked"),
        "mill-act-count": ("seen", "verified"),
    }


def test_a_provision_names_its_development_and_has_its_date(exported):
    (provision,) = exported["provisions"]
    assert (provision["development"], provision["date"]["value"]) == ("mill-act", "2010-03-04")
    assert by_id(exported["developments"])["mill-act"]["provisions"] == [provision["id"]]


def test_evidence_says_where_its_words_stand(exported):
    evidence = [piece["evidence"][0] for piece in (*exported["developments"], *exported["provisions"])]
    assert [next(iter(one)) for one in evidence] == ["source", "linked", "seen"]


def test_what_is_judged_carries_the_evidence_of_all_that_it_rests_on(exported):
    judged = by_id([*exported["assessments"], *exported["outcomes"]])
    assert len(judged["2.1.1@2010-03-04"]["evidence"]) == 3
    assert judged["3.1@2010-03-04"]["evidence"] == exported["provisions"][0]["evidence"]


def test_each_development_stands_before_its_provisions(later):
    assert [row["id"] for row in developments_table(later).rows] == ["mill-act", "mill-act-count", "mill-day"]


def test_a_row_says_proof_date_bearing_and_where_the_words_can_be_read(later):
    rows = {row["id"]: row for row in developments_table(later).rows}
    own = rows["mill-act-count"]
    said = {"development": "mill-act", "proof": "seen", "date_proof": "verified", "deadline": "2011", "address": "developments/#mill-act-count"}
    assert own.items() >= said.items()
    assert [own[column] for column in ("bears_on", "read_at", "publishers")] == [["continues: 3.1"], ["https://mills.example/2010"], ["mill-news"]]
    assert "developments/#mill-day" in csv_text(developments_table(later))


def test_the_parts_of_evidence_stand_side_by_side(later):
    for row in developments_table(later).rows:
        parts = ("proofs", "sources", "publishers", "read_at", "seen_on", "locators", "languages", "quotations")
        assert len({len(row[part]) for part in parts}) == 1


@pytest.mark.parametrize(("language", "said"), [("en", "3.1: continues"), ("fr", "3.1 : poursuit")])
def test_to_read_a_bearing_stands_in_words(later, language, said):
    table = short_table(developments_table(later), SHORT["developments"], Labels(later, WORDS[language]))
    assert [[cell.replace("\u00a0", " ") for cell in row[table.columns[6]]] for row in table.rows][1] == [said]


def test_an_edge_that_rests_on_a_page_outside_says_its_address(later_project, edit):
    at = "https://mills.example/board"
    own = "    quotation: Le bureau de l'École a formé\n"
    edit("actors.yaml", own, f"{own}  - linked: {{at: {at}, publisher: mill-news}}\n")
    plan = load(later_project)
    table = short_table(edges_table(plan), SHORT["edges"], Labels(plan, WORDS["en"]))
    (edge,) = [row for row in table.rows if any(at in str(cell) for cell in row.values())]
    assert edge["Source"][-1] == at
