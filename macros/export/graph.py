"""The graph as files: node-link JSON, GraphML, GEXF, DOT; and its edges as a table."""

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import networkx as nx

from macros.export.dot import dot
from macros.export.graph_xml import gexf, graphml
from macros.export.table import SEPARATOR, Table, in_each
from macros.graph.build import build
from macros.languages import LANGUAGES
from macros.model.plan import Plan

COLUMNS = (
    "source", "relation", "target", *in_each("source_label"), *in_each("target_label"),
    *in_each("as"), "strength", *in_each("reason"), "records", "dates", "locators",
)  # fmt: skip


@lru_cache(maxsize=1)
def graph_files(plan: Plan) -> dict[str, str]:
    """Name -> the text of each file of the graph; each holds every node and edge with everything they say."""
    graph = build(plan)
    flat = _flat(graph)
    return {"graph.json": _json(graph)} | {f"graph.{name}": write(flat) for name, write in FORMATS.items()}


def edges_table(plan: Plan) -> Table:
    """A row for each edge, with the labels of both ends."""
    graph = build(plan)
    rows = []
    for source, target, said in graph.edges(data=True):
        ends = {"source": source, "target": target}
        labels = {f"{end}_label_{code}": graph.nodes[node][f"label_{code}"] for end, node in ends.items() for code in LANGUAGES}
        rows.append(ends | labels | said)
    return Table(COLUMNS, rows)


def _json(graph: nx.MultiDiGraph) -> str:
    """As `networkx.node_link_graph` reads it, in words of ours: what that package writes may change with its version."""
    nodes = [{**said, "id": node} for node, said in graph.nodes(data=True)]
    edges = [{**said, "source": source, "target": target, "key": key} for source, target, key, said in graph.edges(keys=True, data=True)]
    whole = {"directed": True, "multigraph": True, "graph": {}, "nodes": nodes, "edges": edges}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _flat(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The graph with each list as one text: these formats hold none."""
    flat = nx.MultiDiGraph()
    flat.add_nodes_from((node, _joined(said)) for node, said in graph.nodes(data=True))
    flat.add_edges_from((source, target, key, _joined(said)) for source, target, key, said in graph.edges(keys=True, data=True))
    return flat


def _joined(said: dict[str, Any]) -> dict[str, Any]:
    return {name: SEPARATOR.join(value) if isinstance(value, list) else value for name, value in said.items()}


FORMATS: dict[str, Callable[[nx.MultiDiGraph], str]] = {"graphml": graphml, "gexf": gexf, "dot": dot}
