"""How statuses moved, and what the rubric says of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.changes.account import RecordDiff
from macros.changes.assessments import AssessmentChange
from macros.changes.markdown import SafeText
from macros.changes.names import Names
from macros.changes.prose import shown
from macros.model.plan import Plan
from macros.reading.published import earlier, stepped_back_from
from macros.reading.revision import Written
from macros.rules.rubric import rubric_1

NO_CATEGORY = SafeText("⚠ Step back without a category: the assessment must say  step_back: new-fact, correction or rubric-change")


def _day(assessment: Written) -> str:
    """The day that an assessment speaks of, and which one of that day it is, from the second on."""
    day, _, number = assessment.id.partition("@")[2].partition(".")
    return f"{day} (no. {number})" if number else day


@dataclass(frozen=True)
class Statuses:
    """Tells the statuses that moved. `plan` is None where the data after the change cannot be read."""

    names: Names
    plan: Plan | None

    def headline(self, change: AssessmentChange) -> SafeText:
        """The objective, and its status before and after."""
        old, new = change.status_before, change.status_after
        label = self.names.record("objectives", change.id)
        if not change.before:
            return SafeText("{}: new, **{}**").format(label, self._word(new))
        if old == new:
            return SafeText("{}: assessed again, still **{}**").format(label, self._word(new))
        return SafeText("{}: {} → **{}**").format(label, self._word(old), self._word(new))

    def details(self, change: AssessmentChange) -> Iterator[SafeText]:
        """When, why, how sure, a step back and its category, and what the rubric says."""
        added = change.added
        for item in added:
            yield from self._assessment(change, item, several=len(added) > 1)
        if not change.new:
            yield SafeText("Computed from the text: no assessment stands here.")
        elif change.after and not change.after.inside:
            yield SafeText("Computed: no action is left here that an assessment could rest on.")
        elif not added:
            yield SafeText("No assessment was added: the status moved because published ones were edited or removed.")
        if change.before:
            yield from self._step_back(change, added)

    def _assessment(self, change: AssessmentChange, item: Written, several: bool) -> Iterator[SafeText]:
        account = RecordDiff(self.names, "assessments")
        day = _day(item)
        if several:
            yield SafeText("**Assessment of {}: {}**").format(day, self._word(str(item.fields.get("status", ""))))
        else:
            published = [_day(old) for old in change.old]
            before = SafeText(", {} before").format(published[-1]) if published else SafeText("")
            yield SafeText("As of {}").format(day) + before
        yield SafeText("confidence: {}").format(self.names.word("confidences", str(item.fields.get("confidence", ""))))
        yield from account.everything(item.fields, frozenset({"status", "confidence", "rubric", "rests_on", "step_back"}))
        yield from self._rubric(change, item)

    def _step_back(self, change: AssessmentChange, added: list[Written]) -> Iterator[SafeText]:
        statuses = [(one.id, one.fields.get("assessed_on"), str(one.fields.get("status", ""))) for one in change.new]
        for item in added:
            before = stepped_back_from(earlier(statuses, item.id), str(item.fields.get("status", "")))
            if category := item.fields.get("step_back"):
                yield SafeText("Step back: {}").format(self.names.word("step_backs", str(category)))
            elif before:
                yield NO_CATEGORY
        if not added and stepped_back_from([change.status_before], change.status_after):
            yield NO_CATEGORY

    def _rubric(self, change: AssessmentChange, item: Written) -> Iterator[SafeText]:
        label = self.names.word("rubrics", str(item.fields.get("rubric", "")))
        objective = self.plan.objectives.get(change.id) if self.plan else None
        assessment = self.plan.assessments.get(item.id) if self.plan else None
        if not self.plan or not objective or not assessment:
            yield SafeText("{}: not applied, because the data cannot be read").format(label)
        else:
            for condition in rubric_1(objective, assessment, self.plan):
                yield SafeText("{} {}, {}: {}").format("✓" if condition.met else "✗", label, "met" if condition.met else "not met", condition.says)
        for id in item.fields.get("rests_on") or []:
            action = self.names.fields("actions", str(id))
            state = self.names.word("states", str(action.get("state", "")))
            yield SafeText("rests on {} ({}): {}").format(str(id), state, shown(self.names.title("actions", str(id))))

    def _word(self, id: str) -> SafeText:
        return self.names.word("statuses", id)
