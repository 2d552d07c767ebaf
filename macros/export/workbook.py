"""A table -> an .xlsx workbook that opens by double click in any language: text as text, numbers as numbers, the same bytes everywhere."""

import io
import json
from datetime import datetime
from decimal import Decimal
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

from macros.export.table import Table, one_line, plain

# A workbook says when it was made: here always the first day that its archive can say.
MADE = datetime(1980, 1, 1)
WIDEST = 50  # characters; longer text goes on below
BUTTON = 4  # as wide as so many, beside the name of a column: that of its filter
MANY = 2000  # rows of a sheet that is written row by row: whole it would take more room than the plan, and thus the file takes more
# As text also when somebody edits it: else 2.1.1 would become a date, and dates, as precise as the source, have no other form.
TEXT = {"num_format": "@", "text_wrap": True, "valign": "top"}
NUMBER = {"valign": "top"}
HEAD = TEXT | {"bold": True, "bottom": 1}
# The property in which a workbook says of what it was made.
ORIGIN = "made of"


def earlier(file: Path, table: Table, sheet: str) -> bytes | None:
    """The workbook in a file, where it was made of the same table by the same program; packing one costs more than all other exports."""
    content = file.read_bytes() if file.exists() else b""
    return content if _origin(table, sheet).encode() in content else None


def _origin(table: Table, sheet: str) -> str:
    """A hash of everything that a workbook depends on."""
    said = json.dumps([_program(), sheet, table], default=lambda number: {"number": str(number)})
    return blake2b(said.encode(), digest_size=16).hexdigest()


@cache
def _program() -> str:
    return Path(__file__).read_text("utf-8") + version("xlsxwriter")


def workbook(table: Table, sheet: str) -> bytes:
    """A table in a sheet of its own: each column has a filter, and its head stays in view."""
    from xlsxwriter import Workbook  # who only asks for names of files does without

    file = io.BytesIO()
    widths = {name: len(name) + BUTTON for name in table.columns}
    many = len(table.rows) > MANY
    with Workbook(file, {"constant_memory": many, "in_memory": not many}) as book:
        book.set_properties({"created": MADE})
        book.set_custom_property(ORIGIN, _origin(table, sheet))
        head, text, number = (book.add_format(form) for form in (HEAD, TEXT, NUMBER))
        page = book.add_worksheet(sheet)
        for column, name in enumerate(table.columns):
            page.write_string(0, column, name, head)
        for line, row in enumerate(table.rows, 1):
            for column, name in enumerate(table.columns):
                value = _shown(row.get(name))
                widths[name] = max(widths[name], len(str(value)))
                if isinstance(value, Decimal):
                    page.write_number(line, column, float(value), number)
                elif value:
                    page.write_string(line, column, value, text)
        for column, width in enumerate(widths.values()):
            page.set_column(column, column, min(width, WIDEST))
        page.freeze_panes(1, 0)
        _cover(page, len(table.rows), len(table.columns) - 1)
    return _stored(file.getvalue())


def _shown(value: Any) -> Decimal | str:
    """A number, or any other value as text; what begins like a formula is a text like any other."""
    return value if isinstance(value, Decimal) else one_line(plain(value))


def _cover(page: Any, *last: int) -> None:
    """Filters over the whole table, and no mark of an error on a text that looks like a number."""
    from xlsxwriter.utility import xl_range

    page.autofilter(0, 0, *last)
    page.ignore_errors({"number_stored_as_text": xl_range(0, 0, *last)})


def _stored(content: bytes) -> bytes:
    """An archive with its parts as they are: programs that pack do not pack alike everywhere."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as made, ZipFile(file, "w") as archive:
        for name in made.namelist():
            part = ZipInfo(name)  # of 1980-01-01, not packed
            part.create_system = 3  # Unix, also where it is written on another
            archive.writestr(part, made.read(name))
    return file.getvalue()
