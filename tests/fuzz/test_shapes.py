"""Whatever a file of data holds at a commit, its change to and from sound data is told."""

import pytest
from support.repository import commit

from macros.changes import diff


@pytest.mark.parametrize(
    "broken", ["actors: europol", "actors: [europol]", "actors: {a: b}", "actors", "", "- a", "areas: [{id: x, objectives: {a: b}}]"]
)
@pytest.mark.parametrize("name", ["actors.yaml", "actions.yaml", "indicators.yaml", "moved.yaml", "vocabulary.yaml"])
def test_data_of_any_shape_is_compared(name, broken, repository):
    (repository / "data" / name).write_text(broken, "utf-8")
    commit(repository, "broken")
    for sides in (("base", "broken"), ("broken", "base")):
        assert diff(repository, *sides).startswith("# Changes from commit ")


@pytest.mark.parametrize("value", ["x", "[x]", "{en: x}", "{en: {en: x}, fr: [x]}", "[{actor: [x]}]", "[[x]]", '""'])
@pytest.mark.parametrize("field", ["text", "state", "actors", "evidence", "figures", "dates", "assessments", "see", "entries", "totals"])
def test_fields_of_any_shape_are_compared(field, value, repository):
    for name, outer in (("actions.yaml", "areas:\n- id: '2.1'\n  objectives:\n  - id: 2.1.1\n"), ("indicators.yaml", "indicators:\n- id: x\n")):
        (repository / "data" / name).write_text(f"{outer}{'    ' if name[0] == 'a' else '  '}{field}: {value}\n", "utf-8")
    commit(repository, "broken")
    for sides in (("base", "broken"), ("broken", "base")):
        assert diff(repository, *sides).startswith("# Changes from commit ")
