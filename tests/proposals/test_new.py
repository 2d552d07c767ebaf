"""`python -m macros new`: asks for what no option answers, writes the record, names what is wrong; it overwrites nothing."""

from argparse import Namespace
from pathlib import Path

import pytest
import yaml
from support.filled import DEVELOPMENT, STATUS
from support.frozen import PLAN, WORDS, copy_data

from macros import __main__
from macros.messages import speaking
from macros.proposals.ask import NAMES, new
from macros.reading.load import load

ACTOR = {
    "name_en": "Relevant services",
    "name_fr": "Services compétents",
    "kind": "group",
    "what_en": "The services.",
    "what_fr": "Les services.",
    "locator": "2.6.2 ¶2",
    "quotation": "l'orientation de celles-ci vers les services compétents",
    "id": "relevant-services",
}


@pytest.fixture
def data(tmp_path) -> Path:
    copy_data(tmp_path)
    return tmp_path


def options(answers: dict[str, str]) -> Namespace:
    return Namespace(**dict.fromkeys(NAMES) | answers)


def state(data: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in data.rglob("*") if file.is_file()}


def test_a_record_of_its_own_file_is_written_and_one_of_that_day_is_numbered(data):
    files = [new(data, "assessment", options(STATUS), None)[0].file for _ in range(2)]
    assert files == ["data/assessments/2.2.1/2008-10-17.2.yaml", "data/assessments/2.2.1/2008-10-17.3.yaml"]
    assert len(load(data).objectives["2.2.1"].assessments) == 3


def test_a_record_is_written_below_those_of_its_kind_and_what_is_wrong_is_said(data):
    written, problems = new(data, "actor", options(ACTOR), None)
    lines = (data / written.file).read_text("utf-8").splitlines()
    assert lines[written.line] == "- id: relevant-services"
    assert "relevant-services" in {problem.record for problem in problems}, "no record names it yet"
    assert {*load(data).actors} == {*PLAN.actors, "relevant-services"}


def test_what_is_not_answered_is_asked_for_until_it_is_a_choice(data, capsys):
    said = iter(["done soon", "under-way", "medium", ""])
    given = {name: text for name, text in STATUS.items() if name not in ("status", "confidence")}
    with speaking("fr"):
        new(data, "assessment", options(given), lambda prompt: next(said))
    asked = capsys.readouterr().err
    assert WORDS["fr"].say("ask.status") in asked
    assert PLAN.vocabularies["statuses"]["under-way"].label.fr in asked
    assert load(data).objectives["2.2.1"].assessments[-1].status == "under-way"


def test_whoever_writes_one_language_is_asked_in_one_and_pastes_what_has_many_lines(data, capsys):
    said = iter(["first line", "second line", "", "another passage", "", "", ""])
    given = {name: text for name, text in DEVELOPMENT.items() if name != "quotation" and not name.endswith("_fr")}
    with speaking("en"):
        written, problems = new(data, "development", options(given | {"language": "en", "locator": "p. 1"}), lambda prompt: next(said))
    assert WORDS["en"].say("ask.also", language="French") in capsys.readouterr().err
    record = yaml.safe_load((data / written.file).read_text("utf-8"))
    assert [one["quotation"] for one in record["evidence"]] == ["first line second line", "another passage"]
    assert "fr" not in record["title"] and problems
    (data / written.file).unlink()


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"reason_en": ""}, "--reason-en"),
        ({"status": "finished"}, "--status finished"),
        ({"objective": "9.9"}, "--objective 9.9"),
        ({"as_of": "2012"}, "--as-of"),
    ],
)
def test_what_cannot_be_written_is_named_and_nothing_is(data, changed, says):
    before = state(data)
    with pytest.raises(SystemExit, match=says):
        new(data, "assessment", options(STATUS | changed), None)
    assert state(data) == before


@pytest.mark.parametrize("id", ["../../x", "europol"])
def test_a_name_that_leads_elsewhere_or_is_taken_is_refused(data, id):
    before = state(data)
    with pytest.raises(SystemExit, match="--id"):
        new(data, "actor", options(ACTOR | {"id": id}), None)
    assert state(data) == before


def test_every_question_may_be_answered_by_an_option_of_the_command(data, monkeypatch, capsys):
    """Also one that is called as what is added is: `new development --kind report`."""
    monkeypatch.setattr(__main__, "ROOT", data)
    words = [word for name, said in DEVELOPMENT.items() for word in (f"--{name.replace('_', '-')}", said)]
    __main__.main(["new", "development", *words])
    file = f"data/developments/{DEVELOPMENT['id']}.yaml"
    assert file in capsys.readouterr().out
    assert f"\nkind: {DEVELOPMENT['kind']}\n" in (data / file).read_text("utf-8")
