"""A word with a sign says what it means: under a pointer, with the focus, at a touch, and without a script at the foot of the page."""

import pytest
from playwright.sync_api import expect
from support.page_types import LANGUAGES, PAGES

OBJECTIVE, TIP = PAGES["objective"], ".word-tip"
each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_language
def test_a_meaning_shows_under_the_pointer_and_stays_while_it_is_read(visit, language):
    page = visit(LANGUAGES[language] + OBJECTIVE)
    word = page.locator("a.word").first
    word.hover()
    meaning = page.evaluate("document.getElementById(document.querySelector('a.word').hash.slice(1)).nextElementSibling.textContent")
    expect(page.locator(TIP)).to_have_text(meaning)
    page.locator(TIP).hover()
    page.wait_for_timeout(600)
    expect(page.locator(TIP)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(TIP)).to_be_hidden()


def test_a_meaning_shows_with_the_focus_and_escape_closes_it(visit):
    page = visit(OBJECTIVE)
    word = page.locator("a.word").first
    word.focus()
    expect(page.locator(TIP)).to_be_visible()
    expect(word).to_have_attribute("aria-describedby", "__word")
    page.keyboard.press("Escape")
    expect(page.locator(TIP)).to_be_hidden()
    expect(word).to_be_focused()


def test_the_first_touch_shows_the_meaning_and_the_second_leads_to_it(visit):
    page = visit(OBJECTIVE, 360, has_touch=True)
    word = page.locator("a.word").first
    word.tap()
    expect(page.locator(TIP)).to_be_visible()
    assert "#" not in page.url
    word.tap()
    assert "#word-" in page.url


@each_language
@pytest.mark.parametrize("type", ["objective", "actor", "findings", "objectives", "follow-up"])
def test_every_word_leads_to_its_meaning_on_the_page_without_a_script(visit, language, type):
    page = visit(LANGUAGES[language] + PAGES[type], java_script_enabled=False)
    targets = {word.get_attribute("href")[1:] for word in page.locator("a.word").all()}
    assert targets
    said = {place.get_attribute("id") for place in page.locator(".meanings dt").all()}
    assert targets <= said
    expect(page.locator(".meanings dd").first).to_be_visible()


@pytest.mark.parametrize(("address", "folded"), [("findings/#f39", "#f39 > details"), ("schema/#vocabulary-states", "#vocabulary-states")])
def test_what_is_folded_opens_for_the_address_that_leads_to_it(visit, address, folded):
    page = visit(address)
    expect(page.locator(folded)).to_have_attribute("open", "")


def test_a_finding_is_read_without_a_script_whatever_is_folded(visit):
    page = visit("findings/#f39", java_script_enabled=False)
    expect(page.locator("#f39 .ours")).to_be_visible()
    expect(page.locator("#f39 blockquote").first).to_be_visible()
