"""Who has acted since the report, on a plan small enough to count by hand: see support/later.py."""

from dataclasses import replace

import pytest
from support.frozen import WORDS

from macros.graph.build import build
from macros.graph.since import acted_on, acts_by_body, since
from macros.reading.load import load
from macros.wording.labels import Labels
from macros.wording.sentences import sentence

ACTS = "developments/mill-act.yaml"


def counted(plan) -> dict[str, int]:
    return {body: len(acts) for body, acts in acts_by_body(plan, build(plan)).items()}


def acted(plan, follow_up: str) -> list[str]:
    graph = build(plan)
    return acted_on(acts_by_body(plan, graph), graph, follow_up)


def said(plan, language="en") -> list[str]:
    labels = Labels(plan, WORDS[language])
    return [sentence(statement, labels).replace("\u00a0", " ") for found in since(plan, build(plan)).values() for statement in found]


def test_a_part_acts_with_its_body_and_whoever_is_only_mentioned_does_not_act(later):
    assert counted(later) == {"actor:mill-school": 2, "actor:millers": 1}


def test_what_is_dated_before_the_report_is_not_counted(later_project, edit):
    edit(ACTS, "value: 2010-03-04", "value: 2008-10-17")
    assert counted(load(later_project)) == {"actor:mill-school": 1, "actor:millers": 1}


def test_a_year_in_which_the_report_lies_is_not_later(later_project, edit):
    edit(ACTS, "value: 2010-03-04", "value: 2008")
    assert counted(load(later_project))["actor:mill-school"] == 1


def test_whoever_is_named_in_a_follow_up_acts_on_it_by_what_bears_on_it(later_project, edit):
    assert acted(load(later_project), "follow-up:3.1") == []
    edit(ACTS, "{actor: commission, role: mentioned}", "{actor: commission, role: responsible}")
    plan = load(later_project)
    assert acted(plan, "follow-up:3.1") == ["actor:commission"]
    assert acted(plan, "follow-up:3.2") == []


def test_a_clause_that_bears_on_a_follow_up_is_enough(later_project, edit):
    edit(ACTS, "{actor: commission, role: mentioned}", "{actor: commission, role: responsible}")
    edit(ACTS, ', {to: "3.1", relation: continues}]', "]")
    plan = load(later_project)
    assert acted(plan, "follow-up:3.1") == ["actor:commission"]


def test_nothing_is_said_where_nothing_came_later(tiny):
    before = replace(tiny, developments={}, provisions={})
    assert since(before, build(before)) == {}


@pytest.mark.parametrize(
    ("language", "start"), [("en", "As we read later texts, one actor has been replaced"), ("fr", "Selon notre lecture de textes postérieurs")]
)
def test_an_actor_that_was_replaced_is_said_to_be(later_project, edit, language, start):
    edit("actors.yaml", "  kind: organ\n", "  kind: organ\n  succeeded_by: millers\n")
    assert said(load(later_project), language)[-1].startswith(start)
    assert all(not sentence.startswith(start) for sentence in said(load(later_project), language)[:-1])


def test_those_who_go_on_and_those_who_are_new_are_told_apart(later):
    still, new, most = since(later, build(later))["plan"]
    assert [name.node for name in still.places["actors"]] == ["actor:mill-school"]
    assert [name.node for name in new.places["actors"]] == ["actor:millers"]
    assert (most.count, most.places["total"]) == (2, 2)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_sentence_can_be_said(later, language):
    assert all(text.endswith(".") and "{" not in text for text in said(later, language))
