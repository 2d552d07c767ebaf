"""What a screen reader is told of eight typical pages: the tree of the text, read line by line and kept in trees/ (`pytest --bless` writes it)."""

import re
from pathlib import Path

import pytest
from support.bless import Account
from support.page_types import PAGES

TREES = Path(__file__).parent / "trees"
TYPES = ("home", "objective", "area", "actor", "country with a contradiction", "follow-up", "commitment", "accessibility")


@pytest.mark.parametrize("type", TYPES)
def test_a_page_is_told_as_it_was_judged(visit, says, type):
    page = visit(PAGES[type])
    page.set_viewport_size({"width": 1280, "height": page.evaluate("document.documentElement.scrollHeight")})  # its whole length comes near
    tree = page.locator("article.md-content__inner").aria_snapshot()
    says(re.sub(r"\n *- /(?:url|placeholder): .*", "", tree) + "\n", Account(TREES / f"{type.replace(' ', '-')}.txt"))
