"""A fault of shape in plain words: what is wrong, and what to write."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.languages import LANGUAGES
from macros.messages import counted, language_name, tell
from macros.model.records import Judgement
from macros.model.shape import Shape, Text, writable
from macros.model.values import Evidence
from macros.problems import Problem, suggestion
from macros.reading.file_names import held_kind, place_of
from macros.reading.shape_hints import each_of_range, example, form, required, shape_at, where_it_belongs
from macros.reading.shape_pairs import meant_by, slips
from macros.reading.yaml_faults import lost_blank
from macros.reading.yaml_tree import record_at


@dataclass(frozen=True)
class ShapeFault:
    """What pydantic says of one field, the shape that the field stands in, and that of its whole file."""

    details: ErrorDetails
    around: type[Shape]
    file: type[Shape]
    next_id: str = ""

    @property
    def path(self) -> tuple[int | str, ...]:
        """Where the field stands."""
        return self.details["loc"]

    @cached_property
    def name(self) -> str:
        """The name of the field, or of the list in which an item stands."""
        return next((key for key in reversed(self.path) if isinstance(key, str)), "")

    @property
    def written(self) -> str:
        """What somebody wrote as its text; empty where it is a list or a mapping."""
        return self.details["input"] if isinstance(self.details["input"], str) else ""

    @property
    def shown(self) -> str:
        """The field with its text."""
        return f"{self.name}: {self.written}" if self.written else self.name


# How YAML writes that there is nothing.
NO_VALUE = ("null", "~")
Saying = tuple[str, str]  # what is wrong, and what to write


def explain(error: ValidationError, file: str, shape: type[Shape], tree: Any, lines: dict[tuple, int]) -> Iterator[Problem]:
    """Every fault that a file has against its shape."""
    every = error.errors(include_url=False)
    foreign = _of_another_kind(every)
    for path, kind in foreign.items():
        said = tell("files.holds_another_kind", word=tell(f"kinds.{kind}")), tell("files.put_into", place=place_of(kind))
        yield Problem(file, lines[path], record_at(tree, path), *said)
    faults = [details for details in every if not any(details["loc"][: len(path)] == path for path in foreign)]
    sunk = {details["loc"]: around for details in faults if (around := _around_sunk(details, shape)) is not None}
    joined = slips([details for details in faults if details["loc"] not in sunk], shape)
    follow = {path for slip in joined.values() for path in slip.follows}
    for details in (one for one in faults if not any(_follows(one, path, around) for path, around in sunk.items())):
        path = details["loc"]
        if path in follow:
            continue
        if path in sunk:
            message = tell("shapes.stands_too_deep", name=path[-1], list=path[-3])
            yield Problem(file, lines[path], record_at(tree, path), message, tell("shapes.as_many_blanks", list=path[-3]))
            continue
        fault = ShapeFault(details, shape_at(shape, path[:-1]), shape, _next_id(tree, path) if path[-1:] == ("id",) else "")
        message, hint = joined[path][:2] if path in joined else EXPLANATIONS.get(details["type"], _other)(fault)
        nearest = next((path[:end] for end in range(len(path), 0, -1) if path[:end] in lines), ())
        cut_off = len(path) == 1 and details["type"] == "missing"
        line = _end_of_list_before(path[0], shape, lines) if cut_off else lines.get(nearest, 1)
        within = path[:-1] if details["type"] == "string_type" else path  # what stands in place of an id is no record
        yield Problem(file, line, record_at(tree, within), message, hint)


def _of_another_kind(faults: Sequence[ErrorDetails]) -> dict[tuple, str]:
    """Path of each item of a list whose unknown names are fields of a kind of record that has files of its own -> the kind."""
    unknown: dict[tuple, list[Any]] = {}
    for details in faults:
        if details["type"] == "extra_forbidden" and len(details["loc"]) > 1:
            unknown.setdefault(details["loc"][:-1], []).append(details["loc"][-1])
    return {path: kind for path, names in unknown.items() if isinstance(path[-1], int) and (kind := held_kind(names))}


def _around_sunk(details: ErrorDetails, shape: type[Shape]) -> tuple | None:
    """The path of the record to which the name of a list belongs that sank into the item above it, with blanks too many; None for others."""
    path = details["loc"]
    if details["type"] != "extra_forbidden" or not (details["input"] == "" or isinstance(details["input"], list | dict)):
        return None
    is_in_item = len(path) > 2 and isinstance(path[-2], int)
    return path[:-3] if is_in_item and path[-1] in writable(shape_at(shape, path[:-3])) else None


def _follows(details: ErrorDetails, sunk: tuple, around: tuple) -> bool:
    """Whether a fault is there only because a name sank: it is missing where it belongs, and its items stand behind those above."""
    path, name, held, index = details["loc"], sunk[-1], sunk[-3], sunk[-2]
    behind = path[: len(around) + 1] == (*around, held) and len(path) > len(around) + 1 and path[len(around) + 1] > index
    return path == (*around, name) or behind


def _next_id(tree: Any, path: tuple) -> str:
    """The serial number that follows those of the list in which a record stands; empty where they are none."""
    for key in path[:-2]:
        tree = tree[key]
    ids = [str(item.get("id") or "") for item in tree if isinstance(item, dict)] if isinstance(tree, list) else []
    found = [(number[1], int(number[2])) for id in ids if (number := re.fullmatch(r"(.*\D)(\d+)", id))]
    return f"{found[-1][0]}{max(last for stem, last in found if stem == found[-1][0]) + 1}" if found else ""


def _end_of_list_before(name: Any, shape: type[Shape], lines: dict[tuple, int]) -> int:
    """The last line of the list before one that the file does not have: it was cut off there."""
    names = [info.alias or field for field, info in shape.model_fields.items()]
    before = names[: names.index(name)]
    return max((line for path, line in lines.items() if path and path[0] in before), default=lines[()])


def _own(fault: ShapeFault) -> Saying:
    """A shape's own validator says it (`fault` in model/shape.py); of what is empty, that it is."""
    if fault.details["input"] == "" and fault.name != "id":
        return tell("common.empty", name=fault.name), fault.details["ctx"]["hint"]
    return fault.details["ctx"]["message"], fault.details["ctx"]["hint"]


def _missing(fault: ShapeFault) -> Saying:
    if fault.name == "publisher":
        return tell("shapes.missing", missing=fault.name), tell("shapes.add_publisher")
    return _no_text_of_language(fault) or (tell("shapes.missing", missing=fault.name), tell("shapes.add", around=form(fault.around, fault.name)))


def _empty(fault: ShapeFault) -> Saying:
    hint = tell("shapes.write_next_id", next=fault.next_id) if fault.name == "id" and fault.next_id else ""
    said = tell("common.empty", name=fault.name), hint or tell("shapes.write_text_delete_line", name=fault.name)
    return _no_text_of_language(fault) or said


def _no_text_of_language(fault: ShapeFault) -> Saying | None:
    if fault.name in LANGUAGES and len(fault.path) > 1:
        return tell("shapes.has_no_text", path=fault.path[-2], language=language_name(fault.name)), tell("shapes.add_name", name=fault.name)
    return None


def _unknown(fault: ShapeFault) -> Saying:
    return tell("shapes.not_known_field_here", name=fault.name), lost_blank(fault.shown) or _what_was_meant(fault)


def _not_a_list(fault: ShapeFault) -> Saying:
    if fault.written and fault.written not in NO_VALUE:
        hint = lost_blank(fault.written) or tell(
            "shapes.write_name_written", name=fault.name, written=", ".join(each_of_range(fault.written)) or fault.written
        )
        if shape_at(fault.around, fault.path[-1:]) is not fault.around:  # its items have fields
            hint = tell("shapes.write", near=form(fault.around, fault.name))
    elif fault.details["input"] in ("", *NO_VALUE):
        return tell("common.empty", name=fault.name), tell("shapes.begin_each_item_delete")
    else:
        hint = tell("shapes.begin_each_item")
    return tell("shapes.must_be_list", name=fault.name), hint


def _not_a_mapping(fault: ShapeFault) -> Saying:
    if fault.around is Evidence and fault.written.startswith(("http://", "https://")):
        return tell("shapes.each_item_must_have", name=fault.name), tell("shapes.write_linked", at=fault.written)
    if isinstance(fault.path[-1], int):
        first, *rest = required(fault.around)
        fields = ", ".join(f"{field}: …" for field in rest)
        message, hint = (
            tell("shapes.each_item_must_have", name=fault.name),
            tell("shapes.write_below", first=first, fields=fields) if rest else tell("shapes.write_first", first=first),
        )
    else:
        is_text = shape_at(fault.around, fault.path[-1:]) is Text
        message = tell("shapes.needs_text_each_language", name=fault.name) if is_text else tell("shapes.must_have_fields_own", name=fault.name)
        hint = tell("shapes.write", near=form(fault.around, fault.name))
    return message, lost_blank(fault.written) or hint


def _not_text(fault: ShapeFault) -> Saying:
    written = fault.details["input"]
    if isinstance(written, dict) and isinstance(written.get("id"), str):
        return tell("shapes.must_be_text", name=fault.name), tell("shapes.write", near=f"- {written['id']}")
    return tell("shapes.must_be_text", name=fault.name), tell("common.write_one_piece_text")


def _too_few(fault: ShapeFault) -> Saying:
    fewest, found = fault.details["ctx"]["min_length"], fault.details["ctx"]["actual_length"]
    items = counted("item", found)
    return tell("shapes.has_needs_at_least", name=fault.name, items=items, fewest=fewest), tell("shapes.add_what_missing_each")


def _not_yes_or_no(fault: ShapeFault) -> Saying:
    return tell("shapes.neither_yes_nor_no", shown=fault.shown), tell("shapes.write_yes_no", name=fault.name)


def _not_a_number(fault: ShapeFault) -> Saying:
    return tell("shapes.not_number", shown=fault.shown), tell("shapes.write_digits_only_point")


def _not_its_form(fault: ShapeFault) -> Saying:
    return tell("shapes.does_not_have_form", shown=fault.shown), tell(
        "shapes.write_like_name_around", name=fault.name, around=example(fault.around, fault.name)
    )


def _other(fault: ShapeFault) -> Saying:
    return f"'{fault.name}': {fault.details['msg'].lower()}", tell("shapes.look_at_records_around")


# What pydantic calls a fault -> what says it.
EXPLANATIONS: dict[str, Callable[[ShapeFault], Saying]] = {
    "ours": _own,
    "missing": _missing,
    "string_too_short": _empty,
    "extra_forbidden": _unknown,
    "list_type": _not_a_list,
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type"), _not_a_mapping),
    "string_type": _not_text,
    "too_short": _too_few,
    **dict.fromkeys(("bool_type", "bool_parsing"), _not_yes_or_no),
    **dict.fromkeys(("decimal_parsing", "decimal_type", "int_parsing", "finite_number"), _not_a_number),
    "string_pattern_mismatch": _not_its_form,
}


def _what_was_meant(fault: ShapeFault) -> str:
    """What to write in place of a name that no field has here."""
    if fault.name[:1].isdecimal():
        return tell("shapes.quote_text_with_comma")
    if fault.name == "date" and issubclass(fault.around, Judgement):
        return tell("shapes.write_in_place", name=fault.name, field="assessed_on")
    if isinstance(getattr(fault.around, fault.name, None), property | cached_property):
        return tell("shapes.delete_line_follows_from")
    if fault.name == "evidence" and issubclass(fault.around, Judgement):
        return tell("shapes.judgement_quotes_nothing")
    known = writable(fault.around)
    near, place = suggestion(fault.name, known), where_it_belongs(fault.name, fault.around, fault.file)
    if near and place:
        return tell("common.if_not", near=near, place=place)
    if not near and (field := meant_by(fault.name, list(known))):
        return tell("shapes.write_in_place", name=fault.name, field=field)
    names = ", ".join(known)
    if fault.details["input"] == "":
        return near or place or tell("shapes.use_one_inside_text", names=names)
    return near or place or tell("common.use_one", names=names)
