"""What is wrong with a judgement by its rubric, and by the days and the subjects of what it rests on."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.messages import tell
from macros.model.kinds import JUDGED, kind_of
from macros.model.plan import Plan
from macros.model.records import LATER_RUBRIC, Assessment, Development, Objective, Outcome, Piece
from macros.model.values import PIECES
from macros.problems import Problem
from macros.rules.rubric import conditions
from macros.rules.suggest import bearing

Judged = Assessment | Outcome


class Word(NamedTuple):
    """The field in which a judgement gives its word, and the list of the vocabulary in which that stands."""

    field: str
    vocabulary: str


WORDS = {"assessments": Word("status", "statuses"), "outcomes": Word("outcome", "outcome_kinds")}


def unmet(judgement: Judged, plan: Plan) -> Iterator[Problem]:
    """What the rubric asks of a judgement and is not met; nothing where a word in it is unknown, of which other rules speak."""
    judged = plan.current_record(JUDGED[kind_of(judgement)], judgement.of)
    actions = judged.actions if isinstance(judged, Objective) else []
    known = all(action.state in plan.vocabularies["states"] for action in actions) and all(_stands(plan, id) for id in judgement.rests_on)
    for condition in conditions(judgement, plan) if known else ():
        if not condition.met:
            yield judgement.problem(("status" if isinstance(judgement, Assessment) else "outcome",), condition.message, condition.hint)


def _stands(plan: Plan, id: str) -> bool:
    return any(plan.current_record(kind, id) for kind in ("actions", *PIECES))


class Misplaced(NamedTuple):
    """What is wrong with the subject or the day of a judgement, and what holds the day that does not fit; none where it is not that."""

    problem: Problem
    piece: Piece | None = None


def misplaced(judgement: Judged, plan: Plan) -> Iterator[Misplaced]:
    """What a judgement by rubric 2 rests on and does not bear on it, or is later than its day; and its day, where it is that of nothing."""
    if judgement.rubric != LATER_RUBRIC:
        return
    judged = plan.current_record(JUDGED[kind_of(judgement)], judgement.of)
    pieces = [(place, plan.pieces[id]) for place, id in enumerate(judgement.rests_on) if id in plan.pieces]
    for place, piece in pieces:
        if judged and judged.id not in [bearing.to for bearing in piece.bears_on]:
            hint = bearing(plan, judged.id, piece.id)
            yield Misplaced(judgement.problem(("rests_on", place), tell("measured.rests_on_which_does", id=piece.id, judged_id=judged.id), hint))
        if (day := plan.moment_of(piece).first) > judgement.as_of:
            message = tell("measured.rests_on_which_came", id=piece.id, value=plan.moment_of(piece).value)
            yield Misplaced(judgement.problem(("rests_on", place), message, tell("measured.leave_out_name_file", day=day)), _dated(piece, plan))
    known = all(_stands(plan, id) for id in judgement.rests_on)
    if known and pieces and not any(_is_of(piece, judgement.as_of, plan) for _, piece in pieces):
        last, newest = max(((_days(piece, plan)[1], piece) for _, piece in pieces), key=lambda one: one[0])
        said = tell("measured.later_than_all_rests" if last < judgement.as_of else "measured.day_nothing_rests_on", as_of=judgement.as_of)
        yield Misplaced(judgement.problem((), said, tell("measured.name_file_day_newest", newest=last)), _dated(newest, plan))
    elif not judgement.rests_on and judgement.as_of not in plan.looks:
        hint = tell("measured.name_file_last_look", looked_on=plan.looked_on)
        yield Misplaced(judgement.problem((), tell("measured.rests_on_nothing_nobody"), hint))


def _dated(piece: Piece, plan: Plan) -> Piece:
    """What holds the date of a piece: itself or, where it came with its act, that."""
    return piece if piece.date else plan.development_of(piece)


def _is_of(piece: Piece, day: str, plan: Plan) -> bool:
    first, last, *journal = _days(piece, plan)
    return first <= day <= last or day in journal


def _days(piece: Piece, plan: Plan) -> list[str]:
    """The first and the last day that the date of a piece may mean, and that of its act in the Official Journal."""
    moment, source = plan.moment_of(piece), plan.sources.get(plan.development_of(piece).source or "")
    came_with_its_act = isinstance(piece, Development) or not piece.date
    return [moment.first, moment.last, *([source.oj.date] if source and source.oj and came_with_its_act else [])]


def word(judgement: Judged) -> str:
    """The status or the outcome that a judgement gives."""
    return judgement.word


def is_known(judgement: Judged, plan: Plan) -> bool:
    """Whether that is a word of the vocabulary."""
    return word(judgement) in plan.vocabularies[WORDS[kind_of(judgement)].vocabulary]
