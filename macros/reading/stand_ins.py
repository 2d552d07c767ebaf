"""What stands in place of words and days that somebody did not write, or wrote wrong: all else that is wrong with a file can then be said at once.

Nobody ever reads it: what is said of it is left out (`without_stand_ins`), and a text that consists of it counts as not written.
"""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import replace
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from macros.languages import LANGUAGES
from macros.model.days_meant import days_meant
from macros.model.shape import Shape, Text, pattern_of, shape_of, writable
from macros.problems import ALONE, Problem
from macros.reading.shape_hints import shape_at

DAY = "2999-12-31"
ADDRESS = "https://host.invalid/"
_LETTERS = re.compile(r"[A-Z]( [A-Z]){4}\.")
_ANY = re.compile(rf"{_LETTERS.pattern}|{DAY}|{re.escape(ADDRESS)}|host\.invalid")


def completed(tree: Any, error: ValidationError, shape: type[Shape]) -> Any:
    """A copy of a tree with something in each place that lacks its words, day or address; None where its shape is wrong in another way."""
    whole = deepcopy(tree)
    for fault in error.errors(include_url=False):
        *path, name = fault["loc"]
        if not (said := _stand_in(fault, shape_at(shape, tuple(path)))):
            return None
        around = whole
        for key in path:
            around = around[key]
        around[name] = said
    return whole


def _stand_in(fault: Any, around: type[Shape]) -> Any:
    """What can stand in a place for a moment; None where nothing can."""
    info = writable(around).get(fault["loc"][-1])
    if not info or fault["loc"][-1] == "id":
        return None
    missing = fault["type"] == "missing"
    if pattern := pattern_of(info):
        days = days_meant(fault["input"]) if isinstance(fault["input"], str) else []
        return next((one for one in (*days[: len(days) == 1], DAY, ADDRESS) if re.fullmatch(pattern.pattern, one)), None)
    if missing and shape_of(info.annotation) is Text:
        return {language: _letters((*fault["loc"], language)) for language in LANGUAGES}
    if fault["type"] == "list_type" and fault["input"] == "" and shape_of(info.annotation) is None:
        return [_letters(fault["loc"])]
    is_word = info.annotation is str if missing else fault["type"] in ("string_too_short", "ours") and isinstance(fault["input"], str)
    return _letters(fault["loc"]) if is_word else None


def is_stand_in(text: str) -> bool:
    """Whether letters stand where somebody did not write."""
    return bool(_LETTERS.fullmatch(text))


def without_stand_ins(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems as people may read them: those that are of a stand-in are left out; elsewhere "…" is shown."""
    for problem in problems:
        if problem.stands == ALONE or not _ANY.search(f"{problem.record} {problem.message}"):
            yield replace(problem, message=_ANY.sub("…", problem.message), hint=_ANY.sub("…", problem.hint))


def _letters(path: tuple) -> str:
    """Words of no language, other ones at each place: no rule finds two alike."""
    return f"{' '.join(chr(ord('A') + byte % 26) for byte in sha256(repr(path).encode()).digest()[:5])}."
