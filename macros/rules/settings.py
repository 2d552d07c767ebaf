"""Rules on the settings of the sites: what no site may be built without."""

import re
from collections.abc import Iterator, Sequence

from macros.evidence.language import NEGATIONS
from macros.evidence.quotations import words
from macros.messages import tell
from macros.problems import Problem
from macros.reading.settings import Settings

STRICT, HELP, INDEPENDENT = ("strict",), ("extra", "words", "help"), ("extra", "words", "independent")
ADDRESS, FONT, ANALYTICS, HOOKS = ("site_url",), ("theme", "font"), ("extra", "analytics"), ("hooks",)
# What makes the policy of each page and its lean files; what a browser loads; how an address of elsewhere is known.
NEEDED_HOOKS = ("macros/pages/policy.py", "macros/pages/light.py")
LOADED, ELSEWHERE = (("extra_javascript",), ("extra_css",)), "//"
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


def no_site_loads_from_elsewhere(settings: Sequence[Settings]) -> Iterator[Problem]:
    """No font, script or style comes from another site, and none counts readers."""
    for one in settings:
        if one.said(FONT) == "" or any(text != "false" for text in one.below(FONT).values()):
            yield one.problem(next(iter(one.below(FONT)), FONT), tell("settings.font_fetched"), tell("settings.write_no_font"))
        if counted := next(iter(one.below(ANALYTICS)), None):
            yield one.problem(counted, tell("settings.readers_counted"), tell("settings.delete_analytics"))
        for path, text in (item for loaded in LOADED for item in one.below(loaded).items()):
            if ELSEWHERE in text:
                yield one.problem(path, tell("settings.loaded_from_elsewhere", address=text), tell("settings.keep_file_here"))


def every_site_keeps_what_makes_its_pages_safe(settings: Sequence[Settings]) -> Iterator[Problem]:
    """The hooks that give each page its policy are named; a site that leaves them to the main settings has them."""
    for one in settings:
        named = one.below(HOOKS).values()
        missing = [hook for hook in NEEDED_HOOKS if hook not in named] if named or one.said(HOOKS) is not None else []
        if missing:
            message = tell("settings.hook_gone", hook=missing[0])
            yield one.problem(next(iter(one.below(HOOKS)), HOOKS), message, tell("settings.put_hooks_back", hooks=", ".join(NEEDED_HOOKS)))


def every_address_is_that_of_the_environment(settings: Sequence[Settings]) -> Iterator[Problem]:
    """The address of the site is no part of its settings: who builds it says where it will stand."""
    for one in settings:
        if (said := one.said(ADDRESS)) is not None and not said.startswith("!ENV"):
            yield one.problem(ADDRESS, tell("settings.address_typed"), tell("settings.write_environment"))


RULES = [
    every_site_is_built_strictly,
    the_call_for_help_names_the_emergency_number,
    every_site_says_whose_it_is_not,
    no_site_loads_from_elsewhere,
    every_site_keeps_what_makes_its_pages_safe,
    every_address_is_that_of_the_environment,
]
