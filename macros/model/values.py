"""What records are made of: dates, figures, evidence, parts, entries.

Words from `data/vocabulary.yaml` are marked with `InVocabulary`, identifiers of other records with `Ref`.
"""

import re
from datetime import date as Day
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import AfterValidator, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from macros.messages import tell
from macros.model.shape import FullDate, InVocabulary, NonEmptyText, Pattern, Patterned, Ref, Shape, Text, fault, write_day

_YEAR, _MONTH, _DAY = r"[12]\d{3}", "(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
_FULL = f"{_YEAR}-{_MONTH}-{_DAY}"
DATE = f"{_YEAR}(/{_YEAR}|-{_MONTH})?|{_FULL}(/{_FULL})?|--{_MONTH}-{_DAY}"
_FORMS = ("2006", "2006-10", "2006-07-24", "2006/2007", "2007-11-08/2007-11-09")
_EVERY_YEAR = "--10-18"


def check_date(value: str) -> str:
    """The value, if it is a date as data files write it. Raises an error of shape."""
    if not re.fullmatch(DATE, value):
        otherwise = tell("shapes.write_for_every_year", forms=", ".join(_FORMS), every_year=_EVERY_YEAR)
        if years := re.fullmatch(rf"({_YEAR}) ?[-–] ?({_YEAR})", value):
            otherwise = tell("shapes.write", near="/".join(years.groups()))
        raise fault(tell("shapes.not_date", value=value), write_day(value, otherwise))
    first, _, last = value.replace("--", "2000-").partition("/")
    try:
        for day in (first, last):
            Day.fromisoformat(day if len(day) == 10 else "2000-01-01")
    except ValueError:
        raise fault(tell("common.not_day_calendar", value=value), tell("shapes.correct_day_month")) from None
    if last and last <= first:
        raise fault(tell("shapes.ends_before_begins", value=value), tell("shapes.write_earlier_one_first"))
    return value


DateValue = Annotated[str, AfterValidator(check_date), Pattern(DATE, (*_FORMS, _EVERY_YEAR))]
PlanPoint = Annotated[str, Patterned(r"\d\(\d\)", ("1(1)",))]
CountryCode = Annotated[str, Patterned(r"[A-Z]{2}", ("AT",))]
OldCode = Annotated[str, Patterned(r"[a-z]{2}", ("gb",))]
Series = Annotated[str, Patterned(r"[CL]", ("C",))]
JournalNumber = Annotated[str, Patterned(r"\d{1,4}|\d{4}/\d{1,4}", ("311", "2024/1760"))]
PageNumber = Annotated[str, Patterned(r"[1-9]\d{0,3}", ("1",))]
_CELEX = r"[0-9][0-9]{4}[A-Z]{1,2}([0-9]{4}(\([0-9]{2}\))?(-[0-9]{8})?|/TXT)"
Celex = Annotated[str, Patterned(_CELEX, ("32004L0081", "02014L0041-20140501", "52005XG1209(01)", "12012E/TXT"))]
_WEB = r"https?://[^\s<>\"'`{}|\\^]+"
Url = Annotated[str, Patterned(_WEB, ("https://host.example/report",))]
# The name of a site: a name without a dot would stand for half the web.
Host = Annotated[str, Patterned(r"[a-z0-9-]+(\.[a-z0-9-]+)+", ("cepol.europa.eu",))]
ArchivedUrl = Annotated[str, Patterned(rf"{_WEB}/[0-9]{{14}}/{_WEB}", ("https://web.archive.org/web/20091103000000/https://host.example/report",))]

SourceId = Annotated[str, Ref(("sources",))]
ActorId = Annotated[str, Ref(("actors",))]
CountryId = Annotated[str, Ref(("countries",))]
IndicatorId = Annotated[str, Ref(("indicators",))]
MeansId = Annotated[str, Ref(("means",))]
PublisherId = Annotated[str, Ref(("publishers",))]
Language = Annotated[str, InVocabulary("languages")]
# What came after the report: a development, or a provision of one.
PIECES = ("developments", "provisions")
PieceId = Annotated[str, Ref(PIECES)]

# Field of a piece of evidence that says where its words stand -> level of proof, a word of the vocabulary; the strongest first.
PROOF_BY_FIELD = {"source": "verified", "seen": "seen", "linked": "linked"}
PROOFS = tuple(PROOF_BY_FIELD.values())


class Linked(Shape):
    """An address outside, and whose page it is; `archived` is a copy of it."""

    at: Url
    publisher: PublisherId
    archived: ArchivedUrl | None = None


class Seen(Linked):
    """A page of the publisher on which somebody read the words, and the day."""

    on: FullDate


class OtherWords(Shape):
    """The words at the same place in the text of another language."""

    language: Language
    quotation: NonEmptyText


class Evidence(Shape):
    """A short quotation in the language in which it was read, and its place.

    Its words stand in a `source`, held by fingerprints, or they were `seen` on a page, or the page is `linked` only: one of the three.
    """

    # What a piece of evidence is usually written with.
    USUAL: ClassVar[tuple[str, ...]] = ("source", "locator", "quotation")
    source: SourceId | None = None
    seen: Seen | None = None
    linked: Linked | None = None
    locator: NonEmptyText = Field("", examples=["2.5.4 ¶2", "fn 16", "2.1.1 title", "3.6", "c1", "recital 27", "art. 11(4)"])
    language: Language | None = None
    quotation: NonEmptyText = ""
    also: list[OtherWords] = []

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": ["source", "locator", "quotation"], "not": {"anyOf": [{"required": ["language"]}, {"required": ["seen"]}]}},
                {"required": ["seen", "language", "quotation"], "not": {"required": ["also"]}},
                {"required": ["linked"], "not": {"anyOf": [{"required": ["also"]}, {"required": ["seen"]}]}},
            ]
        }
    )

    @model_validator(mode="after")
    def _says_where_its_words_stand(self):
        given = [name for name in PROOF_BY_FIELD if getattr(self, name)]
        if len(given) != 1:
            both = tell("problems.and").join(given)
            said = tell("shapes.piece_evidence_has", both=both) if given else tell("shapes.piece_evidence_does_not")
            raise fault(said, tell("shapes.write_one_source_seen"))
        if self.source and not (self.locator and self.quotation):
            missing = "locator" if not self.locator else "quotation"
            raise fault(tell("shapes.missing", missing=missing), tell("shapes.write_source_locator_quotation"))
        if self.source and self.language:
            raise fault(tell("shapes.language_stands_beside_source"), tell("shapes.delete_language_record_source"))
        if self.seen and not self.quotation:
            raise fault(tell("shapes.quotation_missing"), tell("shapes.quote_words_were_seen"))
        if not self.source and bool(self.quotation) != bool(self.language):
            if self.quotation:
                raise fault(tell("shapes.language_missing"), tell("shapes.say_which_language_words"))
            raise fault(tell("shapes.language_stands_without_words"), tell("shapes.add_quotation_delete_language"))
        if self.also and not self.source:
            raise fault(tell("shapes.also_stands_beside_words"), tell("shapes.keep_where_source_given"))
        return self

    @model_serializer(mode="wrap")
    def _without_what_is_empty(self, written: SerializerFunctionWrapHandler) -> dict:
        return {name: value for name, value in written(self).items() if value}

    @property
    def page(self) -> Linked | None:
        """The page outside on which its words were seen, or that is linked."""
        return self.seen or self.linked

    @property
    def proof(self) -> str:
        """Its level of proof. The check holds the words of a source against its fingerprints, so what it passes is verified."""
        return next(level for name, level in PROOF_BY_FIELD.items() if getattr(self, name))


def strongest(evidence: list[Evidence]) -> str:
    """The best level of proof of some pieces of evidence."""
    return min((one.proof for one in evidence), key=PROOFS.index)


class Period(Shape):
    """The time that a figure or list is about."""

    value: DateValue
    is_: Annotated[str, InVocabulary("date_is")] = Field("on", alias="is")
    printed: NonEmptyText


class Moment(Shape):
    """When something happened, as precise as it is known; without `printed` no words that we have prove it."""

    value: DateValue
    is_: Annotated[str, InVocabulary("date_is")] = Field(alias="is")
    of: Annotated[str, InVocabulary("date_of")]
    printed: NonEmptyText | None = None

    @property
    def first(self) -> str:
        """The first day that it may mean."""
        value = self.value.partition("/")[0]
        return value if len(value) == 10 else f"{value}-01" if len(value) == 7 else f"{value}-01-01"

    @property
    def last(self) -> str:
        """The last day that it may mean; days that no month has sort as well."""
        value = self.value.rpartition("/")[2]
        return value if len(value) == 10 else f"{value}-31" if len(value) == 7 else f"{value}-12-31"


class When(Moment):
    """A date that a source prints: as precise as the text, what kind of limit it is, and what happened then."""

    printed: NonEmptyText


# On what a development may bear.
BORNE_ON = ("objectives", "follow_ups", "commitments")


class Bearing(Shape):
    """What a development bears on, and how, as we read it."""

    to: Annotated[str, Ref(BORNE_ON)]
    relation: Annotated[str, InVocabulary("relations")]


class Since(Text):
    """What happened after the report, in one or two sentences, and what they rest on."""

    rests_on: list[PieceId] = []


class Fragment(Shape):
    """What public text shows of the plan's own table: a point, and what stands there."""

    point: NonEmptyText
    inferred: bool = False
    text: Text
    responsible: Text | None = None
    timetable: Text | None = None
    carried_out: Text | None = None
    note: Text | None = None
    evidence: list[Evidence] = Field(min_length=1)


class WebPage(Shape):
    """An address of a document, and the language of the page."""

    language: Language
    at: Url


class Figure(Shape):
    """A number that a source prints: `value`, or the ends `min` and `max`, in `unit`; `edition` is that of the statistics."""

    label: Text | None = None
    edition: Text | None = None
    value: Decimal | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    unit: Annotated[str, InVocabulary("units")]
    max_unit: Annotated[str, InVocabulary("units")] | None = None
    qualifier: Annotated[str, InVocabulary("qualifiers")] | None = None
    period: Period | None = None
    scope: Annotated[str, InVocabulary("scopes")] | None = None
    printed: NonEmptyText
    max_printed: NonEmptyText | None = None

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
            raise fault(tell("shapes.figure_has_either_value"), tell("shapes.keep_value_write_min"))
        return self


class Pointer(Shape):
    """A place to which the text sends its reader ("Voir la section 1")."""

    to: Annotated[str, Ref(("objectives", "sections"))]
    evidence: list[Evidence] = Field(min_length=1)


class Part(Shape):
    """What an actor was in an action, a finding or a follow-up; `as` says it closer."""

    actor: ActorId
    role: Annotated[str, InVocabulary("roles")]
    as_: Text | None = Field(None, alias="as")


class Answer(Shape):
    """What a follow-up answers, and why we think so."""

    to: Annotated[str, Ref(("objectives", "findings"))]
    reason: Text


class Match(Answer):
    """What a commitment corresponds to, how closely, and why we think so."""

    strength: Annotated[str, InVocabulary("strengths")]


class Entry(Shape):
    """A country in an indicator; `sic` says what is odd in print."""

    country: CountryId
    printed: NonEmptyText
    value: Decimal | None = None
    value_printed: NonEmptyText | None = None
    unit: Annotated[str, InVocabulary("units")] | None = None
    period: Period | None = None
    sic: Text | None = None


class Journal(Shape):
    """A reference to the Official Journal, as printed: series, number, date, page."""

    series: Series
    number: JournalNumber
    date: DateValue
    page: PageNumber | None = None
    printed: NonEmptyText
