"""What rules look at. All of it is read before: no rule opens a file."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from inspect import signature
from pathlib import Path

from macros.evidence.quotations import Fingerprint, read_fingerprints
from macros.model.kinds import FILES, KINDS, OWN_FILES
from macros.model.plan import Plan
from macros.problems import DataErrors, Problem
from macros.reading.file_names import fields_in, held_kind
from macros.reading.load import load
from macros.reading.published import Published
from macros.reading.settings import Settings, read_settings
from macros.reading.site_texts import Texts, read_site_texts
from macros.reading.text_file import is_passing

# Folders whose files are named after records and languages.
WITH_NAMES = (*(f"data/{KINDS[kind].file}" for kind in OWN_FILES), "data/wording/", "data/fingerprints/")


@dataclass(frozen=True)
class RequestedText:
    """A text that a template or the program asks for by its key, and where."""

    key: str
    file: str
    line: int


@dataclass(frozen=True)
class Facts:
    """A rule names those that it looks at as its arguments.

    `wordings` are those that can be read, by language; `documents` the pages in docs/, by path; `unreadable` names the others,
    and what the files of the plan lack.
    `others` are the files in docs/ and remarks/ that are no page, and those in folders of records that do not lie in data/. `lengths` are the lines
    of each file in data/, 0 where it is empty; `held` says of those that have the name of no file which kind of record their fields are of.
    `speakers` is data/wording/speakers.yaml, where it is there.
    `requested` are the texts that pages ask for; `macros` the calls that a page may make: macro -> the kind of record that its argument names,
    empty where it takes none. `anchors` are those that the template of a page writes beside its records: macro -> pattern.
    `settings` are those of the sites that can be read, `citation` is CITATION.cff, empty where it is not there.
    `before` is what was published, where a commit is compared with, and `committed` the day of the newest commit there, empty where none is known.
    """

    plan: Plan
    fingerprints: Mapping[str, Fingerprint]
    wordings: Mapping[str, Texts]
    documents: Mapping[str, str]
    unreadable: tuple[Problem, ...] = ()
    lengths: Mapping[str, int] = field(default_factory=dict)
    held: Mapping[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    speakers: Texts | None = None
    requested: tuple[RequestedText, ...] = ()
    macros: Mapping[str, str] = field(default_factory=dict)
    anchors: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    settings: tuple[Settings, ...] = ()
    citation: str = ""
    before: Published | None = None
    committed: str = ""


def read_facts(root: Path, plan: Plan | None = None) -> Facts:
    """The facts of a project folder, but for what templates ask; with a plan that is at hand, or its own. Raises DataErrors."""
    texts = read_site_texts(root)
    settings, unset = read_settings(root)
    told: list[Problem] = []
    try:
        known = plan or load(root, told), read_fingerprints(root / "data"), texts.wordings, texts.documents
        faults = (*told, *texts.problems, *unset)
        lengths = _lengths(root)
        return Facts(*known, faults, lengths, _held(root, lengths), texts.others, texts.speakers, settings=tuple(settings), citation=_citation(root))
    except DataErrors as errors:
        raise DataErrors([*errors.problems, *told, *texts.problems, *unset]) from None


def _citation(root: Path) -> str:
    file = root / "CITATION.cff"
    return file.read_text("utf-8", errors="replace") if file.is_file() else ""


def _lengths(root: Path) -> dict[str, int]:
    files = ((file, file.read_bytes()) for file in (root / "data").rglob("*") if file.is_file() and not is_passing(file))
    return {file.relative_to(root).as_posix(): max(content.count(b"\n"), 1) if content.strip() else 0 for file, content in files}


def _held(root: Path, lengths: Mapping[str, int]) -> dict[str, str]:
    unnamed = (name for name in lengths if name.removeprefix("data/") not in FILES and not name.startswith(WITH_NAMES))
    return {name: held_kind(fields_in(root / name), fewest=1) for name in unnamed}


# A statement that must hold: a function of some facts to the problems where it does not.
Rule = Callable[..., Iterator[Problem]]


def problems_of(rule: Rule, facts: Facts) -> Iterator[Problem]:
    """The problems that a rule finds."""
    yield from rule(*(getattr(facts, name) for name in _arguments(rule)))


@cache
def _arguments(rule: Rule) -> tuple[str, ...]:
    return tuple(signature(rule).parameters)
