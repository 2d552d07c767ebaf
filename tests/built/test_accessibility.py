"""Each claim of the accessibility page has tests, named here; those that read pages without a browser stand here too."""

import re
from html.parser import HTMLParser

import pytest
from support.page_types import LANGUAGES, PAGES
from support.paths import ROOT

# How each claim begins, in the order of the page: the file and the tests that fail where it is untrue.
CLAIMS = {
    "Every page can be read without JavaScript": ("browser/test_barriers.py", "test_every_word_is_there_without_a_script"),
    "Statuses and states have a name in words": ("built/test_accessibility.py", "test_every_sign_has_a_name_in_words"),
    "Words of the sources in another language": ("built/test_languages.py", "test_no_text_of_the_other_language_stands_on_a_page"),
    "Tables have headings": ("built/test_accessibility.py", "test_every_table_has_headings"),
    "Each picture has a title": ("built/test_accessibility.py", "test_every_picture_has_a_title_and_a_description"),
    "Headings are their words": ("browser/test_barriers.py", "test_nothing_stands_in_the_way_on_a_page"),
    "Everything works with the keyboard": ("browser/test_browser.py", "test_every_control_of_the_header_is_reached_and_shows_its_focus"),
    "The search says aloud": ("browser/test_search.py", "test_what_was_found_is_said"),
    "What is to be hit": ("browser/test_barriers.py", "test_nothing_stands_in_the_way_on_a_page"),
    "On a screen of 320 pixels": ("browser/test_barriers.py", "test_nothing_stands_in_the_way_on_a_page"),
    "Colours that a reader’s system forces": ("browser/test_axe.py", "test_axe_finds_nothing_where_colours_are_forced"),
    "Nothing moves": ("browser/test_barriers.py", "test_nothing_stands_in_the_way_on_a_page"),
    "Pages print on A4": ("browser/test_browser.py", "test_a_printed_page_fits_the_paper_and_shows_addresses"),
}
PARTS = ("status", "exceptions", "holds", "made", "contact", "enforcement")


def parts(language: str) -> dict[str, str]:
    """Anchor -> text of each part of the page."""
    text = (ROOT / "docs" / language / "accessibility" / "index.md").read_text("utf-8")
    return {found[1]: found[2] for found in re.finditer(r"^## [^\n]* \{ #([a-z]+) \}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_has_the_parts_of_the_model_and_as_many_points_in_each_language(language):
    own, first = parts(language), parts("en")
    assert tuple(own) == PARTS
    assert [text.count("\n- ") for text in own.values()] == [text.count("\n- ") for text in first.values()]
    assert re.search(r"\b\d{1,2} \w+ 20\d\d\b", own["made"])


def test_each_claim_has_a_test():
    claims = re.findall(r"^- (.*)", parts("en")["holds"].replace("'", "’"), re.MULTILINE)
    assert [begin for begin, claim in zip(CLAIMS, claims, strict=True) if not claim.startswith(begin)] == []
    assert [name for file, name in CLAIMS.values() if f"def {name}(" not in (ROOT / "tests" / file).read_text("utf-8")] == []


class Reader(HTMLParser):
    """Signs without a name in words, tables without headings, pictures without title or description."""

    def __init__(self, page: str):
        super().__init__()
        self.signs, self.tables, self.pictures = [], [], []
        self._open: list[tuple[str, dict]] = []
        self._badge: list[str] | None = None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        if "badge" in classes and not given.get("aria-label") and given.get("aria-hidden") != "true":
            self._badge = []
            self._open = [(tag, given)]
        elif self._badge is not None and tag == self._open[0][0]:
            self._open.append((tag, given))
        if tag == "table":
            self.tables.append([0, 0])
        if tag == "th" and self.tables:
            self.tables[-1][0] += 1
        if tag == "svg" and "chart" in classes and given.get("aria-hidden") != "true":
            self.pictures.append([given.get("id") or str(given.get("aria-labelledby")), 0, 0])
        for place, name in ((1, "title"), (2, "desc")):
            if tag == name and self.pictures and given.get("id") == f"{self.pictures[-1][0].removesuffix('-title')}-{name}":
                self.pictures[-1][place] += 1

    def handle_data(self, data):
        if self._badge is not None:
            self._badge.append(data)

    def handle_endtag(self, tag):
        if self._badge is not None and tag == self._open[-1][0]:
            self._open.pop()
            if not self._open:
                if not re.search(r"[^\W\d_]{2}", said := "".join(self._badge)):
                    self.signs.append(said)
                self._badge = None


@pytest.fixture(scope="module", params=LANGUAGES)
def read(request, frozen_site) -> dict[str, Reader]:
    """A page of each type, as it was read."""
    files = {address: frozen_site / LANGUAGES[request.param] / address for address in PAGES.values() if address != "404.html"}
    return {address: Reader((file / "index.html").read_text("utf-8")) for address, file in files.items()}


def test_every_sign_has_a_name_in_words(read):
    assert {address: page.signs for address, page in read.items() if page.signs} == {}


def test_every_table_has_headings(read):
    assert sum(len(page.tables) for page in read.values()) > 20
    assert [address for address, page in read.items() if not all(heads for heads, _ in page.tables)] == []


def test_every_picture_has_a_title_and_a_description(read):
    assert sum(len(page.pictures) for page in read.values()) > 10
    assert {address: bad for address, page in read.items() if (bad := [one for one in page.pictures if one[1:] != [1, 1]])} == {}


def test_what_is_missing_is_found():
    page = Reader(
        '<table><td>1</td></table><span class="badge">◑</span><svg class="chart" aria-labelledby="a-title"><title id="a-title">A</title></svg>'
    )
    assert (page.signs, page.tables, page.pictures) == (["◑"], [[0, 0]], [["a-title", 1, 0]])
