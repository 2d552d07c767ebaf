"""What holds for the real data beside the rules of the check."""

from support.paths import ROOT

from macros.model.kinds import FILES
from macros.project import Project


def test_the_data_has_no_problem():
    Project(ROOT).check()


def test_every_data_file_is_described():
    assert {file.name for file in (ROOT / "data").glob("*.yaml")} == set(FILES)
