"""Who is named under which objective, in which role: what the picture draws, the matrix counts and the files of edges hold."""

from functools import lru_cache

import networkx as nx

from macros.graph.measures import nodes, parent


@lru_cache(maxsize=1)
def pairs(graph: nx.MultiDiGraph) -> dict[tuple[str, str], dict[str, list[str]]]:
    """Actor and objective -> role -> the actions of the objective in which the actor has it, in the order of the data files.

    Made once a graph. Definition: the edges from actors into actions, each action under what it is part of; parts of a body stand for themselves.
    """
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    for action in nodes(graph, "action"):
        for actor, _, role in graph.in_edges(action, data="relation"):
            if graph.nodes[actor]["kind"] == "actor":
                found.setdefault((actor, parent(graph, action)), {}).setdefault(role, []).append(action)
    return found
