"""JSON Schemas of the data files: they take what the check takes, refuse what it refuses, and explain every field and word."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from support.edits import change
from support.paths import FROZEN, ROOT, TINY
from support.pictures import FAULTS, pictures

from macros.export.schemas import schemas
from macros.languages import LANGUAGES
from macros.model.fields import tables
from macros.model.kinds import FILES
from macros.model.records import SCHEMA_VERSION
from macros.problems import NOTICE
from macros.project import Project
from macros.reading.load import load
from macros.wording.catalogue import read_wordings

WORDINGS = read_wordings(ROOT / "data")
STEMS = [name.removesuffix(".yaml") for name in FILES]
# YAML 1.2, core schema: what an editor takes for a number or a truth; dates, yes and no stay text.
NUMBER = re.compile(r"[-+]?(0o[0-7]+|0x[0-9a-fA-F]+|(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)")
TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
NOTHING = ("", "~", "null", "Null", "NULL")


def typed_id(node: yaml.Node | None) -> Any:
    """What an editor makes of YAML: numbers, truth and nothing are guessed."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: typed_id(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [typed_id(item) for item in node.value]
    if node is None or node.style in ("'", '"', "|", ">"):
        return node and node.value
    if NUMBER.fullmatch(node.value):
        return int(node.value, 0) if re.fullmatch(r"[-+]?(\d|0[1-9]\d*)|0[xo].*", node.value) else float(node.value)
    return None if node.value in NOTHING else TRUTH.get(node.value, node.value)


def in_editor(text: str) -> Any:
    """A file as an editor hands it to the schema."""
    return typed_id(yaml.compose(text, Loader=yaml.BaseLoader))


def made(root: Path) -> dict[str, Draft7Validator]:
    """Stem -> the schema that the vocabulary of a project gives, ready to apply."""
    return {name.removesuffix(".json"): Draft7Validator(json.loads(text)) for name, text in schemas(load(root), WORDINGS).items()}


@pytest.fixture(scope="module")
def full() -> dict[str, Draft7Validator]:
    """The schemas of the frozen vocabulary."""
    return made(FROZEN)


@pytest.fixture(scope="module")
def real() -> dict[str, Draft7Validator]:
    return made(ROOT)


@pytest.fixture(scope="module")
def tiny_ones() -> dict[str, Draft7Validator]:
    return made(TINY)


def paths(validator: Draft7Validator, content: Any) -> dict[str, str]:
    """Where a schema finds faults -> what it says."""
    return {".".join(map(str, error.absolute_path)): error.message for error in validator.iter_errors(content)}


def test_the_check_names_a_schema_that_is_behind(tmp_path):
    for name in ("data", "schema"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name, text in schemas(load(ROOT), read_wordings(ROOT / "data")).items():
        (tmp_path / "schema" / name).write_text(text, "utf-8")
    assert [problem for problem in Project(tmp_path).check() if problem.file.startswith("schema/")] == []
    change(tmp_path, "data/vocabulary.yaml", ("means_kinds:\n", "means_kinds:\n- {id: sail, label: {en: Sail, fr: Aile}}\n"))
    (tmp_path / "schema/links.json").unlink()
    (told,) = (problem for problem in Project(tmp_path).check() if problem.file.startswith("schema/"))
    assert told.level == NOTICE and "schema/links.json" in told.message and "schema/means.json" in told.message


@pytest.mark.parametrize("stem", STEMS)
def test_a_schema_is_a_valid_json_schema_that_names_its_version(stem, full):
    Draft7Validator.check_schema(full[stem].schema)
    assert full[stem].schema["version"] == SCHEMA_VERSION


@pytest.mark.parametrize("stem", STEMS)
def test_every_data_file_names_its_schema_in_its_first_line(stem):
    first = (ROOT / "data" / f"{stem}.yaml").read_text("utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema=../schema/{stem}.json"
    assert (ROOT / "data" / first.partition("=")[2]).resolve() == ROOT / "schema" / f"{stem}.json"


@pytest.mark.parametrize("stem", STEMS)
def test_a_schema_takes_the_real_data(stem, real):
    assert paths(real[stem], in_editor((ROOT / "data" / f"{stem}.yaml").read_text("utf-8"))) == {}


@pytest.mark.parametrize("stem", STEMS)
def test_a_schema_takes_the_tiny_data(stem, tiny_ones):
    assert paths(tiny_ones[stem], in_editor((TINY / "data" / f"{stem}.yaml").read_text("utf-8"))) == {}


@pytest.mark.parametrize("file", sorted((ROOT / "data/assessments").rglob("*.yaml")), ids=lambda file: f"{file.parent.name}@{file.stem}")
def test_the_schema_takes_an_assessment_and_is_found_where_it_is_named(file, real):
    named = re.match(r"# yaml-language-server: \$schema=(\S+)", file.read_text("utf-8"))
    assert not named or (file.parent / named[1]).resolve() == ROOT / "schema/assessments.json"
    assert paths(real["assessments"], in_editor(file.read_text("utf-8"))) == {}


ONE = """
indicators:
- id: mills
  title: {en: "1", fr: "1"}
  listed: {en: grinds, fr: moud}
  complete: COMPLETE
  section: SECTION
  scope: eu
  totals:
  - {value: VALUE, unit: case, printed: VALUE, period: {value: YEAR, printed: YEAR}}
  evidence: [{source: mill-plan, locator: SECTION, quotation: VALUE}]
contradictions: []
"""


@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize("complete", ["yes", "no", "true", "false"])
def test_what_an_editor_takes_for_a_number_or_a_truth_is_taken_quoted_or_not(complete, quote, full):
    text = ONE
    for place, value in {"COMPLETE": complete, "SECTION": "1.3", "VALUE": "1060.5", "YEAR": "2006"}.items():
        text = text.replace(place, value if place == "COMPLETE" else f"{quote}{value}{quote}")
    section = in_editor(text)["indicators"][0]["section"]
    assert section == ("1.3" if quote else 1.3)
    assert paths(full["indicators"], in_editor(text)) == {}


@pytest.mark.parametrize(
    ("file", "old", "new", "path"),
    [
        ("actors", "  kind: group", "  knid: group", "actors.4"),
        ("actors", "name: {en: Millers, fr: Meuniers}", "name: {en: Millers}", "actors.4.name"),
        ("actions", "      state: continuing", "      state: continuous", "areas.1.objectives.0.actions.0.state"),
        ("actions", "  - id: 2.1.2", "  - id: 2.1", "areas.0.objectives.1.id"),
        ("actions", "      cites: [mill-plan]", "      cites: mill-plan", "areas.1.objectives.0.actions.0.cites"),
        ("actions", "      cites: [mill-plan]", "      cites: [Mill Plan]", "areas.1.objectives.0.actions.0.cites.0"),
        ("sources", "date: 2005-12-09", "date: 9.12.2005", "sources.2.oj.date"),
        ("sources", "date: 2005-12-09", "date: 20051209", "sources.2.oj.date"),
        ("findings", "  weakness: yes", "  weakness: oui", "findings.1.weakness"),
        ("follow-ups", '- id: "3.2"', "- id: 3.8", "follow_ups.1.id"),
        ("vocabulary", "- {id: not-started,", "- {id: Not started,", "statuses.0.id"),
    ],
)
def test_a_fault_is_shown_at_its_place(file, old, new, path, tiny_ones):
    text = (TINY / "data" / f"{file}.yaml").read_text("utf-8")
    assert text.count(old) == 1
    assert path in paths(tiny_ones[file], in_editor(text.replace(old, new)))


SHAPES = pictures(FAULTS / "shapes.txt")
# JSON Schema knows no calendar; what is not YAML never reaches it.
NOT_SAID = {
    "a day that does not exist",
    "a time that ends before it begins",
    "an assessment on a day that does not exist",
    "a list of fields without its dash",
}


@pytest.mark.parametrize("name", [name for name in SHAPES if name not in NOT_SAID])
def test_what_the_check_refuses_as_a_shape_the_schema_refuses_too(name, project, tiny_ones):
    picture = SHAPES[name]
    text = (picture.spoil(project) / "data" / picture.file).read_text("utf-8")
    assert paths(tiny_ones[picture.file.partition("/")[0].removesuffix(".yaml")], in_editor(text)) != {}


def shapes_in(schema: dict) -> dict[str, dict]:
    """Every mapping of a schema by its place, with its fields."""
    found, waiting = {}, [("", schema), *((name, inner) for name, inner in schema["definitions"].items())]
    while waiting:
        place, one = waiting.pop()
        if "properties" in one:
            found[place] = one["properties"]
            waiting += [(f"{place}.{name}", field) for name, field in one["properties"].items()]
    return found


@pytest.mark.parametrize("stem", STEMS)
def test_every_field_of_the_model_is_in_its_schema_and_no_other(stem, full):
    shapes = dict(next(shapes for file, shapes in tables() if file == f"{stem}.yaml"))
    found = shapes_in(full[stem].schema)
    lists, *inner = shapes
    assert [field.name for field in shapes[lists]] == list(found[""])
    for name in inner:
        names = [field.name for field in shapes[name]]
        assert names in [list(fields) for fields in found.values()], name
    model = {info.alias or field for field, info in FILES[f"{stem}.yaml"].model_fields.items()}
    assert model == set(found[""])


@pytest.mark.parametrize("stem", STEMS)
def test_every_field_and_word_is_explained_in_both_languages(stem, full):
    unexplained = []

    def look(value: Any, place: str) -> None:
        if isinstance(value, dict):
            words = [one for one in value.get("oneOf", []) if one.keys() & {"const", "enum"}]
            for name, explained in [*value.get("properties", {}).items(), *enumerate(words)]:
                english, _, french = explained.get("description", "").partition("\n\n")
                if not (english and french):
                    unexplained.append(f"{place}.{name}")
            for key, inner in value.items():
                look(inner, f"{place}.{key}")
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                look(inner, f"{place}.{index}")

    look(full[stem].schema, "")
    assert unexplained == []


def test_a_word_is_explained_by_its_label_and_meaning(full):
    states = full["actions"].schema["definitions"]["Action"]["properties"]["state"]["oneOf"]
    announced = next(word for word in states if word["const"] == "announced")
    english, french = announced["description"].split("\n\n")
    assert english.startswith("Announced: The source reports a plan, ")
    assert french.startswith("Annoncée\u00a0: La source rapporte un projet, ")


def test_a_new_record_changes_no_schema(edit, project):
    before = schemas(load(project), WORDINGS)
    edit("actors.yaml", "- id: millers\n", "- id: bakers\n")
    assert schemas(load(project), WORDINGS) == before


def test_a_new_word_changes_the_schemas_that_use_it(project, edit):
    before = schemas(load(project), WORDINGS)
    edit("vocabulary.yaml", "means_kinds:\n", "means_kinds:\n- {id: sail, label: {en: Sail, fr: Aile}}\n")
    after = schemas(load(project), WORDINGS)
    assert [name for name in after if after[name] != before[name]] == ["means.json"]
    assert '"Sail\\n\\nAile"' in after["means.json"]


@pytest.mark.parametrize("wording", WORDINGS, ids=LANGUAGES)
def test_every_text_on_a_field_or_shape_has_one(wording):
    every = [(shape, field.name) for _, shapes in tables() for shape, fields in shapes for field in fields]
    shapes, texts = {shape for shape, _ in every}, wording.texts["fields"]
    general = {name for shape, name in every if name not in texts.get(shape, {})}
    own = {shape: set(fields) for shape, fields in texts.items() if isinstance(fields, dict)}
    # The fields of a text are languages, which one text explains.
    assert {name for name, text in texts.items() if isinstance(text, str)} == general - LANGUAGES.keys() | {"in_language"}
    assert all(fields <= {name for shape, name in every if shape == one} for one, fields in own.items())
    assert set(wording.texts["shape"]) == shapes - {shape.__name__ for shape in FILES.values()}
