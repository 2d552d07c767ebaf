"""A picture as a file of its own: with its colours, its heading and key, and what it says of itself; without links, for it may lie anywhere."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.drawing.charts.drawing import LETTER, LINE, element, lines, text

EDGE = 24  # white around everything
KEY_LINE = 24  # height of the key
SMALL = 12  # letters of what is said of the picture
SVG = "http://www.w3.org/2000/svg"
SPACES = {
    "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "xmlns:cc": "http://creativecommons.org/ns#", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}  # fmt: skip
_RULE = re.compile(r"(?m)^\.chart \.([\w-]+) \{ (.+) \}$")
_TOKEN = re.compile(r"--([\w-]+): (#\w+);")

Ink = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Work:
    """What a file says of itself: its title and what it shows, its language, its day, who made it, the address of its licence and of its page."""

    title: str
    description: str
    language: str
    date: str
    creator: str
    licence: str
    address: str


def ink(tokens: str, styles: str) -> dict[str, dict[str, str]]:
    """Class -> its properties, as the style sheet of pictures gives them, in the colours of paper: the first that the tokens name.

    The empty class has the colours themselves.
    """
    colours = {name: colour for name, colour in reversed(_TOKEN.findall(tokens))}
    rules = {name: re.sub(r"var\(--([\w-]+)\)", lambda token: colours[token[1]], values) for name, values in _RULE.findall(styles)}
    return {"": colours} | {name: dict(re.findall(r"([\w-]+): ([^;]+);", values)) for name, values in rules.items()}


def standalone(drawn: Markup, key: Sequence[tuple[Markup, str]], foot: Iterable[str], work: Work, ink: Ink) -> str:
    """The file of a picture with its title above it, its key (a sample and its meaning each) and, below it, lines of a foot."""
    inside = ET.fromstring(drawn)
    (width, height), colours = map(float, inside.get("viewBox", "").split()[2:]), ink[""]
    said, below = (_rows(texts, width) for texts in ([work.description], foot))
    top = EDGE + 42.0 + LINE * len(said)
    bottom = top + KEY_LINE + 16 + height
    small = {"font_size": SMALL, "fill": colours["quiet"]}
    page = element(
        "svg", element("title", work.title), element("desc", work.description), _metadata(work),
        element("rect", x=-EDGE, width="100%", height="100%", fill=colours["paper"]),
        text(0, EDGE + 10, [work.title], font_size=20, font_weight=600), text(0, EDGE + 38, said, **small),
        element("g", *_key(key, width, ink), transform=f"translate(0 {top:.0f})"),
        element("g", *(_plain(child, ink) for child in inside if child.tag not in ("title", "desc")), transform=f"translate(0 {top + KEY_LINE:.0f})"),
        text(0, bottom, below, **small),
        viewBox=f"{-EDGE} 0 {width + 2 * EDGE:.0f} {bottom + LINE * len(below) + EDGE:.0f}", fill=colours["ink"], stroke_width=1.5,
        font_family="Arial, Helvetica, sans-serif", font_size=LETTER, role="img", **{"xmlns": SVG, "xml:lang": work.language},
    )  # fmt: skip
    return f'<?xml version="1.0" encoding="utf-8"?>\n{page}\n'


def _rows(texts: Iterable[str], width: float) -> list[str]:
    return [row.rstrip(" ") for one in texts for row in lines(one, width, SMALL)]


def _key(key: Sequence[tuple[Markup, str]], width: float, ink: Ink) -> Iterable[Markup]:
    for place, (sample, meaning) in enumerate(key):
        across = place * width / len(key)
        yield element("g", _plain(ET.fromstring(sample), ink), text(50, 6, [meaning]), transform=f"translate({across:.0f} 0)")


def _plain(drawn: ET.Element, ink: Ink) -> Markup:
    """An element without links and without what a page does with it; what its classes say stands at each element."""
    for one in drawn.iter():
        one.tag = "g" if one.tag == "a" else one.tag
        for name in one.get("class", "").split():
            one.attrib |= ink.get(name, {})
        for name in [name for name in one.attrib if name in ("href", "class") or name.startswith(("data-", "aria-"))]:
            del one.attrib[name]
    return Markup(ET.tostring(drawn, encoding="unicode"))


def _metadata(work: Work) -> Markup:
    """Title, day, maker, language, page and licence, as programs for drawing read and show them."""
    said = {"dc:title": work.title, "dc:date": work.date, "dc:creator": work.creator, "dc:language": work.language, "dc:source": work.address}
    inside = [element(name, value) for name, value in said.items() if value]
    licence = element("cc:license", **{"rdf:resource": work.licence}) if work.licence else None
    return element("metadata", element("rdf:RDF", element("cc:Work", *inside, licence, **{"rdf:about": ""}), **SPACES))
