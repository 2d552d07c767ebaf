"""Where a text that YAML cannot read is broken, and how to say it.

YAML notices a fault late: a quotation mark left open swallows lines, and a line without ': ' runs into the next one. So each
line that may be to blame is left out in turn: the one without which the reading gets furthest is the broken one.
"""

import re

import yaml

# csafe is many times faster; it is missing only where PyYAML was built without libyaml.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# In a longer text only the line that YAML names is looked at: reading it several times would take seconds.
LONGEST = 300_000
# A sign that lost the blank behind it, and what follows.
_LOST = re.compile(r"\s*(?:(?P<hyphen>-)(?=[^\s-])|(?P<colon>(?:- )?[a-z_]+:)(?=[^\s/]))(?P<rest>.+)")
SHORT = 40
# The name with which a line begins.
_NAME = re.compile(r"\s*((?:- )?\{?[\w-]+:)")
# A line that begins a field or an item.
_FIELD = re.compile(r"\s*(- |[\w'\"-]+:(\s|$))")
# So many lines above may be to blame for their indentation.
NEAR = 30
# What stands behind the name of a field, or behind the sign of an item.
_VALUE = re.compile(r"(?<=: )\s*\S.*$|(?<=- )(?!.*: )\S.*$|$")
_LINES_OF_TEXT = "text that contains ': ' or ' #', or begins with a special sign, must stand in \"quotes\""
_QUOTES = "close it at the end of the text; put text with quotation marks in quotation marks of the other kind"
_INDENTATION = "check the indentation of both lines; put text that contains ': ' in \"quotes\""
_SIGN = "text cannot begin with this sign", 'put the text in "quotes"'
_GOES_ON = (
    "text goes on behind the sign that closes it",
    'put all of it in "quotes"; text with quotation marks in quotation marks of the other kind',
)
# What libyaml says -> what it means in a data file, and what to write.
_YAML = {
    "mapping values are not allowed in this context": (
        "': ' stands where no field can be",
        "put text that contains ': ' in \"quotes\"; check the indentation, and the blank after each colon",
    ),
    "found character that cannot start any token": _SIGN,
    "did not find expected alphabetic or numeric character": _SIGN,
    "mapping keys are not allowed in this context": _SIGN,
    "found unexpected end of stream": ("the quotation mark that opens here is never closed", "close it at the end of the text"),
    "did not find expected ',' or '}'": (
        "the { that opens here cannot be read",
        'close it with }, and put a comma between two fields; text with special signs inside it must stand in "quotes"',
    ),
    "did not find expected ',' or ']'": (
        "the [ that opens here cannot be read",
        'close it with ], and put a comma between two items; text with special signs inside it must stand in "quotes"',
    ),
    "did not find expected key": (
        "something stands here that is neither a field nor an item",
        "check the indentation; put text with quotation marks in quotation marks of the other kind",
    ),
    "did not find expected '-' indicator": ("something stands in a list that is no item", "begin it with '- ', or check the indentation"),
    "block sequence entries are not allowed in this context": (
        "'- ' stands where no item can be",
        "begin the list on a line of its own; text that begins with '- ' must stand in \"quotes\"",
    ),
    "could not find expected ':'": ("a line without ': ' stands above", "write  name: value  or, for an item of a list,  - value"),
}


def broken_line(error: yaml.MarkedYAMLError, rows: list[str], last: int) -> tuple[int, str, str]:
    """The number of the broken line from 1, what is wrong and what to write; `last` is the line where the last text that was read begins."""
    opened = re.search("quoted|flow", error.context or "")
    mark = error.context_mark if opened else error.problem_mark or error.context_mark
    noticed = min(mark.line, len(rows) - 1)
    above = [n for n in range(noticed - 1, -1, -1) if rows[n].strip() and not rows[n].lstrip().startswith("#")]
    if above and not re.match(r"[\w'\"-]+:(\s|$)", rows[above[-1]]):
        return above[-1] + 1, "the file does not begin with 'name:'", "write the beginning of the file again: it may be lost"
    context = error.context_mark or mark
    line = _to_blame(rows, noticed, [n for n in (context.line, last - 1, *above[:2]) if n < noticed])
    if line == noticed and error.problem == "did not find expected key" and context.column == mark.column:
        line = _misplaced(rows, noticed, mark.column, above)
    if line == noticed and not _indentation(rows, noticed):
        line = next((n for n in above[:NEAR] if _indentation(rows, n, fewest=3)), noticed)
    if lost := lost_blank(rows[line]):
        return line + 1, "a blank is missing in this line", lost
    if line == noticed:
        message, hint = _YAML.get(error.problem, (f"this cannot be read ({error.problem or error.context})", _LINES_OF_TEXT))
        value = _VALUE.search(rows[line])
        if error.problem == "did not find expected key" and value[0][:1] in tuple("\"'[{") and value.start() < mark.column:
            message, hint = _GOES_ON
        message = f"column {mark.column + 1}: {message}"
    else:
        message, hint = _say(rows[line], noticed + 1)
    return line + 1, message, "indentation" in hint and _indentation(rows, line) or hint


def lost_blank(text: str) -> str:
    """What to write where a hyphen or a colon lost the blank behind it; empty where none did."""
    found = _LOST.match(text)
    sign = "hyphen" if found and found["hyphen"] else "colon"
    rest = found["rest"] if found else ""
    return f"put a blank after the {sign}:  {found[sign]} {rest[:SHORT].rstrip()}{'…' if len(rest) > SHORT else ''}" if found else ""


def _indentation(rows: list[str], line: int, fewest: int = 1) -> str:
    """What to write where every other line (and so many) that begins with the same name is indented otherwise; empty where one is not."""
    name = _NAME.match(rows[line])
    like = [n for n, row in enumerate(rows) if n != line and name and row.lstrip().startswith(name[1])]
    own = _blanks(rows[line])
    if len(like) < fewest or any(_blanks(rows[n]) == own for n in like):
        return ""
    other = min(like, key=lambda n: (abs(_blanks(rows[n]) - own), n > line, abs(n - line)))
    number = f"{own or 'no'} blank{'' if own == 1 else 's'}"
    return f"check the indentation: this line begins with {number}, line {other + 1} with {_blanks(rows[other]) or 'none'}"


def _blanks(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _misplaced(rows: list[str], item: int, column: int, above: list[int]) -> int:
    """The line that took the place of an item before this one, where this one stands like the other items."""
    like_others = re.match(rf"{' ' * column}- [\w-]+:", rows[item])
    known = not column or like_others and sum(row.startswith(like_others[0]) for row in rows) > 1
    if not rows[item][column:].startswith("- ") or not known:
        return item
    place = next(at for at, n in enumerate(above) if not rows[n].startswith(" " * (column + 1)))
    if not rows[above[place]].rstrip().endswith(":"):
        return item if column and place else above[place]
    # The name of the list itself stands right: what is below it does not.
    return above[max(0, place - 1)]


def _say(row: str, noticed: int) -> tuple[str, str]:
    """What is wrong with a line that YAML read without complaint, so that it stumbled over a later one."""
    value = _VALUE.search(row)[0]
    if _is_open(value):
        return "the quotation mark that opens here is not closed in this line", _QUOTES
    if not _FIELD.match(row):
        return "this line has neither 'name: ' nor '- '", "write  name: value  or, for an item of a list,  - value"
    together = f"this line and line {noticed} do not go together"
    return together, "delete [] here: the list stands below" if value.strip() == "[]" else _INDENTATION


def _is_open(value: str) -> bool:
    """Whether a value begins with a quotation mark that its line does not close."""
    return value[:1] in ("'", '"') and not re.search(rf"(?<!\\){value[0]}\s*$", value[1:])


def _to_blame(rows: list[str], noticed: int, others: list[int]) -> int:
    """The line without which the text can be read furthest: where the fault was noticed, or one before it."""
    if sum(map(len, rows)) > LONGEST:
        return noticed
    return max(dict.fromkeys((noticed, *others)), key=lambda n: _reach(rows, n))


def _reach(rows: list[str], without: int) -> int:
    """How many lines can be read when one is left out, or its value, or when it gets the colon that it lacks."""
    value = _VALUE.search(rows[without])
    name = rows[without][: value.start()]
    others = [f"{name}x"] if value[0].lstrip()[:1] in ("'", '"', "[", "{") else []
    others += [name] if _is_open(value[0]) else []
    others += [] if _FIELD.match(rows[without]) else [" " * _blanks(rows[without]) + "x:"]
    return max(_readable([*rows[:without], other, *rows[without + 1 :]]) for other in ("", *others))


def _readable(rows: list[str]) -> int:
    try:
        for _ in yaml.parse("\n".join(rows), Loader=LOADER):
            pass
    except yaml.MarkedYAMLError as error:
        return (error.problem_mark or error.context_mark).line
    return len(rows) + 1
