"""What records are made of: dates, figures, evidence, parts, entries.

Words from `data/vocabulary.yaml` are marked with `InVocabulary`, identifiers of other records with `Ref`.
"""

import re
from datetime import date as Day
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from macros.model.shape import InVocabulary, NonEmptyText, Pattern, Patterned, Ref, Shape, Text, fault

_YEAR, _MONTH, _DAY = r"[12]\d{3}", "(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
_FULL = f"{_YEAR}-{_MONTH}-{_DAY}"
DATE = f"{_YEAR}(/{_YEAR}|-{_MONTH})?|{_FULL}(/{_FULL})?|--{_MONTH}-{_DAY}"
_FORMS = ("2006", "2006-10", "2006-07-24", "2006/2007", "2007-11-08/2007-11-09")
_EVERY_YEAR = "--10-18"


def check_date(value: str) -> str:
    """The value, if it is a date as data files write it. Raises an error of shape."""
    if not re.fullmatch(DATE, value):
        raise fault(f"'{value}' is not a date", f"write {', '.join(_FORMS)} or, for every year, {_EVERY_YEAR}")
    first, _, last = value.replace("--", "2000-").partition("/")
    try:
        for day in (first, last):
            Day.fromisoformat(day if len(day) == 10 else "2000-01-01")
    except ValueError:
        raise fault(f"'{value}' is not a day of the calendar", "correct the day or the month") from None
    if last and last <= first:
        raise fault(f"'{value}' ends before it begins", "write the earlier one first")
    return value


DateValue = Annotated[str, AfterValidator(check_date), Pattern(DATE, (*_FORMS, _EVERY_YEAR))]
PlanPoint = Annotated[str, Patterned(r"\d\(\d\)", ("1(1)",))]
CountryCode = Annotated[str, Patterned(r"[A-Z]{2}", ("AT",))]
OldCode = Annotated[str, Patterned(r"[a-z]{2}", ("gb",))]
Series = Annotated[str, Patterned(r"[CL]", ("C",))]
JournalNumber = Annotated[str, Patterned(r"\d{1,4}", ("311",))]
PageNumber = Annotated[str, Patterned(r"\d+", ("1",))]
Celex = Annotated[str, Patterned(r"[1-9][0-9]{4}[A-Z]{1,2}[0-9]{4}", ("32004L0081",))]


SourceId = Annotated[str, Ref(("sources",))]
ActorId = Annotated[str, Ref(("actors",))]
CountryId = Annotated[str, Ref(("countries",))]
IndicatorId = Annotated[str, Ref(("indicators",))]
MeansId = Annotated[str, Ref(("means",))]
ActionId = Annotated[str, Ref(("actions",))]


class Evidence(Shape):
    """A short quotation in the language of the source, and its place."""

    source: SourceId
    locator: NonEmptyText = Field(examples=["2.5.4 ¶2", "fn 16", "2.1.1 title", "3.6", "c1"])
    quotation: NonEmptyText


class Period(Shape):
    """The time that a figure or list is about."""

    value: DateValue
    is_: Annotated[str, InVocabulary("date_is")] = Field("on", alias="is")
    printed: NonEmptyText


class When(Shape):
    """A date as precise as the text, what kind of limit it is, and what happened then."""

    value: DateValue
    is_: Annotated[str, InVocabulary("date_is")] = Field(alias="is")
    of: Annotated[str, InVocabulary("date_of")]
    printed: NonEmptyText


class Figure(Shape):
    """A number that a source prints: `value`, or the ends `min` and `max`, in `unit`."""

    label: Text | None = None
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
            raise fault("a figure has either 'value' or both 'min' and 'max'", "keep 'value', or write 'min' and 'max'")
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
