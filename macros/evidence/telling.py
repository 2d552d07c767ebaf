"""What tells a sentence from another one of nearly the same words: its numbers, its names, and words on which its meaning hangs."""

import re
from collections import Counter
from collections.abc import Sequence, Set

from macros.evidence.printed_words import PRINTED

# A number from here on is no way of speaking, as "the one" and "l’un" are.
FEWEST = 2
NUMBER = re.compile(r"\d(?:[\d.,\u00a0\u202f]| (?=\d{3}\b))*\d|\d")
# A word with a capital that does not begin a sentence, and those that belong to it: "Council of Europe", "Conseil de l’Europe".
_CAPITAL, _JOINT = r"[A-ZÀ-Ý][\w-]*", r"(?: (?:of |de |du |des |de la |de l’|d’)?)"
NAME = re.compile(rf"(?<![.!?:;“] )(?<!^)\b{_CAPITAL}(?:{_JOINT}{_CAPITAL})*")


def telling(text: str, language: str) -> list[str]:
    """The numbers, in digits or in words, and the names of a text, in its order; its first word may be any."""
    row = PRINTED.get(language)
    said = {word for word, value in row.values.items() if value >= FEWEST} | row.factors.keys() if row else set()
    found = [(one.start(), one[0]) for pattern in (NUMBER, NAME) for one in pattern.finditer(text)]
    found += [(one.start(), one[0]) for one in re.finditer(r"[\w-]+", text) if one[0].lower() in said]
    return [word for _, word in sorted(set(found))]


def came_or_went(before: Sequence[str], after: Sequence[str], weighty: Set[str], gained: Set[str] = frozenset()) -> list[str]:
    """The words of weight that a text has no longer, or has now; of these not what it may have gained."""
    was, now = (Counter(filter(weighty.__contains__, text)) for text in (before, after))
    return sorted((was - now) + Counter(word for word in (now - was).elements() if word not in gained))
