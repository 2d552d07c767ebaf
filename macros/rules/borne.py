"""Words that weigh, of how many, of what became of an act, of the most that a figure can be: our texts and what they quote have the same kind."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from macros.evidence.weighty_words import AT_MOST, COUNTS, DEEDS, INEXACT
from macros.messages import tell
from macros.model.plan import Plan
from macros.model.records import Action, Finding, Piece
from macros.model.values import Evidence, Figure
from macros.problems import NOTICE, Problem
from macros.rules.told import titles_and_texts

Claims = Mapping[str, Mapping[str, tuple[str, str]]]


def every_deed_that_a_text_tells_is_quoted(plan: Plan) -> Iterator[Problem]:
    """A notice where a title or text says signed, ratified, in force or published, and no quotation has such a word."""
    records: list[Action | Finding | Piece] = [*plan.actions.values(), *plan.findings.values(), *plan.pieces.values()]
    for record in records:
        yield from _unborne(record, "deeds", plan)


def every_word_of_how_many_is_quoted(plan: Plan) -> Iterator[Problem]:
    """A notice where a text on the report says all, most, several, few or many states, and no quotation has a word of that kind."""
    records: list[Action | Finding] = [*plan.actions.values(), *plan.findings.values()]
    for record in records:
        if not record.because:
            yield from _unborne(record, "counts", plan)


def no_text_makes_the_least_the_most(plan: Plan) -> Iterator[Problem]:
    """A notice where a text says at most, or less than, of a record whose figure is the least that is meant, and no quotation says so."""
    records: list[Action | Finding | Piece] = [*plan.actions.values(), *plan.findings.values(), *plan.pieces.values()]
    for record in records:
        if not any(figure.qualifier == "at-least" for figure in record.figures):
            continue
        quoted = " ".join(one.quotation for one in record.evidence)
        for field, language, text in titles_and_texts(record):
            found = AT_MOST[language].search(text) if language in AT_MOST else None
            if found and not any(words.search(quoted) for words in AT_MOST.values()):
                yield record.problem((field, language), tell("borne.least_told_as_most", found=found[0]), tell("borne.say_at_least"), level=NOTICE)


def every_figure_that_is_not_exact_says_so(plan: Plan) -> Iterator[Problem]:
    """A notice on a figure without a qualifier before whose printed words a quotation says at least, about or up to."""
    for record in plan.records():
        for path, shape in record.shapes:
            if isinstance(shape, Figure) and not shape.qualifier and shape.max is None:
                quoted = ((one, one.quotation.partition(shape.printed)) for _, one in record.shapes if isinstance(one, Evidence))
                before = ((plan.language_of(one), start) for one, (start, found, _) in quoted if found)
                said = next((word[0].strip() for language, start in before if language in INEXACT and (word := INEXACT[language].search(start))), "")
                if said:
                    yield record.problem((*path, "printed"), tell("borne.qualifier_lost", found=said), tell("borne.add_qualifier"), level=NOTICE)


def _unborne(record: Action | Finding | Piece, claims: str, plan: Plan) -> Iterator[Problem]:
    """Each word of ours of some kinds that no quotation bears; none where nothing is quoted, or in a language that is not read."""
    quoted: list[tuple[str, str]] | None = None
    for field, language, text in titles_and_texts(record):
        for found in _ours(claims, language).finditer(text):
            if quoted is None:
                quoted = [(one.quotation, plan.language_of(one) or "") for one in record.evidence if one.quotation]
            if quoted and not any(_bears(found.lastgroup or "", words, spoken) for words, spoken in quoted):
                yield record.problem((field, language), tell("borne.no_quotation_says", found=found[0]), tell("borne.quote_or_say"), level=NOTICE)


def _bears(kind: str, words: str, language: str) -> bool:
    """Whether a quotation has a word of a kind, or stands in a language of which we know none."""
    rows = (DEEDS | COUNTS)[kind]
    return language not in rows or bool(_pattern(rows[language][1]).search(words))


@cache
def _ours(claims: str, language: str) -> re.Pattern[str]:
    """The words of ours of all kinds in a language, each in a group that is called after its kind; where it has none, what stands nowhere."""
    table: Claims = {"deeds": DEEDS, "counts": COUNTS}[claims]
    return _pattern("|".join(f"(?P<{kind}>{rows[language][0]})" for kind, rows in table.items() if language in rows) or "(?!)")


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{words})")


RULES = [
    every_deed_that_a_text_tells_is_quoted,
    every_word_of_how_many_is_quoted,
    no_text_makes_the_least_the_most,
    every_figure_that_is_not_exact_says_so,
]
