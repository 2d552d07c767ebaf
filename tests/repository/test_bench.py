"""The bench: its invented projects, and a table in which a regression is seen."""

from dataclasses import replace

import pytest

from bench.plain import write_plain
from bench.synthetic import write_project
from bench.table import Row, read, table, write
from macros.project import Project

SPEED, POINTS = Row("speed", "s", 1.0), Row("points", "", 95, more=True)
ROWS = {"speed": SPEED, "points": POINTS, "size": Row("size", "kB")}


def lines(figures: dict[str, float], recorded: dict[str, float]) -> list[list[str]]:
    """The words of each line of figures."""
    return [line.split() for line in table(figures, ROWS, recorded).split("\n")[1:]]


def test_a_line_gives_target_last_figure_and_this_one():
    assert lines({"speed": 0.834, "size": 250.4}, {"speed": 0.8}) == [["speed", "≤", "1", "0.80", "0.83", "s"], ["size", "250", "kB"]]


@pytest.mark.parametrize("key, figure, recorded, said", [
    ("speed", 1.01, 1.0, ["MISSED"]), ("speed", 0.9, 0.8, ["WORSE", "by", "12%"]), ("speed", 0.88, 0.8, []), ("speed", 0.2, 0.8, []),
    ("points", 94, 94, ["MISSED"]), ("points", 97, 100, []), ("points", 100, 95, []), ("size", 3, 2, ["WORSE", "by", "50%"]),
    ("speed", 0.1, 0, ["WORSE"]),
])  # fmt: skip
def test_a_missed_target_and_what_got_worse_are_marked(key, figure, recorded, said):
    (line,) = lines({key: figure}, {key: recorded})
    assert [word for word in line if word in ("MISSED", "WORSE", "by") or word.endswith("%")] == said


def test_more_is_better_where_a_row_says_so():
    assert POINTS.misses(90)
    assert POINTS.is_worse(80, 95)
    assert not replace(POINTS, more=False).misses(90)


def test_what_is_recorded_is_read_again(tmp_path):
    file = tmp_path / "recorded.yaml"
    assert read(file) == {}
    write({"size": 12.34, "speed": 0.05}, ROWS, file)
    assert read(file) == {"speed": 0.05, "size": 12.3}


def test_a_part_that_was_not_measured_stays_recorded_and_a_row_that_is_gone_does_not(tmp_path):
    file = tmp_path / "recorded.yaml"
    write({"size": 1, "speed": 1}, ROWS, file)
    write({"size": 2, "gone": 3}, ROWS, file)
    assert read(file) == {"speed": 1, "size": 2}
    write({}, {"size": ROWS["size"]}, file)
    assert read(file) == {"size": 2}


def test_the_invented_plan_has_no_problem(tmp_path):
    write_project(tmp_path, 8, 10)
    project = Project(tmp_path)
    assert project.check() == []
    assert len(project.plan.objectives) == 8


def test_the_frozen_pages_are_as_many_as_those_they_stand_for_and_the_same_each_time(tmp_path):
    counted = [write_plain(tmp_path / name) for name in ("one", "other")]
    files = [{file.relative_to(tmp_path / name): file.read_bytes() for file in (tmp_path / name).rglob("*.*")} for name in ("one", "other")]
    assert counted == [1258, 1258]
    assert files[0] == files[1]
