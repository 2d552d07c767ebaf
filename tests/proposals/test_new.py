"""`python -m macros new`: asks for what no option answers, writes the record, names what is wrong; it overwrites nothing."""

import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest
import yaml
from support.filled import DEVELOPMENT, STATUS
from support.frozen import PLAN, WORDS, copy_data
from support.paths import ROOT

from macros import __main__
from macros.messages import speaking
from macros.proposals.ask import NAMES, new
from macros.proposals.blanks import called, held_or_reported
from macros.proposals.git_way import way_of
from macros.proposals.proposal import Proposal
from macros.proposals.records import make
from macros.proposals.short_name import name_of_title
from macros.reading.load import load
from macros.wording.labels import Labels

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
    said = iter(["first line", "second line", "", "another passage of them", "", "", ""])
    given = {name: text for name, text in DEVELOPMENT.items() if name != "quotation" and not name.endswith("_fr")}
    with speaking("en"):
        written, problems = new(data, "development", options(given | {"language": "en", "locator": "p. 1"}), lambda prompt: next(said))
    assert WORDS["en"].say("ask.also", language="French") in capsys.readouterr().err
    record = yaml.safe_load((data / written.file).read_text("utf-8"))
    assert [one["quotation"] for one in record["evidence"]] == ["first line second line", "another passage of them"]
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


PAGE = {"where": "https://them.example/2", "publisher": "ngo", "printed": "", "language": "", "locator": "", "id": ""}
WORDS_OF_PAGE = "The study on common indicators was published on 19 June 2012 and it is read in many countries"


def asked_of(data: Path, kind: str, given: dict[str, str], said: list[str], capsys) -> tuple[str, dict]:
    """What somebody reads who gives some answers as options and others when asked, all of them; the record."""
    left = iter(said)
    with speaking("en"):
        written, _ = new(data, kind, options(given), lambda prompt: next(left))
    assert list(left) == []
    record = yaml.safe_load((data / written.file).read_text("utf-8"))
    (data / written.file).unlink()
    return capsys.readouterr().err, record


def test_what_follows_from_other_answers_is_not_asked(data, capsys):
    given = {name: text for name, text in (DEVELOPMENT | PAGE).items() if name not in ("quotation", "date_of", "makes")}
    asked, record = asked_of(data, "development", given, [WORDS_OF_PAGE, "", "", ""], capsys)
    assert [WORDS["en"].say(f"ask.{name}") in asked for name in ("printed", "language", "locator", "makes", "id")] == [False] * 5
    assert (record["date"]["of"], record["date"]["printed"], record["makes"]) == ("event", "19 June 2012", "result")
    assert record["evidence"][0]["language"] == "en"


def test_a_quotation_that_is_too_long_is_asked_again_at_once(data, capsys):
    given = {name: text for name, text in (DEVELOPMENT | PAGE).items() if name != "quotation"}
    long = f"{WORDS_OF_PAGE} where people work with them every day"
    asked, record = asked_of(data, "development", given, [long, "", "", WORDS_OF_PAGE, "", ""], capsys)
    assert "20 are the most" in asked
    assert [one["quotation"] for one in record["evidence"]] == [WORDS_OF_PAGE]


def test_no_means_no(data, capsys):
    given = {name: text for name, text in DEVELOPMENT.items() if not name.endswith("_fr")}
    assert "fr" not in asked_of(data, "development", given, ["no"], capsys)[1]["title"]


def test_what_bears_a_status_is_chosen_from_a_list_and_asked_again_at_once(data, capsys):
    given = {name: text for name, text in STATUS.items() if name not in ("rests_on", "as_of")}
    asked, record = asked_of(data, "assessment", given, ["article 99 of directive 1999/1", "1"], capsys)
    assert WORDS["en"].say("ask.none_of_these") in asked
    first = held_or_reported(PLAN, PLAN.objectives["2.2.1"])[0]
    assert record["rests_on"] == [first.id] and f"  1 {called(first, Labels(PLAN, WORDS['en']))}"[:40] in asked


def test_the_day_of_what_is_known_by_its_year_is_the_last_one(project):
    file = project / "data/developments/inspectors-2009.yaml"
    file.write_text(file.read_text("utf-8").replace("value: 2009-10-17", "value: 2009"), "utf-8")
    answers = dict.fromkeys(NAMES, "") | STATUS | {"as_of": "", "rests_on": "2.2.1-1, inspectors-2009", "step_back": "correction"}
    assert make("assessment", answers, load(project), "2026-11-30").file == "data/assessments/2.2.1/2009-12-31.yaml"


def test_a_site_that_we_do_not_know_is_asked_for_without_stray_signs(data, capsys):
    given = DEVELOPMENT | {"where": "https://nobody.example/2", "publisher": ""}
    assert "…" not in asked_of(data, "development", given, ["1"], capsys)[0]


@pytest.mark.parametrize(
    ("language", "title", "id"),
    [
        ("en", "La Strada International opens a common database", "la-strada-international-2012"),
        ("en", "The Commission reports on progress", "commission-reports-progress-2012"),
        ("en", "Eurostat sets up a working group", "eurostat-working-group-2012"),
        ("fr", "La Commission européenne présente un rapport", "commission-europeenne-presente-2012"),
        ("fr", "La Strada International ouvre une base", "la-strada-international-2012"),
    ],
)
def test_a_short_name_begins_as_its_title_does(language, title, id):
    assert name_of_title({language: title}, "2012-10-18") == id


@pytest.mark.parametrize(
    ("kind", "proposal", "about"),
    [
        ("assessment", Proposal("2.2.1@2011-04-05", "data/assessments/2.2.1/2011-04-05.yaml", "status: under-way\n"), "2.2.1"),
        ("development", Proposal("study-2012", "data/developments/study-2012.yaml", "kind: report\n"), "study-2012"),
        ("actor", Proposal("relevant-services", "data/actors.yaml", "- id: relevant-services\n", 7), "relevant-services"),
    ],
)
def test_the_way_to_a_pull_request_is_said_with_the_id_of_the_record(kind, proposal, about):
    said = "\n".join(way_of(kind, proposal))
    assert f'-m "{about}: ' in said and f"git add {proposal.file}" in said


def test_without_its_libraries_the_program_says_how_to_get_them():
    done = subprocess.run([sys.executable, "-S", "-m", "macros", "check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1 and "make check" in done.stderr and "Traceback" not in done.stderr
