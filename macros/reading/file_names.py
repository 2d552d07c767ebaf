"""Where a file of one record belongs: by its path, which says no identifier, or by the fields that stand in it."""

import re
from collections.abc import Collection
from pathlib import Path

from macros.messages import tell
from macros.model.days_meant import days_meant
from macros.model.kinds import JUDGED, KINDS, OWN_FILES, Kind
from macros.model.shape import FULL_DATE, writable
from macros.similarity import fold

# What the templates of new files leave for whoever fills them in.
BLANKS = ("YYYY", "MM", "DD", "NAME", "YEAR")
# So many fields of a kind, and no fewer, tell a record from one of another kind.
MIN_FIELDS = 3
_NAME = re.compile(r"(?m)^ *(?:- )?([a-z_]+):")
_ENDINGS = re.compile(r"(\.[A-Za-z]+)+$")
# What a browser, or a system, adds to the name of a second file.
_COPY = re.compile(r"(?i)[ _-]*(\(1\)|copy|copie)$")
# A day, and the number of a second record of that day.
_NUMBERED = re.compile(r"(?P<day>\d{4}-\d\d?-\d\d?)[ ._-]+\(?0?[2-9]\)?")


def fields_in(file: Path) -> set[str]:
    """The names with which lines of a file begin."""
    return set(_NAME.findall(file.read_text("utf-8", "replace")))


def held_kind(fields: Collection[str], own: str = "", fewest: int = MIN_FIELDS) -> str:
    """The kind of record with a file of its own that these are fields of, and not of the `own` one; empty where too few are."""
    known = {kind: writable(KINDS[kind].shape).keys() & set(fields) for kind in OWN_FILES}
    best = max(known, key=lambda kind: len(known[kind]))
    return best if len(known[best] - known.get(own, set())) >= fewest else ""


def place_of(kind: str) -> str:
    """Where the records of a kind stand: data/developments/<id>.yaml."""
    folder = KINDS[kind].file
    if kind not in JUDGED:
        return tell("files.place_by_id", folder=folder)
    return tell("files.place_by_day", folder=folder, judged=tell(f"kinds.{JUDGED[kind]}"))


def belongs_at(kind: str) -> str:
    """A hint: which kind of record a file holds, and where it belongs."""
    return tell("files.belongs_at", word=tell(f"kinds.{kind}"), place=place_of(kind))


def name_meant(root: Path, name: str, file: Path) -> str:
    """A hint: what to call a file whose path says no identifier of a kind."""
    kind = KINDS[name]
    *folders, last = file.relative_to(root / "data" / kind.file).parts
    stem = _ENDINGS.sub("", last)
    by_day = "@" in kind.shape.EXAMPLE
    if blanks := [blank for blank in BLANKS if blank in stem]:
        return tell("files.replace_by_day" if by_day else "files.replace_by_words", blank="-".join(blanks), like=kind.shape.EXAMPLE)
    stem = _COPY.sub("", stem)
    of = file.with_name(f"{stem}.yaml")
    if of != file and of.is_file() and of.read_bytes() == file.read_bytes():
        return tell("files.carry_what_new_over", near=of.relative_to(root).as_posix())
    return _by_day(root, name, folders, stem) if by_day else tell("files.name_like", file=kind.file_of(_by_words(root, kind, folders, stem)))


def _by_words(root: Path, kind: Kind, folders: list[str], stem: str) -> str:
    """An identifier of words in small letters: those of the file, and where another one has them, those of its folder or a number too."""
    for words in ([stem], [stem, *folders], [stem, "2"]):
        id = "-".join(re.findall("[a-z0-9]+", fold(" ".join(words))))
        if re.fullmatch(kind.shape.ID, id) and not (root / "data" / kind.file_of(id)).exists():
            return id
    return kind.shape.EXAMPLE


def _by_day(root: Path, name: str, folders: list[str], stem: str) -> str:
    """A hint for what is called by what it judges and by a day: the next one of that day, where it has one already."""
    kind = KINDS[name]
    judged = re.search(rf"(?<![\d.]){kind.shape.ID.partition('@')[0]}(?!\.?\d)", "/".join(folders))
    numbered = _NUMBERED.fullmatch(stem)
    days = [day for day in days_meant(numbered["day"] if numbered else stem) if re.fullmatch(FULL_DATE, day)]
    if not days:
        return tell("files.name_by_day")
    if not judged:
        return tell("files.folder_of_what_it_judges", place=place_of(name))
    ids = (f"{judged[0]}@{days[0]}{number}" for number in ("", *(f".{number}" for number in range(2, 10))))
    free = next((file for id in ids if not (root / "data" / (file := kind.file_of(id))).exists()), "")
    return tell("files.name_like", file=free) if free else tell("files.name_by_day")
