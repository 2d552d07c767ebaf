"""Notices on what is read otherwise over the same quotations: another chosen word, value or record that is referred to."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from macros.languages import FIRST
from macros.messages import tell
from macros.model.kinds import INSIDE, JUDGED, parse_id
from macros.model.plan import Plan
from macros.model.shape import Record, Ref, uses_in
from macros.problems import NOTICE, Problem
from macros.reading.published import ITEM_KEYS, Published, written_word
from macros.rules.facts import Rule
from macros.rules.rewritten import changed
from macros.similarity import is_typo_fix

# Fields that hold what somebody chose: a word of a list, yes or no, a code, a value, a record.
CHOSEN = {
    "accepted", "actor", "agent", "asks", "celex", "cites", "class", "common_rules", "countries", "country", "from_replies", "indicators", "is",
    "iso", "kind", "makes", "max", "max_unit", "means", "member_state", "min", "number", "of", "official", "part_of", "plan_point", "qualifier",
    "relation", "role", "scope", "self_declared", "series", "source", "state", "strength", "subject", "to", "unit", "value", "weakness",
}  # fmt: skip
# Those of them that may be left out, which says something too. What each record has may have had another name at that commit.
MAY_LACK = {"accepted", "agent", "from_replies", "max_unit", "part_of", "qualifier", "self_declared", "unit"}
# What tells the items of a list apart: in another order they are the same. What counts a thing is told by the words that print it.
TOLD_BY = (*ITEM_KEYS, "printed")
# A name of what is counted, and the list whose countries that came or went another rule tells.
LABEL, ENTRIES, VALUES = "label", "entries", ("value", "min", "max")


def no_reading_turns_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a record holds another word, value or reference, or a label of another figure, over the same quotations."""
    moved = {parse_id(id).id for id in plan.moved}
    for old, record in changed(before, plan):
        now = record.model_dump(by_alias=True, exclude_unset=True, exclude=set(INSIDE)) if old.kind not in JUDGED else {}
        if now and _quotations(old.fields) == _quotations(now):
            every = [one for one in _chosen(old.fields, now, "") if one[1] not in moved and one[2] not in _unknown(record, plan)]
            labels = [was for name, was, _ in every if name == LABEL]
            if turned := [f"{name} {was} → {new}" for name, was, new in every if name != LABEL or new in labels]:
                message = tell("turned.read_otherwise", turned=tell("diff.semicolon").join(turned))
                yield record.problem(("id",), message, tell("turned.see_that_source_says"), level=NOTICE)


def _unknown(record: Record, plan: Plan) -> set[str]:
    """The identifiers in a record that are none: another rule speaks of them."""
    return {use.value for use in uses_in(record) if isinstance(use.mark, Ref) and not any(use.value in plan.of(kind) for kind in use.mark.kinds)}


def _quotations(fields: Any) -> list[str]:
    found = [str(fields["quotation"])] if isinstance(fields, dict) and fields.get("quotation") else []
    inside = fields.values() if isinstance(fields, dict) else fields if isinstance(fields, list) else ()
    return [*found, *(one for inner in inside for one in _quotations(inner))]


def _chosen(old: Any, new: Any, name: str) -> Iterator[tuple[str, str, str]]:
    """Name, word before and word now of each field that holds something chosen; what lists gained or lost is told elsewhere."""
    if isinstance(old, dict) and isinstance(new, dict):
        if name == LABEL and not is_typo_fix(str(old.get(FIRST)), str(new.get(FIRST))):
            yield name, str(old.get(FIRST)), str(new.get(FIRST))
        # What prints a value holds it: another rule compares them.
        held = VALUES if "printed" in old and old["printed"] == new.get("printed") else ()
        for field in (one for one in {**old, **new} if one not in held):
            if field in old and field in new:
                yield from _chosen(old[field], new[field], field)
            elif field in MAY_LACK:
                yield field, written_word(old.get(field)), written_word(new.get(field))
    elif isinstance(old, list) and isinstance(new, list):
        for was, now in _pairs(_by_key(old), _by_key(new), name):
            yield from _chosen(was, now, name)
    elif name in CHOSEN and isinstance(old, str) and written_word(new) != old:
        yield name, old, written_word(new)


def _pairs(old: dict[tuple, Any], new: dict[tuple, Any], name: str) -> Iterator[tuple[Any, Any]]:
    """The items of two lists beside each other: those of one key, then what is gone and what stands in its place."""
    yield from ((old[key], new[key]) for key in old if key in new)
    gone, come = ([one[key] for key in one if key not in other] for one, other in ((old, new), (new, old)))
    yield from zip(gone, come, strict=False) if name != ENTRIES else ()


def _by_key(items: list) -> dict[tuple, Any]:
    """The items of a list by what each is about, the first of it and the next ones; by their place where nothing tells them."""
    seen: Counter[str] = Counter()
    found = {}
    for place, item in enumerate(items):
        key = str(next((item[name] for name in TOLD_BY if name in item), place)) if isinstance(item, dict) else str(item)
        seen[key] += 1
        found[key, seen[key]] = item
    return found


RULES: list[Rule] = [no_reading_turns_unseen]
