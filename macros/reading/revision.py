"""The data as it stood at a commit: every record with its fields as written, whatever the shape of records was then."""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from macros.messages import tell
from macros.model.kinds import INSIDE, JUDGED, KINDS, OWN_FILES, own_kind
from macros.model.records import in_order, objective_of
from macros.model.shape import Place
from macros.problems import DataErrors, Problem
from macros.reading import git
from macros.reading.text_file import UnreadableFile, read_text
from macros.reading.yaml_tree import read_tree

# Folders and files that a commit is compared by.
COMPARED = ("data", "docs", "schema")
# What git calls a link and another repository in a list of files.
SYMLINK, SUBMODULE = "120000", "160000"
# Names of files that differ, in git's own order, whatever a user set.
PLAIN = ("--name-status", "--no-renames", "--relative", "--no-ext-diff", "--no-textconv", "--no-color", "-O/dev/null", "-z")


@dataclass(frozen=True)
class Written:
    """A record as written at a commit: its file, the line it begins in, its fields, how many records stand inside it, and what it stands in.

    `lines` are those of its file: `read_tree` gives the same ones for the same text.
    """

    kind: str
    id: str
    file: str
    line: int
    fields: dict[str, Any]
    inside: int = 0
    holder: str = ""
    lines: dict[tuple, int] | None = field(default=None, compare=False, repr=False)

    def stands_in_same_file(self, place: Place) -> bool:
        """Whether the file of a record says to the letter what this one's said, so that nothing in it changed."""
        return self.lines is place.lines

    @property
    def around(self) -> str:
        """What it stands in: the record that holds it, or its file."""
        return self.holder or self.file


@dataclass(frozen=True)
class Revision:
    """What a folder says; `name` is what messages call it (a commit, or the working tree)."""

    name: str
    folder: Path

    @cached_property
    def records(self) -> dict[str, dict[str, Written]]:
        """Kind (the name of a list in a data file) -> identifier -> record, in the order of the files. Raises DataErrors."""
        found: dict[str, dict[str, Written]] = {}
        for name in self.files:
            for record in self.read(name):
                found.setdefault(record.kind, {}).setdefault(record.id, record)
        return found

    def judgements(self, kind: str, of: str) -> list[Written]:
        """The assessments of an objective, or the outcomes of a follow-up, in the order of the days that they speak of.

        Only files that may hold one are read. Raises DataErrors.
        """
        folder = f"{KINDS[kind].file}{of}/"
        found = [one for one in self._judged.get(of, []) if one.kind == kind]
        found += [one for name in self.files if name.startswith(folder) for one in self.read(name)]
        return sorted(found, key=lambda one: in_order(one.id, str(one.fields.get("assessed_on") or "")))

    def judged(self, kind: str, id: str) -> Written | None:
        """What the judgements of a kind judge: an objective or a follow-up, or None where there is none. Raises DataErrors."""
        return next((one for one in self._judged.get(id, []) if one.kind == JUDGED[kind]), None)

    @cached_property
    def _judged(self) -> dict[str, list[Written]]:
        """Each objective and follow-up, with the judgements that stand inside it."""
        found: dict[str, list[Written]] = {}
        for file in (file for holder in JUDGED.values() if (file := KINDS[holder].file) in self.files):
            for one in self.read(file):
                if one.kind in (*JUDGED, *JUDGED.values()):
                    found.setdefault(objective_of(one.id), []).append(one)
        return found

    @cached_property
    def files(self) -> list[str]:
        """The names of the files in data/ that hold records."""
        data = self.folder / "data"
        own = (file for kind in OWN_FILES for file in (data / KINDS[kind].file).rglob("*.yaml"))
        return sorted(file.relative_to(data).as_posix() for file in (*data.glob("*.yaml"), *own))

    def read(self, name: str) -> list[Written]:
        """The records of one file of data/. Raises DataErrors."""
        tree, lines = self.tree(name)
        first: list[tuple[str, Any, dict, tuple]]
        if kind := own_kind(name):
            first = [(kind, KINDS[kind].id_of(name), tree, ())] if isinstance(tree, dict) else []
        else:
            first = [(kind, _key(kind, item), item, (kind, index)) for kind, items in _lists(tree) for index, item in enumerate(items)]
        return list(_records(first, lines, f"data/{name}"))

    def tree(self, name: str) -> tuple[Any, dict[tuple, int]]:
        """One file of data/ as mappings, lists and text, with the line of each path. Read once. Raises DataErrors."""
        if name not in self._trees:
            try:
                self._trees[name] = read_tree(read_text(self.folder / "data" / name))
            except UnreadableFile as fault:
                raise DataErrors([Problem(f"{self.name}:data/{name}", fault.line, fault.record, fault.message, fault.hint)]) from None
        return self._trees[name]

    @cached_property
    def _trees(self) -> dict[str, tuple[Any, dict[tuple, int]]]:
        return {}

    @cached_property
    def schema_version(self) -> int | None:
        """The version of the shape of the data, or None where the commit has no schema yet."""
        try:
            return json.loads((self.folder / "schema" / "actions.json").read_text("utf-8"))["version"]
        except (OSError, ValueError, TypeError, KeyError):
            return None


def _key(kind: str, item: dict) -> Any:
    """What a record in a list is called by, as written."""
    return item.get(KINDS[kind].shape.KEY if kind in KINDS else "id")


def _records(first: list[tuple[str, Any, dict, tuple]], lines: dict[tuple, int], file: str) -> Iterator[Written]:
    """Records of (kind, identifier, fields, path), and those that stand inside them."""
    waiting = [(*one, "") for one in first]
    while waiting:
        kind, id, item, path, holder = waiting.pop(0)
        if not isinstance(id, str):
            continue
        inner = next((held for held, holder in INSIDE.items() if holder == kind), "")
        inside = found if isinstance(found := item.get(inner), list) else []
        held = {inner} | ({"assessments"} if kind == "objectives" else set())
        fields = {name: value for name, value in item.items() if name not in held}
        yield Written(kind, id, file, lines[path] if path else 1, fields, len(inside), holder, lines)
        yield from _held_assessments(id, item.get("assessments"), file, lines, path) if kind == "objectives" else ()
        waiting += [(inner, _key(inner, i), i, (*path, inner, n), id) for n, i in enumerate(inside) if isinstance(i, dict)]


def _held_assessments(objective: str, written: Any, file: str, lines: dict[tuple, int], path: tuple) -> Iterator[Written]:
    """The assessments that stand inside an objective, as all did before each had a file of its own."""
    for index, item in enumerate(written if isinstance(written, list) else ()):
        if isinstance(item, dict):
            fields = {name: value for name, value in item.items() if name != "as_of"}
            yield Written("assessments", f"{objective}@{item.get('as_of')}", file, lines[*path, "assessments", index], fields)


def _lists(tree: Any) -> Iterator[tuple[str, list[dict]]]:
    for kind, items in tree.items() if isinstance(tree, dict) else ():
        if isinstance(items, list) and all(isinstance(item, dict) for item in items):
            yield kind, items


@contextmanager
def at(root: Path, revision: str | None, folders: tuple[str, ...] = COMPARED) -> Iterator[Revision]:
    """Folders of the project at a commit, or as they lie there when `revision` is None. Raises DataErrors when git cannot read the commit."""
    if revision is None:
        yield Revision("the working tree", root)
        return
    files = _files(root, revision, folders)
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield Revision(revision, Path(folder))


def _files(root: Path, revision: str, folders: tuple[str, ...]) -> dict[str, bytes]:
    """Path -> content of each file in folders at a commit, as it was committed: no setting and no attribute changes a byte."""
    blobs = {}
    for entry in _names(git.read(root, "ls-tree", "-r", "-z", git.commit(root, revision), "--", *folders)):
        head, name = entry.split("\t", 1)
        mode, _, blob = head.split()
        if mode == SYMLINK:
            raise git.failure(tell("revision.file_link_at", revision=revision), tell("revision.replace_link_file_only"), name)
        if ".." in Path(name).parts:
            raise git.failure(tell("revision.path_leads_out_project", revision=revision), tell("revision.only_files_project_are"), name)
        if mode != SUBMODULE:
            blobs[name] = blob
    contents = io.BytesIO(git.read(root, "cat-file", "--batch", stdin="".join(f"{blob}\n" for blob in blobs.values()).encode()))
    return {name: _content(root, contents) for name in blobs}


def _content(root: Path, batch: BinaryIO) -> bytes:
    """The next file of what git sends: its hash, kind and length in a line, then its bytes and a line end."""
    head = batch.readline().decode().split()
    if len(head) != 3:
        raise git.cause(root, f"fatal: {' '.join(head)}")
    content = batch.read(int(head[2]))
    batch.read(1)
    return content


def changed_files(root: Path, base: str, head: str | None) -> dict[str, str]:
    """Path -> "added", "changed" or "removed" of each file that differs between two commits, or a commit and the folder as it lies there."""
    sides = [git.commit(root, base), *([git.commit(root, head)] if head else [])]
    letter_and_path = _names(git.read(root, "diff", *PLAIN, *sides, "--"))
    acts = {"A": "added", "D": "removed"}
    found = {path: acts.get(letter, "changed") for letter, path in zip(letter_and_path[::2], letter_and_path[1::2], strict=True)}
    if head is None:
        found |= dict.fromkeys(_names(git.read(root, "ls-files", "--others", "--exclude-standard", "-z")), "added")
    return dict(sorted(found.items()))


def _names(listed: bytes) -> list[str]:
    return listed.decode(errors="replace").split("\0")[:-1]
