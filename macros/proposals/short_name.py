"""The identifier of a new record, of a name that somebody wrote or of its title."""

import re
from collections.abc import Mapping

from macros.similarity import fold

# A name made of a title has so many of its words, each of so many letters.
WORDS, LONG = 3, 5
# Articles with which no name begins, and those with which one of several words may: La Strada International.
ARTICLES, MAYBE = ("the", "a", "an", "l", "un", "une", "des"), ("la", "le", "les")


def name_as_id(said: str) -> str:
    """An identifier, of a name in letters, digits and blanks; else as it is written."""
    return "-".join(fold(said).split()) if re.fullmatch(r"[\w -]+", said) else said


def name_of_title(title: Mapping[str, str], date: str) -> str:
    """A short name of the first title that there is: the word with which it begins, its first long words, and the year."""
    words = re.findall(r"[^\W\d_]+", next(iter(title.values()), ""))
    named = len(words) > 2 and words[1][0].isupper() and words[2][0].isupper()
    first = words[:1] if words and fold(words[0]) not in (*ARTICLES, *(() if named else MAYBE)) else []
    long = [word for word in words[1:] if len(word) >= LONG]
    return "-".join([*(fold(word) for word in [*first, *long][:WORDS]), date[:4]])
