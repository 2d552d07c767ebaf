"""The lines that stand where somebody saw a mistake."""

import re
from pathlib import Path

from macros.model.plan import Plan

_PLACE = re.compile(r"(data/[\w/-]+(?:\.\w+)*\.yaml):(\d{1,6})")
MAX_LINES = 40


def written_at(root: Path, plan: Plan, place: str) -> tuple[str, int, str] | None:
    """File, line, and the record that begins there, of a place like data/actions.yaml:57; None where no record does."""
    named = _PLACE.fullmatch(place.strip())
    if not named:
        return None
    record = next((one for one in plan.records() if (one.place.file, str(one.place.line())) == named.groups()), None)
    if not record:
        return None
    first = record.place.line()
    last = min(record.place.last_line, first - 1 + MAX_LINES)
    lines = (root / record.place.file).read_text("utf-8").splitlines()[first - 1 : last]
    return record.place.file, first, "\n".join(lines)
