"""Addresses, relative links in all directions, stubs."""

from itertools import product
from urllib.parse import urljoin

import pytest

from macros.model.addresses import ADDRESSES, INDEXES, MissingTarget, Page, address, download, href, outside, pages, site_addresses, web_address
from macros.model.kinds import JUDGED, NAMED

HOST = "https://host.example/tracker/"


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("areas/2.1/", "actors/mill-school/"),
        ("areas/2.1/", "areas/2.2/"),
        ("areas/2.1/", "areas/2.1/"),
        ("areas/2.1/", "findings/#f1"),
        ("areas/2.1/", ""),
        ("areas/2.1/", "#top"),
        ("areas/2.1/", "data/plan.json"),
        ("findings/", "objectives/2.1.1/#2.1.1-1"),
        ("objectives/2.1.1/", "objectives/"),
        ("objectives/", "objectives/2.1.1/"),
        ("data/", "data/plan.json"),
        ("", "areas/2.1/"),
        ("", ""),
        ("", "data/plan.json"),
    ],
)
def test_a_link_is_relative_and_arrives(here, there):
    way = href(here, there)
    assert way[0] not in "/#"
    assert ":" not in way
    assert urljoin(HOST + here, way) == HOST + there


@pytest.mark.parametrize(("here", "there"), [("findings/", "findings/#f1"), ("objectives/2.1.1/", "objectives/2.1.1/#2.1.1-1"), ("", "#top")])
def test_a_link_within_a_page_is_its_anchor_alone(here, there):
    assert href(here, there) == there[there.index("#") :]


def test_every_page_reaches_every_other_under_a_path_prefix(tiny):
    records = [address(tiny, kind, id) for kind in ADDRESSES for id in getattr(tiny, kind)]
    all_pages = [*INDEXES, *(page.address for page in pages(tiny))]
    for here, there in product(all_pages, [*all_pages, *records]):
        assert urljoin(HOST + here, href(here, there)) == HOST + there


@pytest.mark.parametrize(
    ("kind", "id", "expected"),
    [
        ("areas", "2.1", "areas/2.1/"),
        ("objectives", "2.1.1", "objectives/2.1.1/"),
        ("actions", "2.1.1-1", "objectives/2.1.1/#2.1.1-1"),
        ("sections", "1.1", "findings/#section-1.1"),
        ("findings", "f1", "findings/#f1"),
        ("actors", "mill-school", "actors/mill-school/"),
        ("means", "regmo", "glossary/#regmo"),
        ("glossary", "sail", "glossary/#sail"),
        ("follow_ups", "3.1", "follow-ups/3.1/"),
        ("commitments", "c1", "commitments/c1/"),
        ("indicators", "mills-restored", "indicators/mills-restored/"),
        ("countries", "at", "countries/at/"),
        ("sources", "com-2008-657", "sources/com-2008-657/"),
    ],
)
def test_every_kind_of_record_has_its_address(kind, id, expected, tiny):
    assert address(tiny, kind, id) == expected


def test_no_kind_of_record_is_without_an_address(tiny):
    assert set(ADDRESSES) == {*NAMED, *JUDGED}


@pytest.mark.parametrize(("kind", "id"), [("actors", "mill-shool"), ("actions", "2.1.1-9"), ("countries", "gb"), ("findings", "")])
def test_a_missing_target_is_refused(kind, id, tiny):
    with pytest.raises(MissingTarget, match=f"^no {kind} has the id '{id}'$"):
        address(tiny, kind, id)


@pytest.mark.parametrize("here", ["", "data/", "areas/2.1/"])
@pytest.mark.parametrize("root", ["en", "fr"])
def test_both_languages_download_the_file_below_the_english_root(here, root):
    page = HOST + ("" if root == "en" else "fr/") + here
    assert urljoin(page, download(here, "plan.json", root)) == f"{HOST}data/plan.json"


def test_every_page_has_an_address_and_a_stub_of_its_own(tiny):
    written = list(pages(tiny))
    assert len({page.address for page in written}) == len({page.stub for page in written}) == len(written)


def test_the_pages_of_the_tiny_plan(tiny):
    made = {page.address for page in pages(tiny) if page.argument}
    assert {"areas/2.1/", "objectives/2.2.2/", "actors/millers/", "countries/no/", "follow-ups/3.2/", "commitments/c2/", "sources/mill-plan/"} <= made
    assert len(made) == 2 + 5 + 5 + 7 + 1 + 2 + 2 + 4 + 4


@pytest.mark.parametrize(
    ("page", "stub", "text"),
    [
        (Page("objectives/2.1.1/", "objective", "2.1.1"), "objectives/2.1.1.md", '{{ objective("2.1.1") }}\n'),
        (Page("findings/", "findings"), "findings/index.md", "{{ findings() }}\n"),
    ],
)
def test_a_stub_is_one_call(page, stub, text):
    assert (page.stub, page.text) == (stub, text)


def test_another_code_of_a_country_leads_to_it(tiny):
    moved = next(page for page in pages(tiny) if page.macro == "moved")
    assert (moved.address, moved.argument, moved.stub) == ("countries/gb/", "countries/uk/", "countries/gb.md")
    assert moved.text.endswith('{{ moved("countries/uk/") }}\n')


@pytest.mark.parametrize("written", ["https://host.example/tracker", "https://host.example/tracker/", " https://host.example/tracker// "])
def test_a_setting_may_lack_its_slash_or_have_blanks_around(written):
    assert web_address(written, HOST) == "https://host.example/tracker"
    assert site_addresses(web_address(written, HOST), "fr") == (f"{HOST}fr/", HOST, "/tracker/")


@pytest.mark.parametrize("written", [None, "", " "])
def test_a_setting_that_says_nothing_is_not_set(written):
    assert web_address(written, HOST) == HOST.rstrip("/")


@pytest.mark.parametrize(
    "written",
    [
        "https://host.example/?page=1", "https://host.example/#top", "https://host.example/a b", "host.example", "http:", "https://", "/tracker/",
        "ftp://host.example", "javascript:alert(1)", "git@host.example:me/plan.git", "https://me:secret@host.example", 'https://host.example/"x',
        True, 12, "https://host.example:port/", "https://[host", "https://host.example/<b>",
    ],
)  # fmt: skip
def test_a_setting_that_is_no_address_of_a_folder_is_refused(written):
    with pytest.raises(ValueError, match="is not the address of a folder on the web: write it like https://host.example/tracker/"):
        web_address(written, HOST)


def test_an_address_may_have_a_port_and_lie_at_the_root_of_a_host():
    assert site_addresses(web_address("http://host.example:8080", HOST), "en") == ("http://host.example:8080/", "http://host.example:8080/", "/")


def test_pages_that_were_seen_or_are_linked_are_among_the_outside_addresses(tiny):
    known = outside(tiny)
    assert {known[f"https://{page}"].id for page in ("office.mills.example/news/20120518_en", "press.mills.example/mill-day")} == {"mill-day-2012"}
    assert known["https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:32009L0010"].id == "mill-directive"
