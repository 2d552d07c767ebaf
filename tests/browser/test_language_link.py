"""The link to the other language keeps the view that the address names, and the place on the page."""

import pytest
from support.page_types import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", ["pointer", "keyboard", "new tab"])
@pytest.mark.parametrize("address", ["objectives/?status=delivered#area-2.5", "objectives/2.1.1/#we-assess", "graph/?find=europol", "about/"])
def test_query_and_fragment_are_kept(visit, served, language, way, address):
    page = visit(LANGUAGES[language] + address)
    link = page.locator("a.language")
    if way == "keyboard":
        link.focus()
        page.keyboard.press("Enter")
    elif way == "new tab":
        link.hover()
        address_of = link.evaluate("link => link.href")
        page.goto(address_of)
    else:
        link.click()
    page.wait_for_url(served + next(root for name, root in LANGUAGES.items() if name != language) + address)


def test_a_view_chosen_on_the_page_is_kept(visit, served):
    page = visit("objectives/")
    page.select_option("select[name=status]", "delivered")
    page.locator("a.language").click()
    page.wait_for_url(f"{served}fr/objectives/?status=delivered")
    assert page.locator("select[name=status]").input_value() == "delivered"
