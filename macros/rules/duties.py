"""What a law orders, allows or wishes for is told as such: a duty is no outcome, and what may be done need not be."""

from collections.abc import Iterator

from macros.evidence.weighty_words import ALLOWED, DUTY, LAST_DAY, LEAVE, MUST, ORDERED, STATES_MAY, TO_BE_WEIGHED, WEIGHING, WISHED, Rows
from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.plan import Plan
from macros.model.records import Piece, Provision
from macros.problems import NOTICE, Problem


def every_duty_is_told_as_a_duty(plan: Plan) -> Iterator[Problem]:
    """A notice on each text without a word of duty where its quotation orders something, or where it has a deadline."""
    for piece in plan.pieces.values():
        if _quotes(ORDERED, piece, plan):
            yield from _without(piece, (DUTY, LAST_DAY), "duties.ordered_told_otherwise", "duties.say_ordered")
        elif isinstance(piece, Provision) and piece.deadline:
            yield from _without(piece, (DUTY, LAST_DAY), "duties.deadline_told_otherwise", "duties.say_deadline")
        if _quotes(TO_BE_WEIGHED, piece, plan):
            yield from _without(piece, (WEIGHING,), "duties.to_be_weighed_told_otherwise", "duties.say_to_be_weighed")


def nothing_allowed_is_told_as_a_duty(plan: Plan) -> Iterator[Problem]:
    """A notice on each text that says must, and no more, of what its quotation allows or wishes for."""
    for piece in plan.pieces.values():
        if _quotes(ALLOWED, piece, plan) or (_quotes(WISHED, piece, plan) and not _quotes(ORDERED, piece, plan)):
            for language in LANGUAGES:
                text = getattr(piece.text, language)
                found = MUST[language].search(text) if language in MUST else None
                if found and not (language in LEAVE and LEAVE[language].search(text)):
                    message = tell("duties.allowed_told_as_duty", found=found[0])
                    yield piece.problem(("text", language), message, tell("duties.say_what_it_allows"), level=NOTICE)


def no_duty_of_states_is_told_as_a_leave(plan: Plan) -> Iterator[Problem]:
    """A notice on each text that says that Member States may do what its quotation orders, and allows nowhere."""
    for piece in plan.pieces.values():
        if _quotes(ORDERED, piece, plan) and not _quotes(ALLOWED, piece, plan):
            for language in (one for one in LANGUAGES if one in STATES_MAY and STATES_MAY[one].search(getattr(piece.text, one))):
                yield piece.problem(("text", language), tell("duties.duty_told_as_leave"), tell("duties.say_ordered"), level=NOTICE)


def _quotes(rows: Rows, piece: Piece, plan: Plan) -> bool:
    """Whether a quotation of it has such a word in its language."""
    return any((words := rows.get(plan.language_of(one) or "")) and words.search(one.quotation) for one in piece.evidence)


def _without(piece: Piece, tables: tuple[Rows, ...], message: str, hint: str) -> Iterator[Problem]:
    """A notice on its text in each language in which none of some words stands."""
    for language in LANGUAGES:
        known = [rows[language] for rows in tables if language in rows]
        if known and not any(words.search(getattr(piece.text, language)) for words in known):
            yield piece.problem(("text", language), tell(message), tell(hint), level=NOTICE)


RULES = [every_duty_is_told_as_a_duty, nothing_allowed_is_told_as_a_duty, no_duty_of_states_is_told_as_a_leave]
