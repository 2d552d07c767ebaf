"""Statement -> the words of one language, in pieces: plain text, and names that lead to records."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from babel.lists import format_list

from macros.graph.statements import Alternatives, Counted, Filling, Name
from macros.model.kinds import parse_id
from macros.model.records import REPORT
from macros.wording.labels import Labels

# Stands around the name of a place while the text around it is typeset; the data cannot hold it.
PLACEHOLDER = "\0"


@dataclass(frozen=True)
class Piece:
    """Words, and the kind and id of the record to which they lead, or nothing."""

    text: str
    kind: str = ""
    id: str = ""


def sentence(statement: Counted, labels: Labels) -> str:
    """The statement as plain text."""
    return "".join(piece.text for piece in pieces(statement, labels))


def pieces(said: Counted, labels: Labels) -> list[Piece]:
    """The statement in pieces, as a page shows it."""
    date = labels.plan.sources[REPORT].date
    marks = {name: f"{PLACEHOLDER}{name}{PLACEHOLDER}" for name in said.places}
    text = labels.wording.count(said.key, said.count, **{"year": date.value[:4] if date else "", **marks})
    found: list[Piece] = []
    for index, part in enumerate(text.split(PLACEHOLDER)):
        found += _filled(said.places[part], labels) if index % 2 else [Piece(part)]
    return [piece for piece in found if piece.text]


def _filled(place: Filling, labels: Labels) -> Iterator[Piece]:
    """What stands in a place: see `Counted`."""
    if isinstance(place, Counted):
        yield from pieces(place, labels)
    elif isinstance(place, list):
        yield from _names(place, labels)
    elif isinstance(place, dict):
        yield Piece(labels.states(place))
    else:
        yield Piece(labels.wording.number(place))


def _names(names: list[Name], labels: Labels) -> Iterator[Piece]:
    """A list of records as the language writes lists: A, B and C."""
    style: Literal["or", "standard"] = "or" if isinstance(names, Alternatives) else "standard"
    around = format_list([PLACEHOLDER] * len(names), style, labels.wording.locale).split(PLACEHOLDER)
    for name, after in zip(names, around[1:], strict=True):
        kind, id = parse_id(name.node)
        yield from _actor(id, name.parts, labels) if kind == "actors" else [Piece(id, kind, id)]
        yield Piece(after)


def _actor(id: str, parts: tuple[str, ...], labels: Labels) -> Iterator[Piece]:
    """An actor as it stands in a sentence, its acronym, and the names of its parts that are named.

    With its article and no more, so that no wording may need another form of it: nothing agrees with it or draws together with it.
    """
    actor, say = labels.plan.actors[id], labels.wording.say
    acronym = labels.text(actor.acronym)
    yield Piece(labels.text(actor.in_sentence or actor.name), "actors", id)
    yield Piece(f" ({acronym}" if acronym else " (" if parts else "")
    for index, part in enumerate(parts):
        yield Piece(say("punctuation.comma") if index else f"{say('punctuation.colon')} " if acronym else "")
        named = labels.plan.actors[parse_id(part)[1]]
        yield Piece(labels.text(named.in_sentence or named.name), *parse_id(part))
    yield Piece(")" if acronym or parts else "")
