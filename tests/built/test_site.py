"""The built site: strict builds of both languages, every address, what pages show. test_site_links.py follows every link."""

import json
import re
import subprocess
import sys

import pytest
from support.built_site import Built, copy_frozen
from support.frozen import ADDRESSES

from macros.model import addresses as links
from macros.model.kinds import FILES
from macros.model.records import SCHEMA_VERSION
from macros.reading.load import load

# What strict builds may say. Anything else on the way is a warning that somebody must read.
QUIET = re.compile(r"^(INFO +-  .*|new: docs/.+\.md)?$")


# Of the real data and of the frozen one.


@pytest.fixture(params=["built", "frozen"])
def either(request) -> Built:
    return request.getfixturevalue(request.param)


def test_a_strict_build_of_both_languages_prints_no_warning(either):
    lines = [line for line in either.said.splitlines() if not QUIET.match(line) and line != "Every page is there."]
    assert lines == []


@pytest.mark.parametrize("language", ["", "fr/"])
def test_every_promised_address_has_a_page(either, language):
    for page in links.pages(load(either.project)):
        html = (either.site / language / page.address / "index.html").read_text("utf-8")
        assert "<h1" in html or page.macro == "moved", page.address
        assert "Macro Rendering Error" not in html, page.address
    for address in links.INDEXES:
        assert "<h1" in (either.site / language / address / "index.html").read_text("utf-8"), address


@pytest.mark.parametrize("language", ["", "fr/"])
def test_every_record_has_its_anchor(either, language):
    plan, missing = load(either.project), []
    for kind in ("actions", "findings", "means", "glossary", "sections"):
        for id in getattr(plan, kind):
            page, _, anchor = links.address(plan, kind, id).partition("#")
            if f'id="{anchor}"' not in (either.site / language / page / "index.html").read_text("utf-8"):
                missing.append(f"{page}#{anchor}")
    assert missing == []


def test_the_whole_plan_can_be_downloaded(either):
    plan = json.loads((either.site / "data/plan.json").read_text("utf-8"))
    kinds = ("areas", "objectives", "actions", "findings", "actors", "means", "follow_ups", "commitments", "indicators", "countries", "sources")
    assert [kind for kind in (*kinds, "assessments") if not plan[kind]] == []
    assert plan["schema_version"] == SCHEMA_VERSION
    assert {o["id"]: o["status"] for o in plan["objectives"]} == {o.id: o.status for o in load(either.project).objectives.values()}


# Of the frozen data.


def test_the_pages_load_nothing_from_elsewhere(frozen_site):
    outside = set()
    for file in frozen_site.rglob("*.html"):
        html = file.read_text("utf-8")
        outside |= set(re.findall(r'<(?:script|img|iframe|link rel="(?:stylesheet|icon|preconnect)")[^>]*(?:src|href)="(https?:[^"]+)"', html))
    assert outside == set()


def test_quotations_are_marked_as_french_on_english_pages(frozen_site):
    html = (frozen_site / "objectives/2.5.4/index.html").read_text("utf-8")
    assert re.search(r'<blockquote lang="fr">«[^<]*71 nouveaux cas', html)


def test_our_assessment_stands_apart_from_what_the_source_says(frozen_site):
    html = (frozen_site / "objectives/2.5.4/index.html").read_text("utf-8")
    ours, theirs = html.index('id="we-assess"'), html.index('id="source-says"')
    assert ours < html.index("as reported on 17 October 2008", ours) < theirs


def test_a_body_that_only_its_organs_stand_for_is_not_called_absent(frozen_site):
    absent, through = "no action under an objective", "only organs or services of this actor"
    cepol, frontex = ((frozen_site / f"actors/{id}/index.html").read_text("utf-8") for id in ("cepol", "frontex"))
    assert (absent in cepol, through in cepol) == (False, True)
    assert (absent in frontex, through in frontex) == (True, False)


def test_each_language_has_its_own_entries_of_the_search(frozen_site):
    titles = {}
    for language in ("", "fr/"):
        entries = json.JSONDecoder().raw_decode((frozen_site / language / "search/entries.js").read_text("utf-8").partition("(")[2])[0]
        titles[language] = {entry["t"] for entry in entries}
        assert len(entries) > len(ADDRESSES)
    assert "Member States" in titles[""] - titles["fr/"]
    assert "États membres" in titles["fr/"] - titles[""]


def test_old_country_codes_lead_to_the_country(frozen_site):
    for old, new in (("gb", "uk"), ("el", "gr")):
        for language in ("", "fr/"):
            html = (frozen_site / language / f"countries/{old}/index.html").read_text("utf-8")
            assert f'content="0; url=../../countries/{new}/"' in html


def test_a_broken_record_stops_the_build_with_its_line(tmp_path):
    copy_frozen(tmp_path)
    file = tmp_path / "data/actions.yaml"
    lines = file.read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if "actor: eurojust" in line)
    lines[number] = lines[number].replace("eurojust", "eurojsut")
    file.write_text("\n".join(lines) + "\n", "utf-8")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode != 0
    assert f"data/actions.yaml:{number + 1}: " in done.stderr
    assert "did you mean 'eurojust'?" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("language", ["", "fr/"])
def test_the_schema_page_leads_to_each_schema_and_has_an_anchor_for_each_field(language, built):
    html = (built.site / language / "schema/index.html").read_text("utf-8")
    up = "../" * (bool(language) + 1)
    for stem in (name.removesuffix(".yaml") for name in FILES):
        assert f'href="{up}schema/{stem}.json"' in html
        assert json.loads((built.site / "schema" / f"{stem}.json").read_text("utf-8"))["title"] == f"data/{stem}.yaml"
    ids = re.findall(r'id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    wanted = {"actions-lists", "actions-action", "actions-action-state", "actions-evidence-quotation", "vocabulary-states", "vocabulary-word-label"}
    assert wanted <= set(ids)
    assert {link for link in re.findall(r'href="#([^"]+)"', html)} <= {*ids, "__skip"}
