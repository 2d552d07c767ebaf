"""Which record somebody means by an identifier that no record has: they wrote its name, or a typing error."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from macros.languages import LANGUAGES
from macros.messages import either, spoken, tell
from macros.model.kinds import KINDS, typed_id
from macros.model.plan import Plan
from macros.model.shape import Record, Text
from macros.similarity import fold

# What a record is called besides its id and its caption, in words of both languages and in codes.
SHORT_NAMES, CODES = ("acronym", "plural"), ("printed", "iso", "redirects", "names_printed", "number", "celex")
# How alike a name, or an id, must be: many records have names of the same few words.
NEAR_NAME, NEAR_ID, NEAR_WORD = 0.8, 0.6, 0.7


def meant(written: str, plan: Plan, kinds: Iterable[str], otherwise: str) -> str:
    """A hint: what of these kinds is called so, records or words; else the nearest one and what to do `otherwise`; else that alone."""
    called = named(plan, kinds := list(kinds))
    ids = {folded(record.id): [record] for _, record in _records(plan, kinds)}
    said = folded(written)
    near = [said] if said in called else []
    if not near and not said[:1].isdigit():  # a number beside another one is no likelier than any
        near = get_close_matches(said, called, n=1, cutoff=NEAR_NAME) or get_close_matches(said, ids, n=1, cutoff=NEAR_ID if otherwise else NEAR_WORD)
    if not near:
        return otherwise
    question = tell("suggest.did_you_mean", called=either(map(_shown, called[near[0]])))
    return tell("common.if_not", near=question, place=otherwise) if otherwise and near[0] != said else question


def named(plan: Plan, kinds: Iterable[str]) -> dict[str, list[Record]]:
    """What records of some kinds, or words of some lists, are called, folded -> all that are called so; an identifier stands for its own alone."""
    called: dict[str, list[Record]] = {}
    records = list(_records(plan, kinds))
    for kind, record in records:
        for name in (*_called(record), *_called_otherwise(plan.aliases.get(typed_id(kind, record.id)))):
            called.setdefault(folded(name), []).append(record)
    return called | {folded(record.id): [record] for _, record in records}


def _records(plan: Plan, kinds: Iterable[str]) -> Iterator[tuple[str, Record]]:
    return ((kind, record) for kind in kinds for record in (plan.of(kind) if kind in KINDS else plan.vocabularies[kind]).values())


def _called(record: Record) -> Iterator[str]:
    """The names of a record in both languages, and its codes."""
    for text in (record.caption, *(getattr(record, field, None) for field in SHORT_NAMES)):
        yield from (getattr(text, language) for language in LANGUAGES) if isinstance(text, Text) else ()
    for code in (getattr(record, field, None) for field in CODES):
        yield from code if isinstance(code, list) else [code] if code else []


def _called_otherwise(names: Record | None) -> Iterator[str]:
    """The names under which readers look for a record."""
    for language in LANGUAGES if names else ():
        yield from getattr(names, language)


def _shown(record: Record) -> str:
    """The id of a record, with its name where the id does not say it."""
    name = getattr(record, "name", None)
    said = getattr(name, spoken()) if name else record.id
    return tell("suggest.named", id=record.id, name=said) if folded(said) != folded(record.id) else tell("suggest.unnamed", id=record.id)


def folded(name: str) -> str:
    """A name without case, accents and signs: `European-Commission` is `european commission`."""
    return re.sub(r"[\W_]+", " ", fold(name)).strip()
