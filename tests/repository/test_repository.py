"""What contributors meet in the repository: forms, questions, owners, hooks; and where the site's links lead."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from support.forms import FORMS, GITHUB, fields
from support.paths import ROOT

from macros.languages import LANGUAGES
from macros.proposals.forms import ASKED, form_files
from macros.reading.load import load
from macros.wording.catalogue import read_wordings

ACTS = {file.name: file.read_text("utf-8") for file in sorted((GITHUB / "PULL_REQUEST_TEMPLATE").glob("*.md"))}
DEFAULT = (GITHUB / "pull_request_template.md").read_text("utf-8")
# What a link may fill by its name without a field in the form; a field with such an id could not be filled.
TAKEN = {"title", "body", "labels", "assignees", "milestone", "projects", "template", "type"}
ATTRIBUTES = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "options", "multiple", "default"},
}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_has_what_github_asks(name):
    form = FORMS[name]
    assert {"name", "description", "body"} <= set(form) <= {"name", "description", "title", "body", "labels"}
    for part in form["body"]:
        assert set(part) <= {"type", "id", "attributes", "validations"}
        assert set(part["attributes"]) <= ATTRIBUTES[part["type"]]
        assert part["attributes"].get("value" if part["type"] == "markdown" else "label")
        assert all(isinstance(text, str) for text in part["attributes"].get("options", [])), "YAML reads a bare No as false"
    ids = [part["id"] for part in fields(form)]
    labels = [part["attributes"]["label"] for part in fields(form)]
    assert all(re.fullmatch(r"[a-z_]+", id) for id in ids)
    assert len(set(ids)) == len(ids) == len(set(labels)) > 0
    assert not TAKEN & set(ids)
    assert any(part.get("validations", {}).get("required") for part in fields(form))


def test_a_form_that_is_answered_is_there_in_every_language_and_as_the_program_makes_it():
    made = form_files(load(ROOT), read_wordings(ROOT / "data"))
    assert len(made) == len(ASKED) * len(LANGUAGES)
    assert [name for name, text in made.items() if (GITHUB / "ISSUE_TEMPLATE" / name).read_text("utf-8") != text] == [], "python -m macros schemas"
    assert {tuple(FORMS[name]["labels"]) for name in made} == {(act,) for act in ASKED}, "the label of a form is its act"


@pytest.mark.parametrize("name", [name for name in FORMS if "labels" in FORMS[name]])
def test_what_is_required_stands_above_the_line_at_which_one_may_stop(name):
    kinds = [part["type"] for part in FORMS[name]["body"]]
    below = FORMS[name]["body"][kinds.index("markdown", 1) :] if kinds.count("markdown") > 1 else []
    assert len(below) != 1, "a line with nothing below it"
    assert [part["id"] for part in below[1:] if part.get("validations")] == []


@pytest.mark.parametrize("name", [name for name in FORMS if "labels" not in FORMS[name]])
def test_a_form_speaks_both_languages(name):
    said = [FORMS[name]["name"], FORMS[name]["description"]]
    for part in fields(FORMS[name]):
        said += [text for key in ("label", "description") if (text := part["attributes"].get(key))]
    assert [text for text in said if " · " not in text] == []


@pytest.mark.parametrize("name", [name for name in FORMS if "labels" in FORMS[name]])
def test_who_speaks_of_facts_names_what_says_so_and_an_interest(name):
    required = {part["id"] for part in fields(FORMS[name]) if part.get("validations", {}).get("required")}
    assert required & {"document", "quotation", "rests_on"} and "interest" in required


def test_the_first_form_leads_to_each_act():
    assert set(re.findall(r"\(\?expand=1&template=([a-z-]+\.md)\)", DEFAULT)) == set(ACTS)


@pytest.mark.parametrize("text", [DEFAULT, *ACTS.values()], ids=["default", *ACTS])
def test_each_question_stands_in_both_languages(text):
    lines = [line for line in text.splitlines() if line]
    asked = [i for i, line in enumerate(lines) if line.startswith("**")]
    assert asked
    assert all(re.match(r"\*[^*]", lines[i + 1]) for i in asked)
    assert all(" · *" in line for line in lines if line.startswith("- [ ]"))


@pytest.mark.parametrize("name", ["change-a-status.md", "correct-a-mistake.md", "add-an-action.md", "add-an-actor.md", "add-a-development.md"])
def test_an_act_on_data_asks_for_an_interest_as_the_first_form_does(name):
    asked = re.findall(r"(?m)^\*\*.*\*\*", DEFAULT)
    assert len(asked) == 2 and "are you paid by, a body that the change names?" in asked[0]
    assert all(question in ACTS[name] for question in asked)


@pytest.mark.parametrize("text", [DEFAULT, ACTS["change-a-status.md"], ACTS["add-a-development.md"]])
def test_a_new_file_is_asked_nothing_that_it_tells(text):
    assert text.count("\n**") == 2


def owned() -> dict[str, tuple[set[Path], set[str]]]:
    """Pattern of CODEOWNERS -> the files it means and their owners; in order, the last one counts."""
    lines = [line.split() for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines() if line and line[0] != "#"]
    found = {}
    for pattern, *owners in lines:
        whole = pattern.lstrip("/") + ("**/*" if pattern.endswith("/") else "")
        found[pattern] = ({file for file in ROOT.glob(whole) if file.is_file()}, set(owners))
    return found


def test_each_line_of_codeowners_means_a_file_and_names_somebody():
    for pattern, (files, owners) in owned().items():
        assert files, pattern
        assert owners and all(re.fullmatch(r"@\w[\w-]*(/\w[\w-]*)?", owner) for owner in owners), pattern


def test_data_pages_code_and_workflows_have_owners_apart():
    last = {}
    for files, owners in owned().values():
        last |= dict.fromkeys(files, frozenset(owners))
    everything = next(iter(owned().values()))[1]
    kinds = ["data/actions.yaml", "data/wording/fr.yaml", ".github/workflows/deploy.yml"]
    assert len({last[ROOT / name] for name in kinds} | {frozenset(everything)}) == 4
    assert last[ROOT / "docs/fr/method/index.md"] == last[ROOT / "data/wording/en.yaml"]
    assert ROOT / "macros/reading/load.py" not in last


HOOKS = [hook for source in yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"] for hook in source["hooks"]]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_is_a_command_that_works(hook):
    program, *words = hook["entry"].split()
    assert program.startswith(".venv/bin/")
    assert hook["language"] == "system"
    files = [] if hook.get("pass_filenames") is False else [__file__]
    done = subprocess.run([Path(sys.executable).parent / Path(program).name, *words, *files], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("hook", [hook for hook in HOOKS if "types" in hook], ids=lambda hook: hook["id"])
def test_a_hook_refuses_a_bad_file(hook, tmp_path):
    bad = tmp_path / "bad.py"
    bad.write_text("import os\nx = [1 ,2]\n")
    program, *words = hook["entry"].split()
    assert subprocess.run([Path(sys.executable).parent / Path(program).name, *words, bad], cwd=ROOT, capture_output=True).returncode == 1


def test_dependabot_knows_all_that_we_take_from_elsewhere():
    config = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text("utf-8"))
    assert {update["package-ecosystem"] for update in config["updates"]} == {"github-actions", "pip"}
    assert all(update["cooldown"]["default-days"] >= 7 and update["groups"] for update in config["updates"])
    # It would not look into actions of our own, and hooks of others it would have to be told of.
    assert list((ROOT / ".github").rglob("action.y*ml")) == []
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert {source["repo"] for source in hooks["repos"]} == {"local"}
