"""The lines that stand where somebody saw a mistake."""

import re
from pathlib import Path

from macros.model.plan import Plan

# As the check writes a place, or as GitHub does.
_PLACE = re.compile(r"(data/[\w/@.-]+?\.yaml)(?::|#L)(\d{1,6})(?!\d)")
MAX_LINES = 40


def written_at(root: Path, plan: Plan, place: str) -> tuple[str, int, str] | None:
    """File, line, and the record around it, of a place like data/actions.yaml:57 or its address at GitHub; None where no record is."""
    named = _PLACE.search(place)
    if not named:
        return None
    around = [one for one in plan.records() if one.place.file == named[1] and one.place.line() <= int(named[2]) <= one.place.last_line]
    if not around:
        return None
    record = max(around, key=lambda one: one.place.line())
    first = record.place.line()
    last = min(record.place.last_line, first - 1 + MAX_LINES)
    lines = (root / record.place.file).read_text("utf-8").splitlines()[first - 1 : last]
    return record.place.file, first, "\n".join(lines)
