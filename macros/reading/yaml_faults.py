"""A fault that YAML cannot read past, in plain words: which line is broken, what is wrong with it, and what to write."""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from macros.reading.yaml_suspects import NO_KEY, BrokenText, begins_field, indentation_hint, is_open, value

MAX_CHARS_SHOWN = 40
# A sign that lost the blank behind it, and what follows.
_LOST = re.compile(r"\s*(?:(?P<hyphen>-)(?=[^\s-])|(?P<colon>(?:- )?[a-z_]+:)(?=[^\s/]))(?P<rest>.+)")
_FIELD_OR_ITEM = "write  name: value  or, for an item of a list,  - value"


class Meaning(NamedTuple):
    """What a saying of libyaml means in a data file, what to write, and whether the indentation may be the cause."""

    message: str
    hint: str
    of_indentation: bool = False


_SIGN = Meaning("text cannot begin with this sign", 'put the text in "quotes"')
# What libyaml says -> what it means.
_YAML = {
    "mapping values are not allowed in this context": Meaning(
        "': ' stands where no field can be",
        "put text that contains ': ' in \"quotes\"; check the indentation, and the blank after each colon",
        of_indentation=True,
    ),
    "found character that cannot start any token": _SIGN,
    "did not find expected alphabetic or numeric character": _SIGN,
    "mapping keys are not allowed in this context": _SIGN,
    "found unexpected end of stream": Meaning("the quotation mark that opens here is never closed", "close it at the end of the text"),
    "did not find expected ',' or '}'": Meaning(
        "the { that opens here cannot be read",
        'close it with }, and put a comma between two fields; text with special signs inside it must stand in "quotes"',
    ),
    "did not find expected ',' or ']'": Meaning(
        "the [ that opens here cannot be read",
        'close it with ], and put a comma between two items; text with special signs inside it must stand in "quotes"',
    ),
    NO_KEY: Meaning(
        "something stands here that is neither a field nor an item",
        "check the indentation; put text with quotation marks in quotation marks of the other kind",
        of_indentation=True,
    ),
    "did not find expected '-' indicator": Meaning(
        "something stands in a list that is no item", "begin it with '- ', or check the indentation", of_indentation=True
    ),
    "block sequence entries are not allowed in this context": Meaning(
        "'- ' stands where no item can be",
        "begin the list on a line of its own; text that begins with '- ' must stand in \"quotes\"",
    ),
    "could not find expected ':'": Meaning("a line without ': ' stands above", _FIELD_OR_ITEM),
}


class Fault(NamedTuple):
    """The broken line, from 1, what is wrong and what to write."""

    line: int
    message: str
    hint: str


def diagnose(error: yaml.MarkedYAMLError, rows: list[str], last: int) -> Fault:
    """The first explanation that fits; the last one always does. `last` is the line where the last text that was read begins."""
    text = BrokenText(rows, error, last)
    return next(fault for explain in EXPLANATIONS if (fault := explain(text)))


def lost_beginning(text: BrokenText) -> Fault | None:
    """The first line that holds something does not begin with a name."""
    first = text.lines_above[-1] if text.lines_above else None
    if first is None or re.match(r"[\w'\"-]+:(\s|$)", text.rows[first]):
        return None
    return Fault(first + 1, "the file does not begin with 'name:'", "write the beginning of the file again: it may be lost")


def missing_blank(text: BrokenText) -> Fault | None:
    """A hyphen or a colon lost the blank behind it."""
    hint = lost_blank(text.row)
    return Fault(text.line + 1, "a blank is missing in this line", hint) if hint else None


def text_behind_its_end(text: BrokenText) -> Fault | None:
    """A quotation, a list or braces end, and text goes on in the same line."""
    found = value(text.row)
    if text.line != text.noticed or text.error.problem != NO_KEY or not re.match("[\"'[{]", found[0]) or found.start() >= text.mark.column:
        return None
    message = f"column {text.mark.column + 1}: text goes on behind the sign that closes it"
    return Fault(text.line + 1, message, 'put all of it in "quotes"; text with quotation marks in quotation marks of the other kind')


def as_yaml_says(text: BrokenText) -> Fault | None:
    """The line that YAML names is the broken one: what YAML says, in plain words."""
    if text.line != text.noticed:
        return None
    unknown = Meaning(
        f"this cannot be read ({text.error.problem or text.error.context})",
        "text that contains ': ' or ' #', or begins with a special sign, must stand in \"quotes\"",
    )
    meaning = _YAML.get(text.error.problem or "", unknown)
    hint = indentation_hint(text.rows, text.line) if meaning.of_indentation else ""
    return Fault(text.line + 1, f"column {text.mark.column + 1}: {meaning.message}", hint or meaning.hint)


def open_quotation(text: BrokenText) -> Fault | None:
    """A quotation mark that the line does not close, so that YAML stumbled over a later line."""
    message = "the quotation mark that opens here is not closed in this line"
    hint = "close it at the end of the text; put text with quotation marks in quotation marks of the other kind"
    return Fault(text.line + 1, message, hint) if is_open(value(text.row)[0]) else None


def neither_field_nor_item(text: BrokenText) -> Fault | None:
    """A line that begins nothing, so that YAML stumbled over a later one."""
    return None if begins_field(text.row) else Fault(text.line + 1, "this line has neither 'name: ' nor '- '", _FIELD_OR_ITEM)


def lines_apart(text: BrokenText) -> Fault:
    """A line that YAML read without complaint, and over whose like it stumbled later."""
    message = f"this line and line {text.noticed + 1} do not go together"
    if value(text.row)[0].strip() == "[]":
        return Fault(text.line + 1, message, "delete [] here: the list stands below")
    otherwise = "check the indentation of both lines; put text that contains ': ' in \"quotes\""
    return Fault(text.line + 1, message, indentation_hint(text.rows, text.line) or otherwise)


EXPLANATIONS: tuple[Callable[[BrokenText], Fault | None], ...] = (
    lost_beginning,
    missing_blank,
    text_behind_its_end,
    as_yaml_says,
    open_quotation,
    neither_field_nor_item,
    lines_apart,
)


def lost_blank(text: str) -> str:
    """What to write where a hyphen or a colon lost the blank behind it; empty where none did."""
    found = _LOST.match(text)
    if not found:
        return ""
    sign = "hyphen" if found["hyphen"] else "colon"
    cut = "…" if len(found["rest"]) > MAX_CHARS_SHOWN else ""
    return f"put a blank after the {sign}:  {found[sign]} {found['rest'][:MAX_CHARS_SHOWN].rstrip()}{cut}"
