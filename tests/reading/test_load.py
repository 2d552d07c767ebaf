"""YAML as text only: nothing is guessed, every value keeps its line."""

import re
from typing import get_args

import pytest

from macros.model.kinds import FILES, NAMED
from macros.model.shape import Text, pattern_of, shape_of, uses_in
from macros.reading.load import load
from macros.reading.yaml_tree import read_tree


@pytest.mark.parametrize(
    "written", ["uk", "gb", "NO", "no", "on", "yes", "~", "null", "2.10", "1e3", "0x1F", "012", "1_000", "2006-10", "2006-10-01", "12:30"]
)
def test_a_value_stays_the_text_that_was_written(written):
    assert read_tree(f"value: {written}\n")[0] == {"value": written}
    assert read_tree(f"{written}: value\n")[0] == {written: "value"}


def test_every_path_has_its_line():
    text = """\
# a comment
mills:
- id: wind
  name: {en: Windmill,
         fr: Moulin}

- id: water
  sails:
  - one
  - two
  note: >
    folded
    text
"""
    assert read_tree(text)[1] == {
        (): 2,
        ("mills",): 2,
        ("mills", 0): 3,
        ("mills", 0, "id"): 3,
        ("mills", 0, "name"): 4,
        ("mills", 0, "name", "en"): 4,
        ("mills", 0, "name", "fr"): 5,
        ("mills", 1): 7,
        ("mills", 1, "id"): 7,
        ("mills", 1, "sails"): 8,
        ("mills", 1, "sails", 0): 9,
        ("mills", 1, "sails", 1): 10,
        ("mills", 1, "note"): 11,
    }


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_lines_are_the_same_whatever_ends_them(end, project, problems):
    file = project / "data/actors.yaml"
    file.write_bytes(file.read_text("utf-8").replace("kind: group", "kind: grup").replace("\n", end).encode())
    assert problems(project) == ["data/actors.yaml:{millers+2}: millers: 'grup' is not a known word for 'kind'\n  hint: did you mean 'group'?"]


@pytest.mark.parametrize(
    "text",
    [
        'meaning: "Sail #1: it turns, & how!"',
        "meaning: 'Sail #1: it turns, & how!'",
        "meaning: >-\n  Sail #1: it turns,\n  & how!",
    ],
    ids=["double quotes", "single quotes", "folded"],
)
def test_special_signs_stand_in_quotes_or_in_a_block(text):
    assert read_tree(text)[0] == {"meaning": "Sail #1: it turns, & how!"}


def test_a_hash_without_a_blank_before_it_is_text():
    assert read_tree("meaning: Sail#1\nplace: {at: here}  # behind braces\n")[0] == {"meaning": "Sail#1", "place": {"at": "here"}}


def test_the_plan_holds_every_kind_by_id(tiny):
    assert {kind: list(getattr(tiny, kind)) for kind in NAMED} == {
        "areas": ["2.1", "2.2"],
        "objectives": ["2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.2.3"],
        "actions": ["2.1.1-1", "2.1.1-2", "2.1.1-3", "2.1.1-4", "2.2.1-1", "2.2.3-1", "2.2.3-2"],
        "sections": ["intro", "1", "1.1", "1.2", "2", "3"],
        "findings": ["f1", "f2", "f3"],
        "actors": ["commission", "mill-school", "school-board", "member-states", "millers"],
        "means": ["regmo"],
        "follow_ups": ["3.1", "3.2"],
        "developments": ["inspectors-2009", "mill-day-2012", "mill-directive"],
        "provisions": ["mill-directive-windmills", "mill-directive-count"],
        "commitments": ["c1", "c2"],
        "indicators": ["mills-restored", "licence-duration", "licence-renewal", "no-answer"],
        "countries": ["at", "be", "de", "se", "si", "uk", "no"],
        "sources": ["com-2008-657", "millers-commitments", "mill-plan", "mill-directive"],
        "glossary": ["sail", "miller"],
    }


def test_a_record_knows_its_place(tiny):
    action = tiny.actions["2.1.1-2"]
    assert (action.place.file, action.place.line(), action.place.line("figures", 0, "printed")) == ("data/actions.yaml", 30, 39)


def test_the_line_of_a_field_that_is_not_there_is_that_of_its_record(tiny):
    assert tiny.actors["millers"].place.line("note", "en") == tiny.actors["millers"].place.line()


def test_marks_name_what_a_record_refers_to(tiny):
    found = {(use.field, use.value) for use in uses_in(tiny.actions["2.2.1-1"])}
    assert {("actor", "commission"), ("role", "responsible"), ("indicators", "mills-restored"), ("is", "on"), ("source", "com-2008-657")} <= found


def test_references_tell_where_a_record_is_named(tiny):
    named = {use.record.id for use in tiny.references[("actors", "school-board")]}
    assert named == {"2.1.1-2", "f2"}


def test_text_loses_the_blanks_around_it():
    assert Text(en=" sail ", fr="aile\n") == Text(en="sail", fr="aile")


@pytest.mark.parametrize(
    ("objective", "status"),
    [
        ("2.1.1", "partly-delivered"),
        ("2.1.2", "reported-elsewhere"),
        ("2.2.1", "delivered"),
        ("2.2.2", "no-information"),
        ("2.2.3", "under-way"),
    ],
)
def test_the_status_is_that_of_the_last_assessment_or_computed(objective, status, tiny):
    assert tiny.objectives[objective].status == status


@pytest.mark.parametrize(
    ("status", "name", "old", "new"),
    [
        ("stalled", "assessments/2.2.3/2009-11-20.yaml", "under-way\nrests_on: [2.2.3-1,", "stalled\nrests_on: [2.2.3-2,"),
        ("superseded", "assessments/2.2.1/2007-10-17.yaml", "status: delivered", "status: superseded"),
        ("under-way", "assessments/2.1.1/2008-10-17.yaml", "status: partly-delivered", "status: under-way"),
    ],
)
def test_every_other_status_is_one_edit_away(status, name, old, new, edit, problems):
    if status == "superseded":  # by an act that an action cites
        edit("actions.yaml", "cites: [mill-plan]", "cites: [mill-plan, com-2008-657]")
    root = edit(name, old, new)
    assert problems(root) == []
    assert status in {objective.status for objective in load(root).objectives.values()}


def formless(shape) -> set[str]:
    """The fields of a shape, and of the shapes inside it, that have a pattern but show no example of it."""
    own = {info.alias or name for name, info in shape.model_fields.items() if has_pattern(info.annotation, info.metadata) and not pattern_of(info)}
    inner = [shape_of(info.annotation) for info in shape.model_fields.values()]
    return own.union(*(formless(one) for one in inner if one))


def has_pattern(annotation, marks=()) -> bool:
    """Whether a pattern stands in an annotation."""
    marks = (*marks, *getattr(annotation, "__metadata__", ()))
    return any(getattr(mark, "pattern", None) for mark in marks) or any(has_pattern(inner) for inner in get_args(annotation))


def test_every_field_of_a_fixed_form_has_an_example_for_its_message():
    assert set().union(*(formless(file) for file in FILES.values())) == set()


@pytest.mark.parametrize(("status", "confirms"), [("under-way", True), ("not-started", False)])
def test_a_judgement_that_gives_the_word_of_the_one_before_confirms_it_and_need_not_say_so(project, status, confirms):
    file = project / "data/assessments/2.2.3/2009-11-20.2.yaml"
    file.write_text(f"""\
assessed_on: 2026-11-29
rubric: "2"
status: {status}
confidence: high
reason: {{en: A directive orders it still., fr: Une directive l’ordonne toujours.}}
rests_on: [mill-directive-windmills]
""")
    before, added = load(project).objectives["2.2.3"].assessments[-2:]
    assert (before.status, before.confirms, added.confirms) == ("under-way", False, confirms)


@pytest.mark.parametrize("empty", ["missing:\n  en:\n  fr:", "missing: {en: , fr: }"])
def test_what_a_file_to_fill_in_brings_along_and_nobody_filled_is_not_there(project, empty):
    file = project / "data/assessments/2.2.3/2009-11-20.yaml"
    file.write_text(re.sub("missing: .*", empty, file.read_text("utf-8")), "utf-8")
    assert load(project).assessments["2.2.3@2009-11-20"].missing is None


def test_a_date_that_no_words_print_may_have_an_empty_field(project):
    file = project / "data/developments/mill-day-2012.yaml"
    file.write_text(file.read_text("utf-8").replace('printed: "20120518"', 'printed: ""'), "utf-8")
    assert load(project).developments["mill-day-2012"].date.printed is None
