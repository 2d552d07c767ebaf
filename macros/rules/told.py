"""What our own sentences tell: no number and no day that nothing has on which they rest, or of what they are about."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from macros.evidence.printed import days
from macros.evidence.printed_words import PRINTED
from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.kinds import JUDGED, kind_of
from macros.model.plan import Plan
from macros.model.records import Action, Assessment, Commitment, Finding, FollowUp, Objective, Outcome, Piece
from macros.model.shape import Record, Shape, Text
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


def no_text_says_a_number_or_a_day_of_its_own(plan: Plan) -> Iterator[Problem]:
    """A notice on each number and full day of a title or text that stands neither elsewhere in its record nor in what it quotes."""
    records: list[Action | Finding | Piece] = [*plan.actions.values(), *plan.findings.values(), *plan.pieces.values()]
    for record in records:
        known: list[str] = []
        for field, language, text in _texts(record):
            # In the text of what the report tells, the rule on claims refuses numbers.
            refused = isinstance(record, Action | Finding) and field == "text"
            figures = {one for one in numbers(text, (language,)) if one == int(one)} if not refused else set()
            named = days(text, language)
            if figures or named:
                known = known or [value for one in _around(record, plan) for value in _said(one, plan)]
                unsaid = _unsaid(named, known)
                figures -= {Decimal(part) for day in unsaid for part in day.split("-")}
                for one in sorted({*_unwritten(figures, known), *unsaid}):
                    problem = record.problem((field, language), tell("told.text_says_alone", told=one), tell("told.quote_it"))
                    yield replace(problem, level=NOTICE)


def _unwritten(figures: set[Decimal], known: list[str]) -> set[str]:
    """The numbers that none of some words says, in digits or in words."""
    said = " ".join(known)
    left = figures - set(map(Decimal, re.findall(r"\d+", said)))
    return set(map("{:f}".format, left - numbers(said, PRINTED))) if left else set()


def _unsaid(named: set[str], known: list[str]) -> set[str]:
    """The days that none of some words says."""
    left = {day for day in named if not any(day in words for words in known)}
    return left - {day for words in known for language in PRINTED for day in days(words, language)} if left else left


def _around(record: Action | Finding | Piece, plan: Plan) -> list[Record]:
    """A record; with a clause its act and all other clauses, and what these follow."""
    if isinstance(record, Action | Finding):
        return [record]
    act = plan.development_of(record)
    own: list[Piece] = [act, *act.provisions]
    return [*own, *(plan.pieces[id] for one in own for id in one.follows if id in plan.pieces)]


def _texts(record: Record) -> list[tuple[str, str, str]]:
    """Field, language and words of the title and the text of a record."""
    texts = [(field, text) for field in ("title", "text") if isinstance(text := getattr(record, field, None), Text)]
    return [(field, language, getattr(text, language)) for field, text in texts for language in LANGUAGES]


def _said(record: Record, plan: Plan) -> list[str]:
    """What a record says beside its title and its text, and the sources that it quotes or cites."""
    return _values([shape for path, shape in record.shapes if path not in (("title",), ("text",))], plan, getattr(record, "cites", ()))


def _values(shapes: list[Shape], plan: Plan, cited: Iterable[str] = ()) -> list[str]:
    """Every value of some shapes, as text, and of the sources that they quote or that are cited."""
    quoted = [shape.source or "" for shape in shapes if isinstance(shape, Evidence)]
    sources = [source for id in dict.fromkeys((*quoted, *cited)) if (source := plan.sources.get(id))]
    every = [*shapes, *(shape for source in sources for _, shape in source.shapes)]
    return [str(value) for shape in every for value in vars(shape).values() if isinstance(value, str | Decimal)]


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
    return numbers(" ".join(_values([shape for _, shape in record.shapes], plan)), PRINTED)


RULES = [no_sentence_of_ours_says_a_number_of_its_own, no_text_says_a_number_or_a_day_of_its_own]
