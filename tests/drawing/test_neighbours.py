"""What is one step away from a record."""

import pytest
from support.frozen import PLAN, WORDS

from macros.drawing import Pictures
from macros.lookups import Lookups
from macros.wording.labels import Labels

NEAR = Pictures(Labels(PLAN, WORDS["en"]), Lookups(PLAN, {})).neighbours


def url(kind: str, id: str) -> str:
    return f"{kind}:{id}"


@pytest.mark.parametrize("id", PLAN.objectives)
def test_an_actor_stands_once_under_each_of_its_roles(id):
    shown = {heading: [one.href for one in own if one.href.startswith("actors:")] for heading, own in NEAR.objective(id, url)}
    for role, word in PLAN.vocabularies["roles"].items():
        actors = {f"actors:{part.actor}" for action in PLAN.objectives[id].actions for part in action.actors if part.role == role}
        assert sorted(shown.get(word.label.en, [])) == sorted(actors)


def test_a_branch_has_the_tone_of_its_role_and_says_how_many_actions():
    groups = dict(NEAR.objective("2.5.1", url))
    [one] = [one for one in groups["Responsible"] if one.href == "actors:europol"]
    assert (one.tone, one.label.replace("\u00a0", " ")) == ("strong", "Europol (1 action)")


def test_a_heading_without_neighbours_is_left_out():
    assert all(own for id in PLAN.actors for _, own in NEAR.actor(id, url))
