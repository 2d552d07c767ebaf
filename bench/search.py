"""What the search costs: bytes (gzip) that its first use loads, milliseconds to its first result on a slow processor, and for hostile words."""

import gzip
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from bench.served import served

SLOWER = 4  # times, than this machine
HOSTILE = ("qwzxk " * 66, "aeiou" * 80, '"a" «b» ' * 40, "2/" * 200, "([{^$.*+?" * 40, "constructor __proto__ " * 18, "e\u0301" * 130)
# Milliseconds from the focus, with the words in the field, to the first result; then for some other words.
FIRST = """words => new Promise(done => {
  const field = document.querySelector(".search-field"), list = document.getElementById("__results"), began = performance.now()
  const look = () => list.firstChild ? done(performance.now() - began) : setTimeout(look, 5)
  field.value = words
  field.focus()
  field.dispatchEvent(new Event("input", {bubbles: true}))
  look()
})"""
NEXT = """words => {
  const field = document.querySelector(".search-field"), began = performance.now()
  field.value = words
  field.dispatchEvent(new Event("input", {bubbles: true}))
  return performance.now() - began
}"""


def visit(browser: Browser, address: str, slower: int) -> Page:
    """A page of a new reader, with a cold cache."""
    page = browser.new_context().new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address, wait_until="networkidle")
    return page


def main() -> None:
    site = Path(__file__).resolve().parent.parent / "site"
    found, hostile, sizes = [], [], []
    with served(site) as (browser, address):
        for language in ("", "fr/"):
            for _ in range(3):
                page = visit(browser, f"{address}{language}about/", SLOWER)
                found.append(page.evaluate(FIRST, "Eurojust"))
                page.context.close()
            page = visit(browser, f"{address}{language}about/", 1)
            page.evaluate(FIRST, "Eurojust")
            hostile += [page.evaluate(NEXT, words) for words in HOSTILE]
            loaded = page.evaluate("performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname)")
            sizes.append(sum(len(gzip.compress((site / name.lstrip("/")).read_bytes(), 6)) for name in loaded if "search/" in name))
    print(max(sizes), median(found), max(hostile))


if __name__ == "__main__":
    main()
