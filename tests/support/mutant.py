"""A mutated data file: what was written in it before and after, and which records were touched."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from macros.reading.text_file import UnreadableFile
from macros.reading.yaml_tree import read_tree

# A record of the left kind holds, in the field on the right, records of its own.
NESTED = ("objectives", "actions")


@dataclass(frozen=True)
class Line:
    """A line of a file and the path of the innermost record in which it stands; of a wording, its group of texts."""

    text: str
    owner: tuple


def lines_of(name: str, text: str) -> list[Line]:
    """The lines of a file with their owners. A file of fingerprints, or of an assessment, is one record."""
    rows = text.split("\n")
    if name.startswith(("fingerprints/", "assessments/")):
        return [Line(row, ()) for row in rows]
    starts = {number: path for path, number in sorted(read_tree(text)[1].items(), key=lambda item: len(item[0]))}
    found, owner = [], ()
    for number, row in enumerate(rows, 1):
        owner = _owner(starts[number]) if number in starts else owner
        found.append(Line(row, owner))
    return found


def _owner(path: tuple) -> tuple:
    """The path of the record around a path: records stand in the lists at the root, objectives and actions inside each other."""
    if len(path) < 2 or not isinstance(path[1], int):
        return path[:1]
    end = 2
    while len(path) > end + 1 and path[end] in NESTED:
        end += 2
    return path[:end]


@dataclass(frozen=True)
class Mutant:
    """A file before and after; `touched` are the owners of what was mutated. Lines keep their owner wherever they go."""

    before: list[Line]
    after: list[Line]
    touched: frozenset[tuple]
    content: bytes = field(default=b"", repr=False)

    @property
    def written(self) -> bytes:
        """The file as it is read."""
        return self.content or "\n".join(line.text for line in self.after).encode("utf-8", "surrogatepass")

    @cached_property
    def lost(self) -> frozenset[tuple]:
        """The records of which nothing is left."""
        return self.touched - {line.owner for line in self.after if line.text.strip()}

    @cached_property
    def spots(self) -> frozenset[tuple]:
        """The records in which a message may stand: those that were touched and, where nothing is left of one, the ones beside it."""
        beside = set()
        for one, other in zip([None, *self.before], [*self.before, None], strict=True):
            if one and other and (one.owner in self.lost) != (other.owner in self.lost):
                beside |= {one.owner, other.owner}
        return self.touched | beside

    @cached_property
    def ids(self) -> frozenset[str]:
        """The identifiers of the touched records, as they were and as they are, and the names of touched lists."""
        found = (re.match(r"\s*(?:- )?\{?id: *[\"']?([^\"',}\s]+)", text) for text in self.texts)
        return frozenset(id[1] for id in found if id) | {path[0] for path in self.touched if len(path) == 1}

    @cached_property
    def texts(self) -> list[str]:
        """What the touched records said and say."""
        return [line.text for line in (*self.before, *self.after) if line.owner in self.touched]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word in the touched records: the identifiers that they write are among them."""
        return words(self.texts)


def words(texts: Iterable[str]) -> frozenset[str]:
    """The words of texts; an identifier is one word."""
    return frozenset(word for text in texts for word in re.findall(r"[\w][\w.-]*", text))


def replaced(lines: list[Line], first: int, last: int, new: Iterable[str], *others: int) -> Mutant:
    """The lines from first up to last replaced by new ones, which belong to the record of the first; others were touched too."""
    owner = lines[min(first, len(lines) - 1)].owner
    rows = [Line(row, owner) for text in new for row in text.split("\n")]
    touched = {line.owner for line in lines[first : max(last, first + 1)]} | {lines[other].owner for other in others}
    return Mutant(lines, [*lines[:first], *rows, *lines[last:]], frozenset(touched))


def is_readable(name: str, text: str) -> bool:
    """Whether a file can be mutated once more."""
    try:
        return bool(lines_of(name, text))
    except UnreadableFile:
        return False
