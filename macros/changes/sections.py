"""Records that changed, by kind: a line for each, and below it a line for each thing in it; long lists are cut, never silently."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from macros.changes.account import RecordDiff
from macros.changes.assessments import Bullet
from macros.changes.compare import Change, Comparison
from macros.changes.markdown import SafeText, phrase
from macros.changes.names import Names, kind_name
from macros.changes.proof import proof
from macros.changes.prose import shown
from macros.messages import tell
from macros.model.kinds import KINDS, VocabularyFile
from macros.model.records import objective_of

# So many records of a section are told in full, with so many lines each; so many names, files or pages stand in a list.
MAX_RECORDS, MAX_LINES, MAX_NAMES = 30, 40, 60
# So many letters of a record's title are shown.
TITLE = 120
SECTIONS = {name: (name,) for name in KINDS} | {"vocabulary": tuple(VocabularyFile.model_fields)}
OTHER = "other"


def by_section(comparison: Comparison) -> dict[str, list[Change]]:
    """Name of a section -> its changes; kinds that this version does not know stand together at the end."""
    known = {kind: title for title, kinds in SECTIONS.items() for kind in kinds}
    found: dict[str, list[Change]] = {title: [] for title in (*SECTIONS, OTHER)}
    for change in comparison.changes:
        found[known.get(change.kind, OTHER)].append(change)
    return {title: changes for title, changes in found.items() if changes}


def counts(comparison: Comparison, statuses: int) -> SafeText:
    """How many statuses moved, and a table: how many records of each section were added, changed and removed."""
    moved = phrase("diff.statuses_none" if not statuses else "diff.statuses_one" if statuses == 1 else "diff.statuses_other", statuses)
    rows = [moved, SafeText(""), phrase("diff.table"), SafeText("|---|---|---|---|")]
    for title, changes in by_section(comparison).items():
        numbers = Counter(change.act for change in changes)
        told = (numbers[act] or "" for act in ("Added", "Changed", "Removed"))
        rows.append(SafeText("| {} | {} | {} | {} |").format(phrase(f"diff_sections.{title}"), *told))
    return SafeText("\n").join(rows)


def record_bullets(changes: list[Change], names: Names) -> Iterator[SafeText]:
    """Which records differ, and below each what differs in it: the first ones; the rest are counted."""
    differ = [change for change in changes if _own(change.old) != _own(change.new)]
    yield from bullets(_record_bullet(change, names) for change in differ[:MAX_RECORDS])
    if len(differ) > MAX_RECORDS:
        yield phrase("diff.more_records", len(differ) - MAX_RECORDS)


def _record_bullet(change: Change, names: Names) -> Bullet:
    account = RecordDiff(names, change.kind, str(change.new.get("unit", change.old.get("unit", ""))))
    old, new = _own(change.old), _own(change.new)
    lines = account.differences(old, new) if change.before and change.after else account.everything(new or old)
    return _headline(change, names), chain(proof(old, new, names), lines)


def _own(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name != "id"}


def _headline(change: Change, names: Names) -> SafeText:
    """Which record; what is new or gone says below what it is called, so an action is told with its objective instead."""
    title = names.title(change.kind, change.id)
    if change.act != "Changed":
        objective = objective_of(change.id) if change.kind == "actions" else ""
        title = tell("diff.under", id=objective, title=names.title("objectives", objective)) if objective else ""
    what = change.id if change.id[:1].isdigit() or change.kind == "findings" else f"{kind_name(change.kind)} {change.id}"
    said = SafeText(" ").join(filter(None, [SafeText("**{}**").format(phrase(f"diff.act_{change.act.lower()}", what)), shown(title, TITLE)]))
    return phrase("diff.at_line", said, change.written.file, change.written.line)


def bullets(items: Iterable[Bullet]) -> Iterator[SafeText]:
    """Headlines with their lines below; of the first items only, where they are very many."""
    for index, (headline, lines) in enumerate(items):
        yield SafeText("- {}").format(headline)
        if index < MAX_RECORDS:
            below = list(islice(lines, MAX_LINES + 1))
            yield from (SafeText("  - {}").format(line) for line in below[:MAX_LINES])
            if len(below) > MAX_LINES:
                yield phrase("diff.more_lines")


def first_lines(lines: list[SafeText], what: str) -> list[SafeText]:
    """The first lines of a list, and how many more there are."""
    more = [phrase(f"diff.more_{what}", len(lines) - MAX_NAMES)] if len(lines) > MAX_NAMES else []
    return [*lines[:MAX_NAMES], *more]


def name_list(names: list[SafeText]) -> SafeText:
    """Names in one line, cut where there are very many."""
    more = phrase("diff.more_names", len(names) - MAX_NAMES) if len(names) > MAX_NAMES else SafeText("")
    return SafeText(", ").join(names[:MAX_NAMES]) + more
