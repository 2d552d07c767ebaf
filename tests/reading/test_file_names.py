"""A file whose name says no identifier: the hint keeps what was meant by it."""

import pytest
from support.paths import TINY

from macros.problems import DataErrors
from macros.reading.load import load


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("assessments/2.2.1/09-04-2014.yaml", "name it like  data/assessments/2.2.1/2014-04-09.yaml"),
        ("assessments/2.2.1/2014-4-9.yaml", "name it like  data/assessments/2.2.1/2014-04-09.yaml"),
        ("assessments/2.2.1/YYYY-MM-DD.yaml", "replace YYYY-MM-DD by the day of the newest document on which it rests"),
        ("assessments/2.1.1/now.yaml", "name it by the day of which it speaks, as year, month and day: YYYY-MM-DD.yaml"),
        ("assessments/2014-04-09.yaml", "put it into the folder of what it judges: data/assessments/<objective>/<day>.yaml"),
        ("developments/Étude 2012.yaml", "name it like  data/developments/etude-2012.yaml"),
        ("assessments/2.2.1/2014-04-09.2.yml", "name it like  data/assessments/2.2.1/2014-04-09.yaml"),
        ("assessments/2.2.1/2007-10-17 (2).yaml", "name it like  data/assessments/2.2.1/2007-10-17.2.yaml"),
        ("assessments/2.2.1/2007-10-17.02.yaml", "name it like  data/assessments/2.2.1/2007-10-17.2.yaml"),
        ("developments/etude-2012.yaml.txt", "name it like  data/developments/etude-2012.yaml"),
        ("developments/etude-2012 (1).yaml", "name it like  data/developments/etude-2012.yaml"),
        ("developments/etude-2012.yml", "name it like  data/developments/etude-2012.yaml"),
        ("developments/NAME-YEAR.yaml", "replace NAME-YEAR by two or three words and the year: directive-2011-36"),
    ],
)
def test_the_hint_on_a_file_name_keeps_what_was_meant(project, written, hint):
    file = project / "data" / written
    file.parent.mkdir(parents=True, exist_ok=True)
    like = "assessments/2.2.1/2006-10-17.yaml" if written.startswith("assessments/") else "developments/mill-day-2012.yaml"
    file.write_text((TINY / "data" / like).read_text("utf-8"), "utf-8")
    with pytest.raises(DataErrors) as raised:
        load(project)
    assert [problem.hint for problem in raised.value.problems] == [hint]
