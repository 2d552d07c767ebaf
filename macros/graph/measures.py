"""Measures of the graph: who is named as responsible for what.

All count `responsible` parts in actions and nothing else: who contributed, was consulted, gained or was mentioned answers for
nothing here. A part of a body (organ, service, presidency of one country) counts with the body, so a body counts once in an action,
whatever parts of it are named; a group that the report names as one counts as one. Everything comes in the order of the data files.

A graph is frozen: what many records ask of the whole of it is worked out once a graph.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import networkx as nx


def nodes(graph: nx.MultiDiGraph, kind: str) -> list[str]:
    """The nodes of a kind (`follow-up`)."""
    return [node for node, of in graph.nodes(data="kind") if of == kind]


def body_of(graph: nx.MultiDiGraph, actor: str) -> str:
    """The body with which an actor counts; the actor itself where it is part of nothing. Definition: the end of its `part-of` edges."""
    return graph.nodes[actor]["body"]


def members(graph: nx.MultiDiGraph, actor: str) -> Iterator[str]:
    """The actor, and everything that is part of it, at any depth. Definition: the way back along `part-of` edges."""
    yield actor
    for part, _, relation in graph.in_edges(actor, data="relation"):
        if relation == "part-of":
            yield from members(graph, part)


def participants(graph: nx.MultiDiGraph, record: str, relation: str = "responsible") -> list[str]:
    """The actors that have a part in an action, a finding, a follow-up or a commitment, as named there."""
    return [actor for actor, _, how in graph.in_edges(record, data="relation") if how == relation]


def bodies(graph: nx.MultiDiGraph, record: str) -> list[str]:
    """The bodies that are named as responsible for an action or in a follow-up, each once: joint agents are all of them responsible."""
    return list(dict.fromkeys(body_of(graph, actor) for actor in participants(graph, record)))


def actions_of(graph: nx.MultiDiGraph, objective: str) -> list[str]:
    """The acts under an objective; an action that only points to it, or tells of no act, is none of them."""
    return [action for action, _, how in graph.in_edges(objective, data="relation") if how == "part-of" and is_act(graph, action)]


def is_act(graph: nx.MultiDiGraph, action: str) -> bool:
    """Whether the sentence of an action tells of an act. Definition: its `agent` is not `none`."""
    return graph.nodes[action].get("agent") != "none"


def acts(graph: nx.MultiDiGraph) -> list[str]:
    """The actions whose sentence tells of an act: all that is ever counted as an action."""
    return [action for action in nodes(graph, "action") if is_act(graph, action)]


def actions_by_body(graph: nx.MultiDiGraph, objective: str) -> dict[str, list[str]]:
    """Body -> the actions under an objective for which it is named as responsible."""
    return {body: said["actions"] for body, said in bodies_and_objectives(graph).adj[objective].items()}


@lru_cache(maxsize=1)
def bodies_and_objectives(graph: nx.MultiDiGraph) -> nx.Graph:
    """Bodies and objectives, joined where the body is named as responsible for an action of the objective.

    Every objective is there, and every body with an edge. An edge has its `actions`. Definition: a bipartite graph ("two-mode
    network"); nodes have `bipartite` 0 (bodies) or 1 (objectives), as NetworkX expects. Source: Breiger, "The Duality of Persons
    and Groups", Social Forces 53 (1974).
    """
    objectives = {objective: _actions_by_body(graph, objective) for objective in nodes(graph, "objective")}
    there = {body for found in objectives.values() for body in found}
    made = nx.Graph()
    made.add_nodes_from((actor for actor in nodes(graph, "actor") if actor in there), bipartite=0)
    made.add_nodes_from(objectives, bipartite=1)
    made.add_edges_from((body, o, {"actions": actions}) for o, found in objectives.items() for body, actions in found.items())
    return nx.freeze(made)


def _actions_by_body(graph: nx.MultiDiGraph, objective: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for action in actions_of(graph, objective):
        for body in bodies(graph, action):
            found.setdefault(body, []).append(action)
    return found


def responsible_bodies(graph: nx.MultiDiGraph) -> list[str]:
    """The bodies that are named as responsible for at least one action."""
    return [node for node, side in bodies_and_objectives(graph).nodes(data="bipartite") if side == 0]


@lru_cache(maxsize=1)
def co_responsibility(graph: nx.MultiDiGraph) -> nx.Graph:
    """The bodies, joined where both are named as responsible under the same objective.

    `weight` counts these `objectives`; `actions` are those for which both are named, as joint agents. A shared objective alone does
    not say that the two worked together. Definition: the projection of `bodies_and_objectives` on its bodies, weighted by shared neighbours
    (Breiger, as above; `weighted_projected_graph` of NetworkX gives the same weights).
    """
    two = bodies_and_objectives(graph)
    made = nx.Graph()
    made.add_nodes_from(responsible_bodies(graph))
    place = {body: number for number, body in enumerate(made)}
    for one in made:
        later = {other for objective in two[one] for other in two[objective] if place[other] > place[one]}
        for other in sorted(later, key=place.__getitem__):
            shared = [objective for objective in two[one] if objective in two[other]]
            joint = [action for o in shared for action in two[one][o]["actions"] if action in two[other][o]["actions"]]
            made.add_edge(one, other, weight=len(shared), objectives=shared, actions=joint)
    return nx.freeze(made)


@dataclass(frozen=True)
class Portfolio:
    """What an actor is named as responsible for: actions by state, the objectives and the areas that they stand under."""

    actions: dict[str, list[str]]
    objectives: list[str]
    areas: list[str]

    @property
    def total(self) -> int:
        """How many actions, each counted once."""
        return sum(len(actions) for actions in self.actions.values())


def portfolio(graph: nx.MultiDiGraph, actor: str) -> Portfolio:
    """The actions for which an actor or a part of it is named as responsible, each once. Definition: the `responsible` edges
    into actions, from the actor and from all its `members`."""
    done = {action for one in members(graph, actor) for _, action, how in graph.out_edges(one, data="relation") if how == "responsible"}
    by_state: dict[str, list[str]] = {}
    places: dict[str, str] = {}
    for action in sorted(done & _places(graph).keys(), key=_places(graph).__getitem__):
        by_state.setdefault(graph.nodes[action]["state"], []).append(action)
        objective = parent(graph, action)
        places[objective] = parent(graph, objective)
    return Portfolio(by_state, list(places), list(dict.fromkeys(places.values())))


def parent(graph: nx.MultiDiGraph, node: str) -> str:
    """What a node is part of: the objective of an action, the area of an objective."""
    return _wholes(graph)[node]


@lru_cache(maxsize=1)
def _wholes(graph: nx.MultiDiGraph) -> dict[str, str]:
    return {node: whole for node, whole, relation in graph.edges(data="relation") if relation == "part-of"}


@lru_cache(maxsize=1)
def _places(graph: nx.MultiDiGraph) -> dict[str, int]:
    """Action -> its place in the data files."""
    return {action: place for place, action in enumerate(nodes(graph, "action"))}
