"""THE table of kinds: what a record of each is called, its shape, the file it stands in, its address and the macro of its page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import GenericAlias
from typing import Annotated, Any, NamedTuple, NewType

from pydantic import BeforeValidator, Field, PlainSerializer, create_model, model_validator

from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.records import (
    Action,
    Actor,
    Area,
    Assessment,
    Commitment,
    Contradiction,
    Country,
    Development,
    Finding,
    FollowUp,
    GlossaryTerm,
    Indicator,
    Link,
    Look,
    Means,
    Objective,
    Outcome,
    Provision,
    Publisher,
    Section,
    Source,
    Verb,
    Word,
)
from macros.model.shape import FullDate, NonEmpty, NonEmptyText, OrAlone, Pattern, Record, Shape, Text, fault, shape_of


@dataclass(frozen=True)
class Kind:
    """A kind of record.

    `word` stands before the colon of a typed identifier and in messages. `address` is below the root of a language ({id} its identifier,
    {objective} the objective that it belongs to, {as_of} the day that an assessment speaks of), `macro` writes the page of one record;
    both are empty where there is none.
    A `file` that ends in a slash is a folder in which each record has a file of its own: it is appended, and two who append never meet.
    `numbered` says who gives its numbers: the `source`, or `us`, one after the other. A record that is `only_used` must be referred to.
    """

    word: str
    shape: type[Record]
    file: str
    address: str = ""
    macro: str = ""
    numbered: str = ""
    only_used: bool = False

    @property
    def own_files(self) -> bool:
        """Whether each record stands in a file of its own."""
        return self.file.endswith("/")

    def file_of(self, id: str) -> str:
        """The file below data/ in which the record with an identifier stands; its path says the identifier: 2.1.1@2008-10-17 of 2.1.1/2008-10-17."""
        return f"{self.file}{id.replace('@', '/')}.yaml" if self.own_files else self.file

    def id_of(self, file: str) -> str:
        """The identifier that the path of a record's own file, below data/, says."""
        return file.removeprefix(self.file).removesuffix(".yaml").replace("/", "@")


# The kinds whose records have identifiers that others may link to; what readers ask first stands first.
NAMED: dict[str, Kind] = {
    "areas": Kind("area", Area, "actions.yaml", "areas/{id}/", "area", numbered="source"),
    "objectives": Kind("objective", Objective, "actions.yaml", "objectives/{id}/", "objective", numbered="source"),
    "actions": Kind("action", Action, "actions.yaml", "objectives/{objective}/#{id}", numbered="us"),
    "findings": Kind("finding", Finding, "findings.yaml", "findings/#{id}", numbered="us"),
    "actors": Kind("actor", Actor, "actors.yaml", "actors/{id}/", "actor", only_used=True),
    "means": Kind("means", Means, "means.yaml", "glossary/#{id}", only_used=True),
    "follow_ups": Kind("follow-up", FollowUp, "follow-ups.yaml", "follow-ups/{id}/", "follow_up", numbered="source"),
    "developments": Kind("development", Development, "developments/", "developments/#{id}"),
    "provisions": Kind("provision", Provision, "developments/", "developments/#{id}"),
    "commitments": Kind("commitment", Commitment, "commitments.yaml", "commitments/{id}/", "commitment", numbered="source"),
    "indicators": Kind("indicator", Indicator, "indicators.yaml", "indicators/{id}/", "indicator"),
    "countries": Kind("country", Country, "countries.yaml", "countries/{id}/", "country"),
    "sources": Kind("source", Source, "sources.yaml", "sources/{id}/", "source", only_used=True),
    "glossary": Kind("term", GlossaryTerm, "glossary.yaml", "glossary/#{id}"),
    "sections": Kind("section", Section, "findings.yaml", "findings/#section-{id}", numbered="source"),
}
# A word of the vocabulary is called by its list too: `word:units.case`.
TYPED = "|".join([*(f"{kind.word}:({kind.shape.ID})" for kind in NAMED.values()), rf"word:[a-z_]+\.({Word.ID})"])


# An identifier that is unique among all kinds, because the word of its kind stands before it: "follow-up:3.1".
TypedId = NewType("TypedId", str)


class RecordKey(NamedTuple):
    """Kind (or list of the vocabulary) and identifier of a record."""

    kind: str
    id: str


def typed_id(kind: str, id: str) -> TypedId:
    """The typed identifier of a record: ("follow_ups", "3.1") -> "follow-up:3.1"."""
    return TypedId(f"{NAMED[kind].word}:{id}" if kind in NAMED else f"word:{kind}.{id}")


# Word of a typed identifier -> the kind.
_KINDS_BY_WORD = {kind.word: name for name, kind in NAMED.items()}


def parse_id(typed: str) -> RecordKey:
    """What a typed identifier names: "word:units.case" -> ("units", "case")."""
    word, _, id = typed.partition(":")
    if word == "word":
        kind, _, id = id.partition(".")
        return RecordKey(kind, id)
    return RecordKey(_KINDS_BY_WORD[word], id)


Moves = Mapping[TypedId, Sequence[TypedId]]


def successors(id: TypedId, moves: Moves) -> list[TypedId]:
    """The typed identifiers at which one is found after every move, each once; a circle ends where it closes."""

    def walk(one: TypedId, way: tuple[TypedId, ...]) -> Iterator[TypedId]:
        if one not in moves or one in way:
            yield one
        else:
            for next_one in moves[one]:
                yield from walk(next_one, (*way, one))

    return list(dict.fromkeys(walk(id, ())))


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _as_written(ids: list[str]) -> Any:
    return ids[0] if len(ids) == 1 else ids


class Moved(Record):
    """What became of a published identifier that no record has any more. Appended, never deleted."""

    ID = TYPED
    TITLE = "reason"
    EXAMPLE = "actor:europol"
    id: NonEmpty[TypedId]
    # Several, where what it named was split.
    to: Annotated[
        list[Annotated[NonEmpty[TypedId], Pattern(TYPED, (EXAMPLE, "objective:2.1.1"))]],
        BeforeValidator(_listed), PlainSerializer(_as_written), Field(min_length=1), OrAlone(),
    ]  # fmt: skip
    on: FullDate
    reason: Text

    @staticmethod
    def line(id: TypedId, to: TypedId) -> str:
        """What somebody writes into the file."""
        return f"- {{id: {id}, to: {to}, on: …, reason: {{en: …, fr: …}}}}"

    @model_validator(mode="after")
    def _leads_to_an_identifier(self):
        for id in self.to:
            if not re.fullmatch(TYPED, id):
                raise fault(tell("shapes.not_typed_id_record", to=id), tell("shapes.write_like_objective_2", example=self.EXAMPLE))
        return self


_NAMES_IN: dict[str, Any] = {language: (list[NonEmptyText], []) for language in LANGUAGES}


class OtherNames(create_model("NamesInEachLanguage", __base__=Record, **_NAMES_IN)):  # type: ignore[misc]
    """Other names under which readers look for a record, in each language. The search knows them; no page shows them."""

    ID = TYPED
    TITLE = ""
    EXAMPLE = "actor:europol"
    id: NonEmpty[TypedId]


KINDS: dict[str, Kind] = NAMED | {
    "assessments": Kind("assessment", Assessment, "assessments/", "objectives/{objective}/#assessment-{as_of}"),
    "outcomes": Kind("outcome", Outcome, "outcomes/", "follow-ups/{objective}/#outcome-{as_of}"),
    "looks": Kind("look", Look, "looks.yaml"),
    "publishers": Kind("publisher", Publisher, "publishers.yaml", only_used=True),
    "contradictions": Kind("contradiction", Contradiction, "indicators.yaml"),
    "verbs": Kind("verb", Verb, "verbs.yaml"),
    "aliases": Kind("other names", OtherNames, "aliases.yaml"),
    "moved": Kind("moved identifier", Moved, "moved.yaml"),
    "links": Kind("outside link", Link, "links.yaml"),
}
# What keeps the site whole, and says nothing of the plan.
UNPUBLISHED = ("links",)
# Whose texts each language has for itself: titles of its own, notes on one of them, verbs explained by their tense.
OWN_IN_EACH_LANGUAGE = ("sources", "sections", "verbs")
# Kind of a record that stands inside another one -> the kind that holds it.
INSIDE: dict[str, str] = {
    field: name for name, kind in KINDS.items() for field, info in kind.shape.model_fields.items()
    if (inner := shape_of(info.annotation)) and issubclass(inner, Record)
}  # fmt: skip
_NAMES = {kind.shape: name for name, kind in KINDS.items()}


def kind_of(record: Record) -> str:
    """The kind of a record: its name in KINDS."""
    return _NAMES[type(record)]


def id_of(record: Record) -> TypedId:
    """The typed identifier of a record."""
    return typed_id(kind_of(record), record.id)


class VocabularyFile(Shape):
    """data/vocabulary.yaml: one list of words for each `InVocabulary` mark."""

    statuses: list[Word]
    states: list[Word]
    roles: list[Word]
    agents: list[Word]
    asks: list[Word]
    rubrics: list[Word]
    confidences: list[Word]
    step_backs: list[Word]
    strengths: list[Word]
    actor_kinds: list[Word]
    means_kinds: list[Word]
    source_kinds: list[Word]
    date_is: list[Word]
    date_of: list[Word]
    units: list[Word]
    qualifiers: list[Word]
    scopes: list[Word]
    development_kinds: list[Word]
    makes: list[Word]
    relations: list[Word]
    proofs: list[Word]
    outcome_kinds: list[Word]
    contradiction_classes: list[Word]
    subjects: list[Word]
    languages: list[Word]


def has_identifiers(kind: str) -> bool:
    """Whether others may link to the records of a kind, or to the words of a list of the vocabulary."""
    return kind in NAMED or kind in VocabularyFile.model_fields


def title_field(kind: str) -> str:
    """The field that says what a record of a kind, or a word of a list of the vocabulary, is."""
    return (KINDS[kind].shape if kind in KINDS else Word).TITLE


def _files() -> Iterator[tuple[str, type[Shape]]]:
    """Each file of data/ that holds lists of records, and its shape: a list for each kind that stands in no other."""
    yield "vocabulary.yaml", VocabularyFile
    for file in dict.fromkeys(kind.file for kind in KINDS.values() if not kind.own_files):
        lists: dict[str, Any] = {name: GenericAlias(list, kind.shape) for name, kind in KINDS.items() if kind.file == file and name not in INSIDE}
        name = f"{file.partition('.')[0].title().replace('-', '')}File"
        yield file, create_model(name, __base__=Shape, __doc__=f"data/{file}", **lists)


FILES: dict[str, type[Shape]] = dict(_files())
# Name of each kind whose records stand in files of their own.
OWN_FILES: list[str] = [name for name, kind in KINDS.items() if kind.own_files and name not in INSIDE]
# Kind of judgement -> the kind of what is judged. What was published of them stands.
JUDGED: dict[str, str] = {"assessments": "objectives", "outcomes": "follow_ups"}
# File below data/, or folder of files with one record each -> the shape of the file.
SHAPES: dict[str, type[Shape]] = FILES | {KINDS[name].file: KINDS[name].shape for name in OWN_FILES}


def own_kind(file: str) -> str:
    """The kind of the one record that a file below data/ holds; empty where it holds lists of records."""
    return next((name for name in OWN_FILES if file.startswith(KINDS[name].file)), "")
