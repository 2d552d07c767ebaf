"""Shapes in the words of those who write them: how a field is written, and where a name belongs."""

import re
from collections.abc import Iterator
from typing import get_origin

from macros.messages import either, tell
from macros.model.kinds import KINDS, OWN_FILES
from macros.model.shape import Record, Shape, pattern_of, shape_of, writable

# Several serial numbers written as one: `2.1.1-1 to 2.1.1-9`.
RANGE = re.compile(r"(?P<stem>[\w.]+-|f)(?P<first>\d+) *(-|–|\.\.+|…|to|à|until) *((?P=stem))?(?P<last>\d+)")
MAX_RANGE = 30


def each_of_range(written: str) -> list[str]:
    """The identifiers that somebody wrote as a range; none where it is none."""
    if not (span := RANGE.fullmatch(written.strip())):
        return []
    first, last = int(span["first"]), int(span["last"])
    return [f"{span['stem']}{number}" for number in range(first, min(last, first + MAX_RANGE) + 1)]


def where_it_belongs(name: str, around: type[Shape], file: type[Shape]) -> str:
    """The fields inside which a name would be known, those nearby first, or the files in which it is; empty where there is none."""
    for kind in (KINDS[own] for own in OWN_FILES):
        if name == kind.file.rstrip("/") or (name in writable(kind.shape) and kind.shape is not file and not list(_homes(name, file))):
            return tell("shapes.belongs_file_like", file=kind.file_of(kind.shape.EXAMPLE))
    homes = list(dict.fromkeys(_homes(name, around))) or list(dict.fromkeys(_homes(name, file)))
    inside = either(tell("suggest.unnamed", id=home) for home in homes[:3]) if homes else ""
    return tell("shapes.belongs_inside_check_where", inside=inside) if homes else ""


def _homes(name: str, shape: type[Shape]) -> Iterator[str]:
    """The fields of a shape, and of the shapes in it, that hold a field with this name."""
    for field, info in shape.model_fields.items():
        if inner := shape_of(info.annotation):
            if any((i.alias or f) == name for f, i in inner.model_fields.items()):
                yield info.alias or field
            yield from _homes(name, inner)


def form(around: type[Shape], name: str) -> str:
    """How a field is written: alone, with an example of an identifier, in both languages, or with the fields of its items."""
    info = next(info for field, info in around.model_fields.items() if (info.alias or field) == name)
    inner = shape_of(info.annotation)
    if name == "id" and issubclass(around, Record):
        return tell("shapes.id_like", example=around.EXAMPLE)
    if not inner:
        return f"{name}: …"
    fields = ", ".join(f"{field}: …" for field in required(inner))
    return tell("shapes.below", name=name, fields=fields) if get_origin(info.annotation) is list else f"{name}: {{{fields}}}"


def required(shape: type[Shape]) -> list[str]:
    """The names of the first fields that a shape must have, or that it is usually written with."""
    return [info.alias or field for field, info in shape.model_fields.items() if info.is_required()][:4] or list(shape.USUAL)


def example(around: type[Shape], name: str) -> str:
    """What a field of a fixed form looks like."""
    info = next(info for field, info in around.model_fields.items() if (info.alias or field) == name)
    fixed = pattern_of(info)
    written = fixed.examples[0] if fixed else "…"
    return f"[{written}]" if get_origin(info.annotation) is list else written


def shape_at(shape: type[Shape], path: tuple) -> type[Shape]:
    """The shape of the mapping around a path."""
    for key in path:
        if isinstance(key, str):
            field = next((i for n, i in shape.model_fields.items() if (i.alias or n) == key), None)
            inner = shape_of(field.annotation) if field else None
            if inner is None:
                break
            shape = inner
    return shape
