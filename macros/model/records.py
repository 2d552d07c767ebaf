"""The shape of one record of each kind.

Everything arrives as text (the reader of YAML guesses nothing) and gets its type here. Words from `data/vocabulary.yaml` are marked
with `InVocabulary`, identifiers of other records with `Ref`: the vocabulary exists once, in the data, and one rule checks every mark.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import Field, PrivateAttr, model_validator

from macros.messages import tell
from macros.model.shape import FULL_DATE, FullDate, InVocabulary, NonEmptyText, Patterned, Record, Ref, Text, fault
from macros.model.values import (
    PIECES,
    ActorId,
    Answer,
    ArchivedUrl,
    Bearing,
    Celex,
    CountryCode,
    CountryId,
    Entry,
    Evidence,
    Figure,
    Fragment,
    Host,
    IndicatorId,
    Journal,
    Language,
    Match,
    MeansId,
    Moment,
    OldCode,
    Part,
    Period,
    PieceId,
    PlanPoint,
    Pointer,
    Since,
    SourceId,
    Url,
    WebPage,
    When,
    check_date,
    strongest,
)

# The source whose section 2 follows the plan, and whose date the baseline assessments carry.
REPORT = "com-2008-657"

# Goes up when a field is renamed, removed or means something else: `/data/plan.json` and the JSON Schemas say it.
SCHEMA_VERSION = 2


def objective_of(id: str) -> str:
    """The identifier of the record that an action or a judgement belongs to: 2.1.1-1, 2.1.1@2008-10-17 -> 2.1.1; 3.1@2024-07-14 -> 3.1."""
    return id.partition("@")[0].partition("-")[0]


_ACTION = r"2\.[1-8]\.\d+-[1-9]\d*"
_DAY_OF = r"@\d{4}-\d\d-\d\d(\.[2-9])?"


def is_action(id: str) -> bool:
    """Whether an identifier is one of an action; what else a judgement rests on came after the report."""
    return bool(re.fullmatch(_ACTION, id))


# By the first nothing is judged that the report does not tell, by the later one nothing that it does.
FIRST_RUBRIC, LATER_RUBRIC = "1", "2"


class Judgement(Record):
    """Our dated judgement. Appended, never edited: each stands in a file of its own, whose path says of what and of which day."""

    KEY = "file"
    TITLE = "reason"
    # The name of a judgement on its page, before the day.
    ANCHOR: ClassVar[str]
    id: NonEmptyText = ""
    assessed_on: FullDate | None = None
    assessor: NonEmptyText | None = None
    rubric: Annotated[str, InVocabulary("rubrics")]
    confidence: Annotated[str, InVocabulary("confidences")]
    reason: Text
    missing: Text | None = None
    # It follows from the judgement before (`reading/load.py`), so that nobody need write it.
    confirms: bool = False

    @property
    def of(self) -> str:
        """The identifier of what is judged."""
        return objective_of(self.id)

    @property
    def as_of(self) -> str:
        """The day that it speaks of; when we judged is another thing."""
        return self.id.partition("@")[2][:10]

    @property
    def anchor(self) -> str:
        """Its place on the page of what is judged."""
        return f"{self.ANCHOR}-{self.id.partition('@')[2]}"


class Assessment(Judgement):
    """Our dated judgement of an objective: its status."""

    ID = rf"2\.[1-8]\.[1-9]\d*{_DAY_OF}"
    EXAMPLE = "2.1.1@2008-10-17"
    ANCHOR = "assessment"
    status: Annotated[str, InVocabulary("statuses")]
    began: Text | None = None
    step_back: Annotated[str, InVocabulary("step_backs")] | None = None
    successor: PieceId | None = None
    rests_on: list[Annotated[str, Ref(("actions", *PIECES))]] = Field(min_length=1)

    @property
    def objective_id(self) -> str:
        return self.of

    @property
    def word(self) -> str:
        """What it gives."""
        return self.status

    @property
    def rests_on_later(self) -> bool:
        """Whether it rests on what came after the report, so that it stands without actions."""
        return not all(map(is_action, self.rests_on))


class Outcome(Judgement):
    """Our dated judgement of what became of a follow-up."""

    ID = rf"3\.[1-7]{_DAY_OF}"
    EXAMPLE = "3.1@2024-07-14"
    ANCHOR = "outcome"
    outcome: Annotated[str, InVocabulary("outcome_kinds")]
    rests_on: list[PieceId] = []

    @property
    def word(self) -> str:
        """What it gives."""
        return self.outcome


def status_of(assessments: Sequence[str], stands: bool, points_elsewhere: bool) -> str:
    """The status of an objective: that of its last assessment while that stands on something; else computed, only a pointer or nothing at all."""
    if assessments and stands:
        return assessments[-1]
    return "reported-elsewhere" if points_elsewhere else "no-information"


def in_order(id: str, assessed_on: str | None) -> tuple[str, str, str]:
    """What assessments are sorted by: the day that they speak of, the day of judging (the first ones do not say it), the number."""
    return id.partition("@")[2][:10], assessed_on or "", id


class Action(Record):
    """One thing that the source reports as done, under way, recurring or announced under an objective."""

    TITLE = "text"
    ID = _ACTION
    EXAMPLE = "2.1.1-1"
    title: Text
    text: Text
    state: Annotated[str, InVocabulary("states")]
    agent: Annotated[str, InVocabulary("agents")] | None = None
    actors: list[Part] = []
    dates: list[When] = []
    figures: list[Figure] = []
    means: list[MeansId] = []
    indicators: list[IndicatorId] = []
    cites: list[SourceId] = []
    see: list[Pointer] = []
    note: Text | None = None
    because: Text | None = None
    evidence: list[Evidence] = Field(min_length=1)

    @property
    def objective_id(self) -> str:
        return objective_of(self.id)

    @property
    def is_act(self) -> bool:
        """Whether its sentence tells of an act; what a text contains or a system will be is none, and is not counted as an action."""
        return self.agent != "none"


class Objective(Record):
    """What the plan wants. `asks` says whether it can be delivered once or only by something recurring."""

    ID = r"2\.[1-8]\.[1-9]\d*"
    EXAMPLE = "2.1.1"
    title: Text
    plan_point: PlanPoint
    asks: Annotated[str, InVocabulary("asks")]
    summary: Text
    mentions: list[ActorId] = []
    see: list[Pointer] = []
    common_rules: bool = False
    since: Since | None = None
    fragments: list[Fragment] = []
    actions: list[Action] = []
    # In the order of the days that they speak of. They stand in files of their own.
    _assessments: list[Assessment] = PrivateAttr(default_factory=list)

    @cached_property
    def assessments(self) -> list[Assessment]:
        return self._assessments  # found slowly

    @property
    def acts(self) -> list[Action]:
        """Its actions without those that tell of no act: what counts of actions count."""
        return [action for action in self.actions if action.is_act]

    @property
    def current(self) -> Assessment | None:
        """The last assessment; none where every action was withdrawn since, so that nothing is left to assess."""
        return self.assessments[-1] if self.assessments and self._stands else None

    @property
    def _stands(self) -> bool:
        return bool(self.actions) or self.assessments[-1].rests_on_later

    @property
    def status(self) -> str:
        """The status of the current assessment; without one it is computed: only a pointer, or nothing at all."""
        return status_of([one.status for one in self.assessments], bool(self.assessments) and self._stands, bool(self.see))

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

    TITLE = "text"
    ID = r"f[1-9]\d*"
    EXAMPLE = "f1"
    text: Text
    weakness: bool = False
    subject: Annotated[str, InVocabulary("subjects")] | None = None
    bears_on: list[Annotated[str, Ref(("areas", "objectives", "indicators", "sections"))]] = Field(min_length=1)
    actors: list[Part] = []
    countries: list[CountryId] = []
    dates: list[When] = []
    figures: list[Figure] = []
    means: list[MeansId] = []
    cites: list[SourceId] = []
    see: list[Pointer] = []
    note: Text | None = None
    because: Text | None = None
    evidence: list[Evidence] = Field(min_length=1)


class Actor(Record):
    """Who acts or answers. `part_as` says what it is in the whole of which it is a part."""

    TITLE = "name"
    EXAMPLE = "europol"
    name: Text
    in_sentence: Text | None = None
    acronym: Text | None = None
    kind: Annotated[str, InVocabulary("actor_kinds")]
    what: Text
    part_of: ActorId | None = None
    part_as: Text | None = None
    succeeded_by: ActorId | None = None
    country: CountryId | None = None
    note: Text | None = None
    evidence: list[Evidence] = Field(min_length=1)


class Means(Record):
    """A programme, file, system, fund or event that is used or cited: never an actor."""

    TITLE = "name"
    EXAMPLE = "isec"
    name: Text
    acronym: Text | None = None
    kind: Annotated[str, InVocabulary("means_kinds")]
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
    since: Since | None = None
    evidence: list[Evidence] = Field(min_length=1)
    # In the order of the days that they speak of. They stand in files of their own.
    _outcomes: list[Outcome] = PrivateAttr(default_factory=list)

    @cached_property
    def outcomes(self) -> list[Outcome]:
        return self._outcomes  # found slowly

    @property
    def outcome(self) -> Outcome | None:
        """The last outcome; none where none is judged."""
        return self.outcomes[-1] if self.outcomes else None


class Commitment(Record):
    """One of Caritas's nine."""

    ID = r"c[1-9]"
    EXAMPLE = "c1"
    title: Text
    text: Text
    actors: list[Part] = []
    mentions: list[ActorId] = []
    matches: list[Match] = []
    since: Since | None = None
    note: Text | None = None
    evidence: list[Evidence] = Field(min_length=1)


class Provision(Record):
    """A clause of an act, or a single fact that comes with an event. `follows` names what it reports on."""

    TITLE = "text"
    EXAMPLE = "dir-2011-36-penalties"
    text: Text
    date: Moment | None = None
    deadline: When | None = None
    bears_on: list[Bearing] = Field(min_length=1)
    countries: list[CountryId] = []
    figures: list[Figure] = []
    follows: list[PieceId] = []
    note: Text | None = None
    evidence: list[Evidence] = Field(min_length=1)

    @property
    def proof(self) -> str:
        """The level of its best evidence."""
        return strongest(self.evidence)


class Development(Record):
    """An act or event that the report does not tell, most of them later. Each stands in a file of its own, whose path says its identifier."""

    KEY = "file"
    EXAMPLE = "directive-2011-36"
    id: NonEmptyText = ""
    title: Text
    text: Text
    kind: Annotated[str, InVocabulary("development_kinds")]
    makes: Annotated[str, InVocabulary("makes")]
    date: Moment
    source: SourceId | None = None
    actors: list[Part] = []
    bears_on: list[Bearing] = Field(min_length=1)
    countries: list[CountryId] = []
    figures: list[Figure] = []
    follows: list[PieceId] = []
    note: Text | None = None
    evidence: list[Evidence] = Field(min_length=1)
    provisions: list[Provision] = []

    @property
    def proof(self) -> str:
        """The level of its best evidence."""
        return strongest(self.evidence)


Piece = Development | Provision


class Publisher(Record):
    """Whose page words stand on. `accepted`: what is read there counts as seen, for it is the publisher itself, a body of the EU, a court …

    `general`: it stands for every site of a kind, as that of any NGO. `host`: every page there, or on a site below it, is one of it, where no
    nearer publisher has pages.
    """

    TITLE = "name"
    EXAMPLE = "eur-lex"
    name: Text
    accepted: bool
    general: bool = False
    host: Host | None = None


class Look(Record):
    """A day on which we looked whether anything further had happened. Appended."""

    ID = FULL_DATE
    KEY = "on"
    TITLE = "note"
    EXAMPLE = "2026-11-29"
    id: NonEmptyText = ""
    on: FullDate
    note: Text | None = None

    @model_validator(mode="after")
    def _is_called_by_its_day(self):
        if self.id:
            raise fault(tell("shapes.look_has_no_id"), tell("shapes.delete_id_called_day"))
        self.id = self.on
        return self


class Contradiction(Record):
    """What the source says of a country in two places and does not fit together, and how; messages call it by its country."""

    ID = ".+"
    KEY = "country"
    TITLE = "note"
    id: NonEmptyText = ""
    country: CountryId
    class_: Annotated[str, InVocabulary("contradiction_classes")] = Field(alias="class")
    indicators: list[IndicatorId] = Field(min_length=2)
    note: Text

    @model_validator(mode="after")
    def _is_called_by_its_country(self):
        if self.id:
            raise fault(tell("shapes.contradiction_has_no_id"), tell("shapes.delete_id_called_country"))
        self.id = self.country
        return self


# What it means that a list does not name a country (keys of the wording `absence`); what says most stands first. Where it names only
# exceptions, of which nobody else is one, the contrary is said of the others: not of those that it does not bind, nor of those for whom
# the case does not arise, nor of those of whom nobody knows whether they answered.
ABSENCES = ("contrary", "unbound", "no_case", "unknown", "own", "listed_complete", "exceptions_open", "listed_open")


class Indicator(Record):
    """A figure, list, duration or exception by country. What has no `listed` has no list; what is left out is not said."""

    title: Text
    listed: Text | None = None
    listed_means: bool = True
    complete: bool | None = None
    absent: Text | None = None
    not_bound: IndicatorId | None = None
    presumes: IndicatorId | None = None
    from_replies: bool = False
    section: Annotated[str, Ref(("sections", "objectives"))]
    unit: Annotated[str, InVocabulary("units")] | None = None
    qualifier: Annotated[str, InVocabulary("qualifiers")] | None = None
    self_declared: bool = False
    scope: Annotated[str, InVocabulary("scopes")]
    period: Period | None = None
    entries: list[Entry] = []
    totals: list[Figure] = []
    means: list[MeansId] = []
    cites: list[SourceId] = []
    note: Text | None = None
    evidence: list[Evidence] = Field(min_length=1)

    @property
    def absence(self) -> str:
        """What it means that a country is not in the list: a key of the wording `absence`; empty where there is none, or nothing is said."""
        if self.absent or not self.listed or self.complete is None:
            return "own" if self.absent else ""
        return f"{'listed' if self.listed_means else 'exceptions'}_{'complete' if self.complete else 'open'}"

    def entries_of(self, country: str) -> list[Entry]:
        """What is listed for a country."""
        return [entry for entry in self.entries if entry.country == country]

    def speaks_of(self, country: "Country") -> bool:
        """Whether a country is within the scope of the list, so that its absence means something."""
        return not country.later and self.scope != "one-country" and (country.member_state or self.scope not in ("eu", "member-states"))


class Country(Record):
    """One of the 27 Member States of 2008, or Norway. `printed` is the code in the source, `iso` that of ISO 3166.

    Of one that is `later` only what came after the report speaks: nothing is said of its absence from a list of the report.
    """

    TITLE = "name"
    ID = r"[a-z]{2}"
    EXAMPLE = "at"
    name: Text
    printed: CountryCode | None = None
    iso: CountryCode
    member_state: bool
    later: bool = False
    names_printed: list[NonEmptyText] = []
    redirects: list[OldCode] = []

    @property
    def code(self) -> str:
        """The code by which the source calls it, or that of ISO where the source prints none."""
        return self.printed or self.iso


class Source(Record):
    """A document that is quoted or cited. `date` is that of the act, `oj.date` that of the Official Journal, `dates` are all others.

    `language` is that of the text whose words are held; where `units_only`, not the whole text is.
    """

    EXAMPLE = "com-2008-657"
    title: Text
    kind: Annotated[str, InVocabulary("source_kinds")]
    author: Text | None = None
    number: NonEmptyText | None = None
    date: When | None = None
    dates: list[When] = []
    oj: Journal | None = None
    celex: Celex | None = None
    language: Language | None = None
    units_only: bool = False
    pages: list[WebPage] = []
    dead_link: NonEmptyText | None = None
    note: Text | None = None
    evidence: list[Evidence] = Field(min_length=1)


# How a word looks wherever it is drawn: badges, lines, bars. The style sheet has each of them, and nothing else for single words.
TONES = ("strong", "medium", "warm", "dashed", "chained", "dotted", "alert", "dark")
Tone = Annotated[str, Patterned("|".join(TONES), TONES)]


class Word(Record):
    """A word of the vocabulary: what readers see, and what it means."""

    TITLE = "label"
    ID = r"[a-z0-9]+(-[a-z0-9]+)*"
    EXAMPLE = "under-way"
    label: Text
    plural: Text | None = None
    short: Text | None = None
    meaning: Text | None = None
    sign: NonEmptyText | None = None
    tone: Tone | None = None


class Verb(Record):
    """How we read words of a source: the state of an action, the roles that they give, whether a finding with them is a weakness."""

    TITLE = "verb"
    EXAMPLE = "launch"
    verb: Text
    forms: list[NonEmptyText] = Field(min_length=1)
    state: Annotated[str, InVocabulary("states")] | None = None
    roles: list[Annotated[str, InVocabulary("roles")]] = []
    weakness: bool | None = None


class GlossaryTerm(Record):
    """A term that readers may not know, in plain words."""

    TITLE = "term"
    EXAMPLE = "smuggling"
    term: Text
    acronym: Text | None = None
    meaning: Text
    marked: bool = True


class Link(Record):
    """An outside address that does not answer as it should: tolerated `until` a day, or `dead`. Messages call it by its address."""

    ID = ".+"
    KEY = "url"
    TITLE = ""
    id: NonEmptyText = ""
    url: Url
    reason: NonEmptyText
    until: FullDate | None = None
    dead: bool = False
    archived: ArchivedUrl | None = None

    @model_validator(mode="after")
    def _is_tolerated_for_a_time_or_dead(self):
        if self.id:
            raise fault(tell("shapes.outside_link_has_no"), tell("shapes.delete_id_called_url"))
        self.id = self.url
        if self.dead == bool(self.until):
            raise fault(tell("shapes.outside_link_has_either"), tell("shapes.write_until_which_day"))
        if self.archived and not self.dead:
            raise fault(tell("shapes.only_dead_link_has"), tell("shapes.add_dead_yes_place"))
        if self.archived:
            check_date(self.archived_on)
        return self

    @property
    def archived_on(self) -> str:
        """The day of the archived copy, which its address begins with."""
        found = re.search(r"/(\d{4})(\d\d)(\d\d)\d{6}/", self.archived or "")
        return "-".join(found.groups()) if found else ""
