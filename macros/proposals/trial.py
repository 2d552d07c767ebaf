"""What the check says of a proposal, before anything is changed: it stands in a copy of the data for a moment."""

import shutil
from dataclasses import replace
from errno import EEXIST
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.output import write_text_file
from macros.problems import DataErrors, Problem
from macros.proposals.records import Proposal
from macros.reading.load import load
from macros.reading.published import Published, read_published
from macros.reading.revision import Revision
from macros.rules import check
from macros.rules.facts import read_facts


def try_out(root: Path, proposal: Proposal, completed: Proposal | None = None) -> list[Problem]:
    """The problems and notices that the data would have with a proposal in it, and do not have now. Raises OSError, DataErrors.

    `completed` is the same one with words for each language that it lacks, a line each: without them nothing else could be said of it.
    """
    before = read_published(Revision("main", root))
    found = _found(root, proposal, before)
    if found and completed and completed != proposal:
        further = [_at_its_line(problem, proposal, completed) for problem in _found(root, completed, before)]
        found += [problem for problem in further if _without_line(problem) not in map(_without_line, found)]
    known = {_without_line(problem) for problem in _problems(root, before)} if found else set()
    return [problem for problem in found if _without_line(problem) not in known]


def _found(root: Path, proposal: Proposal, before: Published) -> list[Problem]:
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / "data", copy / "data")
        put(copy, proposal)
        return _problems(copy, before)


def _at_its_line(problem: Problem, proposal: Proposal, completed: Proposal) -> Problem:
    """A problem of a completed proposal, at the line that it has without the words that were added."""
    if problem.file != proposal.file:
        return problem
    own, line = proposal.text.splitlines(), problem.line - proposal.line
    added = sum(row not in own for row in completed.text.splitlines()[: max(line, 0)])
    return replace(problem, line=max(problem.line - added, 1))


def _problems(folder: Path, before: Published) -> list[Problem]:
    try:
        return check(replace(read_facts(folder, load(folder)), before=before))
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
