"""Notices on texts that may say another thing than they said: reviewers see them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from macros.evidence.language import NEGATIONS, WEIGHTY
from macros.evidence.quotations import words
from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.kinds import JUDGED, KINDS
from macros.model.plan import Plan
from macros.model.shape import Record
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
    """A notice where a text is as it was, but for a negation, a modal verb, a quantity or a body that came or went in one of its languages."""
    for _, record, path, was, now in rewritten(before, plan):
        for language in (one for one in LANGUAGES if one in WEIGHTY and was[one] != now[one]):
            old, new = (words(str(text[language]).lower()) for text in (was, now))
            weighty = WEIGHTY[language] | NEGATIONS.get(language, frozenset())
            before_it, after_it = (Counter(filter(weighty.__contains__, text)) for text in (old, new))
            turned = (before_it - after_it) + (after_it - before_it)
            if turned and SequenceMatcher(None, old, new, autojunk=False).ratio() >= LIKE:
                message = tell("reworded.word_of_weight", words=", ".join(sorted(turned)), before=was[language])
                yield _notice(record, (*path, language), message, tell("reworded.see_that_source_says"))
                break


def no_text_changes_its_subject_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a text of some length says what the text of another record said, or nothing of what it said before."""
    longer = [(one, told) for one in rewritten(before, plan) if one.kind in KINDS and one.kind not in JUDGED and (told := _told_anew(one))]
    stood = _texts_of_one_record(before) if longer else {}
    for one, told in longer:
        others = (stood.get((one.kind, language, one.now[language])) for language in told)
        if other := next((id for id in others if id and id != one.record.id), ""):
            message = tell("reworded.text_of_other", id=other)
        elif not any(_begin_alike(was := str(one.was[language]), now := one.now[language]) or is_same_subject(was, now) for language in told):
            message = tell("reworded.other_subject", before=one.was[told[0]])
        else:
            continue
        yield _notice(one.record, (*one.path, told[0]), message, tell("reworded.see_that_it_belongs_here"))


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


def _notice(record: Record, path: tuple, message: str, hint: str) -> Problem:
    return replace(record.problem(path, message, hint), level=NOTICE)


RULES: list[Rule] = [no_word_of_weight_turns_unseen, no_text_changes_its_subject_unseen]
