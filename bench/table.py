"""The table of what is measured: target, last recorded figure, figure of now, and a mark where a target is missed or something got worse."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

RECORDED = Path(__file__).with_name("recorded.yaml")
HEAD = "# What `make bench RECORD=yes` measured last; written by it. The yardstick tells the machines of two records apart.\n"
# What counts as worse: a tenth is the noise of a machine.
NOISE = 0.1


@dataclass(frozen=True)
class Row:
    """A figure: what it is of, its unit, what it is to be at most (or at least, where more is better). No target: it is told for comparison."""

    what: str
    unit: str = ""
    target: float | None = None
    more: bool = False

    def misses(self, figure: float) -> bool:
        """Whether a figure misses the target."""
        return self.target is not None and (figure < self.target if self.more else figure > self.target)

    def is_worse(self, figure: float, recorded: float | None) -> bool:
        """Whether a figure is more than a tenth worse than the recorded one."""
        if recorded is None:
            return False
        return figure < recorded * (1 - NOISE) if self.more else figure > recorded * (1 + NOISE)


def read(file: Path = RECORDED) -> dict[str, float]:
    """Key -> recorded figure; none where nothing was recorded."""
    return yaml.safe_load(file.read_text("utf-8")) or {} if file.exists() else {}


def write(figures: Mapping[str, float], rows: Mapping[str, Row], file: Path = RECORDED) -> None:
    """Record figures in the order of the rows; what was not measured now stays, what has no row any more goes."""
    kept = {**read(file), **figures}
    lines = [f"{key}: {shown(kept[key])}\n" for key in rows if key in kept]
    file.write_text(HEAD + "".join(lines), "utf-8")


def table(figures: Mapping[str, float], rows: Mapping[str, Row], recorded: Mapping[str, float]) -> str:
    """The table of the figures that were measured."""
    lines: list[tuple[str, ...]] = [("what", "target", "recorded", "now", "")]
    lines += [_line(rows[key], figures[key], recorded.get(key)) for key in rows if key in figures]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(_aligned(line, widths) for line in lines)


def _line(row: Row, figure: float, recorded: float | None) -> tuple[str, ...]:
    target = "" if row.target is None else f"{'≥' if row.more else '≤'} {row.target:g}"
    marks = ", ".join(_marks(row, figure, recorded))
    return row.what, target, "" if recorded is None else shown(recorded), f"{shown(figure)} {row.unit}".rstrip(), marks


def _marks(row: Row, figure: float, recorded: float | None) -> Iterator[str]:
    if row.misses(figure):
        yield "MISSED"
    if recorded is not None and row.is_worse(figure, recorded):
        yield f"WORSE by {abs(figure / recorded - 1):.0%}" if recorded else "WORSE"


def _aligned(line: tuple[str, ...], widths: list[int]) -> str:
    first, *figures, marks = line
    cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(figures[:2], widths[1:], strict=False))]
    return "  ".join([*cells, figures[2].ljust(widths[3]), marks]).rstrip()


def shown(figure: float) -> str:
    """A figure with three digits that tell something."""
    return f"{figure:.{0 if abs(figure) >= 100 else 1 if abs(figure) >= 10 else 3 if abs(figure) < 0.1 else 2}f}"
