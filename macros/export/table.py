"""A table, its cells as text, and the text of a CSV file: UTF-8, commas, one line a row, nothing that a spreadsheet could run."""

import csv
import io
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from macros.languages import LANGUAGES
from macros.model.shape import Text
from macros.model.values import Evidence

# Between the parts of a cell that holds several; columns about the same things hold them in the same order.
SEPARATOR = " | "
# What makes a spreadsheet read a cell as a formula. A plain negative number is none.
FORMULA = re.compile(r"(?!-\d+(\.\d+)?$)\s*[=+\-@]|[\t\r]")
LINE_END = re.compile(r"\r\n|\r|\n")


class Table(NamedTuple):
    """A heading and rows of values; a column that a row does not have stays empty."""

    columns: tuple[str, ...]
    rows: Sequence[dict[str, Any]]


def csv_text(table: Table) -> str:
    """A table as the text of a CSV file."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([cell(row.get(column)) for column in table.columns] for row in table.rows)
    return file.getvalue()


def cell(value: Any) -> str:
    """A value as the text of one cell; an apostrophe before a formula makes it text."""
    text = plain(value)
    return one_line(f"'{text}" if FORMULA.match(text) else text)


def one_line(text: str) -> str:
    """A text with a blank for each end of a line."""
    return LINE_END.sub(" ", text) if "\n" in text or "\r" in text else text


def plain(value: Any) -> str:
    """A value as text: yes and no as in the data, numbers without exponent."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return SEPARATOR.join(map(plain, value))


def in_each(column: str) -> tuple[str, ...]:
    """The columns of a text, one a language."""
    return tuple(f"{column}_{code}" for code in LANGUAGES)


def both(column: str, *texts: Text | None) -> dict[str, list[str]]:
    """Texts in two columns, one a language."""
    said = [text for text in texts if text]
    return {name: [getattr(text, code) for text in said] for code, name in zip(LANGUAGES, in_each(column), strict=True)}


def proof(evidence: list[Evidence]) -> dict[str, list[str]]:
    """Evidence in three columns."""
    return {f"{field}s": [getattr(one, field) for one in evidence] for field in ("source", "locator", "quotation")}
