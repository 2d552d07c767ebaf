"""What changed between two revisions of the project, in words, as Markdown for a reviewer."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from macros.changes.handwritten import PLACES
from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.plan import Plan
from macros.problems import ERROR, DataErrors, Problem
from macros.reading.git import commit
from macros.reading.revision import Revision, at, changed_files

# What of a commit is read; of the others only the names of files that changed are told.
FOLDERS = ("data", "schema", *PLACES)
# The summary of a workflow step holds 1 MiB, and the account in each language.
MAX_BYTES = 1_000_000 // len(LANGUAGES)


def diff(root: Path, base: str, head: str | None = None) -> str:
    """What changed from a commit to another, or to the folder as it is; empty where nothing did. Raises DataErrors for an unknown commit."""
    files = changed_files(root, base, head)
    if not files:
        return ""
    from macros.changes.compare import compare
    from macros.changes.summary import Summary

    with at(root, base, FOLDERS) as before, at(root, head, FOLDERS) as after:
        plan, problems = _plan(before, after.folder)
        named = [tell("diff.commit", commit=commit(root, side)[:12]) if side else tell("diff.working_tree") for side in (base, head)]
        summary = Summary(before, after, named, files, compare(before, after), plan, problems)
        parts = [*summary.opening(), *(part for title, lines in summary.sections() if lines for part in (f"## {title}", "\n".join(lines)))]
    if any("<del>" in part or "<ins>" in part for part in parts):
        parts.insert(1, tell("diff.legend"))
    return _cut("\n\n".join(parts))


def changed_pages(root: Path, base: str) -> list[str]:
    """The addresses of the pages of records that changed since a commit, then of records around them. Raises DataErrors."""
    from macros.changes.compare import compare
    from macros.changes.pages import pages
    from macros.reading.load import load

    with at(root, base, FOLDERS) as before, at(root, None) as after:
        found = pages(compare(before, after).changes, load(root))
    return [*found.own, *found.near]


def _plan(before: Revision, folder: Path) -> tuple[Plan | None, list[Problem]]:
    """The plan of a folder, or None where its data cannot be read; and every error in it, beside what was published before."""
    from macros.reading.published import read_published
    from macros.rules import errors
    from macros.rules.facts import read_facts

    published = None
    with suppress(DataErrors):
        published = read_published(before)
    try:
        facts = read_facts(folder)
    except DataErrors as unread:
        return None, [problem for problem in unread.problems if problem.level == ERROR]
    return facts.plan, errors(replace(facts, before=published if before.files else None))


def _cut(text: str) -> str:
    """A text of at most MAX_BYTES bytes, cut between lines."""
    if len(whole := text.encode()) <= MAX_BYTES:
        return text
    notice = tell("diff.cut")
    return whole[: MAX_BYTES - len(notice.encode()) - 10].decode(errors="ignore").rpartition("\n")[0] + f"\n\n{notice}"
