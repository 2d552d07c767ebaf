"""The fields of each data file, as the schema page shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args, get_origin

from macros.model import FILES
from macros.shape import Ref, Shape, Term, Text, mark_of, shape_of


@dataclass(frozen=True)
class Field:
    """A field of a shape: its name, whether it must be there, and what it holds (kind of value, detail, in a list)."""

    name: str
    required: bool
    holds: str
    detail: str
    many: bool


def tables() -> Iterator[tuple[str, list[tuple[str, list[Field]]]]]:
    """For each data file the shapes in it, outermost first, with their fields; at last, without a file, what stands in all of them."""
    for file, shape in FILES.items():
        yield file, [(inner.__name__, list(_fields(inner))) for inner in _shapes(shape)]
    yield "", [(Text.__name__, list(_fields(Text)))]


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


def _fields(shape: type[Shape]) -> Iterator[Field]:
    for name, info in shape.model_fields.items():
        mark, inner = mark_of(info), shape_of(info.annotation)
        many = any(get_origin(a) is list for a in (info.annotation, *get_args(info.annotation)))
        if isinstance(mark, Ref):
            holds, detail = "id", mark.kinds[0] if len(mark.kinds) == 1 else " / ".join(mark.kinds)
        elif isinstance(mark, Term):
            holds, detail = "word", mark.vocabulary
        elif inner is Text:
            holds, detail = "bilingual", ""
        elif inner:
            holds, detail = "mapping", inner.__name__
        else:
            types = (info.annotation, *get_args(info.annotation))
            holds, detail = "yes_no" if bool in types else "number" if Decimal in types else "text", ""
        yield Field(info.alias or name, info.is_required(), holds, detail, many)
