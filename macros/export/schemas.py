"""Shapes of the data files -> JSON Schemas, with which editors complete, explain and check what somebody writes.

Draft 7, which every editor of YAML understands; in it nothing may stand beside a reference, so only items of lists are
references. Editors guess the type of a value before they look at the schema (`2006` is a number, `yes` may be true), while
the data is read as text: a schema takes both wherever text may look like something else.
"""

import json
import re
from collections.abc import Iterable
from functools import cache

from macros.model.fields import Field, fields
from macros.model.kinds import SHAPES
from macros.model.plan import Plan
from macros.model.records import SCHEMA_VERSION
from macros.model.shape import SAYS, Shape
from macros.wording.catalogue import Wording
from macros.wording.typography import typeset

DRAFT = "http://json-schema.org/draft-07/schema#"
YES_NO = {True: "yes", False: "no"}
# Text that looks like a number: of a page or paragraph, a year, an area or section. Ends of thousands stand for what lies between.
_NUMBERS = (*range(100), *(end for thousand in range(1000, 10_000, 1000) for end in (thousand - 1, thousand)), 9999, *(n / 10 for n in range(100)))


def schemas(plan: Plan, wordings: Iterable[Wording]) -> dict[str, str]:
    """Name of each schema (`actions.json`) -> its text, which explains fields and words in every language."""
    return {name: json.dumps(made, ensure_ascii=False, indent=1) + "\n" for name, made in schemas_made(plan, wordings).items()}


def schemas_made(plan: Plan, wordings: Iterable[Wording]) -> dict[str, dict]:
    """The same before it is written."""
    wordings, words = list(wordings), dict[tuple[str, str], dict]()
    return {schema_of(name): _Writer(plan, wordings, words).file(name, shape) for name, shape in SHAPES.items()}


def schema_of(file: str) -> str:
    """The schema of a file below data/, or of a folder of files: actions.yaml -> actions.json."""
    return f"{re.split('[./]', file)[0]}.json"


class _Writer:
    """Writes one schema; `definitions` holds the shapes that stand in lists, `words` those of the vocabulary, which all schemas share."""

    def __init__(self, plan: Plan, wordings: list[Wording], words: dict[tuple[str, str], dict]):
        self.plan, self.wordings, self.words = plan, wordings, words
        self.definitions: dict[str, dict] = {}

    def file(self, name: str, shape: type[Shape]) -> dict:
        """The schema of a data file."""
        head = {"$schema": DRAFT, "version": SCHEMA_VERSION, "title": f"data/{name}"}
        return head | self._shape(shape, self._say("schema.file", file=name)) | {"definitions": self.definitions}

    def _shape(self, shape: type[Shape], description: str) -> dict:
        known, extra = fields(shape), shape.model_config.get("json_schema_extra")
        return {
            "description": description,
            "type": "object",
            "properties": {field.name: self._field(field) for field in known},
            "required": [field.name for field in known if field.required],
            "additionalProperties": False,
        } | (extra if isinstance(extra, dict) else {})

    def _field(self, field: Field) -> dict:
        description = "\n\n".join(wording.field(field.shape, field.name) for wording in self.wordings)
        if field.many:
            items = self._defined(field.inner) if field.inner else self._value(field)
            listed = {"type": "array", "items": items} | ({"minItems": field.fewest} if field.fewest else {})
            return {"description": description} | ({"oneOf": [items, listed]} if field.or_alone else listed)
        if field.inner:
            return self._shape(field.inner, description)
        default = {} if field.default is None else {"default": YES_NO.get(field.default, field.default)}
        return {"description": description} | self._value(field) | default

    def _defined(self, shape: type[Shape]) -> dict:
        name = shape.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # keeps its place before the shapes inside it
            self.definitions[name] = self._shape(shape, self._say(f"shape.{name}"))
        return {"$ref": f"#/definitions/{name}"}

    def _value(self, field: Field) -> dict:
        match field.holds:
            case "word":
                return {"oneOf": [self._word(field.detail, id) for id in self.plan.vocabularies[field.detail]]}
            case "yes_no":
                return {"enum": [*YES_NO.values(), *YES_NO]}
            case "number":
                return {"type": ["number", "string"], "pattern": r"^[+-]?\d+(\.\d+)?$"}
        examples = {"examples": list(field.examples)} if field.examples else {}
        if not field.pattern:
            return {"type": ["string", "number"], "pattern": SAYS} | examples
        return _formed(field.pattern) | {"patternErrorMessage": self._say("schema.like", example=", ".join(field.examples))} | examples

    def _word(self, vocabulary: str, id: str) -> dict:
        if (vocabulary, id) not in self.words:
            self.words[vocabulary, id] = self._made_word(vocabulary, id)
        return self.words[vocabulary, id]

    def _made_word(self, vocabulary: str, id: str) -> dict:
        word = self.plan.vocabularies[vocabulary][id]
        said = []
        for wording in self.wordings:
            label, explained = (getattr(text, wording.language) if text else "" for text in (word.label, word.meaning))
            said.append(typeset(f"{label}{wording.say('punctuation.colon')} {explained}" if explained else label, wording.language))
        return ({"enum": [id, int(id)]} if id.isdigit() else {"const": id}) | {"description": "\n\n".join(said)}

    def _say(self, key: str, **values: str) -> str:
        return "\n\n".join(wording.say(key, **values) for wording in self.wordings)


@cache
def _formed(pattern: str) -> dict:
    """Text of a pattern; where it may look like a number, also the numbers between the lowest and the highest that match."""
    numbers = [number for number in _NUMBERS if re.fullmatch(pattern, str(number))]
    limits = {"minimum": min(numbers), "maximum": max(numbers)} if numbers else {}
    return {"type": ["string", "number"] if numbers else "string", "pattern": f"^(?:{pattern})$"} | limits
