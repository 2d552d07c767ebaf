"""A fault that YAML cannot read past, in plain words: which line is broken, what is wrong with it, and what to write."""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from macros.languages import FIRST
from macros.messages import tell, texts_of
from macros.reading.yaml_suspects import NO_KEY, BrokenText, begins_field, indentation_hint, is_open, value

MAX_CHARS_SHOWN = 40
NO_FIELD = "mapping values are not allowed in this context"
# A sign that lost the blank behind it, and what follows.
_LOST = re.compile(r"\s*(?:(?P<hyphen>-)(?=[^\s-])|(?P<colon>(?:- )?[a-z_]+:)(?=[^\s/]))(?P<rest>.+)")

# A name, and several words behind it that stand in no quotation marks, before a colon among them.
_SENTENCE = re.compile(r"\s*(?:- )?(?P<name>[a-z_]+): (?P<said>[^\s\"'\[\]{}|>&*!%#@`-]\S* .*)")


class Meaning(NamedTuple):
    """What a saying of libyaml means in a data file, and what to write (keys of messages); whether the indentation may be the cause."""

    message: str
    hint: str
    of_indentation: bool = False


# What libyaml says -> what it means.
_YAML = {
    NO_FIELD: Meaning(
        "yaml.stands_where_no_field",
        "yaml.put_text_contains_quotes",
        of_indentation=True,
    ),
    "found character that cannot start any token": Meaning("yaml.text_cannot_begin_sign", "yaml.put_text_quotes"),
    "did not find expected alphabetic or numeric character": Meaning("yaml.text_cannot_begin_sign", "yaml.put_text_quotes"),
    "mapping keys are not allowed in this context": Meaning("yaml.text_cannot_begin_sign", "yaml.put_text_quotes"),
    "found unexpected end of stream": Meaning("yaml.quotation_mark_opens_here", "yaml.close_at_end_text"),
    "did not find expected ',' or '}'": Meaning(
        "yaml.opens_here_cannot_be",
        "yaml.close_put_comma_between_two",
    ),
    "did not find expected ',' or ']'": Meaning(
        "yaml.opens_here_cannot_be_read",
        "yaml.close_put_comma_between",
    ),
    NO_KEY: Meaning(
        "yaml.something_stands_here_neither",
        "yaml.check_indentation_put_text",
        of_indentation=True,
    ),
    "did not find expected '-' indicator": Meaning("yaml.something_stands_list_no", "yaml.begin_check_indentation", of_indentation=True),
    "block sequence entries are not allowed in this context": Meaning(
        "yaml.stands_where_no_item",
        "yaml.begin_list_on_line",
    ),
    "found unknown escape character": Meaning("yaml.backslash_in_quotes", "yaml.write_backslash_twice"),
    "could not find expected ':'": Meaning("yaml.line_without_stands_above", "yaml.write_name_value_for"),
}


class Fault(NamedTuple):
    """The broken line, from 1, what is wrong and what to write; whether it lacks quotation marks alone."""

    line: int
    message: str
    hint: str
    unquoted: bool = False


def diagnose(error: yaml.MarkedYAMLError, rows: list[str], last: int) -> Fault:
    """The first explanation that fits; the last one always does. `last` is the line where the last text that was read begins."""
    text = BrokenText(rows, error, last)
    return next(fault for explain in EXPLANATIONS if (fault := explain(text)))


def lost_beginning(text: BrokenText) -> Fault | None:
    """The first line that holds something does not begin with a name."""
    first = text.lines_above[-1] if text.lines_above else None
    if first is None or re.match(r"[\w'\"-]+:(\s|$)", text.rows[first]):
        return None
    return Fault(first + 1, tell("yaml.file_does_not_begin"), tell("yaml.write_beginning_file_again"))


def missing_blank(text: BrokenText) -> Fault | None:
    """A hyphen or a colon lost the blank behind it."""
    hint = lost_blank(text.row)
    return Fault(text.line + 1, tell("yaml.blank_missing_line"), hint) if hint else None


def text_without_quotes(text: BrokenText) -> Fault | None:
    """Words behind a name go on with a colon, as sentences do."""
    found = _SENTENCE.fullmatch(text.row)
    if text.error.problem != NO_FIELD or text.line != text.noticed or not found or indentation_hint(text.rows, text.line):
        return None
    shown = found["said"] if len(found["said"]) <= MAX_CHARS_SHOWN else f"{found['said'][:MAX_CHARS_SHOWN].rstrip()}…"
    message = tell("yaml.text_without_quotes", column=text.mark.column + 1)
    quoted = shown.replace("\\", "\\\\").replace('"', '\\"')
    return Fault(text.line + 1, message, tell("yaml.put_text_in_quotes", name=found["name"], text=quoted), unquoted=True)


def text_behind_its_end(text: BrokenText) -> Fault | None:
    """A quotation, a list or braces end, and text goes on in the same line."""
    found = value(text.row)
    if text.line != text.noticed or text.error.problem != NO_KEY or not re.match("[\"'[{]", found[0]) or found.start() >= text.mark.column:
        return None
    message = tell("yaml.column_text_goes_on", column=text.mark.column + 1)
    return Fault(text.line + 1, message, tell("yaml.put_all_quotes_text"))


def as_yaml_says(text: BrokenText) -> Fault | None:
    """The line that YAML names is the broken one: what YAML says, in plain words."""
    if text.line != text.noticed:
        return None
    meaning = _YAML.get(text.error.problem or "", Meaning("yaml.cannot_be_read", "yaml.text_contains_begins_special"))
    hint = indentation_hint(text.rows, text.line) if meaning.of_indentation else ""
    message = tell(meaning.message, problem=text.error.problem or text.error.context)
    return Fault(text.line + 1, tell("yaml.column", column=text.mark.column + 1, message=message), hint or tell(meaning.hint))


def field_out_of_line(text: BrokenText) -> Fault | None:
    """A field that stands behind the value of another one, or with more blanks than the field above it, whose value is written already."""
    if text.error.problem != NO_FIELD or text.line != text.noticed:
        return None
    row, above = text.row, text.rows[text.lines_above[0]] if text.lines_above else ""
    glued = re.fullmatch(r"\s*(?:- )?[a-z_]+: [\w.-]+ (?P<field>(?P<name>[a-z_]+): .+)", row)
    sunk = re.fullmatch(r"(?P<blanks>\s+)(?P<field>(?P<name>[a-z_]+): .+)", row) if re.match(r"[a-z_]+: \S", above) else None
    found = glued or sunk
    if not found or f"diff_fields.{found['name']}" not in texts_of(FIRST):
        return None
    shown = found["field"][:MAX_CHARS_SHOWN]
    hint = tell("yaml.put_on_own_line", field=shown) if glued else tell("yaml.put_below", field=shown)
    return Fault(text.line + 1, tell("yaml.field_out_of_line", name=found["name"]), hint)


def open_quotation(text: BrokenText) -> Fault | None:
    """A quotation mark that the line does not close, so that YAML stumbled over a later line."""
    message = tell("yaml.quotation_mark_opens_here_not")
    hint = tell("yaml.close_at_end_text_put")
    return Fault(text.line + 1, message, hint) if is_open(value(text.row)[0]) else None


def neither_field_nor_item(text: BrokenText) -> Fault | None:
    """A line that begins nothing, so that YAML stumbled over a later one."""
    if begins_field(text.row):
        return None
    goes_on = text.line > 0 and " " in text.row.strip() and re.fullmatch(r"\s*(?:- )?[a-z_]+: .*\w", text.rows[text.line - 1])
    return Fault(text.line + 1, tell("yaml.line_has_neither_name"), tell("yaml.put_blanks_before" if goes_on else "yaml.write_name_value_for"))


def lines_apart(text: BrokenText) -> Fault:
    """A line that YAML read without complaint, and over whose like it stumbled later."""
    message = tell("yaml.line_line_do_not", noticed=text.noticed + 1)
    if value(text.row)[0].strip() == "[]":
        return Fault(text.line + 1, message, tell("yaml.delete_here_list_stands"))
    otherwise = tell("yaml.check_indentation_both_lines")
    return Fault(text.line + 1, message, indentation_hint(text.rows, text.line) or otherwise)


EXPLANATIONS: tuple[Callable[[BrokenText], Fault | None], ...] = (
    lost_beginning,
    missing_blank,
    field_out_of_line,
    text_without_quotes,
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
    cut = "…" if len(found["rest"]) > MAX_CHARS_SHOWN else ""
    mended = f"{found['hyphen'] or found['colon']} {found['rest'][:MAX_CHARS_SHOWN].rstrip()}{cut}"
    return tell("yaml.put_blank_after_hyphen", mended=mended) if found["hyphen"] else tell("yaml.put_blank_after_colon", mended=mended)
