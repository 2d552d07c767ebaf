"""Countries can be read at a glance and set side by side, by any address, with and without a script."""

import re

import pytest
from playwright.sync_api import Page, expect
from support.frozen import PLAN
from support.page_types import LANGUAGES

CODES = list(PLAN.countries)
LANGUAGE = pytest.mark.parametrize("language", LANGUAGES.values())
HOSTILE = '?c=<img src=x onerror=alert(1)>,%00,"],pl,__proto__,de'


def shown(page: Page) -> list[str]:
    """The codes of the countries that stand side by side, in their order."""
    return page.locator(".compare-table thead th[data-code]:visible").evaluate_all("(heads) => heads.map((head) => head.dataset.code)")


# The grid.


@LANGUAGE
def test_the_page_of_countries_is_short_and_light(visit, language):
    page = visit(f"{language}countries/", 1280)
    assert page.evaluate("document.documentElement.scrollHeight") < 6000
    assert page.evaluate("document.querySelectorAll('*').length") < 2500


def test_the_grid_keeps_its_heads_in_view(visit):
    page = visit("countries/", 1280)
    page.locator("#convention-signed").scroll_into_view_if_needed()
    head, row = page.locator(".grid-table thead th", has_text="PL").bounding_box(), page.locator("#convention-signed th").bounding_box()
    assert 0 <= head["y"] < row["y"]
    frame = visit("countries/", 768).locator(".grid")
    frame.evaluate("(box) => box.scrollTo(300, 0)")
    assert frame.locator("tbody th[scope=row]").first.bounding_box()["x"] == pytest.approx(frame.bounding_box()["x"], abs=3)


@LANGUAGE
def test_a_cell_says_its_words_with_the_focus_and_leads_to_its_line(visit, language):
    page = visit(f"{language}countries/", 1280)
    cell = page.locator("#residence-permits td a[data-code=PL]")
    cell.focus()
    expect(page.locator(".word-tip")).to_have_text(cell.get_attribute("aria-label"))
    cell.press("Enter")
    page.wait_for_url("**/countries/pl/#residence-permits")
    expect(page.locator("#residence-permits")).to_be_in_viewport()


def test_every_cell_leads_to_a_line_of_its_country(frozen_site):
    html = (frozen_site / "countries/index.html").read_text("utf-8")
    cells = re.findall(r'<td class="\w[\w-]*"><a class="word" data-code="\w+" href="\.\./countries/(\w+)/#([\w-]+)"', html)
    assert len(cells) > 200
    pages = {code: (frozen_site / f"countries/{code}/index.html").read_text("utf-8") for code in CODES}
    assert [(code, anchor) for code, anchor in cells if f'id="{anchor}"' not in pages[code]] == []


@LANGUAGE
def test_the_line_of_an_older_anchor_leads_to_the_page_of_its_indicator(frozen_site, language):
    html = (frozen_site / language / "countries/index.html").read_text("utf-8")
    lines = dict(re.findall(r'<(?:tr|li) id="([a-z0-9-]+)">(?:<th scope="row">)?<a href="\.\./indicators/([a-z0-9-]+)/"', html))
    assert lines == {id: id for id in PLAN.indicators}


# Side by side.


def test_poland_stands_beside_germany_two_clicks_from_its_page(visit):
    page = visit("countries/pl/", 1280)
    page.get_by_text("Compare with another country").click()
    page.get_by_role("link", name="Germany", exact=True).click()
    page.wait_for_url("**/compare/?c=pl,de")
    assert shown(page) == ["pl", "de"]


@LANGUAGE
def test_what_differs_is_marked_and_the_rest_may_be_left_out(visit, language):
    page = visit(f"{language}compare/?c=pl,de", 1280)
    rows = page.locator(".compare-table tbody tr:visible")
    all_rows, differing = rows.count(), page.locator(".compare-table tr.differs").count()
    assert 0 < differing < all_rows
    expect(page.locator("tr.differs th .badge")).to_have_count(differing)
    expect(page.locator("[data-compare] [role=status]")).to_contain_text(str(differing))
    page.locator("[data-compare] [type=checkbox]").check()
    expect(rows).to_have_count(differing)


def test_the_address_says_which_countries_are_shown(visit):
    page = visit("compare/?c=pl,de,no", 1280)
    assert shown(page) == ["pl", "de", "no"]
    page.locator("[data-compare] select").nth(3).select_option("at")
    assert page.url.endswith("/compare/?c=pl,de,no,at") and shown(page) == ["pl", "de", "no", "at"]
    page.locator("[data-compare] [type=reset]").click()
    expect(page.locator(".compare-table thead th[data-code]:visible")).to_have_count(len(CODES))
    assert page.url.endswith("/compare/")


def test_other_codes_of_a_country_lead_to_it(visit):
    assert shown(visit("compare/?c=GB&c=el")) == ["uk", "gr"]


@pytest.mark.parametrize(
    ("address", "countries", "says"),
    [
        ("?c=pl,xx,de", ["pl", "de"], "No country here has this code: xx."),
        ("?c=pl,de,no,at,se,fi", ["pl", "de", "no", "at"], "At most four countries are shown. Left out: SE, FI."),
        ("?c=pl,pl", ["pl"], "Choose a second country to compare."),
        ("?c=qq", CODES, "No country here has this code: qq."),
        (HOSTILE, ["pl", "de"], "No country here has this code: <img"),
    ],
)
def test_an_address_that_asks_for_what_is_not_there_is_answered(visit, address, countries, says):
    page = visit(f"compare/{address}")
    assert shown(page) == countries
    expect(page.locator("[data-compare] [role=status]")).to_contain_text(says)
    assert page.locator("article img").count() == 0


@LANGUAGE
def test_without_a_script_the_whole_table_is_shown(visit, language):
    page = visit(f"{language}compare/?c=pl,de", java_script_enabled=False)
    assert shown(page) == CODES
    expect(page.locator("form.filters")).to_be_hidden()


def test_a_phone_shows_two_countries_without_scrolling_sideways(visit):
    page = visit("compare/?c=pl,de", 360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.locator("tr", has=page.get_by_role("link", name="Duration of residence permits", exact=True)).first).to_contain_text("6 months")


# The lead of a country.


def test_the_lead_of_poland_tells_yes_and_no_and_what_disagrees(frozen_site):
    html = (frozen_site / "countries/pl/index.html").read_text("utf-8")
    lead = html[html.index('class="verdict"') : html.index('id="indicators"')]
    named, excepted = lead.index("Named in"), lead.index("Named as an exception in")
    assert named < lead.index("6 months") < excepted < lead.index("Residence permits for victims", excepted)
    assert "Contradiction (Residence permits for victims, Access to the labour market during the permit)" in lead


def test_a_figure_in_the_lead_of_a_country_has_its_year(frozen_site):
    html = (frozen_site / "countries/de/index.html").read_text("utf-8")
    assert "353 investigations and prosecutions (2006)" in html[html.index('class="verdict"') : html.index('id="indicators"')]


# An indicator.


@LANGUAGE
def test_the_page_of_an_indicator_has_its_list_its_words_and_its_table(frozen_site, language):
    for id, indicator in PLAN.indicators.items():
        html = (frozen_site / language / f"indicators/{id}/index.html").read_text("utf-8")
        assert f"data/indicators/{id}.csv" in html
        assert html.count("<blockquote") >= len([one for one in indicator.evidence if one.quotation])
        assert all(f'href="../../countries/{entry.country}/"' in html for entry in indicator.entries)
        assert ('id="absent"' in html) is any(PLAN.absence_of(indicator, country) for country in PLAN.countries.values())
