"""Rules on our assessments: the rubrics of the Method page, enforced."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.kinds import KINDS, Moved, typed_id
from macros.model.plan import Plan
from macros.model.records import LATER_RUBRIC, REPORT, Assessment, Objective
from macros.model.values import PIECES
from macros.problems import LAST, Problem
from macros.reading.published import Published, earlier, stepped_back_from
from macros.rules.append import OPEN, file_to_add
from macros.rules.measured import unmet
from macros.rules.rubric import COMPUTED, MADE


def every_objective_with_actions_is_assessed(plan: Plan) -> Iterator[Problem]:
    """Where the text reports something there is an assessment; where it reports nothing the status is computed."""
    for objective in plan.objectives.values():
        if objective.actions and not objective.assessments:
            report = plan.sources.get(REPORT)
            first = KINDS["assessments"].file_of(f"{objective.id}@{report.date.value if report and report.date else '…'}")
            yield objective.problem(("id",), tell("assessments.has_actions_but_no"), tell("assessments.add_file", first=first))
        for assessment in (one for one in objective.assessments if not objective.actions and not one.rests_on_later):
            if lost := [id for id in assessment.rests_on if not plan.moved_target("actions", id)]:
                gone = next((id for id in lost if id not in plan.actions), "")
                move = Moved.line(typed_id("actions", gone), typed_id("objectives", objective.id))
                hint = tell("assessments.delete_file_status_computed")
                if gone:
                    said = tell("assessments.where_published_actions_were", move=move)
                    hint = f"{hint}; {said}"
                yield assessment.problem((), tell("assessments.assessment_objective_without_actions"), hint)


def every_computed_status_stays_computed(plan: Plan) -> Iterator[Problem]:
    """Nobody types 'reported-elsewhere' or 'no-information'."""
    for assessment in plan.assessments.values():
        if assessment.status in COMPUTED:
            yield assessment.problem(
                ("status",),
                tell("assessments.computed_never_written", status=assessment.status),
                tell("assessments.delete_file_write_status"),
            )


def every_assessment_rests_on_its_own_actions(plan: Plan) -> Iterator[Problem]:
    """An assessment rests on actions of its objective."""
    for objective, assessment in _assessments(plan):
        own = {action.id for action in objective.actions}
        for place, id in enumerate(assessment.rests_on):
            if id in plan.actions and id not in own:
                yield assessment.problem(
                    ("rests_on", place),
                    tell("assessments.rests_on_which_belongs", id=id),
                    tell("assessments.name_actions_objective"),
                )


def every_status_keeps_to_the_rubric(plan: Plan, before: Published | None = None) -> Iterator[Problem]:
    """What each status needs. Only the last one is measured: older ones stand as published, whatever was corrected since."""
    for objective in plan.objectives.values():
        if not (assessment := objective.current):
            continue
        withdrawn = all(any(plan.moved_target(kind, id) for kind in ("actions", *PIECES)) for id in assessment.rests_on)
        if withdrawn and not plan.later_basis(assessment) and not any(action in objective.actions for action in plan.basis(assessment)):
            message = tell("assessments.assessment_rests_on_nothing", as_of=assessment.as_of)
            yield assessment.problem(("rests_on",), message, tell("assessments.add_new_one_rests"))
        else:
            yield from (_to_append(problem, assessment, plan, before) for problem in unmet(assessment, plan))


def _to_append(problem: Problem, assessment: Assessment, plan: Plan, before: Published | None) -> Problem:
    """A published assessment that something new contradicts is left as it is: the hint is the file to add beside it."""
    if before is None or assessment.id not in before.records.get("assessments", {}):
        return problem
    texts = {field: dict.fromkeys(LANGUAGES, OPEN) for field in ("reason", "missing")}
    status = "partly-delivered" if assessment.status == "delivered" else OPEN
    new = file_to_add(assessment, plan.assessments.keys(), status=status, step_back="correction", **texts)
    return replace(problem, hint=tell("assessments.leave_and_add", hint=problem.hint, file=new))


def every_step_back_has_a_category(plan: Plan, before: Published | None = None) -> Iterator[Problem]:
    """A status lower than the last one on the ladder says why, also with one beside the ladder in between; no other does."""
    for objective, assessment in _assessments(plan):
        told = [(one.id, one.assessed_on, one.status) for one in objective.assessments]
        higher = stepped_back_from(earlier(told, assessment.id, before.ids("assessments") if before else ()), assessment.status)
        if higher and not assessment.step_back:
            yield assessment.problem(
                ("status",),
                tell("assessments.steps_back_from_without", before=higher, status=assessment.status),
                tell("assessments.add_step_back_new"),
            )
        known = assessment.status in plan.vocabularies["statuses"] and assessment.rubric in plan.vocabularies["rubrics"]
        if assessment.step_back and not higher and known:
            yield assessment.problem(("step_back",), tell("assessments.no_step_back"), tell("assessments.delete_step_back"))


def no_law_or_plan_undoes_what_was_there(plan: Plan) -> Iterator[Problem]:
    """A step back for a new fact rests on more than laws and plans: on something that was made, or that contradicts."""
    for objective, assessment in _assessments(plan):
        if assessment.step_back != "new-fact" or assessment.rubric != LATER_RUBRIC:
            continue
        pieces = [plan.pieces[id] for id in assessment.rests_on if id in plan.pieces]
        against = any(one.to == objective.id and one.relation == "contradicts" for piece in pieces for one in piece.bears_on)
        if pieces and not against and not any(plan.development_of(piece).makes in MADE for piece in pieces):
            yield assessment.problem(("step_back",), tell("assessments.law_undoes_nothing"), tell("assessments.name_new_fact"))


def no_status_of_an_earlier_day_leaves_a_later_one_below_it(plan: Plan) -> Iterator[Problem]:
    """A status that is judged after one of a later day, and higher than that, has one beside the later day that says why it is lower."""
    for objective in plan.objectives.values():
        newest = list({one.as_of: one for one in objective.assessments}.values())
        for one, after in pairwise(newest):
            if (one.assessed_on or "") > (after.assessed_on or "") and not after.step_back and stepped_back_from([one.status], after.status):
                file = file_to_add(after, plan.assessments.keys(), step_back=OPEN, reason=dict.fromkeys(LANGUAGES, OPEN))
                said = tell("assessments.leaves_later_below", status=one.status, day=after.as_of, after=after.status)
                yield replace(one.problem(("status",), said, tell("assessments.no_higher_or_add", file=file)), stands=LAST)


def _assessments(plan: Plan) -> Iterator[tuple[Objective, Assessment]]:
    for objective in plan.objectives.values():
        for assessment in objective.assessments:
            yield objective, assessment


RULES = [
    every_objective_with_actions_is_assessed,
    every_computed_status_stays_computed,
    every_assessment_rests_on_its_own_actions,
    every_status_keeps_to_the_rubric,
    every_step_back_has_a_category,
    no_law_or_plan_undoes_what_was_there,
    no_status_of_an_earlier_day_leaves_a_later_one_below_it,
]
