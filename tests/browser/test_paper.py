"""The site on paper: what each sheet says of itself, where pages end, and the sources that a page quotes."""

from itertools import cycle

import pytest
from support.frozen import PLAN, WORDS
from support.page_types import LANGUAGES, PAGES
from support.paper import Sheet, sheets, shown

from macros.model.addresses import eur_lex

LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
LONG_OBJECTIVE, MOST_SHEETS = "objectives/2.6.2/", 4
NAMES = {"en": "EU Anti-Trafficking Plan Tracker", "fr": "Suivi du plan de l’UE contre la traite des êtres humains"}
HEADINGS = "all => all.filter(el => el.checkVisibility()).map(el => el.innerText)"


def faults(sheet: Sheet, language: str, headings: set[str]) -> list[str]:
    """What is wrong with a sheet. A heading is known by its words and its face, as a link may say the same."""
    text, foot = shown(sheet.body), shown(sheet.foot)
    date = WORDS[language].date(PLAN.looked_on)
    missing = [words for words in (NAMES[language], date, "CC BY 4.0") if shown(words) not in foot]
    endings = [heading for heading in headings if text.endswith(heading) and "Bold" in sheet.last_face]
    return [*([] if text else ["is empty"]), *(f"does not say {words}" for words in missing), *(f"ends in {heading}" for heading in endings)]


# Each type in one language, turn about.
PRINTED = list(zip(cycle(LANGUAGES), PAGES, strict=False))


@pytest.mark.parametrize(("language", "type"), PRINTED)
def test_each_sheet_says_whose_it_is_and_neither_is_empty_nor_ends_in_a_heading(visit, language, type):
    page = visit(LANGUAGES[language] + PAGES[type])
    page.emulate_media(media="print")
    headings = {shown(text) for text in page.eval_on_selector_all("article :is(h1, h2, h3, h4, summary, caption)", HEADINGS)}
    found = {number: faults(sheet, language, headings) for number, sheet in enumerate(sheets(page), 1)}
    assert {number: said for number, said in found.items() if said} == {}


@LANGUAGE
@pytest.mark.parametrize("format", ["A4", "Letter"])
def test_a_long_objective_takes_few_sheets(visit, language, format):
    assert len(sheets(visit(LANGUAGES[language] + LONG_OBJECTIVE), format)) <= MOST_SHEETS


@LANGUAGE
@pytest.mark.parametrize("address", [LONG_OBJECTIVE, PAGES["findings"]])
def test_each_source_that_is_quoted_stands_once_in_the_list(visit, language, address):
    page = visit(LANGUAGES[language] + address)
    page.emulate_media(media="print")
    listed = page.locator(".cited li").evaluate_all("all => all.map(el => el.querySelector('a')?.getAttribute('href') || el.innerText)")
    cited = page.locator("article .evidence figcaption").evaluate_all("all => all.map(el => Number(el.dataset.reference))")
    text = shown("".join(sheet.text for sheet in sheets(page)))
    assert len(listed) == len(set(listed)) and cited and set(cited) <= set(range(1, len(listed) + 1))
    assert [one for one in listed if text.count(shown(one)) != 1 and one.startswith("http")] == []


def test_a_quotation_names_the_number_of_its_source(visit):
    page = visit(LONG_OBJECTIVE)
    page.emulate_media(media="print")
    report = PLAN.sources["com-2008-657"]
    text = shown("".join(sheet.text for sheet in sheets(page)))
    assert shown("COM(2008) 657 final, section 2.6.2, paragraph 1 · [1]") in text
    first = page.locator(".cited li").first.inner_text()
    assert report.title.en in first and report.celex in first and eur_lex(report, "en") in page.locator(".cited li a").first.get_attribute("href")


@LANGUAGE
def test_the_graph_is_printed_as_its_table(visit, language):
    page = visit(f"{LANGUAGES[language]}{PAGES['graph']}")
    page.emulate_media(media="print")
    assert page.locator("svg.network:visible").count() == 0
    rows = [shown(text) for text in page.locator("table tbody tr").evaluate_all("all => all.map(el => el.innerText)")]
    text = shown("".join(sheet.text for sheet in sheets(page)))
    assert len(rows) > 50 and [row for row in rows if row not in text] == []


@pytest.mark.parametrize("name", ["graph", "timeline"])
def test_a_picture_in_words_begins_on_the_first_sheet(visit, name):
    page = visit(PAGES[name])
    first, *rest = sheets(page)
    assert len(rest) < 16
    assert len(first.text) > 1500


def test_what_serves_a_screen_only_is_not_printed(visit):
    page = visit(PAGES["objectives"])
    page.emulate_media(media="print")
    assert page.locator("form:visible, select:visible, input:visible, nav:visible, details.correct:visible, details.cite:visible").count() == 0


@LANGUAGE
def test_a_list_that_was_filtered_says_so_on_paper(visit, language):
    page = visit(f"{LANGUAGES[language]}{PAGES['objectives']}?status=delivered")
    chosen = page.locator("select[name=status]").evaluate(
        "select => `${select.selectedOptions[0].text} (${select.labels[0].firstChild.data.trim()})`"
    )
    counted = page.locator("form output").inner_text()
    text = shown(sheets(page)[0].text)
    assert shown(chosen) in text and shown(counted) in text
    page.locator(".filters [type=reset]").click()
    assert shown(chosen) not in shown(sheets(page)[0].text)


@LANGUAGE
def test_on_a_screen_nothing_of_paper_is_seen(visit, language):
    page = visit(LANGUAGES[language] + LONG_OBJECTIVE)
    assert page.locator(".on-paper").count()
    assert page.locator(".on-paper:visible").count() == 0
