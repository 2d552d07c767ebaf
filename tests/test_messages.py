"""Messages: in every language, each with the same places; in the language of whoever reads, whatever became of a file."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from support.paths import ROOT
from support.pictures import FAULTS, all_pictures

from macros import __main__, messages
from macros.languages import FIRST, LANGUAGES
from macros.messages import counted, either, of_environment, speaking, tell, texts_of
from macros.model.kinds import KINDS
from macros.problems import FORMATS
from macros.wording.typography import typeset

OTHERS = [language for language in LANGUAGES if language != FIRST]
# Keys that the program puts together: what stands before what it fills in.
COMPOSED = (
    "kinds.", "languages.", "count.", "new.commit_", "prose.holds_", "prose.without_", "references.actor_is_of_", "reasons.correct_", "site.count_",
    "outside.undecided", "outside.moved", "command.", "argparse.", "diff_sections.", "diff_fields.", "both_languages.lacks_", "twice.same_", "signs.",
    *(f"diff.{name}" for name in ("field_", "act_", "more_", "ids_", "file_", "folder_", "word_")),
)  # fmt: skip


def written_keys() -> Iterator[str]:
    """Every string in the program that may be the key of a message."""
    groups = {key.partition(".")[0] for key in texts_of(FIRST)}
    for file in (ROOT / "macros").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.partition(".")[0] in groups:
                yield node.value


def told_keys() -> Iterator[str]:
    """Every key that the program tells in words of its own."""
    for file in (ROOT / "macros").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", "") in ("tell", "phrase", "unfilled")
                and isinstance(node.args[0], ast.Constant)
            ):
                yield node.args[0].value


def places(text: str) -> set[str]:
    return {name for _, name, *_ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_there_in_every_language_with_the_same_places(language):
    first, other = texts_of(FIRST), texts_of(language)
    assert (other.keys() - first.keys(), first.keys() - other.keys()) == (set(), set()), f"data/wording/messages.{language}.yaml"
    assert list(other) == list(first)
    assert {key: places(other[key]) for key in other} == {key: places(first[key]) for key in first}


def test_every_message_that_is_told_is_there():
    assert set(told_keys()) - set(texts_of(FIRST)) == set()


def test_every_message_that_is_there_is_told():
    assert {key for key in texts_of(FIRST) if not key.startswith(COMPOSED)} - set(written_keys()) == set()


def test_every_kind_and_every_language_has_its_word():
    asked = {f"kinds.{kind}" for kind in KINDS} | {f"languages.{language}" for language in LANGUAGES}
    assert asked - set(texts_of(FIRST)) == set()


@pytest.mark.parametrize("language", OTHERS)
def test_messages_keep_to_the_typography_of_their_language(language):
    assert {key: text for key, text in texts_of(language).items() if typeset(text, language) != text} == {}


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, FIRST),
        ({"LANG": "fr_LU.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "de_LU.UTF-8"}, FIRST),
        ({"LANG": "C.UTF-8"}, FIRST),
        ({"LANG": "fur_IT"}, FIRST),
        ({"LC_ALL": "en_IE.UTF-8", "LANG": "fr_BE.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "fr_FR", "LANG": "en_GB"}, "fr"),
    ],
)
def test_the_environment_says_the_language(environment, language):
    assert of_environment(environment) == language


def test_a_language_is_spoken_as_long_as_it_is_asked_for():
    with speaking("fr"):
        assert counted("problem", 2) == "2 erreurs"
        assert either(["a", "b", "a", "c"]) == "a, b ou c"
    assert counted("problem", 1) == "1 problem"


@pytest.fixture
def wording(tmp_path, monkeypatch) -> Iterator[Path]:
    """A folder of messages that can be broken."""
    for language in LANGUAGES:
        (tmp_path / f"messages.{language}.yaml").write_text(f'files:\n  file_empty: "{language} {{name}}"\n', "utf-8")
    monkeypatch.setattr(messages, "FOLDER", tmp_path)
    texts_of.cache_clear()
    yield tmp_path
    texts_of.cache_clear()


@pytest.mark.parametrize(
    "broken", ["files: {", "files:\n  file_empty: {x: y}\n", "- a\n", "", 'files:\n  file_empty: "{nom"\n', "files: {file_empty: '{nom}'}"]
)
def test_another_language_answers_for_a_broken_file(wording, broken):
    (wording / "messages.fr.yaml").write_text(broken, "utf-8")
    with speaking("fr"):
        assert tell("files.file_empty", name="x") == "en x"


def test_without_any_file_the_key_still_says_what_is_wrong(wording):
    for language in LANGUAGES:
        (wording / f"messages.{language}.yaml").unlink()
    assert tell("files.file_empty", name="x") == "file empty x"


@pytest.mark.parametrize("form", FORMATS)
def test_a_french_contributor_reads_french(form, project, monkeypatch, capsys):
    all_pictures(FAULTS)["a misspelt actor"].spoil(project)
    monkeypatch.setattr(__main__, "ROOT", project)
    assert __main__.main(["check", "--lang", "fr", "--format", form]) == 1
    said = "".join(capsys.readouterr())
    said = json.dumps(json.loads(said), ensure_ascii=False) if form == "json" else said
    assert "aucune fiche (acteur) n’a l’identifiant «\u00a0mill-shool\u00a0»" in said
    assert "vouliez-vous écrire «\u00a0mill-school\u00a0» (École des moulins)\u202f?" in said
    assert form == "json" or "conseil\u00a0: " in said
    assert "hint: " not in said
