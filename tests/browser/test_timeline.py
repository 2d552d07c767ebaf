"""The page of the timeline: every date is in its table, and what the pictures draw are its rows."""

import re

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


def test_the_pictures_draw_every_row_of_the_table_but_those_left_out(visit):
    page: Page = visit("timeline/", java_script_enabled=False)
    links = "(links) => links.map((link) => link.getAttribute('href'))"
    drawn = page.locator("svg.timeline:visible a").evaluate_all(links)
    assert len(drawn) == len({one.record.id for _, own in PICTURES.lanes for one in own})
    assert set(drawn) == set(page.locator("tbody:not(:last-of-type) th[scope=row] a").evaluate_all(links))
