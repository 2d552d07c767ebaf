"""The graph as files: node-link JSON, GraphML, GEXF, DOT; and its edges as a table."""

from collections.abc import Callable

import networkx as nx

from macros.export.dot import dot
from macros.export.graph_xml import gexf, graphml
from macros.export.records import json_text
from macros.export.table import Table, in_each
from macros.graph.build import build
from macros.languages import LANGUAGES
from macros.model.plan import Plan

COLUMNS = (
    "source", "relation", "target", *in_each("source_label"), *in_each("target_label"),
    *in_each("as"), "strength", *in_each("reason"), "records", "dates", "locators",
)  # fmt: skip


def graph_file(plan: Plan, name: str) -> str:
    """The text of a file of the graph (`graph.dot`); each holds every node and edge with everything they say."""
    return FORMATS[name.removeprefix("graph.")](build(plan))


def edges_table(plan: Plan) -> Table:
    """A row for each edge, with the labels of both ends."""
    graph = build(plan)
    labels = {node: {code: said[f"label_{code}"] for code in LANGUAGES} for node, said in graph.nodes(data=True)}
    columns = {code: (f"source_label_{code}", f"target_label_{code}") for code in LANGUAGES}
    rows = []
    for source, target, said in graph.edges(data=True):
        row = {"source": source, "target": target, **said}
        for code, ends in columns.items():
            row[ends[0]], row[ends[1]] = labels[source][code], labels[target][code]
        rows.append(row)
    return Table(COLUMNS, rows)


def _json(graph: nx.MultiDiGraph) -> str:
    """As `networkx.node_link_graph` reads it, in words of ours: what that package writes may change with its version."""
    nodes = [{**said, "id": node} for node, said in graph.nodes(data=True)]
    edges = [{**said, "source": source, "target": target, "key": key} for source, target, key, said in graph.edges(keys=True, data=True)]
    return json_text({"directed": True, "multigraph": True, "graph": {}, "nodes": nodes, "edges": edges})


FORMATS: dict[str, Callable[[nx.MultiDiGraph], str]] = {"json": _json, "graphml": graphml, "gexf": gexf, "dot": dot}
