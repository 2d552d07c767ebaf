"""Records that changed, by kind: a line for each, and below it a line for each thing in it; long lists are cut, never silently."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from macros.changes.account import Account
from macros.changes.assessments import Told
from macros.changes.compare import Change, Comparison
from macros.changes.markdown import Inert
from macros.changes.names import Names, kind_name
from macros.changes.prose import shown
from macros.model.kinds import KINDS, VocabularyFile
from macros.model.records import objective_of

# So many records of a section are told in full, with so many lines each; so many names, files or pages stand in a list.
MOST_TOLD, MOST_LINES, MOST_NAMES = 30, 40, 60
# So many letters of a record's title are shown.
TITLE = 120
SECTIONS = {name.replace("_", "-").capitalize(): (name,) for name in KINDS} | {"Vocabulary": tuple(VocabularyFile.model_fields)}
OTHER = "Other records"


def by_section(comparison: Comparison) -> dict[str, list[Change]]:
    """Title of a section -> its changes; kinds that this version does not know stand together at the end."""
    known = {kind: title for title, kinds in SECTIONS.items() for kind in kinds}
    found: dict[str, list[Change]] = {title: [] for title in (*SECTIONS, OTHER)}
    for change in comparison.changes:
        found[known.get(change.kind, OTHER)].append(change)
    return {title: changes for title, changes in found.items() if changes}


def counts(comparison: Comparison, statuses: int) -> Inert:
    """How many statuses moved, and a table: how many records of each section were added, changed and removed."""
    moved = {0: "No status moved.", 1: "**1 status moved or was assessed again.**"}.get(
        statuses, f"**{statuses} statuses moved or were assessed again.**"
    )
    rows = [Inert(moved), Inert(""), Inert("| | added | changed | removed |"), Inert("|---|---|---|---|")]
    for title, changes in by_section(comparison).items():
        numbers = Counter(change.act for change in changes)
        rows.append(Inert("| {} | {} | {} | {} |").format(title, *(numbers[act] or "" for act in ("Added", "Changed", "Removed"))))
    return Inert("\n").join(rows)


def told(changes: list[Change], names: Names) -> Iterator[Inert]:
    """Which records differ, and below each what differs in it: the first ones; the rest are counted."""
    differ = [change for change in changes if _own(change.old) != _own(change.new)]
    yield from bullets(_told(change, names) for change in differ[:MOST_TOLD])
    if len(differ) > MOST_TOLD:
        yield Inert("- … and {} more records, which are not told here").format(len(differ) - MOST_TOLD)


def _told(change: Change, names: Names) -> Told:
    account = Account(names, change.kind, str(change.new.get("unit", change.old.get("unit", ""))))
    old, new = _own(change.old), _own(change.new)
    return _headline(change, names), account.differences(old, new) if change.before and change.after else account.everything(new or old)


def _own(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name != "id"}


def _headline(change: Change, names: Names) -> Inert:
    """Which record; what is new or gone says below what it is called, so an action is told with its objective instead."""
    title = names.title(change.kind, change.id)
    if change.act != "Changed":
        objective = objective_of(change.id) if change.kind == "actions" else ""
        title = f"under {objective} {names.title('objectives', objective)}" if objective else ""
    what = change.id if change.id[:1].isdigit() or change.kind == "findings" else f"{kind_name(change.kind)} {change.id}"
    said = Inert(" ").join(filter(None, [Inert("**{}: {}**").format(change.act, what), shown(title, TITLE)]))
    return Inert("{} ({}, line {})").format(said, change.written.file, change.written.line)


def bullets(items: Iterable[Told]) -> Iterator[Inert]:
    """Headlines with their lines below; of the first items only, where they are very many."""
    for index, (headline, lines) in enumerate(items):
        yield Inert("- {}").format(headline)
        if index < MOST_TOLD:
            below = list(islice(lines, MOST_LINES + 1))
            yield from (Inert("  - {}").format(line) for line in below[:MOST_LINES])
            if len(below) > MOST_LINES:
                yield Inert("  - … and more, which is not told here")


def first(lines: list[Inert], what: str) -> list[Inert]:
    """The first lines of a list, and how many more there are."""
    more = [Inert("- … and {} more {}").format(len(lines) - MOST_NAMES, what)] if len(lines) > MOST_NAMES else []
    return [*lines[:MOST_NAMES], *more]


def listed(names: list[Inert]) -> Inert:
    """Names in one line, cut where there are very many."""
    more = Inert(" and {} more").format(len(names) - MOST_NAMES) if len(names) > MOST_NAMES else Inert("")
    return Inert(", ").join(names[:MOST_NAMES]) + more
