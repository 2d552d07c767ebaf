"""The page of the timeline: every date is in its table, and what the pictures draw are its rows."""

import re

import pytest
import yaml
from playwright.sync_api import Page
from support.frozen import PLAN, WORDS
from support.paths import FROZEN

from macros.drawing.timeline_picture import TimelinePicture
from macros.wording.labels import Labels

PICTURES = TimelinePicture(Labels(PLAN, WORDS["en"]))


def dates_in(tree, id="") -> set[tuple[str, str]]:
    """Record and date of everything that the files date, read without the program."""
    found = set()
    if isinstance(tree, list):
        return set().union(*(dates_in(one, id) for one in tree))
    if isinstance(tree, dict):
        id = tree.get("id", id)
        for key, value in tree.items():
            dates = value if key == "dates" else [value] if key in ("date", "period") and isinstance(value, dict) else []
            found |= {(id, one["value"]) for one in dates} | ({(id, value["date"])} if key == "oj" else set())
            found |= dates_in(value, id)
    return found


def test_every_date_of_the_data_stands_in_the_table(frozen_site):
    names = ("actions", "findings", "follow-ups", "commitments", "indicators", "sources")
    trees = [yaml.load((FROZEN / f"data/{name}.yaml").read_text("utf-8"), yaml.BaseLoader) for name in names]
    shown = [one for _, own in PICTURES.lanes for one in own] + PICTURES.left_out
    assert {(one.record.id, one.when.value) for one in shown} == dates_in(trees)
    rows = len(re.findall(r'<tr>\s*<th scope="row">', (frozen_site / "timeline/index.html").read_text("utf-8")))
    assert rows == len(shown) == len({(one.record.id, one.when.value, one.when.is_) for one in shown})


def shown(page: Page) -> int:
    return page.locator(".timeline article:visible").count()


def test_the_picture_leads_to_every_row_of_the_table_but_those_left_out(visit):
    page = visit("timeline/", java_script_enabled=False)
    links = "(links) => links.map((link) => link.getAttribute('href'))"
    drawn = set(page.locator(".timeline article > a").evaluate_all(links))
    assert set(page.locator("tbody:not(:last-of-type) th[scope=row] a").evaluate_all(links)) <= drawn
    assert {f"../developments/#{id}" for id in PLAN.developments} <= drawn


@pytest.mark.parametrize(
    ("address", "wanted"),
    [("?area=2.5", {"area": "2.5"}), ("?state=announced", {"state": "announced"}),
     ("?area=2.1&state=done", {"area": "2.1", "state": "done"})],
)  # fmt: skip
def test_the_address_chooses_areas_and_states(visit, address, wanted):
    page = visit(f"timeline/{address}")
    rows = page.locator(".timeline article").evaluate_all("(all) => all.map((one) => [one.dataset, one.checkVisibility()])")
    expected = [all(value in (data[name] or "").split() for name, value in wanted.items()) for data, _ in rows]
    assert [visible for _, visible in rows] == expected
    assert 0 < sum(expected) < len(expected)
    assert page.locator("form.filters output").inner_text().startswith(str(sum(expected)))


def test_a_year_without_a_row_that_is_chosen_is_gone(visit):
    page = visit("timeline/?state=announced")
    assert page.locator(".timeline h2:visible").count() < page.locator(".timeline h2").count()


@pytest.mark.parametrize("width", [1280, 768])
def test_the_years_stay_in_view(visit, width):
    page = visit("timeline/", width)
    page.evaluate("scrollTo(0, 3000)")
    head = page.locator(".years").bounding_box()
    assert 0 <= head["y"] < 100
    years = page.locator(".timeline h2").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().top)")
    assert any(head["y"] + head["height"] - 2 <= top < head["y"] + head["height"] + 40 for top in years)


def test_a_phone_gets_a_list_under_years_that_stay_in_view(visit):
    page = visit("timeline/", 320)
    assert page.locator(".lane:visible").count() == 0
    assert shown(page) == page.locator(".timeline article").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_came_after_the_report_stands_below_its_day(visit):
    page = visit("timeline/")
    turn = page.locator("#since").bounding_box()["y"]
    assert all(box > turn for box in page.locator(".year.later").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().top + scrollY)"))
