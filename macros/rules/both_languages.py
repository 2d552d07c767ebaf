"""Notices on new texts whose languages do not say the same: one has a number, a day, an act, a name, a sentence, a future
or a word of weight that the other lacks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from macros.evidence.language import TO_COME
from macros.evidence.printed import days
from macros.evidence.word_pairs import FALSE_FRIENDS, PARTED
from macros.languages import LANGUAGES
from macros.messages import language_name, tell
from macros.model.kinds import OWN_IN_EACH_LANGUAGE
from macros.model.plan import Plan
from macros.model.shape import Text
from macros.problems import LAST, NOTICE, Problem
from macros.reading.published import Published
from macros.reading.stand_ins import is_stand_in
from macros.rules.claims import PLACE, numbers
from macros.rules.facts import Rule
from macros.rules.rewritten import new_texts

# What stands between the ends of a range, behind an ordinal in figures, and before the number of a part that a language may not name.
RANGE, ORDINAL = re.compile(r"(?<=\d)(?: ?[–-] ?| (?:to|and|à|au|et) )(?=\d)"), re.compile(r"(?<=\d)(?:er|re|e|st|nd|rd|th)\b")
PART = re.compile(r"(?i)\b(paragraphe?|page) \d+")
FIGURE = re.compile(r"\d")
QUOTED, ACT, SENTENCE = re.compile(r"[“«][^”»]*[”»]"), re.compile(r"\b\d+/\d+(?:/\d+)*"), re.compile(r"[.!?](?=\s+(?:“|«\s)?[^\W\d_a-z])")
# Texts of so many words are of about one length: none is more than so many times as long.
TELLING, LONGER = 16, 2


def both_languages_of_a_new_text_say_the_same(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where one language of a new text tells something that the other one lacks: the first such thing."""
    named = _names(plan)
    for text in new_texts(before, plan):
        said = {language: text.now[language] for language in LANGUAGES}
        if text.kind in OWN_IN_EACH_LANGUAGE or text.now.get("older") or any(map(is_stand_in, said.values())):
            continue
        if message := next(filter(None, (_lacks(said, named), _parted(said), _says_less(said))), ""):
            yield replace(text.record.problem(text.path, message, tell("both_languages.make_equal"), level=NOTICE), stands=LAST)


def _lacks(said: dict[str, str], named: dict[str, dict[str, str]]) -> str:
    """What one language names and the other one does not: days, acts, numbers, countries and bodies."""
    tellings: dict[str, Callable[[str, str], set[str]]] = {
        "days": lambda text, language: days(PLACE.sub("", text), language) if FIGURE.search(text) else set(),
        "acts": lambda text, _: set(ACT.findall(text)),
        "numbers": _numbers,
        "names": lambda text, language: {id for id, name in named[language].items() if name in text and re.search(rf"\b{re.escape(name)}\b", text)},
    }
    for what, told in tellings.items():
        own = {language: told(text, language) for language, text in said.items()}
        every = set.union(*own.values())
        if lacking := {language: sorted(named[language].get(one, one) for one in every - has) for language, has in own.items() if every - has}:
            return tell(f"both_languages.lacks_{what}", lacking=_lacking(lacking))
    return ""


def _lacking(lacking: dict[str, list[str]]) -> str:
    """What each language lacks: "in French: 12"."""
    told = (tell("both_languages.in_one", language=language_name(language), missing=", ".join(what)) for language, what in lacking.items())
    return tell("diff.semicolon").join(told)


def _numbers(text: str, language: str) -> set[str]:
    bare = ORDINAL.sub("", RANGE.sub(" ", PART.sub("", QUOTED.sub("", text))))
    return {f"{number.normalize():f}" for number in numbers(bare, (language,))}


def _names(plan: Plan) -> dict[str, dict[str, str]]:
    """Language -> identifier -> name, of the countries and of each actor whose name is one word: others are said in many ways."""
    named: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    names = {id: one.name for id, one in plan.countries.items()} | {id: one.name for id, one in plan.actors.items() if _is_one_word(one.name)}
    for id, name in names.items():
        for language in LANGUAGES:
            named[language][id] = getattr(name, language)
    return named


def _is_one_word(name: Text) -> bool:
    return not any(" " in getattr(name, language) for language in LANGUAGES)


def _parted(said: dict[str, str]) -> str:
    """The words that part the languages: of one language, or one of each, that do not say the same."""
    for says, spares in (*FALSE_FRIENDS, *PARTED):
        found = {language: words.search(said[language]) for language, words in says.items() if language in said}
        if all(found.values()) and not any(words.search(said[language]) for language, words in spares.items() if language in said):
            words = (tell("both_languages.word", name=language_name(one), word=word[0]) for one, word in found.items() if word)
            return tell("both_languages.parted" if len(found) > 1 else "both_languages.alone", words=tell("diff.semicolon").join(words))
    return ""


def _says_less(said: dict[str, str]) -> str:
    """Whether one language has more sentences, is more than twice as long, or speaks alone of what will come."""
    lengths = [len(one.split()) for one in said.values()]
    if len({len(SENTENCE.findall(one.rstrip())) for one in said.values()}) > 1:
        return tell("both_languages.sentences")
    if max(lengths) >= TELLING and max(lengths) > LONGER * min(lengths):
        return tell("both_languages.longer")
    ahead = _alone_ahead(said) if TO_COME.keys() >= said.keys() else ""
    return tell("both_languages.ahead", name=language_name(ahead)) if ahead else ""


def _alone_ahead(said: dict[str, str]) -> str:
    """The language that speaks plainly of what will come where another one does not at all; empty where none does."""
    plain = [language for language, text in said.items() if TO_COME[language][0].search(text)]
    return plain[0] if plain and not all(TO_COME[language][1].search(text) for language, text in said.items()) else ""


RULES: list[Rule] = [both_languages_of_a_new_text_say_the_same]
