"""In what each body has a part, counted by hand on the tiny plan with what came later: see support/later.py."""

import re

import pytest
from support.frozen import PLAN, WORDS
from support.render import renderer

from macros.graph.measures import portfolio
from macros.lookups.bodies import BodyLookups
from macros.lookups.statements import StatementLookups


def look_up(plan) -> BodyLookups:
    return BodyLookups(plan, StatementLookups(plan))


def test_a_part_has_no_row_of_its_own_and_counts_with_its_body(later):
    bodies = look_up(later)
    assert "school-board" not in [body.actor.id for body in bodies.all]
    school = bodies.of("school-board")
    assert (school.actor.id, [part.id for part in school.parts]) == ("mill-school", ["school-board"])
    assert (school.answers_for("reported"), school.answers_for("since")) == (2, 2)


def test_who_answers_for_most_by_the_report_stands_first(later):
    assert [body.answers_for("reported") for body in look_up(later).all] == [3, 2, 0, 0]


def test_those_who_answer_for_most_are_all_named(later):
    bodies = look_up(later)
    assert [body.actor.id for body in bodies.most_responsible("since")] == ["mill-school"]


def test_each_body_answers_for_as_much_as_the_graph_says():
    bodies = look_up(PLAN)
    graph = StatementLookups(PLAN).graph
    assert {body.actor.id: body.answers_for("reported") for body in bodies.all} == {
        body.actor.id: portfolio(graph, f"actor:{body.actor.id}").total for body in bodies.all
    }


def test_before_and_next_are_what_the_statements_say():
    bodies, statements = look_up(PLAN), StatementLookups(PLAN)
    for key, find in (("statement.newly_named", bodies.next_not_before), ("statement.not_named", bodies.before_not_next)):
        said = {(one.about[0], name.node) for one in statements.everything if one.key == key for name in one.places["actors"]}
        assert {(f"follow-up:{beside.id}", f"actor:{body.actor.id}") for body in bodies.all for beside in find(body.actor.id)} == said != set()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_table_of_actors_counts_each_body_once(later, language):
    page = renderer(WORDS[language], later).page("actors", "", "actors/")
    assert page.count("<tr data-kind") == 4
    row = page.split('<tr data-kind="agency organ">')[1].partition("</tr>")[0]
    assert ("mill-school/" in row, "school-board/" in row, page.count("school-board/")) == (True, True, 1)


def test_only_those_never_responsible_are_folded(later):
    page = renderer(WORDS["en"], later).page("actors", "", "actors/")
    shown, folded = page.split('<details class="fold"')
    assert ("mill-school/" in shown, "millers/" in shown, "member-states/" in shown) == (True, True, False)
    assert "member-states/" in folded


def test_every_kind_of_actor_has_one_anchor():
    page = renderer(WORDS["en"], PLAN).page("actors", "", "actors/")
    kinds = {actor.kind for actor in PLAN.actors.values()}
    assert sorted(re.findall(r'id="kind-([\w-]+)"', page)) == sorted(kinds)
