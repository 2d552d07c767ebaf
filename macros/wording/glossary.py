"""Terms of the glossary in running text."""

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from macros.model.records import GlossaryTerm
from macros.model.shape import Text


class Glossary:
    """The terms that running text marks, in one language."""

    def __init__(self, terms: Iterable[GlossaryTerm], say: Callable[[Text], str]):
        self._terms = {say(term.term).lower(): (term.id, say(term.meaning)) for term in terms if term.marked}
        longest_first = sorted(map(re.escape, self._terms), key=len, reverse=True)
        self._pattern = re.compile(rf"\b({'|'.join(longest_first)})s?\b", re.IGNORECASE) if longest_first else None

    def mark(self, text: str, seen: set[str], url: Callable[[str], str]) -> Markup:
        """The text with a link to the glossary at the first mention of each term that is not in `seen`, which grows."""

        def link(match: re.Match) -> str:
            id, meaning = self._terms[match[1].lower()]
            if id in seen:
                return str(escape(match[0]))
            seen.add(id)
            return f'<a class="term" href="{escape(url(id))}" title="{escape(meaning)}">{escape(match[0])}</a>'

        if not self._pattern:
            return escape(text)
        parts, end = [], 0
        for match in self._pattern.finditer(text):
            parts += [str(escape(text[end : match.start()])), link(match)]
            end = match.end()
        return Markup("".join(parts)) + escape(text[end:])
