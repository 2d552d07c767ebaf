"""The fields of each data file: what editors, messages and the schema page say of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from macros.model.kinds import KINDS, SHAPES
from macros.model.shape import InVocabulary, OrAlone, Record, Ref, Shape, Text, mark_of, pattern_of, shape_of, writable


@dataclass(frozen=True)
class Field:
    """A field of a shape: its name, whether it must be there, what it holds (kind of value, detail, in a list), and examples of it."""

    shape: str
    name: str
    required: bool
    holds: str
    detail: str
    many: bool
    or_alone: bool
    fewest: int
    inner: type[Shape] | None
    pattern: str | None
    examples: tuple[str, ...]
    default: Any


def tables() -> Iterator[tuple[str, list[tuple[str, tuple[Field, ...]]]]]:
    """For each data file, or folder of files with one record each, the shapes in it, outermost first, with their fields;
    at last, without a file, what stands in all of them."""
    # The vocabulary after the files whose words it explains.
    for file, shape in sorted(SHAPES.items(), key=lambda item: item[0] == "vocabulary.yaml"):
        yield file, [(inner.__name__, fields(inner)) for inner in (shape, *_shapes(shape))]
    yield "", [(Text.__name__, fields(Text))]


def _shapes(shape: type[Shape]) -> list[type[Shape]]:
    """The shapes inside a shape, each once; bilingual text counts as a value."""
    found: list[type[Shape]] = []
    waiting = [shape_of(info.annotation) for info in shape.model_fields.values()]
    while waiting:
        inner = waiting.pop(0)
        if inner and inner is not Text and inner not in found:
            found.append(inner)
            waiting += [shape_of(info.annotation) for info in inner.model_fields.values()]
    return found


@cache
def fields(shape: type[Shape]) -> tuple[Field, ...]:
    """The fields that somebody may write in a shape."""
    return tuple(_fields(shape))


def _fields(shape: type[Shape]) -> Iterator[Field]:
    for name, info in writable(shape).items():
        holds, detail, pattern, examples = _content(shape, name, info)
        yield Field(
            shape=shape.__name__, name=name, required=info.is_required(), holds=holds, detail=detail, many=_is_list(info),
            or_alone=any(isinstance(mark, OrAlone) for mark in info.metadata),
            fewest=next((m.min_length for m in info.metadata if hasattr(m, "min_length")), 0) if _is_list(info) else 0,
            inner=shape_of(info.annotation), pattern=pattern, examples=tuple(info.examples or examples),
            default=None if info.is_required() or info.default == [] else info.default,
        )  # fmt: skip


def _content(shape: type[Shape], name: str, info: FieldInfo) -> tuple[str, str, str | None, tuple[str, ...]]:
    """What a field holds: kind of value, detail, pattern, examples."""
    mark, form, inner = mark_of(info), pattern_of(info), shape_of(info.annotation)
    types = (info.annotation, *get_args(info.annotation))
    if name == "id" and issubclass(shape, Record):
        return "form", shape.EXAMPLE, shape.ID, (shape.EXAMPLE,)
    if isinstance(mark, Ref):
        kinds = [KINDS[kind].shape for kind in mark.kinds]
        return "id", " / ".join(mark.kinds), "|".join(kind.ID for kind in kinds), tuple(kind.EXAMPLE for kind in kinds)
    if isinstance(mark, InVocabulary):
        return "word", mark.vocabulary, None, ()
    if form:
        return "form", ", ".join(form.examples), form.pattern, form.examples
    if inner:
        return ("bilingual", "", None, ()) if inner is Text else ("mapping", inner.__name__, None, ())
    return "yes_no" if bool in types else "number" if Decimal in types else "text", "", None, ()


def _is_list(info: FieldInfo) -> bool:
    return any(get_origin(annotation) is list for annotation in (info.annotation, *get_args(info.annotation)))
