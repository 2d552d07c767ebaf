"""A frozen site of plain Markdown: 1258 pages, with as many words, links, sections and rows as a plan of 1000 objectives had on 29 November 2026.

It stands for what a generator costs where nothing makes the pages, and it follows no page of today, so that the figures of two days compare.
Theme, search and extensions are those of that day too, with nothing of ours in the theme. Change nothing here: every recorded ratio would become
another one. Lists and tables of Markdown cost more than finished HTML of the same size: a ratio that was measured beside pages of ours written as
Markdown does not compare with these.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

TEXT = (
    "the report names a plan and says that in each of these states bodies for victims were set up by law or by decision since two years "
    "while others have announced measures which the commission will follow with care until all parties give their figures on time"
)
WORDS = TEXT.split()
CONFIG = """\
site_name: Plain pages
site_url: https://plain.example/
docs_dir: docs
strict: true
theme: {name: material, language: en, font: false, features: [navigation.sections]}
nav: [index.md]
not_in_nav: |
  /*/*.md
plugins:
  search: {lang: en}
markdown_extensions:
  attr_list: {}
  tables: {}
  toc: {permalink: true, toc_depth: 3}
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""


@dataclass(frozen=True)
class Pages:
    """Pages of one kind in a folder: how many, and on each so many sections, paragraphs, items of lists and rows of tables, and words in a part."""

    folder: str
    number: int
    sections: int
    paragraphs: int
    items: int
    rows: int
    words: int


# What stood on our pages that day, on average.
PAGES = (
    Pages("objectives", 1000, 8, 16, 40, 0, 6), Pages("actors", 200, 6, 6, 168, 0, 5), Pages("areas", 8, 2, 254, 154, 0, 5),
    Pages("countries", 30, 2, 6, 4, 0, 8), Pages("follow-ups", 7, 2, 4, 14, 0, 9), Pages("sources", 1, 6, 6, 3408, 0, 0),
    Pages("objectives-list", 1, 8, 8, 0, 1008, 24), Pages("actors-list", 1, 1, 1, 0, 200, 7), Pages("findings", 1, 2, 400, 1416, 0, 5),
    Pages("commitments", 1, 1, 1, 1000, 0, 3), Pages("graph", 1, 1, 2, 9975, 0, 2), Pages("schema", 1, 15, 15, 0, 510, 11),
    Pages("written", 5, 1, 1, 0, 0, 10),
)  # fmt: skip


def write_plain(folder: Path) -> int:
    """Write the site, return the number of its pages."""
    written = 1
    for kind in PAGES:
        addresses = [f"{kind.folder}/{number}.md" for number in range(1, kind.number + 1)]
        for number, address in enumerate(addresses, 1):
            _write(folder, address, "".join(_page(kind, number)))
        written += len(addresses)
    _write(folder, "index.md", "# Plain pages\n\n" + "".join(f"- [{kind.folder}]({kind.folder}/1.md)\n" for kind in PAGES))
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return written


def _write(folder: Path, address: str, text: str) -> None:
    file = folder / "docs" / address
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _page(kind: Pages, number: int) -> Iterator[str]:
    """A page: a title, then sections, each with its share of paragraphs, items with a link each, and rows of a table."""
    words = _words(number)
    yield f"# {kind.folder.title()} {number}\n\n{_said(words, kind.words)}\n\n"
    for section in range(kind.sections):
        yield f"## {_said(words, 4)} {{ #s{section} }}\n\n"
        for _ in range(kind.paragraphs // kind.sections):
            yield f"{_said(words, kind.words)} **{_said(words, 2)}** {_said(words, kind.words)}.\n\n"
        for item in range(kind.items // kind.sections):
            yield f"- [{_said(words, 3)}]({_target(number * 7 + item)}): {_said(words, kind.words)}\n"
        if rows := kind.rows // kind.sections:
            yield "\n| one | other | third |\n|---|---|---|\n"
        for row in range(rows):
            yield f"| [{_said(words, 2)}]({_target(number * 3 + row)}) | {_said(words, 3)} | {_said(words, kind.words)} |\n"
        yield "\n"


def _target(number: int) -> str:
    """A page that another one leads to."""
    return f"../{PAGES[0].folder}/{number % PAGES[0].number + 1}.md"


def _words(number: int) -> Iterator[str]:
    """Words without an end, other ones on each page, the same ones at each run."""
    at = number
    while True:
        at = (at * 31 + 17) % 65_537
        yield WORDS[at % len(WORDS)]


def _said(words: Iterator[str], count: int) -> str:
    return " ".join(islice(words, count))
