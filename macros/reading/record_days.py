"""When each record was last changed: the history tells it line by line, no clock does."""

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from macros.model.kinds import INSIDE, JUDGED, KINDS, RecordKey
from macros.model.plan import Plan
from macros.model.shape import Record
from macros.reading.git import days_of_lines, is_whole


def record_days(root: Path, plan: Plan) -> dict[RecordKey, str]:
    """Kind and identifier of each record that has a page -> the day; none where the history does not tell."""
    days = cache(partial(days_of_lines, root))
    found: dict[RecordKey, str] = {}
    if not is_whole(root):
        return found
    for kind in (name for name, one in KINDS.items() if one.macro):
        for record, first, last in _spans(plan, kind):
            written = [(record.place.file, first, last)]
            written += [(judgement.place.file, 1, None) for judgement in _judgements(record)]
            if day := max((day for file, start, end in written for day in days(file)[start - 1 : end]), default=""):
                found[RecordKey(kind, record.id)] = day
    return found


def _spans(plan: Plan, kind: str) -> Iterator[tuple[Record, int, int | None]]:
    """Each record of a kind with its first and last line: it ends where the next one begins, or one of the kind that holds it."""
    starts = {record.place.line(): record for record in plan.of(kind).values()}
    ends = sorted({*starts, *(record.place.line() for record in (plan.of(INSIDE[kind]).values() if kind in INSIDE else ()))})
    for line, record in starts.items():
        yield record, line, next((end - 1 for end in ends if end > line), None)


def _judgements(record: Record) -> list[Record]:
    return next((list(getattr(record, kind)) for kind in JUDGED if hasattr(record, kind)), [])
