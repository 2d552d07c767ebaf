"""Rules on judgements, of objectives and of follow-ups: what they rest on, of which day, by which rubric."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date as Day

from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.kinds import JUDGED, KINDS, kind_of
from macros.model.plan import Plan
from macros.model.records import FIRST_RUBRIC, LATER_RUBRIC, REPORT, Actor, Outcome, Publisher
from macros.problems import Problem, suggestion
from macros.reading.published import Published, earlier
from macros.rules.measured import Judged, is_known, misplaced, unmet, word
from macros.rules.rubric import COMPUTED, MEASURED
from macros.similarity import fold

# Where the days of so many judgements no longer fit a piece, it is the day of the piece that changed: one message there.
MANY = 3
OTHER = {FIRST_RUBRIC: LATER_RUBRIC, LATER_RUBRIC: FIRST_RUBRIC}


def every_judgement_is_of_a_record_and_a_day(plan: Plan) -> Iterator[Problem]:
    """The path of a judgement names what is judged and a day of the calendar; a second one of that day is numbered 2."""
    for one in _all(plan):
        kind = kind_of(one)
        holder = JUDGED[kind]
        if not isinstance(plan.current_record(holder, one.of), KINDS[holder].shape):
            word = tell(f"kinds.{holder}")
            hint = suggestion(one.of, plan.of(holder), tell("judgements.move_file_into_folder", word=word))
            yield one.problem((), tell("common.no_has_id", word=word, of=one.of), hint)
        try:
            Day.fromisoformat(one.as_of)
        except ValueError:
            yield one.problem((), tell("common.not_day_calendar", value=one.as_of), tell("judgements.name_file_day_speaks"))
        number = one.anchor.partition(".")[2]
        before = f"{one.of}@{one.as_of}" + (f".{int(number) - 1}" if number > "2" else "")
        if number and before not in plan.of(kind):
            file = KINDS[kind].file_of(before)
            yield one.problem((), tell("judgements.number_day_one_before", number=number), tell("judgements.name", file=file))


def every_judgement_is_made_by_the_rubric_of_its_day(plan: Plan) -> Iterator[Problem]:
    """Rubric 1 is for what the report tells, up to its day, and rests on its actions; rubric 2 for what came later, and for follow-ups."""
    report = plan.sources.get(REPORT)
    for one in _all(plan):
        if one.rubric == FIRST_RUBRIC and (isinstance(one, Outcome) or any(id in plan.pieces for id in one.rests_on)):
            yield one.problem(("rubric",), tell("judgements.rubric_1_knows_nothing"), tell("judgements.write_rubric", later_rubric=LATER_RUBRIC))
        elif report and report.date and one.rubric in OTHER and (one.rubric == FIRST_RUBRIC) != (one.as_of <= report.date.value):
            message = tell("judgements.speaks_rubric_report", as_of=one.as_of, rubric=one.rubric, value=report.date.value)
            yield one.problem(("rubric",), message, tell("judgements.write_rubric_what_needs", other=OTHER[one.rubric]))


def no_judgement_confirms_another_word(plan: Plan, before: Published | None = None) -> Iterator[Problem]:
    """`confirms: yes` may stand where the word is that of the judgement before, now or as published, by rubric 2; it follows from it."""
    for series in _series(plan):
        words = [(one.id, one.assessed_on, word(one)) for one in series]
        for one in series:
            published = before.ids(kind_of(one)) if before else ()
            same = one.rubric == LATER_RUBRIC and any(earlier(words, one.id, known)[-1:] == [word(one)] for known in ((), published))
            if one.confirms and not same and one.rubric in OTHER and all(is_known(other, plan) for other in series):
                yield one.problem(("confirms",), tell("judgements.confirms_nothing_one_before"), tell("judgements.delete_confirms"))


def every_judgement_rests_on_a_thing_once(plan: Plan) -> Iterator[Problem]:
    """Nothing is named twice in `rests_on`."""
    for one in _all(plan):
        for place, id in enumerate(one.rests_on):
            if id in one.rests_on[:place]:
                yield one.problem(("rests_on", place), tell("judgements.rests_on_twice", id=id), tell("common.keep_one_two"))


def no_judgement_is_signed_by_a_body(plan: Plan) -> Iterator[Problem]:
    """We judge, nobody else: no assessor has the name of an actor or a publisher."""
    signed = [one for one in _all(plan) if one.assessor]
    named = [one.name for kind in ("actors", "publishers") for one in plan.of(kind).values() if signed and isinstance(one, Actor | Publisher)]
    names = {fold(getattr(name, language)) for name in named for language in LANGUAGES}
    for one in signed:
        if fold(one.assessor or "") in names:
            yield one.problem(("assessor",), tell("judgements.signed_by_body", assessor=one.assessor), tell("judgements.sign_or_leave_out"))


def every_status_has_its_rubric(plan: Plan) -> Iterator[Problem]:
    """A status that is given has conditions that can be met."""
    for one in plan.assessments.values():
        if one.status in plan.vocabularies["statuses"] and one.status not in (*MEASURED, *COMPUTED):
            hint = tell("common.use_one", names=", ".join(MEASURED))
            yield one.problem(("status",), tell("judgements.status_without_rubric", status=one.status), hint)


def every_successor_has_something_to_succeed(plan: Plan) -> Iterator[Problem]:
    """Only what is superseded names a successor."""
    for one in plan.assessments.values():
        if one.successor and one.status != "superseded":
            yield one.problem(
                ("successor",), tell("judgements.names_successor", status=one.status), tell("judgements.delete_successor_write_superseded")
            )


def every_last_outcome_keeps_to_the_rubric(plan: Plan) -> Iterator[Problem]:
    """What became of a follow-up is measured as statuses are; older outcomes stand as published."""
    for follow_up in plan.follow_ups.values():
        if follow_up.outcome:
            yield from unmet(follow_up.outcome, plan)


def every_last_judgement_rests_on_what_bears_on_it(plan: Plan) -> Iterator[Problem]:
    """What it rests on bears on what it judges, and is of its day or earlier; older ones stand as published."""
    found = [one for series in _series(plan) for one in misplaced(series[-1], plan)]
    resting = Counter(one.piece.id for one in found if one.piece)
    yield from (one.problem for one in found if not one.piece or resting[one.piece.id] < MANY)
    for id in (id for id, times in resting.items() if times >= MANY):
        names = ", ".join(one.problem.record for one in found if one.piece and one.piece.id == id)
        day = plan.moment_of(plan.pieces[id]).value
        yield plan.pieces[id].problem(("date",), tell("judgements.day_of_many", day=day, names=names), tell("judgements.put_day_back"))


def _all(plan: Plan) -> list[Judged]:
    return [*plan.assessments.values(), *plan.outcomes.values()]


def _series(plan: Plan) -> Iterator[Sequence[Judged]]:
    """The judgements of each objective and follow-up, in order; none of those that have none."""
    held: list[Sequence[Judged]] = [one.assessments for one in plan.objectives.values()]
    held += [one.outcomes for one in plan.follow_ups.values()]
    return (series for series in held if series)


RULES = [
    every_judgement_is_of_a_record_and_a_day,
    every_judgement_is_made_by_the_rubric_of_its_day,
    no_judgement_confirms_another_word,
    every_judgement_rests_on_a_thing_once,
    no_judgement_is_signed_by_a_body,
    every_status_has_its_rubric,
    every_successor_has_something_to_succeed,
    every_last_outcome_keeps_to_the_rubric,
    every_last_judgement_rests_on_what_bears_on_it,
]
