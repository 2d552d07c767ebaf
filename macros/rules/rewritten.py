"""Texts of published records in both languages, as they were and as they are now."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from macros.model.kinds import INSIDE
from macros.model.plan import Plan
from macros.model.shape import Record
from macros.reading.published import Published, bilingual_texts


class Rewritten(NamedTuple):
    """A text of a record, at a path in it: language -> words, with the marks of a translation, before and now."""

    record: Record
    path: tuple
    was: dict
    now: dict


def rewritten(before: Published, plan: Plan, without: Collection[str] = ("moved",)) -> Iterator[Rewritten]:
    """Every text that stood in a published record and stands there still; of records of some kinds none."""
    for kind, records in before.records.items():
        for id, old in records.items() if kind not in without else ():
            record = plan.current_record(kind, id)
            if record and not old.stands_in_same_file(record.place):
                written = record.model_dump(by_alias=True, exclude_none=True, exclude=set(INSIDE))
                was = {name: text for name, _, text in bilingual_texts(old.fields)}
                yield from (Rewritten(record, path, was[name], now) for name, path, now in bilingual_texts(written) if name in was)
