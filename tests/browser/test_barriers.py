"""What stands in the way of some readers and axe does not find: on one page of each type, in a language and at a width each time."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Route
from support.page_types import LANGUAGES, PAGES
from support.served import EVERY_PAGE

# Each finds on a page what it is named after, and says where.
LOOKS = {
    # SC 2.5.3, for those who say what they see. A sign is no word.
    "a name that does not begin with what is seen": """() => {
      const words = text => text.replace(/[^\\p{L}\\p{N}]+/gu, " ").trim().toLowerCase()
      const seen = el => words(el.innerText ?? el.querySelector("text")?.textContent ?? "")
      return [...document.querySelectorAll(":is(a, button, select, summary, [role=button])[aria-label]")]
        .filter(el => el.checkVisibility() && !`${words(el.ariaLabel)} `.startsWith(`${seen(el)} `.trimStart()))
        .map(el => `${seen(el)}: ${el.ariaLabel}`)
    }""",
    "a heading that says more than its words": """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(heading => {
      const said = heading.cloneNode(true)
      for (const one of said.querySelectorAll("[aria-hidden=true]")) one.remove()
      return said.textContent
    }).filter(text => text.includes("¶"))""",
    # SC 2.5.8: 24 pixels, or nothing else within 12 of its middle. What stands in a sentence is left out, and heads that are shown to no finger.
    "a target that is missed": """() => {
      const all = [...document.querySelectorAll("a[href], button, summary, select, input, textarea")].filter(el =>
        el.checkVisibility({ visibilityProperty: true }) && !el.matches(".headerlink, .md-toggle, .md-skip") && !el.closest("thead"))
      // What a frame has scrolled away lies under nobody's finger.
      const frame = el => el.closest(".scroll")?.getBoundingClientRect() ?? { top: -Infinity, bottom: Infinity }
      const reached = (el, { top, bottom }) => bottom > frame(el).top && top < frame(el).bottom
      const boxes = all.flatMap(el => [...el.getClientRects()].filter(box => box.width && box.height && reached(el, box)).map(box => ({ el, box })))
      const small = ({ width, height }) => Math.min(width, height) < 23.9
      const inSentence = el => {
        let block = el.parentElement
        while (getComputedStyle(block).display === "inline") block = block.parentElement
        const rest = block.cloneNode(true)
        for (const one of rest.querySelectorAll("a, button, ul, ol, dl, table, svg")) one.remove()
        return getComputedStyle(el).display === "inline" && /\\p{L}{2}/u.test(rest.textContent)
      }
      const near = (box, other) => {
        const x = box.x + box.width / 2, y = box.y + box.height / 2
        const away = Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom))
        return away < 11.9 || (small(other) && Math.hypot(other.x + other.width / 2 - x, other.y + other.height / 2 - y) < 23.9)
      }
      return boxes.filter(({ el, box }) => small(box) && !inSentence(el) && boxes.some(one => one.el !== el && near(box, one.box)))
        .map(({ el, box }) => `${el.textContent.trim().slice(0, 60)} (${Math.round(box.width)} × ${Math.round(box.height)})`)
    }""",
    # After a key was pressed; each kind of element once.
    "a focus that is not seen": """() => {
      const kind = el => `${el.localName}.${el.getAttribute("class")} in ${el.parentElement.localName}.${el.parentElement.getAttribute("class")}`
      const all = [...document.querySelectorAll("a[href], button, summary, select, input, textarea, [tabindex='0']")]
        .filter(el => el.tabIndex >= 0 && el.checkVisibility({ visibilityProperty: true }) && !el.matches(".md-toggle"))
      return [...new Map(all.map(el => [kind(el), el]))].filter(([, el]) => {
        el.focus({ preventScroll: true })
        const { outlineStyle, outlineWidth } = getComputedStyle(el)
        return document.activeElement !== el || outlineStyle === "none" || parseFloat(outlineWidth) < 2
      }).map(([name]) => name)
    }""",
    # For those who asked for less; what lasts a moment is not seen.
    "something that moves": """() => [...document.querySelectorAll("*")].filter(el => {
      const { transitionDuration, animationDuration } = getComputedStyle(el)
      return `${transitionDuration}, ${animationDuration}`.split(", ").some(time => parseFloat(time) > 0.01)
    }).map(el => el.className)""",
    "a page that scrolls sideways": """() => {
      const { scrollWidth } = document.documentElement
      return scrollWidth > innerWidth ? [`${scrollWidth} pixels wide`] : []
    }""",
    # Pictures, code and tables that keep their columns have a frame of their own, as the accessibility page says.
    "a frame that scrolls sideways without need": """() => [...document.querySelectorAll("article *")]
      .filter(el => el.scrollWidth > el.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(el).overflowX) && el.checkVisibility()
        && !el.matches("figure.picture, pre, pre > code") && innerWidth < 720)
      .map(el => `${el.className}: ${el.scrollWidth} in ${el.clientWidth}`)""",
    "a page that moves while it loads": """() => {
      const whole = shifts.reduce((sum, { value }) => sum + value, 0)
      const moved = shifts.flatMap(({ sources }) => sources.map(({ node }) => node?.className ?? ""))
      return whole > 0.02 ? [`${whole.toFixed(3)}: ${moved.join(", ")}`] : []
    }""",
}
WATCH = "window.shifts = []; new PerformanceObserver(list => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true })"
PAINTED = "address => location.href === address && performance.getEntriesByName('first-contentful-paint').length"
SETTLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
VIEWS = [(language, width) for language in LANGUAGES for width in (1280, 320)] if EVERY_PAGE else [("en", 1280), ("fr", 320)]


@pytest.mark.parametrize(("language", "width"), VIEWS)
def test_nothing_stands_in_the_way_on_a_page(visit, served, language, width):
    page, root = visit(LANGUAGES[language] + "about/", width), served + LANGUAGES[language]
    page.context.add_init_script(WATCH)

    def wait(route: Route) -> None:
        """Scripts come when the page is seen, as on a slow line: what they move then is counted."""
        page.wait_for_function(PAINTED, arg=route.request.headers["referer"])
        route.continue_()

    page.route("**/*.js", wait)
    found = []
    for address in PAGES.values():
        page.goto(root + address)
        page.evaluate(SETTLED)
        page.keyboard.press("Tab")
        found += [f"{address}: {look}: {said}" for look, code in LOOKS.items() for said in page.evaluate(code)]
    assert not found, "\n".join(found)


FAULTS = {
    "a name that does not begin with what is seen": '<a href="/" aria-label="Read more">More</a>',
    "a heading that says more than its words": '<h2>Words<a class="headerlink" href="#words">¶</a></h2>',
    "a target that is missed": '<p><a href="/">One</a> · <a href="/">2</a><br><a href="/">Two</a></p>',
    "a focus that is not seen": '<button style="outline: none; height: 2em">Go</button>',
    "something that moves": '<p style="transition: color 1s">moves</p>',
    "a page that scrolls sideways": '<div style="width: 400px">wide</div>',
    "a frame that scrolls sideways without need": '<article><div style="overflow: auto"><p style="width: 400px">wide</p></div></article>',
    "a page that moves while it loads": '<p hidden style="height: 9em">late</p><p style="height: 9em">moved</p>'
    "<script>setTimeout(() => { document.querySelector('p').hidden = false }, 300)</script>",
}


STYLE = "<style>body { font: 16px/1 sans-serif } :focus-visible { outline: 3px solid }</style><body>"


@pytest.mark.parametrize("look", LOOKS)
def test_a_fault_is_found(browser, look):
    page = browser.new_page(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    try:
        page.add_init_script(WATCH)
        page.goto(f"data:text/html;charset=utf-8,{quote(STYLE + FAULTS[look])}")
        page.keyboard.press("Tab")
        page.wait_for_function(f"({LOOKS[look]})().length")
        assert [name for name, code in LOOKS.items() if page.evaluate(code)] == [look]
    finally:
        page.close()


# What is folded opens without a script, what serves a script gives way, what is only for paper or another width stands for what is seen.
UNSEEN = """() => [...document.querySelectorAll("article *")]
  .filter(el => [...el.childNodes].some(node => node.nodeType === 3 && node.data.trim()) && !el.checkVisibility({ visibilityProperty: true })
    && !el.closest("details:not([open]), .filters, .copies, .seek, .on-paper, svg, script, style, noscript, button[hidden]"))
  .map(el => el.textContent.trim().slice(0, 80))"""


def test_every_word_is_there_without_a_script(visit, served):
    page = visit("", java_script_enabled=False)
    for address in PAGES.values():
        page.goto(served + address)
        assert page.evaluate(UNSEEN) == [], address
