"""The rubrics of the Method page: what each status, and each outcome, needs, as conditions that are met or not."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.messages import tell
from macros.model.kinds import JUDGED, kind_of
from macros.model.plan import Plan
from macros.model.records import LATER_RUBRIC, Action, Assessment, FollowUp, Objective, Outcome, Piece
from macros.reading.published import LADDER, stepped_back_from

# The statuses of which the rubrics speak, and those that follow from what the report says, or does not.
MEASURED = ("not-started", "under-way", "partly-delivered", "delivered", "stalled", "superseded")
COMPUTED = ("reported-elsewhere", "no-information")
OPEN_STATES = {"announced", "under-way"}
BEGUN_STATES = {"done", "continuing", "under-way"}
# What a development makes that is more than words: a law or a plan orders it.
MADE = {"body", "result", "event", "figure"}
# So many of what bore a status are named as examples.
MOST_NAMED = 3


@dataclass(frozen=True)
class Condition:
    """What the rubric asks of a status, whether it is met, and what a contributor is told where it is not."""

    says: str
    met: bool
    message: str
    hint: str


def conditions(judgement: Assessment | Outcome, plan: Plan) -> Iterator[Condition]:
    """The conditions of the rubric that a judgement names; none where what it judges is unknown."""
    judged = plan.current_record(JUDGED[kind_of(judgement)], judgement.of)
    if isinstance(judgement, Assessment) and isinstance(judged, Objective):
        yield from (rubric_2 if judgement.rubric == LATER_RUBRIC else rubric_1)(judged, judgement, plan)
    elif isinstance(judgement, Outcome) and isinstance(judged, FollowUp):
        yield from rubric_2_of_an_outcome(judgement, plan)


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
                tell("conditions.begun"),
                bool(_in(BEGUN_STATES, objective) or assessment.began),
                tell("rubric.under_way_but_nothing"),
                tell("rubric.say_began_what_began"),
            )
        case "not-started":
            begun = _in(BEGUN_STATES, objective)
            message = tell("rubric.not_started_but", begun=_first(begun))
            yield Condition(tell("conditions.none_begun"), not begun, message, tell("rubric.write_under_way_more"))
        case "stalled":
            yield Condition(
                tell("conditions.rests_on_not_done"),
                "not-done" in states,
                tell("rubric.stalled_rests_on_no"),
                tell("rubric.add_action_state_not"),
            )
        case "superseded":
            yield Condition(
                tell("conditions.cites_later_act"),
                any(plan.is_after_the_plan(id) for action in basis for id in action.cites),
                tell("rubric.superseded_rests_on_no"),
                tell("rubric.add_act_sources_say"),
            )


def _delivered(objective: Objective, states: set[str]) -> Iterator[Condition]:
    yield Condition(
        tell("conditions.rests_on_done"),
        bool(states & {"done", "continuing"}),
        tell("rubric.delivered_rests_on_no"),
        tell("rubric.name_one_rests_on"),
    )
    still = _in(OPEN_STATES, objective)
    yield Condition(
        tell("conditions.none_open"),
        not still,
        tell("rubric.delivered_but", still=_first(still)),
        tell("rubric.write_partly_delivered_what"),
    )
    yield Condition(
        tell("conditions.not_continuing_alone"),
        objective.asks == "recurring" or "done" in states or "continuing" not in states,
        tell("rubric.delivered_rests_on_continuing"),
        tell("rubric.write_under_way_objective"),
    )


def _partly_delivered(assessment: Assessment, states: set[str]) -> Iterator[Condition]:
    yield Condition(
        tell("conditions.rests_on_one_done"),
        "done" in states,
        tell("rubric.partly_delivered_rests_on"),
        tell("rubric.name_one_rests_on_write"),
    )
    yield _says_what_is_missing(assessment, assessment.status)


def rubric_2(objective: Objective, assessment: Assessment, plan: Plan) -> Iterator[Condition]:
    """The conditions of a status that rests on what came after the report. A law alone bears what it says, never the outcome that it orders."""
    verified, actions, status = _verified(assessment, plan), plan.basis(assessment), assessment.status
    yield _rests_on_something_verified(verified)
    lasting = {"done", "continuing"} if objective.asks == "recurring" else {"done"}
    made = bool(_made(verified, plan)) or any(action.state in lasting for action in actions)
    ruled = objective.common_rules and bool(_rules(verified, plan))
    lower = "partly-delivered" if made or ruled else "under-way"
    match status:
        case "delivered":
            yield _rests_on_what_was_made(status, made, _enough(lower, objective, assessment, plan))
            yield _leaves_nothing_open(assessment, status)
            still = [action for action in _in(OPEN_STATES, objective) if action not in actions]
            message = tell("rubric.delivered_but_does_not", still=_first(still))
            hint = tell("rubric.say_reason_what_became", lower=lower)
            yield Condition(tell("conditions.rests_on_each_open"), not still, message, hint)
        case "partly-delivered":
            yield _rests_on_what_was_made(status, made or ruled, _enough(lower, objective, assessment, plan), by_rule=ruled and not made)
            yield _says_what_is_missing(assessment, status)
        case "not-started":
            begun = _in(BEGUN_STATES, objective)
            message = tell("rubric.not_started_but", begun=_first(begun)) if begun else tell("rubric.not_started_but_rests")
            met = not begun and not _made(verified, plan)
            yield Condition(tell("conditions.none_begun_none_made"), met, message, tell("rubric.write_under_way_more"))
        case "stalled":
            against = any(bearing.to == objective.id and bearing.relation == "contradicts" for piece in verified for bearing in piece.bears_on)
            yield Condition(
                tell("conditions.rests_on_against"),
                against or any(action.state == "not-done" for action in actions),
                tell("rubric.stalled_rests_on_nothing"),
                tell("rubric.name_what_says_rests"),
            )
        case "superseded":
            later = [piece for piece in verified if plan.moment_of(piece).first > plan.planned_on]
            replacing = [piece.id for piece in later if any(one.to == objective.id and one.relation == "replaces" for one in piece.bears_on)]
            yield Condition(
                tell("conditions.names_successor"),
                assessment.successor in replacing,
                tell("rubric.superseded_rests_on_no_verified"),
                tell("rubric.name_one_successor_rests"),
            )


def rubric_2_of_an_outcome(outcome: Outcome, plan: Plan) -> Iterator[Condition]:
    """The conditions of what became of a follow-up."""
    verified, found = _verified(outcome, plan), outcome.outcome
    if found == "nothing-found":
        message, hint = tell("rubric.nothing_found_rests_on"), tell("rubric.write_what_shows_delete")
        yield Condition(tell("conditions.rests_on_nothing_at_all"), not outcome.rests_on, message, hint)
        return
    yield _rests_on_something_verified(verified)
    if found == "required-by-law":
        hint = tell("rubric.name_clause_orders_recital")
        yield Condition(tell("conditions.rests_on_rule"), bool(_rules(verified, plan)), tell("rubric.required_law_rests_on"), hint)
    if found in ("done-in-part", "done"):
        hint = tell("rubric.name_verified_body_result", lower="required-by-law")
        yield _rests_on_what_was_made(found, bool(_made(verified, plan)), hint)
    if found == "done-in-part":
        yield _says_what_is_missing(outcome, found)
    if found == "done":
        yield _leaves_nothing_open(outcome, found)


def _verified(judgement: Assessment | Outcome, plan: Plan) -> list[Piece]:
    return [piece for piece in plan.later_basis(judgement) if piece.proof == "verified"]


def _made(pieces: list[Piece], plan: Plan) -> list[Piece]:
    """The pieces that show more than words."""
    return [piece for piece in pieces if plan.development_of(piece).makes in MADE]


def _rules(pieces: list[Piece], plan: Plan) -> list[Piece]:
    """The pieces of a law that state a duty, which a recital does not."""
    held = [(piece, [one.locator for one in piece.evidence if one.source]) for piece in pieces if plan.development_of(piece).makes == "rule"]
    return [piece for piece, locators in held if not all(locator.startswith("recital") for locator in locators)]


def _rests_on_something_verified(verified: list[Piece]) -> Condition:
    hint = tell("rubric.name_one_whose_words")
    message = tell("rubric.rests_on_no_verified")
    return Condition(tell("conditions.rests_on_later"), bool(verified), message, hint)


def _rests_on_what_was_made(word: str, met: bool, hint: str, by_rule: bool = False) -> Condition:
    says = tell("conditions.rests_on_rule_asked_for" if by_rule else "conditions.rests_on_made")
    return Condition(says, met, tell("rubric.rests_on_nothing_verified", word=word), hint)


def _enough(lower: str, objective: Objective, assessment: Assessment, plan: Plan) -> str:
    """What to do where a status rests on laws and plans alone: name what bore a status that they leave as it was, or give the one that they bear."""
    earlier = [one for one in objective.assessments if one.id != assessment.id and one.as_of <= assessment.as_of]
    before = next((one for one in reversed(earlier) if one.status in LADDER), None)
    bore = [action.id for action in plan.basis(before) if action.state in BEGUN_STATES] if before else []
    if before and bore and stepped_back_from([before.status], lower):
        return tell("rubric.name_what_bore", before=before.status, ids=", ".join(bore[:MOST_NAMED]))
    return tell("rubric.name_verified_body_result", lower=lower)


def _says_what_is_missing(judgement: Assessment | Outcome, word: str) -> Condition:
    message = tell("rubric.does_not_say_what", word=word)
    return Condition(tell("conditions.says_missing"), bool(judgement.missing), message, tell("rubric.add_missing_both_languages"))


def _leaves_nothing_open(judgement: Assessment | Outcome, word: str) -> Condition:
    hint = tell("rubric.lower_delete_missing")
    return Condition(tell("conditions.says_nothing_missing"), not judgement.missing, tell("rubric.something_missing", word=word), hint)


def _in(states: set[str], objective: Objective) -> list[Action]:
    return [action for action in objective.actions if action.state in states]


def _first(actions: list[Action]) -> str:
    return tell("rubric.is", id=actions[0].id, state=actions[0].state) if actions else ""
