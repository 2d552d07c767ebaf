"""Rules on the settings of the sites: what no site may be built without."""

import re
from collections.abc import Iterator, Sequence

from macros.evidence.language import NEGATIONS
from macros.evidence.quotations import words
from macros.messages import tell
from macros.problems import Problem
from macros.reading.settings import MAIN, Settings

STRICT, HELP, INDEPENDENT = ("strict",), ("extra", "words", "help"), ("extra", "words", "independent")
# The number that readers who need help may call in every Member State.
EMERGENCY = re.compile(r"\b112\b")


def every_site_is_built_strictly(settings: Sequence[Settings]) -> Iterator[Problem]:
    """`strict` is true, so that no site is built with a page that leads nowhere."""
    for one in settings:
        if one.values.get(STRICT, ("true" if one.file != MAIN else "", 1))[0] != "true":
            yield one.problem(STRICT, tell("settings.not_strict"), tell("settings.write_strict"))


def the_call_for_help_names_the_emergency_number(settings: Sequence[Settings]) -> Iterator[Problem]:
    """The sentence for those who need help names 112."""
    for one in settings:
        said = one.values.get(HELP, ("", 1) if one.file == MAIN else None)
        if said and not EMERGENCY.search(said[0]):
            yield one.problem(HELP, tell("settings.help_without_number"), tell("settings.name_number"))


def every_site_says_whose_it_is_not(settings: Sequence[Settings]) -> Iterator[Problem]:
    """The sentence on independence says of whom the site is not."""
    for one in settings:
        said = one.values.get(INDEPENDENT, ("", 1) if one.file == MAIN else None)
        if said and one.language in NEGATIONS and not NEGATIONS[one.language].intersection(words(said[0].lower())):
            yield one.problem(INDEPENDENT, tell("settings.not_independent"), tell("settings.say_whose_not"))


RULES = [every_site_is_built_strictly, the_call_for_help_names_the_emergency_number, every_site_says_whose_it_is_not]
