"""The picture of who acts on what: actors on the left, objectives by area on the right, a line for each pair."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros.charts.drawing import LINE, WIDE, element, lines, picture, text
from macros.charts.layers import ordered

# From the strongest line to the weakest; a pair with several roles is drawn as the strongest.
ROLES = ("responsible", "contributor", "consulted", "beneficiary", "mentioned")
ROW = 26  # least height of a node: large enough for a finger
GAP = 10  # between a dot and its label


@dataclass(frozen=True)
class Node:
    """A node: typed id, its label, what is left of that on a phone, where it leads, its group (kind of actor, or area)."""

    id: str
    label: str
    short: str
    href: str
    group: str


@dataclass(frozen=True)
class Link:
    """An actor and an objective: the actor's roles, the states of the actions, and all that in words."""

    actor: str
    objective: str
    roles: Sequence[str]
    states: Sequence[str]
    says: str

    @property
    def role(self) -> str:
        """The strongest role."""
        return next(role for role in ROLES if role in self.roles)


@dataclass(frozen=True)
class Words:
    """What the picture tells: its title and description, and the heading of each group on the right."""

    title: str
    description: str
    groups: dict[str, str]


@dataclass(frozen=True)
class _Row:
    node: Node | None
    rows: Sequence[str]
    y: float


def network(actors: Iterable[Node], objectives: Sequence[Node], links: Sequence[Link], words: Words, width: float = WIDE) -> Markup:
    """The picture. Objectives keep their order, by which readers look for them; actors stand where lines cross least."""
    by_id = {node.id: node for node in actors}
    order = ordered(list(by_id), [node.id for node in objectives], [(link.actor, link.objective) for link in links])
    narrow = width < WIDE
    left, right = (width * 0.52, width * 0.84) if narrow else (width * 0.33, width * 0.62)
    rows = _spread(
        _column([_cell(by_id[id], narrow, left - 2 * GAP) for id in order]),
        _column(list(_grouped(objectives, {} if narrow else words.groups, width - right - GAP))),
    )
    height = max((row.y + LINE * len(row.rows) for column in rows for row in column), default=0) + ROW
    places = {row.node.id: row.y for column in rows for row in column if row.node}
    groups = {node.id: node.group for node in [*by_id.values(), *objectives]}
    # Strong lines are drawn last, on top of the weak.
    drawn = sorted(links, key=lambda link: -ROLES.index(link.role))
    return picture(
        f"network-{width:.0f}", width, height, words.title, words.description,
        element("g", *(_line(link, left, places[link.actor], right, places[link.objective], groups) for link in drawn), class_="edges"),
        *(_node(row, left, -GAP, "end") for row in rows[0]),
        *(_node(row, right, GAP, "start") for row in rows[1]),
        links=True, class_=f"network chart--{'narrow' if narrow else 'wide'}",
    )  # fmt: skip


def _grouped(nodes: Sequence[Node], names: dict[str, str], room: float) -> Iterable[tuple[Node | None, Sequence[str]]]:
    for group, members in groupby(nodes, key=lambda node: node.group):
        if group in names:
            yield None, lines(names[group], room)
        yield from (_cell(node, not names, room) for node in members)


def _cell(node: Node, narrow: bool, room: float) -> tuple[Node, Sequence[str]]:
    return node, lines(node.short if narrow else node.label, room)


def _column(cells: list[tuple[Node | None, Sequence[str]]]) -> list[_Row]:
    """Cells below each other, none touching the next."""
    y, found = 0.0, []
    for node, rows in cells:
        height = max(ROW, LINE * len(rows) + 9)
        y += 0 if node or not found else ROW / 2
        found.append(_Row(node, rows, y + (height - LINE * (len(rows) - 1)) / 2))
        y += height
    return found


def _spread(*columns: list[_Row]) -> list[list[_Row]]:
    """The shorter column stretched to the height of the longer."""
    ends = [column[-1].y if column else 0.0 for column in columns]
    return [
        [_Row(row.node, row.rows, row.y * max(ends) / end if end else row.y) for row in column] for column, end in zip(columns, ends, strict=True)
    ]


def _line(link: Link, left: float, from_y: float, right: float, to_y: float, groups: dict[str, str]) -> Markup:
    bend = (right - left) / 2
    return element(
        "path", element("title", link.says), class_=f"edge edge--{link.role}",
        d=f"M{left:.0f} {from_y:.0f}C{left + bend:.0f} {from_y:.0f} {right - bend:.0f} {to_y:.0f} {right:.0f} {to_y:.0f}",
        data_from=link.actor, data_to=link.objective, data_kind=groups[link.actor], data_area=groups[link.objective],
        data_role=" ".join(link.roles), data_state=" ".join(link.states),
    )  # fmt: skip


def _node(row: _Row, x: float, gap: float, anchor: str) -> Markup:
    if row.node is None:
        return text(x + gap, row.y, row.rows, class_="strong", text_anchor=anchor)
    return element(
        "a", element("circle", cx=x, cy=row.y, r=4), text(x + gap, row.y, row.rows, text_anchor=anchor),
        href=row.node.href, aria_label=row.node.label, class_="node", data_node=row.node.id, data_group=row.node.group,
    )  # fmt: skip
