"""What our own sentences tell: no number, day or act that nothing has on which they rest, or of what they are about."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from macros.evidence.printed import days
from macros.evidence.printed_words import PRINTED
from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.kinds import JUDGED, kind_of
from macros.model.plan import Plan
from macros.model.records import Action, Assessment, Commitment, Finding, FollowUp, Objective, Outcome, Piece
from macros.model.shape import Record, Shape, Text
from macros.model.values import PIECES, Evidence, Since
from macros.problems import NOTICE, Problem
from macros.rules.claims import numbers

# The number of an act with its year first: 2011/36 in Directive 2011/36/EU.
ACT = re.compile(r"\b[12]\d{3}/\d{1,4}\b(?!/\d)")


def no_sentence_of_ours_says_a_number_of_its_own(plan: Plan) -> Iterator[Problem]:
    """A notice on each number, of an act too, in a reason, or in a sentence on what came since, that nothing has on which it rests."""
    known: dict[int, tuple[set[Decimal], str]] = {}
    for record, field, text, resting in _sentences(plan):
        if _rests_on_what_is_not_there(resting, plan):
            continue
        for language in LANGUAGES:
            said, acts = numbers(getattr(text, language), (language,)), _acts(getattr(text, language))
            if said:
                said -= numbers(" ".join([plan.looked_on, plan.reported_on, getattr(resting, "as_of", ""), record.id.partition("@")[0]]), PRINTED)
            for one in _basis(resting, plan) if said or acts else ():
                if id(one) not in known:
                    known[id(one)] = _told_by(one, plan)
                told, words = known[id(one)]
                said -= told
                acts = {act for act in acts if act not in words}
            for number in (*map("{:f}".format, sorted(said)), *sorted(acts)):
                yield record.problem((field, language), tell("told.number_of_its_own", number=number), tell("told.correct_or_rest_on"), level=NOTICE)


def no_text_says_a_number_a_day_or_an_act_of_its_own(plan: Plan) -> Iterator[Problem]:
    """A notice on each number, full day and number of an act in a title or text that stands neither elsewhere in its record nor in what it quotes."""
    records: list[Action | Finding | Piece] = [*plan.actions.values(), *plan.findings.values(), *plan.pieces.values()]
    # An act and its clauses stand around each other: what they say is read once.
    read: dict[str, tuple[list[str], set[Decimal]]] = {}
    for record in records:
        first = _around(record, plan)[0].id
        for field, language, text in titles_and_texts(record):
            # In the text of what the report tells, the rule on claims refuses numbers.
            refused = isinstance(record, Action | Finding) and field == "text"
            figures = numbers(text, (language,)) if not refused else set()
            named, acts = days(text, language), _acts(text)
            if figures or named or acts:
                if first not in read:
                    read[first] = _read([value for one in _around(record, plan) for value in said(one, plan)])
                known, digits = read[first]
                unsaid = _unsaid(named, known)
                figures -= {Decimal(part) for day in unsaid for part in day.split("-")}
                for one in sorted(
                    {*_unwritten(figures - digits, known), *unsaid, *(act for act in acts if not any(act in words for words in known))}
                ):
                    yield record.problem((field, language), tell("told.text_says_alone", told=one), tell("told.quote_it"), level=NOTICE)


def every_year_that_nothing_prints_is_told(plan: Plan) -> Iterator[Problem]:
    """A notice on a date that no words print, whose year stands nowhere else in its development."""
    for one in plan.developments.values():
        if not one.date.printed:
            words = [
                *(text for *_, text in titles_and_texts(one)),
                *_values([shape for _, shape in one.shapes if shape is not one.date], plan, _cited(one)),
            ]
            if one.date.value[:4] not in " ".join([one.id, *words]):
                yield one.problem(("date", "value"), tell("told.year_alone", value=one.date.value), tell("told.quote_day_or_say"), level=NOTICE)


def _read(words: list[str]) -> tuple[list[str], set[Decimal]]:
    """Some words, and every number that stands in them in digits."""
    return words, set(map(Decimal, re.findall(r"\d+", " ".join(words))))


def _unwritten(figures: set[Decimal], known: list[str]) -> set[str]:
    """The numbers that none of some words says, in digits or in words; a decimal one may be rounded."""
    exact = numbers(" ".join(known), PRINTED) if figures else set()
    return {f"{one:f}" for one in figures - exact if one == int(one) or not any(_digits(more).startswith(_digits(one)) for more in exact)}


def _digits(number: Decimal) -> str:
    """Its digits alone: those of 3.1, as in 3.1 million, begin those of 3102484.78."""
    return f"{number:f}".replace(".", "")


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


def titles_and_texts(record: Record) -> list[tuple[str, str, str]]:
    """Field, language and words of the title and the text of a record."""
    texts = [(field, text) for field in ("title", "text") if isinstance(text := getattr(record, field, None), Text)]
    return [(field, language, getattr(text, language)) for field, text in texts for language in LANGUAGES]


def said(record: Record, plan: Plan) -> list[str]:
    """What a record says beside its title and its text, and the sources that it quotes or cites."""
    return _values([shape for path, shape in record.shapes if path not in (("title",), ("text",))], plan, _cited(record))


def _values(shapes: list[Shape], plan: Plan, cited: Iterable[str | None] = ()) -> list[str]:
    """Every value of some shapes, as text, and of the sources that they quote or that are cited."""
    quoted = [shape.source for shape in shapes if isinstance(shape, Evidence)]
    sources = (id for id in dict.fromkeys((*quoted, *cited)) if id in plan.sources)
    return [*_written(shapes), *(value for id in sources for value in _written([shape for _, shape in plan.sources[id].shapes]))]


def _written(shapes: Iterable[Shape]) -> list[str]:
    return [str(value) for shape in shapes for value in vars(shape).values() if isinstance(value, str | Decimal)]


def _basis(resting: Assessment | Outcome | Since, plan: Plan) -> list[Record]:
    """What something rests on, with the developments around it."""
    pieces = plan.later_basis(resting)
    return [*pieces, *map(plan.development_of, pieces), *(plan.basis(resting) if isinstance(resting, Assessment) else [])]


def _rests_on_what_is_not_there(resting: Assessment | Outcome | Since, plan: Plan) -> bool:
    """Whether it names what no record is, which another rule tells: what it rests on is not known then."""
    return not all(any(plan.current_records(kind, id) for kind in ("actions", *PIECES)) for id in resting.rests_on)


def _sentences(plan: Plan) -> Iterator[tuple[Record, str, Text, Assessment | Outcome | Since]]:
    judged: list[Assessment | Outcome] = [*plan.assessments.values(), *plan.outcomes.values()]
    for one in judged:
        if plan.current_record(JUDGED[kind_of(one)], one.of):
            yield one, "reason", one.reason, one
    told: list[Objective | FollowUp | Commitment] = [*plan.objectives.values(), *plan.follow_ups.values(), *plan.commitments.values()]
    for record in told:
        if record.since:
            yield record, "since", record.since, record.since


def _told_by(record: Record, plan: Plan) -> tuple[set[Decimal], str]:
    """Every number of a record, in digits or in words, with those of the sources that it has, quotes or cites; and all these words."""
    text = " ".join(_values([shape for _, shape in record.shapes], plan, _cited(record)))
    return numbers(text, PRINTED), text


def _cited(record: Record) -> tuple[str | None, ...]:
    """The sources that a record names, beside those that it quotes."""
    return (*getattr(record, "cites", ()), getattr(record, "source", None))


def _acts(text: str) -> set[str]:
    """The numbers of acts in a text."""
    return set(ACT.findall(text)) if "/" in text else set()


RULES = [
    no_sentence_of_ours_says_a_number_of_its_own,
    no_text_says_a_number_a_day_or_an_act_of_its_own,
    every_year_that_nothing_prints_is_told,
]
