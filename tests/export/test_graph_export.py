"""The graph as files: what NetworkX, Graphviz and a spreadsheet read back, and the snippet of the Data page."""

import csv
import hashlib
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from xml.etree import ElementTree

import igraph
import networkx as nx
import pytest
from support.frozen import PLAN, WORDS
from support.paths import FROZEN, ROOT, TINY

from macros.export import exports, offered, write_exports
from macros.export.dot import dot
from macros.export.graph import graph_file
from macros.export.table import cell
from macros.graph.build import build
from macros.model.plan import Plan
from macros.reading.load import load

NAMES = ("graph.json", "graph.graphml", "graph.gexf", "graph.dot", "edges.csv")
HOSTILE = 'He said "a\\nb" & <b>&lt; [x=1]; -> {\\N\\\\} \\'
Parts = tuple[dict[str, dict], dict[tuple[str, str, str], dict]]


@pytest.fixture(params=["tiny", "hostile", "frozen"])
def plan(request, tiny, project, edit) -> Plan:
    """The tiny plan, the tiny plan with texts that files could stumble over, and the frozen one."""
    if request.param == "hostile":
        edit(
            "actors.yaml",
            "{en: School of Mills, fr: École des moulins}",
            json.dumps({"en": HOSTILE, "fr": "=1+1 | «\u202fÉcole\u00a0» ’ œ \u05d0\u05d1"}),
        )
        edit("actions.yaml", "fr: pour qui il a été écrit", f"fr: {json.dumps(HOSTILE)}")
        return load(project)
    return tiny if request.param == "tiny" else PLAN


def parts(graph: nx.MultiDiGraph, joined: bool = True) -> Parts:
    """Nodes and edges with what they say; lists as one text where a format holds none."""

    def said(data: dict) -> dict:
        return {name: " | ".join(value) if joined and isinstance(value, list) else value for name, value in data.items()}

    edges = {(u, v, data.get("id") or key): said(data) for u, v, key, data in nx.MultiDiGraph(graph).edges(keys=True, data=True)}
    return {node: said(data) for node, data in graph.nodes(data=True)}, edges


def test_networkx_reads_the_json_back_with_its_lists(plan):
    read = nx.node_link_graph(json.loads(graph_file(plan, "graph.json")), edges="edges")
    assert isinstance(read, nx.MultiDiGraph)
    assert parts(read, joined=False) == parts(build(plan), joined=False)


def test_networkx_reads_the_graphml_back(plan):
    read = nx.parse_graphml(graph_file(plan, "graph.graphml"), force_multigraph=True)
    assert isinstance(read, nx.MultiDiGraph)
    assert parts(read) == parts(build(plan))


def test_networkx_reads_the_gexf_back(plan):
    """GEXF adds a label for programs that draw; the key of an edge is its id."""
    read = nx.read_gexf(io.BytesIO(graph_file(plan, "graph.gexf").encode()))
    nodes, edges = parts(build(plan))
    assert parts(read) == (
        {node: said | {"label": said["label_en"]} for node, said in nodes.items()},
        {edge: said | {"id": edge[2]} for edge, said in edges.items()},
    )


def test_igraph_reads_the_graphml_back(plan, tmp_path):
    """A program that did not write it; it gives an attribute that some have to all, empty."""
    file = tmp_path / "graph.graphml"
    file.write_text(graph_file(plan, "graph.graphml"), "utf-8")
    read = igraph.Graph.Read_GraphML(str(file))

    def said(element) -> dict:
        return {name: value for name, value in element.attributes().items() if name != "id" and value not in ("", None)}

    nodes, edges = parts(build(plan))
    ids = read.vs["id"]
    assert read.is_directed()
    flags = {name for data in nodes.values() for name, value in data.items() if value is True}
    assert {node["id"]: {name: value for name, value in said(node).items() if value is not False} for node in read.vs} == {
        node: {name: value for name, value in data.items() if value not in ("", False)} for node, data in nodes.items()
    }
    assert all(isinstance(node[name], bool) for node in read.vs for name in flags)
    # The ids of edges it does not keep.
    found = [(ids[edge.source], ids[edge.target], said(edge)) for edge in read.es]
    assert found == [(u, v, {name: value for name, value in data.items() if value != ""}) for (u, v, _), data in edges.items()]


@pytest.mark.parametrize("name", ["graph.graphml", "graph.gexf"])
def test_a_truth_is_written_as_xml_wants_it_and_nothing_is_left_of_a_package(name, plan):
    text = graph_file(plan, name)
    assert not re.search(r">(True|False)<|value=\"(True|False)\"|networkx|NetworkX|name=\"\"", text)
    assert re.search(r">true<|value=\"true\"", text)


def test_no_package_writes_a_file():
    """What it writes would change with its version."""
    written = "".join(file.read_text("utf-8") for file in (ROOT / "macros/export").glob("*.py"))
    assert not re.search(r"nx\.(generate|write|node_link_data|readwrite)", written)


GEXF = {
    # Element -> its attributes and elements, as the schema of GEXF 1.2 has them (those that we use), and the attributes that it must have.
    "gexf": ({"version", "schemaLocation"}, {"graph"}, {"version"}),
    "graph": ({"defaultedgetype", "mode"}, {"attributes", "nodes", "edges"}, set()),
    "attributes": ({"class", "mode"}, {"attribute"}, {"class"}),
    "attribute": ({"id", "title", "type"}, set(), {"id", "title", "type"}),
    "nodes": (set(), {"node"}, set()),
    "edges": (set(), {"edge"}, set()),
    "node": ({"id", "label"}, {"attvalues"}, {"id"}),
    "edge": ({"id", "source", "target"}, {"attvalues"}, {"id", "source", "target"}),
    "attvalues": (set(), {"attvalue"}, set()),
    "attvalue": ({"for", "value"}, set(), {"for", "value"}),
}


def test_the_gexf_keeps_to_its_schema(plan):
    root = ElementTree.fromstring(graph_file(plan, "graph.gexf"))
    for element in root.iter():
        attributes, inside, required = GEXF[element.tag.rpartition("}")[2]]
        assert required <= {name.rpartition("}")[2] for name in element.attrib} <= attributes
        assert {child.tag.rpartition("}")[2] for child in element} <= inside
    ids = [element.get("id") for element in root.iter() if element.tag.endswith(("}node", "}edge"))]
    assert len(ids) == len(set(ids))


def graphviz(*command: str, text: str) -> str:
    """What a program of Graphviz says of a graph; on Debian they are in the package graphviz."""
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def unescaped(text: str) -> str:
    """A text as Graphviz shows it in a label."""
    return re.sub(r"\\(.)", r"\1", text)


def test_graphviz_reads_the_dot_back(plan):
    """Graphviz gives an attribute that some have to all, empty; apart from that nothing comes and nothing goes."""

    def full(data: dict) -> dict:
        return {name: str(value).lower() if isinstance(value, bool) else value for name, value in data.items() if value != ""}

    read = json.loads(graphviz("dot", "-Tdot_json", text=graph_file(plan, "graph.dot")))
    own = {"_gvid", "name", "tail", "head", "label", "id"}
    names = {node["_gvid"]: node["name"] for node in read["objects"]}
    found = {node["name"]: {k: unescaped(v) for k, v in node.items() if k not in own and v != ""} for node in read["objects"]}
    edges = {
        (names[edge["tail"]], names[edge["head"]], edge["id"]): {k: unescaped(v) for k, v in edge.items() if k not in own and v != ""}
        for edge in read["edges"]
    }
    nodes, wanted = parts(build(plan))
    assert found == {node: full(said) for node, said in nodes.items()}
    assert edges == {edge: full(said) for edge, said in wanted.items()}
    assert {n["name"]: unescaped(n["label"]).replace("&amp;", "&") for n in read["objects"]} == {n: said["label_en"] for n, said in nodes.items()}


def test_graphviz_shows_the_english_labels(plan):
    """Signs that Graphviz reads as its own (`&lt;`, a backslash) are shown as they stand in the data."""
    drawn = ElementTree.fromstring(graphviz("dot", "-Tsvg", text=graph_file(plan, "graph.dot")))
    nodes = drawn.iterfind(".//{*}g[@class='node']")
    shown = {node.findtext("{*}title"): node.findtext("{*}text").replace("\u00a0", " ") for node in nodes}
    assert shown == dict(build(plan).nodes(data="label_en"))


def test_a_graph_with_a_line_end_in_a_label_is_read_back():
    graph = nx.MultiDiGraph()
    graph.add_node("actor:a", label_en="one\ntwo", weakness=True)
    (node,) = json.loads(graphviz("dot", "-Tdot_json", text=dot(graph)))["objects"]
    assert (unescaped(node["label_en"]), node["weakness"]) == ("one\ntwo", "true")


def test_every_edge_is_a_row(plan):
    graph = build(plan)
    rows = list(csv.DictReader(io.StringIO(exports(plan)["edges.csv"], newline=""), strict=True))
    assert [(row["source"], row["relation"], row["target"]) for row in rows] == [(u, said["relation"], v) for u, v, said in graph.edges(data=True)]
    for row, (u, v, said) in zip(rows, graph.edges(data=True), strict=True):
        labels = {f"{end}_label_{code}": graph.nodes[node][f"label_{code}"] for end, node in (("source", u), ("target", v)) for code in ("en", "fr")}
        wanted = {"source": u, "target": v} | labels | said
        assert {name: text for name, text in row.items() if text} == {name: cell(value) for name, value in wanted.items() if value}


def test_no_formula_reaches_the_edges(project, edit):
    edit("actors.yaml", "fr: École des moulins", "fr: '=1+1'")
    assert ",=1+1," not in (text := exports(load(project))["edges.csv"])
    assert ",'=1+1," in text


@pytest.mark.parametrize("root", [FROZEN, TINY], ids=["frozen", "tiny"])
def test_the_same_data_give_the_same_bytes_in_another_process_on_another_day(root):
    """Another seed of hashes, and a clock that stands in 2030."""
    program = """
import hashlib, sys, time
from pathlib import Path
time.strftime = lambda *_: "2030-01-01"
from macros.export import exports
from macros.reading.load import load
files = exports(load(Path(sys.argv[1])))
print(*[hashlib.sha256(files[name].encode()).hexdigest() for name in sys.argv[2:]])
"""
    here = exports(load(root))
    words = [sys.executable, "-c", program, root, *NAMES]
    done = subprocess.run(words, cwd=ROOT, env={"PYTHONHASHSEED": "1"}, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [hashlib.sha256(here[name].encode()).hexdigest() for name in NAMES]


def test_the_files_say_no_day_and_stay_small():
    files = exports(PLAN)
    assert [name for name in NAMES if "lastmodified" in files[name]] == []
    assert max(len(files[name].encode()) for name in NAMES) < 1_000_000


def test_every_file_is_written_and_offered(tiny, tmp_path):
    write_exports(tiny, WORDS.values(), tmp_path)
    for name in NAMES:
        assert (tmp_path / name).read_text("utf-8") == exports(tiny)[name]
        assert name in offered("fr").values()


def snippet(language: str) -> tuple[str, str]:
    """The program of the Data page, and what the page says that it prints."""
    page = (ROOT / f"docs/{language}/data/index.md").read_text("utf-8")
    ((program, printed),) = re.findall(r"``` { .python[^\n]*\n(.*?)```.*?```text\n(.*?)```", page, re.DOTALL)
    return program, printed


@pytest.fixture
def run(tmp_path) -> Callable[[str], str]:
    """Run a program beside the exported files."""
    write_exports(PLAN, WORDS.values(), tmp_path)
    return lambda program: (
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", program], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True
        ).stdout
    )


def test_the_program_on_the_data_page_prints_what_the_page_says(run):
    program, printed = snippet("en")
    assert run(program) == printed
    assert "Eurojust" in printed


def test_the_program_is_the_same_on_both_pages():
    assert snippet("en") == snippet("fr")


def test_the_program_finds_the_body_of_an_organ(run):
    program, _ = snippet("en")
    said = run(program.replace("objective:2.5.4", "objective:2.5.2"))
    assert [line.split(" | ")[1] for line in said.splitlines()] == ["European Police College"] * 2
