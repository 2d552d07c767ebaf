"""Reasons of judgements: what they say of the whole is what the word says that they explain."""

from collections.abc import Iterator

from macros.evidence.language import ALL_DONE, NOTHING_BEGUN, NOTHING_DONE, NOTHING_MISSING
from macros.languages import FIRST, LANGUAGES
from macros.messages import tell
from macros.model.plan import Plan
from macros.problems import NOTICE, Problem
from macros.rules.measured import Judged, word

# Words by which something was done, and by which not everything was.
SOMETHING = ("partly-delivered", "delivered", "done-in-part", "done")
FEWEST_WORDS = 3
# So many tell of one subject.
TELLING = 6
NOT_ALL = ("not-started", "under-way", "partly-delivered", "stalled", "nothing-found", "required-by-law", "done-in-part")


def no_reason_contradicts_its_word(plan: Plan) -> Iterator[Problem]:
    """No reason says that nothing was done where something was, nor that all was where something is missing; nor does what is missing."""
    for one in _judged(plan):
        for language in LANGUAGES:
            for field, pattern, words in (("reason", NOTHING_DONE, SOMETHING), ("reason", ALL_DONE, NOT_ALL), ("missing", NOTHING_MISSING, NOT_ALL)):
                text = getattr(getattr(one, field), language, "")
                found = pattern[language].search(text) if word(one) in words and language in pattern else None
                if found:
                    message = tell("reasons.contradicts", field=field, found=found[0], word=word(one))
                    yield one.problem((field, language), message, tell(f"reasons.correct_{field}"))


def no_reason_of_what_began_says_that_nothing_did(plan: Plan) -> Iterator[Problem]:
    """A notice on a reason that says that nothing has begun, perhaps of a part, where the word says that something has."""
    for one in _judged(plan):
        for language in (code for code in LANGUAGES if code in NOTHING_BEGUN and word(one) in ("under-way", *SOMETHING)):
            if found := NOTHING_BEGUN[language].search(getattr(one.reason, language)):
                message = tell("reasons.contradicts", field="reason", found=found[0], word=word(one))
                yield one.problem(("reason", language), message, tell("reasons.correct_reason"), level=NOTICE)


def no_reason_is_that_of_another_subject(plan: Plan) -> Iterator[Problem]:
    """A notice on a reason that another objective or follow-up has in the same words."""
    given: dict[str, Judged] = {}
    for one in sorted(_judged(plan), key=lambda judged: judged.assessed_on or ""):
        reason = getattr(one.reason, FIRST)
        other = given.setdefault(reason, one)
        if other.of != one.of and len(reason.split()) >= TELLING:
            yield one.problem(("reason",), tell("reasons.of_another", id=other.id), tell("reasons.say_what_is_reported"), level=NOTICE)


def what_is_missing_is_not_the_reason(plan: Plan) -> Iterator[Problem]:
    """What is missing is said in other words than the reason."""
    for one in _judged(plan):
        for language in LANGUAGES if one.missing else ():
            if getattr(one.missing, language).strip() == getattr(one.reason, language).strip():
                yield one.problem(("missing", language), tell("reasons.same_twice"), tell("reasons.say_what_lacks"))


def every_reason_is_a_sentence(plan: Plan) -> Iterator[Problem]:
    """A reason says what it is about: two words are a mark, not a reason."""
    for one in _judged(plan):
        for language in LANGUAGES:
            if len(getattr(one.reason, language).split()) < FEWEST_WORDS:
                yield one.problem(("reason", language), tell("reasons.too_short"), tell("reasons.say_what_is_reported"))


def _judged(plan: Plan) -> list[Judged]:
    return [*plan.assessments.values(), *plan.outcomes.values()]


RULES = [
    every_reason_is_a_sentence,
    no_reason_contradicts_its_word,
    no_reason_of_what_began_says_that_nothing_did,
    no_reason_is_that_of_another_subject,
    what_is_missing_is_not_the_reason,
]
