"""Words of our texts are those of their language: its acronyms, and the spelling that the Union keeps to."""

import re
from collections.abc import Iterator

from macros.evidence.weighty_words import SPELT_ELSEWHERE
from macros.languages import LANGUAGES
from macros.messages import language_name, tell
from macros.model.plan import Plan
from macros.problems import NOTICE, Problem
from macros.rules.prose import texts


def every_acronym_is_of_its_language(plan: Plan) -> Iterator[Problem]:
    """A notice on each acronym of a body that is called otherwise in the language of the text."""
    called = [actor.acronym for actor in plan.actors.values() if actor.acronym]
    foreign: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        own = {getattr(one, language) for one in called}
        others = {getattr(one, other): getattr(one, language) for one in called for other in LANGUAGES}
        foreign[language] = {name: here for name, here in others.items() if name not in own}
    patterns = {language: re.compile(rf"\b(?:{'|'.join(map(re.escape, names)) or '(?!)'})\b") for language, names in foreign.items()}
    for record, path, language, text in texts(plan):
        if found := patterns[language].search(text):
            said = tell("spelling.foreign_acronym", found=found[0], language=language_name(language))
            yield record.problem((*path, language), said, tell("common.write", speakers=foreign[language][found[0]]), level=NOTICE)


def every_text_is_spelt_as_the_union_does(plan: Plan) -> Iterator[Problem]:
    """A notice on words that are spelt as elsewhere in the world."""
    for record, path, language, text in texts(plan):
        if language in SPELT_ELSEWHERE and (found := SPELT_ELSEWHERE[language].search(text)):
            yield record.problem((*path, language), tell("spelling.elsewhere", found=found[0]), tell("spelling.as_in_union"), level=NOTICE)


RULES = [every_acronym_is_of_its_language, every_text_is_spelt_as_the_union_does]
