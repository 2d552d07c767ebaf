"""A fault of shape in plain words: what is wrong, and what to write."""

from collections.abc import Iterator
from typing import Any, get_origin

from pydantic import ValidationError

from macros.broken import lost_blank
from macros.problems import Problem, suggestion
from macros.shape import Shape, form_of, shape_of
from macros.tree import record_at

LANGUAGE = {"en": "English", "fr": "French"}


def explain(error: ValidationError, file: str, shape: type[Shape], tree: Any, lines: dict[tuple, int]) -> Iterator[Problem]:
    """Every fault that a file has against its shape."""
    for item in error.errors(include_url=False):
        path = tuple(item["loc"])
        near = path
        while near not in lines and near:
            near = near[:-1]
        message, hint = _say(item, path, _shape_at(shape, path[:-1]))
        line = _end_of_list_before(path[0], shape, lines) if len(path) == 1 and item["type"] == "missing" else lines.get(near, 1)
        yield Problem(file, line, record_at(tree, path), message, hint)


def _end_of_list_before(name: Any, shape: type[Shape], lines: dict[tuple, int]) -> int:
    """The last line of the list before one that the file does not have: it was cut off there."""
    names = [info.alias or field for field, info in shape.model_fields.items()]
    before = names[: names.index(name)]
    return max((line for path, line in lines.items() if path and path[0] in before), default=lines[()])


def _say(item: dict, path: tuple, around: type[Shape]) -> tuple[str, str]:
    """What is wrong, and what to write."""
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
            return f"'{name}' is missing", f"add  {name}: …"
        case "extra_forbidden":
            comma = '; inside {…} text with a comma must stand in "quotes"' if item["input"] == "" else ""
            hint = lost_blank(shown) or suggestion(name, known, f"use one of: {', '.join(known)}{comma}")
            return f"'{name}' is not a known field here", hint
        case "list_type":
            return f"'{name}' must be a list", lost_blank(written) or (f"write  {name}: [{written}]" if written else "begin each item with '- '")
        case "model_type" | "model_attributes_type" | "dict_type":
            inner = _shape_at(around, path[-1:]) if isinstance(path[-1], str) else around
            fields = [i.alias or f for f, i in inner.model_fields.items() if i.is_required()]
            what = f"'{name}'" if isinstance(path[-1], str) else f"each item of '{name}'"
            return f"{what} must have fields of its own", lost_blank(written) or f"write below it: {', '.join(f + ': …' for f in fields[:4])}"
        case "string_type":
            return f"'{name}' must be text", "write one piece of text after the colon"
        case "string_too_short":
            return f"'{name}' is empty", f"write its text, or delete the line if '{name}' is not needed"
        case "too_short":
            fewest, found = item["ctx"]["min_length"], item["ctx"]["actual_length"]
            return f"'{name}' has {found} item{'' if found == 1 else 's'}; it needs at least {fewest}", "begin each item with '- '"
        case "bool_type" | "bool_parsing":
            return f"'{shown}' is neither yes nor no", f"write  {name}: yes  or  {name}: no"
        case "decimal_parsing" | "decimal_type" | "int_parsing" | "finite_number":
            return f"'{shown}' is not a number", "write digits only, with a point before decimals: 1060 or 3102484.78"
        case "string_pattern_mismatch":
            return f"'{shown}' does not have its form", f"write it like  {name}: {_example(around, name)}"
    return f"'{name}': {item['msg'].lower()}", "look at the records around it"


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
