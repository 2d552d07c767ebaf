"""The data as it stood at a commit: every record with its fields as written, whatever the shape of records was then."""

import io
import json
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.problems import DataErrors, Problem
from macros.reading.text_file import UnreadableFile, read_text
from macros.reading.yaml_tree import read_tree

# A record of the left kind holds, in the field on the right, records of its own.
NESTED = {"areas": "objectives", "objectives": "actions"}
# Folders and files that a commit is compared by.
COMPARED = ("data", "docs", "schema")


@dataclass(frozen=True)
class Written:
    """A record as written at a commit: its file, the line it begins in, its fields, and how many records stand inside it."""

    kind: str
    id: str
    file: str
    line: int
    fields: dict[str, Any]
    inside: int = 0


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

    @property
    def files(self) -> list[str]:
        """The names of the files in data/ that hold records."""
        return sorted(file.name for file in (self.folder / "data").glob("*.yaml"))

    def read(self, name: str) -> list[Written]:
        """The records of one file of data/. Raises DataErrors."""
        return list(_records(*self.tree(name), f"data/{name}"))

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


def _records(tree: Any, lines: dict[tuple, int], file: str) -> Iterator[Written]:
    waiting = [(kind, item, (kind, index)) for kind, items in _lists(tree) for index, item in enumerate(items)]
    while waiting:
        kind, item, path = waiting.pop(0)
        # A contradiction has no identifier: it is called by its country; a link by its address.
        id = item.get("id") or item.get("country") or item.get("url")
        if not isinstance(id, str):
            continue
        inner = NESTED.get(kind, "")
        inside = held if isinstance(held := item.get(inner), list) else []
        yield Written(kind, id, file, lines[path], {name: value for name, value in item.items() if name != inner}, len(inside))
        waiting += [(inner, i, (*path, inner, n)) for n, i in enumerate(inside) if isinstance(i, dict)]


def _lists(tree: Any) -> Iterator[tuple[str, list[dict]]]:
    for kind, items in tree.items() if isinstance(tree, dict) else ():
        if isinstance(items, list) and all(isinstance(item, dict) for item in items):
            yield kind, items


@contextmanager
def at(root: Path, revision: str | None, folders: tuple[str, ...] = COMPARED) -> Iterator[Revision]:
    """Folders of the project at a commit, or as they lie there when `revision` is None. Raises DataErrors when git has no such commit."""
    if revision is None:
        yield Revision("the working tree", root)
        return
    packed = _git(root, revision, "archive", "--format=tar", commit(root, revision), "--", *_kept(root, revision, folders))
    with TemporaryDirectory() as folder:
        _unpack(packed, Path(folder), revision)
        yield Revision(revision, Path(folder))


def _unpack(packed: bytes, folder: Path, revision: str) -> None:
    """Write the files of an archive that git made; git keeps no name that leads out of the project. Raises DataErrors for a link."""
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            if member.issym():
                hint = "replace the link by a file: only files of the project are read"
                raise DataErrors([Problem(member.name, 1, "", f"the file is a link at {revision}", hint)])
            if content := archive.extractfile(member):
                file = folder / member.name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content.read())


def commit(root: Path, revision: str) -> str:
    """The full hash of a commit. Raises DataErrors when git has no such commit."""
    return _git(root, revision, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()


def changed_files(root: Path, base: str, head: str | None) -> dict[str, str]:
    """Path -> "added", "changed" or "removed" of each file that differs between two commits, or a commit and the folder as it lies there."""
    sides = [commit(root, base), *([commit(root, head)] if head else [])]
    letter_and_path = _names(_git(root, base, "diff", "--name-status", "--no-renames", "--relative", "-z", *sides, "--"))
    acts = {"A": "added", "D": "removed"}
    found = {path: acts.get(letter, "changed") for letter, path in zip(letter_and_path[::2], letter_and_path[1::2], strict=True)}
    if head is None:
        found |= dict.fromkeys(_names(_git(root, base, "ls-files", "--others", "--exclude-standard", "-z")), "added")
    return dict(sorted(found.items()))


def _names(listed: bytes) -> list[str]:
    return listed.decode(errors="replace").split("\0")[:-1]


def _kept(root: Path, revision: str, folders: tuple[str, ...]) -> list[str]:
    """Those of the folders that a commit holds: git refuses to pack a folder that is not there."""
    there = _git(root, revision, "ls-tree", "--name-only", commit(root, revision)).decode().split("\n")
    return [name for name in folders if name in there]


def _git(root: Path, revision: str, *words: str) -> bytes:
    try:
        return subprocess.run(["git", *words], cwd=root, capture_output=True, check=True).stdout
    except FileNotFoundError:
        raise DataErrors([Problem("git", 1, "", "git is not installed", "install git: commits are read with it")]) from None
    except subprocess.CalledProcessError:
        hint = "write a branch, a tag or a hash; in a shallow clone, fetch it first: git fetch --unshallow"
        raise DataErrors([Problem(revision, 1, "", f"git knows no commit '{revision}' here", hint)]) from None
