"""Rubric 1 as a table: which status which actions allow, and what somebody is told who writes another."""

from dataclasses import replace
from itertools import combinations

import pytest

from macros.model.records import Action, Assessment, Objective
from macros.model.shape import Place
from macros.rules.assessments import every_status_keeps_to_the_rubric, every_step_back_has_a_category

TEXT = {"en": "Mills.", "fr": "Moulins."}
EVIDENCE = [{"source": "com-2008-657", "locator": "2.1.2 ¶1", "quotation": "Voir la section 1.1"}]
ALLOWED = ""


def objective(asks: str, states: str, *statuses: str, **more: str) -> Objective:
    """An objective with an action for each state (`done*`: the assessments rest on it) and an assessment for each status."""
    said = {"title": TEXT, "text": TEXT, "evidence": EVIDENCE}
    actions = [{"id": f"2.1.1-{n}", "state": state.rstrip("*"), **said} for n, state in enumerate(states.split(), 1)]
    rests_on = [f"2.1.1-{n}" for n, state in enumerate(states.split(), 1) if state.endswith("*")]
    assessments = [
        {"rubric": "1", "status": status, "confidence": "high", "reason": TEXT, "rests_on": rests_on} for status in statuses
    ]  # fmt: skip
    assessments[-1] |= {field: value if field == "step_back" else TEXT for field, value in more.items()}
    title = {"title": TEXT, "summary": TEXT, "plan_point": "1(1)"}
    made = Objective.model_validate({"id": "2.1.1", **title, "asks": asks, "actions": actions})
    for n, written in enumerate(assessments):
        assessment = Assessment.model_validate({"id": f"2.1.1@{2008 + n}-10-17", **written})
        made.assessments.append(assessment)
        assessment._place = Place("data/actions.yaml", (), {(): 1})
    return made


def told(rule, tiny, made: Objective) -> str:
    """What a rule says about an objective."""
    actions: dict[str, Action] = {action.id: action for action in made.actions}
    plan = replace(tiny, objectives={made.id: made}, actions=actions)
    return "\n".join(f"{problem.message} | {problem.hint}" for problem in rule(plan))


RESTS_ON_NOTHING = "'delivered' rests on no action that is done or continuing | name one in  rests_on, or lower the status"
ONLY_CONTINUING = "'delivered' rests on continuing work alone | write  under-way; the objective asks for a result"
RESTS_ON_NOTHING_DONE = "'partly-delivered' rests on no action that is done | name one in  rests_on, or write  under-way"
NOTHING_MISSING = "'partly-delivered' does not say what is missing | add  missing:  in both languages"
RESTS_ON_NO_STOP = (
    "'stalled' rests on no action that a source says was not done | "
    "add an action with  state: not-done  that quotes where it stopped, and name it in  rests_on"
)
RESTS_ON_NO_ACT = (
    "'superseded' rests on no action that cites an act later than the plan | "
    "add the act to data/sources.yaml, say in an action that cites it what took the place, and name that in  rests_on"
)
NOTHING_BEGAN = "'under-way', but nothing is reported that began | say in  began:  what began, or write  not-started"


def still(state: str) -> str:
    return f"'delivered', but 2.1.1-2 is {state} | write  partly-delivered  and what is missing"


def begun(state: str) -> str:
    return f"'not-started', but 2.1.1-1 is {state} | write  under-way  or more"


@pytest.mark.parametrize(
    ("status", "asks", "states", "says", "expected"),
    [
        # Delivered: done, and nothing announced or under way.
        ("delivered", "result", "done*", "", ALLOWED),
        ("delivered", "result", "done* done*", "", ALLOWED),
        ("delivered", "result", "done* continuing", "", ALLOWED),
        ("delivered", "result", "done* not-done", "", ALLOWED),
        ("delivered", "result", "done* announced", "", still("announced")),
        ("delivered", "result", "done* under-way", "", still("under-way")),
        ("delivered", "result", "announced*", "", f"{RESTS_ON_NOTHING}\n{still('announced').replace('-2', '-1')}"),
        ("delivered", "result", "done not-done*", "", RESTS_ON_NOTHING),
        # What goes on delivers only what is to go on.
        ("delivered", "result", "continuing*", "", ONLY_CONTINUING),
        ("delivered", "result", "continuing* done", "", ONLY_CONTINUING),
        ("delivered", "recurring", "continuing*", "", ALLOWED),
        ("delivered", "recurring", "continuing* announced", "", still("announced")),
        ("delivered", "recurring", "done*", "", ALLOWED),
        # Partly delivered: something is done, and the reader learns what is missing.
        ("partly-delivered", "result", "done* announced", "missing", ALLOWED),
        ("partly-delivered", "result", "done*", "missing", ALLOWED),
        ("partly-delivered", "result", "done*", "", NOTHING_MISSING),
        ("partly-delivered", "result", "under-way*", "missing", RESTS_ON_NOTHING_DONE),
        ("partly-delivered", "recurring", "continuing*", "missing", RESTS_ON_NOTHING_DONE),
        ("partly-delivered", "result", "done under-way*", "missing", RESTS_ON_NOTHING_DONE),
        ("partly-delivered", "result", "announced*", "", f"{RESTS_ON_NOTHING_DONE}\n{NOTHING_MISSING}"),
        # Under way: something began.
        ("under-way", "result", "under-way*", "", ALLOWED),
        ("under-way", "result", "continuing*", "", ALLOWED),
        ("under-way", "result", "done*", "", ALLOWED),
        ("under-way", "result", "announced* under-way", "", ALLOWED),
        ("under-way", "result", "announced*", "", NOTHING_BEGAN),
        ("under-way", "result", "announced*", "began", ALLOWED),
        ("under-way", "result", "announced* not-done*", "", NOTHING_BEGAN),
        ("under-way", "result", "not-done*", "", NOTHING_BEGAN),
        # Not started: announced is not begun.
        ("not-started", "result", "announced*", "", ALLOWED),
        ("not-started", "result", "not-done*", "", ALLOWED),
        ("not-started", "result", "under-way* announced", "", begun("under-way")),
        ("not-started", "result", "done* announced", "", begun("done")),
        ("not-started", "recurring", "continuing*", "", begun("continuing")),
        # Stopped or replaced: whatever was reported.
        # Stopped: a source says so, whatever else was reported. Replaced: the later act is cited (the next test has one).
        ("stalled", "result", "under-way not-done*", "", ALLOWED),
        ("stalled", "recurring", "done not-done*", "", ALLOWED),
        ("stalled", "result", "under-way* not-done", "", RESTS_ON_NO_STOP),
        ("superseded", "result", "announced*", "", RESTS_ON_NO_ACT),
    ],
)
def test_rubric_1(status, asks, states, says, expected, tiny):
    made = objective(asks, states, status, **{field: "" for field in says.split()})
    assert told(every_status_keeps_to_the_rubric, tiny, made) == expected


def test_what_was_superseded_rests_on_an_action_that_cites_the_later_act(tiny):
    made = objective("result", "announced done*", "superseded")
    made.actions[1].cites = ["mill-directive"]
    assert told(every_status_keeps_to_the_rubric, tiny, made) == ALLOWED


@pytest.mark.parametrize("cited", ["mill-plan", "millers-commitments"])
def test_the_plan_itself_or_what_has_no_date_supersedes_nothing(cited, tiny):
    made = objective("result", "announced done*", "superseded")
    made.actions[1].cites = [cited]
    assert told(every_status_keeps_to_the_rubric, tiny, made) == RESTS_ON_NO_ACT


STATES = ("done", "continuing", "under-way", "announced", "not-done")
MIXTURES = [" ".join(f"{state}*" for state in some) for n in range(1, 6) for some in combinations(STATES, n)]


@pytest.mark.parametrize("states", MIXTURES)
def test_whatever_is_reported_some_status_fits(states, tiny):
    fitting = [
        status
        for status in ("not-started", "under-way", "partly-delivered", "delivered")
        if told(every_status_keeps_to_the_rubric, tiny, objective("result", states, status, missing="")) == ALLOWED
    ]
    assert fitting


@pytest.mark.parametrize("states", [states for states in MIXTURES if "announced" in states or "under-way" in states])
@pytest.mark.parametrize("asks", ["result", "recurring"])
def test_nothing_is_delivered_while_something_is_open(asks, states, tiny):
    assert "'delivered', but" in told(every_status_keeps_to_the_rubric, tiny, objective(asks, states, "delivered"))


WITHOUT_REASON = "steps back from '{}' to '{}' without saying why | add  step_back: new-fact, correction or rubric-change"
NO_STEP_BACK = "is no step back | delete  step_back"


@pytest.mark.parametrize(
    ("statuses", "step_back", "expected"),
    [
        ("under-way", "", ALLOWED),
        ("under-way delivered", "", ALLOWED),
        ("under-way under-way", "", ALLOWED),
        ("delivered under-way", "", WITHOUT_REASON.format("delivered", "under-way")),
        ("partly-delivered not-started", "", WITHOUT_REASON.format("partly-delivered", "not-started")),
        ("delivered under-way", "correction", ALLOWED),
        ("delivered under-way", "new-fact", ALLOWED),
        ("under-way delivered", "correction", NO_STEP_BACK),
        ("under-way", "correction", NO_STEP_BACK),
        # What stopped or was replaced stands on no step.
        ("delivered superseded", "", ALLOWED),
        ("stalled under-way", "", ALLOWED),
        # It is no detour around the category either.
        ("delivered stalled under-way", "", WITHOUT_REASON.format("delivered", "under-way")),
        ("delivered stalled under-way", "new-fact", ALLOWED),
        ("delivered stalled delivered", "", ALLOWED),
    ],
)
def test_a_step_back_needs_its_category(statuses, step_back, expected, tiny):
    made = objective("result", "done*", *statuses.split(), **({"step_back": step_back} if step_back else {}))
    assert told(every_step_back_has_a_category, tiny, made) == expected
