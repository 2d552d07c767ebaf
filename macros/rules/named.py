"""Institutions, bodies and countries: what a record names in its texts stands in its fields, and what it lists is named."""

import re
from collections.abc import Iterator
from functools import cache

from macros.evidence.quotations import words
from macros.languages import FIRST, LANGUAGES
from macros.messages import spoken, tell
from macros.model.kinds import typed_id
from macros.model.plan import Plan
from macros.model.records import Action, Actor, Country, Finding, Piece
from macros.problems import NOTICE, Problem
from macros.rules.claims import COMMON_WORDS, NAME_LETTERS
from macros.rules.told import said, titles_and_texts
from macros.similarity import fold

# Kinds of actors that have a name of their own. A part of one, as the Presidency of one country, is told by the name of its whole.
BODIES = ("eu-institution", "presidency", "agency", "international-organisation")

# A shorter name is also a word.
FEWEST_LETTERS = 3


def every_body_that_a_text_names_is_in_its_record(plan: Plan) -> Iterator[Problem]:
    """A notice on each body in a title or text that is neither an actor of its record nor in what that says else, quotes or cites."""
    called = _bodies(plan)
    records: list[Action | Finding | Piece] = [*plan.actions.values(), *plan.findings.values(), *plan.pieces.values()]
    for record in records:
        near = far = ""
        for field, language, text in titles_and_texts(record):
            for name, names in called[language].items():
                # A look for the letters alone is quick, and finds nothing in most texts.
                if name not in text or not _names_one_of((name,), text):
                    continue
                near = near or _near(record, plan)
                if not _names_one_of(names, near):
                    far = far or _far(record, plan)
                    if not _names_one_of(names, far):
                        yield record.problem((field, language), tell("named.not_in_record", name=name), tell("named.correct_or_add"), level=NOTICE)


def _bodies(plan: Plan) -> dict[str, dict[str, tuple[str, ...]]]:
    """Language -> name in its texts -> the names, short and whole, in every language of whoever is called so."""
    called: dict[str, dict[str, tuple[str, ...]]] = {language: {} for language in LANGUAGES}
    for actor in plan.actors.values():
        names = {language: _name(actor, language) for language in LANGUAGES}
        if actor.kind in BODIES and not actor.part_of and names[FIRST][:1].isupper():
            whole = [getattr(actor.name, language) for language in LANGUAGES]
            for language, name in names.items():
                called[language][name] = tuple(dict.fromkeys((*called[language].get(name, ()), *filter(None, names.values()), *whole)))
    return {language: {name: names for name, names in of.items() if name} for language, of in called.items()}


def _name(actor: Actor, language: str) -> str:
    """By what texts call it: its acronym, or the first word of its name that tells it from others; empty where that is too short to tell."""
    said = [getattr(actor.acronym, language)] if actor.acronym else words(getattr(actor.in_sentence or actor.name, language))
    return next((word for word in said if len(word) >= FEWEST_LETTERS and fold(word)[:NAME_LETTERS] not in COMMON_WORDS), "")


def _names_one_of(names: tuple[str, ...], text: str) -> bool:
    return bool(_pattern(names).search(text))


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, names))})\b")


def _near(record: Action | Finding | Piece, plan: Plan) -> str:
    """The quotations of a record, and the names of its actors, of their wholes, and of the publishers of its pages."""
    pages = [publisher for one in record.evidence if one.page and (publisher := plan.publishers.get(one.page.publisher))]
    named = [*(actor.name for actor in _actors(record, plan)), *(page.name for page in pages)]
    return " ".join((*(one.quotation for one in record.evidence), *(getattr(name, language) for name in named for language in LANGUAGES)))


def _far(record: Action | Finding | Piece, plan: Plan) -> str:
    """What it says else, with what it quotes and cites; with a clause its act and all other clauses."""
    every = [record] if isinstance(record, Action | Finding) else [act := plan.development_of(record), *act.provisions]
    return " ".join([value for one in every for value in said(one, plan)] + [_near(one, plan) for one in every if isinstance(one, Piece)])


def _actors(record: Action | Finding | Piece, plan: Plan) -> Iterator[Actor]:
    """Its actors, each with its wholes."""
    for part in getattr(record, "actors", ()):
        actor, seen = plan.actors.get(part.actor), set()
        while actor and actor.id not in seen:
            seen.add(actor.id)
            yield actor
            actor = plan.actors.get(actor.part_of or "")


def every_country_of_a_record_is_named_in_it(plan: Plan) -> Iterator[Problem]:
    """A notice on each country that a record lists and names nowhere, by any of its names, nor an indicator on which it bears."""
    records: list[Finding | Piece] = [*plan.findings.values(), *plan.pieces.values()]
    for record in (one for one in records if one.countries):
        told = " ".join([*(text for *_, text in titles_and_texts(record)), _far(record, plan)])
        borne_on = [plan.indicators[id] for id in record.bears_on if isinstance(id, str) and id in plan.indicators]
        for place, id in enumerate(record.countries):
            named = _names_one_of(_names_of(plan.countries[id], plan), told) if id in plan.countries else True
            if not named and not any(one.entries_of(id) for one in borne_on):
                message = tell("named.country_unnamed", name=getattr(plan.countries[id].name, spoken()))
                yield record.problem(("countries", place), message, tell("named.correct_country"), level=NOTICE)


def _names_of(country: Country, plan: Plan) -> tuple[str, ...]:
    """By what a country is called: its name, what sources print for it, and the names under which readers look for it."""
    aliases = plan.aliases.get(typed_id("countries", country.id))
    others = [name for language in LANGUAGES for name in getattr(aliases, language)] if aliases else []
    return (*(getattr(country.name, language) for language in LANGUAGES), *country.names_printed, *others)


RULES = [every_body_that_a_text_names_is_in_its_record, every_country_of_a_record_is_named_in_it]
