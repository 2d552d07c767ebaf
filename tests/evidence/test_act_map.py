"""The command that maps an act by itself."""

import hashlib
import json

import pytest

from macros import __main__
from macros.evidence.quotations import pieces, read_fingerprints
from macros.evidence.source_map import read_map

ACT = """Flour Act of 5 April 1999

Whereas:

(1) Flour is white.

Article 1

Each miller shall grind the corn.

3. It is stored under lock and key in the mill.

Article 2

Mills shall turn by 6 April 2001.
"""


@pytest.fixture
def make(project, monkeypatch, capsys):
    """Run the command on a text; what it says."""
    monkeypatch.setattr(__main__, "ROOT", project)

    def run(content: str | bytes = ACT, name: str = "flour-act") -> str:
        file = project / "act.txt"
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        assert __main__.main(["fingerprint", "--act", name, str(file)]) == 0
        return capsys.readouterr().out

    return run


def test_an_act_gets_its_map_and_its_fingerprints(make, project):
    assert make() == (
        "data/fingerprints/flour-act.json and its map are up to date (recitals: 1, articles: 2, annexes: 0, places: 7).\n"
        "Not placed, so that nothing can be quoted from there:\n"
        "  line 11: 3. It is stored under lock …\n"
        "hint: mend the text; or put these lines into the map, and run this without --act; or write  units_only: yes  for the source\n"
    )
    made = read_map(project / "data/fingerprints/flour-act.map.yaml")
    assert made.source == "flour-act"
    assert made.sha256 == hashlib.sha256(ACT.encode()).hexdigest()
    assert made.units == {
        "cover": "1", "preamble": "3", "recital 1": "5", "art. 1 title": "7", "art. 1": "9", "art. 2 title": "13", "art. 2": "15",
    }  # fmt: skip
    assert list(made.lines_left_out()) == [11]


def test_its_words_can_be_quoted_at_their_places_only(make, project):
    make()
    act = read_fingerprints(project / "data")["flour-act"]
    assert act.holds(pieces("Mills shall turn by 6 April 2001"), "art. 2")
    assert not act.holds(pieces("Mills shall turn by 6 April 2001"), "art. 1")
    assert act.elsewhere(pieces("stored under lock and key")) == []


def test_no_word_of_the_act_is_kept(make, project):
    make()
    kept = "".join((project / "data/fingerprints" / f"flour-act.{kind}").read_text("utf-8") for kind in ("json", "map.yaml"))
    assert not [word for word in ("miller", "Flour", "lock", "turn", "white") if word in kept]


def test_an_act_that_is_placed_whole_is_said_so(make):
    assert make(ACT.replace("3. It is", "It is")).endswith("\nEvery line is placed.\n")


def test_an_act_in_a_second_language_says_it(make, project):
    make("Loi sur la farine\n\nArticle premier\n\nLe meunier moud le grain.\n", "flour-act.fr")
    written = (project / "data/fingerprints/flour-act.fr.map.yaml").read_text("utf-8")
    assert "\nsource: flour-act\nlanguage: fr\n" in written
    assert read_fingerprints(project / "data")["flour-act.fr"].holds(pieces("Le meunier moud le grain"), "art. 1")


def test_an_edited_act_is_mapped_again(make, project):
    make()
    make(ACT + "\nArticle 3\n\nIt is over.\n")
    assert "art. 3" in read_map(project / "data/fingerprints/flour-act.map.yaml").units


def test_lines_that_a_person_places_can_be_quoted(make, project):
    make()
    file = project / "data/fingerprints/flour-act.map.yaml"
    text = file.read_text("utf-8").replace("left_out: 11\n", "").replace("  art. 2 title", "  art. 1(3): 11\n  art. 2 title")
    file.write_text(text, "utf-8")
    assert __main__.main(["fingerprint", "flour-act", str(project / "act.txt")]) == 0
    assert read_fingerprints(project / "data")["flour-act"].elsewhere(pieces("stored under lock and key")) == ["art. 1(3)"]


def test_the_plain_command_accepts_the_map(make, project, capsys):
    make()
    before = json.loads((project / "data/fingerprints/flour-act.json").read_text("utf-8"))
    assert __main__.main(["fingerprint", "flour-act", str(project / "act.txt")]) == 0
    assert json.loads((project / "data/fingerprints/flour-act.json").read_text("utf-8")) == before


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "act.txt is empty; save the text of the act in it"),
        (" \n\n", "act.txt is empty; save the text of the act in it"),
        (b"Article 1\nD\xe9cide.\n", "act.txt:2: the file is not UTF-8; save it with the encoding UTF-8"),
        (b"\xff\xfeA\0r\0t\0", "act.txt:1: the file is not UTF-8; save it with the encoding UTF-8"),
        (b"\xef\xbb\xbfArticle 1\n", "act.txt:1: the file begins with a byte-order mark; save it as UTF-8 without a byte-order mark (BOM)"),
        (b"%PDF-1.7\n%\xe2\xe3", "act.txt is a PDF; save its text as a plain text file (UTF-8) first"),
        (b"PK\x03\x04\x14", "act.txt is a document or an archive; save its text as a plain text file (UTF-8) first"),
        ("<!DOCTYPE html><p>Article 1</p>", "act.txt is a page with tags; save its text as a plain text file first"),
        ("Article 1\0", "act.txt is no plain text; save the text of the act in a file of its own (UTF-8)"),
        ("A letter.\n", "no line says 'Article 1' or 'Article premier'; is it the text of an act, in English or in French?"),
    ],
)
def test_what_is_no_text_of_an_act_is_refused(content, message, make, project):
    with pytest.raises(SystemExit) as refused:
        make(content)
    assert str(refused.value) == f"flour-act: {message}"
    assert not list((project / "data/fingerprints").glob("flour-act*"))


def test_a_map_made_by_hand_is_kept(make, project):
    file = project / "data/fingerprints/com-2008-657.map.yaml"
    before = file.read_text("utf-8")
    with pytest.raises(SystemExit, match="com-2008-657.map.yaml was made by hand; leave out --act to use it, or delete it first"):
        make(name="com-2008-657")
    assert file.read_text("utf-8") == before


@pytest.mark.parametrize("name", ["../flour", "Flour", "flour.fr.fr", "flour act", ""])
def test_a_name_that_no_source_can_have_is_refused(name, make):
    with pytest.raises(SystemExit, match="cannot be the name of a text"):
        make(name=name)


def test_a_file_that_is_not_there_is_named(project, monkeypatch):
    monkeypatch.setattr(__main__, "ROOT", project)
    with pytest.raises(SystemExit, match="^flour-act: nowhere.txt: No such file or directory$"):
        __main__.main(["fingerprint", "--act", "flour-act", "nowhere.txt"])
