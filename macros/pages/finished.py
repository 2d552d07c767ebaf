"""Finished HTML does not pass through Markdown: on a page that is made from data only headings are Markdown.

An extension of Python-Markdown, and the marks by which it knows what is finished; without it the marks are comments, and the page is the same.
"""

import re
from collections.abc import Iterator
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import nest_toc_tokens

BEGIN, END = "<!-- finished -->", "<!-- to be read -->"
HEADING = re.compile("#{1,6} ")
EMPTY = ("area", "br", "col", "hr", "img", "input", "source", "wbr")
ANCHOR = re.compile(r"""<[^<>]* id=["']?([^\s"'>]+)""")
_OPENED = re.compile(rf"<(?!(?:{'|'.join(EMPTY)})\b)[a-z](?:[^>]*[^>/])?>")
# A paragraph that stands for a finished part while the rest is read: signs that no text has.
_STAND_IN = "\n\n\ue000{}\ue001\n\n"
_STAND_INS = re.compile(r"<p>\ue000(\d+)\ue001</p>")


def finished(page: str) -> str:
    """The page between its marks."""
    return f"{BEGIN}\n{page}\n{END}"


class Finished(Extension):
    """Hands Markdown what is to be read alone: all else would be searched for its signs, a dozen times over."""

    def __init__(self) -> None:
        super().__init__()
        # A heading of many pages -> its HTML, and its lines of the table of contents.
        self.headings: dict[str, tuple[str, list[dict[str, Any]]]] = {}

    def extendMarkdown(self, md: Markdown) -> None:
        md.convert = lambda source: self._convert(md, source)

    def _convert(self, md: Markdown, source: str) -> str:
        """The HTML of a page. The site generator, which looks for anchors in what Markdown reads, is told of all others."""
        html = self._made(md, source) if source.startswith(BEGIN) and source.endswith(END) and source.count(BEGIN) == 1 else _written(md, source)
        for one in md.preprocessors:
            if hasattr(one, "present_anchor_ids"):
                one.present_anchor_ids.update(ANCHOR.findall(html))
        return html

    def _made(self, md: Markdown, source: str) -> str:
        """The HTML of a page that is finished but for its headings: those that many pages have are read once."""
        html, tokens = [], []
        for is_heading, text in _parts(source.splitlines()[1:-1]):
            if not is_heading:
                html.append(text)
                continue
            read, found = self.headings.get(text) or (Markdown.convert(md, text), getattr(md, "toc_tokens", []))
            # The site generator takes the title of a page from what is read for it.
            if not text.startswith("# "):
                self.headings[text] = read, found
            html.append(read)
            tokens += [dict(token) for token in found]
        md.toc_tokens = nest_toc_tokens(tokens)
        return "\n".join(html)


def makeExtension() -> Extension:
    """The extension, as Markdown asks for it."""
    return Finished()


def _written(md: Markdown, source: str) -> str:
    """The HTML of a page that somebody wrote, with what is finished in its place."""
    finished: list[str] = []
    read: list[str] = []
    for is_finished, lines in _stretches(source.splitlines()):
        for is_heading, text in _parts(lines) if is_finished else [(True, "\n".join(lines))]:
            if is_heading:
                read.append(text)
            else:
                read.append(_STAND_IN.format(len(finished)))
                finished.append(text)
    return _STAND_INS.sub(lambda found: finished[int(found[1])], Markdown.convert(md, "\n".join(read)))


def _stretches(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """The lines between marks, and whether they are finished."""
    is_finished = False
    stretch: list[str] = []
    for line in [*lines, END]:
        if line in (BEGIN, END):
            yield is_finished, stretch
            is_finished, stretch = line == BEGIN, []
        else:
            stretch.append(line)


def _parts(lines: list[str]) -> Iterator[tuple[bool, str]]:
    """What is finished, in parts: each heading, and what stands between two; and whether a part is a heading."""
    block: list[str] = []
    for line in lines:
        if line.startswith("#") and HEADING.match(line) and _is_whole(html := "\n".join(block)):
            if html := html.strip():
                yield False, html
            yield True, line
            block = []
        else:
            block.append(line)
    if html := "\n".join(block).strip():
        yield False, html


def _is_whole(html: str) -> bool:
    """Whether no element is open at the end: a line within one may begin as a heading does."""
    return len(_OPENED.findall(html)) == html.count("</")
