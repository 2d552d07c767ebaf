"""Two equal languages: what changes in one of them alone is said."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.languages import LANGUAGES
from macros.model.kinds import INSIDE
from macros.model.plan import Plan
from macros.model.shape import Record
from macros.problems import NOTICE, Problem
from macros.reading.revision import Revision
from macros.reading.text_file import read_text
from macros.reading.yaml_tree import read_tree
from macros.similarity import is_typo_fix

NAMES = {"en": "English", "fr": "French"}
# What an item of a list is called by, where it has no identifier: texts are compared under the same name.
CALLED = ("id", "actor", "to", "country", "as_of")
# Front matter that says that a page is behind the other language.
OLDER = re.compile(r"\A---\n(?:.*\n)*?older: *true *\n(?:.*\n)*?---\n")


def no_text_is_left_behind(before: Revision, plan: Plan) -> Iterator[Problem]:
    """A text that changed in one language says which is older, or that both were compared; published assessments do not change."""
    for kind, records in before.records.items():
        for id, old in records.items() if kind != "moved" else ():
            if record := plan.today(kind, id):
                written = record.model_dump(by_alias=True, exclude_none=True, exclude={*INSIDE, "assessments"})
                was = {name: text for name, _, text in _texts(old.fields)}
                for name, path, now in _texts(written):
                    if name in was:
                        yield from _left_behind(record, path, was[name], now)


def _texts(value: Any, name: tuple = (), path: tuple = ()) -> Iterator[tuple[tuple, tuple, dict]]:
    """Every bilingual text inside a value: its name, which does not depend on its place in a list, its path, and the text."""
    if isinstance(value, dict) and all(isinstance(value.get(language), str) for language in LANGUAGES):
        yield name, path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*name, key), (*path, key))
    elif isinstance(value, list):
        seen: dict[tuple, int] = {}
        for index, item in enumerate(value):
            called = tuple(str(item[key]) for key in CALLED if key in item) if isinstance(item, dict) else ()
            seen[called] = seen.get(called, 0) + 1
            yield from _texts(item, (*name, called, seen[called]), (*path, index))


def _left_behind(record: Record, path: tuple, was: dict, now: dict) -> Iterator[Problem]:
    changed = {language for language in LANGUAGES if not is_typo_fix(was[language], now[language])}
    field = next(key for key in reversed(path) if isinstance(key, str))
    older, stood = now.get("older"), was.get("older")
    compared = now.get("compared", "") > str(was.get("compared", ""))
    if older and older == stood and older in changed:
        message = f"'{field}' says  older: {older}, but its {NAMES[older]} text has changed"
        yield record.problem((*path, "older"), message, "delete  older  when both languages say the same again")
    elif stood and older != stood and stood not in changed and not compared:
        message = f"'{field}' no longer says  older: {stood}, but its {NAMES.get(stood, stood)} text is as it was"
        yield record.problem(path, message, f"mend the {NAMES.get(stood, stood)} text, or add  compared: …  with the day on which you compared both")
    elif len(changed) == 1 and not compared:
        (new,) = changed
        other = next(language for language in LANGUAGES if language != new)
        if older == new and older != stood:
            message = f"'{field}' says  older: {older}, but the {NAMES[new]} text is the one that changed"
            yield record.problem((*path, "older"), message, f"write  older: {other}: the language that is behind; or change both")
        elif older != other and stood != new:
            message = f"the {NAMES[new]} text of '{field}' changed, the {NAMES[other]} one did not"
            hint = f"change both; or add  older: {other}, so that readers are told; or, when both say the same, add  compared: …  with today's date"
            yield record.problem((*path, new), message, hint)


def no_wording_is_left_behind(before: Revision, plan: Plan) -> Iterator[Problem]:
    """A notice where a text of data/wording/ changed in one language alone."""
    files = {language: f"data/wording/{language}.yaml" for language in LANGUAGES}
    if not all((before.folder / file).exists() for file in files.values()):
        return
    if all(_same_bytes(before.folder, plan.root, file) for file in files.values()):
        return
    was, now = ({language: _leaves(folder / file) for language, file in files.items()} for folder in (before.folder, plan.root))
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        for key, (text, line) in now[language].items():
            if all(key in one for one in (*was.values(), now[other])):
                alone = was[other][key][0] == now[other][key][0] and not is_typo_fix(was[language][key][0], text)
                if alone:
                    yield _notice(files[language], line, key, language, f"change it in {files[other]} too, unless it still says the same")


def no_page_is_left_behind(before: Revision, plan: Plan) -> Iterator[Problem]:
    """A notice where a page in docs/ changed in one language alone and the other one does not say that it is older."""
    for page in sorted((plan.root / "docs" / LANGUAGES[0]).rglob("*.md")):
        names = {language: f"docs/{language}/{page.relative_to(plan.root / 'docs' / LANGUAGES[0])}" for language in LANGUAGES}
        if not all((folder / name).exists() for folder in (before.folder, plan.root) for name in names.values()):
            continue
        changed = [language for language, name in names.items() if not _same_bytes(before.folder, plan.root, name)]
        if len(changed) == 1:
            yield from _page_left_behind(before.folder, plan.root, names, changed[0])


def _page_left_behind(before: Path, root: Path, names: dict[str, str], language: str) -> Iterator[Problem]:
    other = next(name for own, name in names.items() if own != language)
    was, now = ((folder / names[language]).read_text("utf-8") for folder in (before, root))
    if OLDER.match(now):
        yield Problem(names[language], 1, "", "changed, and still says  older: true", "delete  older: true  when both say the same again", NOTICE)
    elif not is_typo_fix(was, now) and not OLDER.match((root / other).read_text("utf-8")) and not OLDER.match(was):
        pairs = zip(was.split("\n"), now.split("\n"), strict=False)
        line = next((number for number, (a, b) in enumerate(pairs, 1) if a != b), 1)
        yield _notice(names[language], line, "", language, f"change {other} too, or write  older: true  in its front matter: readers are told")


def _notice(file: str, line: int, record: str, language: str, hint: str) -> Problem:
    return Problem(file, line, record, f"changed in {NAMES[language]} alone", hint, NOTICE)


def _leaves(file: Path) -> dict[str, tuple[str, int]]:
    """Key -> text and line of every text of a file of wording."""
    tree, lines = read_tree(read_text(file))
    found, waiting = {}, [((), tree)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [((*path, key), item) for key, item in value.items()]
        else:
            found[".".join(map(str, path))] = (str(value), lines[path])
    return found


def _same_bytes(before: Path, now: Path, name: str) -> bool:
    return (before / name).read_bytes() == (now / name).read_bytes()


RULES = [no_text_is_left_behind, no_wording_is_left_behind, no_page_is_left_behind]
