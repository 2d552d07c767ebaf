"""Templates: six objects, one cell a line."""

import re

import pytest
from jinja2 import nodes
from support.frozen import WORDS
from support.render import renderer

from macros.pages import TEMPLATES

FILES = sorted(TEMPLATES.iterdir())
OBJECTS = {"t", "labels", "lookups", "draw", "link", "plan"}
# What a page is given beside them: its record, the last change of the data, who answers for the site, the moves of records that stood on it,
# how it is cited; what Jinja itself knows.
VALUES = {"id", "explained", "changed", "maintainer", "moves", "citation", "loop", "caller", "varargs"}
every_template = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)


@pytest.fixture(scope="module")
def environment(tiny):
    return renderer(WORDS["en"], tiny).environment


@every_template
def test_no_line_is_longer_than_150_characters(file):
    assert [line for line in file.read_text("utf-8").split("\n") if len(line) > 150] == []


@every_template
def test_a_line_holds_one_cell(file):
    assert [line for line in file.read_text("utf-8").split("\n") if len(re.findall(r"<t[dh]\b|\bcell\(", line)) > 1] == []


@every_template
def test_a_template_knows_six_objects(file, environment):
    tree = environment.parse(file.read_text("utf-8"))
    names = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "load"}
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    own |= {macro.name for macro in tree.find_all(nodes.Macro)} | {imported.target for imported in tree.find_all(nodes.Import)}
    assert names - own <= OBJECTS | VALUES
