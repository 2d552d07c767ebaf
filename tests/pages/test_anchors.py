"""The anchors that a page has beside those of its records are those that `check` refuses as identifiers."""

import pytest
from markdown.extensions.toc import slugify
from support.frozen import copy_data

from macros.pages.anchors import heading_anchor, page_anchors
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


@pytest.mark.parametrize(
    "heading", ["Mise en œuvre", "Ce qu’en dit l’UE : « oui »", "L'accueil", "État\u00a0: 3 ½", "A – B", "ﬁn_de", "  À  la-- fin ", "Straße", "a.b/c"]
)
def test_a_heading_has_the_anchor_that_the_site_generator_gives(heading):
    assert heading_anchor(heading) == slugify(heading, "-")


@pytest.mark.parametrize("macro", ["glossary", "countries", "findings", "actor"])
def test_no_page_takes_every_identifier(macro, anchors):
    assert not anchors[macro].fullmatch("victims-assisted")
