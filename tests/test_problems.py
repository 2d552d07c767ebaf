"""Problems as people, GitHub and programs read them."""

import json
import re

import pytest

from macros import __main__
from macros.problems import FORMATS, NOTICE, Problem, in_order
from macros.reading.load import load

ERROR = Problem("data/actors.yaml", 12, "mill-school", "'partof' is not a known field here", "did you mean 'part_of'?")
SEEN = Problem("data/actions.yaml", 3, "2.1.1", "a typing error was mended", level=NOTICE)
# What a text of the data may try, and a value of a property too.
HOSTILE = [
    "\n::warning ::x",
    "\r::error ::x",
    "\r\n::set-output name=a::b",
    "a%0A::warning ::x",
    "%",
    "::stop-commands::x",
    "a,title=b::c",
    "\u2028::x",
    "x\x85::x",
    "##[error]x",
]


def test_text_shows_errors_first_and_marks_notices():
    assert FORMATS["text"](in_order([SEEN, ERROR]), 9) == (
        "data/actors.yaml:12: mill-school: 'partof' is not a known field here\n"
        "  hint: did you mean 'part_of'?\n"
        "data/actions.yaml:3: notice: 2.1.1: a typing error was mended\n"
        "1 problem and 1 notice in data/. Nothing was built."
    )


@pytest.mark.parametrize(
    ("problems", "summary"),
    [([], "9 records, no problem."), ([SEEN], "9 records, no problem, 1 notice."), ([SEEN, SEEN], "9 records, no problem, 2 notices.")],
)
def test_the_summary_counts(problems, summary):
    assert FORMATS["text"](problems, 9).split("\n")[-1] == FORMATS["github"](problems, 9).split("\n")[-1] == summary


def test_github_puts_a_problem_on_its_line():
    problems = in_order([SEEN, ERROR])
    assert FORMATS["github"](problems, 9) == (
        "::error file=data/actors.yaml,line=12,title=mill-school::'partof' is not a known field here%0Ahint: did you mean 'part_of'?\n"
        "::notice file=data/actions.yaml,line=3,title=2.1.1::a typing error was mended\n" + FORMATS["text"](problems, 9)
    )


def test_the_log_names_the_place_of_more_problems_than_github_shows():
    problems = [Problem("data/actors.yaml", number, "", "wrong", "right") for number in range(1, 31)]
    assert FORMATS["github"](problems, 9).endswith("data/actors.yaml:30: wrong\n  hint: right\n30 problems in data/. Nothing was built.")


def read_back(line: str) -> dict[str, str]:
    """A workflow command as the runner reads it: properties end at a comma, the message begins after the second pair of colons."""
    level, _, rest = line.removeprefix("::").partition(" ")
    properties, _, message = rest.partition("::")
    fields = dict(one.partition("=")[::2] for one in properties.split(","))
    codes = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
    whole = lambda text: re.sub("%(0D|0A|3A|2C|25)", lambda found: codes[found[0]], text)  # noqa: E731
    return {"level": level, "message": whole(message)} | {name: whole(value) for name, value in fields.items()}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_starts_a_command_of_its_own(hostile):
    problem = Problem(f"data/{hostile}", 1, hostile, hostile, hostile)
    command, *text = FORMATS["github"]([problem], 0).split("\n")
    assert "\r" not in command
    assert len(text) == 3
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in text)
    assert read_back(command) == {
        "level": "error", "file": f"data/{hostile}", "line": "1", "title": hostile, "message": f"{hostile}\nhint: {hostile}",
    }  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_starts_a_line_of_its_own(hostile):
    problem = Problem("data/actors.yaml", 1, hostile, hostile, hostile)
    lines = FORMATS["text"]([problem], 0).splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("data/actors.yaml:1: ") and lines[1].startswith("  hint: ")


def test_json_is_one_object_with_every_field():
    assert json.loads(FORMATS["json"](in_order([SEEN, ERROR]), 9)) == {
        "problems": [
            {"file": ERROR.file, "line": 12, "record": "mill-school", "level": "error", "message": ERROR.message, "hint": ERROR.hint},
            {"file": SEEN.file, "line": 3, "record": "2.1.1", "level": "notice", "message": SEEN.message, "hint": ""},
        ],
        "language": "en",
        "errors": 1,
        "notices": 1,
        "records": 9,
    }


@pytest.mark.parametrize("hostile", HOSTILE)
def test_json_keeps_any_text(hostile):
    (problem,) = json.loads(FORMATS["json"]([Problem("data/x.yaml", 1, hostile, hostile)], 0))["problems"]
    assert (problem["record"], problem["message"]) == (hostile, hostile)


@pytest.mark.parametrize("form", FORMATS)
def test_the_exit_code_says_whether_there_are_errors(form, project, edit, monkeypatch, capsys):
    monkeypatch.setattr(__main__, "ROOT", project)
    assert __main__.main(["check", "--format", form]) == 0
    assert str(load(project).size) in capsys.readouterr().out
    edit("actors.yaml", "kind: agency", "kind: agincy")
    assert __main__.main(["check", "--format", form]) == 1
    out, err = capsys.readouterr()
    assert "agincy" in (err if form == "text" else out)
    assert bool(err) == (form == "text")


def test_faults_of_shape_are_reported_in_every_format(project, edit, monkeypatch, capsys):
    monkeypatch.setattr(__main__, "ROOT", project)
    edit("actors.yaml", "kind: agency", "knid: agency")
    assert __main__.main(["check", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["errors"], told["records"]) == (1, 0)
