"""The sections of a page that is written by hand: their headings, their anchors and the plain words of each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from macros.model.addresses import is_stub
from macros.wording.headings import heading_anchor
from macros.wording.typography import typeset_markdown

FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
HEADING = re.compile(r"^(#{1,3}) (.+?)(?: \{ ?#([\w-]+) ?\})?$")
VOCABULARY = re.compile(r"\{\{ vocabulary\(\"(\w+)\"\) \}\}")
# What is no word of a text: calls, attributes, tags, targets of links, signs of Markdown, code between lines.
MARKUP = re.compile(r"^[-:| ]+$|\{\{.*?\}\}|\{[^}]*\}|<[^>]+>|\]\([^)]*\)|^ *([-*>]|\d+\.) |[*`|\[\]]", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


@dataclass
class Section:
    """What stands below one heading. `vocabularies` are the lists of words that it shows."""

    title: str
    anchor: str
    text: str = ""
    vocabularies: list[str] = field(default_factory=list)


def sections(markdown: str, language: str) -> list[Section]:
    """The sections of a text, the page itself first."""
    return list(_sections(typeset_markdown(FENCED.sub("", FRONT.sub("", markdown)), language)))


def _sections(text: str) -> Iterator[Section]:
    parts: list[tuple[str, str, list[str]]] = []
    for line in text.split("\n"):
        if found := HEADING.match(line):
            title = " ".join(MARKUP.sub("", found[2]).split())
            parts.append((title, found[3] or heading_anchor(title), []))
        elif parts:
            parts[-1][2].append(line)
    for title, anchor, lines in parts:
        said = "\n".join(lines)
        yield Section(title, anchor, " ".join(MARKUP.sub("", said).split()), VOCABULARY.findall(said))


def written_pages(documents: Mapping[str, str], language: str) -> dict[str, list[Section]]:
    """Address -> the sections of each page in docs/ that somebody wrote, and that has a heading."""
    start, found = f"docs/{language}/", {}
    for path, text in documents.items():
        if path.startswith(start) and not is_stub(text) and (parts := sections(text, language)):
            found[path.removeprefix(start).removesuffix("index.md").replace(".md", "/")] = parts
    return found
