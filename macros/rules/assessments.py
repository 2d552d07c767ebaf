"""Rules on our assessments: rubric 1 of the Method page, enforced."""

from collections.abc import Iterator

from macros.model.kinds import Moved, typed_id
from macros.model.plan import Plan
from macros.model.records import Assessment, Objective
from macros.problems import Problem
from macros.reading.published import stepped_back_from
from macros.rules.rubric import rubric_1

COMPUTED = ("reported-elsewhere", "no-information")


def every_objective_with_actions_is_assessed(plan: Plan) -> Iterator[Problem]:
    """Where the text reports something there is an assessment; where it reports nothing the status is computed."""
    for objective in plan.objectives.values():
        if objective.actions and not objective.assessments:
            yield objective.problem(("id",), "has actions but no assessment", "add  assessments:  with  as_of: 2008-10-17")
        for index, assessment in enumerate(objective.assessments if not objective.actions else []):
            if lost := [id for id in assessment.rests_on if not plan.moved_target("actions", id)]:
                gone = next((id for id in lost if id not in plan.actions), "")
                move = Moved.line(typed_id("actions", gone), typed_id("objectives", objective.id))
                wrong = f"; where it is published and its actions were wrong, say so in data/moved.yaml:  {move}" if gone else ""
                hint = f"delete it: the status is computed where nothing is reported{wrong}"
                yield objective.problem(("assessments", index), "has an assessment but no action", hint)


def every_computed_status_stays_computed(plan: Plan) -> Iterator[Problem]:
    """Nobody types 'reported-elsewhere' or 'no-information'."""
    for objective, index, assessment in _assessments(plan):
        if assessment.status in COMPUTED:
            yield objective.problem(
                ("assessments", index, "status"),
                f"'{assessment.status}' is computed, never written",
                "delete the assessment, or write the status that you assessed",
            )


def every_assessment_is_newer_than_the_one_before(plan: Plan) -> Iterator[Problem]:
    """Assessments are appended: their dates rise."""
    for objective, index, assessment in _assessments(plan):
        if index and assessment.as_of <= (before := objective.assessments[index - 1].as_of):
            message = f"the assessment of {assessment.as_of} stands below one of {before}"
            yield objective.problem(("assessments", index, "as_of"), message, "oldest first; add the new one at the end")


def every_assessment_rests_on_its_own_actions(plan: Plan) -> Iterator[Problem]:
    """An assessment rests on actions of its objective."""
    for objective, index, assessment in _assessments(plan):
        own = {action.id for action in objective.actions}
        for place, id in enumerate(assessment.rests_on):
            if id in plan.actions and id not in own:
                yield objective.problem(
                    ("assessments", index, "rests_on", place),
                    f"rests on '{id}', which belongs to another objective",
                    "name actions of this objective",
                )


def every_status_keeps_to_the_rubric(plan: Plan) -> Iterator[Problem]:
    """Rubric 1: what each status needs. Only the last one is measured: older ones stand as published, whatever was corrected since."""
    states = plan.vocabularies["states"]
    for objective in plan.objectives.values():
        index, assessment = len(objective.assessments) - 1, objective.current
        if not assessment:
            continue
        known = all(action.state in states for action in objective.actions) and all(plan.current_record("actions", id) for id in assessment.rests_on)
        withdrawn = all(plan.moved_target("actions", id) for id in assessment.rests_on)
        if withdrawn and not any(action in objective.actions for action in plan.basis(assessment)):
            message = f"the assessment of {assessment.as_of} rests on nothing that still stands here"
            yield objective.problem(("assessments", index, "rests_on"), message, "append a new one that rests on actions that stand here")
            continue
        for condition in rubric_1(objective, assessment, plan) if known else ():
            if not condition.met:
                yield objective.problem(("assessments", index, "status"), condition.message, condition.hint)


def every_step_back_has_a_category(plan: Plan) -> Iterator[Problem]:
    """A status lower than the last one on the ladder says why, also with one beside the ladder in between; no other does."""
    for objective, index, assessment in _assessments(plan):
        before = stepped_back_from([one.status for one in objective.assessments[:index]], assessment.status)
        if before and not assessment.step_back:
            yield objective.problem(
                ("assessments", index, "status"),
                f"steps back from '{before}' to '{assessment.status}' without saying why",
                "add  step_back: new-fact, correction or rubric-change",
            )
        if assessment.step_back and not before and assessment.status in plan.vocabularies["statuses"]:
            yield objective.problem(("assessments", index, "step_back"), "is no step back", "delete  step_back")


def _assessments(plan: Plan) -> Iterator[tuple[Objective, int, Assessment]]:
    for objective in plan.objectives.values():
        for index, assessment in enumerate(objective.assessments):
            yield objective, index, assessment


RULES = [
    every_objective_with_actions_is_assessed,
    every_computed_status_stays_computed,
    every_assessment_is_newer_than_the_one_before,
    every_assessment_rests_on_its_own_actions,
    every_status_keeps_to_the_rubric,
    every_step_back_has_a_category,
]
