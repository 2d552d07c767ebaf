"""“Edit this page” leads to the file of a page that is written by hand, or to the words of one that is made from data."""

import re

import pytest
from support.paths import ROOT

from macros.languages import LANGUAGES
from macros.model import addresses as links
from macros.pages.guide import PAGE


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_leads_to_its_file_or_its_words_and_that_of_a_record_to_neither(language, site):
    said = {"en": "Edit this page", "fr": "Modifier cette page"}[language]
    words = (ROOT / f"data/wording/{language}.yaml").read_text("utf-8").split("\n")
    root = site / LANGUAGES[language].folder
    for address in (file.relative_to(root).as_posix().removesuffix("index.html") for file in root.rglob("index.html")):
        if language == "en" and address.startswith("fr/"):
            continue
        html = (root / address / "index.html").read_text("utf-8")
        files = re.findall(rf'href="[^"]*/edit/main/([^"]+)" rel="external">{said}</a>', html)
        assert len(files) == (address in links.INDEXES), address
        for file, _, line in (one.partition("#L") for one in files):
            macro = "home" if address == "" else links.INDEXES[address]
            if macro:
                assert (file, words[int(line) - 1]) == (f"data/wording/{language}.yaml", f"{macro}:"), address
            else:
                assert file == (LANGUAGES[language].guide if address == PAGE else f"docs/{language}/{address}index.md")
                assert (ROOT / file).is_file()
