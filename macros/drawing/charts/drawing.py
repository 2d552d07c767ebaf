"""The rules of every picture: how elements are written, how wide text is, what a picture tells those who do not see it.

Lengths are in CSS pixels at the usual size of text, and the whole grows with that. Colours, line styles and letters stand in the style sheet as
classes, so that one palette serves light, dark and paper.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any
from unicodedata import east_asian_width

from markupsafe import Markup, escape

LETTER = 13  # size of letters; nothing is smaller than 12
LINE = 17  # from one line of text to the next
DESK_PX, PHONE_PX = 672, 328  # the column of text on a desk and on A4, and on a phone of 360
ROOT_PX = 20  # the letters of the theme to which all of a page is in proportion (1rem)
MAX_MARKS = 1000  # more lines or dates are left to the files: nobody reads them, and every reader would load them

# Widths of letters in hundredths of their size, those of the widest common sans-serif face: text drawn in a narrower one fits too.
_THIN = dict.fromkeys("ijl.,;:'’|!()[]{}·/\\ -ftrI", 42)
_BROAD = dict.fromkeys("mwMW@%—…", 100) | dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZÀÂÇÉÈÊËÎÏÔÙÛÜ&", 76)


def element(name: str, *inside: Any, **attributes: Any) -> Markup:
    """An SVG element. Text is escaped, None is left out; `class_` and `data_id` are written class and data-id."""
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(_short(value))}"' for key, value in attributes.items() if value is not None)
    content = "".join(escape(item) for item in inside if item is not None)
    return Markup(f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>")


def _short(value: Any) -> Any:
    """A length with one decimal at most: finer is not seen, and every machine writes the same."""
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0") if isinstance(value, float) else value


def picture(key: str, width: float, height: float, title: str, description: str, *inside: Any, links: bool = False, **attributes: Any) -> Markup:
    """A whole picture. `key` makes its ids unique on the page; one that holds links is a group, any other an image."""
    heads = element("title", title, id=f"{key}-title"), element("desc", description, id=f"{key}-desc")
    kind = attributes.pop("class_", "")
    return element(
        "svg", *heads, *inside, class_=f"chart {kind}".strip(), viewBox=f"0 0 {_short(float(width))} {_short(float(height))}",
        width=f"{_short(width / ROOT_PX)}rem", role="group" if links else "img",
        aria_labelledby=f"{key}-title", aria_describedby=f"{key}-desc", **attributes,
    )  # fmt: skip


def toned(name: str, tone: str | None) -> str:
    """The class of an element that has the tone of a word; one without a tone is plain."""
    return f"{name} {name}--{tone}" if tone else name


@cache
def text_width(text: str, size: float = LETTER) -> float:
    """The room that a text needs at most."""
    return sum(_THIN.get(c) or _BROAD.get(c) or (105 if east_asian_width(c) in "WF" else 64) for c in text) * size / 100


@cache
def lines(text: str, width: float, size: float = LETTER) -> tuple[str, ...]:
    """A text in lines that fit a width; a word too long for a line is broken, a no-break space is kept, nothing is left out.

    A line that ends between two words ends with the blank there, so that together they are the text.
    """
    found: list[str] = []
    used = width
    for word in (piece for whole in re.split("[ \t\n]+", text.strip()) for piece in _pieces(f"{whole} ", width, size)):
        needed = text_width(word.rstrip(" "), size)
        if not found or used + needed > width:
            found.append("")
            used = 0.0
        used += text_width(word, size)
        found[-1] += word
    return (*found[:-1], found[-1].rstrip(" "))


def _pieces(word: str, width: float, size: float) -> Iterator[str]:
    """A word with the blank after it, in pieces where it is too long for a line."""
    start = 0
    if text_width(word[:-1], size) > width:
        for end in range(2, len(word)):
            if end - start > 1 and text_width(word[start:end], size) > width:
                yield word[start : end - 1]
                start = end - 1
    yield word[start:]


def text(x: float, y: float, rows: Iterable[str], **attributes: Any) -> Markup:
    """Lines of text, the first with its middle at `y`. A blank between two is there for those who hear them, and takes no room."""
    spans: list[str] = []
    for index, row in enumerate(rows):
        words = row.rstrip(" ")
        spans += [element("tspan", words, x=float(x), dy=float(LINE)) if index else words]
        spans += [element("tspan", " ", class_="blank")] if row.endswith(" ") else []
    return element("text", *spans, x=float(x), y=float(y), dy="0.35em", **attributes)
