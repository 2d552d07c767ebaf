"""The assessments of an objective before and after: published ones stand, but for typing errors; new ones are appended."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros.changes.account import Account
from macros.changes.compare import Change
from macros.changes.markdown import Inert
from macros.changes.names import Names
from macros.languages import LANGUAGES
from macros.model.kinds import TypedId, follow, typed_id
from macros.model.records import status_of
from macros.reading.published import pair_assessments
from macros.reading.revision import Written
from macros.similarity import is_typo_fix

Assessment = dict[str, Any]


@dataclass(frozen=True)
class History:
    """The assessments of an objective: the published ones with what became of them, and the new ones."""

    published: list[tuple[Assessment, Assessment | None]]
    added: list[Assessment]


def history(change: Change) -> History:
    """The assessments of a changed objective, paired by their date or else by their place."""
    now = assessments_of(change.new)
    pairs = pair_assessments(assessments_of(change.old), [str(item.get("as_of", "")) for item in now])
    places = {pair.place for pair in pairs}
    published = [(pair.before, None if pair.place is None else now[pair.place]) for pair in pairs]
    return History(published, [item for place, item in enumerate(now) if place not in places])


def status(objective: Written | None) -> str:
    """The status of an objective as written; empty where there is no objective."""
    if not objective:
        return ""
    statuses = [str(item.get("status", "")) for item in assessments_of(objective.fields)]
    return status_of(statuses, bool(objective.inside), bool(objective.fields.get("see")))


def is_typing_correction(old: Assessment, new: Assessment) -> bool:
    """Whether two versions of an assessment differ by typing errors in its texts only. Whether a language is behind is no part of the words."""
    changed = [(old.get(name), new.get(name)) for name in {**old, **new} if old.get(name) != new.get(name)]
    return all(isinstance(a, dict) and isinstance(b, dict) and _is_mended(a, b) for a, b in changed)


def _is_mended(old: dict[str, Any], new: dict[str, Any]) -> bool:
    return all(is_typo_fix(str(old.get(language, "")), str(new.get(language, ""))) for language in LANGUAGES)


def assessments_of(fields: dict[str, Any]) -> list[Assessment]:
    """The assessments of an objective as written."""
    written = fields.get("assessments")
    return [item for item in written if isinstance(item, dict)] if isinstance(written, list) else []


# A headline and the lines below it.
Told = tuple[Inert, Iterable[Inert]]


def rewritten(changes: list[Change], names: Names, moved: dict[str, Written]) -> tuple[list[Told], list[Told]]:
    """(headline, lines) of each published assessment that was edited or removed, and of those in which a typing error was corrected."""
    moves = {TypedId(id): TypedId(str(record.fields.get("to", ""))) for id, record in moved.items()}
    faults: list[Told] = []
    corrections: list[Told] = []
    account = Account(names, "objectives")
    for change in changes:
        for old, new in history(change).published:
            where = Inert("{}, assessment of {}").format(names.record("objectives", change.id), str(old.get("as_of", "")))
            if new is None:
                said = Inert("⚠ Published assessment removed: {} ({})").format(where, names.word("statuses", str(old.get("status", ""))))
                faults.append((said, []))
            elif _today(old, moves) == _today(new, moves):
                continue
            elif is_typing_correction(old, new):
                corrections.append((where, list(account.differences(old, new))))
            else:
                faults.append((Inert("⚠ Published assessment edited: {}").format(where), list(account.differences(old, new))))
    return faults, corrections


def _today(item: Assessment, moves: dict[TypedId, TypedId]) -> Assessment:
    """An assessment with the identifiers that its actions have today."""
    written = item.get("rests_on")
    return {**item, "rests_on": [follow(typed_id("actions", str(id)), moves) for id in written]} if isinstance(written, list) else item
