"""A graph in DOT, the language of Graphviz."""

from collections.abc import Mapping
from typing import Any

import networkx as nx

from macros.export import flat
from macros.languages import FIRST


def dot(graph: nx.MultiDiGraph) -> str:
    """Every node and edge with all its attributes, and its English label as what Graphviz shows."""
    lines = ["digraph {", "  rankdir=LR;"]
    lines += [f"  {_quoted(node)} {_list({'label': _shown(said[f'label_{FIRST}'])} | said)};" for node, said in flat.nodes(graph)]
    for source, target, key, said in flat.edges(graph):
        lines.append(f"  {_quoted(source)} -> {_quoted(target)} {_list({'id': key} | said)};")
    return "\n".join([*lines, "}"]) + "\n"


def _list(said: Mapping[str, Any]) -> str:
    return f"[{', '.join(f'{name}={_quoted(value)}' for name, value in said.items())}]"


def _quoted(value: Any) -> str:
    """A value between double quotes. Graphviz reads backslashes in labels as signs of its own, so each is written twice."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _shown(label: str) -> str:
    """A label with `&` as Graphviz wants it: it reads `&lt;` as a sign, like a browser."""
    return label.replace("&", "&amp;")
