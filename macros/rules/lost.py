"""Notices on what a record has no longer and what others needed: reviewers see it."""

from collections.abc import Iterator, Mapping
from typing import Any

from macros.languages import FIRST
from macros.messages import tell
from macros.model.kinds import JUDGED, parse_id
from macros.model.plan import Plan
from macros.problems import NOTICE, Problem
from macros.reading.published import Published
from macros.rules.facts import Rule
from macros.rules.rewritten import changed

# What qualifies a record, and the lists that bear its text, with what tells their items.
CAVEATS, BEARING = ("note", "because"), {"figures": "printed", "actors": "actor"}


def no_caveat_goes_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a record has no longer its note, or what says why it is read otherwise."""
    for old, record in changed(before, plan):
        for field in CAVEATS if old.kind not in JUDGED else ():
            if isinstance(was := old.fields.get(field), dict) and not getattr(record, field, None):
                message = tell("lost.caveat", field=field, before=was.get(FIRST))
                yield record.problem(("id",), message, tell("lost.see_that_nothing_needs_it"), level=NOTICE)


def nothing_that_bears_a_text_goes_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a text stands as it was, and the record has fewer figures or parts."""
    moved = {parse_id(id).id for id in plan.moved}
    for old, record in changed(before, plan):
        text = old.fields.get("text")
        if isinstance(text, dict) and text.get(FIRST) == getattr(getattr(record, "text", None), FIRST, None):
            for field, telling in BEARING.items():
                was = _told(old.fields.get(field), telling)
                now = [str(getattr(one, telling)) for one in getattr(record, field, ())]
                gone = [one for one in was if one not in (*now, *moved)]
                if gone and len(now) < len(was):
                    message = tell("lost.bearing", field=field, gone=", ".join(gone))
                    yield record.problem(("id",), message, tell("lost.see_that_text_stands"), level=NOTICE)


def _told(items: Any, telling: str) -> list[str]:
    return [str(one[telling]) for one in items or () if isinstance(one, dict) and telling in one]


def no_contradiction_goes_unseen(before: Published, plan: Plan, lengths: Mapping[str, int]) -> Iterator[Problem]:
    """A notice where nothing says any longer that what the source says of a country does not fit together."""
    for id, old in before.records.get("contradictions", {}).items():
        if id not in plan.contradictions and isinstance(note := old.fields.get("note"), dict):
            line = min(old.line, lengths.get(old.file) or 1)
            message = tell("lost.contradiction", before=note.get(FIRST))
            yield Problem(old.file, line, id, message, tell("lost.see_that_nothing_needs_it"), NOTICE)


RULES: list[Rule] = [no_caveat_goes_unseen, nothing_that_bears_a_text_goes_unseen, no_contradiction_goes_unseen]
