"""What pages say to programs: valid, true, and never more than the text of its element."""

import json
import re

import pytest
from support.frozen import PLAN, WORDS
from support.hostile import STRINGS

from macros.export import EXPORTS
from macros.pages.linked_data import ACTS, Publication, dataset, of_record, script_text
from macros.pages.trail import trail
from macros.reading.citation_file import Cited
from macros.wording.labels import Labels

SITE = "https://host.example/tracker/"
each_language = pytest.mark.parametrize("language", WORDS)


def said(language: str, macro: str, kind: str, id: str) -> dict[str, dict]:
    """Type -> what the page of a record says of it."""
    labels = Labels(PLAN, WORDS[language])
    text = script_text(list(of_record(labels, kind, id, trail(labels, macro, id), SITE)))
    return {item["@type"]: item for item in json.loads(text)}


@pytest.mark.parametrize("text", STRINGS)
def test_no_text_ends_its_element_and_each_is_read_back(text):
    made = script_text([{"@type": "Thing", "name": text}])
    assert not set("<>&\u2028\u2029") & set(made)
    assert json.loads(made) == [{"@context": "https://schema.org", "@type": "Thing", "name": text}]


@each_language
def test_the_page_of_an_act_names_it_by_its_celex_number(language):
    for source in PLAN.sources.values():
        found = said(language, "source", "sources", source.id).get("Legislation")
        assert bool(found) == bool(source.celex and source.kind in ACTS), source.id
        if found:
            assert found["legislationIdentifier"] == f"CELEX:{source.celex}"
            day = found.get("legislationDate")
            assert day is None or (re.fullmatch(r"\d{4}-\d\d-\d\d", day) and source.date.value == day and source.date.of == "act")


@each_language
def test_only_bodies_are_called_organisations(language):
    for actor in PLAN.actors.values():
        found = said(language, "actor", "actors", actor.id).get("Organization")
        assert not found or actor.kind not in ("states", "group", "presidency", "government"), actor.id
    named = {id for id in PLAN.actors if "Organization" in said(language, "actor", "actors", id)}
    assert {"europol", "cepol"} <= named and not {"eu-bodies", "eu-institutions"} & named


@each_language
def test_the_way_to_a_page_begins_at_home_and_ends_at_it(language):
    steps = said(language, "objective", "objectives", "2.5.4")["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert (steps[0]["item"], steps[-1]["item"]) == (SITE, f"{SITE}objectives/2.5.4/")
    assert all(step["name"] for step in steps)


def test_the_data_set_has_its_licence_version_day_and_files():
    found = dataset(Publication("Tracker", "A site", f"{SITE}fr/", SITE), Cited("A team", "1.0.0", "CC-BY-4.0"), "2026-11-29")
    assert found["license"].startswith("https://") and found["dateModified"] == "2026-11-29" and found["version"] == "1.0.0"
    assert {file["contentUrl"] for file in found["distribution"]} == {f"{SITE}data/{name}" for name in EXPORTS if name.endswith(".json")}
    assert "dateModified" not in dataset(Publication("", "", "", ""), Cited("", "", ""), None)
