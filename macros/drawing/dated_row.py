"""A row of the timeline."""

from dataclasses import dataclass

from macros.drawing.charts.timeline import DateMark


@dataclass(frozen=True)
class Row:
    """A dated thing: its record, what happened, when, why its mark is hollow, its marks; its areas, what it belongs to, its state and its proof.

    `group` names its area or its kind; `state` is empty for all but acts of the report.
    """

    kind: str
    id: str
    title: str
    when: str
    hollow: str
    marks: tuple[DateMark, ...]
    areas: tuple[str, ...]
    group: str
    state: str
    proof: str
