"""Texts of which one language changed and the other did not."""

from collections.abc import Iterator
from typing import Any

from macros.changes.compare import Change
from macros.changes.markdown import Inert
from macros.changes.names import field_name, kind_name
from macros.problems import DataErrors
from macros.reading.revision import Revision
from macros.similarity import is_typo_fix

LANGUAGES = {"en": "English", "fr": "French"}
# What tells an item of a list from its neighbours.
_OWN = ("id", "as_of", "country", "to", "actor", "role", "source", "locator", "unit")


def one_sided(changes: list[Change]) -> Iterator[Inert]:
    """A line for each text of a record that changed in one language only."""
    for change in changes:
        old, new = dict(_texts(change.old, ())), dict(_texts(change.new, ()))
        for path in new:
            if path in old:
                yield from _told(change, path, old[path], new[path])


def _told(change: Change, path: tuple, old: dict, new: dict) -> Iterator[Inert]:
    changed = [language for language in LANGUAGES if old.get(language) != new.get(language)]
    if len(changed) == 1:
        other = next(language for language in LANGUAGES if language != changed[0])
        where = Inert("{} {}, {}").format(kind_name(change.kind), change.id, ", ".join(path))
        yield Inert("{}: only the {} changed; {}").format(where, LANGUAGES[changed[0]], _so(old, new, changed[0], other))


def _so(old: dict, new: dict, changed: str, other: str) -> str:
    """What the data says of the language that did not change."""
    if is_typo_fix(str(old.get(changed)), str(new.get(changed))):
        return "a typing error was corrected"
    if new.get("older") == other:
        return f"the {LANGUAGES[other]} is marked as older"
    if new.get("compared", "") != old.get("compared", ""):
        return f"both were compared on {new.get('compared')}"
    return f"nothing says whether the {LANGUAGES[other]} still means the same"


def _texts(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], dict]]:
    if isinstance(value, dict) and LANGUAGES.keys() <= value.keys():
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, (*path, field_name(name)))
    elif isinstance(value, list):
        for item in value:
            own = " ".join(str(item[name]) for name in _OWN if isinstance(item.get(name), str)) if isinstance(item, dict) else ""
            yield from _texts(item, (*path, own) if own else path)


def wording(before: Revision, after: Revision) -> dict[str, dict[str, tuple[str | None, str | None]]]:
    """Key of data/wording/ -> language -> its text before and after, where they differ. A file that cannot be read is passed over."""
    found: dict[str, dict[str, tuple[str | None, str | None]]] = {}
    for language in LANGUAGES:
        try:
            old, new = _leaves(before, language), _leaves(after, language)
        except DataErrors:
            continue
        for key in {**new, **old}:
            if old.get(key) != new.get(key):
                found.setdefault(key, {})[language] = (old.get(key), new.get(key))
    return found


def _leaves(revision: Revision, language: str) -> dict[str, str]:
    name = f"wording/{language}.yaml"
    return dict(_keys(revision.tree(name)[0], "")) if (revision.folder / "data" / name).exists() else {}


def _keys(tree: Any, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(tree, dict):
        for name, inner in tree.items():
            yield from _keys(inner, f"{key}.{name}" if key else name)
    else:
        yield key, str(tree)


def pages(files: dict[str, str]) -> Iterator[Inert]:
    """A line for each page in docs/ of which one language changed only."""
    for language, other in (("en", "fr"), ("fr", "en")):
        for file in files:
            if file.startswith(f"docs/{language}/") and file.endswith(".md") and file.replace(f"docs/{language}/", f"docs/{other}/", 1) not in files:
                yield Inert("page {}: only the {} changed").format(file, LANGUAGES[language])
