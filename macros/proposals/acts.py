"""Acts that are named whole, by their number, their CELEX number or a link: the one thing held of each that bears on what is judged."""

import re

from macros.model.plan import Plan
from macros.rules.suggest import acts_in, bearing_on, folded

# The number of an act, and an act by that or as the data call it.
NUMBERED = r"(?:\(?[CEU]{2}\)?\s+)?(?:n[o°]\s*)?\d+/\d+(?:/[A-Z]{2,3}\b)?"
ACT = rf"(?:\b(?:la|le|the)\s+)?(?:\b[^\W\d]+(?:-[^\W\d]+)?\.?\s+)?{NUMBERED}|\b[a-z]+(?:-[a-z]+)*-\d{{4}}-\d+[a-z0-9-]*"
_NAMED = re.compile(rf"(?i)\b(?:COM|SWD|SEC|JOIN)\s*\(\d{{4}}\)\s*\d+(?:\s+final)?\b|\b(?:CELEX[\s:]*)?\d{{5}}[A-Z]{{1,2}}\d{{4}}\b|{ACT}")
_PLACE = re.compile(r"(?i)\b(?:art(?:icle|\.)|considérant|recital|annex)")


def acts_read(written: str, plan: Plan, judged: str) -> str:
    """An answer with a line of its own for each act that we hold: its identifier, or that of the one part of it that bears on what is judged.

    An act of which a place is named that nobody could read stays in words.
    """

    def read(found: re.Match[str]) -> str:
        if _PLACE.search(re.split(r"[,;\n]", written[: found.start()])[-1]):
            return found[0]
        ids = {id for id, one in plan.sources.items() if folded(found[0]) in _codes(one.number, one.celex)} or acts_in(found[0], plan)
        return f"\n{part_of(ids.pop(), plan, judged)}\n" if len(ids) == 1 else found[0]

    return _NAMED.sub(read, written)


def _codes(number: str | None, celex: str | None) -> set[str]:
    """How an act is called by numbers, folded; with and without what stands behind that of a document of the Commission."""
    called = [number, (number or "").removesuffix(" final"), celex, f"CELEX {celex}"]
    return {folded(one) for one in called if one}


def part_of(act: str, plan: Plan, judged: str) -> str:
    """The one part of an act that bears on what is judged; the act itself where none does, or several do."""
    parts = parts_of(act, plan, judged)
    return parts[0] if len(parts) == 1 else act


def parts_of(act: str, plan: Plan, judged: str) -> list[str]:
    """What bears on what is judged and came with an act, or quotes nothing else: named as a source, or as the development that tells of it."""
    own = {piece.id: plan.development_of(piece) for piece in bearing_on(plan, judged)}
    quoted = {id: {one.source for one in plan.pieces[id].evidence} for id in own}
    return [id for id, told in own.items() if act in (told.id, told.source) or quoted[id] == {act}]
