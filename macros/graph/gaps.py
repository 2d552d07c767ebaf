"""Measures of the graph: where one body stands alone, where nobody is named, and whom the follow-ups name instead.

What measures.py says of counting holds here too. A gap in a report is not a gap in the world: that nobody is named never means
that nobody acted.
"""

import networkx as nx

from macros.graph.measures import actions_by_body, actions_of, bodies, body_of, nodes, participants

# Words of `actor_kinds`: the bodies through which the Union acts. Whoever names one of them does not pass over the Union.
OF_THE_UNION = {"eu-institution", "presidency", "agency"}
# The group. Whoever names it names the government of each Member State too.
MEMBER_STATES = "actor:member-states"


def sole_body(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Objective -> the one body that is named as responsible under it. Definition: the objectives of degree 1 in `bodies_and_objectives`.
    Other actions of the objective may be told without saying who acted: `agentless_actions` has them."""
    found = {objective: actions_by_body(graph, objective) for objective in nodes(graph, "objective")}
    return {objective: next(iter(there)) for objective, there in found.items() if len(there) == 1}


def objectives_without_body(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Objective under which nobody is named as responsible -> why: `elsewhere` (no action, the text points to another part of the
    report), `silent` (no action and no pointer) or `untold` (actions, of which none says who acted). Definition: degree 0 there."""
    return {objective: _reason(graph, objective) for objective in nodes(graph, "objective") if not actions_by_body(graph, objective)}


def _reason(graph: nx.MultiDiGraph, objective: str) -> str:
    if actions_of(graph, objective):
        return "untold"
    points = "see_sections" in graph.nodes[objective] or any(how == "see" for *_, how in graph.out_edges(objective, data="relation"))
    return "elsewhere" if points else "silent"


def agentless_actions(graph: nx.MultiDiGraph) -> dict[str, list[str]]:
    """Objective -> its acts of which the source does not say who acted. Definition: their `agent` is `not-stated`."""
    found = {o: [a for a in actions_of(graph, o) if graph.nodes[a].get("agent") == "not-stated"] for o in nodes(graph, "objective")}
    return {objective: actions for objective, actions in found.items() if actions}


def joint_actions(graph: nx.MultiDiGraph) -> dict[str, list[str]]:
    """Action -> the bodies named together as responsible for it. Definition: two or more; an organ beside its body is one."""
    return {action: found for action in nodes(graph, "action") if len(found := bodies(graph, action)) > 1}


def answered_objectives(graph: nx.MultiDiGraph, follow_up: str) -> list[str]:
    """The objectives that a follow-up answers directly and under which somebody is named as responsible.

    Both limits keep what is said small. What a follow-up answers is our reading; what a finding bears on is a second one, so the way
    over findings is left out. And where nobody is named, everybody would be new.
    """
    there = (target for _, target, how in graph.out_edges(follow_up, data="relation") if how == "answers")
    return list(dict.fromkeys(node for node in there if graph.nodes[node]["kind"] == "objective" and actions_by_body(graph, node)))


def new_in_follow_up(graph: nx.MultiDiGraph) -> dict[str, list[str]]:
    """Follow-up -> the bodies that are to act in it and are not named as responsible under the objectives that it answers."""
    follow_ups = (node for node in nodes(graph, "follow-up") if answered_objectives(graph, node))
    found = {f: [body for body in bodies(graph, f) if body not in _responsible_before(graph, f)] for f in follow_ups}
    return {follow_up: new for follow_up, new in found.items() if new}


def dropped_in_follow_up(graph: nx.MultiDiGraph) -> dict[str, list[str]]:
    """Follow-up -> the bodies named as responsible under the objectives that it answers and nowhere in it, not even in its text."""
    found = {f: [body for body in _responsible_before(graph, f) if body not in _named_bodies(graph, f)] for f in nodes(graph, "follow-up")}
    return {follow_up: missing for follow_up, missing in found.items() if missing}


def _named_bodies(graph: nx.MultiDiGraph, follow_up: str) -> set[str]:
    """The bodies that a follow-up names; the Union, where one of those through which it acts is to act; with the Member States, the
    government of each."""
    there = {body_of(graph, actor) for how in ("responsible", "mentioned") for actor in participants(graph, follow_up, how)}
    if any(graph.nodes[body]["actor_kind"] in OF_THE_UNION for body in bodies(graph, follow_up)):
        there |= {actor for actor, kind in graph.nodes(data="actor_kind") if kind == "union"}
    if MEMBER_STATES in there:
        there |= {actor for actor, data in graph.nodes(data=True) if data.get("actor_kind") == "government" and data.get("member_state")}
    return there


def _responsible_before(graph: nx.MultiDiGraph, follow_up: str) -> list[str]:
    """The bodies named as responsible under the objectives that a follow-up answers."""
    return list(dict.fromkeys(body for objective in answered_objectives(graph, follow_up) for body in actions_by_body(graph, objective)))
