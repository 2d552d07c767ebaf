"""Rubric 1 of the Method page: what each status needs, as conditions that are met or not."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.plan import Plan
from macros.model.records import Action, Assessment, Objective

OPEN_STATES = {"announced", "under-way"}
BEGUN_STATES = {"done", "continuing", "under-way"}


@dataclass(frozen=True)
class Condition:
    """What the rubric asks of a status, whether it is met, and what a contributor is told where it is not."""

    says: str
    met: bool
    message: str
    hint: str


def rubric_1(objective: Objective, assessment: Assessment, plan: Plan) -> Iterator[Condition]:
    """The conditions of the status of an assessment; none for one that is computed."""
    basis = plan.basis(assessment)
    states = {action.state for action in basis}
    match assessment.status:
        case "delivered":
            yield from _delivered(objective, states)
        case "partly-delivered":
            yield from _partly_delivered(assessment, states)
        case "under-way":
            yield Condition(
                "an action of the objective has begun, or the assessment says what began",
                bool(_in(BEGUN_STATES, objective) or assessment.began),
                "'under-way', but nothing is reported that began",
                "say in  began:  what began, or write  not-started",
            )
        case "not-started":
            begun = _in(BEGUN_STATES, objective)
            message = f"'not-started', but {_first(begun)}"
            yield Condition("no action of the objective has begun", not begun, message, "write  under-way  or more")
        case "stalled":
            yield Condition(
                "it rests on an action that a source says was not done",
                "not-done" in states,
                "'stalled' rests on no action that a source says was not done",
                "add an action with  state: not-done  that quotes where it stopped, and name it in  rests_on",
            )
        case "superseded":
            yield Condition(
                "it rests on an action that cites the later act",
                any(action.cites for action in basis),
                "'superseded' rests on no action that cites the later act",
                "add the act to data/sources.yaml, say in an action that cites it what took the place, and name that in  rests_on",
            )


def _delivered(objective: Objective, states: set[str]) -> Iterator[Condition]:
    yield Condition(
        "it rests on an action that is done or continuing",
        bool(states & {"done", "continuing"}),
        "'delivered' rests on no action that is done or continuing",
        "name one in  rests_on, or lower the status",
    )
    still = _in(OPEN_STATES, objective)
    yield Condition(
        "no action of the objective is still announced or under way",
        not still,
        f"'delivered', but {_first(still)}",
        "write  partly-delivered  and what is missing",
    )
    yield Condition(
        "it does not rest on continuing work alone, unless the objective asks for something recurring",
        objective.asks == "recurring" or "done" in states or "continuing" not in states,
        "'delivered' rests on continuing work alone",
        "write  under-way: the objective asks for a result",
    )


def _partly_delivered(assessment: Assessment, states: set[str]) -> Iterator[Condition]:
    yield Condition(
        "it rests on an action that is done",
        "done" in states,
        "'partly-delivered' rests on no action that is done",
        "name one in  rests_on, or write  under-way",
    )
    yield Condition(
        "it says what is missing",
        bool(assessment.missing),
        "'partly-delivered' does not say what is missing",
        "add  missing:  in both languages",
    )


def _in(states: set[str], objective: Objective) -> list[Action]:
    return [action for action in objective.actions if action.state in states]


def _first(actions: list[Action]) -> str:
    return f"{actions[0].id} is {actions[0].state}" if actions else ""
