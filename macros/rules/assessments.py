"""Rules on our assessments: rubric 1 of the Method page, enforced."""

from collections.abc import Iterator

from macros.model import Assessment, Objective
from macros.plan import Plan
from macros.problems import Problem

# Statuses that a step back is measured on, from nothing to everything.
LADDER = ("not-started", "under-way", "partly-delivered", "delivered")
COMPUTED = ("reported-elsewhere", "no-information")
OPEN = {"announced", "under-way"}
BEGUN = {"done", "continuing", "under-way"}


def every_objective_with_actions_is_assessed(plan: Plan) -> Iterator[Problem]:
    """Where the text reports something there is an assessment; where it reports nothing the status is computed."""
    for objective in plan.objectives.values():
        if objective.actions and not objective.assessments:
            yield objective.problem(("id",), "has actions but no assessment", "add  assessments:  with  as_of: 2008-10-17")
        if objective.assessments and not objective.actions:
            yield objective.problem(
                ("assessments",), "has an assessment but no action", "delete it: the status is computed where nothing is reported"
            )


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
    """Assessments are appended: full dates that rise."""
    for objective, index, assessment in _assessments(plan):
        here = ("assessments", index, "as_of")
        if len(assessment.as_of) != 10 or assessment.as_of.startswith("--"):
            yield objective.problem(here, f"'{assessment.as_of}' is not a full date", "write year, month and day: 2008-10-17")
        elif index and assessment.as_of <= (before := objective.assessments[index - 1].as_of):
            yield objective.problem(
                here, f"the assessment of {assessment.as_of} stands below one of {before}", "oldest first; add the new one at the end"
            )


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
    """Rubric 1: what each status needs."""
    states = plan.vocabularies["states"]
    for objective, index, assessment in _assessments(plan):
        known = all(action.state in states for action in objective.actions)
        for field, message, hint in _rubric_1(objective, assessment, plan) if known else ():
            yield objective.problem(("assessments", index, field), message, hint)


def _rubric_1(objective: Objective, assessment: Assessment, plan: Plan) -> Iterator[tuple[str, str, str]]:
    rests_on = {plan.actions[id].state for id in assessment.rests_on if id in plan.actions}
    all_states = {action.state for action in objective.actions}
    match assessment.status:
        case "delivered":
            if not rests_on & {"done", "continuing"}:
                yield "status", "'delivered' rests on no action that is done or continuing", "name one in  rests_on, or lower the status"
            if still := [a for a in objective.actions if a.state in OPEN]:
                yield "status", f"'delivered', but {still[0].id} is {still[0].state}", "write  partly-delivered  and what is missing"
            if objective.asks != "recurring" and "done" not in rests_on and "continuing" in rests_on:
                yield "status", "'delivered' rests on continuing work alone", "write  under-way: the objective asks for a result"
        case "partly-delivered":
            if "done" not in rests_on:
                yield "status", "'partly-delivered' rests on no action that is done", "name one in  rests_on, or write  under-way"
            if not assessment.missing:
                yield "status", "'partly-delivered' does not say what is missing", "add  missing:  in both languages"
        case "under-way":
            if not all_states & BEGUN and not assessment.began:
                yield "status", "'under-way', but nothing is reported that began", "say in  began:  what began, or write  not-started"
        case "not-started":
            if begun := [a for a in objective.actions if a.state in BEGUN]:
                yield "status", f"'not-started', but {begun[0].id} is {begun[0].state}", "write  under-way  or more"


def every_step_back_has_a_category(plan: Plan) -> Iterator[Problem]:
    """A status lower than the one before says why; no other does."""
    for objective, index, assessment in _assessments(plan):
        before = objective.assessments[index - 1].status if index else None
        ranked = before in LADDER and assessment.status in LADDER
        back = ranked and LADDER.index(assessment.status) < LADDER.index(before)
        if back and not assessment.step_back:
            yield objective.problem(
                ("assessments", index, "status"),
                f"steps back from '{before}' to '{assessment.status}' without saying why",
                "add  step_back: new-fact, correction or rubric-change",
            )
        if assessment.step_back and not back:
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
