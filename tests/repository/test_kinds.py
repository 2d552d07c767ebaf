"""The table of kinds is written once: no other module names three kinds in one literal, but where a relation of just these is what it says."""

import ast
from collections.abc import Iterator
from functools import cache

import pytest
from support.paths import ROOT

from macros.model.kinds import KINDS

TABLE = "macros/model/kinds.py"
# Module -> the kinds that its literals name, and why this is no second list of kinds.
EXCEPTIONS = {
    "macros/export/__init__.py": ({"actions", "developments", "indicators"}, "names of tables, which readers download for ever"),
    "macros/export/developments.py": ({"actors", "countries", "publishers", "sources"}, "names of the columns of a table"),
    "macros/export/short.py": ({"actions", "developments", "indicators"}, "the columns to read of each of these tables"),
    "macros/model/values.py": ({"commitments", "follow_ups", "objectives"}, "on what a development may bear: the field `bears_on`"),
    "macros/drawing/timeline_picture.py": ({"findings", "indicators", "sources"}, "the lanes of what happened beside actions, in the order drawn"),
    "macros/graph/statements.py": ({"actors", "follow_ups", "objectives"}, "what a sentence is about, in the order in which a page tells them"),
    "macros/graph/edges.py": (
        {"actions", "actors", "areas", "commitments", "findings", "follow_ups", "indicators", "objectives", "sections"},
        "which relation joins which two kinds: a record of a new kind has relations of its own, or none",
    ),
    "macros/model/addresses.py": (
        {"actors", "commitments", "countries", "developments", "findings", "follow_ups", "glossary", "indicators", "objectives", "sources"},
        "addresses of pages, promised for ever, and the macro of each: some are named after a kind, others are not",
    ),
    "macros/rules/aliases.py": ({"actors", "countries", "means"}, "what readers know by names that others could have too"),
    "macros/rules/reread.py": ({"countries", "indicators", "means"}, "fields that refer to records, some of them called after the kind"),
    "macros/pages/meta.py": ({"countries", "findings", "indicators"}, "the pages that speak of victims, whatever the names of their records say"),
    "macros/model/records.py": ({"areas", "indicators", "objectives", "sections"}, "to what a finding may say something: the field `bears_on`"),
}


def named_together(text: str) -> Iterator[set[str]]:
    """The kinds that each literal of a module names, from three."""
    for node in ast.walk(ast.parse(text)):
        parts = [*node.keys, *node.values] if isinstance(node, ast.Dict) else getattr(node, "elts", [])
        kinds = {part.value for part in parts if isinstance(part, ast.Constant)} & KINDS.keys()
        if len(kinds) >= 3:
            yield kinds


@cache
def found() -> dict[str, set[str]]:
    """Module -> the kinds that its literals name together; the table itself apart."""
    modules = {file.relative_to(ROOT).as_posix(): file.read_text("utf-8") for file in sorted((ROOT / "macros").rglob("*.py"))}
    return {name: set().union(*kinds) for name, text in modules.items() if name != TABLE and (kinds := list(named_together(text)))}


def test_no_second_module_lists_kinds():
    assert {name: kinds for name, kinds in found().items() if not kinds <= EXCEPTIONS.get(name, (set(),))[0]} == {}, f"ask {TABLE}"


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_an_exception_still_stands(name):
    assert found().get(name) == EXCEPTIONS[name][0], "delete what is no longer named"


@pytest.mark.parametrize(
    "literal", ['["actors", "means", "x", "areas"]', '{"actors": 1, 2: "means", "areas": 3}', '("actors", ("means", "areas", "links"))']
)
def test_a_list_of_kinds_is_found(literal):
    assert len(list(named_together(f"x = f({literal})"))) == 1
