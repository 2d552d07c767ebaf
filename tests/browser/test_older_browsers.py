"""Browsers that do not know `:has()`, as Firefox 115: every control works, and no selector asks for what they lack."""

import re
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect
from support.frozen import PLAN
from support.page_types import LANGUAGES
from support.paths import ROOT

SOURCES = [file for file in (ROOT / "overrides").rglob("*") if file.suffix in (".css", ".js", ".html")]
# Addresses of pages, styles and scripts.
TEXTS = re.compile(r"^[^?#]*(/|\.html|\.css|\.js)([?#]|$)")
# Pseudo-classes and pseudo-elements that the oldest browsers named in the README know, each alone and in a list.
KNOWN = {
    "is", "not", "root", "hover", "focus-visible", "focus-within", "target", "checked", "first-child", "last-child", "first-of-type", "nth-child",
    "before", "after", "empty", "placeholder", "scope", "fullscreen",
}  # fmt: skip
# What those browsers do not know, and what is lost there: each stands in a rule of its own, which they leave out.
ALONE = {"details-content": "on paper, what is folded stays folded"}


@pytest.fixture
def older(visit, served, frozen_site):
    """Opens a page in a browser for which `:has()` is no selector, whoever writes it."""

    def forget(route: Route) -> None:
        # From the file, not by `route.fetch`: an answer of the server dies with a page that is closed before it is handed on.
        file = frozen_site / unquote(urlsplit(route.request.url.removeprefix(served)).path)
        file = file / "index.html" if file.is_dir() else file
        route.fulfill(body=file.read_text("utf-8").replace(":has(", ":unknown-has("), content_type=guess_type(file.name)[0])

    def open(address: str) -> Page:
        page = visit("about/")
        page.wait_for_load_state("networkidle")
        page.context.route(TEXTS, forget)
        page.goto(served + address, wait_until="networkidle")
        assert page.evaluate("CSS.supports('selector(:unknown-has(a))')") is False
        return page

    return open


def selectors(file: Path) -> str:
    """What a file of ours selects, one rule or call a line."""
    text = file.read_text("utf-8")
    if file.suffix == ".css":
        return "\n".join(rule for rule in re.findall(r"[^{};/]*(?=\{)", text) if not rule.strip().startswith("@"))
    return "\n".join(re.findall(r"(?:querySelector(?:All)?|closest|matches)\??\.?\((.*?)\)", text))


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.name)
def test_every_selector_is_known_to_the_browsers_that_are_named(file):
    for rule in selectors(file).split("\n"):
        unknown = set(re.findall(r"(?<=:)[a-z][a-z-]+", rule)) - KNOWN
        assert not unknown or (unknown <= ALONE.keys() and "," not in rule), rule


def test_selectors_are_found_where_they_stand():
    css, js = (selectors(ROOT / "overrides/assets" / name) for name in ("text.css", "tracker.js"))
    assert ":first-of-type" in css and "a.language" in js


@pytest.mark.parametrize("language", LANGUAGES)
def test_filters_work_in_an_older_browser(older, language):
    page = older(f"{LANGUAGES[language]}objectives/?area=2.5")
    own = [objective for objective in PLAN.objectives.values() if objective.area_id == "2.5"]
    expect(page.locator("section.filtered tbody > tr:visible")).to_have_count(len(own))
    expect(page.locator("form.filters output")).to_contain_text(str(len(own)))
    expect(page.locator("article h2:visible")).to_have_count(1)
    page.set_viewport_size({"width": 360, "height": 800})
    expect(page.locator("section.filtered tbody > tr:visible")).to_have_count(len(own))


def test_tables_sort_in_an_older_browser(older):
    page = older("countries/")
    button = page.locator("button.sort").first
    button.click()
    expect(page.locator("th[aria-sort]").first).to_have_attribute("aria-sort", "ascending")


def test_the_graph_works_in_an_older_browser(older):
    page = older("graph/?role=contributor")
    assert 0 < page.locator(".network.chart--wide .edge:not(.off)").count() < page.locator(".network.chart--wide .edge").count()
    page.locator("[name=find]").fill("europol")
    expect(page.locator(".network.chart--wide .node.lit[data-node='actor:europol']")).to_have_count(1)


def test_the_matrix_has_the_whole_width_in_an_older_browser(older):
    page = older("matrix/")
    expect(page.locator(".md-sidebar--secondary")).to_be_hidden()


@pytest.mark.parametrize("address", ["objectives/", "graph/", "compare/"])
def test_no_control_is_shown_that_nothing_serves(visit, served, address):
    page = visit("about/")
    page.route(re.compile(r"/(tracker|cite|pictures)\.js$"), lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(served + address)
    expect(page.locator("article :is(select, input, button):visible")).to_have_count(0)


# Functions and rules of styles that they know. What is not here is looked up before it is added.
FUNCTIONS = {"attr", "calc", "counter", "inset", "is", "max", "min", "minmax", "not", "nth-child", "repeat", "rgb", "rgba", "var"}
FUNCTIONS |= {"repeating-linear-gradient"}
RULES = {"@media", "@page"}
# Margins of sheets, which some of them leave out: the foot is missing there, and nothing else.
MARGINS = {"@bottom-left", "@bottom-right"}
# What one of them lacks: sorted copies, nested copies, groups, sets, looks behind in patterns, dialogs that are open to all.
LACKING = re.compile(
    r"\.(toSorted|toReversed|toSpliced|with|findLast|findLastIndex|groupBy|isSubsetOf|intersection|difference|isWellFormed|checkVisibility|showPopover"
    r"|requestClose|setHTML|moveBefore)\(|structuredClone|Array\.fromAsync|URL\.(canParse|parse)\(|Promise\.(try|withResolvers)|\(\?<[=!]|/[a-z]*v[a-z]*[.,;)]"
    r"|startViewTransition|CSS\.registerProperty|scheduler\.|Iterator\.|Object\.groupBy|navigation\.|popover"
)


@pytest.mark.parametrize("file", [file for file in SOURCES if file.suffix == ".css"], ids=lambda file: file.name)
def test_every_function_and_rule_of_styles_is_known_to_the_browsers_that_are_named(file):
    text = re.sub(r"/\*.*?\*/|\{#.*?#\}|\{[{%].*?[}%]\}", "", file.read_text("utf-8"), flags=re.DOTALL)
    assert set(re.findall(r"([a-z-]+)\(", text)) <= FUNCTIONS
    assert set(re.findall(r"@[a-z-]+", text)) <= RULES | MARGINS
    innermost = re.sub(r"(?:@media|@page)[^{]*\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}", r"\1", text)
    assert not re.search(r"\{[^}]*\{", innermost), "no rule stands in another one"


@pytest.mark.parametrize("file", [file for file in SOURCES if file.suffix != ".css"], ids=lambda file: file.name)
def test_no_script_asks_for_what_a_browser_that_is_named_lacks(file):
    assert LACKING.findall(file.read_text("utf-8")) == []


def test_what_browsers_lack_is_found():
    for lacking in ("rows.toSorted()", "structuredClone(row)", "/(?<=a)b/", "rows.findLast(row)", "/a/v.test(b)", "Object.groupBy(rows)"):
        assert LACKING.search(lacking)
