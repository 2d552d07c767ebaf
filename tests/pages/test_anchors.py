"""The anchors that a page has beside those of its records are those that `check` refuses as identifiers."""

import pytest
from support.frozen import copy_data

from macros.pages.anchors import page_anchors
from macros.reading.site_texts import read_site_texts


@pytest.fixture(scope="module")
def anchors(tmp_path_factory):
    folder = tmp_path_factory.mktemp("frozen")
    copy_data(folder)
    return page_anchors(read_site_texts(folder).wordings)


@pytest.mark.parametrize(("macro", "anchor"), [("countries", "map"), ("countries", "pays"), ("glossary", "glossaire"), ("actor", "near")])
def test_an_anchor_is_read_from_the_template(macro, anchor, anchors):
    assert anchors[macro].fullmatch(anchor)
    assert not anchors[macro].fullmatch(f"{anchor}s")


@pytest.mark.parametrize("macro", ["glossary", "countries", "findings", "actor"])
def test_no_page_takes_every_identifier(macro, anchors):
    assert not anchors[macro].fullmatch("victims-assisted")
