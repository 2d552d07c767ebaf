"""Whose words somebody pastes in place of a name: what is quoted of a record, and what we say of it."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from macros.evidence.quotations import pieces, words
from macros.languages import LANGUAGES
from macros.model.plan import Piece, Plan
from macros.model.records import Action
from macros.rules.suggest import bearing_on
from macros.similarity import STEM_LETTERS, common_words, content_words

# So many words are of one text where they are all of it, or of what is pasted.
TELLING = 5
# Else so many, which are half of what is pasted, and so many among them that few texts have.
TELLING_ALONE, RARE = 8, 2


def passages_read(written: str, plan: Plan, judged: str) -> str:
    """An answer with identifiers in place of the passages, a line each, that are of one thing alone which bears on what is judged."""
    told = [*bearing_on(plan, judged), *(plan.objectives[judged].actions if judged in plan.objectives else ())]
    passages = [words(line) for line in written.split("\n")]
    if not any(len(passage) >= TELLING for passage in passages):
        return written
    common = common_words(" ".join(word for said in _said(one) for word in said) for one in plan.pieces.values())
    return "\n".join(_whose(passage, told, common) or line for passage, line in zip(passages, written.split("\n"), strict=True))


def _whose(passage: list[str], told: list[Piece | Action], common: frozenset[str]) -> str:
    """The identifier of the one thing whose words most of a passage is; empty where there is none, or several say as much of it."""
    shared = {one.id: max((_shared(passage, said, common) for said in _said(one)), default=0) for one in told}
    most = max(shared.values(), default=0)
    ids = [id for id, number in shared.items() if number == most]
    return ids[0] if most and len(ids) == 1 else ""


def _said(one: Piece | Action) -> Iterator[list[str]]:
    """The words of what is quoted of a record, piece by piece, and of what we say of it."""
    yield from (words(getattr(one.text, language)) for language in LANGUAGES)
    for evidence in one.evidence:
        for quotation in (evidence.quotation, *(other.quotation for other in evidence.also)):
            yield from pieces(quotation or "")


def _shared(pasted: list[str], said: list[str], common: frozenset[str]) -> int:
    """How many words in a row two texts share, where that is enough to know one by the other."""
    start, _, length = SequenceMatcher(None, pasted, said, autojunk=False).find_longest_match()
    is_whole = length == min(len(pasted), len(said)) >= TELLING
    run = content_words(" ".join(pasted[start : start + length]))
    rare = sum(word[:STEM_LETTERS] not in common for word in run)
    return length if rare and (is_whole or (rare >= RARE and length >= TELLING_ALONE and 2 * length >= len(pasted))) else 0
