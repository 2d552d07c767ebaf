"""The nodes and edges of a graph with each list as one text: the formats of graph programs hold no lists."""

from collections.abc import Iterator
from typing import Any

import networkx as nx

from macros.export.table import SEPARATOR

Said = dict[str, Any]


def nodes(graph: nx.MultiDiGraph) -> Iterator[tuple[str, Said]]:
    """Each node, and what it says."""
    return ((node, _joined(said)) for node, said in graph.nodes(data=True))


def edges(graph: nx.MultiDiGraph) -> Iterator[tuple[str, str, str, Said]]:
    """Each edge: its source, its target, its key, and what it says."""
    return ((source, target, key, _joined(said)) for source, target, key, said in graph.edges(keys=True, data=True))


def _joined(said: Said) -> Said:
    return {name: SEPARATOR.join(value) if isinstance(value, list) else value for name, value in said.items()}
