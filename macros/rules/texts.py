"""Rules on the words of pages: both languages have the same ones."""

import re
from collections.abc import Iterator
from typing import Any

from macros.plan import Plan
from macros.problems import Problem
from macros.tree import Unreadable, read_text, read_tree
from macros.wording import LANGUAGES


def every_wording_has_the_same_keys(plan: Plan) -> Iterator[Problem]:
    """data/wording/ holds the same keys, with the same {places}, in every language."""
    found = {}
    for language in LANGUAGES:
        file = f"data/wording/{language}.yaml"
        try:
            tree, lines = read_tree(read_text(plan.root / file))
        except FileNotFoundError:
            yield Problem(file, 1, "", "the file is missing", "restore it from the last commit")
        except Unreadable as fault:
            yield Problem(file, fault.line, fault.record, fault.message, fault.hint)
        else:
            found[language] = {path: (text, lines[path]) for path, text in _leaves(tree)}
    if len(found) == len(LANGUAGES):
        for language, other in (LANGUAGES, LANGUAGES[::-1]):
            yield from _compare(language, found[language], other, found[other])


def _compare(language: str, own: dict, other: str, theirs: dict) -> Iterator[Problem]:
    for path, (text, line) in own.items():
        key = ".".join(path)
        if path not in theirs:
            yield Problem(
                f"data/wording/{language}.yaml",
                line,
                key,
                f"{other}.yaml has no such text",
                f"add it to data/wording/{other}.yaml, or delete it here",
            )
        elif language == LANGUAGES[0] and (places := _places(text)) != (others := _places(theirs[path][0])):
            message = f"{language}.yaml has the places {_named(places)}, {other}.yaml has {_named(others)}"
            yield Problem(f"data/wording/{other}.yaml", theirs[path][1], key, message, "write the same {places} in both")


def _places(text: Any) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", str(text)))


def _named(places: set[str]) -> str:
    return ", ".join(sorted(f"{{{place}}}" for place in places)) or "none"


def _leaves(tree: Any, path: tuple = ()) -> Iterator[tuple[tuple, Any]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _leaves(value, (*path, key))
    else:
        yield path, tree


RULES = [every_wording_has_the_same_keys]
