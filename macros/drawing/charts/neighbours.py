"""The picture of what is one step away from a record: a trunk, and a branch to each neighbour."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.drawing.charts.drawing import LINE, PHONE_PX, element, lines, picture, text, toned

INDENT = 46  # where labels begin
TRUNK = 9
BEND = 12


@dataclass(frozen=True)
class Neighbour:
    """A neighbour: its label, where it leads, and the tone of the line to it."""

    label: str
    href: str
    tone: str | None = None


def neighbours(key: str, label: str, groups: Sequence[tuple[str, Sequence[Neighbour]]], title: str, description: str) -> Markup:
    """The picture; `label` is the record's own, each group has a heading and its neighbours. As wide as a phone's column."""
    own = lines(label, PHONE_PX - 2 * TRUNK - 8)
    y = LINE * len(own) + 6.0
    last, drawn = 0.0, []
    for heading, neighbours in groups:
        rows = lines(heading, PHONE_PX - INDENT)
        drawn.append(text(INDENT, y + LINE / 2 + 8, rows, class_="quiet"))
        y += LINE * len(rows) + 12
        for neighbour in neighbours:
            rows = lines(neighbour.label, PHONE_PX - INDENT)
            last = y + 13
            drawn.append(_branch(neighbour, rows, last))
            y += max(26, LINE * len(rows) + 9)
    trunk = element("path", d=f"M{TRUNK} 11V{max(11, last - BEND):.0f}", class_="edge")
    head = element("circle", cx=float(TRUNK), cy=11.0, r=6), text(TRUNK + 14, 11, own, class_="strong")
    return picture(key, PHONE_PX, y + 4, title, description, trunk, *drawn, *head, links=True, class_="near")


def _branch(neighbour: Neighbour, rows: Sequence[str], y: float) -> Markup:
    """The line from the trunk to a neighbour, its dot and its label."""
    line = element("path", d=f"M{TRUNK} {y - BEND:.0f}q0 {BEND} {BEND} {BEND}H{INDENT - 10}", class_=toned("edge", neighbour.tone))
    dot = element("circle", cx=INDENT - 10.0, cy=y, r=4)
    return element("a", line, dot, text(INDENT, y, rows), href=neighbour.href)
