"""The shape of one record of each kind.

Everything arrives as text (`load.py` reads YAML as text only) and gets its type here. Words from
`data/vocabulary.yaml` are marked with `Term`, identifiers of other records with `Ref`: the vocabulary exists once,
in the data, and one rule checks every mark.
"""

import re
from datetime import date as Day
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from macros.model.shape import Form, FullDate, Record, Ref, Shape, Term, Text, Words, fault, formed

# The source whose section 2 follows the plan, and whose date the baseline assessments carry.
REPORT = "com-2008-657"

# Goes up when a field is renamed, removed or means something else: `/data/plan.json` and the JSON Schemas say it.
SCHEMA_VERSION = 1

_MONTH, _DAY = "(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
DATE = rf"[12]\d{{3}}(/[12]\d{{3}}|-{_MONTH}(-{_DAY})?)?|--{_MONTH}-{_DAY}"


def _date(value: str) -> str:
    if not re.fullmatch(DATE, value):
        raise fault(f"'{value}' is not a date", "write 2006, 2006-10, 2006-07-24, 2006/2007 or, for every year, --10-18")
    day = value.replace("--", "2000-")
    try:
        Day.fromisoformat(day if len(day) == 10 else "2000-01-01")
    except ValueError:
        raise fault(f"'{value}' is not a day of the calendar", "correct the day or the month") from None
    return value


DateValue = Annotated[str, AfterValidator(_date), Form(DATE, ("2006", "2006-10", "2006-07-24", "2006/2007", "--10-18"))]
PlanPoint = formed(r"\d\(\d\)", "1(1)")
CountryCode = formed(r"[A-Z]{2}", "AT")
OldCode = formed(r"[a-z]{2}", "gb")
Series = formed(r"[CL]", "C")
JournalNumber = formed(r"\d{1,4}", "311")
PageNumber = formed(r"\d+", "1")
Celex = formed(r"[1-9][0-9]{4}[A-Z]{1,2}[0-9]{4}", "32004L0081")


SourceId = Annotated[str, Ref(("sources",))]
ActorId = Annotated[str, Ref(("actors",))]
CountryId = Annotated[str, Ref(("countries",))]
IndicatorId = Annotated[str, Ref(("indicators",))]
MeansId = Annotated[str, Ref(("means",))]
ActionId = Annotated[str, Ref(("actions",))]


class Evidence(Shape):
    """A short quotation in the language of the source, and its place."""

    source: SourceId
    locator: Words = Field(examples=["2.5.4 ¶2", "fn 16", "2.1.1 title", "3.6", "c1"])
    quotation: Words


class Period(Shape):
    """The time that a figure or list is about."""

    value: DateValue
    is_: Annotated[str, Term("date_is")] = Field("on", alias="is")
    printed: Words


class When(Shape):
    """A date as precise as the text, what kind of limit it is, and what happened then."""

    value: DateValue
    is_: Annotated[str, Term("date_is")] = Field(alias="is")
    of: Annotated[str, Term("date_of")]
    printed: Words


class Figure(Shape):
    """A number that a source prints: `value`, or the ends `min` and `max`, in `unit`."""

    label: Text | None = None
    value: Decimal | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    unit: Annotated[str, Term("units")]
    max_unit: Annotated[str, Term("units")] | None = None
    qualifier: Annotated[str, Term("qualifiers")] = "exact"
    period: Period | None = None
    scope: Annotated[str, Term("scopes")] | None = None
    printed: Words
    max_printed: Words | None = None

    # What the validator below says, in the words of JSON Schema.
    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": ["value"], "not": {"anyOf": [{"required": ["min"]}, {"required": ["max"]}]}},
                {"required": ["min", "max"], "not": {"required": ["value"]}},
            ]
        }
    )

    @model_validator(mode="after")
    def _one_value_or_two_ends(self):
        ends = self.min is not None and self.max is not None
        if (self.value is None) != ends or (self.min is None) != (self.max is None):
            raise fault("a figure has either 'value' or both 'min' and 'max'", "keep 'value', or write 'min' and 'max'")
        return self


class Pointer(Shape):
    """A place to which the text sends its reader ("Voir la section 1")."""

    to: Annotated[str, Ref(("objectives", "sections"))]
    evidence: list[Evidence] = Field(min_length=1)


class Part(Shape):
    """What an actor was in an action, a finding or a follow-up; `as` says it closer."""

    actor: ActorId
    role: Annotated[str, Term("roles")]
    as_: Text | None = Field(None, alias="as")


class Answer(Shape):
    """What a follow-up answers, and why we think so."""

    to: Annotated[str, Ref(("objectives", "findings"))]
    reason: Text


class Match(Answer):
    """What a commitment corresponds to, how closely, and why we think so."""

    strength: Annotated[str, Term("strengths")]


class Assessment(Shape):
    """Our dated judgement of an objective. Appended, never edited."""

    as_of: FullDate
    rubric: Annotated[str, Term("rubrics")]
    status: Annotated[str, Term("statuses")]
    confidence: Annotated[str, Term("confidences")]
    reason: Text
    missing: Text | None = None
    began: Text | None = None
    step_back: Annotated[str, Term("step_backs")] | None = None
    rests_on: list[ActionId] = Field(min_length=1)


class Action(Record):
    """One thing that the source reports as done, under way, recurring or announced under an objective."""

    ID = r"2\.[1-8]\.\d+-[1-9]\d*"
    EXAMPLE = "2.1.1-1"
    text: Text
    state: Annotated[str, Term("states")]
    agent: Annotated[str, Term("agents")] | None = None
    actors: list[Part] = []
    dates: list[When] = []
    figures: list[Figure] = []
    means: list[MeansId] = []
    indicators: list[IndicatorId] = []
    cites: list[SourceId] = []
    see: list[Pointer] = []
    note: Text | None = None
    evidence: list[Evidence] = Field(min_length=1)

    @property
    def objective_id(self) -> str:
        return self.id.rpartition("-")[0]


class Objective(Record):
    """What the plan wants. `asks` says whether it can be delivered once or only by something recurring."""

    ID = r"2\.[1-8]\.[1-9]\d*"
    EXAMPLE = "2.1.1"
    title: Text
    plan_point: PlanPoint
    asks: Annotated[str, Term("asks")]
    summary: Text
    mentions: list[ActorId] = []
    see: list[Pointer] = []
    actions: list[Action] = []
    assessments: list[Assessment] = []

    @property
    def current(self) -> Assessment | None:
        """The last assessment; none where every action was withdrawn since, so that nothing is left to assess."""
        return self.assessments[-1] if self.assessments and self.actions else None

    @property
    def status(self) -> str:
        """The status of the current assessment; without one it is computed: only a pointer, or nothing at all."""
        if self.current:
            return self.current.status
        return "reported-elsewhere" if self.see else "no-information"

    @property
    def area_id(self) -> str:
        return self.id.rpartition(".")[0]


class Area(Record):
    """One of the plan's eight parts."""

    ID = r"2\.[1-8]"
    EXAMPLE = "2.1"
    title: Text
    objectives: list[Objective] = Field(min_length=1)


class Section(Record):
    """A part of the report outside the areas, where findings and indicators stand."""

    ID = r"intro|caritas|[1-3](\.\d)?"
    EXAMPLE = "1.3"
    title: Text
    official: bool = True


class Finding(Record):
    """What the source observes, concludes or warns without anyone acting under an objective."""

    ID = r"f[1-9]\d*"
    EXAMPLE = "f1"
    text: Text
    weakness: bool = False
    bears_on: list[Annotated[str, Ref(("areas", "objectives", "indicators", "sections"))]] = Field(min_length=1)
    actors: list[Part] = []
    countries: list[CountryId] = []
    dates: list[When] = []
    figures: list[Figure] = []
    means: list[MeansId] = []
    cites: list[SourceId] = []
    see: list[Pointer] = []
    note: Text | None = None
    evidence: list[Evidence] = Field(min_length=1)


class Actor(Record):
    """Who acts or answers."""

    EXAMPLE = "europol"
    name: Text
    in_sentence: Text | None = None
    acronym: Text | None = None
    kind: Annotated[str, Term("actor_kinds")]
    what: Text
    part_of: ActorId | None = None
    country: CountryId | None = None
    note: Text | None = None
    evidence: list[Evidence] = Field(min_length=1)


class Means(Record):
    """A programme, file, system, fund or event that is used or cited: never an actor."""

    EXAMPLE = "isec"
    name: Text
    acronym: Text | None = None
    kind: Annotated[str, Term("means_kinds")]
    what: Text
    note: Text | None = None
    evidence: list[Evidence] = Field(min_length=1)


class FollowUp(Record):
    """One of the report's proposals for further work."""

    ID = r"3\.[1-7]"
    EXAMPLE = "3.1"
    title: Text
    text: Text
    actors: list[Part] = Field(min_length=1)
    mentions: list[ActorId] = []
    means: list[MeansId] = []
    answers: list[Answer] = Field(min_length=1)
    evidence: list[Evidence] = Field(min_length=1)


class Commitment(Record):
    """One of Caritas's nine."""

    ID = r"c[1-9]"
    EXAMPLE = "c1"
    title: Text
    text: Text
    mentions: list[ActorId] = []
    matches: list[Match] = []
    evidence: list[Evidence] = Field(min_length=1)


class Entry(Shape):
    """A country in an indicator; `sic` says what is odd in print."""

    country: CountryId
    printed: Words
    value: Decimal | None = None
    value_printed: Words | None = None
    unit: Annotated[str, Term("units")] | None = None
    period: Period | None = None
    sic: Text | None = None


class Contradiction(Record):
    """A country that the source puts into lists that do not agree; messages call it by its country."""

    ID = ".+"
    id: Words = ""
    country: CountryId
    indicators: list[IndicatorId] = Field(min_length=2)
    note: Text

    @model_validator(mode="after")
    def _is_called_by_its_country(self):
        if self.id:
            raise fault("a contradiction has no id of its own", "delete  id: it is called by its country")
        self.id = self.country
        return self


class Indicator(Record):
    """A figure, list, duration or exception by country."""

    title: Text
    listed: Text
    listed_means: bool = True
    complete: bool
    section: Annotated[str, Ref(("sections", "objectives"))]
    unit: Annotated[str, Term("units")] | None = None
    qualifier: Annotated[str, Term("qualifiers")] = "exact"
    self_declared: bool = False
    scope: Annotated[str, Term("scopes")]
    period: Period | None = None
    entries: list[Entry] = []
    totals: list[Figure] = []
    means: list[MeansId] = []
    cites: list[SourceId] = []
    note: Text | None = None
    evidence: list[Evidence] = Field(min_length=1)

    @property
    def absence(self) -> str:
        """What it means that a country is not in the list: a key of the wording `absence`."""
        return f"{'listed' if self.listed_means else 'exceptions'}_{'complete' if self.complete else 'open'}"

    def entries_of(self, country: str) -> list[Entry]:
        """What is listed for a country."""
        return [entry for entry in self.entries if entry.country == country]

    def speaks_of(self, country: "Country") -> bool:
        """Whether a country is within the scope of the list, so that its absence means something."""
        return self.scope != "one-country" and (country.member_state or self.scope not in ("eu", "member-states"))


class Country(Record):
    """One of the 27 Member States of 2008, or Norway. `printed` is the code in the source, `iso` that of ISO 3166."""

    ID = r"[a-z]{2}"
    EXAMPLE = "at"
    name: Text
    printed: CountryCode | None = None
    iso: CountryCode
    member_state: bool
    names_printed: list[Words] = []
    redirects: list[OldCode] = []


class Journal(Shape):
    """A reference to the Official Journal, as printed: series, number, date, page."""

    series: Series
    number: JournalNumber
    date: DateValue
    page: PageNumber | None = None
    printed: Words


class Source(Record):
    """A document that is quoted or cited. `date` is that of the act, `oj.date` that of the Official Journal."""

    EXAMPLE = "com-2008-657"
    title: Text
    kind: Annotated[str, Term("source_kinds")]
    author: Text | None = None
    number: Words | None = None
    date: When | None = None
    oj: Journal | None = None
    celex: Celex | None = None
    language: Annotated[str, Term("languages")] | None = None
    dead_link: Words | None = None
    note: Text | None = None
    evidence: list[Evidence] = Field(min_length=1)


# How a word looks wherever it is drawn: badges, lines, bars. The style sheet has each of them, and nothing else for single words.
TONES = ("strong", "medium", "warm", "dashed", "chained", "dotted", "alert", "dark")
Tone = formed("|".join(TONES), *TONES)


class Word(Record):
    """A word of the vocabulary: what readers see, and what it means."""

    ID = r"[a-z0-9]+(-[a-z0-9]+)*"
    EXAMPLE = "under-way"
    label: Text
    plural: Text | None = None
    meaning: Text | None = None
    sign: Words | None = None
    tone: Tone | None = None


class GlossaryTerm(Record):
    """A term that readers may not know, in plain words."""

    EXAMPLE = "smuggling"
    term: Text
    acronym: Text | None = None
    meaning: Text
    marked: bool = True


# Kind of record -> its shape and the word before the colon of a typed identifier (`follow-up:3.1`).
TYPES: dict[str, tuple[str, type[Record]]] = {
    "areas": ("area", Area), "objectives": ("objective", Objective), "actions": ("action", Action), "sections": ("section", Section),
    "findings": ("finding", Finding), "actors": ("actor", Actor), "means": ("means", Means), "follow_ups": ("follow-up", FollowUp),
    "commitments": ("commitment", Commitment), "indicators": ("indicator", Indicator), "countries": ("country", Country),
    "sources": ("source", Source), "glossary": ("term", GlossaryTerm),
}  # fmt: skip
# A word of the vocabulary is called by its list too: `word:units.case`.
TYPED = "|".join([*(f"{word}:({shape.ID})" for word, shape in TYPES.values()), rf"word:[a-z_]+\.({Word.ID})"])


def typed(kind: str, id: str) -> str:
    """The typed identifier of a record, which is unique among all kinds: ("follow_ups", "3.1") -> "follow-up:3.1"."""
    return f"{TYPES[kind][0]}:{id}" if kind in TYPES else f"word:{kind}.{id}"


def untyped(typed: str) -> tuple[str, str]:
    """Kind (or list of the vocabulary) and identifier of a typed identifier: "word:units.case" -> ("units", "case")."""
    word, _, id = typed.partition(":")
    if word == "word":
        kind, _, id = id.partition(".")
        return kind, id
    return next(kind for kind, (known, _) in TYPES.items() if known == word), id


class Moved(Record):
    """What became of a published identifier that no record has any more. Appended, never deleted."""

    ID = TYPED
    EXAMPLE = "actor:europol"
    to: Annotated[Words, Form(TYPED, (EXAMPLE, "objective:2.1.1"))]
    on: FullDate
    reason: Text

    @staticmethod
    def line(id: str, to: str) -> str:
        """What somebody writes into the file."""
        return f"- {{id: {id}, to: {to}, on: …, reason: {{en: …, fr: …}}}}"

    @model_validator(mode="after")
    def _leads_to_an_identifier(self):
        if not re.fullmatch(TYPED, self.to):
            raise fault(f"'{self.to}' is not the typed id of a record", f"write it like {self.EXAMPLE} or objective:2.1.1")
        return self


_WEB = r"https?://[^\s<>\"'`{}|\\^]+"


class Link(Record):
    """An outside address that does not answer as it should: tolerated `until` a day, or `dead`. Messages call it by its address."""

    ID = ".+"
    id: Words = ""
    url: formed(_WEB, "https://host.example/report")
    reason: Words
    until: FullDate | None = None
    dead: bool = False
    archived: formed(rf"{_WEB}/[0-9]{{14}}/{_WEB}", "https://web.archive.org/web/20091103000000/https://host.example/report") | None = None

    @model_validator(mode="after")
    def _is_tolerated_for_a_time_or_dead(self):
        if self.id:
            raise fault("an outside link has no id of its own", "delete  id: it is called by its url")
        self.id = self.url
        if self.dead == bool(self.until):
            raise fault("an outside link has either 'until' or 'dead: yes'", "write until which day it is tolerated, or  dead: yes")
        if self.archived and not self.dead:
            raise fault("only a dead link has an archived copy", "add  dead: yes  in place of  until, or delete  archived")
        if self.archived:
            _date(self.archived_on)
        return self

    @property
    def archived_on(self) -> str:
        """The day of the archived copy, which its address begins with."""
        found = re.search(r"/(\d{4})(\d\d)(\d\d)\d{6}/", self.archived or "")
        return "-".join(found.groups()) if found else ""


class AreasFile(Shape):
    """data/actions.yaml"""

    areas: list[Area]


class FindingsFile(Shape):
    """data/findings.yaml"""

    sections: list[Section]
    findings: list[Finding]


class ActorsFile(Shape):
    """data/actors.yaml"""

    actors: list[Actor]


class MeansFile(Shape):
    """data/means.yaml"""

    means: list[Means]


class FollowUpsFile(Shape):
    """data/follow-ups.yaml"""

    follow_ups: list[FollowUp]


class CommitmentsFile(Shape):
    """data/commitments.yaml"""

    commitments: list[Commitment]


class IndicatorsFile(Shape):
    """data/indicators.yaml"""

    indicators: list[Indicator]
    contradictions: list[Contradiction]


class CountriesFile(Shape):
    """data/countries.yaml"""

    countries: list[Country]


class SourcesFile(Shape):
    """data/sources.yaml"""

    sources: list[Source]


class GlossaryFile(Shape):
    """data/glossary.yaml"""

    glossary: list[GlossaryTerm]


class VocabularyFile(Shape):
    """data/vocabulary.yaml: one list of words for each `Term` mark."""

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
    languages: list[Word]


class MovedFile(Shape):
    """data/moved.yaml"""

    moved: list[Moved]


class LinksFile(Shape):
    """data/links.yaml"""

    links: list[Link]


FILES: dict[str, type[Shape]] = {
    "vocabulary.yaml": VocabularyFile,
    "actions.yaml": AreasFile,
    "findings.yaml": FindingsFile,
    "actors.yaml": ActorsFile,
    "means.yaml": MeansFile,
    "follow-ups.yaml": FollowUpsFile,
    "commitments.yaml": CommitmentsFile,
    "indicators.yaml": IndicatorsFile,
    "countries.yaml": CountriesFile,
    "sources.yaml": SourcesFile,
    "glossary.yaml": GlossaryFile,
    "moved.yaml": MovedFile,
    "links.yaml": LinksFile,
}
