"""Citing in a browser: the page, a record on it, a link, a quotation; by keyboard, without a clipboard, without a script."""

import pytest
from playwright.sync_api import expect
from support.odd_site import at_a_port
from support.page_types import LANGUAGES, PAGES

each_language = pytest.mark.parametrize("language", LANGUAGES)
OBJECTIVE, ACTION = PAGES["objective"], "2.5.4-3"
ADDRESS = "https://host.example/tracker/"
# What a page asks the browser to put into its clipboard; the machine's own stays as it is.
CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async text => { window.copied = text }}})"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false"
DIALOG, TOP = "dialog.cite", ".page-tools a"


def opened(visit, address: str, script: str = CLIPBOARD):
    page = visit("about/")
    page.add_init_script(script)
    page.goto(page.url.replace("about/", address))
    return page


@each_language
def test_the_page_is_cited_over_it_and_escape_leads_back(visit, language):
    page = opened(visit, LANGUAGES[language] + OBJECTIVE)
    page.locator(TOP).focus()
    page.keyboard.press("Enter")
    dialog = page.locator(DIALOG)
    expect(dialog).to_be_visible()
    expect(dialog.locator("pre")).to_have_count(4)
    dialog.locator("figcaption button").first.press("Enter")
    expect(dialog.get_by_role("status")).not_to_be_empty()
    assert page.evaluate("window.copied").endswith(f" {ADDRESS}{LANGUAGES[language]}{OBJECTIVE}")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator(TOP)).to_be_focused()
    expect(page.locator("details.cite pre")).to_have_count(4)


@each_language
def test_a_record_on_the_page_is_cited_by_its_name_and_address(visit, language):
    page = opened(visit, LANGUAGES[language] + OBJECTIVE)
    place = f"{ADDRESS}{LANGUAGES[language]}{OBJECTIVE}#{ACTION}"
    page.locator(f"[id='{ACTION}'] .quiet-button").first.click()
    for form in page.locator(f"{DIALOG} pre").all():
        expect(form).to_contain_text(place)
        expect(form).to_contain_text(f"{ACTION} (")
    page.locator(f"{DIALOG} .cite-head button").first.click()
    page.wait_for_function("window.copied")
    assert page.evaluate("window.copied") == place
    page.keyboard.press("Escape")
    expect(page.locator("details.cite pre").first).not_to_contain_text(ACTION)


def test_a_quotation_is_copied_with_its_place(visit):
    page = opened(visit, OBJECTIVE)
    page.locator(f"[id='{ACTION}'] figcaption button").first.click()
    page.wait_for_function("window.copied")
    copied = page.evaluate("window.copied")
    assert copied.startswith("«\xa0") and "Eurojust a organisé en 2007 dix réunions" in copied
    assert "\xa0» (COM(2008) 657 final, section 2.5.4" in copied
    assert copied.endswith(f") {ADDRESS}{OBJECTIVE}#{ACTION}")


def test_a_quotation_that_was_folded_away_is_named_after_its_place_and_copied(browser, site):
    with at_a_port(site) as root:
        page = browser.new_page()
        page.goto(f"{root}developments/")
        expect(page.locator(".evidence figcaption button")).to_have_count(0)
        page.eval_on_selector_all("details:has(figure.evidence)", "all => all.forEach(folded => { folded.open = true; })")
        quoted = page.locator("figure.evidence:has(blockquote)")
        expect(page.locator(".evidence figcaption button")).to_have_count(quoted.count())
        names = quoted.evaluate_all("all => all.map(figure => figure.ariaLabel)")
        page.close()
    assert names and all(name and "[" not in name for name in names)


def test_without_a_clipboard_the_text_is_selected_to_be_copied(visit):
    page = opened(visit, OBJECTIVE, NO_CLIPBOARD)
    page.locator(f"[id='{ACTION}'] figcaption button").first.click()
    expect(page.locator(".said--page")).to_have_text("Copy the selected text.")
    field = page.locator("textarea.to-copy")
    expect(field).to_be_focused()
    start, end, text = field.evaluate("field => [field.selectionStart, field.selectionEnd, field.value]")
    assert (start, end) == (0, len(text)) and text.startswith("«\xa0")
    page.keyboard.press("Tab")
    expect(field).to_have_count(0)


def test_a_citation_is_saved_as_a_file(visit):
    page = opened(visit, OBJECTIVE)
    page.locator(TOP).click()
    with page.expect_download() as saved:
        page.locator(f"{DIALOG} figcaption button").nth(3).click()
    assert saved.value.suggested_filename == "plan-tracker-en-objectives-2.5.4.bib"


def test_without_a_script_the_link_leads_to_the_folded_citation(served, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}{OBJECTIVE}")
    page.locator(TOP).click()
    expect(page.locator("details.cite pre").first).to_be_visible()
    context.close()
