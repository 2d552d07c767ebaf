"""Which anchors a page has beside those of its records: read from its template, without running it."""

import re
from collections.abc import Iterator, Mapping

from macros.pages import TEMPLATES
from macros.reading.site_texts import Texts
from macros.wording.headings import heading_anchor

WRITTEN = re.compile(r"\{ #((?:\{\{.*?\}\}|[^\s{}])+) \}|\bid=\"((?:\{\{.*?\}\}|[^\"{}])+)\"")
PUT_IN = re.compile(r"\{\{.*?\}\}")
# A heading without an anchor of its own gets one of its words.
HEADING = re.compile(r"^#+ \{\{ t\.heading\(t\('([a-z_.]+)'\)\) \}\}$", re.MULTILINE)
PICTURES = {"draw.map": "map-.+", "draw.bar": "bar-.+", "draw.neighbours": "near"}


def page_anchors(wordings: Mapping[str, Texts]) -> dict[str, re.Pattern[str]]:
    """Macro of a page -> the anchors that its template writes, but for those that are an identifier and nothing else."""
    texts = {file.name.partition(".")[0]: file.read_text("utf-8") for file in TEMPLATES.glob("*.j2")}
    on_every_page = [anchor for shared in ("cite", "meanings") for anchor in _written(texts[shared])]
    own = {macro: [*_written(source), *_of_pictures(source), *_of_words(source, wordings)] for macro, source in texts.items()}
    return {macro: re.compile("|".join([*anchors, *on_every_page])) for macro, anchors in own.items()}


def _written(source: str) -> Iterator[str]:
    for by_heading, by_element in WRITTEN.findall(source):
        parts = PUT_IN.split(by_heading or by_element)
        if any(parts):
            yield ".+".join(map(re.escape, parts))


def _of_pictures(source: str) -> Iterator[str]:
    """Their titles and descriptions."""
    yield from (f"{key}-(?:title|desc)" for call, key in PICTURES.items() if call in source)


def _of_words(source: str, wordings: Mapping[str, Texts]) -> Iterator[str]:
    for key in HEADING.findall(source):
        for wording in wordings.values():
            yield re.escape(heading_anchor(str(wording.texts.get(tuple(key.split(".")), ""))))
