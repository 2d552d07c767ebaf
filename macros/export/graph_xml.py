"""A graph in GraphML and GEXF. Written here, not by NetworkX: its files are not valid, and change from one version of it to the next."""

from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

import networkx as nx

from macros.languages import FIRST

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
GEXF = "http://www.gexf.net/1.2draft"
Said = Mapping[str, Any]


def graphml(graph: nx.MultiDiGraph) -> str:
    """Every node and edge with all its attributes."""
    root = _root("graphml", GRAPHML, f"{GRAPHML}/1.0/graphml.xsd")
    parts = {"node": _nodes(graph), "edge": _edges(graph)}
    keys: dict[tuple[str, str], str] = {}
    for part, elements in parts.items():
        for name, kind in _types(said for _, said in elements).items():
            keys[part, name] = f"d{len(keys)}"
            SubElement(root, "key", {"id": keys[part, name], "for": part, "attr.name": name, "attr.type": kind})
    inside = SubElement(root, "graph", edgedefault="directed")
    for part, elements in parts.items():
        for own, said in elements:
            element = SubElement(inside, part, own)
            for name, value in said.items():
                SubElement(element, "data", key=keys[part, name]).text = _text(value)
    return _written(root)


def gexf(graph: nx.MultiDiGraph) -> str:
    """Every node and edge with all its attributes, and its English label as what programs show. No day and no program is named."""
    root = _root("gexf", GEXF, f"{GEXF}/gexf.xsd", version="1.2")
    inside = SubElement(root, "graph", defaultedgetype="directed", mode="static")
    parts = {"node": [(own | {"label": said[f"label_{FIRST}"]}, said) for own, said in _nodes(graph)], "edge": _edges(graph)}
    keys: dict[tuple[str, str], str] = {}
    for part, elements in parts.items():
        declared = SubElement(inside, "attributes", {"class": part, "mode": "static"})
        for name, kind in _types(said for _, said in elements).items():
            keys[part, name] = str(len(keys))
            SubElement(declared, "attribute", id=keys[part, name], title=name, type=kind)
    for part, elements in parts.items():
        group = SubElement(inside, f"{part}s")
        for own, said in elements:
            values = SubElement(SubElement(group, part, own), "attvalues")
            for name, value in said.items():
                SubElement(values, "attvalue", {"for": keys[part, name], "value": _text(value)})
    return _written(root)


def _root(tag: str, space: str, schema: str, **attributes: str) -> Element:
    spaces = {"xmlns": space, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance", "xsi:schemaLocation": f"{space} {schema}"}
    return Element(tag, spaces | attributes)


def _nodes(graph: nx.MultiDiGraph) -> list[tuple[dict[str, str], Said]]:
    return [({"id": node}, said) for node, said in graph.nodes(data=True)]


def _edges(graph: nx.MultiDiGraph) -> list[tuple[dict[str, str], Said]]:
    return [({"id": key, "source": source, "target": target}, said) for source, target, key, said in graph.edges(keys=True, data=True)]


def _types(said: Iterable[Said]) -> dict[str, str]:
    """Attribute -> its type, in the order in which they are met."""
    return {name: "boolean" if isinstance(value, bool) else "string" for one in said for name, value in one.items()}


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _written(root: Element) -> str:
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'
