"""The Content-Security-Policy in a browser: it breaks nothing on any type of page, and keeps out what is not of the site."""

import re

import pytest
from playwright.sync_api import expect
from support.page_types import LANGUAGES, PAGES

# What a page says of each thing that its policy keeps out; `visit` lets no other trouble pass.
LISTEN = "window.kept = []; document.addEventListener('securitypolicyviolation', ({violatedDirective}) => kept.push(violatedDirective))"
INSERT = """() => {
  const script = document.createElement("script");
  script.textContent = "window.pwned = 1";
  document.body.append(script);
  return [window.pwned, document.querySelector("meta[http-equiv=Content-Security-Policy]").content];
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_on_a_page_is_kept_out(visit, served, language):
    page = visit("about/")
    page.add_init_script(LISTEN)
    for address in PAGES.values():
        page.goto(served + LANGUAGES[language] + address)
        page.evaluate("new Promise(requestIdleCallback)")  # what the scripts put off is done
        assert page.evaluate("kept") == [], address


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_palette_and_the_search_work(visit, language):
    page = visit(LANGUAGES[language] + PAGES["objective"])
    scheme = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("button[data-next]:visible").click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", scheme)
    page.locator(".search-field").fill("Eurojust")
    page.locator("#__results a").first.wait_for()


def test_a_script_that_is_not_of_the_site_does_not_run(browser, served):
    page = browser.new_page()
    page.goto(served)
    pwned, policy = page.evaluate(INSERT)
    assert pwned is None
    assert re.search(r"default-src 'self'", policy)
    page.close()


def test_every_page_has_a_policy(frozen_site):
    files = [file for file in frozen_site.rglob("*.html")]
    assert len(files) > 100
    assert [str(file) for file in files if file.read_text("utf-8").count('http-equiv="Content-Security-Policy"') != 1] == []
