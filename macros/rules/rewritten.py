"""Records and their texts beside what was published: those that stand there still, as they were and as they are now, and texts that are new."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from macros.languages import LANGUAGES
from macros.model.kinds import INSIDE, KINDS, kind_of
from macros.model.plan import Plan
from macros.model.shape import Record
from macros.reading.published import Published, bilingual_texts
from macros.reading.revision import Written


class Rewritten(NamedTuple):
    """A text of a record of a kind, at a path in it: language -> words, with the marks of a translation, before and now.

    `was` is empty for a new one.
    """

    kind: str
    record: Record
    path: tuple
    was: dict
    now: dict


@lru_cache(maxsize=1)
def changed(before: Published, plan: Plan) -> list[tuple[Written, Record]]:
    """Each published record that stands there still, in a file that changed, beside what it was. Worked out once for all rules."""
    return [
        (old, record) for kind, records in before.records.items() if kind in KINDS and kind != "moved" for id, old in records.items()
        if (record := plan.of(kind).get(id)) and not old.stands_in_same_file(record.place)
    ]  # fmt: skip


@lru_cache(maxsize=1)
def rewritten(before: Published, plan: Plan) -> list[Rewritten]:
    """Every text that stood in a published record and stands there still, in files that changed. Worked out once for all rules."""
    found: list[Rewritten] = []
    for kind, records in before.records.items():
        for id, old in records.items() if kind != "moved" else ():
            record = plan.current_record(kind, id)
            if record and not old.stands_in_same_file(record.place):
                was = {name: text for name, _, text in bilingual_texts(old.fields)}
                found += [Rewritten(kind, record, path, was[name], now) for name, path, now in _texts_of(record) if name in was]
    return found


@lru_cache(maxsize=1)
def new_texts(before: Published, plan: Plan) -> list[Rewritten]:
    """Every text that no record of a file that changed had in the same words; none where nothing was published. Worked out once for all rules."""
    stood = {id(old.lines): old for records in before.records.values() for old in records.values()}
    changed = [record for record in plan.records() if id(record.place.lines) not in stood] if stood else []
    gone = stood.keys() - {id(record.place.lines) for record in plan.records()} if changed else set()
    olds = [old for records in before.records.values() for old in records.values() if id(old.lines) in gone]
    said = {_said(text) for old in olds for _, _, text in bilingual_texts(old.fields)}
    return [
        Rewritten(kind_of(record), record, path, {}, text) for record in changed for _, path, text in _texts_of(record) if _said(text) not in said
    ]


def _texts_of(record: Record) -> Iterator[tuple[tuple, tuple, dict]]:
    """Each text of a record, as files write it, without the records inside."""
    return bilingual_texts(record.model_dump(by_alias=True, exclude_none=True, exclude=set(INSIDE)))


def _said(text: dict) -> tuple[str, ...]:
    return tuple(str(text[language]) for language in LANGUAGES)
