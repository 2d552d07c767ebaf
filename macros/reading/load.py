"""data/*.yaml -> Plan, or the lines that cannot be read."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.kinds import FILES, INSIDE, JUDGED, KINDS, OWN_FILES, own_kind
from macros.model.plan import Plan
from macros.model.records import LATER_RUBRIC, Judgement, in_order
from macros.model.shape import Place, Record, Shape, writable
from macros.problems import DataErrors, Problem
from macros.reading.file_names import belongs_at, fields_in, held_kind, name_meant, place_of
from macros.reading.published import earlier
from macros.reading.read_on import read_on
from macros.reading.shape_faults import explain
from macros.reading.stand_ins import completed, without_stand_ins
from macros.reading.text_file import SecondDocument, UnreadableFile, is_passing, read_text
from macros.reading.yaml_tree import read_tree


def load(root: Path, told: list[Problem] | None = None) -> Plan:
    """The plan in root/data. Raises DataErrors with every line that cannot be read.

    Where `told` is given, it takes the problems of what lacks its words, a day or its quotation marks, and something stands there instead, so that
    all else can be said.
    """
    problems: list[Problem] = []
    parts: dict[str, Any] = {}
    for name, shape in FILES.items():
        parts |= {} if (made := _read(root, name, shape, problems, told)) is None else {f: getattr(made, f) for f in type(made).model_fields}
        if made and name == "vocabulary.yaml":
            parts = {"vocabulary": made}
    for kind in OWN_FILES:
        parts[kind] = list(_own_files(root, kind, problems, told))
    if problems:
        raise DataErrors(problems)
    for inner, outer in INSIDE.items():
        parts[inner] = [record for holder in parts[outer] for record in getattr(holder, inner)]
    repeated: list[Record] = []
    for kind in KINDS:
        parts[kind] = _by_key(parts[kind], repeated)
    plan = Plan(repeated=repeated, **parts)
    _join_judgements(plan)
    return plan


def _join_judgements(plan: Plan) -> None:
    """Bring each judgement to what it judges, in the order of the days that they speak of; one that gives the word of the one before confirms it."""
    for kind, holder in JUDGED.items():
        of: dict[str, list[Any]] = {}
        for one in plan.of(kind).values():
            if isinstance(one, Judgement) and (record := plan.current_record(holder, one.of)):
                of.setdefault(record.id, []).append(one)
        for id, record in plan.of(holder).items():
            series = getattr(record, kind)
            series[:] = sorted(of.get(id, []), key=lambda one: in_order(one.id, one.assessed_on))
            words = [(one.id, one.assessed_on, one.word) for one in series]
            for one in series:
                one.confirms = one.confirms or one.rubric == LATER_RUBRIC and earlier(words, one.id)[-1:] == [one.word]


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


def _own_files(root: Path, name: str, problems: list[Problem], told: list[Problem] | None) -> Iterator[Record]:
    """The records that stand in files of their own, in the order of their identifiers; the path of each says its identifier."""
    kind = KINDS[name]
    folder = root / "data" / kind.file
    for file in sorted(one for one in folder.rglob("*") if not one.is_dir() and not is_passing(one)):
        path = file.relative_to(root / "data").as_posix()
        id = kind.id_of(path)
        if not re.fullmatch(kind.shape.ID, id) or file.suffix != ".yaml":
            held = held_kind(fields_in(file), name)
            hint = belongs_at(held) if held else name_meant(root, name, file)
            problems.append(Problem(f"data/{path}", 1, "", tell("files.path_file_names_no", word=tell(f"kinds.{name}")), hint))
        elif isinstance(made := _read(root, path, kind.shape, problems, told, id), Record):
            made.id = id
            yield made


def _read(root: Path, name: str, shape: type[Shape], problems: list[Problem], told: list[Problem] | None, id: str = "") -> Shape | None:
    """One file of data/ as its shape, or None; whatever stands in it is in its place."""
    file, shown = root / "data" / name, f"data/{name}"
    if not file.exists():
        problems.append(Problem(shown, 1, "", tell("common.file_missing"), tell("common.restore_from_last_commit")))
        return None
    try:
        text = read_text(file)
        tree, lines = read_tree(text) if told is None else read_on(text, lambda fault: told.append(_unread(shown, fault, id)))
        if id and isinstance(tree, list) and len(tree) > 1:
            hint = tell("files.second_elsewhere", folder=f"{shown.rpartition('/')[0]}/")
            raise UnreadableFile(lines.get((1,), 1), tell("files.holds_several", number=len(tree)), hint)
        if not isinstance(tree, dict):
            what = tell("files.file_empty") if tree in (None, "") else tell("files.file_does_not_begin", shape=_first_field(shape))
            raise UnreadableFile(lines.get((), 1), what, tell("files.begin", shape=_first_field(shape)))
        if id and (held := held_kind(tree, own_kind(name))):
            raise UnreadableFile(1, tell("files.holds_another_kind", word=tell(f"kinds.{held}")), tell("files.put_into", place=place_of(held)))
        if id and "id" in tree:
            raise UnreadableFile(lines["id",], tell("files.file_has_no_id"), tell("files.delete_line"))
        if id:
            _leave_out_unfilled(tree)
    except UnreadableFile as fault:
        problems.append(_unread(shown, fault, id))
        return None
    try:
        made = shape.model_validate(tree)
    except ValidationError as error:
        faults = [replace(fault, record=fault.record or id) for fault in explain(error, shown, shape, tree, lines)]
        whole = completed(tree, error, shape) if told is not None else None
        if told is None or whole is None:
            problems.extend(faults)
            return None
        try:
            made = shape.model_validate(whole)
        except ValidationError as further:
            more = (replace(fault, record=fault.record or id) for fault in explain(further, shown, shape, whole, lines))
            problems.extend([*faults, *without_stand_ins(more)])
            return None
        told.extend(faults)
    _set_places(made, shown, (), lines)
    return made


def _leave_out_unfilled(tree: dict[str, Any]) -> None:
    """Without what a file to fill in brings along, which nobody need fill in: what is missing, and the words that print the date."""
    missing, date = tree.get("missing"), tree.get("date")
    if isinstance(missing, dict) and missing.keys() <= set(LANGUAGES) and not any(missing.values()):
        del tree["missing"]
    if isinstance(date, dict) and date.get("printed", "…") in ("", None):
        del date["printed"]


def _unread(shown: str, fault: UnreadableFile, id: str) -> Problem:
    """The problem of a file that cannot be read, or not as it is written."""
    hint = tell("files.second_elsewhere", folder=f"{shown.rpartition('/')[0]}/") if id and isinstance(fault, SecondDocument) else fault.hint
    return Problem(shown, fault.line, fault.record or id, fault.message, hint)


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
    return next(iter(writable(shape)))
