"""Finished HTML passes through Markdown untouched: on a page that is made from data only headings are Markdown.

An extension of Python-Markdown, and the marks by which it knows what is finished; without it the marks are comments, and the page is the same.
"""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

BEGIN, END = "<!-- finished -->", "<!-- to be read -->"
HEADING = re.compile("#{1,6} ")
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>")
ANCHOR = re.compile(r"""<[^<>]* id=["']?([^\s"'>]+)""")
EMPTY = {"area", "br", "col", "hr", "img", "input", "source", "wbr"}


def finished(page: str) -> str:
    """The page between its marks."""
    return f"{BEGIN}\n{page}\n{END}"


class _Keep(Preprocessor):
    """Puts what stands between headings of finished parts aside, as Markdown does with blocks of HTML once it has parsed them."""

    anchors: set[str]

    def run(self, lines: list[str]) -> list[str]:
        self.anchors = set()
        read: list[str] = []
        block: list[str] | None = None  # what is finished and not put aside yet; none in what is to be read
        for line in lines:
            if block is not None and line != END and not (HEADING.match(line) and _is_whole(block)):
                block.append(line)
                continue
            read += self._aside(block)
            if line == BEGIN:
                block = []
            elif line == END:
                block = None
            else:
                read.append(line)
                block = None if block is None else []
        return read + self._aside(block)

    def _aside(self, block: list[str] | None) -> list[str]:
        html = "\n".join(block or []).strip()
        self.anchors.update(ANCHOR.findall(html))
        return ["", self.md.htmlStash.store(html), ""] if html else []


def _is_whole(block: list[str]) -> bool:
    """Whether no element is open at the end: a line within one may begin as a heading does."""
    tags = TAG.findall("\n".join(block))
    return sum(-1 if ends else 1 for ends, name, alone in tags if not alone and name not in EMPTY) == 0


class _Tell(Preprocessor):
    """Tells the site generator, which looked for anchors in all other HTML, which of them stand in what was put aside."""

    def run(self, lines: list[str]) -> list[str]:
        for one in self.md.preprocessors:
            if hasattr(one, "present_anchor_ids"):
                one.present_anchor_ids |= self.md.preprocessors["finished"].anchors
        return lines


class Finished(Extension):
    """Before what looks for anchors in HTML, then for its blocks: either would parse every page."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(_Keep(md), "finished", 21.5)
        md.preprocessors.register(_Tell(md), "finished-anchors", 20.5)


def makeExtension(**options: str) -> Extension:
    """The extension, as Markdown asks for it."""
    return Finished(**options)
