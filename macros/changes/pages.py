"""The pages that a reviewer should look at."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.changes.compare import Change
from macros.model import addresses as links
from macros.model.kinds import NAMED, kind_of
from macros.model.plan import Plan
from macros.model.shape import Record, Ref, uses_in


@dataclass(frozen=True)
class Pages:
    """Addresses below a language's root: pages of the changed records, of records around them, and those that are gone."""

    own: list[str]
    near: list[str]
    gone: list[str]


def pages(changes: list[Change], plan: Plan | None) -> Pages:
    """The pages of changed records; of records that they refer to or that refer to them, where the data after the change can be read."""
    own = _each(_page(change.kind, change.id) for change in changes if change.after)
    near = _each(_page(kind_of(record), record.id) for change in changes if change.after and plan for record in _around(change, plan))
    removed = _each(_page(change.kind, change.id) for change in changes if not change.after and change.kind in links.RECORD_PAGES)
    return Pages(own, [page for page in near if page not in own], [page for page in removed if page not in own])


def _each(pages: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(page for page in pages if page))


def _page(kind: str, id: str) -> str:
    """The address of the page on which a record stands; empty where it has none."""
    return links.place(kind, id).partition("#")[0]


def _around(change: Change, plan: Plan) -> Iterable[Record]:
    record = plan.of(change.kind).get(change.id) if change.kind in NAMED else None
    if record is None:
        return
    yield from (use.record for use in plan.references.get((change.kind, change.id), []))
    for use in uses_in(record):
        for kind in use.mark.kinds if isinstance(use.mark, Ref) else ():
            if use.value in plan.of(kind):
                yield plan.of(kind)[use.value]
