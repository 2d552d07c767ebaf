"""A bar of counts: how many of a whole are in each state."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.drawing.charts.drawing import element, picture, text, text_width, toned

HEIGHT = 24


@dataclass(frozen=True)
class Share:
    """One part of the bar: the tone and the sign of the state, how many, and that in words."""

    tone: str | None
    sign: str
    number: int
    says: str


def bar(key: str, shares: Sequence[Share], title: str, description: str, width: float) -> Markup:
    """The bar, each part exactly as long as its share. A part that has no room for sign and number leaves them to the words beside it."""
    whole = sum(share.number for share in shares)
    drawn, x = [], 0.0
    for share in shares:
        length = width * share.number / whole if share.number else 0.0
        if share.number:
            drawn.append(_part(share, x, length))
        x += length
    return picture(key, width, HEIGHT, title, description, *drawn, class_="bar")


def _part(share: Share, x: float, length: float) -> Markup:
    label = f"{share.sign} {share.number}".strip()
    fits = text_width(label) <= length - 6
    return element(
        "g", element("title", share.says), element("rect", x=x + 1, y=1.0, width=max(1.0, length - 2), height=HEIGHT - 2.0),
        text(x + length / 2, HEIGHT / 2, [label], text_anchor="middle") if fits else None, class_=toned("share", share.tone),
    )  # fmt: skip
