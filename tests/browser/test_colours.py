"""Colours are the reader's choice on a screen, the same in both languages; paper is always light."""

import pytest
from playwright.sync_api import Page, expect
from support.page_types import LANGUAGES, PAGES
from support.served import rest

# Every colour that a page shows: of each element and of what stands before and behind it; of elements that stand alike, of the first one.
COLOURS = """() => {
  const ways = new Map(), first = new Map()
  for (const element of document.querySelectorAll("body, body *")) {
    const way = `${ways.get(element.parentElement) ?? ""} ${element.localName}.${element.getAttribute("class")}`
    ways.set(element, way)
    if (!first.has(way)) first.set(way, element)
  }
  return [...first.values()].flatMap(element => ["", "::before", "::after"].map(part => {
    const { color, backgroundColor, borderTopColor, fill, stroke } = getComputedStyle(element, part)
    return [color, backgroundColor, borderTopColor, fill, stroke].join()
  }))
}"""
# The least contrast of visible words in the text with white; words in pictures stand on what is printed below them.
FAINTEST = """() => {
  const light = channel => (channel /= 255) <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  const contrast = ([red, green, blue]) => 1.05 / (0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue) + 0.05)
  const words = [...document.querySelectorAll("article *")].filter(element => !element.closest("svg") && element.checkVisibility()
    && [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  return Math.min(...words.map(element => contrast(getComputedStyle(element).color.match(/[0-9.]+/g).map(Number))))
}"""


FEW = ("home", "objective", "country with a contradiction", "graph", "matrix", "timeline")


def printed(page: Page) -> list[str]:
    """The colours of a page on paper."""
    page.emulate_media(media="print")
    rest(page)
    found = page.evaluate(COLOURS)
    page.emulate_media(media="screen")
    return found


@pytest.mark.parametrize("chosen", ["by the system", "by the button"])
def test_a_page_is_printed_dark_on_white_whatever_is_chosen_for_the_screen(visit, served, chosen):
    light = visit("")
    dark = visit("", color_scheme="dark" if chosen == "by the system" else "light")
    if chosen == "by the button":
        dark.get_by_role("button", name="Switch to dark mode").click()
    expect(dark.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert light.evaluate(COLOURS) != dark.evaluate(COLOURS)
    # What is chosen by the button is one attribute, alike on every page.
    for address in PAGES.values() if chosen == "by the system" else [PAGES[name] for name in FEW]:
        for page in (light, dark):
            page.goto(served + address)
        assert printed(light) == printed(dark), address
        dark.emulate_media(media="print")
        rest(dark)
        assert dark.evaluate(FAINTEST) >= 4.5, address
        dark.emulate_media(media="screen")


@pytest.mark.parametrize("first", LANGUAGES)
def test_colours_chosen_in_one_language_hold_in_the_other(visit, served, first):
    page = visit(LANGUAGES[first] + PAGES["objective"])
    page.locator("[data-md-component=palette] button:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("a.language").click()
    page.wait_for_url(served + next(root for name, root in LANGUAGES.items() if name != first) + PAGES["objective"])
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
