"""Nothing is told twice: each act, text, quotation and term has one record."""

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.plan import Plan
from macros.model.records import Piece
from macros.model.shape import Record
from macros.model.values import PIECES
from macros.problems import Problem
from macros.reading.published import Published
from macros.similarity import fold

Kept = TypeVar("Kept", bound=Record)


def no_piece_tells_what_another_one_tells(plan: Plan, before: Published | None = None) -> Iterator[Problem]:
    """No development or provision has the text, or all the quotations, of an earlier one: of one that was published, where there is one."""
    told: set[str] = set()
    published = [before.ids(kind) for kind in PIECES] if before else []
    pieces = sorted(plan.pieces.values(), key=lambda piece: not any(piece.id in ids for ids in published))
    for field, key_of in (("text", _text), ("evidence", _quotations)):
        for piece, first in _repeated((key_of(piece), piece) for piece in pieces):
            if piece.id not in told:
                yield piece.problem((field,), tell(f"twice.same_{field}", id=first.id), tell("twice.delete_or_tell_apart"))
            told.add(piece.id)


def _text(piece: Piece) -> Hashable:
    return tuple(getattr(piece.text, language) for language in LANGUAGES)


def _quotations(piece: Piece) -> Hashable:
    """Where it quotes which words; nothing where it quotes none."""
    return frozenset((one.source or (one.page and one.page.at), one.locator, one.quotation) for one in piece.evidence if one.quotation)


def no_act_of_a_day_has_two_developments(plan: Plan) -> Iterator[Problem]:
    """A development of the same source and date as an earlier one is that one: what else the act says are its provisions."""
    dated = (((one.source, one.date.value) if one.source else None, one) for one in plan.developments.values())
    for development, first in _repeated(dated):
        message = tell("twice.act", id=first.id, source=development.source)
        yield development.problem(("source",), message, tell("twice.keep_one_act"))


def no_act_has_two_sources(plan: Plan) -> Iterator[Problem]:
    """No CELEX number is that of two sources."""
    for source, first in _repeated((one.celex, one) for one in plan.sources.values()):
        yield source.problem(("celex",), tell("twice.celex", id=first.id, celex=source.celex), tell("twice.write_first", id=first.id))


def no_term_is_explained_twice(plan: Plan) -> Iterator[Problem]:
    """No term of the glossary is, in one of the languages, that of an earlier entry."""
    told: set[str] = set()
    for language in LANGUAGES:
        for entry, first in _repeated((fold(getattr(one.term, language)), one) for one in plan.glossary.values()):
            if entry.id not in told:
                message = tell("twice.term", id=first.id, term=getattr(entry.term, language))
                yield entry.problem(("term", language), message, tell("twice.keep_one_entry"))
            told.add(entry.id)


def _repeated(keyed: Iterable[tuple[Hashable, Kept]]) -> Iterator[tuple[Kept, Kept]]:
    """Each record whose key an earlier one has, with the first that has it; an empty key tells nothing."""
    first: dict[Hashable, Kept] = {}
    for key, record in keyed:
        if key and first.setdefault(key, record) is not record:
            yield record, first[key]


RULES = [no_piece_tells_what_another_one_tells, no_act_of_a_day_has_two_developments, no_act_has_two_sources, no_term_is_explained_twice]
