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


def printed(page: Page) -> list[str]:
    """The colours of a page on paper."""
    page.emulate_media(media="print")
    rest(page)
    found = page.evaluate(COLOURS)
    page.emulate_media(media="screen")
    return found


def test_a_page_is_printed_dark_on_white_whatever_the_system_chose_for_the_screen(visit, served):
    page = visit("")
    for address in PAGES.values():
        page.goto(served + address)
        papers = []
        for scheme, name in (("light", "default"), ("dark", "slate")):
            page.emulate_media(color_scheme=scheme)
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)
            papers.append(printed(page))
        assert papers[0] == papers[1], address
        page.emulate_media(media="print")
        assert page.evaluate(FAINTEST) >= 4.5, address
        page.emulate_media(media="screen")


# What is chosen by the button is one attribute, alike on every page.
@pytest.mark.parametrize("type", ["objective", "graph"])
def test_a_page_is_printed_dark_on_white_whatever_the_reader_chose_for_the_screen(visit, type):
    page = visit(PAGES[type])
    light = page.evaluate(COLOURS), printed(page)
    page.get_by_role("button", name="Switch to dark mode").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    rest(page)
    dark = page.evaluate(COLOURS), printed(page)
    assert light[0] != dark[0] and light[1] == dark[1]


@pytest.mark.parametrize("first", LANGUAGES)
def test_colours_chosen_in_one_language_hold_in_the_other(visit, served, first):
    page = visit(LANGUAGES[first] + PAGES["objective"])
    page.locator("[data-md-component=palette] button:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("a.language").click()
    page.wait_for_url(served + next(root for name, root in LANGUAGES.items() if name != first) + PAGES["objective"])
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
