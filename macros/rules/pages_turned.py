"""Notices on words of pages that say the contrary of what they said: in data/wording/, and on pages that are written by hand."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from macros.evidence.language import NEGATIONS
from macros.evidence.quotations import words
from macros.evidence.telling import came_or_went
from macros.messages import tell
from macros.problems import NOTICE, Problem
from macros.reading.published import Published
from macros.reading.site_texts import Texts
from macros.rules.facts import Rule
from macros.rules.reworded import LIKE


def no_wording_turns_unseen(before: Published, wordings: Mapping[str, Texts]) -> Iterator[Problem]:
    """A notice where a text of data/wording/ is as it was, but for a negation that came or went."""
    for language, own in wordings.items():
        was = before.texts.wordings[language].texts if language in before.texts.wordings else {}
        for path, text in own.texts.items():
            if path in was and was[path] != text and (said := _turned(str(was[path]), str(text), language)):
                yield own.problem(path, said, tell("pages_turned.see_that_it_holds"), level=NOTICE)


def no_page_turns_unseen(before: Published, documents: Mapping[str, str]) -> Iterator[Problem]:
    """A notice on each line of a page that is as it was, but for a negation that came or went."""
    for name, text in documents.items():
        was, now = before.texts.documents.get(name, text).split("\n"), text.split("\n")
        for tag, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes() if was != now else ():
            for number, old, new in zip(range(c, d), was[a:b], now[c:d], strict=False) if tag == "replace" else ():
                if said := _turned(old, new, name.split("/")[1]):
                    yield Problem(name, number + 1, "", said, tell("pages_turned.see_that_it_holds"), NOTICE)


def _turned(old: str, new: str, language: str) -> str:
    """The message on negations that came or went in words that are else alike; empty where none did."""
    before, after = (words(text.lower()) for text in (old, new))
    turned = came_or_went(before, after, NEGATIONS.get(language, frozenset()))
    alike = turned and SequenceMatcher(None, before, after, autojunk=False).ratio() >= LIKE
    return tell("reworded.it_said", said=tell("reworded.word_of_weight", words=", ".join(turned)), before=old) if alike else ""


RULES: list[Rule] = [no_wording_turns_unseen, no_page_turns_unseen]
