"""What each page says of itself to search engines and to those who share it."""

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from support.page_types import LANGUAGES, PAGES

HOST = "https://host.example/tracker/"
# A page that moved only leads on; 404 stands for no address.
MOVED = 'http-equiv="refresh"'
NAMED = [address for address in PAGES.values() if address != "404.html"]


class Head(HTMLParser):
    """The title, the metas and links of a page, and its headings of the first level."""

    def __init__(self, html: str):
        super().__init__()
        self.title, self.meta, self.links, self.h1, self.inside = "", {}, [], 0, ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.inside = self.inside if self.inside == "svg" else tag
        self.h1 += tag == "h1"
        if tag == "meta":
            self.meta[attributes.get("name") or attributes.get("property")] = attributes.get("content")
        if tag == "link":
            self.links.append(attributes)

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_data(self, data):
        if self.inside == "title":
            self.title += data

    def link(self, rel: str, **attributes: str) -> list[str]:
        return [link["href"] for link in self.links if (link.get("rel") or "").split() == [rel] and attributes.items() <= link.items()]


@pytest.fixture(scope="session")
def heads(frozen_site: Path) -> dict[str, dict[str, Head]]:
    """Language -> address -> head, for every page but those that moved and 404."""
    found: dict[str, dict[str, Head]] = {"en": {}, "fr": {}}
    for file in sorted(frozen_site.rglob("index.html")):
        html = file.read_text("utf-8")
        address = file.relative_to(frozen_site).as_posix().removesuffix("index.html")
        if MOVED not in html:
            found["fr" if address.startswith("fr/") else "en"][address.removeprefix("fr/")] = Head(html)
    return found


def twice(values: list[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_one_heading_of_the_first_level(heads, language):
    assert {address: head.h1 for address, head in heads[language].items() if head.h1 != 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_of_its_own(heads, language):
    titles = [head.title.strip() for head in heads[language].values()]
    assert "" not in titles
    assert twice(titles) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_description_of_its_own(heads, language):
    descriptions = {address: head.meta.get("description") or "" for address, head in heads[language].items()}
    assert [address for address, text in descriptions.items() if not 20 <= len(text) <= 320] == []
    assert twice(list(descriptions.values())) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_where_it_is_in_each_language(heads, language):
    wrong = []
    for address, head in heads[language].items():
        here = f"{HOST}{LANGUAGES[language]}{address}"
        expected = {"en": f"{HOST}{address}", "fr": f"{HOST}fr/{address}", "x-default": f"{HOST}{address}"}
        pairs = {name: head.link("alternate", hreflang=name) for name in expected}
        if head.link("canonical") != [here] or pairs != {name: [target] for name, target in expected.items()}:
            wrong.append(address)
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_shared(heads, frozen_site, language):
    for address, head in heads[language].items():
        assert head.meta.get("og:url") == f"{HOST}{LANGUAGES[language]}{address}"
        assert head.meta.get("og:title"), address
        assert head.meta.get("og:description") == head.meta.get("description"), address
        image = head.meta.get("og:image") or ""
        assert image.startswith(HOST) and (frozen_site / image.removeprefix(HOST)).is_file(), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sitemap_names_every_page_in_both_languages(heads, frozen_site, language):
    sitemap = (frozen_site / LANGUAGES[language] / "sitemap.xml").read_text("utf-8")
    missing = [address for address in heads[language] if f"<loc>{HOST}{LANGUAGES[language]}{address}</loc>" not in sitemap]
    assert missing == []
    assert sitemap.count('hreflang="fr"') == sitemap.count('hreflang="en"') >= len(heads[language])


@pytest.mark.parametrize("address", NAMED)
def test_each_type_of_page_is_among_those_that_are_checked(heads, address):
    assert address in heads["en"] and address in heads["fr"]
