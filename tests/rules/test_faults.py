"""Every message: the pictures in tests/tiny/faults/ show what somebody writes and all that they are told."""

import re
import shutil
from contextlib import suppress
from inspect import signature
from pathlib import Path

import pytest
from support.paths import TINY
from support.pictures import FAULTS, all_pictures
from support.positions import marked

from macros import __main__
from macros.languages import LANGUAGES
from macros.model.kinds import FILES as FILES_OF_DATA
from macros.problems import DataErrors
from macros.project import Project
from macros.reading.load import load
from macros.rules import RULES
from macros.rules.facts import problems_of

PICTURES = all_pictures(FAULTS)


def test_the_tiny_project_has_no_problem(project, problems):
    assert problems(project) == []


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """One copy of the tiny project for all pictures: each is restored when it was seen."""
    folder = tmp_path_factory.mktemp("faults")
    shutil.copytree(TINY / "data", folder / "data")
    return folder


@pytest.mark.parametrize("picture", [pytest.param(one, id=name.replace(" ", "_")) for name, one in PICTURES.items()])
def test_fault(picture, copy, problems, says):
    try:
        said = problems(picture.spoil(copy))
    finally:
        picture.restore(copy)
    says("\n".join(said), picture)


def test_every_rule_has_a_fault_that_breaks_it(copy):
    # What pages and templates break stands in test_gate.py.
    unbroken = [rule for rule in RULES if not {"documents", "requested"} & set(signature(rule).parameters)]
    for picture in PICTURES.values():
        if not unbroken:
            break
        with suppress(DataErrors):
            facts = Project(picture.spoil(copy)).facts
            unbroken = [rule for rule in unbroken if not any(problems_of(rule, facts))]
        picture.restore(copy)
    assert unbroken == []


# A file as bytes -> the messages.
FILES = {
    "it_is_empty": (b"", "data/glossary.yaml:1: the file is empty\n  hint: begin it with  glossary:"),
    "it_holds_comments_only": (b"# nothing yet\n", "data/glossary.yaml:1: the file is empty\n  hint: begin it with  glossary:"),
    "it_is_a_list": (
        b"- id: sail\n",
        "data/glossary.yaml:{sail}: the file does not begin with 'glossary:'\n  hint: begin it with  glossary:",
    ),
    "it_is_one_word": (
        b"glossary\n",
        "data/glossary.yaml:1: the file does not begin with 'glossary:'\n  hint: begin it with  glossary:",
    ),
    "it_is_latin_1": (
        "glossary:\n- id: mill\n  term: {en: mill, fr: œuvre à moudre}\n".replace("œ", "oe").encode("latin-1"),
        "data/glossary.yaml:{mill+1}: the file is not UTF-8\n  hint: save it with the encoding UTF-8",
    ),
    "it_begins_with_a_byte_order_mark": (
        "glossary: []\n".encode("utf-8-sig"),
        "data/glossary.yaml:1: the file begins with a byte-order mark\n  hint: save it as UTF-8 without a byte-order mark (BOM)",
    ),
    "it_is_utf_16": (
        "glossary: []\n".encode("utf-16"),
        "data/glossary.yaml:1: the file begins with a byte-order mark\n  hint: save it as UTF-8 without a byte-order mark (BOM)",
    ),
    "it_is_utf_16_without_a_mark": (
        "glossary: []\n".encode("utf-16-le"),
        "data/glossary.yaml:1: an invisible character (U+0000) stands in this line\n  hint: delete it and write the text again",
    ),
    "it_ends_in_the_middle_of_a_line": (
        b"glossary:\n- id: mi",
        "data/glossary.yaml:{mi}: the last line does not end; the file may be cut off here\n"
        "  hint: write what is missing, or press Enter at the end of the line",
    ),
    "it_begins_in_the_middle_of_a_record": (
        b"  term: {en: mill, fr: moulin}\n- id: sail\n",
        "data/glossary.yaml:1: the file does not begin with 'name:'\n  hint: write the beginning of the file again: it may be lost",
    ),
    "its_lines_end_as_on_old_computers": (
        b"glossary:\r- id: mill\r",
        "data/glossary.yaml:1: an invisible character (U+000D) stands in this line\n  hint: delete it and write the text again",
    ),
    "it_is_a_picture": (
        b"\x89PNG\r\n\x1a\n\x00\x00",
        "data/glossary.yaml:1: the file is not UTF-8\n  hint: save it with the encoding UTF-8",
    ),
}

# Each is refused before it is read whole.
HUGE = {
    "it_has_thousands_of_levels_of_lists": (
        b"glossary:\n" + b"- " * 2_000 + b"sail\n",
        "data/glossary.yaml:2: more than 16 levels stand inside each other\n  hint: check the indentation",
    ),
    "it_has_thousands_of_levels_of_brackets": (
        b"glossary: " + b"[" * 2_000 + b"]" * 2_000 + b"\n",
        "data/glossary.yaml:1: more than 16 levels stand inside each other\n  hint: check the indentation",
    ),
    "it_has_hundreds_of_levels_of_braces": (
        b"glossary: " + b"{a: " * 900 + b"}" * 900 + b"\n",
        "data/glossary.yaml:1: more than 16 levels stand inside each other\n  hint: check the indentation",
    ),
    "it_has_a_line_of_a_megabyte": (
        b"glossary: [" + b"x, " * 350_000 + b"x]\n",
        "data/glossary.yaml:1: the line has 1050013 characters; no line of a data file is that long\n  hint: look for text pasted many times",
    ),
    "it_has_a_text_of_many_lines": (
        b"glossary:\n- id: |\n" + b"    [[[[[[[[[[[[[[[[[[[\n" * 100_000,
        "data/glossary.yaml:{|}: a text of 2000000 characters begins here; none is that long\n"
        "  hint: look for a missing quotation mark, or text pasted many times",
    ),
    "it_has_a_list_without_end": (
        b"glossary:\n" + b"- x\n" * 500_000,
        "data/glossary.yaml:20002: this is item 20001 of what begins in line 1; no list is that long\n  hint: look for text pasted many times",
    ),
    "it_has_many_megabytes": (
        b"# mill\n" * 2_500_000,
        "data/glossary.yaml:1: the file has 17500000 bytes; no data file is that long\n  hint: look for text pasted many times",
    ),
}


@pytest.mark.parametrize(("content", "message"), (FILES | HUGE).values(), ids=FILES | HUGE)
def test_a_file_is_refused_when(content, message, project, problems):
    (project / "data/glossary.yaml").write_bytes(content)
    assert problems(project) == [message]


def test_a_missing_file_is_named(project, problems):
    (project / "data/means.yaml").unlink()
    assert problems(project) == ["data/means.yaml:1: the file is missing\n  hint: restore it from the last commit"]


def test_broken_fingerprints_are_named(project, problems):
    (project / "data/fingerprints/com-2008-657.json").write_text("<<<<<<< HEAD\n", "utf-8")
    assert problems(project) == [
        "data/fingerprints/com-2008-657.json:1: these fingerprints cannot be read\n"
        "  hint: make them again: python -m macros fingerprint com-2008-657 FILE"
    ]


def test_fingerprints_that_a_hand_changed_are_named(project, problems):
    file = project / "data/fingerprints/com-2008-657.json"
    file.write_text(file.read_text("utf-8").replace('"1.1 ¶1": "', '"1.1 ¶1": "0000', 1), "utf-8")
    assert problems(project) == [
        "data/fingerprints/com-2008-657.json:1: these fingerprints were changed by hand\n"
        "  hint: restore the file from the last commit, or make it again: python -m macros fingerprint com-2008-657 FILE"
    ]


def run(root: Path, monkeypatch, capsys) -> tuple[int, str, str]:
    """Run `python -m macros check` on a project folder: exit code, what it printed, what it complained, with lines told from their record."""
    monkeypatch.setattr(__main__, "ROOT", root)
    code = __main__.main(["check"])
    return code, *(marked(root, text) for text in capsys.readouterr())


def test_check_counts_the_records_of_sound_data(project, monkeypatch, capsys):
    assert run(project, monkeypatch, capsys) == (0, f"{load(project).size} records, no problem.\n", "")


def test_check_reports_all_faults_of_shape_at_once(project, monkeypatch, capsys):
    for name in ("a tab for indentation", "a misspelt field", "a yes or no in another language", "two faults in one record"):
        PICTURES[name].spoil(project)
    assert run(project, monkeypatch, capsys) == (
        1,
        "",
        """\
data/actors.yaml:{school-board+4}: school-board: 'partof' is not a known field here
  hint: did you mean 'part_of'?
data/actors.yaml:{millers+2}: millers: 'knid' is not a known field here, and 'kind' is missing
  hint: write  kind:  in place of  knid:
data/findings.yaml:{f2+2}: f2: 'weakness: oui' is neither yes nor no
  hint: write  weakness: yes  or  weakness: no
data/glossary.yaml:{miller+1}: a tab stands at the beginning of the line
  hint: use spaces, two for each level
4 problems in data/. Nothing was built.
""",
    )


def test_check_reports_all_broken_rules_at_once(project, monkeypatch, capsys):
    for name in ("a misspelt actor", "one letter changed", "a CELEX number of another year", "delivered while something is only announced"):
        PICTURES[name].spoil(project)
    assert run(project, monkeypatch, capsys) == (
        1,
        "",
        """\
data/actions.yaml:{2.1.1-1+5}: 2.1.1-1: no actor has the id 'mill-shool'
  hint: did you mean 'mill-school' (School of Mills)? If not, add it to data/actors.yaml first (python -m macros new actor), \
or leave it out: a reviewer adds it
data/assessments/2.1.1/2008-10-17.yaml:2: 2.1.1@2008-10-17: 'delivered', but 2.1.1-3 is under-way
  hint: write  partly-delivered  and what is missing
data/findings.yaml:{f3+6}: f3: the quotation is not in com-2008-657 at 1.2 ¶1
  hint: its words stand there up to "De nombreux meuniers ne"; copy the rest exactly
data/sources.yaml:{com-2008-657+6}: com-2008-657: '52007DC0657' does not follow from the number 'COM(2008) 657 final'
  hint: delete it, or correct one of the two
4 problems in data/. Nothing was built.
""",
    )


def test_lines_are_sorted_as_numbers_and_one_problem_is_counted_as_one(project, monkeypatch, capsys):
    PICTURES["a role left empty"].spoil(project)
    _, _, said = run(project, monkeypatch, capsys)
    assert re.findall(r":{(.+?)}:", said) == ["2.1.1-1", "2.1.1-1+5"]
    assert said.endswith("\n2 problems in data/. Nothing was built.\n")
    PICTURES["a tab for indentation"].spoil(project)
    _, _, said = run(project, monkeypatch, capsys)
    assert said.endswith("\n1 problem in data/. Nothing was built.\n")


def test_a_folder_without_data_misses_every_file(tmp_path, monkeypatch, capsys):
    code, _, said = run(tmp_path, monkeypatch, capsys)
    assert code == 1
    assert said.count("the file is missing") == len(FILES_OF_DATA) + len(LANGUAGES)
