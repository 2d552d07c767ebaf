"""Rules on the settings of the sites: what no site may be built without."""

import re
from collections.abc import Iterator, Sequence

from macros.evidence.language import NEGATIONS
from macros.evidence.quotations import words
from macros.messages import tell
from macros.problems import Problem
from macros.reading.settings import Settings

STRICT, HELP, INDEPENDENT = ("strict",), ("extra", "words", "help"), ("extra", "words", "independent")
# The number that readers who need help may call in every Member State.
EMERGENCY = re.compile(r"\b112\b")


def every_site_is_built_strictly(settings: Sequence[Settings]) -> Iterator[Problem]:
    """`strict` is true, so that no site is built with a page that leads nowhere."""
    for one in settings:
        if one.said(STRICT) not in ("true", None):
            yield one.problem(STRICT, tell("settings.not_strict"), tell("settings.write_strict"))


def the_call_for_help_names_the_emergency_number(settings: Sequence[Settings]) -> Iterator[Problem]:
    """The sentence for those who need help names 112."""
    for one in settings:
        if (said := one.said(HELP)) is not None and not EMERGENCY.search(said):
            yield one.problem(HELP, tell("settings.help_without_number"), tell("settings.name_number"))


def every_site_says_whose_it_is_not(settings: Sequence[Settings]) -> Iterator[Problem]:
    """The sentence on independence says of whom the site is not."""
    for one in settings:
        said = one.said(INDEPENDENT) if one.language in NEGATIONS else None
        if said is not None and not NEGATIONS[one.language].intersection(words(said.lower())):
            yield one.problem(INDEPENDENT, tell("settings.not_independent"), tell("settings.say_whose_not"))


RULES = [every_site_is_built_strictly, the_call_for_help_names_the_emergency_number, every_site_says_whose_it_is_not]
