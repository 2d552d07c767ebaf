"""What stands on the first screen: the answer on the home page, the first quotation on the page of an objective."""

import pytest
from support.frozen import PLAN

QUOTED = [one.id for one in PLAN.objectives.values() if any(piece.quotation for held in (*one.actions, *one.see) for piece in held.evidence)]


@pytest.mark.parametrize("language", ["", "fr/"])
def test_the_first_quotation_of_an_objective_begins_on_the_first_screen(visit, served, language):
    page = visit(language)
    tops = {}
    for id in QUOTED:
        page.goto(f"{served}{language}objectives/{id}/")
        tops[id] = page.locator("blockquote").first.bounding_box()["y"]
    assert len(tops) == len(PLAN.objectives)
    assert {id: top for id, top in tops.items() if top >= 900} == {}
