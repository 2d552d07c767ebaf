"""axe-core finds nothing on one page of each type, or on every page: both languages; light, dark and forced colours; a phone and a desk."""

from itertools import product

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from support.page_types import LANGUAGES, PAGES
from support.paths import ROOT
from support.served import EVERY_PAGE, rest

from macros.model import addresses as links
from macros.reading.load import load

SCHEMES = ["light", "dark"]
WIDTHS = [1280, 360]
# Of one page of each type: names and structure in each language, on one screen of each width; colours, which no language changes, in each scheme.
# Of every page, all views.
STRUCTURES = list(product(LANGUAGES, WIDTHS)) if EVERY_PAGE else [("en", 1280), ("fr", 360)]
COLOURINGS = list(product(LANGUAGES, SCHEMES, WIDTHS)) if EVERY_PAGE else [("fr", "light", 1280), ("en", "dark", 360)]
PHONES = list(product(LANGUAGES, SCHEMES)) if EVERY_PAGE else [("fr", "light"), ("en", "dark")]
# What judges colours takes axe seconds on long pages, as it looks at every word. So of the elements that look alike, down to their
# children and up to their ancestors (by name, class and colours, size and weight of letters), one is judged.
ALIKE = """() => {
  const own = el => {
    const { color, backgroundColor, fontSize, fontWeight, opacity, textDecorationLine } = getComputedStyle(el)
    return [el.localName, el.className, color, backgroundColor, fontSize, fontWeight, opacity, textDecorationLine].join()
  }
  const looks = new Map(), seen = new Set()
  const look = el => {
    if (!looks.has(el)) looks.set(el, `${own(el)} (${[...new Set([...el.children].map(look))].sort()})`)
    return looks.get(el)
  }
  const mark = (el, above) => {
    const here = `${above} > ${look(el)}`
    if (seen.has(here)) return el.dataset.alike = ""
    seen.add(here)
    for (const child of el.children) mark(child, `${above} > ${own(el)}`)
  }
  mark(document.body, "")
}"""
COLOURS = """within => axe.run(
  {include: [within], exclude: ["[data-alike]"]}, {runOnly: ["color-contrast", "link-in-text-block"], resultTypes: ["violations"]},
)"""
# "target-size" is of WCAG 2.2 and off by default.
STRUCTURE = """within => axe.run({include: [within]}, {resultTypes: ["violations"], rules: {
  "color-contrast": {enabled: false}, "link-in-text-block": {enabled: false}, "target-size": {enabled: true},
}})"""


def faults(page: Page, judged: str, within: str = "html") -> list[str]:
    """What axe finds within an element: COLOURS, or STRUCTURE."""
    page.evaluate(AXE_SCRIPT)
    if judged == COLOURS:
        page.evaluate(ALIKE)
    found = page.evaluate(judged, within)["violations"]
    address = page.url.partition("/tracker/")[2]
    said = []
    for fault in found:
        for node in fault["nodes"]:
            reason = next(check["message"] for kind in ("any", "all", "none") for check in node[kind])
            said.append(f"{address}: {fault['id']}: {' '.join(map(str, node['target']))}: {reason}: {node['html'][:120]}")
    return said


def addresses() -> list[str]:
    """One page of each type, or every page of the real site."""
    if not EVERY_PAGE:
        return list(PAGES.values())
    return [*links.INDEXES, *(page.address for page in links.pages(load(ROOT)) if page.argument and page.macro != "moved"), "404.html"]


def found(visit, served, judged: str, language: str, width: int, **options) -> list[str]:
    """What axe finds on one page after the other."""
    root = LANGUAGES[language]
    page = visit(root, width, **options)
    said = faults(page, judged)
    for address in addresses()[1:]:
        page.goto(served + root + address)
        said += faults(page, judged)
    return said


@pytest.mark.parametrize(("language", "width"), STRUCTURES)
def test_axe_finds_no_fault_of_structure(visit, served, language, width):
    assert found(visit, served, STRUCTURE, language, width) == []


@pytest.mark.parametrize(("language", "scheme", "width"), COLOURINGS)
def test_axe_finds_no_faint_colour(visit, served, language, scheme, width):
    assert found(visit, served, COLOURS, language, width, color_scheme=scheme) == []


@pytest.mark.parametrize(("language", "scheme", "width"), COLOURINGS)
def test_axe_finds_nothing_in_open_search(visit, language, scheme, width):
    page = visit(f"{LANGUAGES[language]}objectives/2.5.4/", width, color_scheme=scheme)
    page.keyboard.press("/")
    page.keyboard.type("Eurojust")
    page.locator("#__results a").first.wait_for()
    page.keyboard.press("ArrowDown")
    rest(page)
    assert [fault for judged in (STRUCTURE, COLOURS) for fault in faults(page, judged, ".search")] == []


@pytest.mark.parametrize(("language", "scheme"), PHONES)
def test_axe_finds_nothing_in_the_open_drawer(visit, language, scheme):
    page = visit(f"{LANGUAGES[language]}objectives/2.5.4/", 360, color_scheme=scheme)
    page.locator(".drawer-button").click()
    rest(page)
    assert page.locator(".md-sidebar--primary").is_visible()
    assert [fault for judged in (STRUCTURE, COLOURS) for fault in faults(page, judged, ".md-sidebar--primary")] == []


# Where pictures and blocks have colours of their own.
COLOURED = ("home", "objective", "country with a contradiction", "countries", "graph", "matrix", "timeline")


@pytest.mark.parametrize(("language", "width"), list(product(LANGUAGES, WIDTHS)) if EVERY_PAGE else [("en", 1280)])
def test_axe_finds_nothing_where_colours_are_forced(visit, served, language, width):
    """Those of a dark system, to a reader who once chose light here."""
    root = LANGUAGES[language]
    page = visit(root, width, color_scheme="dark", forced_colors="active")
    page.locator("[data-md-component=palette] button:visible").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    said = []
    for address in addresses() if EVERY_PAGE else [PAGES[name] for name in COLOURED]:
        page.goto(served + root + address)
        said += faults(page, COLOURS)
    assert said == []
