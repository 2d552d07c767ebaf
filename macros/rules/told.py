"""What our own sentences tell, in reasons of judgements and on what came since: no number that nothing has on which they rest."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from macros.evidence.printed_words import PRINTED
from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.kinds import JUDGED, kind_of
from macros.model.plan import Plan
from macros.model.records import Assessment, Commitment, FollowUp, Objective, Outcome
from macros.model.shape import Record, Text
from macros.model.values import Evidence, Since
from macros.problems import NOTICE, Problem
from macros.rules.claims import numbers


def no_sentence_of_ours_says_a_number_of_its_own(plan: Plan) -> Iterator[Problem]:
    """A notice on each number of a reason, or of a sentence on what came since, that nothing has on which it rests."""
    known: dict[int, set[Decimal]] = {}
    for record, field, text, resting in _sentences(plan):
        days = numbers(" ".join([plan.looked_on, plan.reported_on, getattr(resting, "as_of", ""), record.id.partition("@")[0]]), PRINTED)
        for language in LANGUAGES:
            said = numbers(getattr(text, language), (language,)) - days
            for one in _basis(resting, plan) if said else ():
                if id(one) not in known:
                    known[id(one)] = _numbers_of(one, plan)
                said -= known[id(one)]
            for number in sorted(said):
                problem = record.problem((field, language), tell("told.number_of_its_own", number=f"{number:f}"), tell("told.correct_or_rest_on"))
                yield replace(problem, level=NOTICE)


def _basis(resting: Assessment | Outcome | Since, plan: Plan) -> list[Record]:
    """What something rests on, with the developments around it."""
    pieces = plan.later_basis(resting)
    return [*pieces, *map(plan.development_of, pieces), *(plan.basis(resting) if isinstance(resting, Assessment) else [])]


def _sentences(plan: Plan) -> Iterator[tuple[Record, str, Text, Assessment | Outcome | Since]]:
    judged: list[Assessment | Outcome] = [*plan.assessments.values(), *plan.outcomes.values()]
    for one in judged:
        if plan.current_record(JUDGED[kind_of(one)], one.of):
            yield one, "reason", one.reason, one
    told: list[Objective | FollowUp | Commitment] = [*plan.objectives.values(), *plan.follow_ups.values(), *plan.commitments.values()]
    for record in told:
        if record.since:
            yield record, "since", record.since, record.since


def _numbers_of(record: Record, plan: Plan) -> set[Decimal]:
    """Every number of a record, in digits or in words, and of the sources that it quotes."""
    shapes = [shape for _, shape in record.shapes]
    quoted = [plan.sources.get(shape.source or "") for shape in shapes if isinstance(shape, Evidence)]
    shapes += [shape for source in dict.fromkeys(one.id for one in quoted if one) for _, shape in plan.sources[source].shapes]
    return numbers(" ".join(str(value) for shape in shapes for value in vars(shape).values() if isinstance(value, str | Decimal)), PRINTED)


RULES = [no_sentence_of_ours_says_a_number_of_its_own]
