"""data/*.yaml -> Plan, or the lines that cannot be read."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.model.kinds import FILES, INSIDE, KINDS
from macros.model.plan import Plan
from macros.model.shape import Place, Record, Shape
from macros.problems import DataErrors, Problem
from macros.reading.shape_faults import explain
from macros.reading.text_file import UnreadableFile, read_text
from macros.reading.yaml_tree import read_tree


def load(root: Path) -> Plan:
    """The plan in root/data. Raises DataErrors with every line that cannot be read."""
    problems: list[Problem] = []
    parts: dict[str, Any] = {}
    for name, shape in FILES.items():
        parts |= {} if (made := _read(root, name, shape, problems)) is None else {f: getattr(made, f) for f in type(made).model_fields}
        if made and name == "vocabulary.yaml":
            parts = {"vocabulary": made}
    if problems:
        raise DataErrors(problems)
    for inner, outer in INSIDE.items():
        parts[inner] = [record for holder in parts[outer] for record in getattr(holder, inner)]
    repeated: list[Record] = []
    for kind in KINDS:
        parts[kind] = _by_key(parts[kind], repeated)
    return Plan(root=root, repeated=repeated, **parts)


def _by_key(records: list[Record], repeated: list[Record]) -> dict[str, Record]:
    """Identifier -> record. What has no identifier of its own may be called alike: the second one is numbered."""
    found: dict[str, Record] = {}
    for record in records:
        key, number = record.id, 1
        while record.KEY != "id" and key in found:
            key, number = f"{record.id} ({number + 1})", number + 1
        if found.setdefault(key, record) is not record:
            repeated.append(record)
    return found


def _read(root: Path, name: str, shape: type[Shape], problems: list[Problem]) -> Shape | None:
    file = root / "data" / name
    shown = f"data/{name}"
    if not file.exists():
        problems.append(Problem(shown, 1, "", "the file is missing", "restore it from the last commit"))
        return None
    try:
        tree, lines = read_tree(read_text(file))
        if not isinstance(tree, dict):
            what = "the file is empty" if tree in (None, "") else f"the file does not begin with '{_first_field(shape)}:'"
            raise UnreadableFile(lines.get((), 1), what, f"begin it with  {_first_field(shape)}:")
    except UnreadableFile as fault:
        problems.append(Problem(shown, fault.line, fault.record, fault.message, fault.hint))
        return None
    try:
        made = shape.model_validate(tree)
    except ValidationError as error:
        problems.extend(explain(error, shown, shape, tree, lines))
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
                if isinstance(item, Shape):
                    _set_places(item, file, (*path, info.alias or name, index), lines)


def _first_field(shape: type[Shape]) -> str:
    name, info = next(iter(shape.model_fields.items()))
    return info.alias or name
