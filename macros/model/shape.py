"""What every record is made of: mappings with known fields, text in two languages, marks on words, a place in a file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date as Day
from functools import cache, cached_property
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, GetCoreSchemaHandler, PrivateAttr, StringConstraints, create_model, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import str_schema

from macros.languages import LANGUAGES
from macros.messages import either, tell
from macros.model.days_meant import days_meant
from macros.problems import ERROR, Problem
from macros.similarity import fold


@dataclass(frozen=True)
class InVocabulary:
    """Marks a word that stands in this list of `data/vocabulary.yaml`."""

    vocabulary: str


@dataclass(frozen=True)
class Ref:
    """Marks the identifier of a record of one of these kinds."""

    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Pattern:
    """Marks text of a fixed form: its pattern, and what it looks like. Another mark refuses what has not this form."""

    pattern: str
    examples: tuple[str, ...]


class Patterned(Pattern):
    """Marks text of a fixed form, and refuses any other."""

    def __get_pydantic_core_schema__(self, _source: type, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return str_schema(pattern=f"^(?:{self.pattern})$")


@dataclass(frozen=True)
class OrAlone:
    """Marks a list whose only item may be written without brackets."""


def fault(message: str, hint: str) -> PydanticCustomError:
    """A fault of shape in our own words."""
    return PydanticCustomError("ours", "{message}", {"message": message, "hint": hint})


# What a text has at least: more than the points that stand for words still to be written.
SAYS = r"[^\s.…]"


def _says_something(value: str) -> str:
    if not re.search(SAYS, value):
        raise fault(tell("shapes.says_nothing", value=value), tell("shapes.write_text_place"))
    return value


Name = TypeVar("Name", bound=str)
NonEmpty = Annotated[Name, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_says_something)]
NonEmptyText = NonEmpty[str]

FULL_DATE = r"[12]\d{3}-\d\d-\d\d"


def write_day(value: str, otherwise: str) -> str:
    """A hint: the day, or the two, that a value may mean; else what to write otherwise."""
    return tell("shapes.write", near=either(near)) if (near := days_meant(value)) else otherwise


def _full_date(value: str) -> str:
    if not re.fullmatch(FULL_DATE, value):
        raise fault(tell("shapes.not_full_date", value=value), write_day(value, tell("shapes.write_year_month_day")))
    try:
        Day.fromisoformat(value)
    except ValueError:
        raise fault(tell("common.not_day_calendar", value=value), tell("shapes.correct_day_month")) from None
    return value


FullDate = Annotated[str, AfterValidator(_full_date), Pattern(FULL_DATE, ("2026-11-22",))]


class Shape(BaseModel):
    """A mapping with known fields only. USUAL are those that it is written with, where none alone is required."""

    USUAL: ClassVar[tuple[str, ...]] = ()
    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)


_TEXTS: dict[str, Any] = dict.fromkeys(LANGUAGES, (NonEmptyText, ...))


class Text(create_model("InEachLanguage", __base__=Shape, **_TEXTS)):  # type: ignore[misc]
    """The same words in both languages; `older` is behind the other one, `compared` the day on which somebody found both alike."""

    if TYPE_CHECKING:

        def __getattr__(self, language: str) -> str: ...

    older: Annotated[str, InVocabulary("languages")] | None = None
    compared: FullDate | None = None

    @model_validator(mode="after")
    def _is_behind_or_compared(self):
        if self.older and self.compared:
            raise fault(tell("shapes.text_has_older_also"), tell("shapes.keep_older_while_one"))
        return self


@dataclass(frozen=True)
class Place:
    """Where a record stands: the file, the path of keys in it, and the line of each path of the file."""

    file: str
    path: tuple
    lines: dict[tuple, int]

    def line(self, *path: str | int) -> int:
        """The line of a field of the record, or of the nearest thing around it."""
        full = self.path + path
        while full not in self.lines:
            full = full[:-1]
        return self.lines[full]

    @property
    def last_line(self) -> int:
        """The line in which the last value of the record begins."""
        return max(line for path, line in self.lines.items() if path[: len(self.path)] == self.path)


class Record(Shape):
    """A thing with an identifier that never changes its meaning.

    ID is the pattern of its identifiers and EXAMPLE one of them, KEY the field that it is called by, TITLE the one that says what it is.
    """

    ID: ClassVar[str] = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
    EXAMPLE: ClassVar[str] = "victims-assisted"
    KEY: ClassVar[str] = "id"
    TITLE: ClassVar[str] = "title"
    id: NonEmptyText
    _place: Place = PrivateAttr()

    @model_validator(mode="after")
    def _identifier_has_its_form(self):
        if self.id and not re.fullmatch(self.ID, self.id):
            near = re.sub(r"[^a-z0-9.]+", "-", fold(self.id)).strip("-")
            hint = tell("shapes.write", near=near) if re.fullmatch(self.ID, near) else tell("shapes.write_like", example=self.EXAMPLE)
            raise fault(tell("shapes.cannot_be_id_record", id=self.id), hint)
        return self

    @property
    def place(self) -> Place:
        return self._place

    @cached_property
    def shapes(self) -> list[tuple[tuple, Shape]]:
        """The record and every mapping in it, with its path; records inside it (objectives of an area) speak for themselves."""
        return list(_inside(self, ()))

    def let_go(self, lines: dict[tuple, int]) -> None:
        """Let go of what a check alone needs: what is in the record, in one list, and all lines of its file but these."""
        self.__dict__.pop("shapes", None)
        self._place = replace(self._place, lines=lines)

    @property
    def caption(self) -> Text | None:
        """What the record is, in both languages: its title, name, term or sentence; None where it has none."""
        return text if isinstance(text := getattr(self, self.TITLE, None), Text) else None

    def problem(self, path: tuple, message: str, hint: str, level: str = ERROR) -> Problem:
        """A problem at a field of this record."""
        return Problem(self.place.file, self.place.line(*path), self.id, message, hint, level)


@dataclass(frozen=True)
class Use:
    """One mark in a record: the record, the path of the field in it, the written word and what it must be."""

    record: Record
    path: tuple
    value: str
    mark: InVocabulary | Ref

    @property
    def field(self) -> str:
        return next(key for key in reversed(self.path) if isinstance(key, str))


def _inside(shape: Shape, path: tuple) -> Iterator[tuple[tuple, Shape]]:
    yield path, shape
    for name, alias in _fields_with_shapes(type(shape)):
        for here, item in _items(getattr(shape, name), (*path, alias)):
            if isinstance(item, Shape) and not isinstance(item, Record):
                yield from _inside(item, here)


def uses_in(record: Record) -> Iterator[Use]:
    """The marked words of a record."""
    for path, shape in record.shapes:
        for name, alias, mark in _fields_with_marks(type(shape)):
            for here, item in _items(getattr(shape, name), (*path, alias)):
                if isinstance(item, str):
                    yield Use(record, here, item, mark)


def _items(value: Any, path: tuple) -> Iterator[tuple[tuple, Any]]:
    if isinstance(value, list):
        yield from (((*path, index), item) for index, item in enumerate(value))
    else:
        yield path, value


@cache
def _fields_with_marks(shape: type[Shape]) -> list[tuple[str, str, InVocabulary | Ref]]:
    """The fields of a shape whose words have a mark: attribute, name in YAML, mark."""
    return [(name, info.alias or name, mark) for name, info in shape.model_fields.items() if (mark := mark_of(info))]


@cache
def _fields_with_shapes(shape: type[Shape]) -> list[tuple[str, str]]:
    """The fields of a shape that hold mappings, records left out: attribute, name in YAML."""
    held = ((name, info.alias or name, shape_of(info.annotation)) for name, info in shape.model_fields.items())
    return [(name, alias) for name, alias, inner in held if inner and not issubclass(inner, Record)]


def writable(shape: type[Shape]) -> dict[str, FieldInfo]:
    """Name in YAML -> each field that somebody may write in a shape. A record that is called by something else has no id to write."""
    return {info.alias or name: info for name, info in shape.model_fields.items() if name != "id" or info.is_required()}


def shape_of(annotation: Any) -> type[Shape] | None:
    """The shape that a field holds, alone or in a list, or None."""
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    return next((found for inner in get_args(annotation) if (found := shape_of(inner))), None)


def mark_of(info: FieldInfo) -> InVocabulary | Ref | None:
    """The mark on the words of a field, if it has one."""
    return next((mark for mark in _marks(info) if isinstance(mark, InVocabulary | Ref)), None)


def pattern_of(info: FieldInfo) -> Pattern | None:
    """The form that the text of a field must have, if it is fixed."""
    return next((mark for mark in _marks(info) if isinstance(mark, Pattern)), None)


def _marks(info: FieldInfo) -> Iterator[Any]:
    yield from info.metadata
    waiting = [info.annotation]
    while waiting:
        annotation = waiting.pop()
        yield from getattr(annotation, "__metadata__", ())
        waiting += get_args(annotation)
