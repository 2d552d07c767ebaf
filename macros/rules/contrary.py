"""Nothing is told of which a quotation says the contrary, or which it takes back: announced is not done, and some are not all."""

import re
from collections.abc import Iterator, Set
from functools import cache

from macros.evidence.contrary_words import OPPOSITES, WEAKENED
from macros.evidence.quotations import words
from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.plan import Plan
from macros.model.records import Action, Finding, Piece
from macros.model.shape import Record, Text
from macros.problems import NOTICE, Problem
from macros.rules.told import titles_and_texts


def no_text_says_the_contrary_of_its_quotations(plan: Plan) -> Iterator[Problem]:
    """A notice where a text has a word that no quotation has, a quotation has a word of the contrary, and the text has none of these."""
    for record in _records(plan):
        quoted = (part for one in record.evidence for part in (one.quotation, *(other.quotation for other in one.also)))
        said = {word.lower(): word for part in quoted for word in words(part)}
        ours: list[str] = []
        for first, second in _against(said.keys()):
            ours = ours or [word.lower() for *_, text in titles_and_texts(record) for word in words(text)]
            if second.isdisjoint(ours) and (found := next(filter(first.__contains__, ours), "")):
                message = tell("contrary.says_contrary", found=found, quoted=next(said[word] for word in said if word in second))
                yield record.problem(("text",), message, tell("contrary.say_what_is_quoted"), level=NOTICE)


def nothing_is_told_that_a_quotation_takes_back(plan: Plan) -> Iterator[Problem]:
    """A notice where a quotation says put off, planned, discussed, by hearsay, without or on average, and no text of its record says such a thing."""
    for record in _records(plan):
        for one in record.evidence:
            language = plan.language_of(one) or ""
            found = _weakening(language).search(one.quotation)
            if found and not any(_pattern(ours).search(text) for _, ours in WEAKENED[found.lastgroup or ""].values() for text in _ours_of(record)):
                yield record.problem(("text",), tell("contrary.taken_back", found=found[0]), tell("contrary.say_it_too"), level=NOTICE)
                break


def _records(plan: Plan) -> list[Action | Finding | Piece]:
    return [*plan.actions.values(), *plan.findings.values(), *plan.pieces.values()]


def _against(said: Set[str]) -> list[tuple[frozenset[str], frozenset[str]]]:
    """The rows of contrary words of which only the second kind is said."""
    return [(first, second) for first, second in OPPOSITES if not said.isdisjoint(second) and said.isdisjoint(first)]


def _ours_of(record: Record) -> Iterator[str]:
    return (getattr(shape, language) for _, shape in record.shapes if isinstance(shape, Text) for language in LANGUAGES)


@cache
def _weakening(language: str) -> re.Pattern[str]:
    """The words of all kinds that take something back in a language, each in a group that is called after its kind; where it has none, nothing."""
    return _pattern("|".join(f"(?P<{kind}>{rows[language][0]})" for kind, rows in WEAKENED.items() if language in rows) or "(?!)")


@cache
def _pattern(said: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{said})")


RULES = [no_text_says_the_contrary_of_its_quotations, nothing_is_told_that_a_quotation_takes_back]
