"""The lines of an act: where a paragraph begins, a title ends, a quotation ends."""

import re
from itertools import pairwise

from macros.evidence.act_marks import bare, divides, marks

_TITLE_WORDS = 40
_ENDS = re.compile(r"[.:;,—–]$|[.:;,] ?(?:and|or|et|ou)$")
_QUOTES = {"‘": r"’(?!\w)", "“": "”", "«": "»", "„": "“"}


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence, or an item of a list, does."""
    return bool(_ENDS.search(line))


class ActText:
    """The bare lines, and whether they are `wrapped`: broken at the width of a page, so that most begin inside a sentence."""

    def __init__(self, lines: list[str]):
        self.lines = [bare(line) for line in lines]
        body = self.lines[next((at for at, line in enumerate(self.lines) if divides(line)), 0) :]
        broken = sum(b[:1].islower() and bool(a) and not ends_sentence(a) and not divides(b) for a, b in pairwise(body))
        self.wrapped = broken * 10 > sum(map(bool, body))

    def before(self, at: int) -> str:
        """The last line before this one that is not empty."""
        return next((line for line in reversed(self.lines[:at]) if line), "")

    def begins(self, at: int) -> bool:
        """Whether a paragraph begins here."""
        return not self.wrapped or at == 0 or not self.lines[at - 1]

    def end_of_quotation(self, at: int) -> int:
        """The last line of words that are quoted over several lines from here; -1 where none are."""
        closing = _QUOTES.get(self.lines[at][0])
        if not closing or re.search(closing, self.lines[at][1:]):
            return -1
        return next((n for n in range(at + 1, len(self.lines)) if re.search(rf"{closing}[\s;.,:)]*$", self.lines[n])), -1)

    def end_of_title(self, at: int) -> int:
        """The last line of the title below a heading; what ends like a sentence, or goes on in the next line, is no title. -1 where there is none."""
        first = next((n for n in range(at + 1, len(self.lines)) if self.lines[n]), at + 1)
        last = first
        while last + 1 < len(self.lines) and self.lines[last + 1] and not divides(self.lines[last + 1]):
            last += 1
        for end in [last, first] if self.wrapped else [first]:
            title, behind = self.lines[first : end + 1], next(filter(None, self.lines[end + 1 :]), "")
            sentence = any(map(ends_sentence, title)) or len(" ".join(title).split()) > _TITLE_WORDS
            alone = not behind or behind[0].islower() or any(mark.kind in ("article", "annex", "heading", "closing") for mark in marks(behind))
            if title and not divides(title[0]) and not sentence and not alone:
                return end
        return -1
