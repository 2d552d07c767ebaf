"""Texts of which one language changed and the other did not."""

from collections.abc import Container, Iterable, Iterator

from macros.changes.compare import Change
from macros.changes.markdown import SafeText, phrase
from macros.changes.names import field_name, kind_name
from macros.languages import LANGUAGES
from macros.messages import language_name, tell
from macros.problems import DataErrors
from macros.reading.published import TextChange, bilingual_texts, others, text_change
from macros.reading.revision import Revision
from macros.reading.site_texts import leaves


def one_sided(changes: list[Change], known: Container[str]) -> Iterator[SafeText]:
    """A line for each text of a record that changed in one language only."""
    for change in changes:
        was = {name: text for name, _, text in bilingual_texts(change.old)}
        for name, _, text in bilingual_texts(change.new):
            if name in was:
                yield from _one_sided(change, name, was[name], text, known)


def _one_sided(change: Change, name: tuple, old: dict, new: dict, known: Container[str]) -> Iterator[SafeText]:
    differs = [language for language in LANGUAGES if old.get(language) != new.get(language)]
    if differs and others(differs):
        where = SafeText("{} {}, {}").format(kind_name(change.kind), change.id, ", ".join(_called(name)))
        yield phrase("diff.only_changed", where, names_of(differs), _so(text_change(old, new, known), new, differs))


def _called(name: tuple) -> list[str]:
    """The parts of the name of a text, in words; the numbers of items that are called alike are left out."""
    return [" ".join(part) if isinstance(part, tuple) else field_name(part) for part in name if part and not isinstance(part, int)]


def _so(change: TextChange, new: dict, differs: list[str]) -> str:
    """What the data says of the languages that did not change."""
    if change.changed.isdisjoint(differs):
        return tell("diff.typing_error")
    if change.older in others(differs):
        return tell("diff.marked_older", language=language_name(change.older))
    if change.compared:
        return tell("diff.both_compared", day=new.get("compared"))
    return tell("diff.nothing_says", languages=names_of(others(differs)))


def names_of(languages: Iterable[str]) -> str:
    """Languages as a reviewer calls them."""
    return tell("diff.and").join(map(language_name, languages))


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
    if not (revision.folder / "data" / name).exists():
        return {}
    return {".".join(map(str, path)): str(text) for path, text in leaves(revision.tree(name)[0])}


def pages(files: dict[str, str]) -> Iterator[SafeText]:
    """A line for each page in docs/ of which one language changed only."""
    for language in LANGUAGES:
        for file in (file for file in files if file.startswith(f"docs/{language}/") and file.endswith(".md")):
            if any(file.replace(f"docs/{language}/", f"docs/{other}/", 1) not in files for other in others((language,))):
                yield phrase("diff.page_removed" if files[file] == "removed" else "diff.page_only", file, language_name(language))
