"""Plan -> one typed multi-graph of who answers for what, derived from the data alone, in the order of the files."""

from functools import lru_cache

import networkx as nx

from macros.graph.edges import NODES, edges
from macros.graph.nodes import attributes
from macros.model.kinds import typed_id
from macros.model.plan import Plan


@lru_cache(maxsize=1)
def build(plan: Plan) -> nx.MultiDiGraph:
    """The whole graph, frozen, made once a plan. Nodes have typed ids (`follow-up:3.1`); no two edges share a key."""
    graph = nx.MultiDiGraph()
    for kind in NODES:
        for record in plan.of(kind).values():
            graph.add_node(typed_id(kind, record.id), **attributes(plan, kind, record))
    for source, relation, target, data in edges(plan):
        # No identifier holds an underscore, so no two pairs share a key; the same relation may hold twice between two records.
        key = f"{source}_{relation}_{target}"
        again = sum(held.startswith(key) for held in graph[source].get(target, {}))
        graph.add_edge(source, target, f"{key}_{again + 1}" if again else key, relation=relation, **data)
    return nx.freeze(graph)
