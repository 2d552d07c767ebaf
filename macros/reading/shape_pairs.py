"""Two faults of shape that are one slip: a field under another name, and a language that stands beside its text."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from macros.languages import LANGUAGES
from macros.messages import tell, texts_of
from macros.model.shape import Shape, Text, shape_of, writable
from macros.reading.shape_hints import form, shape_at
from macros.similarity import fold

# So many letters at the beginning tell one word from another, and no shorter word does.
STEM, SHORTEST = 5, 4


class Slip(NamedTuple):
    """What is wrong and what to write at the path of an unknown name, and the paths at which other faults follow from it."""

    message: str
    hint: str
    follows: tuple[tuple, ...]


def slips(faults: Sequence[ErrorDetails], shape: type[Shape]) -> dict[tuple, Slip]:
    """Path of an unknown name -> what it was meant to be, where that is missing."""
    unknown, missing = _names(faults, "extra_forbidden"), _names(faults, "missing")
    found = {}
    for around, names in unknown.items():
        known = writable(shape_at(shape, around))
        for field, of in _cut_by_language(names, known).items():
            said = tell("shapes.not_known_field_here", name=of[0]), tell("shapes.write", near=form(shape_at(shape, around), field))
            found[*around, of[0]] = Slip(*said, ((*around, field), *((*around, name) for name in of[1:])))
            names = [name for name in names if name not in of]
        others = [field for field in known if field not in missing[around]]
        for name, field in _pairs(names, [field for field in missing[around] if (*around, field) not in _follow(found)], others):
            said = tell("shapes.missing_under_name", name=name, field=field), tell("shapes.write_in_place", name=name, field=field)
            found[*around, name] = Slip(*said, ((*around, field),))
        for name in LANGUAGES.keys() & set(names):
            beside = [path for path in missing if path[:-1] == around and path != around and name in missing[path]]
            if beside:
                said = tell("shapes.language_beside", name=name, text=beside[0][-1]), tell("shapes.two_blanks_more", name=name)
                found[*around, name] = Slip(*said, ((*beside[0], name),))
    return found


def _cut_by_language(names: Sequence[str], known: Mapping[str, FieldInfo]) -> dict[str, list[str]]:
    """Each field with a text in each language, and the names that say it with a language: title_en, title_fr."""
    texts = [field for field, info in known.items() if shape_of(info.annotation) is Text]
    cut = {field: [name for name in names if name in [f"{field}_{language}" for language in LANGUAGES]] for field in texts}
    return {field: of for field, of in cut.items() if of}


def _follow(slips: Mapping[tuple, Slip]) -> set[tuple]:
    return {path for slip in slips.values() for path in slip.follows}


def _names(faults: Sequence[ErrorDetails], kind: str) -> dict[tuple, list[Any]]:
    """Path of a mapping -> the names in it that have a fault of this kind."""
    found: dict[tuple, list[Any]] = defaultdict(list)
    for details in faults:
        if details["type"] == kind:
            found[details["loc"][:-1]].append(details["loc"][-1])
    return found


def _pairs(names: list[str], fields: list[str], others: list[str]) -> Iterator[tuple[str, str]]:
    """An unknown name and a missing field that are one: by what the field is called, else because no other name and no other field is left."""
    yield from ((name, name.lower()) for name in names if name.lower() in LANGUAGES and name.lower() in fields)
    names, fields = [name for name in names if name.lower() not in LANGUAGES], [field for field in fields if field not in LANGUAGES]
    for name in list(names):
        if field := meant_by(name, fields):
            names.remove(name)
            fields.remove(field)
            yield name, field
    left = [name for name in names if name.isidentifier() and not meant_by(name, others)]
    if len(left) == len(fields) == 1:
        yield left[0], fields[0]


def meant_by(name: str, fields: Sequence[str]) -> str:
    """The field that somebody means by a name that is like its own, or like what any of our languages calls it; empty where none is."""
    near = get_close_matches(name, fields, n=1, cutoff=0.6)
    return near[0] if near else next((field for field in fields if _stems(name) & _called(field)), "")


def _called(field: str) -> set[str]:
    """The beginnings of the words by which each language calls a field, or one of its items."""
    keys = [f"diff_fields.{one}" for one in (field, field.removesuffix("s"))]
    return {stem for language in LANGUAGES for key in keys for stem in _stems(texts_of(language).get(key, ""))}


def _stems(words: str) -> set[str]:
    return {word[:STEM] for word in fold(words).replace("_", " ").replace("-", " ").split() if len(word) >= SHORTEST}
