"""The passages that somebody quotes, as the data hold them: without what a copy brings along."""

import re
from itertools import accumulate

from macros.evidence.quotations import GAP

# What begins and ends a quotation.
_MARKS = (("“", "”"), ("«", "»"), ('"', '"'), ("‘", "’"), ("'", "'"))
# What stands before a line that was copied, a word that its end breaks, and marks of notes.
_LEADING, _WRAPPED = re.compile(r"(?m)^\s*(?:>|[-•*–]|\(?\d{1,2}[.)])\s"), re.compile(r"(?<=[a-zà-ÿ])-\s*\n\s*(?=[a-zà-ÿ])")
_NOTES = re.compile(r"[¹²³⁰⁴-⁹]+|\[\d{1,3}\](?!\w)")
# A passage in marks, and the page that somebody names around it.
_PAGED = re.compile(
    r"(?i)(?:p\.|pp\.|page|section|art\w*\.?|recital|considérant)\s*[\d.()-]+\s*[:,]?\s*[“«\"]\s*([^“”«»\"]+?)\s*[”»\"](?:\s*\([^)]*\))?\.?"
)
# Between two passages: an empty line, the begin of an item, or the marks of both; and how people write that words are left out.
_PASSAGES = re.compile(r"\n\s*\n|\n(?=\s*[-•*–]\s)|(?<=[»”])\s*(?:\n|[\[(]?(?:\.\.\.|…)[\])]?)\s*(?=[«“])")
_GAPS = re.compile(r"[\[(](?:\.\.\.|…)[\])]")


def quotations(written: str) -> list[str]:
    """The passages of an answer, an empty line or marks of quotation between two of them, without the marks around each."""
    parts = (" ".join(_WRAPPED.sub("", _LEADING.sub("", part)).split()) for part in _PASSAGES.split(written))
    return [_GAPS.sub(GAP, " ".join(_NOTES.sub("", _without_marks(part)).split())) for part in parts if part]


def _without_marks(passage: str) -> str:
    """A passage without the marks around it, and without its page before them; marks in it stay."""
    bare = found[1] if (found := _PAGED.fullmatch(passage)) else passage.strip()
    for opening, closing in _MARKS:
        if bare.startswith(opening) and (closing not in bare[1:] or bare.find(closing, 1) == len(bare) - 1 or _encloses(bare, opening, closing)):
            bare = bare[1:].strip()
        if bare.endswith(closing) and bare.count(closing) > bare.count(opening if opening != closing else "\0"):
            bare = bare[:-1].strip()
    return bare


def _encloses(passage: str, opening: str, closing: str) -> bool:
    """Whether the mark that ends a passage is that of the one that begins it."""
    depths = list(accumulate({opening: 1, closing: -1}.get(sign, 0) for sign in passage))
    return opening != closing and passage.endswith(closing) and depths[-1] == 0 and min(depths[:-1]) > 0
