"""“Edit this page” leads to the file of a page that is written by hand."""

import re

import pytest
from support.frozen import ADDRESSES
from support.paths import ROOT

from macros.languages import LANGUAGES
from macros.model import addresses as links
from macros.pages.guide import PAGE


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_written_by_hand_leads_to_its_file_and_no_other_page_does(language, frozen_site):
    said = {"en": "Edit this page", "fr": "Modifier cette page"}[language]
    for address in ADDRESSES:
        html = (frozen_site / ("" if language == "en" else language) / address / "index.html").read_text("utf-8")
        files = re.findall(rf'href="[^"]*/edit/main/([^"]+)" rel="external">{said}</a>', html)
        by_hand = links.INDEXES.get(address, "") is None
        assert len(files) == by_hand, address
        assert all((ROOT / file).is_file() for file in files)
        if by_hand:
            assert files == [LANGUAGES[language].guide if address == PAGE else f"docs/{language}/{address}index.md"]
