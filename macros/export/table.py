"""Rows -> the text of a CSV file: UTF-8, commas, one line a row, nothing that a spreadsheet could run."""

import csv
import io
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from macros.model.shape import Text
from macros.model.values import Evidence

# Between the parts of a cell that holds several; columns about the same things hold them in the same order.
SEPARATOR = " | "
# What makes a spreadsheet read a cell as a formula. A plain negative number is none.
FORMULA = re.compile(r"(?!-\d+(\.\d+)?$)\s*[=+\-@]|[\t\r]")
LINE_END = re.compile(r"\r\n|\r|\n")


def table(columns: tuple[str, ...], rows: Iterable[dict[str, Any]]) -> str:
    """A heading and the rows; a column that a row does not have stays empty."""
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({column: cell(value) for column, value in row.items()} for row in rows)
    return file.getvalue()


def cell(value: Any) -> str:
    """A value as the text of one cell; an apostrophe before a formula makes it text."""
    text = plain(value)
    return LINE_END.sub(" ", f"'{text}" if FORMULA.match(text) else text)


def plain(value: Any) -> str:
    """A value as text: yes and no as in the data, numbers without exponent."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value if isinstance(value, str) else SEPARATOR.join(plain(item) for item in value)


def both(column: str, *texts: Text | None) -> dict[str, list[str]]:
    """Texts in two columns, one a language."""
    said = [text for text in texts if text]
    return {f"{column}_en": [text.en for text in said], f"{column}_fr": [text.fr for text in said]}


def proof(evidence: list[Evidence]) -> dict[str, list[str]]:
    """Evidence in three columns."""
    return {f"{field}s": [getattr(one, field) for one in evidence] for field in ("source", "locator", "quotation")}
