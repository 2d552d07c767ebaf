"""Another language of the site: one row, one wording, one file of settings, its pages and texts, and nothing else in code."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.built_site import Built, copy_frozen, once
from support.frozen import ADDRESSES
from support.german import CODE, FOLDER, add_german

OBJECTIVE = "objectives/2.5.4/index.html"


@pytest.fixture(scope="module")
def german(tmp_path_factory) -> Built:
    return once(tmp_path_factory, "german", lambda folder: add_german(copy_frozen(folder)))


def read(site: Path, page: str) -> str:
    return (site / page).read_text("utf-8")


def test_every_page_stands_in_the_new_language(german):
    assert [address for address in ADDRESSES if not (german.site / FOLDER / address / "index.html").is_file()] == []
    page = read(german.site, FOLDER + OBJECTIVE)
    assert f'<html lang="{CODE}"' in page and "[de]" in page
    assert "17. Oktober 2008" in page, "dates are written as the language writes them"


def test_each_language_leads_to_the_new_one(german):
    for folder in ("", "fr/", FOLDER):
        page = read(german.site, folder + OBJECTIVE)
        assert f'hreflang="{CODE}" href="https://host.example/tracker/{FOLDER}objectives/2.5.4/"' in page
    assert 'hreflang="de"' in read(german.site, "fr/" + OBJECTIVE) and 'hreflang="fr"' in read(german.site, FOLDER + OBJECTIVE)
    assert f"tracker/{FOLDER}sitemap.xml" in read(german.site, "robots.txt")


def test_what_is_served_for_all_knows_the_new_language(german):
    assert f'href="/tracker/{FOLDER}objectives/"' in read(german.site, "404.html")
    assert "title_de" in read(german.site, "data/actions.csv").splitlines()[0]
    assert "[de]" in read(german.site, "data/plan.json")


def test_every_link_of_the_three_sites_leads_somewhere(german):
    command = [sys.executable, "-m", "macros", "links", str(german.site)]
    done = subprocess.run(command, cwd=german.project, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
