"""The record that stands where somebody saw a mistake, however the place is written."""

import pytest
from support.frozen import FROZEN, PLAN

from macros.proposals.mistake import written_at

ACTION = PLAN.actions["2.5.1-1"]
FILE, FIRST, LAST = ACTION.place.file, ACTION.place.line(), ACTION.place.last_line


@pytest.mark.parametrize(
    "place",
    [
        f"{FILE}:{FIRST}", f"{FILE}:{FIRST + 2}", f"{FILE}:{LAST}", f"`{FILE}:{FIRST}`", f"{FILE}:{FIRST}-{LAST}",
        f"https://github.example/them/tracker/blob/main/{FILE}#L{FIRST + 1}",
    ],
)  # fmt: skip
def test_any_line_of_a_record_shows_the_innermost_record(place):
    file, line, lines = written_at(FROZEN, PLAN, place)
    assert (file, line) == (FILE, FIRST)
    assert "id: 2.5.1-1" in lines.splitlines()[0]


@pytest.mark.parametrize("place", ["", "the third line", "data/nothing.yaml:3", f"{FILE}:999999", "../../etc/passwd:1", "macros/project.py:3"])
def test_what_is_no_place_of_a_record_shows_nothing(place):
    assert written_at(FROZEN, PLAN, place) is None
