"""The assessments of an objective before and after: published ones stand, but for typing errors; new ones are appended."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from macros.changes.account import RecordDiff
from macros.changes.compare import Comparison
from macros.changes.markdown import SafeText
from macros.changes.names import Names
from macros.model.kinds import TypedId, follow, typed_id
from macros.model.records import objective_of, status_of
from macros.problems import DataErrors
from macros.reading.published import text_change
from macros.reading.revision import Revision, Written


@dataclass(frozen=True)
class AssessmentChange:
    """An objective before and after (None where it is not there), with all its assessments then and now, in order."""

    id: str
    before: Written | None
    after: Written | None
    old: list[Written]
    new: list[Written]

    @property
    def published(self) -> list[tuple[Written, Written | None]]:
        """The assessments before, each with what became of it."""
        now = {one.id: one for one in self.new}
        return [(was, now.get(was.id)) for was in self.old]

    @property
    def added(self) -> list[Written]:
        """The new assessments."""
        known = {one.id for one in self.old}
        return [one for one in self.new if one.id not in known]

    @property
    def status_before(self) -> str:
        return _status(self.before, self.old)

    @property
    def status_after(self) -> str:
        return _status(self.after, self.new)


def assessment_changes(comparison: Comparison, before: Revision, after: Revision) -> Iterator[AssessmentChange]:
    """Every objective that changed, or whose assessments did; but for those of which a file cannot be read, which is said elsewhere."""
    ids = [change.id for change in comparison.of("objectives")]
    ids += [objective_of(change.id) for change in comparison.of("assessments")]
    for id in sorted(set(ids)):
        with suppress(DataErrors):
            yield AssessmentChange(id, before.objective(id), after.objective(id), before.assessments(id), after.assessments(id))


def _status(objective: Written | None, assessments: list[Written]) -> str:
    """The status of an objective as written; empty where there is no objective."""
    if not objective:
        return ""
    return status_of([str(one.fields.get("status", "")) for one in assessments], bool(objective.inside), bool(objective.fields.get("see")))


def is_typing_correction(old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Whether two versions of an assessment differ by typing errors in its texts only. Whether a language is behind is no part of the words."""
    changed = [(old.get(name), new.get(name)) for name in {**old, **new} if old.get(name) != new.get(name)]
    return all(isinstance(a, dict) and isinstance(b, dict) and not text_change(a, b).changed for a, b in changed)


# A headline and the lines below it.
Bullet = tuple[SafeText, Iterable[SafeText]]


def rewritten(changes: list[AssessmentChange], names: Names, moved: dict[str, Written]) -> tuple[list[Bullet], list[Bullet]]:
    """(headline, lines) of each published assessment that was edited or removed, and of those in which a typing error was corrected."""
    moves = {TypedId(id): TypedId(str(record.fields.get("to", ""))) for id, record in moved.items()}
    faults: list[Bullet] = []
    corrections: list[Bullet] = []
    account = RecordDiff(names, "assessments")
    for change in changes:
        for old, new in change.published:
            where = SafeText("{}, assessment of {}").format(names.record("objectives", change.id), old.id.partition("@")[2])
            if new is None:
                said = SafeText("⚠ Published assessment removed: {} ({})").format(where, names.word("statuses", str(old.fields.get("status", ""))))
                faults.append((said, []))
            elif _today(old.fields, moves) == _today(new.fields, moves):
                continue
            elif is_typing_correction(old.fields, new.fields):
                corrections.append((where, list(account.differences(old.fields, new.fields))))
            else:
                faults.append((SafeText("⚠ Published assessment edited: {}").format(where), list(account.differences(old.fields, new.fields))))
    return faults, corrections


def _today(fields: dict[str, Any], moves: dict[TypedId, TypedId]) -> dict[str, Any]:
    """The fields of an assessment with the identifiers that its actions have today."""
    written = fields.get("rests_on")
    return {**fields, "rests_on": [follow(typed_id("actions", str(id)), moves) for id in written]} if isinstance(written, list) else fields
