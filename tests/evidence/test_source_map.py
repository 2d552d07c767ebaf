"""Maps of sources, and the fingerprints made with them."""

import hashlib
import shutil
from pathlib import Path

import pytest
from support.paths import TINY

from macros import __main__
from macros.evidence.source_map import fingerprint, read_map, write_fingerprint

TEXTS = {
    "com-2008-657": "source.txt",
    "millers-commitments": "commitments.txt",
    "mill-directive": "directive.txt",
    "mill-directive.fr": "directive.fr.txt",
}


@pytest.mark.parametrize("source", TEXTS)
def test_the_fingerprints_are_those_of_the_texts(source, project):
    file = project / "data/fingerprints" / f"{source}.json"
    before = file.read_bytes()
    file.unlink()
    assert write_fingerprint(project / "data", source, TINY / TEXTS[source]) == file
    assert file.read_bytes() == before


def test_the_fingerprints_hold_no_word():
    said = (TINY / "data/fingerprints/com-2008-657.json").read_text("utf-8")
    assert not [word for word in ("meuniers", "moulin", "bureau", "Commission") if word in said]


def make(project: Path, map_edit: tuple[str, str] = ("", ""), text: bytes | None = None):
    """Make the fingerprints of the tiny report from an edited map or text."""
    file = project / "data/fingerprints/com-2008-657.map.yaml"
    assert map_edit[0] in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(*map_edit) if map_edit[0] else file.read_text("utf-8"), "utf-8")
    return fingerprint(read_map(file), text or (TINY / "source.txt").read_bytes())


def test_a_changed_text_is_refused(project):
    text = (TINY / "source.txt").read_bytes() + b"\n"
    with pytest.raises(ValueError) as refused:
        make(project, text=text)
    assert str(refused.value) == f"the file is not the one that was mapped: its SHA-256 is {hashlib.sha256(text).hexdigest()}"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  2.2.3 ¶1: 52\n", "", "no unit holds the words of line 52"),
        ("  2.2.3 ¶1: 52\n", "  2.2.3 ¶1: 52-54\n", "line 54 stands in '2.2.3 ¶1' and in '3 title'"),
        ("  1.2 ¶1: 18, 26\n", "  1.2 ¶1: 18, 24\n", "line 24 stands in '1.2 ¶1' and in 'fn 2'"),
        ('  "3.2": 58\n', '  "3.2": 58-60\n', "the map names line 59, but the file has 58 lines"),
        ('  "3.2": 58\n', '  "3.2": 0, 58\n', "the map names line 0, but the file has 58 lines"),
        ('  "3.2": 58\n', '  "3.2": l. 58\n', "the map gives '3.2' the lines 'l. 58'; write them as 38 or 38-46"),
        ("units:\n", "left_out: 54\nunits:\n", "line 54 stands in '3 title' and in 'left_out'"),
        ("units:\n", "left_out: some\nunits:\n", "the map gives 'left_out' the lines 'some'; write them as 38 or 38-46"),
        ("units:\n", "unit:\n", "com-2008-657.map.yaml is not a map; look at the maps beside it"),
        (
            "units:\n",
            "units: [\n",
            "com-2008-657.map.yaml:3: this line and line 4 do not go together; check the indentation of both lines; "
            "put text that contains ': ' in \"quotes\"",
        ),
    ],
    ids=[
        "a line without a unit",
        "a line in two units",
        "a footnote in the text",
        "a line behind the end",
        "a line before the beginning",
        "lines in words",
        "a line in a unit that is left out",
        "lines that are left out, in words",
        "a map without units",
        "a map that is no YAML",
    ],
)
def test_a_wrong_map_is_refused(old, new, message, project):
    with pytest.raises(ValueError) as refused:
        make(project, (old, new))
    assert str(refused.value) == message


def test_the_command_makes_fingerprints(project, monkeypatch, capsys):
    monkeypatch.setattr(__main__, "ROOT", project)
    assert __main__.main(["fingerprint", "com-2008-657", str(TINY / "source.txt")]) == 0
    assert capsys.readouterr().out == "data/fingerprints/com-2008-657.json is up to date.\n"


def test_the_command_says_what_is_wrong_with_a_text(project, monkeypatch):
    monkeypatch.setattr(__main__, "ROOT", project)
    text = shutil.copy(TINY / "commitments.txt", project)
    with pytest.raises(SystemExit, match="^com-2008-657: the file is not the one that was mapped"):
        __main__.main(["fingerprint", "com-2008-657", str(text)])


def test_a_map_under_the_name_of_another_source_is_refused(project):
    folder = project / "data/fingerprints"
    shutil.copy(folder / "millers-commitments.map.yaml", folder / "com-2008-657.en.map.yaml")
    with pytest.raises(ValueError) as refused:
        write_fingerprint(project / "data", "com-2008-657.en", TINY / "commitments.txt")
    assert str(refused.value) == (
        "com-2008-657.en.map.yaml is a map of the source 'millers-commitments'; call it millers-commitments.map.yaml, or with a language"
    )
