"""How alike two wordings of one text are: a typing error mended, the same thing said otherwise, or another thing."""

import re
from collections import Counter
from collections.abc import Container, Iterable
from difflib import SequenceMatcher
from functools import cache
from itertools import permutations
from unicodedata import combining, normalize

from rapidfuzz.distance import OSA

# A typing error: the same number of words, of which so many differ, by so many letters (by one in words shorter than LONG_WORD_LETTERS).
MAX_WORDS_CHANGED, MAX_LETTERS_CHANGED, MIN_LETTERS, LONG_WORD_LETTERS = 3, 2, 4, 8
# Words that a letter or two turn into each other and that say another thing: none is a slip for another one of them.
_LOOK_ALIKES = """
    prosecute persecute majority minority majorite minorite maximale minimale maximales minimales
    must most should shall could would adopted adapted prosecution persecution prosecutions persecutions prosecuted persecuted
    doit devait devrait doivent devaient devraient peut peuvent pouvait pouvaient pourrait pourraient adopter adapter adopte adapte
"""
_EXACT = frozenset(_LOOK_ALIKES.split())
# Endings of one verb in two tenses.
_TENSES = [pair.split() for pair in ("es ed", "ait erait", "aient eraient", "era erait", "ra rait", "ront raient", "ent eront", "ait rait")]
# A text is recognised by this share of the shorter one's words, or by this share of letters in order. Different records of
# one kind pass for each other by this measure in 1 of 35 cases.
SHARED_WORDS, SHARED_LETTERS = 1 / 3, 0.7
# A word says nothing about which record it stands in when it stands in more than so many, and more than this share, of a kind.
COMMON, COMMON_SHARE = 3, 0.05
# So many letters tell a word from another one, whatever its ending.
STEM_LETTERS = 5
_TYPES = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "\u2212": "-", "œ": "oe", "Œ": "Oe"})


def is_typo_fix(before: str, after: str, known: Container[str] = ()) -> bool:
    """Whether two wordings differ at most by typing errors and typography: the words of a published assessment may do so.

    Figures, names, words of fewer than four letters and first letters stand: they turn "able" into "unable", "June" into "July".
    So do two long words whose beginnings, which differ, are both `known`: "reserved" is no slip for "received".
    """
    if before == after:
        return True
    old, new = _words(before), _words(after)
    changed = [(a, b) for a, b in zip(old, new, strict=False) if a != b]
    return len(old) == len(new) and len(changed) <= MAX_WORDS_CHANGED and all(_is_typo(a, b, known) for a, b in changed)


def is_same_subject(before: str, after: str, common: frozenset[str] = frozenset()) -> bool:
    """Whether the second text can be the first one said otherwise: they share words that are not common ones, or most letters."""
    old, new = ([word for word in content_words(text) if word[:STEM_LETTERS] not in common] for text in (before, after))
    starts = [{word[:STEM_LETTERS] for word in words} for words in (old, new)]
    shared = len(starts[0] & starts[1]) / max(1, min(map(len, starts)))
    return shared >= SHARED_WORDS or SequenceMatcher(None, " ".join(old), " ".join(new), autojunk=False).ratio() >= SHARED_LETTERS


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """The beginnings of words that stand in many of the texts."""
    every = [{word[:STEM_LETTERS] for word in content_words(text)} for text in texts]
    counted = Counter(start for starts in every for start in starts)
    return frozenset(start for start, times in counted.items() if times > max(COMMON, len(every) * COMMON_SHARE))


def changes(before: str, after: str) -> list[tuple[str, str]]:
    """The words that differ, with those that stand in their place: [("recieved", "received")]."""
    old, new = before.split(), after.split()
    parts = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(" ".join(old[a:b]), " ".join(new[c:d])) for tag, a, b, c, d in parts if tag != "equal"]


@cache
def _words(text: str) -> list[str]:
    """The words of a text without the signs around them; a sign at a figure is part of it. Split once for each text: do not write into it."""
    found = re.split(r"[\s']+", normalize("NFC", text).translate(_TYPES))
    return [word for each in found if (word := each if each.isalnum() else _bare(each))]


def _bare(word: str) -> str:
    return word.strip('.,;:!?()[]"«»“”…') if any(map(str.isdigit, word)) else re.sub(r"^\W+|\W+$", "", word)


def _is_typo(a: str, b: str, known: Container[str]) -> bool:
    if any(sign.isdigit() for sign in a + b):
        return False
    if fold(a) == fold(b):
        return True
    if _says_another_thing(fold(a), fold(b)):
        return False
    names = a[0].isupper() or b[0].isupper()
    shorter = min(len(a), len(b))
    starts = {fold(word)[:STEM_LETTERS] for word in (a, b)}
    if shorter >= LONG_WORD_LETTERS and len(starts) > 1 and all(start in known for start in starts):
        return False
    # Letters put in, left out, replaced or exchanged with their neighbour.
    allowed = MAX_LETTERS_CHANGED if shorter >= LONG_WORD_LETTERS else 1
    return not names and a[0] == b[0] and shorter >= MIN_LETTERS and OSA.distance(a, b) <= allowed


def _says_another_thing(a: str, b: str) -> bool:
    """Whether two words both stand in the language, and one cannot be a slip for the other: modal verbs, tenses, look-alikes."""
    if {a, b} <= _EXACT:
        return True
    return any(a.endswith(x) and b.endswith(y) and a[: -len(x)] == b[: -len(y)] for pair in _TENSES for x, y in permutations(pair))


@cache
def fold(text: str) -> str:
    """The text without accents and case."""
    return "".join(sign for sign in normalize("NFD", text.translate(_TYPES).casefold()) if not combining(sign))


def content_words(text: str) -> list[str]:
    """The words that say something, without accents and case: the longer ones, or all where none is long."""
    words = [fold(word) for word in _words(text)]
    return [word for word in words if len(word) >= MIN_LETTERS] or words
