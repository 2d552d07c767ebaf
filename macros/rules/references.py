"""Rules on identifiers and words: each exists, each is used once, each is used at all."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from macros.links import RECORD_PAGES
from macros.model import Action, Finding, untyped
from macros.plan import Plan
from macros.problems import Problem, suggestion
from macros.rules.meant import meant
from macros.shape import Record, Ref, Term

ONE = {
    "areas": "area", "objectives": "objective", "actions": "action", "sections": "section", "findings": "finding",
    "actors": "actor", "means": "means", "follow_ups": "follow-up", "commitments": "commitment",
    "indicators": "indicator", "countries": "country", "sources": "source", "glossary": "term",
}  # fmt: skip
FILE = {kind: f"data/{kind.replace('_', '-')}.yaml" for kind in ONE} | {
    "areas": "data/actions.yaml", "objectives": "data/actions.yaml", "sections": "data/findings.yaml",
}  # fmt: skip
# The kinds that are numbered as they come.
SERIAL = {Action: "actions", Finding: "findings"}
# Identifiers of these pairs are anchors of one page; so are the names of its headings.
SHARED_PAGES = (
    (("glossary", "means"), {"terms", "acronyms", "means"}),
    (("indicators",), {"list", "indicators", "contradictions"}),
)


def every_identifier_is_used_once(plan: Plan) -> Iterator[Problem]:
    """No two records of a kind share an id."""
    given: list[str] = []
    for record in plan.repeated:
        given.append(free := _next_free(record, plan, given))
        what = f"the next free one is {free}" if free else "correct one of the two"
        yield record.problem(("id",), f"the id '{record.id}' is already taken", f"{what}; ids are never reused")


def _next_free(record: Record, plan: Plan, given: list[str]) -> str:
    """The number after all that records have, had before they moved, or were just given; empty for an id that is no serial number."""
    kind = SERIAL.get(type(record), "")
    stem = re.sub(r"\d+$", "", record.id)
    used = [*getattr(plan, kind, ()), *(id for old, id in map(untyped, plan.moved) if old == kind), *given]
    numbers = [int(rest) for id in used if id.startswith(stem) and (rest := id.removeprefix(stem)).isdecimal() and len(rest) < 10]
    return f"{stem}{max(numbers, default=0) + 1}" if kind else ""


def every_anchor_of_a_page_differs(plan: Plan) -> Iterator[Problem]:
    """Records that share a page do not share an id, nor take that of a heading."""
    for kinds, headings in SHARED_PAGES:
        taken = set(headings)
        for record in (record for kind in kinds for record in getattr(plan, kind).values()):
            if record.id in taken:
                yield record.problem(("id",), f"the id '{record.id}' is already an anchor of the same page", "choose another id")
            taken.add(record.id)


def no_page_takes_the_place_of_an_index(plan: Plan) -> Iterator[Problem]:
    """The page that lists all records of a kind is called index."""
    for record in (getattr(plan, kind)["index"] for kind in RECORD_PAGES if "index" in getattr(plan, kind)):
        yield record.problem(("id",), "'index' is the page that lists them all", "choose another id")


def every_country_code_leads_to_one_country(plan: Plan) -> Iterator[Problem]:
    """No printed code, ISO code or redirect stands for two countries."""
    for field in ("printed", "iso", "redirects"):
        seen = {id: id for id in plan.countries} if field == "redirects" else {}
        for country in plan.countries.values():
            codes = getattr(country, field)
            for code in codes if isinstance(codes, list) else [codes] if codes else []:
                if code in seen:
                    yield country.problem((field,), f"'{code}' already stands for '{seen[code]}'", "give each country a code of its own")
                seen.setdefault(code, country.id)


def every_reference_exists(plan: Plan) -> Iterator[Problem]:
    """Every id that a record mentions belongs to a record; a published assessment may rest on an action that moved since."""
    for use in plan.uses:
        if isinstance(use.mark, Ref) and not any(use.value in getattr(plan, kind) for kind in use.mark.kinds):
            gone = next((now for kind in use.mark.kinds if (now := plan.leads_to(kind, use.value))), None)
            if gone and use.field == "rests_on":
                continue
            if gone:
                yield use.record.problem(use.path, f"'{use.value}' has moved", f"write '{untyped(gone)[1]}'")
                continue
            if not use.value:
                yield use.record.problem(use.path, f"'{use.field}' is empty", "write the id that belongs here, or delete the line")
                continue
            known = [record for kind in use.mark.kinds for record in getattr(plan, kind).values()]
            kinds = _or(ONE[kind] for kind in use.mark.kinds)
            otherwise = f"add it to {_or(FILE[kind] for kind in use.mark.kinds)} first"
            yield use.record.problem(use.path, f"no {kinds} has the id '{use.value}'", meant(use.value, known, otherwise))


def _or(names: Iterable[str]) -> str:
    *some, last = dict.fromkeys(names)
    return f"{', '.join(some)} or {last}" if some else last


def every_word_is_in_the_vocabulary(plan: Plan) -> Iterator[Problem]:
    """States, roles, kinds, units ... are words of data/vocabulary.yaml."""
    for use in plan.uses:
        if isinstance(use.mark, Term) and use.value not in (known := plan.vocabularies[use.mark.vocabulary]):
            wrong = f"'{use.value}' is not a known word for '{use.field}'" if use.value else f"'{use.field}' is empty"
            hint = suggestion(use.value, known, f"use one of: {', '.join(known)}")
            yield use.record.problem(use.path, wrong, hint)


def no_word_of_the_vocabulary_changed(plan: Plan) -> Iterator[Problem]:
    """Where several records write an unknown word, and a known one like it is written by none, the vocabulary is wrong."""
    written = Counter((use.mark.vocabulary, use.value) for use in plan.uses if isinstance(use.mark, Term))
    for (vocabulary, value), times in written.items():
        known = plan.vocabularies[vocabulary]
        near = get_close_matches(value, known, n=1) if times > 1 and value not in known else []
        if near and not written[vocabulary, near[0]]:
            message = f"no record writes '{near[0]}', but {times} times they write '{value}'"
            yield known[near[0]].problem(("id",), message, f"write '{value}' if this id was changed by mistake: ids never change")


def every_word_of_the_vocabulary_stands_once(plan: Plan) -> Iterator[Problem]:
    """No list of the vocabulary holds a word twice."""
    for name in type(plan.vocabulary).model_fields:
        seen = set()
        for word in getattr(plan.vocabulary, name):
            if word.id in seen:
                yield word.problem(("id",), f"'{word.id}' stands twice in '{name}'", "keep one of the two")
            seen.add(word.id)


def every_record_is_used(plan: Plan) -> Iterator[Problem]:
    """Actors, means and sources that nothing refers to are left-overs."""
    for kind in ("actors", "means", "sources"):
        for record in getattr(plan, kind).values():
            if all(use.record is record for use in plan.references.get((kind, record.id), [])):
                yield record.problem(("id",), f"no record refers to this {ONE[kind]}", "name it where the text names it, or delete it")


RULES = [
    every_identifier_is_used_once,
    every_anchor_of_a_page_differs,
    no_page_takes_the_place_of_an_index,
    every_country_code_leads_to_one_country,
    every_reference_exists,
    every_word_is_in_the_vocabulary,
    no_word_of_the_vocabulary_changed,
    every_word_of_the_vocabulary_stands_once,
    every_record_is_used,
]
