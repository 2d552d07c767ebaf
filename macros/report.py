"""Problems as people, GitHub and programs read them: one function a format, in a table."""

import json
from collections.abc import Callable

from macros.problems import Problem, count, report

FIELDS = ("file", "line", "record", "level", "message", "hint")


def github(problems: list[Problem], records: int) -> str:
    """Workflow commands that put problems on their lines of the pull request; then, for the log, the same text that people get.

    GitHub shows ten of a level, and its log says of a command what is wrong, but not where.
    """
    # An old form of command may stand anywhere in a line.
    return "\n".join([*map(_command, problems), report(problems, records).replace("##[", "## [")])


def as_json(problems: list[Problem], records: int) -> str:
    """One object: `problems` (a list of objects with FIELDS, errors first), and the numbers `errors`, `notices` and `records`."""
    errors, notices = count(problems)
    every = {
        "problems": [{name: getattr(problem, name) for name in FIELDS} for problem in problems],
        "errors": errors,
        "notices": notices,
        "records": records,
    }
    return json.dumps(every, ensure_ascii=False, indent=1)


def _command(problem: Problem) -> str:
    properties = {"file": problem.file, "line": str(problem.line), "title": problem.record}
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    return f"::{problem.level} {shown}::{_data(problem.message)}" + (f"%0Ahint: {_data(problem.hint)}" if problem.hint else "")


def _data(text: str) -> str:
    """Text that stays the text of its command: nothing in it ends the line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[list[Problem], int], str]] = {"text": report, "github": github, "json": as_json}
