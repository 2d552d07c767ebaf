"""What is wrong in the data, said so that a contributor can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: where it stands, in which record, what is wrong and what to write instead.

    `file` is relative to the project, `line` counts from 1, `record` is an identifier or empty.
    """

    file: str
    line: int
    record: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " + (f"{self.record}: " if self.record else "")
        return f"{place}{self.message}" + (f"\n  hint: {self.hint}" if self.hint else "")


class Faults(Exception):
    """The data cannot be used; `problems` says why."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(set(problems))
        super().__init__(report(self.problems))


def report(problems: list[Problem]) -> str:
    """All problems, sorted, then their number in words."""
    lines = [str(problem) for problem in problems]
    number = f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"
    where = " in data/" if all(problem.file.startswith("data/") for problem in problems) else ""
    return "\n".join([*lines, f"{number}{where}. Nothing was built."])


def suggestion(written: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint that names the nearest known word, or else the `otherwise` text."""
    near = get_close_matches(written, list(known), n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else otherwise
