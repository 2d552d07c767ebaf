"""Which line of a text that YAML cannot read is to blame.

YAML notices a fault late: a quotation mark left open swallows lines, and a line without ': ' runs into the next one. So each
line that may be to blame is left out in turn: the one without which the reading gets furthest is the broken one.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

import yaml

from macros.messages import counted, tell

# csafe is many times faster; it is missing only where PyYAML was built without libyaml.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# In a longer text only the line that YAML names is looked at: reading it several times would take seconds.
MAX_CHARS_READ_AGAIN = 300_000
# So many lines above may be to blame for their indentation.
MAX_LINES_ABOVE = 30
NO_KEY = "did not find expected key"
# The name with which a line begins.
_NAME = re.compile(r"\s*((?:- )?\{?[\w-]+:)")
# A line that begins a field or an item.
_FIELD = re.compile(r"\s*(- |[\w'\"-]+:(\s|$))")
# What stands behind the name of a field, or behind the sign of an item.
_VALUE = re.compile(r"(?<=: )\s*\S.*$|(?<=- )(?!.*: )\S.*$|$")


@dataclass(frozen=True)
class BrokenText:
    """The lines of a text, what YAML says of it, and `last`, the line (from 1) where the last value that was read begins; else lines count from 0."""

    rows: list[str]
    error: yaml.MarkedYAMLError
    last: int

    @cached_property
    def mark(self) -> yaml.Mark:
        """Where YAML noticed the fault; where something is never closed, the place that opens it."""
        opened = re.search("quoted|flow", self.error.context or "")
        marks = (self.error.problem_mark, self.error.context_mark)
        return next(mark for mark in (reversed(marks) if opened else marks) if mark)

    @cached_property
    def noticed(self) -> int:
        """The line of the mark."""
        return min(self.mark.line, len(self.rows) - 1)

    @cached_property
    def lines_above(self) -> list[int]:
        """The lines above the mark that hold more than a comment, the nearest first."""
        return [n for n in range(self.noticed - 1, -1, -1) if self.rows[n].strip() and not self.rows[n].lstrip().startswith("#")]

    @cached_property
    def line(self) -> int:
        """The line to blame: the first suspect other than the line of the mark, else that one."""
        return next((line for suspect in SUSPECTS if (line := suspect(self)) != self.noticed), self.noticed)

    @property
    def row(self) -> str:
        """The text of the line to blame."""
        return self.rows[self.line]


def hindering_line(text: BrokenText) -> int:
    """The line without which the text can be read furthest."""
    if sum(map(len, text.rows)) > MAX_CHARS_READ_AGAIN:
        return text.noticed
    context = text.error.context_mark or text.mark
    above = [n for n in (context.line, text.last - 1, *text.lines_above[:2]) if n < text.noticed]
    return max(dict.fromkeys((text.noticed, *above)), key=lambda n: _reach(text.rows, n))


def displaced_item(text: BrokenText) -> int:
    """The line that took the place of an item above the noticed one, where that one stands like the other items."""
    rows, column = text.rows, text.mark.column
    context = text.error.context_mark or text.mark
    if text.error.problem != NO_KEY or context.column != column or not _is_item_like_others(rows, text.noticed, column):
        return text.noticed
    children = list(takewhile(lambda n: rows[n].startswith(" " * (column + 1)), text.lines_above))
    parent = next((n for n in text.lines_above if n not in children), text.noticed)
    if not rows[parent].rstrip().endswith(":"):
        return text.noticed if column and children else parent
    # The name of the list itself stands right: what is below it does not.
    return children[-1] if children else parent


def _is_item_like_others(rows: list[str], line: int, column: int) -> bool:
    """Whether an item begins at the column, as others with the same first field do."""
    like_others = re.match(rf"{' ' * column}- [\w-]+:", rows[line])
    known = not column or like_others and sum(row.startswith(like_others[0]) for row in rows) > 1
    return bool(known) and rows[line][column:].startswith("- ")


def oddly_indented_line(text: BrokenText) -> int:
    """The nearest line above that is indented unlike all others of its name, unless the noticed one is."""
    if indentation_hint(text.rows, text.noticed):
        return text.noticed
    return next((n for n in text.lines_above[:MAX_LINES_ABOVE] if indentation_hint(text.rows, n, fewest=3)), text.noticed)


SUSPECTS = (hindering_line, displaced_item, oddly_indented_line)


def indentation_hint(rows: list[str], line: int, fewest: int = 1) -> str:
    """What to write where every other line (and so many) that begins with the same name is indented otherwise; empty where one is not."""
    name = _NAME.match(rows[line])
    like = [n for n, row in enumerate(rows) if n != line and name and row.lstrip().startswith(name[1])]
    own = _indentation(rows[line])
    if len(like) < fewest or any(_indentation(rows[n]) == own for n in like):
        return ""
    other = min(like, key=lambda n: (abs(_indentation(rows[n]) - own), n > line, abs(n - line)))
    number, theirs = counted("blank", own), _indentation(rows[other])
    return tell("yaml.check_indentation_line_begins", number=number, other=other + 1, theirs=theirs)


def _indentation(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def value(row: str) -> re.Match[str]:
    """What a line says behind the name of a field or the sign of an item; its end where it says nothing."""
    return next(_VALUE.finditer(row))


def begins_field(row: str) -> bool:
    """Whether a line begins a field or an item."""
    return bool(_FIELD.match(row))


def is_open(text: str) -> bool:
    """Whether a value begins with a quotation mark that its line does not close."""
    return text[:1] in ("'", '"') and not re.search(rf"(?<!\\){text[0]}\s*$", text[1:])


def _reach(rows: list[str], without: int) -> int:
    """How many lines can be read when one is left out, or its value, or when it gets the colon that it lacks."""
    found = value(rows[without])
    name = rows[without][: found.start()]
    others = [f"{name}x"] if found[0].lstrip()[:1] in ("'", '"', "[", "{") else []
    others += [name] if is_open(found[0]) else []
    others += [] if begins_field(rows[without]) else [" " * _indentation(rows[without]) + "x:"]
    return max(_readable([*rows[:without], other, *rows[without + 1 :]]) for other in ("", *others))


def _readable(rows: list[str]) -> int:
    """How many lines YAML reads before it stops; one more than there are where it reads all."""
    try:
        for _ in yaml.parse("\n".join(rows), Loader=LOADER):
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return mark.line if mark else 0
    return len(rows) + 1
