"""The site as readers meet it in a browser: by keyboard, on paper, at the first view."""

import gzip

import pytest
from playwright.sync_api import Page, expect
from support.frozen import PLAN
from support.page_types import LANGUAGES, PAGES
from support.paper import sheets, shown
from support.served import rest

LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
OBJECTIVE = PAGES["objective"]
MOST_REQUESTS, MOST_BYTES = 10, 90_000
# The width of A4 within the margins of the style sheet, in pixels of 1/96 inch: 210 - 2 * 15 mm.
PAPER = 680
RING = """el => {
  const { outlineStyle, outlineWidth } = getComputedStyle(el), { width, height } = el.getBoundingClientRect()
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && Math.min(width, height) >= 24
}"""


def focused(page: Page) -> str:
    """The name of what has the focus."""
    return page.evaluate("document.activeElement.ariaLabel || document.activeElement.textContent.trim()")


# Keyboard


@LANGUAGE
def test_the_skip_link_leads_into_the_text(visit, language):
    page = visit(LANGUAGES[language] + OBJECTIVE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    assert page.evaluate(f"({RING})(document.activeElement)")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


@pytest.mark.parametrize(
    ("language", "width", "names"),
    [
        ("en", 1280, ["EU Anti-Trafficking Plan Tracker", "Switch to dark mode", "Français", "Search"]),
        ("en", 360, ["Navigation", "Switch to dark mode", "Français", "Search the site"]),
        ("fr", 1280, ["Suivi du plan de l’UE contre la traite des êtres humains", "Passer au mode sombre", "English", "Rechercher"]),
        ("fr", 360, ["Navigation", "Passer au mode sombre", "English", "Rechercher dans le site"]),
    ],
)
def test_every_control_of_the_header_is_reached_and_shows_its_focus(visit, language, width, names):
    page = visit(LANGUAGES[language] + OBJECTIVE, width)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    reached, unseen = [], []
    while page.evaluate("document.activeElement.closest('header') !== null"):
        rest(page)
        reached.append(focused(page))
        unseen += [] if page.evaluate(f"({RING})(document.activeElement)") else [focused(page)]
        page.keyboard.press("Tab")
    assert reached == names
    assert unseen == []
    assert page.evaluate("document.activeElement.checkVisibility({visibilityProperty: true, opacityProperty: true})")


def test_the_colours_are_switched_from_the_keyboard(visit, served):
    page = visit("")
    page.get_by_role("button", name="Switch to dark mode").focus()
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert focused(page) == "Switch to light mode"
    page.goto(served + OBJECTIVE)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name="Switch to light mode").focus()
    page.keyboard.press("Space")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    assert focused(page) == "Switch to dark mode"


def test_the_menu_of_a_phone_opens_and_closes_from_the_keyboard(visit):
    page = visit(OBJECTIVE, 360)
    button, menu = page.get_by_role("button", name="Navigation"), page.locator(".md-sidebar--primary")
    expect(menu).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(menu).to_be_hidden()


@pytest.mark.parametrize("address", [OBJECTIVE, PAGES["actors"], PAGES["findings"]])
def test_everything_in_the_menu_of_a_phone_is_reached_and_seen(visit, served, address):
    page = visit(address, 360)
    page.get_by_role("button", name="Navigation").focus()
    page.keyboard.press("Enter")
    rest(page)
    reached, unseen = [], []
    while page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null"):
        reached.append(page.evaluate("(el => el.href || el.id)(document.activeElement)"))
        middle = "(({ x, y, width, height }) => document.elementFromPoint(x + width / 2, y + height / 2))"
        here = page.evaluate(f"(el => el.contains({middle}(el.getBoundingClientRect())))(document.activeElement)")
        unseen += [] if here else reached[-1:]
        page.keyboard.press("Tab")
    assert unseen == []
    listed = ["", "objectives/", "findings/", "actors/", "countries/", "sources/", "glossary/", "method/", "data/", "contribute/", "about/"]
    assert [place for place in listed if served + place not in reached and not (place == address and "__toc" in reached)] == []


@LANGUAGE
def test_the_language_link_leads_to_the_same_page(visit, served, language):
    page = visit(LANGUAGES[language] + OBJECTIVE)
    page.locator("a.language").focus()
    page.keyboard.press("Enter")
    other = next(root for name, root in LANGUAGES.items() if name != language)
    page.wait_for_url(served + other + OBJECTIVE)
    assert page.locator("html").get_attribute("lang") != language


@LANGUAGE
def test_filters_are_used_from_the_keyboard(visit, language):
    page = visit(LANGUAGES[language] + PAGES["objectives"])
    rows = page.locator("section.filtered tbody > tr:visible")
    assert rows.count() == len(PLAN.objectives)
    page.locator("form.filters select[name=status]").focus()
    page.keyboard.press("ArrowDown")
    status = page.locator("form.filters select[name=status]").input_value()
    wanted = [objective for objective in PLAN.objectives.values() if objective.status == status]
    expect(rows).to_have_count(len(wanted))
    assert f"status={status}" in page.url
    page.locator("form.filters button[type=reset]").focus()
    page.keyboard.press("Enter")
    expect(rows).to_have_count(len(PLAN.objectives))
    assert "status=" not in page.url


# First view


@LANGUAGE
def test_the_first_view_of_an_objective_is_light(visit, frozen_site, asked, language):
    root = LANGUAGES[language]
    longest = max(PLAN.objectives, key=lambda id: (frozen_site / root / f"objectives/{id}/index.html").stat().st_size)
    page = visit(f"{root}objectives/{longest}/")
    page.wait_for_load_state("networkidle")
    files = [frozen_site.parent / path.strip("/") for path in asked]
    sizes = {str(file): len(gzip.compress((file / "index.html" if file.is_dir() else file).read_bytes(), 6)) for file in files}
    assert len(asked) <= MOST_REQUESTS, asked
    assert sum(sizes.values()) <= MOST_BYTES, sizes


# Paper


@LANGUAGE
@pytest.mark.parametrize("type", ["objective", "actor", "objectives"])
def test_a_printed_page_fits_the_paper_and_shows_addresses(visit, language, type):
    page = visit(LANGUAGES[language] + PAGES[type], PAPER)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER
    visible = "all => all.filter(el => el.checkVisibility()).map(el => {0})"
    headings = page.eval_on_selector_all("article :is(h1, h2, h3, h4)", visible.format("el.innerText"))
    addresses = page.eval_on_selector_all("article a[href^=http]", visible.format("el.getAttribute('href')"))
    printed = sheets(page)
    sizes = {(round(sheet.width), round(sheet.height)) for sheet in printed}
    assert sizes <= {(width, height) for width in (595, 596) for height in (842, 843)}
    text = shown("".join(sheet.text for sheet in printed))
    assert headings and (addresses or type == "objectives")
    assert [heading for heading in headings if shown(heading) not in text] == []
    assert [address for address in addresses if shown(address) not in text] == []
