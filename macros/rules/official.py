"""Notices where we say of the site what it is not: that it belongs to a body, or was approved by one."""

import re
from collections.abc import Iterator, Mapping

from macros.evidence.language import NEGATIONS
from macros.evidence.quotations import words
from macros.evidence.weighty_words import BODIES, OFFICIAL, SITE
from macros.languages import FIRST
from macros.messages import tell
from macros.problems import NOTICE, Problem
from macros.rules.handwritten import written_lines

CITATION, SENTENCE = "CITATION.cff", re.compile(r"(?<=[.!?;])\s")


def no_page_says_that_the_site_is_official(documents: Mapping[str, str], citation: str) -> Iterator[Problem]:
    """A notice where a sentence on a page, or in CITATION.cff, says that the site is that of a body, or approved by it, and does not deny it."""
    for name, number, line in written_lines({**documents, CITATION: citation}):
        language = FIRST if name == CITATION else name.split("/")[1]
        for sentence in SENTENCE.split(line) if language in OFFICIAL and OFFICIAL[language].search(line) else ():
            said = all(rows[language].search(sentence) for rows in (OFFICIAL, SITE, BODIES))
            if said and not NEGATIONS[language].intersection(words(sentence.lower())):
                yield Problem(name, number, "", tell("official.says_official"), tell("official.say_independent"), NOTICE)


RULES = [no_page_says_that_the_site_is_official]
