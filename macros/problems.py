"""What is wrong in the data, said so that a contributor can mend it; as people, GitHub and programs read it."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from macros.messages import counted, spoken, tell

# An error stops the build; a notice tells a reviewer of something that is allowed.
ERROR, NOTICE = "error", "notice"
# Beside a problem that is to stand ALONE its record has no other; one that comes LAST is left out where another stands in its line.
ALONE, LAST = "alone", "last"
_FIELD = re.compile(r"[a-z_]+: ")
FIELDS = ("file", "line", "record", "level", "message", "hint")


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
    level: str = ERROR
    stands: str = ""

    def __str__(self) -> str:
        marks = [*([tell("problems.notice")] if self.level == NOTICE else []), *([f"{self.record}:"] if self.record else [])]
        said = _one_line(" ".join([f"{self.file}:{self.line}:", *marks, self.message]))
        # A hint may show the lines of a file, which begin with names of fields; a line that the data brings along begins none of the report.
        lines = self.hint.split("\n")
        hint = "\n      ".join(map(_one_line, lines)) if all(map(_FIELD.match, lines[1:])) else _one_line(self.hint)
        return said + (f"\n  {tell('problems.hint')} {hint}" if hint else "")


class DataErrors(Exception):
    """The data cannot be used; `problems` says why. `records` is how many were read, 0 where none could be."""

    def __init__(self, problems: Iterable[Problem], records: int = 0):
        self.problems, self.records = in_order(problems), records
        super().__init__(report(self.problems))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, each once: errors before notices, by file and line."""
    return sorted(set(problems), key=lambda problem: (problem.level, problem))


def report(problems: list[Problem], records: int = 0) -> str:
    """All problems as text, then their number in words."""
    errors, notices = count(problems)
    told = [counted(name, number) for name, number in (("problem", errors), ("notice", notices)) if number]
    if errors:
        in_data = all(problem.file.startswith("data/") for problem in problems)
        summary = tell("problems.refused_in_data" if in_data else "problems.refused", found=tell("problems.and").join(told))
    else:
        summary = tell("problems.accepted", found=", ".join([counted("record", records), tell("problems.none"), *told]))
    return "\n".join([*map(str, problems), summary])


def count(problems: Iterable[Problem]) -> tuple[int, int]:
    """How many errors and how many notices."""
    levels = [problem.level for problem in problems]
    return levels.count(ERROR), levels.count(NOTICE)


def suggestion(written: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint that names the nearest known word, or else the `otherwise` text."""
    near = get_close_matches(written, list(known), n=1, cutoff=0.6)
    return tell("common.did_you_mean", known=near[0]) if near else otherwise


def _one_line(text: str) -> str:
    """The text without line ends: what the data says cannot begin a line of the report."""
    return " ".join(text.splitlines())


def github(problems: list[Problem], records: int) -> str:
    """Workflow commands that put problems on their lines of the pull request; then, for the log, the same text that people get.

    GitHub shows ten of a level, and its log says of a command what is wrong, but not where.
    """
    # An old form of command may stand anywhere in a line.
    return "\n".join([*map(_command, problems), report(problems, records).replace("##[", "## [")])


def as_json(problems: list[Problem], records: int) -> str:
    """One object: `problems` (a list of objects with FIELDS, errors first), their language, and the numbers `errors`, `notices` and `records`."""
    errors, notices = count(problems)
    every = {
        "problems": [{name: getattr(problem, name) for name in FIELDS} for problem in problems],
        "language": spoken(),
        "errors": errors,
        "notices": notices,
        "records": records,
    }
    return json.dumps(every, indent=1)  # signs as escapes: a console that lacks one would replace it


def _command(problem: Problem) -> str:
    properties = {"file": problem.file, "line": str(problem.line), "title": problem.record}
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    return f"::{problem.level} {shown}::{_data(problem.message)}" + (
        f"%0A{_data(tell('problems.hint'))} {_data(problem.hint)}" if problem.hint else ""
    )


def _data(text: str) -> str:
    """Text that stays the text of its command: nothing in it ends the line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[list[Problem], int], str]] = {"text": report, "github": github, "json": as_json}
