"""The judgements of objectives and follow-ups before and after: published ones stand, but for typing errors; new ones are appended."""

from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from macros.changes.account import RecordDiff
from macros.changes.compare import Comparison, targets
from macros.changes.markdown import SafeText, phrase
from macros.changes.names import Names, day_named
from macros.messages import tell
from macros.model.kinds import JUDGED, Moves, TypedId, successors, typed_id
from macros.model.records import is_action, objective_of, status_of
from macros.model.values import PIECES
from macros.problems import DataErrors
from macros.reading.published import text_change
from macros.reading.revision import Revision, Written
from macros.rules.measured import WORDS


@dataclass(frozen=True)
class JudgementChange:
    """An objective or a follow-up before and after (None where it is not there), with all its judgements of a kind then and now, in order."""

    kind: str
    id: str
    before: Written | None
    after: Written | None
    old: list[Written]
    new: list[Written]

    @property
    def published(self) -> list[tuple[Written, Written | None]]:
        """The judgements before, each with what became of it."""
        now = {one.id: one for one in self.new}
        return [(was, now.get(was.id)) for was in self.old]

    @property
    def added(self) -> list[Written]:
        """The new judgements."""
        known = {one.id for one in self.old}
        return [one for one in self.new if one.id not in known]

    @property
    def word_before(self) -> str:
        return self._word(self.before, self.old)

    @property
    def word_after(self) -> str:
        return self._word(self.after, self.new)

    def _word(self, judged: Written | None, judgements: list[Written]) -> str:
        """The status of an objective, or the outcome of a follow-up, as written; empty where there is none."""
        words = [word(self.kind, one) for one in judgements]
        if self.kind != "assessments":
            return words[-1] if words else ""
        return status_of(words, _stands(judged, judgements), bool(judged.fields.get("see"))) if judged else ""


def word(kind: str, judgement: Written) -> str:
    """The status or the outcome that a judgement gives, as written."""
    return str(judgement.fields.get(WORDS[kind].field, ""))


def judgement_changes(comparison: Comparison, before: Revision, after: Revision) -> Iterator[JudgementChange]:
    """Every objective and follow-up that changed, or whose judgements did; but for those of which a file cannot be read, which is said elsewhere."""
    for kind, holder in JUDGED.items():
        ids = [change.id for change in comparison.of(holder)]
        ids += [objective_of(change.id) for change in comparison.of(kind)]
        for id in sorted(set(ids)):
            with suppress(DataErrors):
                sides = [(side.judged(kind, id), side.judgements(kind, id)) for side in (before, after)]
                yield JudgementChange(kind, id, sides[0][0], sides[1][0], sides[0][1], sides[1][1])


def _stands(objective: Written, assessments: list[Written]) -> bool:
    """Whether the last assessment rests on anything: an action of its objective, or what came after the report."""
    written = assessments[-1].fields.get("rests_on") if assessments else None
    later = isinstance(written, list) and not all(is_action(str(id)) for id in written)
    return bool(objective.inside) or later


def is_typing_correction(old: dict[str, Any], new: dict[str, Any], known: Container[str]) -> bool:
    """Whether two versions of a judgement differ by typing errors in its texts only. Whether a language is behind is no part of the words."""
    changed = [(old.get(name), new.get(name)) for name in {**old, **new} if old.get(name) != new.get(name)]
    return all(isinstance(a, dict) and isinstance(b, dict) and not text_change(a, b, known).changed for a, b in changed)


# A headline and the lines below it.
Bullet = tuple[SafeText, Iterable[SafeText]]


def rewritten(changes: list[JudgementChange], names: Names, moved: dict[str, Written], known: Container[str]) -> tuple[list[Bullet], list[Bullet]]:
    """(headline, lines) of each published judgement that was edited or removed, and of those in which a typing error was corrected."""
    moves = {TypedId(id): targets(record) for id, record in moved.items()}
    faults: list[Bullet] = []
    corrections: list[Bullet] = []
    for change in changes:
        account, called = RecordDiff(names, change.kind), tell(f"kinds.{change.kind}")
        for old, new in change.published:
            where = phrase("diff.judgement_of", names.record(JUDGED[change.kind], change.id), called, day_named(old.id.partition("@")[2]))
            if new is None:
                gone = names.word(WORDS[change.kind].vocabulary, word(change.kind, old))
                faults.append((phrase("diff.published_removed", called, where, gone), []))
            elif _today(old.fields, moves) == _today(new.fields, moves):
                continue
            elif is_typing_correction(old.fields, new.fields, known):
                corrections.append((where, list(account.differences(old.fields, new.fields))))
            else:
                faults.append((phrase("diff.published_edited", called, where), list(account.differences(old.fields, new.fields))))
    return faults, corrections


def _today(fields: dict[str, Any], moves: Moves) -> dict[str, Any]:
    """The fields of a judgement with the identifiers that it rests on as they are today."""
    written = fields.get("rests_on")
    if not isinstance(written, list):
        return fields
    return {**fields, "rests_on": list(dict.fromkeys(one for id in written for one in _moved(str(id), moves)))}


def _moved(id: str, moves: Moves) -> list[TypedId]:
    known = [typed_id(kind, id) for kind in (("actions",) if is_action(id) else PIECES)]
    return successors(next((one for one in known if one in moves), known[0]), moves)
