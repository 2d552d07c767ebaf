"""Rules on the words of pages: both languages have the same ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from string import Formatter
from typing import Any

from macros.languages import LANGUAGES
from macros.model.plan import Plan
from macros.problems import Problem
from macros.reading.text_file import UnreadableFile, read_text
from macros.reading.yaml_tree import read_tree

# List of the vocabulary, a group of the wording that says each of its words and holds nothing else, and the {places} that pages fill there.
IN_SENTENCES = (
    ("roles", "role_short", set()),
    ("date_is", "when", {"date", "first", "last"}),
    ("date_is", "when_day", {"date", "first", "last"}),
    ("qualifiers", "figure", {"amount"}),
)


def every_wording_has_the_same_keys(plan: Plan) -> Iterator[Problem]:
    """data/wording/ holds the same keys, each with a text that has the same {places}, in every language, and a text for each word that needs one."""
    found = {}
    for language in LANGUAGES:
        file = f"data/wording/{language}.yaml"
        try:
            tree, lines = read_tree(read_text(plan.root / file))
        except FileNotFoundError:
            yield Problem(file, 1, "", "the file is missing", "restore it from the last commit")
        except UnreadableFile as fault:
            yield Problem(file, fault.line, ".".join(map(str, fault.path)), fault.message, fault.hint)
        else:
            if not isinstance(tree, dict):
                yield Problem(file, 1, "", "the file is empty, or does not begin with a name", "restore it from the last commit")
                continue
            found[language] = Texts(language, dict(_leaves(tree)), lines)
    for own in found.values():
        yield from _unusable(own)
    if len(found) == len(LANGUAGES):
        for language, other in (LANGUAGES, LANGUAGES[::-1]):
            yield from _missing(found[language], found[other])
            yield from _lost_places(found[language], found[other])
    if own := found.get(LANGUAGES[0]):
        yield from _unsaid(own, plan)


@dataclass(frozen=True)
class Texts:
    """The wording of a language: path of keys -> text, and the line of each path."""

    language: str
    texts: dict[tuple, Any]
    lines: dict[tuple, int]

    def problem(self, path: tuple, message: str, hint: str, line: int = 0) -> Problem:
        """A problem at a text, or at a given line."""
        return Problem(f"data/wording/{self.language}.yaml", line or self.lines[path], ".".join(path), message, hint)


def _unusable(own: Texts) -> Iterator[Problem]:
    for path, text in own.texts.items():
        if not isinstance(text, str) or not text.strip():
            yield own.problem(path, "is no text", "write one piece of text after the colon")
        elif _places(text) is None:
            yield own.problem(path, "a brace stands alone, or holds more than a name", "write {name}, or {{ and }} for the signs themselves")


def _unsaid(own: Texts, plan: Plan) -> Iterator[Problem]:
    """Words of the vocabulary that stand in a sentence of the pages, or for which a letter stands."""
    for kind, group, filled in IN_SENTENCES:
        for id, word in plan.vocabularies[kind].items() if (group,) in own.lines else ():
            text = own.texts.get((group, id))
            if isinstance(text, str) and (unknown := (_places(text) or set()) - filled):
                yield own.problem((group, id), f"pages do not fill {_named(unknown)} here", f"write {_named(filled) or 'no place'}")
            if (group, id) not in own.texts:
                message = f"pages write this word as data/wording/{own.language}.yaml says under '{group}', and nothing stands there"
                yield word.problem(("id",), message, f"add  {id}: …  there under  {group}:  in every language")


def _missing(own: Texts, other: Texts) -> Iterator[Problem]:
    """What the other language does not have: of a whole group only its name; told where it would stand there."""
    known: list[tuple] = [()]
    for path, line in own.lines.items():
        if path in other.lines:
            known.append(path)
        elif path[:-1] in other.lines and isinstance(path[-1], str):
            theirs = [str(p[-1]) for p in other.lines if p[:-1] == path[:-1] and p not in own.lines]
            if near := get_close_matches(path[-1], theirs, n=1):
                yield own.problem(path, f"{other.language}.yaml has '{near[0]}' instead", "write the same name in both")
                continue
            message = f"this text is missing; {own.language}.yaml has it in line {line}"
            yield other.problem(path, message, f"add  {path[-1]}: …  here, or delete it there", other.lines[known[-1]])


def _lost_places(own: Texts, other: Texts) -> Iterator[Problem]:
    for path in own.texts.keys() & other.texts.keys():
        here, there = (_places(text) if isinstance(text, str) else None for text in (own.texts[path], other.texts[path]))
        if here is not None and there is not None and (lost := there - here):
            message = f"{_named(lost)} is missing; {other.language}.yaml has it in line {other.lines[path]}"
            yield own.problem(path, message, "write the same {places} in both")


def _places(text: str) -> set[str] | None:
    """The names in braces, or None where the braces of a text cannot be filled."""
    try:
        parts = [(name, rest) for _, name, *rest in Formatter().parse(text) if name is not None]
    except ValueError:
        return None
    return {name for name, _ in parts} if all(name.isidentifier() and not any(rest) for name, rest in parts) else None


def _named(places: set[str]) -> str:
    return ", ".join(sorted(f"{{{place}}}" for place in places))


def _leaves(tree: Any, path: tuple = ()) -> Iterator[tuple[tuple, Any]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _leaves(value, (*path, key))
    else:
        yield path, tree


RULES = [every_wording_has_the_same_keys]
