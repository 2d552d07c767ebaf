"""What tells a sentence from another one of the same words: its numbers and its names."""

import re

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
