"""What is written as YAML reads back as the same text, whatever somebody wrote."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.proposals.yaml_text import Bare, Flow, scalar, yaml_text
from macros.reading.text_file import INVISIBLE
from macros.reading.yaml_tree import read_tree

HOSTILE = [
    "a: b", "a #b", "- x",
    "&a *a", "!!python/object:os.system", "%TAG", "|", ">", "{a: b}", "[x]", "'", '"', "\\", "no", "Yes", "1.2", "2012", "1_000",
    "0x1F", "1e3", 
    "~", "null", "${{ x }}", "a, b", "```", "@all", "::set-output name=a::b", "a\nb: c", "---", "...", "?", "=", "<<", "2012-10-18", "é ", " x", "x:",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_a_text_in_every_place(text):
    written = yaml_text({"a": text, "b": [text, text], "c": {"d": text}, "e": [Flow({"f": text})], "g": [{"h": text, "i": Flow({"j": text})}]})
    assert yaml.load(written, yaml.BaseLoader) == {
        "a": text, "b": [text, text], "c": {"d": text}, "e": [{"f": text}], "g": [{"h": text, "i": {"j": text}}],
    }  # fmt: skip


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@settings(max_examples=300, deadline=None)
def test_what_can_be_seen_reads_back_as_it_was(text):
    text = " ".join(text.split())
    if not INVISIBLE.search(text) and text:
        assert read_tree(yaml_text({"a": text}))[0] == {"a": text}


def test_a_text_that_other_programs_take_for_something_else_stands_in_quotes():
    assert [scalar(text) for text in ("no", "2", "3.1", "2012")] == ['"no"', '"2"', '"3.1"', '"2012"']
    assert [scalar(text) for text in ("2.2.1", "2012-10-18", "under-way", "Four lists come out", Bare("yes"))] == [
        "2.2.1", "2012-10-18", "under-way", "Four lists come out", "yes",
    ]  # fmt: skip


def test_what_is_empty_is_left_out():
    assert yaml_text({"a": "", "b": [], "c": {}, "d": [Flow({"e": "", "f": "x"})]}) == "d:\n- {f: x}\n"
