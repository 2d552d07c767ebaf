"""The anchors that a page has beside those of its records are those that `check` refuses as identifiers."""

import re

import pytest
from support.frozen import PLAN

from macros.pages.anchors import page_anchors
from macros.reading.site_texts import read_site_texts

# Page -> its macro, and the identifiers that are anchors of it.
PAGES = {
    "glossary": ("glossary", {*PLAN.glossary, *PLAN.means}),
    "countries": ("countries", {*PLAN.indicators}),
    "countries/pl": ("country", {*PLAN.indicators}),
    "findings": ("findings", {*PLAN.findings}),
    "actors/cepol": ("actor", {*PLAN.vocabularies["roles"]}),
}


@pytest.mark.parametrize("language", ["", "fr/"])
@pytest.mark.parametrize("page", PAGES)
def test_every_anchor_beside_the_records_is_known(page, language, frozen):
    macro, own = PAGES[page]
    known = page_anchors(read_site_texts(frozen.project).wordings)[macro]
    html = (frozen.site / language / page / "index.html").read_text("utf-8")
    # No identifier begins as those of the theme do; the title of a record's page is its own words.
    title = re.search(r'<h1 id="([^"]+)"', html) if "/" in page else None
    others = set(re.findall(r'\bid="([a-z][^"]*)"', html)) - own - {title and title[1]}
    assert len(others) > 2
    assert [anchor for anchor in others if not known.fullmatch(anchor)] == []
