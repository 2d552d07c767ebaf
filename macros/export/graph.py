"""The graph as files: node-link JSON, GraphML, GEXF, DOT, and its edges as CSV."""

import json
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import networkx as nx

from macros.export.dot import dot
from macros.export.table import SEPARATOR, table
from macros.graph.build import build
from macros.model.plan import Plan

COLUMNS = (
    "source", "relation", "target", "source_label_en", "source_label_fr", "target_label_en", "target_label_fr",
    "as_en", "as_fr", "strength", "reason_en", "reason_fr", "records", "dates", "locators",
)  # fmt: skip


@lru_cache(maxsize=1)
def graph_files(plan: Plan) -> dict[str, str]:
    """Name -> the text of each file of the graph; each but the table holds every node and edge with everything they say."""
    graph = build(plan)
    flat = _flat(graph)
    files = {"graph.json": _json(graph), "edges.csv": _edges(graph)}
    return files | {f"graph.{name}": write(flat) for name, write in FORMATS.items()}


def _edges(graph: nx.MultiDiGraph) -> str:
    """A row for each edge, with the labels of both ends."""
    rows = []
    for source, target, said in graph.edges(data=True):
        ends = {"source": source, "target": target}
        labels = {f"{end}_label_{code}": graph.nodes[node][f"label_{code}"] for end, node in ends.items() for code in ("en", "fr")}
        rows.append(ends | labels | said)
    return table(COLUMNS, rows)


def _json(graph: nx.MultiDiGraph) -> str:
    return json.dumps(nx.node_link_data(graph, edges="edges"), ensure_ascii=False, indent=1) + "\n"


def _graphml(graph: nx.MultiDiGraph) -> str:
    return '<?xml version="1.0" encoding="utf-8"?>\n' + "\n".join(nx.generate_graphml(graph)) + "\n"


def _gexf(graph: nx.MultiDiGraph) -> str:
    """Without the day on which it is written: the same data give the same file. What programs show as label is the English one."""
    shown = nx.MultiDiGraph()
    shown.add_nodes_from((node, said | {"label": said["label_en"]}) for node, said in graph.nodes(data=True))
    shown.add_edges_from((source, target, key, said | {"id": key}) for source, target, key, said in graph.edges(keys=True, data=True))
    text = "\n".join(nx.generate_gexf(shown))
    return '<?xml version="1.0" encoding="utf-8"?>\n' + re.sub(r' lastmodifieddate="[^"]*"', "", text, count=1) + "\n"


def _flat(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The graph with each list as one text: these formats hold none."""
    flat = nx.MultiDiGraph()
    flat.add_nodes_from((node, _joined(said)) for node, said in graph.nodes(data=True))
    flat.add_edges_from((source, target, key, _joined(said)) for source, target, key, said in graph.edges(keys=True, data=True))
    return flat


def _joined(said: dict[str, Any]) -> dict[str, Any]:
    return {name: SEPARATOR.join(value) if isinstance(value, list) else value for name, value in said.items()}


FORMATS: dict[str, Callable[[nx.MultiDiGraph], str]] = {"graphml": _graphml, "gexf": _gexf, "dot": dot}
