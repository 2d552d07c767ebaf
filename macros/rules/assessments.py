"""Rules on our assessments: rubric 1 of the Method page, enforced."""

from collections.abc import Iterator
from datetime import date as Day

from macros.model.kinds import KINDS, Moved, typed_id
from macros.model.plan import Plan
from macros.model.records import REPORT, Assessment, Objective
from macros.problems import Problem, suggestion
from macros.reading.published import earlier, stepped_back_from
from macros.rules.rubric import rubric_1

COMPUTED = ("reported-elsewhere", "no-information")


def every_objective_with_actions_is_assessed(plan: Plan) -> Iterator[Problem]:
    """Where the text reports something there is an assessment; where it reports nothing the status is computed."""
    for objective in plan.objectives.values():
        if objective.actions and not objective.assessments:
            report = plan.sources.get(REPORT)
            first = KINDS["assessments"].file_of(f"{objective.id}@{report.date.value if report and report.date else '…'}")
            yield objective.problem(("id",), "has actions but no assessment", f"add the file  data/{first}")
        for assessment in objective.assessments if not objective.actions else []:
            if lost := [id for id in assessment.rests_on if not plan.moved_target("actions", id)]:
                gone = next((id for id in lost if id not in plan.actions), "")
                move = Moved.line(typed_id("actions", gone), typed_id("objectives", objective.id))
                wrong = f"; where it is published and its actions were wrong, say so in data/moved.yaml:  {move}" if gone else ""
                hint = f"delete this file: the status is computed where nothing is reported{wrong}"
                yield assessment.problem((), "is an assessment of an objective without actions", hint)


def every_computed_status_stays_computed(plan: Plan) -> Iterator[Problem]:
    """Nobody types 'reported-elsewhere' or 'no-information'."""
    for assessment in plan.assessments.values():
        if assessment.status in COMPUTED:
            yield assessment.problem(
                ("status",),
                f"'{assessment.status}' is computed, never written",
                "delete this file, or write the status that you assessed",
            )


def every_assessment_is_of_an_objective_and_a_day(plan: Plan) -> Iterator[Problem]:
    """The path of an assessment names an objective and a day of the calendar; a second one of that day is numbered 2."""
    for assessment in plan.assessments.values():
        if not isinstance(plan.current_record("objectives", assessment.objective_id), Objective):
            hint = suggestion(assessment.objective_id, plan.objectives, "move the file into the folder of its objective")
            yield assessment.problem((), f"no objective has the id '{assessment.objective_id}'", hint)
        try:
            Day.fromisoformat(assessment.as_of)
        except ValueError:
            yield assessment.problem((), f"'{assessment.as_of}' is not a day of the calendar", "name the file by the day that it speaks of")
        day, _, number = assessment.anchor.partition(".")
        before = f"{assessment.objective_id}@{assessment.as_of}" + (f".{int(number) - 1}" if number > "2" else "")
        if number and before not in plan.assessments:
            file = KINDS["assessments"].file_of(before)
            yield assessment.problem((), f"is number {number} of its day, and the one before it is not there", f"name it  data/{file}")


def every_assessment_rests_on_its_own_actions(plan: Plan) -> Iterator[Problem]:
    """An assessment rests on actions of its objective."""
    for objective, assessment in _assessments(plan):
        own = {action.id for action in objective.actions}
        for place, id in enumerate(assessment.rests_on):
            if id in plan.actions and id not in own:
                yield assessment.problem(
                    ("rests_on", place),
                    f"rests on '{id}', which belongs to another objective",
                    "name actions of this objective",
                )


def every_status_keeps_to_the_rubric(plan: Plan) -> Iterator[Problem]:
    """Rubric 1: what each status needs. Only the last one is measured: older ones stand as published, whatever was corrected since."""
    states = plan.vocabularies["states"]
    for objective in plan.objectives.values():
        if not (assessment := objective.current):
            continue
        known = all(action.state in states for action in objective.actions) and all(plan.current_record("actions", id) for id in assessment.rests_on)
        withdrawn = all(plan.moved_target("actions", id) for id in assessment.rests_on)
        if withdrawn and not any(action in objective.actions for action in plan.basis(assessment)):
            message = f"the assessment of {assessment.as_of} rests on nothing that still stands here"
            yield assessment.problem(("rests_on",), message, "add a new one that rests on actions that stand here")
            continue
        for condition in rubric_1(objective, assessment, plan) if known else ():
            if not condition.met:
                yield assessment.problem(("status",), condition.message, condition.hint)


def every_step_back_has_a_category(plan: Plan) -> Iterator[Problem]:
    """A status lower than the last one on the ladder says why, also with one beside the ladder in between; no other does."""
    for objective, assessment in _assessments(plan):
        before = stepped_back_from(
            earlier([(one.id, one.assessed_on, one.status) for one in objective.assessments], assessment.id), assessment.status
        )
        if before and not assessment.step_back:
            yield assessment.problem(
                ("status",),
                f"steps back from '{before}' to '{assessment.status}' without saying why",
                "add  step_back: new-fact, correction or rubric-change",
            )
        if assessment.step_back and not before and assessment.status in plan.vocabularies["statuses"]:
            yield assessment.problem(("step_back",), "is no step back", "delete  step_back")


def _assessments(plan: Plan) -> Iterator[tuple[Objective, Assessment]]:
    for objective in plan.objectives.values():
        for assessment in objective.assessments:
            yield objective, assessment


RULES = [
    every_objective_with_actions_is_assessed,
    every_computed_status_stays_computed,
    every_assessment_is_of_an_objective_and_a_day,
    every_assessment_rests_on_its_own_actions,
    every_status_keeps_to_the_rubric,
    every_step_back_has_a_category,
]
