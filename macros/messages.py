"""What the program tells those who write: texts of data/wording/messages.<language>.yaml, in the language in which it speaks.

The texts belong to the program, so they are those of its own folder, whatever project it looks at. A broken file silences nothing: the
other language answers, and without any the key does, which is a message in short.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from macros.languages import FIRST, LANGUAGES

FOLDER = Path(__file__).resolve().parent.parent / "data" / "wording"
# What POSIX asks for the language of messages, in its order; the first one that is set decides.
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_spoken: ContextVar[str] = ContextVar("spoken", default=FIRST)


def of_environment(environment: Mapping[str, str] = os.environ) -> str:
    """The language that the environment asks for: `fr_BE.UTF-8` is French; the first one where it names none of ours."""
    wished = next((value for name in VARIABLES if (value := environment.get(name))), "")
    return wished[:2].lower() if wished[:2].lower() in LANGUAGES and not wished[2:3].isalpha() else FIRST


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Everything that is said inside is said in this language."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """The language in which the program speaks."""
    return _spoken.get()


def tell(key: str, **values: Any) -> str:
    """The text of a key (`unique.already_taken`) with its {places} filled."""
    for texts in map(texts_of, (spoken(), *LANGUAGES)):
        try:
            return texts[key].format(**values)
        except (KeyError, IndexError, ValueError, AttributeError):
            continue  # it is not there, or its braces are broken
    return " ".join([key.partition(".")[2].replace("_", " "), *map(str, values.values())])


def unfilled(key: str) -> str:
    """The text of a key with its {places} open, for those who fill them their own way."""
    return next((texts[key] for texts in map(texts_of, (spoken(), *LANGUAGES)) if key in texts), key)


def counted(key: str, number: int) -> str:
    """A number of things in words: `1 problem`, `2 problems`. English and French agree on it from one on."""
    return tell(f"count.{key}_{'one' if number == 1 else 'other'}", number=number)


def either(names: Iterable[str]) -> str:
    """Names as alternatives, each once: A, B or C."""
    *some, last = dict.fromkeys(names)
    return f"{', '.join(some)} {tell('common.or')} {last}" if some else last


def language_name(code: str) -> str:
    """What a language is called; its code where none of our languages it is."""
    said = texts_of(spoken()).get(f"languages.{code}")
    return said or (LANGUAGES[code].name if code in LANGUAGES else code)


@cache
def texts_of(language: str) -> dict[str, str]:
    """Key -> text of a language; empty where its file cannot be read."""
    try:
        tree = yaml.load((FOLDER / f"messages.{language}.yaml").read_text("utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        return {f"{group}.{name}": text for group, texts in tree.items() for name, text in texts.items()}
    except (OSError, ValueError, AttributeError, yaml.YAMLError):
        return {}
