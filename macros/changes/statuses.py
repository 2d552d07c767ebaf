"""How statuses and outcomes moved, and what the rubric says of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.changes.account import RecordDiff
from macros.changes.assessments import JudgementChange, word
from macros.changes.markdown import SafeText, phrase
from macros.changes.names import Names, day_named, field_name
from macros.changes.proof import level
from macros.changes.prose import shown
from macros.messages import tell
from macros.model.kinds import JUDGED
from macros.model.plan import Plan
from macros.model.records import Assessment, Outcome, is_action
from macros.model.values import PIECES
from macros.reading.published import earlier, stepped_back_from
from macros.reading.revision import Written
from macros.rules.measured import WORDS
from macros.rules.rubric import conditions


def _day(assessment: Written) -> str:
    """The day that a judgement speaks of, and which one of that day it is, from the second on."""
    day, _, number = assessment.id.partition("@")[2].partition(".")
    return tell("diff.numbered", day=day_named(day), number=number) if number else day_named(day)


@dataclass(frozen=True)
class Statuses:
    """Tells the statuses and outcomes that moved. `plan` is None where the data after the change cannot be read."""

    names: Names
    plan: Plan | None

    def headline(self, change: JudgementChange) -> SafeText:
        """The objective or follow-up, and its word before and after."""
        old, new = (self._word(change, one) for one in (change.word_before, change.word_after))
        label = self.names.record(JUDGED[change.kind], change.id)
        if not change.before or not change.word_before:
            return phrase("diff.status_new", label, new)
        if not change.word_after:
            return phrase("diff.status_gone", label, old)
        if change.added and change.new[-1] not in change.added:
            return phrase("diff.assessed_for_earlier" if change.kind == "assessments" else "diff.judged_for_earlier", label, new)
        if change.word_before == change.word_after:
            return phrase("diff.assessed_again" if change.kind == "assessments" else "diff.judged_again", label, new)
        return phrase("diff.status_moved", label, old, new)

    def details(self, change: JudgementChange) -> Iterator[SafeText]:
        """When, why, how sure, a step back and its category, and what the rubric says."""
        added = change.added
        for item in added:
            yield from self._judgement(change, item, says_word=len(added) > 1 or item != change.new[-1])
        own = tell(f"kinds.{change.kind}")
        if not change.new and change.kind == "assessments":
            yield phrase("diff.computed_from_text")
        elif change.new and change.word_after != word(change.kind, change.new[-1]):
            yield phrase("diff.computed_no_action")
        elif not added:
            yield phrase("diff.none_was_added", own, field_name(WORDS[change.kind].field))
        if change.before and change.kind == "assessments":
            yield from self._step_back(change, added)

    def _judgement(self, change: JudgementChange, item: Written, says_word: bool) -> Iterator[SafeText]:
        account, own = RecordDiff(self.names, change.kind), tell(f"kinds.{change.kind}").capitalize()
        day = _day(item)
        if says_word:
            yield phrase("diff.one_of", own, day, self._word(change, word(change.kind, item)))
        else:
            before = phrase("diff.before", _day(change.old[-1])) if change.old else SafeText("")
            yield phrase("diff.as_of", day) + before
        yield phrase("diff.confidence", self.names.word("confidences", str(item.fields.get("confidence", ""))))
        yield from account.everything(item.fields, frozenset({WORDS[change.kind].field, "confidence", "rubric", "rests_on", "step_back"}))
        yield from self._rubric(change, item)

    def _step_back(self, change: JudgementChange, added: list[Written]) -> Iterator[SafeText]:
        statuses = [(one.id, one.fields.get("assessed_on"), str(one.fields.get("status", ""))) for one in change.new]
        for item in added:
            before = stepped_back_from(earlier(statuses, item.id), str(item.fields.get("status", "")))
            if category := item.fields.get("step_back"):
                yield phrase("diff.step_back", self.names.word("step_backs", str(category)))
            elif before:
                yield phrase("diff.no_category")
        if not added and stepped_back_from([change.word_before], change.word_after):
            yield phrase("diff.no_category")

    def _rubric(self, change: JudgementChange, item: Written) -> Iterator[SafeText]:
        label = self.names.word("rubrics", str(item.fields.get("rubric", "")))
        judgement = self.plan.of(change.kind).get(item.id) if self.plan else None
        if not self.plan or not isinstance(judgement, Assessment | Outcome) or not self.plan.of(JUDGED[change.kind]).get(change.id):
            yield phrase("diff.not_applied", label)
        else:
            for condition in conditions(judgement, self.plan):
                yield phrase("diff.met" if condition.met else "diff.not_met", label, condition.says)
        for id in item.fields.get("rests_on") or []:
            yield phrase("diff.rests_on", str(id), *self._basis(str(id)))

    def _basis(self, id: str) -> tuple[SafeText, SafeText]:
        """The state of an action, or the level of proof of what came later; and what it says."""
        if is_action(id):
            return self.names.word("states", str(self.names.fields("actions", id).get("state", ""))), shown(self.names.title("actions", id))
        fields = {kind: found for kind in PIECES if (found := self.names.fields(kind, id))}
        kind = next(iter(fields), PIECES[0])
        return self.names.word("proofs", level(fields.get(kind, {}))), shown(self.names.title(kind, id))

    def _word(self, change: JudgementChange, id: str) -> SafeText:
        return self.names.word(WORDS[change.kind].vocabulary, id)
