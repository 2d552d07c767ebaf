"""A graph in GraphML and GEXF. Written here, not by NetworkX: its files are not valid, and change from one version of it to the next."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape

import networkx as nx

from macros.export import flat
from macros.languages import FIRST

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
GEXF = "http://www.gexf.net/1.2draft"
# What an attribute cannot hold as it is.
IN_ATTRIBUTE = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#09;"}
_SIGN = re.compile('[&<>"\n\r\t]')
Said = Mapping[str, Any]
# The attributes of an element, and what the node or edge says.
Parts = dict[str, list[tuple[dict[str, str], Said]]]


def graphml(graph: nx.MultiDiGraph) -> str:
    """Every node and edge with all its attributes."""
    return "\n".join(_graphml({"node": _nodes(graph), "edge": _edges(graph)}))


def _graphml(parts: Parts) -> Iterator[str]:
    yield from _root("graphml", GRAPHML, f"{GRAPHML}/1.0/graphml.xsd")
    keys: dict[tuple[str, str], str] = {}
    for part, elements in parts.items():
        for name, kind in _types(said for _, said in elements).items():
            keys[part, name] = f"d{len(keys)}"
            yield "  " + _tag("key", {"id": keys[part, name], "for": part, "attr.name": name, "attr.type": kind}, alone=True)
    yield '  <graph edgedefault="directed">'
    for part, elements in parts.items():
        for own, said in elements:
            yield "    " + _tag(part, own)
            for name, value in said.items():
                text = _text(value)
                text = escape(text) if _SIGN.search(text) else text
                yield f'      <data key="{keys[part, name]}">{text}</data>' if text else f'      <data key="{keys[part, name]}" />'
            yield f"    </{part}>"
    yield "  </graph>\n</graphml>\n"


def gexf(graph: nx.MultiDiGraph) -> str:
    """Every node and edge with all its attributes, and its English label as what programs show. No day and no program is named."""
    nodes = [(own | {"label": said[f"label_{FIRST}"]}, said) for own, said in _nodes(graph)]
    return "\n".join(_gexf({"node": nodes, "edge": _edges(graph)}))


def _gexf(parts: Parts) -> Iterator[str]:
    yield from _root("gexf", GEXF, f"{GEXF}/gexf.xsd", version="1.2")
    yield '  <graph defaultedgetype="directed" mode="static">'
    keys: dict[tuple[str, str], str] = {}
    for part, elements in parts.items():
        yield f'    <attributes class="{part}" mode="static">'
        for name, kind in _types(said for _, said in elements).items():
            keys[part, name] = str(len(keys))
            yield "      " + _tag("attribute", {"id": keys[part, name], "title": name, "type": kind}, alone=True)
        yield "    </attributes>"
    for part, elements in parts.items():
        yield f"    <{part}s>"
        for own, said in elements:
            yield f"      {_tag(part, own)}\n        <attvalues>"
            yield from (f'          <attvalue for="{keys[part, name]}" value="{_quoted(_text(value))}" />' for name, value in said.items())
            yield f"        </attvalues>\n      </{part}>"
        yield f"    </{part}s>"
    yield "  </graph>\n</gexf>\n"


def _root(tag: str, space: str, schema: str, **attributes: str) -> Iterator[str]:
    spaces = {"xmlns": space, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance", "xsi:schemaLocation": f"{space} {schema}"}
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield _tag(tag, spaces | attributes)


def _tag(name: str, attributes: Mapping[str, str], alone: bool = False) -> str:
    said = "".join(f' {key}="{_quoted(value)}"' for key, value in attributes.items())
    return f"<{name}{said}{' /' if alone else ''}>"


def _quoted(text: str) -> str:
    return escape(text, IN_ATTRIBUTE) if _SIGN.search(text) else text  # most texts hold none


def _nodes(graph: nx.MultiDiGraph) -> list[tuple[dict[str, str], Said]]:
    return [({"id": node}, said) for node, said in flat.nodes(graph)]


def _edges(graph: nx.MultiDiGraph) -> list[tuple[dict[str, str], Said]]:
    return [({"id": key, "source": source, "target": target}, said) for source, target, key, said in flat.edges(graph)]


def _types(said: Iterable[Said]) -> dict[str, str]:
    """Attribute -> its type, in the order in which they are met."""
    return {name: "boolean" if isinstance(value, bool) else "string" for one in said for name, value in one.items()}


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
