"""How much of a source the site reproduces: in quotations, each at its place, and in titles."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.evidence.quotations import Fingerprint, pieces
from macros.model.plan import Plan
from macros.model.records import REPORT, Area, Objective, Section
from macros.model.values import Evidence


@dataclass(frozen=True)
class Reproduced:
    """So many words of a source, and all that it has."""

    words: int
    total: int

    @property
    def percent(self) -> int:
        return round(100 * self.words / self.total) if self.total else 0


def reproduced(plan: Plan, source: Fingerprint) -> Reproduced:
    """The words of a source that a quotation or an official title repeats, each place counted once."""
    found = {(locator, word) for locator, words in _repeated(plan, source) for word in words}
    return Reproduced(len(found), sum(map(source.size, source.units)))


def officially_titled(plan: Plan) -> list[Area | Objective | Section]:
    """The records whose title, in the language of the report, is the printed one."""
    return [*plan.areas.values(), *plan.objectives.values(), *(section for section in plan.sections.values() if section.official)]


def _repeated(plan: Plan, source: Fingerprint) -> Iterator[tuple[str, range]]:
    """Locator, and places of words there."""
    for record in plan.records():
        for _, shape in record.shapes:
            if isinstance(shape, Evidence) and shape.source == source.source and shape.locator in source.units:
                yield from ((shape.locator, words) for words in source.places(pieces(shape.quotation), shape.locator))
    if source.source == REPORT:
        yield from ((title, range(source.size(title))) for record in officially_titled(plan) if (title := f"{record.id} title") in source.units)
