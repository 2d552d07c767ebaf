"""The picture of who acts on what, also at its limits."""

import re
import xml.etree.ElementTree as ET

import pytest
from support.frozen import PLAN, WORDS

from macros.drawing.charts.drawing import DESK_PX, PHONE_PX, text_width
from macros.drawing.charts.network import Caption, Edge, Node, network
from macros.drawing.network_picture import NetworkPicture
from macros.wording.labels import Labels

PAIRS = NetworkPicture(Labels(PLAN, WORDS["en"])).pairs

LONG = "Create real links between Member States and the organisations that provide support and reintegration, and then strengthen them"


def actor(number, label="Actor", short=None):
    return Node(f"actor:a{number}", label, short or label, "#", "agency")


def objective(id, label="Title"):
    return Node(f"objective:{id}", f"{id} {label}", id, "#", id[:3])


def link(a, o, role="responsible", tone=None):
    return Edge(a.id, o.id, role, tone, ("done", "announced"), f"{a.label} – {o.label}")


AREAS = {"2.1": ("2.1 First area", "first"), "2.2": ("2.2 Second area", "second")}
CAPTION = Caption("Who acts on what", "Lines lead from actors to objectives.", AREAS)
MANY = [actor(n, f"Actor number {n}") for n in range(60)]
ONE = objective("2.1.1")
CASES = {
    "nothing": ([], [], []),
    "one actor": ([actor(1)], [ONE], [link(actor(1), ONE)]),
    "an objective alone": ([], [ONE], []),
    "long title": ([actor(1, LONG)], [objective("2.1.1", LONG)], [link(actor(1, LONG), objective("2.1.1", LONG))]),
    "right to left": ([actor(1, "المنظمة الدولية للهجرة")], [ONE], [link(actor(1, "المنظمة الدولية للهجرة"), ONE)]),
    "sixty actors": (MANY, [ONE], [link(a, ONE) for a in MANY]),
    "hostile text": ([actor(1, '"><script>alert(1)</script>')], [ONE], [link(actor(1, '"><script>alert(1)</script>'), ONE)]),
}


def nodes(root):
    """The links that are nodes; the others are headings."""
    return [a for a in root.iter("a") if a.get("data-node")]


def labels(root):
    """Each label: its box as the drawing rules measure it (left, top, right, bottom)."""
    for label in root.iter("text"):
        rows = [label.text or "", *("".join(span.itertext()) for span in label if span.get("class") != "blank")]
        width, x, y = max(map(text_width, rows)), float(label.get("x")), float(label.get("y"))
        left = x - width if label.get("text-anchor") == "end" else x
        yield left, y - 8, left + width, y + 17 * (len(rows) - 1) + 8


@pytest.mark.parametrize("width", [DESK_PX, PHONE_PX])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_labels_stay_inside_and_apart(case, width):
    root = ET.fromstring(network(*case, CAPTION, width))
    found = sorted(labels(root))
    height = float(root.get("viewBox").split()[3])
    assert all(left >= 0 and right <= width and top >= 0 and bottom <= height for left, top, right, bottom in found)
    for place, (left, top, right, bottom) in enumerate(found):
        for other in found[place + 1 :]:
            assert other[0] >= right or other[2] <= left or other[1] >= bottom or other[3] <= top


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_node_and_line_is_drawn(case):
    actors, objectives, links = case
    root = ET.fromstring(network(*case, CAPTION))
    assert sorted(a.get("data-node") for a in nodes(root)) == sorted(node.id for node in [*actors, *objectives])
    assert sorted((p.get("data-from"), p.get("data-to")) for p in root.iter("path")) == sorted((one.actor, one.objective) for one in links)


def test_a_line_begins_and_ends_at_its_dots():
    first, second = actor(1), objective("2.2.1")
    root = ET.fromstring(network([first], [ONE, second], [link(first, second)], CAPTION))
    dots = {a.get("data-node"): (float(a.find("circle").get("cx")), float(a.find("circle").get("cy"))) for a in nodes(root)}
    numbers = [float(number) for number in re.findall(r"[\d.]+", root.find(".//path").get("d"))]
    assert numbers[:2] == pytest.approx(dots[first.id], abs=0.6)
    assert numbers[-2:] == pytest.approx(dots[second.id], abs=0.6)


def test_a_lone_objective_stands_in_the_middle_below_its_heading():
    root = ET.fromstring(network(MANY, [ONE], CASES["sixty actors"][2], CAPTION))
    ys = {"".join(text.itertext()): float(text.get("y")) for text in root.iter("text")}
    assert ys["2.1.1 Title"] == pytest.approx((ys["Actor number 0"] + ys["Actor number 59"]) / 2, abs=20)
    assert ys["2.1.1 Title"] - ys["2.1 First area"] < 30


def test_the_shorter_column_is_as_high_as_the_longer():
    root = ET.fromstring(network(MANY, [ONE, objective("2.1.2"), objective("2.2.1")], [], CAPTION))
    ys = {"".join(text.itertext()): float(text.get("y")) for text in root.iter("text")}
    assert ys["2.2.1 Title"] == pytest.approx(max(ys[node.label] for node in MANY), abs=1)
    assert ys["2.1.2 Title"] < ys["2.2 Second area"] < ys["2.2.1 Title"]
    assert ys["2.2.1 Title"] - ys["2.2 Second area"] < 30


def test_each_role_of_a_pair_is_a_line_of_its_own_and_the_strongest_is_on_top():
    strongest_first = [("responsible", "strong"), ("contributor", "medium"), ("mentioned", None)]
    pair = [link(actor(1), ONE, role, tone) for role, tone in strongest_first]
    drawn = list(ET.fromstring(network([actor(1)], [ONE], pair, CAPTION)).iter("path"))
    assert [line.get("class") for line in drawn] == ["edge", "edge edge--medium", "edge edge--strong"]
    assert [line.get("data-role") for line in drawn] == ["mentioned", "contributor", "responsible"]
    assert [line.get("data-state") for line in drawn] == ["done announced"] * 3
    assert len({line.get("d") for line in drawn}) == 3


def test_the_heading_of_an_area_leads_to_it():
    root = ET.fromstring(network([], [ONE, objective("2.2.1")], [], CAPTION))
    assert [a.get("href") for a in root.iter("a") if a not in nodes(root)] == ["first", "second"]


def test_a_line_says_in_words_what_it_is():
    root = ET.fromstring(network([actor(1)], [ONE], [link(actor(1), ONE)], CAPTION))
    assert root.find(".//path/title").text == "Actor – 2.1.1 Title"


def test_a_phone_shows_short_labels_and_no_headings():
    node = actor(1, "European Police Office", "Europol")
    texts = {"".join(t.itertext()) for t in ET.fromstring(network([node], [ONE], [], CAPTION, PHONE_PX)).iter("text")}
    assert texts == {"Europol", "2.1.1"}


def test_the_same_data_gives_the_same_bytes():
    assert network(*CASES["sixty actors"], CAPTION) == network(*CASES["sixty actors"], CAPTION)


def test_the_lines_are_those_of_the_graph():
    drawn = {(pair.actor, pair.objective, role, action.id) for pair in PAIRS.values() for role, actions in pair.roles.items() for action in actions}
    told = {(part.actor, action.objective_id, part.role, action.id) for action in PLAN.actions.values() for part in action.actors}
    assert drawn == told
