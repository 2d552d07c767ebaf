"""What each page says of itself to search engines and to those who share it."""

import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from support.frozen import PLAN
from support.page_types import LANGUAGES, PAGES

from macros.model import addresses as links

HOST = "https://host.example/tracker/"
# What search engines show of a title.
MOST_SIGNS = 65
# A page that moved only leads on; 404 stands for no address.
MOVED = 'http-equiv="refresh"'
NAMED = [address for address in PAGES.values() if address != "404.html"]


class Head(HTMLParser):
    """The title, the metas and links of a page, and its headings of the first level."""

    def __init__(self, html: str):
        super().__init__()
        self.title, self.meta, self.links, self.h1, self.inside = "", {}, [], 0, ""
        self.linked, self._reads, self.body = "", False, False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.inside = self.inside if self.inside == "svg" else tag
        self.h1 += tag == "h1"
        self.body = self.body or tag == "body"
        self._reads = attributes.get("type") == "application/ld+json"
        if tag == "meta":
            self.meta[attributes.get("name") or attributes.get("property")] = attributes.get("content")
        if tag == "link":
            self.links.append(attributes)

    def handle_endtag(self, tag):
        self.inside, self._reads = "", False

    def handle_data(self, data):
        if self.inside == "title" and not self.body:
            self.title += data
        if self._reads:
            self.linked += data

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
def test_titles_are_short_enough_to_be_shown_whole(heads, language):
    assert {head.title.strip() for head in heads[language].values() if len(head.title.strip()) > MOST_SIGNS} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_is_shared_under_the_name_of_the_site(heads, language):
    home = heads[language][""]
    assert home.meta["og:title"] == home.title.strip() == home.meta["og:site_name"]


def test_a_page_that_is_not_there_says_so_in_its_title(frozen_site):
    title = Head((frozen_site / "404.html").read_text("utf-8")).title
    assert "Page not found" in title and "Page introuvable" in title


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_its_icons(heads, frozen_site, language):
    for address, head in heads[language].items():
        here = frozen_site / LANGUAGES[language] / address
        icons = [*head.link("icon"), *head.link("apple-touch-icon")]
        assert {Path(icon).suffix for icon in icons} == {".svg", ".png"}, address
        assert all((here / icon).is_file() for icon in icons), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_each_record_says_where_it_stands(heads, language):
    for address in (page.address for page in links.pages(PLAN) if page.argument and page.macro != "moved"):
        way = next(item for item in json.loads(heads[language][address].linked) if item["@type"] == "BreadcrumbList")
        assert way["itemListElement"][-1]["item"] == f"{HOST}{LANGUAGES[language]}{address}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_data_describes_them(heads, language):
    assert [item["@type"] for item in json.loads(heads[language]["data/"].linked)] == ["Dataset"]


def test_robots_are_led_to_both_sitemaps(frozen_site):
    lines = (frozen_site / "robots.txt").read_text("utf-8").splitlines()
    assert lines == ["User-agent: *", "Allow: /", f"Sitemap: {HOST}sitemap.xml", f"Sitemap: {HOST}fr/sitemap.xml"]


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
