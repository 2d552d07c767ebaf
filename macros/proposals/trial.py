"""What the check says of a proposal, before anything is changed: it stands in a copy of the data for a moment."""

import shutil
from dataclasses import replace
from errno import EEXIST
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.output import write_text_file
from macros.problems import DataErrors, Problem
from macros.proposals.proposal import Proposal
from macros.reading.published import Published, read_published
from macros.reading.revision import Revision
from macros.rules import check
from macros.rules.facts import read_facts


def try_out(root: Path, proposal: Proposal) -> list[Problem]:
    """The problems and notices that the data would have with a proposal in it, and do not have now. Raises OSError, DataErrors."""
    before = read_published(Revision("main", root))
    found = _found(root, proposal, before)
    known = {_without_line(problem) for problem in _problems(root, before)} if found else set()
    return [problem for problem in found if _without_line(problem) not in known]


def _found(root: Path, proposal: Proposal, before: Published) -> list[Problem]:
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / "data", copy / "data")
        put(copy, proposal)
        return _problems(copy, before)


def _problems(folder: Path, before: Published) -> list[Problem]:
    try:
        return check(replace(read_facts(folder), before=before))
    except DataErrors as errors:
        return errors.problems


def _without_line(problem: Problem) -> Problem:
    return replace(problem, line=0)


def put(root: Path, proposal: Proposal) -> Path:
    """Write a proposal where it belongs; the file. Raises FileExistsError for a new file that is there already."""
    file = root / proposal.file
    if not proposal.line:
        if file.exists():
            raise FileExistsError(EEXIST, "there is such a file already", str(file))
        write_text_file(file, proposal.text)
        return file
    lines = file.read_text("utf-8").splitlines(keepends=True)
    write_text_file(file, "".join([*lines[: proposal.line], proposal.text, *lines[proposal.line :]]))
    return file
