"""What a reviewer calls things: records by their title, words of the vocabulary by their label, fields in plain words."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from macros.changes.markdown import SafeText
from macros.languages import FIRST, LANGUAGES
from macros.messages import FOLDER, language_name, spoken, tell, unfilled
from macros.model.kinds import FILES, INSIDE, KINDS, OWN_FILES, title_field
from macros.model.shape import InVocabulary, Record, Ref, Shape, mark_of, shape_of
from macros.problems import DataErrors
from macros.reading.revision import Revision
from macros.wording.catalogue import Wording, read_wording

_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d(?:/\d{4}-\d\d-\d\d)?)?|--\d\d-\d\d")


@dataclass
class Names:
    """What things are called after the change, or before it where they are gone."""

    after: Revision
    before: Revision
    _files: dict[tuple[str, str], dict[tuple[str, str], dict[str, Any]]] = field(default_factory=dict)

    def fields(self, kind: str, id: str) -> dict[str, Any]:
        """The fields of a record; none where neither revision has it, or its file cannot be read."""
        file = KINDS[kind].file_of(id) if kind in KINDS else "vocabulary.yaml"
        sides = (self.after, self.before)
        # A record that stands inside one with a file of its own is in any of these files.
        inside = kind in INSIDE and KINDS[kind].own_files
        named = ((side, name) for side in sides for name in ([one for one in side.files if one.startswith(KINDS[kind].file)] if inside else [file]))
        return next((found for side, name in named if (found := self._read(side, name).get((kind, id)))), {})

    def _read(self, revision: Revision, file: str) -> dict[tuple[str, str], dict[str, Any]]:
        if (revision.name, file) not in self._files:
            try:
                records = revision.read(file) if file in revision.files else []
            except DataErrors:
                records = []
            self._files[revision.name, file] = {(record.kind, record.id): record.fields for record in records}
        return self._files[revision.name, file]

    def title(self, kind: str, id: str) -> str:
        """The title, name or text of a record; empty where it has none."""
        fields = self.fields(kind, id)
        said = fields.get(title_field(kind))
        return str(said.get(spoken(), said.get(FIRST, ""))) if isinstance(said, dict) else ""

    def record(self, kind: str, id: str) -> SafeText:
        """A record by name and identifier; numbered ones by their number first."""
        title = self.title(kind, id)
        if not title:
            return SafeText("{}").format(id)
        return SafeText("{} {}").format(id, title) if id[:1].isdigit() else SafeText("{} ({})").format(title, id)

    def word(self, vocabulary: str, id: str, part: str = "label") -> SafeText:
        """A word of the vocabulary, or the identifier as written where it is unknown."""
        fields = self.fields(vocabulary, id)
        said = fields.get(part) or fields.get("label")
        return SafeText("{}").format(said.get(spoken(), said.get(FIRST, id)) if isinstance(said, dict) else id)

    def value(self, kind: str, name: str, written: str) -> SafeText:
        """What is written in a field of a kind of record: marked words by their label, identifiers by the title of their record."""
        mark = _marks().get((kind, name))
        if isinstance(mark, InVocabulary):
            return self.word(mark.vocabulary, written)
        for target in mark.kinds if isinstance(mark, Ref) else ():
            if self.fields(target, written):
                return self.record(target, written) if target != "actions" else SafeText("{}").format(written)
        said = {"yes": tell("diff.yes"), "no": tell("diff.no")} if not mark else {}
        return SafeText("{}").format(said.get(written) or day_named(written))


def day_named(written: str) -> str:
    """A date, as precise as it is, in words; anything else as it is written."""
    try:
        return _words_of(spoken()).date(written) if _DATE.fullmatch(written) else written
    except ValueError:  # it is not in the calendar
        return written


@cache
def _words_of(language: str) -> Wording:
    return read_wording(FOLDER.parent, language)


def field_name(name: str) -> str:
    """A field in plain words; as its file has it, with blanks for underscores, where its name speaks for itself."""
    if name in LANGUAGES:
        return language_name(name)
    said = unfilled(f"diff_fields.{name}")
    return name.replace("_", " ") if said.endswith(f".{name}") else said


def kind_name(kind: str) -> str:
    """What one record of a kind is called."""
    return tell(f"kinds.{kind}") if kind in KINDS else tell("diff.word_of", list=field_name(kind))


@cache
def _marks() -> dict[tuple[str, str], InVocabulary | Ref]:
    """(kind, field) -> the mark on its words, however deep the field lies in the record."""
    found: dict[tuple[str, str], InVocabulary | Ref] = {}
    for file in FILES.values():
        for kind, info in file.model_fields.items():
            if shape := shape_of(info.annotation):
                _mark(kind, shape, found)
    for kind in OWN_FILES:
        _mark(kind, KINDS[kind].shape, found)
    return found


def _mark(kind: str, shape: type[Shape], found: dict[tuple[str, str], InVocabulary | Ref]) -> None:
    for name, info in shape.model_fields.items():
        inner = shape_of(info.annotation)
        if mark := mark_of(info):
            key = kind, info.alias or name
            known = found.get(key)
            if isinstance(known, Ref) and isinstance(mark, Ref):
                mark = Ref(tuple(dict.fromkeys((*known.kinds, *mark.kinds))))
            found[key] = mark
        elif inner:
            _mark(name if issubclass(inner, Record) else kind, inner, found)
