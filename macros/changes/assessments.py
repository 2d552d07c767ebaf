"""The assessments of an objective before and after: published ones stand, but for typing errors; new ones are appended."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros.changes.account import Account
from macros.changes.compare import Comparison
from macros.changes.markdown import Inert
from macros.changes.names import Names
from macros.languages import LANGUAGES
from macros.model.kinds import KINDS, TypedId, follow, typed_id
from macros.model.records import objective_of, status_of
from macros.problems import DataErrors
from macros.reading.revision import Revision, Written
from macros.similarity import is_typo_fix


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


def assessment_changes(comparison: Comparison, before: Revision, after: Revision) -> list[AssessmentChange]:
    """Every objective that changed, or whose assessments did."""
    ids = [change.id for change in comparison.of("objectives")]
    ids += [objective_of(change.id) for change in comparison.of("assessments")]
    return [
        AssessmentChange(id, _objective(before, id), _objective(after, id), _assessments(before, id), _assessments(after, id))
        for id in sorted(dict.fromkeys(ids))
    ]


def _objective(revision: Revision, id: str) -> Written | None:
    try:
        return next((one for one in revision.read(KINDS["objectives"].file) if (one.kind, one.id) == ("objectives", id)), None)
    except DataErrors:
        return None


def _assessments(revision: Revision, objective: str) -> list[Written]:
    try:
        return revision.assessments(objective)
    except DataErrors:
        return []


def _status(objective: Written | None, assessments: list[Written]) -> str:
    """The status of an objective as written; empty where there is no objective."""
    if not objective:
        return ""
    return status_of([str(one.fields.get("status", "")) for one in assessments], bool(objective.inside), bool(objective.fields.get("see")))


def is_typing_correction(old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Whether two versions of an assessment differ by typing errors in its texts only. Whether a language is behind is no part of the words."""
    changed = [(old.get(name), new.get(name)) for name in {**old, **new} if old.get(name) != new.get(name)]
    return all(isinstance(a, dict) and isinstance(b, dict) and _is_mended(a, b) for a, b in changed)


def _is_mended(old: dict[str, Any], new: dict[str, Any]) -> bool:
    return all(is_typo_fix(str(old.get(language, "")), str(new.get(language, ""))) for language in LANGUAGES)


# A headline and the lines below it.
Told = tuple[Inert, Iterable[Inert]]


def rewritten(changes: list[AssessmentChange], names: Names, moved: dict[str, Written]) -> tuple[list[Told], list[Told]]:
    """(headline, lines) of each published assessment that was edited or removed, and of those in which a typing error was corrected."""
    moves = {TypedId(id): TypedId(str(record.fields.get("to", ""))) for id, record in moved.items()}
    faults: list[Told] = []
    corrections: list[Told] = []
    account = Account(names, "assessments")
    for change in changes:
        for old, new in change.published:
            where = Inert("{}, assessment of {}").format(names.record("objectives", change.id), old.id.partition("@")[2])
            if new is None:
                said = Inert("⚠ Published assessment removed: {} ({})").format(where, names.word("statuses", str(old.fields.get("status", ""))))
                faults.append((said, []))
            elif _today(old.fields, moves) == _today(new.fields, moves):
                continue
            elif is_typing_correction(old.fields, new.fields):
                corrections.append((where, list(account.differences(old.fields, new.fields))))
            else:
                faults.append((Inert("⚠ Published assessment edited: {}").format(where), list(account.differences(old.fields, new.fields))))
    return faults, corrections


def _today(fields: dict[str, Any], moves: dict[TypedId, TypedId]) -> dict[str, Any]:
    """The fields of an assessment with the identifiers that its actions have today."""
    written = fields.get("rests_on")
    return {**fields, "rests_on": [follow(typed_id("actions", str(id)), moves) for id in written]} if isinstance(written, list) else fields
