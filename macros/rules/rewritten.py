"""Texts of published records in both languages, as they were and as they are now."""

from functools import lru_cache
from typing import NamedTuple

from macros.model.kinds import INSIDE
from macros.model.plan import Plan
from macros.model.shape import Record
from macros.reading.published import Published, bilingual_texts


class Rewritten(NamedTuple):
    """A text of a record of a kind, at a path in it: language -> words, with the marks of a translation, before and now."""

    kind: str
    record: Record
    path: tuple
    was: dict
    now: dict


@lru_cache(maxsize=1)
def rewritten(before: Published, plan: Plan) -> list[Rewritten]:
    """Every text that stood in a published record and stands there still, in files that changed. Worked out once for all rules."""
    found: list[Rewritten] = []
    for kind, records in before.records.items():
        for id, old in records.items() if kind != "moved" else ():
            record = plan.current_record(kind, id)
            if record and not old.stands_in_same_file(record.place):
                written = record.model_dump(by_alias=True, exclude_none=True, exclude=set(INSIDE))
                was = {name: text for name, _, text in bilingual_texts(old.fields)}
                found += [Rewritten(kind, record, path, was[name], now) for name, path, now in bilingual_texts(written) if name in was]
    return found
