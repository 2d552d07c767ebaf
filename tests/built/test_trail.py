"""Each page made from data says where it stands: in the menu, and above its heading the way to it."""

import re

import pytest
from support.page_types import LANGUAGES, PAGES

MENU = re.compile(r'<nav class="md-nav md-nav--primary".*?\n</nav>', re.DOTALL)
RECORDS = {type: address for type, address in PAGES.items() if address.count("/") == 2}


def page(site, address, language="en"):
    return (site / LANGUAGES[language] / address / "index.html").read_text("utf-8")


def steps(html):
    """The links and the last words of the way to a page."""
    way = re.search(r'<nav class="trail".*?</nav>', html, re.DOTALL)
    return re.findall(r'<a href="([^"]+)">([^<]+)</a>', way[0]), re.search(r'<span aria-current="page">([^<]+)</span>', way[0])[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("type", sorted(RECORDS))
def test_the_page_of_a_record_lights_the_entry_above_it(frozen_site, type, language):
    html = page(frozen_site, RECORDS[type], language)
    assert len(re.findall(r'<a href="\.\./[^"]*" class="[^"]*" aria-current="true">', MENU.search(html)[0])) == 1
    assert 'aria-current="page"' not in MENU.search(html)[0]
    links, here = steps(html)
    assert len(links) >= 2 and here


@pytest.mark.parametrize("address", ["findings/", "developments/", "schema/", "method/", "about/"])
def test_a_page_of_the_menu_lights_its_own_entry_and_needs_no_way(frozen_site, address):
    html = page(frozen_site, address)
    assert re.findall(r'href="([^"]*)" class="[^"]*" aria-current="(\w+)"', MENU.search(html)[0]) == [("./", "page")]
    assert 'class="trail"' not in html


def test_an_objective_stands_in_its_area(frozen_site):
    links, here = steps(page(frozen_site, "objectives/2.5.4/"))
    assert [target for target, _ in links[1:]] == ["../", "../../areas/2.5/"]
    assert (links[0][1], here) == ("Home", "2.5.4")


def test_an_area_stands_among_the_objectives(frozen_site):
    assert [target for target, _ in steps(page(frozen_site, "areas/2.5/"))[0][1:]] == ["../../objectives/"]


def test_the_name_of_an_actor_ends_the_way(frozen_site):
    assert steps(page(frozen_site, "actors/eurojust/", "fr"))[1] == "Eurojust"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_beside_an_objective_is_in_its_area_or_the_next_area(frozen_site, language):

    def beside(id):
        way = re.search(r'<nav class="neighbours".*?</nav>', page(frozen_site, f"objectives/{id}/", language), re.DOTALL)
        return re.findall(r'href="[./]*(?:objectives/)?((?:areas/)?[\d.]+)/"', way[0])

    assert {id: beside(id) for id in ("2.5.1", "2.5.2", "2.5.4")} == {
        "2.5.1": ["areas/2.4", "2.5.2"],
        "2.5.2": ["2.5.1", "2.5.3"],
        "2.5.4": ["2.5.3", "areas/2.6"],
    }
