"""plan.json: what re-users are promised."""

import json
import re

import pytest
from support.frozen import WORDS
from support.paths import ROOT
from support.render import renderer

from macros.export import write_exports
from macros.export.plan import plan_json
from macros.reading.load import load

DATA = ROOT / "data"
PROMISED = (
    "areas", "objectives", "actions", "findings", "actors", "means", "follow_ups", "commitments", "indicators", "countries", "sources", "assessments",
)  # fmt: skip
CLAIMING = [kind for kind in PROMISED if kind != "countries"]


@pytest.fixture(scope="module")
def exported(tiny) -> dict:
    """plan.json of the tiny plan, as a re-user reads it."""
    return json.loads(plan_json(tiny))


def by_id(records: list[dict]) -> dict[str, dict]:
    return {record["id"]: record for record in records}


def test_the_same_data_give_the_same_bytes(tiny, project):
    assert plan_json(tiny) == plan_json(tiny) == plan_json(load(project))


def test_it_says_its_version_first(exported):
    assert next(iter(exported.items())) == ("schema_version", 2)


@pytest.mark.parametrize("kind", PROMISED)
def test_every_promised_kind_is_a_list_of_records_with_ids_of_their_own(kind, exported):
    ids = [record["id"] for record in exported[kind]]
    assert ids
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("kind", CLAIMING)
def test_every_record_that_claims_something_carries_its_evidence(kind, exported, tiny):
    for record in exported[kind]:
        assert record["evidence"]
        for evidence in record["evidence"]:
            assert list(evidence)[:3] == ["source", "locator", "quotation"]
            assert evidence["source"] in tiny.sources


def test_an_objective_carries_its_current_status(exported):
    assert {id: objective["status"] for id, objective in by_id(exported["objectives"]).items()} == {
        "2.1.1": "partly-delivered",
        "2.1.2": "reported-elsewhere",
        "2.2.1": "delivered",
        "2.2.2": "no-information",
        "2.2.3": "under-way",
    }


def test_an_assessment_is_called_by_its_objective_and_date(exported):
    assert list(by_id(exported["assessments"])) == [
        "2.1.1@2008-10-17",
        "2.2.1@2006-10-17",
        "2.2.1@2007-10-17",
        "2.2.3@2008-10-17",
        "2.2.3@2009-11-20",
    ]


def test_an_assessment_carries_the_evidence_of_the_actions_it_rests_on(exported):
    evidence = by_id(exported["assessments"])["2.1.1@2008-10-17"]["evidence"]
    assert [e["quotation"] for e in evidence] == [
        "L'École des moulins a publié en mai 2007 un manuel pour les meuniers",
        "Le bureau de l'École a formé dix meuniers […] a formé vingt apprentis",
    ]


def test_an_objective_that_points_elsewhere_carries_title_and_pointer_as_evidence(exported):
    assert by_id(exported["objectives"])["2.1.2"]["evidence"] == [
        {"source": "com-2008-657", "locator": "2.1.2 title", "quotation": "Compter les moulins"},
        {"source": "com-2008-657", "locator": "2.1.2 ¶1", "quotation": "Voir la section 1.1"},
    ]


def test_areas_objectives_actions_and_assessments_name_each_other(exported):
    areas, objectives, actions = (by_id(exported[kind]) for kind in ("areas", "objectives", "actions"))
    assessments = by_id(exported["assessments"])
    for id, area in areas.items():
        assert all(objectives[objective]["area"] == id for objective in area["objectives"])
    for id, objective in objectives.items():
        assert all(actions[action]["objective"] == id for action in objective["actions"])
        assert all(assessments[assessment]["objective"] == id for assessment in objective["assessments"])
    assert sum(len(objective["actions"]) for objective in objectives.values()) == len(actions)


def test_both_languages_are_there(exported):
    assert by_id(exported["actors"])["mill-school"]["name"] == {"en": "School of Mills", "fr": "École des moulins"}


def test_fields_keep_the_names_of_the_data_files(exported):
    action = by_id(exported["actions"])["2.1.1-1"]
    assert action["dates"] == [{"value": "2007-05", "is": "on", "of": "publication", "printed": "mai 2007"}]
    assert action["actors"][1]["as"] == {"en": "for whom it was written", "fr": "pour qui il a été écrit"}


def test_numbers_are_numbers_and_whole_ones_stay_whole(tiny):
    plan = json.loads(plan_json(tiny), parse_float=str)
    assert by_id(plan["actions"])["2.1.1-4"]["figures"][0]["value"] == "3102484.78"
    assert by_id(plan["findings"])["f1"]["figures"][0]["max"] == 1060


def test_yes_and_no_are_true_and_false(exported):
    indicators = by_id(exported["indicators"])
    assert [indicators["licence-renewal"][field] for field in ("listed_means", "complete")] == [False, True]


def test_nothing_is_empty_for_want_of_knowledge(exported):
    assert "note" not in by_id(exported["actors"])["mill-school"]
    assert "null" not in json.dumps(exported)


def test_contradictions_name_country_and_indicators(exported):
    assert [(c["country"], c["indicators"]) for c in exported["contradictions"]] == [("be", ["licence-duration", "licence-renewal"])]


def test_the_data_page_explains_every_key(exported, tiny):
    page = renderer(WORDS["en"], tiny).page("data", "", "data/")
    rows = re.findall(r'<td data-label="[^"]+">(\d+)</td>\s*<td data-label="[^"]+"><code>(\w+)</code></td>', page)
    explained = {key: int(number) for number, key in rows}
    lists = {key: value for key, value in exported.items() if not isinstance(value, int | str)}
    every = {key: value if isinstance(value, list) else sum(value.values(), []) for key, value in lists.items()}
    assert explained == {key: len(records) for key, records in every.items()}


def test_files_are_written_only_when_they_change(tiny, tmp_path):
    write_exports(tiny, WORDS.values(), tmp_path / "data")
    file = tmp_path / "data/plan.json"
    before = file.stat().st_mtime_ns
    write_exports(tiny, WORDS.values(), tmp_path / "data")
    assert file.stat().st_mtime_ns == before
    file.write_text("old", "utf-8")
    write_exports(tiny, WORDS.values(), tmp_path / "data")
    assert file.read_text("utf-8") == plan_json(tiny)
