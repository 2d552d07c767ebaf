"""What stands on the first screen: the answer on the home page, the first quotation on the page of an objective."""

import pytest
from support.frozen import PLAN

LANGUAGE = pytest.mark.parametrize("language", ["", "fr/"])
QUOTED = [one.id for one in PLAN.objectives.values() if any(piece.quotation for held in (*one.actions, *one.see) for piece in held.evidence)]


@LANGUAGE
def test_the_first_quotation_of_an_objective_begins_on_the_first_screen(visit, served, language):
    page = visit(language)
    tops = {}
    for id in QUOTED:
        page.goto(f"{served}{language}objectives/{id}/")
        tops[id] = page.locator("blockquote").first.bounding_box()["y"]
    assert len(tops) == len(PLAN.objectives)
    assert {id: top for id, top in tops.items() if top >= 900} == {}


@LANGUAGE
@pytest.mark.parametrize(("width", "height"), [(360, 780), (1280, 900)])
def test_the_answer_of_the_home_page_ends_on_the_first_screen(visit, language, width, height):
    box = visit(language, width, height).locator(".answer").bounding_box()
    assert box["y"] + box["height"] < height


@LANGUAGE
def test_the_answer_has_a_cell_for_each_objective_that_leads_to_it_and_says_its_status(visit, served, language):
    page = visit(language)
    cells = {cell.inner_text().split()[0]: cell for cell in page.locator(".answer .cell").all()}
    assert list(cells) == list(PLAN.objectives)
    for id, objective in PLAN.objectives.items():
        word = getattr(PLAN.vocabularies["statuses"][objective.status].label, language.strip("/") or "en")
        assert word in cells[id].text_content()
        assert cells[id].evaluate("one => one.href") == f"{served}{language}objectives/{id}/"


@LANGUAGE
def test_the_large_field_of_the_home_page_asks_in_the_search(visit, language):
    page = visit(language)
    page.locator(".seek input").fill("Europol")
    page.locator(".seek button").click()
    page.locator("#__results [role=option]").first.wait_for()
    assert "q=Europol" in page.url
