"""Old addresses in a browser: they lead to where the record stands today."""

import pytest
from support.odd_site import at_a_port


@pytest.mark.parametrize("language", ["", "fr/"])
@pytest.mark.parametrize(
    ("old", "leads_to"),
    [
        ("actors/guild/", "actors/millers/"),
        ("objectives/2.1.9/", "objectives/2.1.1/"),
        ("objectives/2.1.9/#2.1.9-1", "objectives/2.1.1/#2.1.1-2"),
        ("objectives/2.1.9/#what-the-source-says", "objectives/2.1.1/#what-the-source-says"),
        ("objectives/2.1.9/#%E2%9C%93%", "objectives/2.1.1/#%E2%9C%93%"),
    ],
)
def test_an_old_address_leads_a_reader_to_the_place_that_it_names(old, leads_to, language, browser, odd_sites):
    with at_a_port(odd_sites["harmless"]) as root:
        page = browser.new_page()
        page.goto(root + language + old)
        page.wait_for_url(root + language + leads_to)
        page.close()


@pytest.mark.parametrize("old", ["actors/split-guild/", "objectives/2.1.9/#2.1.9-2"])
def test_what_was_split_stays_and_names_all_that_it_became(old, browser, odd_sites):
    with at_a_port(odd_sites["harmless"]) as root:
        page = browser.new_page()
        page.goto(root + old)
        page.wait_for_load_state("load")
        assert page.url == root + old
        parts = page.locator(f'[id="{old.partition("#")[2]}"] a' if "#" in old else ".moved-to li a")
        assert parts.count() == 2 and parts.first.is_visible()
        page.close()


@pytest.mark.parametrize("language", ["", "fr/"])
def test_without_scripts_an_old_address_leads_to_the_page(language, browser, odd_sites):
    with at_a_port(odd_sites["harmless"]) as root:
        page = browser.new_page(java_script_enabled=False)
        page.goto(f"{root}{language}objectives/2.1.9/#2.1.9-1")
        page.wait_for_url(f"{root}{language}objectives/2.1.1/")
        page.close()
