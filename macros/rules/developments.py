"""Rules on developments: what each bears on, when it came, and the sentence that says what came since the report."""

import re
from collections.abc import Iterator

from macros.evidence.weighty_words import FOUND, SILENCE
from macros.languages import FIRST, LANGUAGES
from macros.messages import tell
from macros.model.kinds import KINDS
from macros.model.plan import Plan
from macros.model.records import Commitment, FollowUp, Objective
from macros.model.values import Seen, Since
from macros.problems import NOTICE, Problem
from macros.rules import suggest

MAX_WORDS_SINCE = 40
# What is announced, and the day from which an act applies, may lie after the last look.
AHEAD = ("expected", "application")
NOTHING_FOUND = "nothing-found"
# An outcome whose label is an everyday word.
EVERYDAY = "done"
Told = Objective | FollowUp | Commitment


def no_development_stands_twice(plan: Plan) -> Iterator[Problem]:
    """No two developments have one title."""
    titles: dict[str, str] = {}
    for id, one in plan.developments.items():
        if (title := getattr(one.title, FIRST)) in titles:
            yield one.problem(("title", FIRST), tell("developments.title_of_another", id=titles[title]), tell("developments.delete_or_tell_apart"))
        titles.setdefault(title, id)


def every_development_bears_on_a_thing_once(plan: Plan) -> Iterator[Problem]:
    """A development or provision names what it bears on once, with one relation."""
    for piece in plan.pieces.values():
        seen = set()
        for place, bearing in enumerate(piece.bears_on):
            if bearing.to in seen:
                yield piece.problem(
                    ("bears_on", place), tell("developments.bears_on_twice", to=bearing.to), tell("developments.keep_relation_says_most")
                )
            seen.add(bearing.to)


def what_is_followed_came_before(plan: Plan) -> Iterator[Problem]:
    """A development reports on what is earlier than itself."""
    for piece in plan.pieces.values():
        for place, id in enumerate(piece.follows):
            earlier = plan.pieces.get(id)
            if earlier is piece:
                yield piece.problem(("follows", place), tell("developments.follows_itself"), tell("developments.name_what_reports_on"))
            elif earlier and plan.moment_of(earlier).first > plan.moment_of(piece).last:
                message = tell("developments.follows_which_came_later", id=id, value=plan.moment_of(earlier).value)
                yield piece.problem(("follows", place), message, tell("developments.turn_round_correct_one"))


def nothing_came_after_the_last_look(plan: Plan) -> Iterator[Problem]:
    """Nothing that happened is of a day after the last one on which we looked; what is announced may be."""
    # A page may be seen since, by somebody who looked at that alone, but not years after.
    hint = tell("developments.correct_day_where_all")
    if not plan.looked_on:
        if plan.developments:
            yield Problem(f"data/{KINDS['looks'].file}", 1, "", tell("developments.nobody_looked"), tell("developments.add_day_of_look"))
        return
    for piece in plan.pieces.values():
        if piece.date and piece.date.of not in AHEAD and piece.date.first > plan.looked_on:
            yield piece.problem(("date", "value"), tell("developments.dated_after_last_look", value=piece.date.value, looked_on=plan.looked_on), hint)
    for record in plan.records():
        for path, shape in record.shapes:
            if isinstance(shape, Seen) and shape.on > f"{int(plan.looked_on[:4]) + 1}-12-31":
                yield record.problem((*path, "on"), tell("developments.was_seen_on_after", on=shape.on, looked_on=plan.looked_on), hint)


def every_objective_and_follow_up_says_what_came_since(plan: Plan) -> Iterator[Problem]:
    """As soon as there are developments, each objective and follow-up says what they brought for it, or that nothing was found."""
    records: list[Objective | FollowUp] = [*plan.objectives.values(), *plan.follow_ups.values()]
    for record in records if plan.developments else ():
        if not record.since:
            hint = tell("developments.add_since_en_fr", looked_on=plan.looked_on)
            yield record.problem(("id",), tell("developments.does_not_say_what"), hint)


def every_sentence_on_what_came_since_is_short_and_grades_nothing(plan: Plan) -> Iterator[Problem]:
    """At most forty words in each language, without a status or an outcome: those are dated and stand beside it."""
    for record, since in _told(plan):
        for language in LANGUAGES:
            count = len([word for word in getattr(since, language).split() if re.search(r"\w", word)])
            if count > MAX_WORDS_SINCE:
                hint = tell("developments.say_one_thing_reader")
                yield record.problem(("since", language), tell("developments.has_words_are_most", count=count, max_words_since=MAX_WORDS_SINCE), hint)
        for label in _grades(plan):
            if re.search(rf"(?i)\b{re.escape(label)}\b", getattr(since, FIRST)):
                hint = tell("developments.say_what_happened_what")
                yield record.problem(("since", FIRST), tell("developments.grades_says", label=label.lower()), hint)


def every_sentence_on_what_came_since_rests_on_something(plan: Plan) -> Iterator[Problem]:
    """It rests on developments that bear on its record, or it says that nothing was found."""
    for record, since in _told(plan):
        for place, id in enumerate(since.rests_on):
            piece = plan.pieces.get(id)
            if piece and record.id not in [bearing.to for bearing in piece.bears_on]:
                hint = suggest.bearing(plan, record.id)
                yield record.problem(("since", "rests_on", place), tell("developments.rests_on_which_does", id=id), hint)
        none = plan.vocabularies["outcome_kinds"].get(NOTHING_FOUND)
        for language in LANGUAGES if none and not since.rests_on else ():
            words = getattr(none.label, language).lower() if none else ""
            if words not in getattr(since, language).lower():
                hint = tell("developments.name_developments_tells_write", words=words)
                yield record.problem(("since", language), tell("developments.rests_on_nothing_does"), hint)


def no_silence_is_told_as_a_failure(plan: Plan) -> Iterator[Problem]:
    """A notice on each sentence on what came since that says "no result", and not that none was found."""
    for record, since in _told(plan):
        for language in LANGUAGES:
            said = getattr(since, language)
            silent = SILENCE[language].search(said) if language in SILENCE else None
            if silent and not FOUND[language].search(said, silent.end()):
                yield record.problem(
                    ("since", language), tell("developments.silence_as_failure", found=silent[0]), tell("developments.say_not_found"), level=NOTICE
                )


def everything_came_after_the_plan(plan: Plan) -> Iterator[Problem]:
    """A notice on each development that was over before the plan."""
    for one in plan.developments.values():
        if plan.planned_on and one.date.last < plan.planned_on:
            message = tell("developments.before_the_plan", value=one.date.value, planned_on=plan.planned_on)
            yield one.problem(("date", "value"), message, tell("developments.correct_date_or_leave_out"), level=NOTICE)


def _told(plan: Plan) -> Iterator[tuple[Told, Since]]:
    records: list[Told] = [*plan.objectives.values(), *plan.follow_ups.values(), *plan.commitments.values()]
    for record in records:
        if record.since:
            yield record, record.since


def _grades(plan: Plan) -> list[str]:
    """The words by which we grade, but for those that say that there is nothing, and for an everyday word."""
    words = [*plan.vocabulary.statuses, *(word for word in plan.vocabulary.outcome_kinds if word.id not in (NOTHING_FOUND, EVERYDAY))]
    return [getattr(word.label, FIRST) for word in words]


RULES = [
    no_development_stands_twice,
    every_development_bears_on_a_thing_once,
    what_is_followed_came_before,
    nothing_came_after_the_last_look,
    every_objective_and_follow_up_says_what_came_since,
    every_sentence_on_what_came_since_is_short_and_grades_nothing,
    every_sentence_on_what_came_since_rests_on_something,
    no_silence_is_told_as_a_failure,
    everything_came_after_the_plan,
]
