"""What pictures in tests/tiny/ can show, and how they are blessed."""

from pathlib import Path

import pytest
from support.paths import TINY
from support.pictures import FAULTS, HISTORY, all_pictures, pictures
from support.positions import marked

SEVERAL = """# Of several files.

== a glossary in a file of its own
glossary.yaml
-- id: miller
-  term: {en: miller, fr: meunier}
-  meaning: {en: Whoever mills., fr: Qui moud.}
terms/miller.yaml
+id: miller
+term: {en: miller, fr: meunier}
moved.yaml
-# Where a published identifier went that no record has any more. Add records at the end; never delete one.
-moved: []
data/glossary.yaml:{sail}: a message
  hint: a hint

== nothing is said
glossary.yaml
-- id: miller
+- id: grinder
"""


@pytest.fixture
def drawn(tmp_path):
    file = tmp_path / "drawn.txt"
    file.write_text(SEVERAL, "utf-8")
    return file


def contents(folder: Path) -> dict[Path, bytes]:
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*.*") if file.is_file()}


def test_a_picture_edits_makes_and_deletes_files(drawn, project):
    picture = pictures(drawn)["a glossary in a file of its own"]
    data = picture.spoil(project) / "data"
    assert "miller" not in (data / "glossary.yaml").read_text("utf-8")
    assert (data / "terms/miller.yaml").read_text("utf-8") == "id: miller\nterm: {en: miller, fr: meunier}\n"
    assert not (data / "moved.yaml").exists()
    picture.restore(project)
    assert contents(data) == contents(TINY / "data")


def test_a_picture_shows_the_lines_beside_which_it_writes(drawn, project):
    drawn.write_text(SEVERAL.replace("-- id: miller\n+- id: grinder", "+- id: grinder"), "utf-8")
    with pytest.raises(AssertionError, match="glossary.yaml is there"):
        pictures(drawn)["nothing is said"].spoil(project)


@pytest.mark.parametrize("picture", [*all_pictures(FAULTS).values(), *all_pictures(HISTORY).values()][::20], ids=lambda picture: picture.shown[:20])
def test_a_picture_blessed_as_it_is_stays_as_it_is(picture):
    before = picture.drawn_in.read_bytes()
    picture.accept(picture.messages)
    assert picture.drawn_in.read_bytes() == before


def test_only_the_messages_of_a_blessed_picture_change(drawn):
    both = pictures(drawn)
    both["nothing is said"].accept("data/glossary.yaml:{grinder}: something is said")
    both["a glossary in a file of its own"].accept("")
    said = SEVERAL.replace("data/glossary.yaml:{sail}: a message\n  hint: a hint\n", "")
    assert drawn.read_text("utf-8") == f"{said}data/glossary.yaml:{{grinder}}: something is said\n"


LINES = {
    "data/glossary.yaml:1: a": "data/glossary.yaml:1: a",
    "data/glossary.yaml:3: a": "data/glossary.yaml:{sail+1}: a",
    "data/glossary.yaml:8: a, first in line 6\n  hint: line 7": "data/glossary.yaml:{miller+2}: a, first in line {miller}\n  hint: line {miller+1}",
    "data/means.yaml:2: a\ndata/means.yaml:3: b": "data/means.yaml:{regmo}: a\ndata/means.yaml:{regmo+1}: b",
    "data/wording/fr.yaml:2: a; en.yaml has it in line 4": "data/wording/fr.yaml:{page.home}: a; en.yaml has it in line {count.one}",
    "data/nowhere.yaml:2: a": "data/nowhere.yaml:2: a",
}


@pytest.mark.parametrize(("printed", "told"), LINES.items())
def test_lines_are_told_from_the_record_above(printed, told):
    assert marked(TINY, printed) == told


def test_a_new_record_above_moves_no_line(project):
    file = project / "data/glossary.yaml"
    file.write_text(file.read_text("utf-8").replace("glossary:\n", "glossary:\n- id: mill\n  term: {en: mill, fr: moulin}\n"), "utf-8")
    assert marked(project, "data/glossary.yaml:9: a") == marked(TINY, "data/glossary.yaml:7: a") == "data/glossary.yaml:{miller+1}: a"
