"""Notices on quotations that are gone, or other ones, where what they proved stands."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from macros.evidence.language import NEGATIONS
from macros.evidence.quotations import stands_in, words
from macros.languages import FIRST
from macros.messages import tell
from macros.model.plan import Plan
from macros.model.records import Action, Development, Finding, Provision
from macros.model.shape import Record
from macros.model.values import Evidence
from macros.problems import NOTICE, Problem
from macros.reading.published import Published
from macros.rules.facts import Rule
from macros.rules.rewritten import changed


def no_quotation_goes_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice on each quotation that is gone, or another one, where the text that it proved stands as it was."""
    for old, record in changed(before, plan):
        if not isinstance(record, Action | Finding | Development | Provision):
            continue
        if isinstance(text := old.fields.get("text"), dict) and text.get(FIRST) == getattr(record.text, FIRST):
            for gone in _gone(_stood(old.fields.get("evidence")), record.evidence):
                message = tell("turned.quotation_gone", before=gone)
                yield record.problem(("evidence",), message, tell("turned.see_that_words_prove_it"), level=NOTICE)


def _gone(stood: list[tuple[tuple[str, str], str]], now: Sequence[Evidence]) -> Iterator[str]:
    """The quotations that stand no longer, whole or in part; other words of the same page another rule tells."""
    kept, pages = [words(one.quotation) for one in now], {_place_of(one) for one in now if one.page and one.quotation}
    for place, quoted in stood:
        own = words(quoted)
        if place not in pages and not any(stands_in(own, other) >= 0 or stands_in(other, own) >= 0 for other in kept if other):
            yield quoted


def no_quotation_turns_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where words that were seen or linked are other ones, or a quotation of the same place ends without its negation."""
    for old, record in changed(before, plan):
        yield from _requoted(record, old.fields.get("evidence"), getattr(record, "evidence", []))


def _requoted(record: Record, before: Any, now: Sequence[Evidence]) -> Iterator[Problem]:
    """Each new quotation of a place, beside those that the place has lost; whatever is quoted as it was is passed over."""
    stands = {(_place_of(one), one.quotation) for one in now}
    stood = _stood(before)
    for at, one in enumerate(now):
        place, path = _place_of(one), ("evidence", at, "quotation")
        gone = [words for other, words in stood if other == place and (other, words) not in stands]
        if not one.quotation or not gone or (place, one.quotation) in stood:
            continue
        was = max(gone, key=lambda words: SequenceMatcher(None, words, one.quotation, autojunk=False).ratio())
        if lost := _lost(was, one.quotation):
            message = tell("turned.quotation_without", words=", ".join(lost), before=was)
            yield record.problem(path, message, tell("turned.see_that_words_prove_it"), level=NOTICE)
        elif one.page:
            yield record.problem(path, tell("turned.seen_otherwise", before=was), tell("turned.look_at_page"), level=NOTICE)


def _stood(evidence: Any) -> list[tuple[tuple[str, str], str]]:
    """Place and words of each quotation as written."""
    return [(_place(one), str(one["quotation"])) for one in evidence or () if isinstance(one, dict) and one.get("quotation")]


def _place_of(one: Evidence) -> tuple[str, str]:
    return str(one.source or one.page and one.page.at), one.locator or ""


def _place(evidence: dict[str, Any]) -> tuple[str, str]:
    """The source or page of a piece of evidence as written, and the place in it."""
    page = evidence.get("seen") or evidence.get("linked") or {}
    return str(evidence.get("source") or page.get("at")), str(evidence.get("locator") or "")


def _lost(before: str, now: str) -> list[str]:
    """The negations that a shorter quotation has no longer."""
    old, new = words(before), words(now)
    every = {word for own in NEGATIONS.values() for word in own}
    return sorted({word for word in map(str.lower, old) if word in every} - set(map(str.lower, new))) if stands_in(new, old) >= 0 else []


RULES: list[Rule] = [no_quotation_goes_unseen, no_quotation_turns_unseen]
