"""The languages of the site are listed in one place; what a language has by nature stands in tables where it may lack a row."""

import ast
import re

import pytest
from support.paths import ROOT

from macros.languages import LANGUAGES

TABLE = "macros/languages.py"
# What a language has by nature: its signs, its numbers and months as printed, the words that tell it, the endings of its words.
BY_NATURE = {
    "macros/wording/typography.py",
    "macros/evidence/contrary_words.py",
    "macros/evidence/printed_words.py",
    "macros/evidence/language.py",
    "macros/evidence/weighty_words.py",
    "macros/evidence/word_pairs.py",
    "overrides/assets/search/words.js",
}
# Countries, whose codes look the same.
COUNTRIES = {"macros/drawing/charts/tiles.py"}
SCRIPTS = [file for folder in ("macros", "tools") for file in sorted((ROOT / folder).rglob("*.py"))]
OTHERS = [
    *sorted((ROOT / "macros").rglob("*.j2")),
    *(file for ending in ("html", "js", "txt", "xml") for file in sorted((ROOT / "overrides").rglob(f"*.{ending}"))),
]
CODES = "|".join(LANGUAGES)
PATH = re.compile(rf"(?:^|/)(?:{CODES})(?:/|$)")
WRITTEN = re.compile(rf"""['"](?:{CODES})/?['"]|\.(?:{CODES})\b(?!\.)|\blang="(?:{CODES})\"""")


def named(source: str) -> list[int]:
    """The lines of a module that name a language of the site: its code, its folder, or its text in a record."""
    nodes = [
        node for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.Constant) and isinstance(node.value, str) and PATH.search(node.value) and "\n" not in node.value)
        or (isinstance(node, ast.Attribute) and node.attr in LANGUAGES)
    ]  # fmt: skip
    return sorted(node.lineno for node in nodes)


def test_no_second_module_names_a_language():
    found = {file.relative_to(ROOT).as_posix(): lines for file in SCRIPTS if (lines := named(file.read_text("utf-8")))}
    assert found.keys() - BY_NATURE - COUNTRIES == {TABLE}, found


def test_no_template_and_no_script_of_a_page_names_a_language():
    found = {file.relative_to(ROOT).as_posix(): WRITTEN.findall(file.read_text("utf-8")) for file in OTHERS}
    assert {name: words for name, words in found.items() if words and name not in BY_NATURE} == {}


@pytest.mark.parametrize("source", ['"fr"', '{"en": 1}', "text.fr", 'f"{x} /fr/{x}"'])
def test_a_module_that_names_one_is_seen(source):
    assert named(source) == [1]


def test_what_is_named_here_is_there():
    assert all((ROOT / name).is_file() for name in (TABLE, *BY_NATURE, *COUNTRIES))
