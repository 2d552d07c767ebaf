"""What a person reads of a table: fewer columns, in the words of one language."""

from collections.abc import Callable
from typing import Any, NamedTuple

from macros.export.table import Table
from macros.wording.labels import Labels
from macros.wording.typography import typeset

Row = dict[str, Any]


class Column(NamedTuple):
    """A column to read: the key of its head, and what it says of a row of the whole table."""

    head: str
    said: Callable[[Labels, Row], Any]


def short_table(table: Table, columns: list[Column], labels: Labels) -> Table:
    """The columns of a table that a person reads."""
    heads = tuple(labels.wording.say(column.head) for column in columns)
    return Table(heads, [{head: column.said(labels, row) for head, column in zip(heads, columns, strict=True)} for row in table.rows])


def _same(name: str) -> Callable[[Labels, Row], Any]:
    """As in the data: identifiers, numbers, whole days, words of the source."""
    return lambda labels, row: row.get(name)


def _own(name: str) -> Callable[[Labels, Row], list[str]]:
    """The text in the language."""
    return lambda labels, row: [typeset(text, labels.wording.language) for text in _all(row.get(f"{name}_{labels.wording.language}"))]


def _record(kind: str, name: str) -> Callable[[Labels, Row], list[str]]:
    return lambda labels, row: [labels.label(kind, id) for id in _all(row.get(name))]


def _word(vocabulary: str, *names: str) -> Callable[[Labels, Row], list[str]]:
    return lambda labels, row: [labels.word(vocabulary, id) for name in names for id in _all(row.get(name))]


def _all(value: Any) -> list:
    return value if isinstance(value, list) else [value] if value else []


def _dates(labels: Labels, row: Row) -> list[str]:
    """What happened, and when: "publication: May 2007"."""
    parts = [date.split(" ") for date in row["dates"]]
    colon = labels.wording.say("punctuation.colon")
    return [f"{labels.word('date_of', of)}{colon} {labels.wording.when(value, limit)}" for of, limit, value in parts]


def _period(labels: Labels, row: Row) -> str | None:
    return labels.wording.when(row["period"], row["period_is"]) if row.get("period") else None


def _state(labels: Labels, row: Row) -> str:
    """The state of an action; of what tells of no act, that it tells of none."""
    return labels.word("agents", "none") if row["agent"] == "none" else labels.word("states", row["state"])


def _listed(labels: Labels, row: Row) -> list[str]:
    """What it means that a country is listed, or that it is no exception."""
    return [labels.wording.say(f"absence.{row['absence']}")] if row.get("absence") else _own("label")(labels, row)


def _relation(labels: Labels, row: Row) -> str:
    relation = row["relation"]
    return labels.wording.say(RELATIONS[relation]) if relation in RELATIONS else labels.word("roles", relation)


def _units(labels: Labels, row: Row) -> list[str]:
    """The unit of the figure; those of both ends where they differ."""
    units = dict.fromkeys(unit for name in ("unit", "max_unit") if (unit := row.get(name)))
    return [labels.word("units", unit) for unit in units]


def _places(labels: Labels, row: Row) -> list[str]:
    """Source and place of each piece of evidence, each once; of a page outside its address."""
    told = zip(row["sources"], row["locators"], strict=True) if "sources" in row else (place.partition(" ")[::2] for place in row["locators"])
    comma = labels.wording.say("punctuation.comma")
    return [f"{labels.short_source(source)}{comma}{labels.locator(place)}" if place else source for source, place in dict.fromkeys(told)]


def _bearings(labels: Labels, row: Row) -> list[str]:
    """What a development bears on, and how: "2.1.3: fulfils"."""
    colon, parts = labels.wording.say("punctuation.colon"), [bearing.split(": ") for bearing in row["bears_on"]]
    return [f"{to}{colon} {labels.small_word('relations', relation)}" for relation, to in parts]


def _acting(labels: Labels, row: Row) -> list[str]:
    """The actors that are responsible for a development."""
    parts = [part.split(": ") for part in row["actors"]]
    return [labels.label("actors", actor) for role, actor in parts if role == "responsible"]


def _read_at(labels: Labels, row: Row) -> list[str]:
    """Source and place of each piece of evidence, or the page on which its words were read."""
    comma = labels.wording.say("punctuation.comma")
    told = zip(row["sources"], row["locators"], row["read_at"], strict=True)
    return [f"{labels.short_source(source)}{comma}{labels.locator(place)}" if source else address for source, place, address in dict.fromkeys(told)]


# Relation that is no role -> the key of what it is called.
RELATIONS = {
    "part-of": "field.part_of",
    "see": "field.see",
    "answers": "column.answers",
    "supports": "column.corresponds",
    "bears-on": "field.bears_on",
}
PLACES = Column("field.source", _places)
DATES = Column("field.dates", _dates)
# Table -> its columns to read. A figure keeps its qualifier, a list what it says of its countries.
SHORT: dict[str, list[Column]] = {
    "actions": [
        Column("column.action", _same("id")),
        Column("field.objective", _record("objectives", "objective")),
        Column("field.status", _word("statuses", "objective_status")),
        Column("column.as_of", _same("objective_as_of")),
        Column("column.state", _state),
        Column("column.text", _own("text")),
        Column("column.responsible", _record("actors", "responsible")),
        Column("column.contributors", _record("actors", "contributors")),
        DATES,
        PLACES,
    ],
    "developments": [
        Column("column.development", _same("id")),
        Column("field.date", lambda labels, row: labels.wording.when(row["date"], row["date_is"])),
        Column("column.date_proof", _word("proofs", "date_proof")),
        Column("column.happened", _own("title")),
        Column("column.in_our_words", _own("text")),
        Column("field.kind", _word("development_kinds", "kind")),
        Column("field.bears_on", _bearings),
        Column("column.responsible", _acting),
        Column("field.countries", _record("countries", "countries")),
        Column("column.proof", _word("proofs", "proof")),
        Column("field.source", _read_at),
    ],
    "indicators": [
        Column("field.indicator", _own("title")),
        Column("field.country", _own("country")),
        Column("column.listed", _listed),
        Column("field.as_printed", _same("printed")),
        Column("field.value", _same("value")),
        Column("column.from", _same("min")),
        Column("column.to", _same("max")),
        Column("column.unit", _units),
        Column("field.qualifier", _word("qualifiers", "qualifier")),
        Column("field.period", _period),
        Column("field.contradictions", _own("contradiction")),
        PLACES,
    ],
    "edges": [
        Column("column.from", _own("source_label")),
        Column("column.relation", _relation),
        Column("column.to", _own("target_label")),
        Column("column.as", _own("as")),
        Column("vocabulary.strengths", _word("strengths", "strength")),
        Column("column.reason", _own("reason")),
        DATES,
        PLACES,
    ],
}
# The keys of the texts that are put together here.
TEXTS = [*RELATIONS.values(), *(column.head for columns in SHORT.values() for column in columns)]
