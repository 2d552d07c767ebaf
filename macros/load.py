"""data/*.yaml -> Plan, or the lines that cannot be read.

YAML is read as text only, event by event: no value is guessed (`NO`, `2.10` and `2006-10` stay what they are), every
value keeps its line, and what YAML lets pass in silence (a key written twice, anchors, tags, several documents) is
refused.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import BaseModel, ValidationError

from macros.model import FILES
from macros.plan import Plan
from macros.problems import Faults, Problem, suggestion
from macros.shape import Place, Record, Shape

LARGEST = 4_000_000
DEEPEST = 16
# csafe is many times faster; it is missing only where PyYAML was built without libyaml.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
INVISIBLE = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
LANGUAGE = {"en": "English", "fr": "French"}
# What a field of a fixed form looks like.
LIKE = {
    "plan_point": "1(1)", "celex": "32004L0081", "iso": "AT", "printed": "AT", "redirects": "[gb]",
    "series": "C", "number": "311", "page": "1",
}  # fmt: skip
LINES_OF_TEXT = "text that contains ': ' or ' #', or begins with a special sign, must stand in \"quotes\""


class _Unreadable(Exception):
    def __init__(self, line: int, message: str, hint: str, path: tuple = ()):
        self.line, self.message, self.hint, self.path = line, message, hint, path


def read_text(file: Path) -> str:
    """The text of a data file. Raises _Unreadable when it is not plain UTF-8 text of a sensible size."""
    size = file.stat().st_size
    if size > LARGEST:
        raise _Unreadable(1, f"the file has {size} bytes; no data file is that long", "look for text pasted many times")
    raw = file.read_bytes()
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise _Unreadable(1, "the file begins with a byte-order mark", "save it as UTF-8 without a byte-order mark (BOM)")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _Unreadable(line, "the file is not UTF-8", "save it with the encoding UTF-8") from None
    for number, line in enumerate(text.split("\n"), 1):
        if found := INVISIBLE.search(line):
            name = f"U+{ord(found[0]):04X}"
            raise _Unreadable(number, f"an invisible character ({name}) stands in this line", "delete it and write the text again")
        if re.match(r" *\t", line):
            raise _Unreadable(number, "a tab stands at the beginning of the line", "use blanks, two for each level")
    return text


def read_tree(text: str) -> tuple[Any, dict[tuple, int]]:
    """A YAML text as mappings, lists and text, with the line of each path. Raises _Unreadable."""
    tree: Any = None
    lines: dict[tuple, int] = {}
    rows = re.split("\r\n|\r|\n", text)
    stack: list[tuple[Any, tuple, list]] = []  # container, its path, [key that waits for its value]
    documents = 0

    def put(value: Any, line: int) -> tuple:
        nonlocal tree
        if not stack:
            tree, path = value, ()
        else:
            container, around, waiting = stack[-1]
            if isinstance(container, list):
                path = (*around, len(container))
                container.append(value)
            elif not waiting:
                raise _Unreadable(line, "a list or mapping stands where a field's name should be", "write  name: value", around)
            else:
                path = (*around, waiting.pop())
                container[path[-1]] = value
                line = lines[path]
        lines.setdefault(path, line)
        return path

    try:
        for event in yaml.parse(text, Loader=LOADER):
            line = event.start_mark.line + 1
            around = stack[-1][1] if stack else ()
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Unreadable(line, "a second document begins here", "delete the line '---'")
            elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise _Unreadable(
                    line, f"'{event.anchor}' is a YAML anchor or alias", 'write the text out, in "quotes" if it begins with & or *', around
                )
            elif getattr(event, "tag", None) and event.tag != "!":
                raise _Unreadable(line, f"'{event.tag}' is a YAML tag", 'put text that begins with ! in "quotes"', around)
            elif isinstance(event, yaml.ScalarEvent):
                if stack and isinstance(stack[-1][0], dict) and not stack[-1][2]:
                    path = (*around, event.value)
                    if path in lines:
                        raise _Unreadable(line, f"'{event.value}' is written twice, first in line {lines[path]}", "keep one of the two", around)
                    lines[path] = line
                    stack[-1][2].append(event.value)
                else:
                    put(event.value, line)
                    # A plain text loses what stands behind ' #', in silence: a comment gets a line of its own.
                    if not event.style and rows[event.end_mark.line][event.end_mark.column :].lstrip().startswith("#"):
                        message = f"'{event.value}' ends at ' #', where a comment begins"
                        hint = 'put the whole text in "quotes", or the comment on a line of its own'
                        raise _Unreadable(event.end_mark.line + 1, message, hint, around)
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                if len(stack) == DEEPEST:
                    raise _Unreadable(line, f"more than {DEEPEST} levels stand inside each other", "check the indentation", around)
                container: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
                stack.append((container, put(container, line), []))
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                stack.pop()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _Unreadable(mark.line + 1, f"column {mark.column + 1}: not valid YAML, {error.problem or error.context}", LINES_OF_TEXT) from None
    return tree, lines


def load(root: Path) -> Plan:
    """The plan in root/data. Raises Faults with every line that cannot be read."""
    problems: list[Problem] = []
    parts: dict[str, Any] = {}
    for name, shape in FILES.items():
        parts |= {} if (made := _read(root, name, shape, problems)) is None else {f: getattr(made, f) for f in type(made).model_fields}
        if made and name == "vocabulary.yaml":
            parts = {"vocabulary": made}
    if problems:
        raise Faults(problems)
    parts["objectives"] = [objective for area in parts["areas"] for objective in area.objectives]
    parts["actions"] = [action for objective in parts["objectives"] for action in objective.actions]
    repeated: list[Record] = []
    for kind in Plan.KINDS:
        parts[kind] = _by_id(parts[kind], repeated)
    return Plan(root=root, repeated=repeated, **parts)


def _by_id(records: list[Record], repeated: list[Record]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for record in records:
        if found.setdefault(record.id, record) is not record:
            repeated.append(record)
    return found


def _read(root: Path, name: str, shape: type[Shape], problems: list[Problem]) -> Shape | None:
    file = root / "data" / name
    shown = f"data/{name}"
    if not file.exists():
        problems.append(Problem(shown, 1, "", "the file is missing", "restore it from the last commit"))
        return None
    tree, lines = None, {}
    try:
        tree, lines = read_tree(read_text(file))
        if not isinstance(tree, dict):
            what = "the file is empty" if tree in (None, "") else "the file must be a mapping"
            raise _Unreadable(1, what, f"begin it with  {_first_field(shape)}:")
    except _Unreadable as fault:
        problems.append(Problem(shown, fault.line, _record_at(tree, fault.path), fault.message, fault.hint))
        return None
    try:
        made = shape.model_validate(tree)
    except ValidationError as error:
        problems.extend(_explain(error, shown, shape, tree, lines))
        return None
    _set_places(made, shown, (), lines)
    return made


def _set_places(shape: Shape, file: str, path: tuple, lines: dict[tuple, int]) -> None:
    if isinstance(shape, Record):
        shape._place = Place(file, path, lines)
    for name, info in type(shape).model_fields.items():
        value = getattr(shape, name)
        if isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    _set_places(item, file, (*path, info.alias or name, index), lines)


def _first_field(shape: type[Shape]) -> str:
    name, info = next(iter(shape.model_fields.items()))
    return info.alias or name


def _record_at(tree: Any, path: tuple) -> str:
    """The identifier of the innermost record around a path."""
    found = ""
    for key in (None, *path):
        try:
            tree = tree if key is None else tree[key]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(tree, dict) and isinstance(tree.get("id"), str):
            found = tree["id"]
    return found


def _shape_at(shape: type[Shape], path: tuple) -> type[Shape]:
    """The shape of the mapping around a path."""
    for key in path:
        if isinstance(key, str):
            field = next((i for n, i in shape.model_fields.items() if (i.alias or n) == key), None)
            inner = _shape_in(field.annotation) if field else None
            if inner is None:
                break
            shape = inner
    return shape


def _shape_in(annotation: Any) -> type[Shape] | None:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _shape_in(inner))), None)


def _explain(error: ValidationError, file: str, shape: type[Shape], tree: Any, lines: dict[tuple, int]) -> Iterator[Problem]:
    for item in error.errors(include_url=False):
        path = tuple(item["loc"])
        near = path
        while near not in lines and near:
            near = near[:-1]
        message, hint = _say(item, path, _shape_at(shape, path[:-1]))
        yield Problem(file, lines.get(near, 1), _record_at(tree, path), message, hint)


def _say(item: dict, path: tuple, around: type[Shape]) -> tuple[str, str]:
    """A fault of shape in plain words: what is wrong, and what to write."""
    name = next((key for key in reversed(path) if isinstance(key, str)), "")
    known = [info.alias or field for field, info in around.model_fields.items()]
    written = item["input"] if isinstance(item["input"], str) else ""
    match item["type"]:
        case "ours":
            return item["ctx"]["message"], item["ctx"]["hint"]
        case "missing":
            if name in LANGUAGE and len(path) > 1:
                return f"'{path[-2]}' has no {LANGUAGE[name]} text", f"add  {name}: …"
            return f"'{name}' is missing", f"add  {name}: …"
        case "extra_forbidden":
            comma = "; inside {…} text with a comma must stand in \"quotes\"" if item["input"] == "" else ""
            return f"'{name}' is not a known field here", suggestion(name, known, f"use one of: {', '.join(known)}{comma}")
        case "list_type":
            return f"'{name}' must be a list", f"write  {name}: [{written}]" if written else "begin each item with '- '"
        case "model_type" | "model_attributes_type" | "dict_type":
            inner = _shape_at(around, path[-1:]) if isinstance(path[-1], str) else around
            fields = [i.alias or f for f, i in inner.model_fields.items()]
            what = f"'{name}'" if isinstance(path[-1], str) else f"each item of '{name}'"
            return f"{what} must have fields of its own", f"write below it: {', '.join(f + ': …' for f in fields[:4])}"
        case "string_type":
            return f"'{name}' must be text", "write one piece of text after the colon"
        case "string_too_short":
            return f"'{name}' is empty", f"write its text, or delete the line if '{name}' is not needed"
        case "too_short":
            fewest, found = item["ctx"]["min_length"], item["ctx"]["actual_length"]
            return f"'{name}' has {found} item{'' if found == 1 else 's'}; it needs at least {fewest}", "begin each item with '- '"
        case "bool_type" | "bool_parsing":
            return f"'{name}: {written}' is neither yes nor no", f"write  {name}: yes  or  {name}: no"
        case "decimal_parsing" | "decimal_type" | "int_parsing" | "finite_number":
            return f"'{name}: {written}' is not a number", "write digits only, with a point before decimals: 1060 or 3102484.78"
        case "string_pattern_mismatch":
            return f"'{name}: {written}' does not have its form", f"write it like  {name}: {LIKE[name]}"
    return f"'{name}': {item['msg'].lower()}", "look at the records around it"
