"""On what an assessment rests, by an answer: of which objective, which records, of which day and by which rubric."""

import re

from macros.model.days_meant import days_meant
from macros.model.plan import Plan
from macros.model.records import FIRST_RUBRIC, LATER_RUBRIC, REPORT
from macros.model.values import PIECES
from macros.proposals import written
from macros.proposals.acts import parts_of
from macros.proposals.blanks import held_or_reported
from macros.proposals.proposal import Unplaced
from macros.rules.suggest import acts_in, bearing_on


def objective_of_answer(answer: str, plan: Plan) -> str:
    """The objective that an answer names. Raises Unplaced, with those that it may mean, where that is none, or not one alone."""
    if (objective := written.objective(answer, plan)) in plan.objectives:
        return objective
    numbers = re.findall(r"\d+(?:\.\d+)+", answer)
    near = [id for id in plan.objectives if id in numbers or id.rpartition(".")[0] in numbers]
    raise Unplaced("objective", answer, "which_objective" if near else "no_objective", offered=near or plan.objectives)


def basis(answer: str, objective: str, plan: Plan) -> tuple[list[str], tuple[str, ...]]:
    """What an assessment rests on, and the words of the answer that name nothing. Raises Unplaced where nothing is named, or an act of many parts."""
    found = written.identifiers(answer, plan, ("actions", *PIECES), objective)
    near = {piece.id for piece in bearing_on(plan, objective)}
    parts = {id: parts_of(id, plan, objective) for id in found if id in (*plan.sources, *plan.developments) and id not in near}
    for own in parts.values():
        if own and not set(own) & set(found):
            raise Unplaced("rests_on", answer, "which_part", offered=own)
    # An act that is named only to say whose article it is.
    ids = [id for id in found if not parts.get(id)]
    not_read = [id for id in ids if not written.is_like_an_id(id) or (id in parts and id not in plan.developments)]
    ids = [id for id in ids if id not in not_read]
    if not any(id in plan.pieces or id in plan.actions for id in ids):
        named = [id for act in acts_in(answer, plan) for id in parts_of(act, plan, objective)]
        offered = named or [one.id for one in held_or_reported(plan, plan.objectives[objective])]
        raise Unplaced("rests_on", answer, "no_basis", offered=offered)
    return ids, tuple(not_read)


def read_one_day(question: str, answer: str) -> None:
    """Raises Unplaced where an answer in figures may mean two days."""
    if len(days := days_meant(answer.strip())) > 1:
        raise Unplaced(question, answer, "two_days", " · ".join(days))


def newest(rests_on: list[str], plan: Plan) -> str:
    """The newest day of what an assessment rests on; of what is known by its month or year, the last one."""
    report = plan.sources[REPORT].date
    days = [plan.moment_of(plan.pieces[id]).last for id in rests_on if id in plan.pieces]
    return max([*days, *(report.value for id in rests_on if id in plan.actions and report)], default="")


def rubric_of(as_of: str, rests_on: list[str], plan: Plan) -> str:
    """The rubric of an assessment: the first one where it says where things stood as the report tells."""
    report = plan.sources[REPORT].date
    return FIRST_RUBRIC if report and as_of <= report.value and not any(id in plan.pieces for id in rests_on) else LATER_RUBRIC
