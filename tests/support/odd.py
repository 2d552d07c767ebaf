"""The tiny project with any string in every field of text, in files of its own."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin

import yaml
from pydantic.fields import FieldInfo

from macros.model.kinds import FILES, KINDS, OWN_FILES, SHAPES, own_kind
from macros.model.shape import Pattern, Shape, Text, mark_of, shape_of
from macros.reading.text_file import read_text
from macros.reading.yaml_tree import read_tree
from support.paths import TINY

# (name of a field, as Shape.field; what stands there, or nothing) -> what to write; None leaves the field as it is.
Say = Callable[[str, str], str | None]


def files() -> dict[str, Any]:
    """Name of each data file -> what it says, as text, to be changed at will."""
    return deepcopy(_files())


@cache
def _files() -> dict[str, Any]:
    own = [file.relative_to(TINY / "data").as_posix() for kind in OWN_FILES for file in sorted((TINY / "data" / KINDS[kind].file).rglob("*.yaml"))]
    trees = {name: read_tree(read_text(TINY / "data" / name))[0] for name in (*FILES, *own)}
    reason = {"en": "One name.", "fr": "Un seul nom."}
    moves = {"actor:guild": "actor:millers", "objective:2.1.9": "objective:2.1.1", "action:2.1.9-1": "action:2.1.1-2"}
    moves |= {"actor:split-guild": ["actor:millers", "actor:mill-school"], "action:2.1.9-2": ["action:2.1.1-1", "action:2.1.1-2"]}
    return trees | {"moved.yaml": {"moved": [{"id": old, "to": new, "on": "2026-11-22", "reason": dict(reason)} for old, new in moves.items()]}}


def write(root: Path, trees: dict[str, Any]) -> Path:
    """Write a project that says so; what is no record is that of the tiny project."""
    if not (root / "data").exists():
        shutil.copytree(TINY / "data", root / "data")
    for kind in OWN_FILES:
        shutil.rmtree(root / "data" / KINDS[kind].file, ignore_errors=True)
    for name, tree in trees.items():
        (root / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "data" / name).write_text(yaml.dump(tree, allow_unicode=True, sort_keys=False, width=4_000, Dumper=yaml.CSafeDumper), "utf-8")
    return root


def is_text(name: str, info: FieldInfo) -> bool:
    """Whether a field takes any words: no identifier, reference, word of the vocabulary, text of a fixed form, date or number."""
    kinds = (info.annotation, *get_args(info.annotation), *(a for k in get_args(info.annotation) for a in get_args(k)))
    return name != "id" and not is_marked(name, info) and str in kinds and not any(isinstance(mark, Pattern) for mark in _notes(info))


def is_marked(name: str, info: FieldInfo) -> bool:
    """Whether a field takes a reference or a word of the vocabulary."""
    return mark_of(info) is not None


def is_formed(name: str, info: FieldInfo) -> bool:
    """Whether a field takes an identifier, a number, yes or no, a date, or text of a fixed form."""
    return not is_text(name, info) and not is_marked(name, info)


def _notes(info: FieldInfo) -> Iterator[Any]:
    """Everything that is noted on a field and on what its list holds."""
    yield from info.metadata
    for kind in get_args(info.annotation):
        yield from getattr(kind, "__metadata__", ())


@dataclass
class Author:
    """Fills every field that takes what it is asked for, also those that the tiny project leaves out, and counts them."""

    say: Say
    takes: Callable[[str, FieldInfo], bool] = is_text
    counted: Counter = field(default_factory=Counter)

    def fill(self, trees: dict[str, Any]) -> dict[str, Any]:
        for name, tree in trees.items():
            self._fill(tree, SHAPES.get(name) or KINDS[own_kind(name)].shape)
        return trees

    def _fill(self, tree: dict, shape: type[Shape]) -> None:
        for name, info in shape.model_fields.items():
            key, inner, before = info.alias or name, shape_of(info.annotation), tree.get(info.alias or name)
            if inner is Text and self.takes is is_text:
                said = self._both(f"{shape.__name__}.{key}", before or {"en": "", "fr": ""})
                tree |= {key: said} if any(said.values()) else {}
            elif inner and inner is not Text:
                for one in before if isinstance(before, list) else [before] if before else []:
                    self._fill(one, inner)
            elif not inner and self.takes(name, info) and (before or self.takes is is_text):
                many = get_origin(info.annotation) is list
                words = [self._said(f"{shape.__name__}.{key}", one) for one in (before if before and many else [before or ""])]
                if all(words):
                    tree[key] = words if many else words[0]

    def _both(self, name: str, before: dict) -> dict:
        said = {language: self._said(name, text) for language, text in before.items()}
        return said if all(said.values()) else before

    def _said(self, name: str, before: str) -> str:
        said = self.say(name, before)
        self.counted[name] += said is not None
        return before if said is None else said
