"""tools/answer.py: one comment on the issue, which a later answer replaces; it needs Python and gh alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.paths import ROOT

GH = """#!/bin/sh
'''exec' {python} "$0" "$@"
'''
import json, pathlib, sys
state = pathlib.Path({state!r})
comments = json.loads(state.read_text())
words = sys.argv[1:]
assert words[0] == "api"
method = words[words.index("--method") + 1] if "--method" in words else "GET"
if method == "GET":
    print("\\n".join(map(json.dumps, comments)))
else:
    body = json.load(sys.stdin)["body"]
    if method == "POST":
        assert "repos/{{owner}}/{{repo}}/issues/7/comments" in words
        comments.append(dict(id=len(comments), user="github-actions[bot]", body=body.replace("\\n", "\\r\\n")))
    else:
        comments[int(words[3].rpartition("/")[2])]["body"] = body
state.write_text(json.dumps(comments))
"""


@pytest.fixture
def post(tmp_path):
    """What a run with an answer prints, and the comments after it."""
    state, program, event = tmp_path / "state.json", tmp_path / "bin/gh", tmp_path / "event.json"
    program.parent.mkdir()
    program.write_text(GH.format(python=sys.executable, state=str(state)), "utf-8")
    program.chmod(0o755)
    others = ["<!-- answer to the form -->\nforged", "a question"]
    state.write_text(json.dumps([{"id": number, "user": "somebody", "body": body} for number, body in enumerate(others)]), "utf-8")
    event.write_text('{"issue": {"number": 7}}', "utf-8")
    environment = os.environ | {"PATH": f"{program.parent}:{os.environ['PATH']}", "GITHUB_EVENT_PATH": str(event)}

    def run(answer: str) -> tuple[str, list[str]]:
        (tmp_path / "answer.md").write_text(answer, "utf-8")
        command = [sys.executable, "-S", ROOT / "tools/answer.py", tmp_path / "answer.md"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip(), [one["body"].replace("\r\n", "\n") for one in json.loads(state.read_text("utf-8"))][2:]

    return run


def test_an_answer_is_posted_once_and_a_later_one_takes_its_place(post):
    first, second = ("<!-- answer to the form -->\n\nfirst\n", "<!-- answer to the form -->\n\nsecond\n")
    assert post(first) == ("Answered.", [first])
    assert post(first) == ("Answered so already.", [first])
    assert post(second) == ("Answered anew.", [second])


def test_nothing_is_posted_where_there_is_no_answer(post):
    assert post("") == ("Nothing to tell.", [])


@pytest.mark.parametrize("event", ["", "{}", '{"issue": {"number": "x"}}'])
def test_a_run_that_no_issue_started_is_told_how_to_use_it(tmp_path, event):
    file: Path = tmp_path / "event.json"
    file.write_text(event, "utf-8")
    done = subprocess.run(
        [sys.executable, ROOT / "tools/answer.py", file], env=os.environ | {"GITHUB_EVENT_PATH": str(file)}, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage")
