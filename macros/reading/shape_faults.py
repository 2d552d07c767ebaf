"""A fault of shape in plain words: what is wrong, and what to write."""

from collections.abc import Iterator
from typing import Any, get_origin

from pydantic import ValidationError

from macros.model.shape import Record, Shape, Text, form_of, shape_of
from macros.problems import Problem, suggestion
from macros.reading.yaml_faults import lost_blank
from macros.reading.yaml_tree import record_at

LANGUAGE = {"en": "English", "fr": "French"}


def explain(error: ValidationError, file: str, shape: type[Shape], tree: Any, lines: dict[tuple, int]) -> Iterator[Problem]:
    """Every fault that a file has against its shape."""
    for item in error.errors(include_url=False):
        path = tuple(item["loc"])
        near = path
        while near not in lines and near:
            near = near[:-1]
        message, hint = _say(item, path, _shape_at(shape, path[:-1]), shape)
        line = _end_of_list_before(path[0], shape, lines) if len(path) == 1 and item["type"] == "missing" else lines.get(near, 1)
        yield Problem(file, line, record_at(tree, path), message, hint)


def _end_of_list_before(name: Any, shape: type[Shape], lines: dict[tuple, int]) -> int:
    """The last line of the list before one that the file does not have: it was cut off there."""
    names = [info.alias or field for field, info in shape.model_fields.items()]
    before = names[: names.index(name)]
    return max((line for path, line in lines.items() if path and path[0] in before), default=lines[()])


def _say(item: dict, path: tuple, around: type[Shape], file: type[Shape]) -> tuple[str, str]:
    """What is wrong, and what to write. `around` is the shape that the field stands in, `file` that of its whole file."""
    name = next((key for key in reversed(path) if isinstance(key, str)), "")
    known = [info.alias or field for field, info in around.model_fields.items()]
    written = item["input"] if isinstance(item["input"], str) else ""
    shown = f"{name}: {written}" if written else name
    match item["type"]:
        case "ours":
            return item["ctx"]["message"], item["ctx"]["hint"]
        case "missing" | "string_too_short" if name in LANGUAGE and len(path) > 1:
            return f"'{path[-2]}' has no {LANGUAGE[name]} text", f"add  {name}: …"
        case "missing":
            return f"'{name}' is missing", f"add  {_form(around, name)}"
        case "extra_forbidden":
            return f"'{name}' is not a known field here", lost_blank(shown) or _what_was_meant(name, item["input"], known, around, file)
        case "list_type" if written:
            return f"'{name}' must be a list", lost_blank(written) or f"write  {name}: [{written}]"
        case "list_type":
            rest = ", or delete this line where there is none" if item["input"] == "" else ""
            return f"'{name}' must be a list", f"begin each item with '- '{rest}"
        case "model_type" | "model_attributes_type" | "dict_type" if isinstance(path[-1], int):
            first, *rest = _required(around)
            below = f", and below it  {', '.join(f'{field}: …' for field in rest)}" if rest else ""
            return f"each item of '{name}' must have fields of its own", lost_blank(written) or f"write  - {first}: …{below}"
        case "model_type" | "model_attributes_type" | "dict_type":
            inner = _shape_at(around, path[-1:])
            what = "needs a text in each language" if inner is Text else "must have fields of its own"
            return f"'{name}' {what}", lost_blank(written) or f"write  {_form(around, name)}"
        case "string_type":
            return f"'{name}' must be text", "write one piece of text after the colon"
        case "string_too_short":
            return f"'{name}' is empty", f"write its text, or delete the line if '{name}' is not needed"
        case "too_short":
            fewest, found = item["ctx"]["min_length"], item["ctx"]["actual_length"]
            return (
                f"'{name}' has {found} item{'' if found == 1 else 's'}; it needs at least {fewest}",
                "add what is missing; each item begins with '- '",
            )
        case "bool_type" | "bool_parsing":
            return f"'{shown}' is neither yes nor no", f"write  {name}: yes  or  {name}: no"
        case "decimal_parsing" | "decimal_type" | "int_parsing" | "finite_number":
            return f"'{shown}' is not a number", "write digits only, with a point before decimals: 1060 or 3102484.78"
        case "string_pattern_mismatch":
            return f"'{shown}' does not have its form", f"write it like  {name}: {_example(around, name)}"
    return f"'{name}': {item['msg'].lower()}", "look at the records around it"


def _what_was_meant(name: str, written: Any, known: list[str], around: type[Shape], file: type[Shape]) -> str:
    """What to write in place of a name that no field has here."""
    if name.isdecimal():
        return "write a figure in digits alone: 1060"
    homes = list(dict.fromkeys(_homes(name, around))) or list(dict.fromkeys(_homes(name, file)))
    inside = _or([repr(home) for home in homes[:3]]) if homes else ""
    place = f"it belongs inside {inside}: check where it stands, and the blanks before it" if homes else ""
    comma = '; inside {…} text with a comma must stand in "quotes"' if written == "" else ""
    near = suggestion(name, known)
    return f"{near} If not, {place}" if near and place else near or place or f"use one of: {', '.join(known)}{comma}"


def _homes(name: str, shape: type[Shape]) -> Iterator[str]:
    """The fields of a shape, and of the shapes in it, that hold a field with this name."""
    for field, info in shape.model_fields.items():
        if inner := shape_of(info.annotation):
            if any((i.alias or f) == name for f, i in inner.model_fields.items()):
                yield info.alias or field
            yield from _homes(name, inner)


def _or(names: list[str]) -> str:
    *some, last = names
    return f"{', '.join(some)} or {last}" if some else last


def _form(around: type[Shape], name: str) -> str:
    """How a field is written: alone, with an example of an identifier, in both languages, or with the fields of its items."""
    info = next(info for field, info in around.model_fields.items() if (info.alias or field) == name)
    inner = shape_of(info.annotation)
    if name == "id" and issubclass(around, Record):
        return f"id: …  (like {around.EXAMPLE})"
    if not inner:
        return f"{name}: …"
    fields = ", ".join(f"{field}: …" for field in _required(inner))
    return f"{name}:  and below it  - {fields}" if get_origin(info.annotation) is list else f"{name}: {{{fields}}}"


def _required(shape: type[Shape]) -> list[str]:
    return [info.alias or field for field, info in shape.model_fields.items() if info.is_required()][:4]


def _example(around: type[Shape], name: str) -> str:
    """What a field of a fixed form looks like."""
    info = next(info for field, info in around.model_fields.items() if (info.alias or field) == name)
    example = form_of(info).examples[0]
    return f"[{example}]" if get_origin(info.annotation) is list else example


def _shape_at(shape: type[Shape], path: tuple) -> type[Shape]:
    """The shape of the mapping around a path."""
    for key in path:
        if isinstance(key, str):
            field = next((i for n, i in shape.model_fields.items() if (i.alias or n) == key), None)
            inner = shape_of(field.annotation) if field else None
            if inner is None:
                break
            shape = inner
    return shape
