"""The picture of who acts on what: actors on the left, objectives by area on the right, a line for each role of a pair."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from macros.drawing.charts.drawing import DESK_PX, LINE, element, lines, picture, text, toned
from macros.drawing.charts.layers import ordered

ROW = 26  # least height of a node: large enough for a finger
GAP = 10  # between a dot and its label
PARALLEL_DISTANCE = 12  # between the lines of a pair that has several roles


@dataclass(frozen=True)
class Node:
    """A node: typed id, its label, what is left of that on a phone, where it leads, its group (kind of actor, or area)."""

    id: str
    label: str
    short: str
    href: str
    group: str


@dataclass(frozen=True)
class Edge:
    """A line between an actor and an objective: a role of the actor and its tone, the states of the actions, and all that in words."""

    actor: str
    objective: str
    role: str
    tone: str | None
    states: Sequence[str]
    says: str


@dataclass(frozen=True)
class Caption:
    """What the picture tells: its title and description, and the heading of each group on the right with where it leads."""

    title: str
    description: str
    groups: dict[str, tuple[str, str]]


@dataclass(frozen=True)
class _Row:
    node: Node | None
    href: str
    rows: Sequence[str]
    y: float


def network(actors: Iterable[Node], objectives: Sequence[Node], edges: Sequence[Edge], caption: Caption, width: float = DESK_PX) -> Markup:
    """The picture. Objectives keep their order, by which readers look for them; actors stand where lines cross least.

    Edges come from the strongest to the weakest: the strong are drawn on top, and run straightest.
    """
    by_id = {node.id: node for node in actors}
    order = ordered(tuple(by_id), tuple(node.id for node in objectives), tuple(dict.fromkeys((edge.actor, edge.objective) for edge in edges)))
    narrow = width < DESK_PX
    left, right = (width * 0.52, width * 0.84) if narrow else (width * 0.33, width * 0.62)
    rows = _spread(
        _column([_cell(by_id[id], narrow, left - 2 * GAP) for id in order]),
        _column(list(_grouped(objectives, {} if narrow else caption.groups, width - right - GAP))),
    )
    height = max((row.y + LINE * len(row.rows) for column in rows for row in column), default=0) + ROW
    places = {row.node.id: row.y for column in rows for row in column if row.node}
    groups = {node.id: node.group for node in [*by_id.values(), *objectives]}
    return picture(
        f"network-{width:.0f}", width, height, caption.title, caption.description,
        element(
            "g", *(_line(edge, (left, places[edge.actor]), (right, places[edge.objective]), away, groups) for edge, away in _ranked(edges)),
            class_="edges",
        ),
        *(_node(row, left, -GAP, "end") for row in rows[0]),
        *(_node(row, right, GAP, "start") for row in rows[1]),
        links=True, class_=f"network chart--{'narrow' if narrow else 'wide'}",
    )  # fmt: skip


def _grouped(nodes: Sequence[Node], names: dict[str, tuple[str, str]], room: float) -> Iterable[_Row]:
    for group, members in groupby(nodes, key=lambda node: node.group):
        if group in names:
            name, href = names[group]
            yield _Row(None, href, lines(name, room), 0)
        yield from (_cell(node, not names, room) for node in members)


def _cell(node: Node, narrow: bool, room: float) -> _Row:
    return _Row(node, node.href, lines(node.short if narrow else node.label, room), 0)


def _column(cells: list[_Row]) -> list[_Row]:
    """Cells below each other, none touching the next."""
    y = 0.0
    found: list[_Row] = []
    for cell in cells:
        height = max(ROW, LINE * len(cell.rows) + 9)
        y += 0 if cell.node or not found else ROW / 2
        found.append(replace(cell, y=y + (height - LINE * (len(cell.rows) - 1)) / 2))
        y += height
    return found


def _spread(*columns: list[_Row]) -> list[list[_Row]]:
    """The shorter column stretched to the height of the longer."""
    ends = [column[-1].y if column else 0.0 for column in columns]
    return [_stretched(column, max(ends) - end) for column, end in zip(columns, ends, strict=True)]


def _stretched(column: list[_Row], slack: float) -> list[_Row]:
    """The nodes of a column moved apart; a heading stays above its first node, and a lone node stands in the middle."""
    nodes, before, found = sum(row.node is not None for row in column), 0, []
    for row in column:
        found.append(replace(row, y=row.y + slack * (before / (nodes - 1) if nodes > 1 else 0.5)))
        before += row.node is not None
    return found


def _ranked(edges: Sequence[Edge]) -> list[tuple[Edge, int]]:
    """Each line, and how far from the strongest of its pair it runs; strong lines are drawn last, on top of the weak."""
    found: list[tuple[Edge, int]] = []
    before = Counter[tuple[str, str]]()
    for edge in edges:
        found.append((edge, PARALLEL_DISTANCE * before[edge.actor, edge.objective]))
        before[edge.actor, edge.objective] += 1
    return found[::-1]


def _line(edge: Edge, start: tuple[float, float], end: tuple[float, float], away: float, groups: dict[str, str]) -> Markup:
    """A line with its middle that much to the right of the straight way, and below it where it rises."""
    (left, from_y), (right, to_y) = start, end
    bend, down = (left + right) / 2 + away, away if to_y <= from_y else -away
    return element(
        "path", element("title", edge.says), class_=toned("edge", edge.tone),
        d=f"M{left:.0f} {from_y:.0f}C{bend:.0f} {from_y + down:.0f} {bend:.0f} {to_y + down:.0f} {right:.0f} {to_y:.0f}",
        data_from=edge.actor, data_to=edge.objective, data_kind=groups[edge.actor], data_area=groups[edge.objective],
        data_role=edge.role, data_state=" ".join(edge.states),
    )  # fmt: skip


def _node(row: _Row, x: float, gap: float, anchor: str) -> Markup:
    if row.node is None:
        return element("a", text(x + gap, row.y, row.rows, class_="strong", text_anchor=anchor), href=row.href)
    # Of what is shown by its acronym, the name begins with that.
    node, seen = row.node, "".join(row.rows)
    name = node.label if node.label.startswith(seen) else f"{seen}, {node.label}"
    return element(
        "a", element("circle", cx=x, cy=row.y, r=4), text(x + gap, row.y, row.rows, text_anchor=anchor),
        href=row.href, aria_label=name, class_="node", data_node=node.id, data_group=node.group,
    )  # fmt: skip
