"""Which records differ between two revisions. A file whose bytes are the same in both is not read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from macros.messages import tell
from macros.model.kinds import JUDGED, KINDS, TypedId, has_identifiers, typed_id
from macros.problems import DataErrors, Problem
from macros.reading.revision import Revision, Written

# Kind and identifier -> record.
Records = dict[tuple[str, str], Written]


@dataclass(frozen=True)
class Change:
    """A record before and after; one of the two is None where it was added or removed."""

    kind: str
    id: str
    before: Written | None
    after: Written | None

    @property
    def written(self) -> Written:
        """The record as it stands, or as it last stood."""
        return next(side for side in (self.after, self.before) if side)

    @property
    def old(self) -> dict[str, Any]:
        return self.before.fields if self.before else {}

    @property
    def new(self) -> dict[str, Any]:
        return self.after.fields if self.after else {}

    @property
    def emptied(self) -> bool:
        """Whether a record that held others holds none any more, or the reverse: that alone may move the status of an objective."""
        return bool(self.before and self.after and bool(self.before.inside) != bool(self.after.inside))

    @property
    def act(self) -> str:
        return "Changed" if self.before and self.after else "Added" if self.after else "Removed"


@dataclass
class Comparison:
    """The records that differ; the files whose records do not, with what differs there; and the files that cannot be read in one of the two."""

    changes: list[Change] = field(default_factory=list)
    untold: dict[str, str] = field(default_factory=dict)
    unreadable: list[Problem] = field(default_factory=list)
    moved: dict[str, Written] = field(default_factory=dict)
    # Records that stand elsewhere, and in what they stood and stand: the record that holds them, or their file.
    relocated: list[tuple[tuple[str, str], str, str]] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Change]:
        """The changes of some kinds."""
        return [change for change in self.changes if change.kind in kinds]

    def vanished(self) -> list[Change]:
        """The records that are gone although no record of data/moved.yaml says where to."""
        return [change for change in self.gone() if typed_id(change.kind, change.id) not in self.moved]

    def gone(self) -> list[Change]:
        """The records that are gone and whose identifier others may link to."""
        return [change for change in self.changes if not change.after and has_identifiers(change.kind)]

    def come(self) -> list[Change]:
        """The records that are new and whose identifier others may link to."""
        return [change for change in self.changes if not change.before and has_identifiers(change.kind)]


def compare(before: Revision, after: Revision) -> Comparison:
    """What differs between two revisions in the files of data/ that hold records."""
    found = Comparison(moved=_moves(after))
    old: Records = {}
    new: Records = {}
    for name in sorted({*before.files, *after.files}):
        if _bytes(before, name) == _bytes(after, name):
            continue
        was, now = _read(before, name, found.unreadable), _read(after, name, found.unreadable)
        if was is None or now is None:
            continue
        old |= was
        new |= now
        if _fields(was) == _fields(now):
            found.untold[f"data/{name}"] = _difference_around(before, after, name)
    found.relocated = list(_relocated(old, new))
    changes = (Change(*key, old.get(key), new.get(key)) for key in {**new, **old})
    different = [change for change in changes if change.old != change.new or change.emptied]
    place = {kind: index for index, kind in enumerate(KINDS)}
    found.changes = sorted(different, key=lambda change: place.get(change.kind, len(KINDS)))
    return found


def _difference_around(before: Revision, after: Revision, name: str) -> str:
    """What differs in a file whose records do not."""
    same = name in before.files and name in after.files and before.tree(name)[0] == after.tree(name)[0]
    return tell("diff.layout_only" if same else "diff.order_only")


def _relocated(old: Records, new: Records) -> Iterator[tuple[tuple[str, str], str, str]]:
    """The records of both sides that stand in another one, in another file or, by as few moves as explain it, in another order."""
    both = [key for key in new if key in old and key[0] not in JUDGED]
    yield from ((key, old[key].around, new[key].around) for key in both if old[key].around != new[key].around)
    staying = [key for key in both if old[key].around == new[key].around]
    kept: dict[tuple[str, str], None] = {}
    was = [key for key in old if key in set(staying)]
    for block in SequenceMatcher(None, was, staying, autojunk=False).get_matching_blocks() if was != staying else ():
        kept |= dict.fromkeys(staying[block.b : block.b + block.size])
    if was != staying:
        yield from ((key, new[key].around, new[key].around) for key in staying if key not in kept)


def targets(move: Written) -> list[TypedId]:
    """Where a move leads, as its file says it."""
    to = move.fields.get("to", "")
    return [TypedId(str(one)) for one in (to if isinstance(to, list) else [to])]


def _moves(revision: Revision) -> dict[str, Written]:
    """Old identifier -> its move; none where the file cannot be read, which is said elsewhere."""
    return {id: record for (_, id), record in (_read(revision, "moved.yaml", []) or {}).items()}


def _bytes(revision: Revision, name: str) -> bytes | None:
    file = revision.folder / "data" / name
    return file.read_bytes() if file.exists() else None


def _read(revision: Revision, name: str, unreadable: list[Problem]) -> Records | None:
    """The records of a file; none where it is missing, None where it cannot be read."""
    if name not in revision.files:
        return {}
    try:
        records = revision.read(name)
    except DataErrors as errors:
        unreadable += errors.problems
        return None
    read: Records = {}
    for record in records:
        # Contradictions share the name of their country; any other repeated identifier is a fault, which must not hide the record.
        name, number = record.id, 1
        while (record.kind, name) in read:
            number += 1
            name = f"{record.id} ({number})"
        read[record.kind, name] = record
    return read


def _fields(records: Records) -> dict[tuple[str, str], dict]:
    return {key: record.fields for key, record in records.items()}
