"""What changed between two revisions of the project, in words, as Markdown for a reviewer."""

from pathlib import Path

from macros.model.plan import Plan
from macros.problems import DataErrors, count
from macros.reading.git import commit
from macros.reading.revision import at, changed_files

# What of a commit is read; of the other folders only the names of files that changed are told.
FOLDERS = ("data", "schema")
# The summary of a workflow step holds 1 MiB.
MAX_BYTES = 1_000_000
CUT_NOTICE = (
    "**This account is cut here, because a summary cannot be longer.** For the rest, compare fewer commits: `python -m macros diff BASE HEAD`."
)
LEGEND = "<del>Struck through</del>: words that are gone. <ins>Underlined</ins>: words that are new. …: words that stayed."


def diff(root: Path, base: str, head: str | None = None) -> str:
    """What changed from a commit to another, or to the folder as it is; empty where nothing did. Raises DataErrors for an unknown commit."""
    files = changed_files(root, base, head)
    if not files:
        return ""
    from macros.changes.compare import compare
    from macros.changes.summary import Summary

    with at(root, base, FOLDERS) as before, at(root, head, FOLDERS) as after:
        plan, problems = _plan(after.folder)
        named = [f"commit {commit(root, side)[:12]}" if side else "the working tree" for side in (base, head)]
        summary = Summary(before, after, named, files, compare(before, after), plan, problems)
        parts = [*summary.opening(), *(part for title, lines in summary.sections() if lines for part in (f"## {title}", "\n".join(lines)))]
    if any("<del>" in part or "<ins>" in part for part in parts):
        parts.insert(1, LEGEND)
    return _cut("\n\n".join(parts))


def _plan(folder: Path) -> tuple[Plan | None, int]:
    """The plan of a folder, or None where its data cannot be read; and the number of its problems."""
    from macros.reading.load import load
    from macros.rules import check
    from macros.rules.facts import read_facts

    plan = None
    try:
        check(read_facts(folder, plan := load(folder)))
    except DataErrors as errors:
        return plan, count(errors.problems)[0]
    return plan, 0


def _cut(text: str) -> str:
    """A text of at most MAX_BYTES bytes, cut between lines."""
    if len(whole := text.encode()) <= MAX_BYTES:
        return text
    return whole[: MAX_BYTES - len(CUT_NOTICE) - 10].decode(errors="ignore").rpartition("\n")[0] + f"\n\n{CUT_NOTICE}"
