"""Notices on texts that may say another thing than they said: reviewers see them."""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from macros.evidence.language import NEGATIONS, WEIGHTY
from macros.evidence.quotations import words
from macros.evidence.telling import came_or_went, telling
from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.kinds import JUDGED, KINDS
from macros.model.plan import Plan
from macros.model.shape import Text
from macros.problems import NOTICE, Problem
from macros.reading.published import Published, bilingual_texts
from macros.rules.facts import Rule
from macros.rules.rewritten import Rewritten, rewritten
from macros.similarity import is_same_subject

# Two versions of a text that have so many words in common say the same, or the contrary.
LIKE = 0.8
# So many words tell one text from the others.
TELLING = 6


def no_word_of_weight_turns_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a text is as it was, but for a word on which its meaning hangs that came or went, or a number or a name in another's place."""
    for one in rewritten(before, plan):
        for language in (code for code in LANGUAGES if code in WEIGHTY and one.was[code] != one.now[code]):
            old, new = str(one.was[language]), str(one.now[language])
            if said := _turned(old, new, language, _gained(one, plan)):
                message = tell("reworded.it_said", said=said, before=old)
                yield one.record.problem((*one.path, language), message, tell("reworded.see_that_source_says"), level=NOTICE)
                break


def _turned(old: str, new: str, language: str, gained: set[str]) -> str:
    """What turns the meaning of a text that is else as it was: a word of weight first, then a number or a name; empty where nothing does."""
    before, after = (words(text.lower()) for text in (old, new))
    alike = SequenceMatcher(None, before, after, autojunk=False).ratio() >= LIKE
    if alike and (turned := came_or_went(before, after, WEIGHTY[language] | NEGATIONS.get(language, frozenset()), gained)):
        return tell("reworded.word_of_weight", words=", ".join(turned))
    told, tells = telling(old, language), telling(new, language)
    gone, come = (Counter(told) - Counter(tells)), [one for one in Counter(tells) - Counter(told) if not gained.issuperset(words(one.lower()))]
    if gone and come and (alike or max(len(before), len(after)) < TELLING):
        return tell("reworded.replaced", was=", ".join(gone), now=", ".join(come))
    moved = [now for was, now in zip(told, tells, strict=False) if was != now]
    return tell("reworded.exchanged", words=", ".join(moved)) if moved and sorted(before) == sorted(after) else ""


def _gained(text: Rewritten, plan: Plan) -> set[str]:
    """The words of the developments on which a sentence of ours rests now, and did not."""
    new = [plan.pieces[id] for id in text.now.get("rests_on", ()) if id in plan.pieces and id not in text.was.get("rests_on", ())]
    texts = [part for piece in new for shape in vars(piece).values() if isinstance(shape, Text) for part in vars(shape).values()]
    return {word for one in texts if one for word in words(one.lower())}


def no_text_changes_its_subject_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a text of some length says what the text of another record said, once for two records, or nothing of what it said before."""
    longer = [(one, told) for one in rewritten(before, plan) if one.kind in KINDS and one.kind not in JUDGED and (told := _told_anew(one))]
    stood = _texts_of_one_record(before) if longer else {}
    seen: set[frozenset[str]] = set()
    for one, told in longer:
        others = (stood.get((one.kind, language, one.now[language])) for language in told)
        if other := next((id for id in others if id and id != one.record.id), ""):
            message, pair = tell("reworded.text_of_other", id=other), frozenset((one.record.id, other))
            if pair in seen:
                continue
            seen.add(pair)
        elif not any(_begin_alike(was := str(one.was[language]), now := one.now[language]) or is_same_subject(was, now) for language in told):
            message = tell("reworded.other_subject", before=one.was[told[0]])
        else:
            continue
        yield one.record.problem((*one.path, told[0]), message, tell("reworded.see_that_it_belongs_here"), level=NOTICE)


def _told_anew(text: Rewritten) -> list[str]:
    """The languages that changed; none where a version of one is so short that it tells of no subject."""
    changed = [one for one in LANGUAGES if text.was[one] != text.now[one]]
    return changed if all(len(words(str(side[one]))) >= TELLING for one in changed for side in (text.was, text.now)) else []


def _begin_alike(was: str, now: str) -> bool:
    """Whether a text begins as it did, for half its length: it tells of the same."""
    return now.startswith(was[: len(was) // 2])


def _texts_of_one_record(before: Published) -> dict[tuple[str, str, str], str]:
    """Kind, language and words of each text that stood in one record of its kind alone, with the identifier of that record."""
    stood: dict[tuple[str, str, str], str] = {}
    for kind in before.records.keys() & KINDS.keys():
        for id, old in before.records[kind].items():
            for _, _, text in bilingual_texts(old.fields):
                for language in LANGUAGES:
                    key = (kind, language, text[language])
                    stood[key] = id if stood.get(key, id) == id else ""
    return stood


RULES: list[Rule] = [no_word_of_weight_turns_unseen, no_text_changes_its_subject_unseen]
