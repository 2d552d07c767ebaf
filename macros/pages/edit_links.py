"""Where a record is edited, and where a mistake in it is reported."""

from typing import NamedTuple

from macros.model.shape import Record
from macros.proposals.address import edit_file, filled_form


class EditLinks(NamedTuple):
    """The place of a record in the data, and the addresses of its file's editor and of a form that names the place."""

    file: str
    line: int
    edit: str
    report: str


def edit_links(repository: str, language: str, form: str, record: Record, *path: str | int) -> EditLinks:
    """The links of a record, or of a field of it; the form is in a language, in which it is called `form`."""
    file, line = record.place.file, record.place.line(*path)
    report = filled_form(repository, "mistake", language, record.id, {"place": f"{file}:{line}"}, form)
    return EditLinks(file, line, edit_file(repository, file, line), report)
