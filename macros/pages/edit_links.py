"""Where a record is edited, and where a mistake in it is reported."""

from typing import NamedTuple
from urllib.parse import quote, urlencode

from macros.model.kinds import KINDS
from macros.model.records import Objective
from macros.model.shape import Record

# What a new assessment may say, in the order in which people write it.
FORM = """\
# yaml-language-server: $schema=../../../schema/assessments.json
assessed_on:
rubric: "{rubric}"
status:
confidence:
reason:
  en:
  fr:
missing:
  en:
  fr:
rests_on: [{actions}]
"""


class EditLinks(NamedTuple):
    """The place of a record in the data, and the addresses of its file's editor and of a form that names the place."""

    file: str
    line: int
    edit: str
    report: str


def edit_links(repository: str, record: Record, *path: str | int) -> EditLinks:
    """The links of a record, or of a field of it."""
    file, line = record.place.file, record.place.line(*path)
    title, place = quote(f"{record.id}: "), quote(f"{file}:{line}")
    report = f"{repository}/issues/new?template=mistake.yml&title={title}&place={place}"
    return EditLinks(file, line, f"{repository}/edit/main/{file}#L{line}", report)


def new_assessment(repository: str, objective: Objective, rubric: str) -> str:
    """The address at which a new assessment of an objective is written: a new file, named by its day, that holds the fields to fill in."""
    file = f"data/{KINDS['assessments'].file_of(f'{objective.id}@YYYY-MM-DD')}"
    form = FORM.format(rubric=rubric, actions=", ".join(action.id for action in objective.actions))
    return f"{repository}/new/main?{urlencode({'filename': file, 'value': form}, quote_via=quote)}"
