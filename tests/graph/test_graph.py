"""The graph and its measures, on a plan small enough to count by hand.

Drawn from the tiny plan with the edits in `EDITS`. Responsible for the actions, organs in brackets beside their body:

    action    state        responsible                     counted as
    2.1.1-1   done         School [Board too]              School          (organ beside its body: one)
    2.1.1-2   done         [Board], Commission             School, Commission   (joint: one action for each, one in all)
    2.1.1-3   under way    Commission                      Commission
    2.1.1-4   announced    Commission                      Commission
    2.2.1-1   continuing   Commission                      Commission
    2.2.3-1   announced    not stated                      nobody
    2.2.3-2   not done     not stated                      nobody

    objective   bodies               why nobody
    2.1.1       School, Commission
    2.1.2       –                    the text points to section 1.1: elsewhere
    2.2.1       Commission
    2.2.2       –                    no action, no pointer: silent
    2.2.3       –                    two actions that name nobody: untold

    body         actions   objectives     areas      done  under way  announced  continuing
    Commission   4         2.1.1, 2.2.1   2.1, 2.2   1     1          1          1
    School       2         2.1.1          2.1        2     0          0          0

Follow-up 3.1 answers 2.1.1 and names the Commission and the Member States: the Member States are new, the School is not named.
Follow-up 3.2 answers 2.2.2, where nobody is named, so that there is nothing to compare.
"""

from collections import Counter

import networkx as nx
import pytest

from macros.graph import gaps, measures
from macros.graph.build import build
from macros.graph.edges import NODES
from macros.model.kinds import typed_id
from macros.project import Project
from macros.reading.load import load

SCHOOL, BOARD, COMMISSION = (f"      - {{actor: {id}, role: responsible}}\n" for id in ("mill-school", "school-board", "commission"))
EDITS = [
    ("actions.yaml", SCHOOL, SCHOOL + BOARD),
    (
        "actions.yaml",
        f"{BOARD}      figures:",
        f"{BOARD}{COMMISSION}      because: {{en: The millers mean it., fr: Les meuniers l’entendent ainsi.}}\n      figures:",
    ),
    (
        "follow-ups.yaml",
        "  answers:\n  - to: f3\n",
        "  mentions: [millers]\n  answers:\n  - to: 2.1.1\n    reason: {en: Close., fr: Proche.}\n  - to: f3\n",
    ),
]
A, B, C = "action:2.1.1-", "objective:", "actor:"


@pytest.fixture
def plan(project, edit):
    """The plan of the table above."""
    for name, old, new in EDITS:
        edit(name, old, new)
    whole = Project(project)
    whole.check()
    return whole.plan


@pytest.fixture
def graph(plan) -> nx.MultiDiGraph:
    return build(plan)


def relations(graph, source=None, target=None) -> list[tuple[str, str, str]]:
    """The edges from or to a node, or all."""
    every = ((u, said["relation"], v) for u, v, said in graph.edges(data=True))
    return [edge for edge in every if source in (None, edge[0]) and target in (None, edge[2])]


def test_every_record_of_seven_kinds_is_a_node_with_a_typed_id(graph, plan):
    assert list(graph) == [typed_id(kind, id) for kind in NODES for id in getattr(plan, kind)]
    assert set(dict(graph.nodes(data="kind")).values()) == {"area", "objective", "action", "finding", "actor", "follow-up", "commitment"}


def test_a_node_says_what_its_record_is(graph):
    assert graph.nodes["follow-up:3.2"] == {
        "kind": "follow-up", "record_id": "3.2", "label_en": "Restore the water mills", "label_fr": "Restaurer les moulins à eau",
        "address": "follow-ups/3.2/",
    }  # fmt: skip
    assert graph.nodes["actor:mill-school"].items() >= {"actor_kind": "agency", "acronym_en": "SOM", "acronym_fr": "EDM"}.items()
    assert graph.nodes["actor:millers"]["country"] == "se"
    assert graph.nodes["action:2.2.3-1"].items() >= {"state": "announced", "agent": "not-stated", "address": "objectives/2.2.3/#2.2.3-1"}.items()
    assert graph.nodes["objective:2.2.1"].items() >= {"status": "delivered", "as_of": "2007-10-17", "plan_point": "2(1)"}.items()
    assert (graph.nodes["finding:f2"]["weakness"], graph.nodes["finding:f3"]["weakness"]) == (True, False)


def test_what_leads_to_no_node_is_kept_at_the_node_that_has_it(graph):
    pointing, bearing = graph.nodes["objective:2.1.2"], graph.nodes["finding:f1"]
    assert (pointing["see_sections"], pointing["see_locators"]) == (["section:1.1"], ["com-2008-657 2.1.2 ¶1"])
    assert (bearing["bears_on_outside"], bearing["countries"]) == (["section:1.1", "indicator:mills-restored"], ["at"])
    assert relations(graph, "objective:2.1.2") == [("objective:2.1.2", "part-of", "area:2.1")]


def test_nothing_is_written_where_the_record_says_nothing(graph):
    assert [value for said in graph.nodes.values() for value in said.values() if value in (None, [], "")] == []


def test_every_relation_is_there_and_typed(graph):
    assert Counter(relation for _, relation, _ in relations(graph)) == {
        "part-of": 5 + 7 + 1, "responsible": 7 + 3, "beneficiary": 1, "mentioned": 1 + 1, "see": 1, "answers": 3, "supports": 1, "bears-on": 3,
    }  # fmt: skip
    assert relations(graph, "actor:school-board") == [
        ("actor:school-board", "part-of", "actor:mill-school"),
        ("actor:school-board", "responsible", "action:2.1.1-1"),
        ("actor:school-board", "responsible", "action:2.1.1-2"),
        ("actor:school-board", "mentioned", "finding:f2"),
    ]
    assert relations(graph, "actor:millers") == [("actor:millers", "beneficiary", f"{A}1"), ("actor:millers", "mentioned", "follow-up:3.1")]
    assert ("action:2.2.3-2", "see", "objective:2.1.2") in relations(graph)
    assert ("finding:f3", "bears-on", "area:2.1") in relations(graph)


def test_every_edge_carries_its_record_places_and_dates(graph, plan):
    for _, _, said in graph.edges(data=True):
        assert said["records"]
        assert all(plan.find(record) for record in said["records"])
        assert said["locators"]
        assert all(locator.split()[0] in plan.sources for locator in said["locators"])
        assert isinstance(said["dates"], list)


def test_an_edge_says_the_words_of_its_record(graph):
    assert graph.edges["actor:millers", f"{A}1", f"actor:millers_beneficiary_{A}1"] == {
        "relation": "beneficiary", "records": ["action:2.1.1-1"], "locators": ["com-2008-657 2.1.1 ¶1"], "dates": ["publication on 2007-05"],
        "as_en": "for whom it was written", "as_fr": "pour qui il a été écrit",
    }  # fmt: skip
    ((_, _, said),) = graph.out_edges("commitment:c1", data=True)
    assert said.items() >= {"strength": "weak", "reason_fr": "Les écoles apprennent aussi.", "locators": ["millers-commitments c1"]}.items()
    ((_, _, said),) = graph.out_edges("follow-up:3.2", data=True)
    assert said.items() >= {"reason_en": "It is the same subject.", "records": ["follow-up:3.2"]}.items()


def test_a_pointer_carries_its_own_evidence_and_a_title_stands_for_its_objective(graph):
    (said,) = graph["action:2.2.3-2"]["objective:2.1.2"].values()
    assert (said["locators"], said["dates"]) == (["com-2008-657 2.1.2 ¶1"], ["period between 2006/2007"])
    (said,) = graph["objective:2.1.2"]["area:2.1"].values()
    assert said["locators"] == ["com-2008-657 2.1.2 title"]


def test_two_equal_relations_between_two_records_are_two_edges(project, edit):
    edit("follow-ups.yaml", "  - to: 2.2.2\n", "  - to: 2.2.2\n    reason: {en: Once., fr: Une fois.}\n  - to: 2.2.2\n")
    graph = build(load(project))
    assert [said["reason_en"] for said in graph["follow-up:3.2"]["objective:2.2.2"].values()] == ["Once.", "It is the same subject."]
    keys = [key for *_, key in graph.edges(keys=True)]
    assert len(set(keys)) == len(keys)


def test_the_same_data_give_the_same_graph_in_the_same_order(graph, plan):
    assert nx.node_link_data(build(plan), edges="edges") == nx.node_link_data(graph, edges="edges")


def test_organs_count_with_their_body(graph):
    assert measures.body_of(graph, f"{C}school-board") == f"{C}mill-school"
    assert measures.body_of(graph, f"{C}commission") == f"{C}commission"


def test_an_organ_of_an_organ_counts_with_the_body_above_both(project, edit):
    edit("actors.yaml", "- id: millers\n", "- id: millers\n  part_of: school-board\n")
    graph = build(load(project))
    assert measures.body_of(graph, f"{C}millers") == f"{C}mill-school"
    assert list(measures.members(graph, f"{C}mill-school")) == [f"{C}mill-school", f"{C}school-board", f"{C}millers"]


def test_joint_agents_are_all_responsible_and_an_organ_beside_its_body_is_one(graph):
    assert measures.bodies(graph, f"{A}1") == [f"{C}mill-school"]
    assert measures.bodies(graph, f"{A}2") == [f"{C}mill-school", f"{C}commission"]
    assert gaps.joint_actions(graph) == {f"{A}2": [f"{C}mill-school", f"{C}commission"]}


def test_bodies_are_joined_to_the_objectives_they_answer_for(graph):
    two = measures.bodies_and_objectives(graph)
    assert list(two.nodes(data="bipartite")) == [
        (f"{C}commission", 0), (f"{C}mill-school", 0), *((f"{B}{id}", 1) for id in ("2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.2.3")),
    ]  # fmt: skip
    assert {(body, objective): said["actions"] for objective, body, said in two.edges([f"{B}2.1.1", f"{B}2.2.1"], data=True)} == {
        (f"{C}mill-school", f"{B}2.1.1"): [f"{A}1", f"{A}2"],
        (f"{C}commission", f"{B}2.1.1"): [f"{A}2", f"{A}3", f"{A}4"],
        (f"{C}commission", f"{B}2.2.1"): ["action:2.2.1-1"],
    }
    assert two.number_of_edges() == 3
    assert nx.is_bipartite(two)


def test_only_responsible_parts_count(graph):
    """The millers gain from an action, and the Member States are named in a follow-up: neither answers for an action."""
    assert measures.responsible_bodies(graph) == [f"{C}commission", f"{C}mill-school"]
    assert measures.portfolio(graph, f"{C}millers").total == measures.portfolio(graph, f"{C}member-states").total == 0


def test_two_bodies_are_joined_by_the_objectives_they_share(graph):
    ((one, other, said),) = measures.co_responsibility(graph).edges(data=True)
    assert (one, other) == (f"{C}commission", f"{C}mill-school")
    assert said == {"weight": 1, "objectives": [f"{B}2.1.1"], "actions": [f"{A}2"]}


@pytest.mark.parametrize("edited", [False, True])
def test_shared_objectives_are_those_of_the_projection_of_networkx(edited, plan, project, edit):
    if edited:
        yearly = "      dates:\n      - {value: --10-18"
        edit("actions.yaml", f"{COMMISSION}{yearly}", f"{COMMISSION}{BOARD}{yearly}")
    graph = build(load(project))
    two, projected = measures.bodies_and_objectives(graph), measures.co_responsibility(graph)
    theirs = nx.bipartite.weighted_projected_graph(two, measures.responsible_bodies(graph))
    assert {frozenset((u, v)): w for u, v, w in projected.edges(data="weight")} == {
        frozenset((u, v)): w for u, v, w in theirs.edges(data="weight")
    } == {frozenset((f"{C}commission", f"{C}mill-school")): 1 + edited}  # fmt: skip


def test_reach_counts_objectives_areas_and_actions_by_state(graph):
    reach = measures.portfolio(graph, f"{C}commission")
    assert reach.actions == {"done": [f"{A}2"], "under-way": [f"{A}3"], "announced": [f"{A}4"], "continuing": ["action:2.2.1-1"]}
    assert (reach.total, reach.objectives, reach.areas) == (4, [f"{B}2.1.1", f"{B}2.2.1"], ["area:2.1", "area:2.2"])


def test_the_reach_of_a_body_holds_that_of_its_organs_and_not_the_other_way(graph):
    assert measures.portfolio(graph, f"{C}mill-school").actions == {"done": [f"{A}1", f"{A}2"]}
    assert measures.portfolio(graph, f"{C}school-board").actions == {"done": [f"{A}1", f"{A}2"]}


def test_an_action_of_a_body_is_not_one_of_its_organ(project):
    graph = build(load(project))
    assert measures.portfolio(graph, f"{C}mill-school").actions == {"done": [f"{A}1", f"{A}2"]}
    assert measures.portfolio(graph, f"{C}school-board").actions == {"done": [f"{A}2"]}


def test_an_objective_with_one_body_is_found(graph):
    assert gaps.sole_body(graph) == {f"{B}2.2.1": f"{C}commission"}


def test_the_reasons_why_nobody_is_named_are_kept_apart(graph):
    assert gaps.objectives_without_body(graph) == {f"{B}2.1.2": "elsewhere", f"{B}2.2.2": "silent", f"{B}2.2.3": "untold"}
    assert gaps.agentless_actions(graph) == {f"{B}2.2.3": ["action:2.2.3-1", "action:2.2.3-2"]}


def test_what_tells_of_no_act_is_not_counted_and_a_means_is_somebody_named(project, edit):
    edit("actions.yaml", "      state: announced\n      agent: not-stated\n", "      state: announced\n      agent: none\n")
    graph = build(load(project))
    assert "action:2.2.3-1" in graph and "action:2.2.3-1" not in measures.acts(graph)
    assert gaps.agentless_actions(graph) == {f"{B}2.2.3": ["action:2.2.3-2"]}
    edit("actions.yaml", "      agent: not-stated\n", "      agent: means\n")
    assert gaps.agentless_actions(build(load(project))) == {}


def test_a_pointer_to_an_objective_leads_elsewhere_too(project, edit):
    edit("actions.yaml", '    - to: "1.1"\n', "    - to: 2.2.1\n")
    assert gaps.objectives_without_body(build(load(project)))[f"{B}2.1.2"] == "elsewhere"


def test_follow_ups_are_compared_with_those_named_before(graph):
    assert (gaps.answered_objectives(graph, "follow-up:3.1"), gaps.answered_objectives(graph, "follow-up:3.2")) == ([f"{B}2.1.1"], [])
    assert gaps.new_in_follow_up(graph) == {"follow-up:3.1": [f"{C}member-states"]}
    assert gaps.dropped_in_follow_up(graph) == {"follow-up:3.1": [f"{C}mill-school"]}


@pytest.mark.parametrize("named", ["mentions: [school-board]", "mentions: [mill-school]"])
def test_a_body_in_the_text_of_a_follow_up_is_not_called_missing(named, plan, project, edit):
    edit("follow-ups.yaml", "mentions: [millers]", named)
    assert gaps.dropped_in_follow_up(build(load(project))) == {}


def test_the_union_is_not_missing_where_a_body_through_which_it_acts_is_to_act(plan, project, edit):
    """The School as a union: the Commission is to act in 3.1; then only the Member States are."""
    edit("actors.yaml", "  kind: agency\n", "  kind: union\n")
    assert gaps.dropped_in_follow_up(build(load(project))) == {}
    edit("follow-ups.yaml", "  - actor: commission\n    role: responsible\n  - actor: member-states\n", "  - actor: member-states\n")
    assert gaps.dropped_in_follow_up(build(load(project))) == {"follow-up:3.1": [f"{C}mill-school", f"{C}commission"]}


@pytest.mark.parametrize(("country", "missing"), [("be", []), ('"no"', [f"{C}mill-school"])])
def test_the_government_of_a_member_state_is_named_with_the_member_states(country, missing, plan, project, edit):
    edit("actors.yaml", "  kind: agency\n", f"  kind: government\n  country: {country}\n")
    assert gaps.dropped_in_follow_up(build(load(project))).get("follow-up:3.1", []) == missing


def test_what_a_follow_up_answers_by_way_of_a_finding_is_left_out(project, edit):
    """f2 bears on 2.2.1; a follow-up that answers f2 is not said to answer 2.2.1."""
    edit("follow-ups.yaml", "  - to: f3\n", "  - to: f2\n")
    graph = build(load(project))
    assert gaps.new_in_follow_up(graph) == gaps.dropped_in_follow_up(graph) == {}


def test_whoever_makes_a_commitment_answers_for_no_action_by_it(project, edit):
    before = measures.responsible_bodies(build(load(project)))
    part = "  actors:\n  - {actor: mill-school, role: responsible}\n"
    edit("commitments.yaml", "  matches:\n", f"{part}  matches:\n")
    graph = build(load(project))
    assert measures.participants(graph, "commitment:c1") == ["actor:mill-school"]
    assert measures.responsible_bodies(graph) == before
