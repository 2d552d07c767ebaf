"""A table -> an .xlsx workbook that opens by double click in any language: text as text, numbers as numbers, the same bytes everywhere."""

import io
from datetime import datetime
from decimal import Decimal
from typing import Any
from zipfile import ZipFile, ZipInfo

from macros.export.table import Table, one_line, plain

# A workbook says when it was made: here always the first day that its archive can say.
MADE = datetime(1980, 1, 1)
WIDEST = 50  # characters; longer text goes on below
BUTTON = 4  # as wide as so many, beside the name of a column: that of its filter
# As text also when somebody edits it: else 2.1.1 would become a date, and dates, as precise as the source, have no other form.
TEXT = {"num_format": "@", "text_wrap": True, "valign": "top"}
NUMBER = {"valign": "top"}
HEAD = TEXT | {"bold": True, "bottom": 1}


def workbook(table: Table, sheet: str = "data") -> bytes:
    """A table in a sheet of its own: each column has a filter, and its head stays in view."""
    from xlsxwriter import Workbook  # who only asks for names of files does without

    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"created": MADE})
        head, text, number = (book.add_format(form) for form in (HEAD, TEXT, NUMBER))
        page = book.add_worksheet(sheet)
        for column, name in enumerate(table.columns):
            page.write_string(0, column, name, head)
            values = [_shown(row.get(name)) for row in table.rows]
            for line, value in enumerate(values, 1):
                if isinstance(value, Decimal):
                    page.write_number(line, column, float(value), number)
                elif value:
                    page.write_string(line, column, value, text)
            page.set_column(column, column, min(max(len(name) + BUTTON, *(len(str(value)) for value in values), 0), WIDEST))
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
