"""The search in a browser: by keyboard and pointer, on a desk and a phone, from an address; what is said, and what is loaded when."""

import re

import pytest
from playwright.sync_api import Page, Route, expect
from support.page_types import LANGUAGES, PAGES

LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
WIDTH = pytest.mark.parametrize("width", [1280, 360])
OBJECTIVE = PAGES["objective"]
RESULTS, FIELD, STATUS = "#__results a", ".search-field", ".search-status"
ACTIVE = "document.activeElement.getAttribute('aria-activedescendant')"


def ask(page: Page, query: str) -> None:
    """Turn to the search with its key, and type."""
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.locator(RESULTS).first.wait_for()


@LANGUAGE
def test_a_key_opens_it_and_enter_follows_the_best_result(visit, served, language):
    page = visit(LANGUAGES[language] + OBJECTIVE)
    ask(page, "Eurojust")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served}{LANGUAGES[language]}actors/eurojust/")


@LANGUAGE
def test_enter_before_anything_has_loaded_is_answered_too(visit, served, language):
    page = visit(LANGUAGES[language])
    held = []

    def hold(route: Route) -> None:
        """Nothing loads on the first page."""
        if "glossary" in route.request.headers.get("referer", ""):
            route.continue_()
        else:
            held.append(route)

    page.route("**/search/*.js", hold)
    page.reload()  # a page that was open before may still load past what holds it
    page.keyboard.press("/")
    page.keyboard.type("Eurojust")
    expect(page.locator(STATUS)).not_to_be_empty()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served}{LANGUAGES[language]}glossary/?q=Eurojust")
    page.locator(f"{RESULTS}[href$='actors/eurojust/']").first.wait_for()


@LANGUAGE
def test_a_result_is_chosen_with_the_arrows(visit, language):
    page = visit(LANGUAGES[language])
    ask(page, "Eurojust")
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(ACTIVE) == "__result-2"
    expect(page.locator("#__result-2")).to_have_attribute("aria-selected", "true")
    expect(page.locator(f"{RESULTS}[aria-selected=true]")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(ACTIVE) is None
    page.keyboard.press("ArrowDown")
    target = page.locator("#__result-1").evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


@WIDTH
def test_results_are_reached_with_tab_and_left_with_escape(visit, width):
    page = visit(OBJECTIVE, width)
    if width < 960:
        page.get_by_role("button", name="Search the site").click()
    ask(page, "Eurojust")
    while not page.evaluate("document.activeElement.matches('#__results a')"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.search') !== null")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") == "__result-2"
    page.keyboard.press("Escape")
    expect(page.locator(".search-panel")).to_be_hidden()
    expect(page.locator(FIELD if width > 960 else ".search-open")).to_be_focused()
    assert "?" not in page.url


def test_results_close_when_the_focus_leaves_them(visit):
    page = visit(OBJECTIVE)
    ask(page, "Eurojust")
    page.locator("a.language").focus()
    expect(page.locator(".search-panel")).to_be_hidden()


@LANGUAGE
@WIDTH
def test_it_finds_at_the_first_try_with_a_pointer(visit, served, language, width):
    page = visit(LANGUAGES[language] + OBJECTIVE, width)
    page.locator(".search-open:visible, .search-field:visible").first.click()
    page.locator(FIELD).type("Eurojust")
    page.locator(f"{RESULTS}[href$='actors/eurojust/']").first.click()
    page.wait_for_url(f"{served}{LANGUAGES[language]}actors/eurojust/")


@LANGUAGE
def test_a_question_in_the_address_is_answered_and_a_list_of_results_has_an_address(visit, served, language):
    page = visit(f"{LANGUAGES[language]}?q=Eurojust")
    page.locator(f"{RESULTS}[href$='actors/eurojust/']").first.wait_for()
    page.locator(".search-kinds select").select_option("actions")
    page.wait_for_url("**/?q=Eurojust&in=actions")
    page.goto(page.url)
    page.locator(RESULTS).first.wait_for()
    names = "all => all.map(one => one.getAttribute('aria-labelledby'))"
    assert page.locator("#__results [role=group]").evaluate_all(names) == ["__kind-actions"]
    page.goto(f"{served}{LANGUAGES[language]}?q=Eurojust&in=nonsense")
    page.locator(f"{RESULTS}[href$='actors/eurojust/']").first.wait_for()


def test_the_language_link_takes_the_question_along(visit):
    page = visit("?q=Eurojust")
    page.locator(RESULTS).first.wait_for()
    page.evaluate("document.querySelector('a.language').click()")
    page.wait_for_url("**/fr/?q=Eurojust")
    expect(page.locator(STATUS)).to_contain_text("résultats")


def test_no_result_carries_a_mark_in_its_address(visit, served):
    page = visit("?q=victims")
    page.locator(RESULTS).first.wait_for()
    found = page.locator(RESULTS).evaluate_all("all => all.map(one => one.href)")
    assert [one for one in found if not re.fullmatch(re.escape(served) + r"[a-z0-9./-]*(#[\w.-]+)?", one)] == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("Eurojust", r"\d+ results\."),
        ("europl", r"Results for Europol; you typed europl\."),
        ("Poland xqzwvk", r"Nothing here has: xqzwvk\."),
        ("xqzwvk", r"Nothing found for “xqzwvk”\."),
        ('"permit residence"', "These words do not stand together anywhere"),
    ],
)
def test_what_was_found_is_said(visit, query, said):
    page = visit(OBJECTIVE)
    page.keyboard.press("/")
    page.keyboard.type(query)
    expect(page.locator(STATUS)).to_have_text(re.compile(said))
    assert page.locator(STATUS).get_attribute("role") == "status"


def test_a_status_has_its_date_and_a_quotation_its_language(visit):
    page = visit("?q=2.5.4")
    page.locator(RESULTS).first.wait_for()
    expect(page.locator(RESULTS).first.locator(".search-shown")).to_have_text("Partly delivered, as reported on 17 October 2008")
    page.locator(FIELD).fill("71 nouveaux cas")
    quotation = page.locator(f"{RESULTS} [lang=fr]").first
    expect(quotation).to_have_text(re.compile("^«.*71 nouveaux cas.*»$"))
    expect(quotation.locator("mark").first).to_have_text("71")


def test_a_result_on_the_same_page_is_shown(visit, served):
    page = visit(PAGES["findings"])
    ask(page, "f34")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served}findings/#f34")
    expect(page.locator(".search-panel")).to_be_hidden()
    expect(page.locator("#f34")).to_be_in_viewport()


def test_nothing_is_loaded_before_somebody_turns_to_it(visit, asked):
    page = visit(OBJECTIVE)
    page.wait_for_load_state("networkidle")
    assert [path for path in asked if "search" in path or "sitemap" in path] == []
    ask(page, "Eurojust")
    assert len([path for path in asked if "search" in path]) == 6


def test_the_key_types_itself_in_a_field(visit):
    page = visit(PAGES["graph"])
    page.locator("[name=find]").focus()
    page.keyboard.press("/")
    expect(page.locator("[name=find]")).to_have_value("/")


def test_without_a_script_a_link_stands_in_its_place(visit):
    page = visit(OBJECTIVE, java_script_enabled=False)
    expect(page.locator(FIELD)).to_be_hidden()
    expect(page.get_by_role("link", name="Glossary, with every term")).to_be_visible()


def test_paper_shows_no_field(visit):
    page = visit("?q=Eurojust")
    page.locator(RESULTS).first.wait_for()
    page.emulate_media(media="print")
    expect(page.locator(".search")).to_be_hidden()
