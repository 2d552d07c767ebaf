"""Rules on signs: texts are written in the letters that their readers know, and stand in no quotation marks of a file."""

import re
from collections.abc import Iterator
from unicodedata import category, name, normalize

from macros.messages import tell
from macros.model.plan import Plan
from macros.model.records import Source
from macros.model.values import Entry, Evidence, Figure, Period, When
from macros.problems import NOTICE, Problem
from macros.rules.prose import texts

# A sign that few texts have: none of Latin letters, of figures and of punctuation.
RARE = re.compile("[^\n -~\u00a0-\u024f‘’“”„…–—\u202f]")
# Signs that are no letters and yet no pictures.
USUAL = "©®™№℃"
SCRIPTS = {"LATIN", "GREEK", "CYRILLIC"}
# A whole value in the quotation marks of a language, which no file needs.
OPENING = "«“„"
MARKED = re.compile(f"[{OPENING}](?P<words>[^»”]*)[»”]")


def odd_sign(text: str) -> tuple[str, str]:
    """What stands in a text that is no usual letter: the end of the key of its message, and the words; empty where nothing does."""
    for found in RARE.finditer(text) if RARE.search(text) else ():
        sign = found[0]
        word = next((one[0] for one in re.finditer(r"\S+", text) if one.end() > found.start()), sign)
        if category(sign) in ("So", "Cn") and sign not in USUAL:
            return "picture", sign
        if category(sign)[0] == "M" and category(text[found.start() - 1 : found.start()] or " ")[0] == "M":
            return "marks", word
        if sign.isalnum() and normalize("NFKC", sign) != sign:
            return "disguised", word
        if any(len(_scripts(part)) > 1 for part in re.findall(r"\w+", word)):
            return "mixed", word
    return "", ""


def _scripts(word: str) -> set[str]:
    return {name(letter, " ").split(" ")[0] for letter in word} & SCRIPTS


def every_text_is_written_in_usual_letters(plan: Plan) -> Iterator[Problem]:
    """No text holds an emoji, marks piled on a letter, letters that look like others, or a word of two scripts."""
    for record, path, language, text in texts(plan):
        key, found = odd_sign(text)
        if key:
            yield record.problem((*path, language), *said_of(key, found))


def said_of(key: str, found: str) -> tuple[str, str]:
    """Message and hint on an odd sign."""
    return tell(f"signs.{key}", found=found), tell(f"signs.without_{key}", plain=normalize("NFKC", found))


def no_text_stands_whole_in_quotation_marks(plan: Plan) -> Iterator[Problem]:
    """Quotation marks around a whole text, which pages would show, are those of somebody who took them for a part of YAML."""
    for record, path, language, text in texts(plan):
        # A document is called as it is printed.
        if text[0] in OPENING and (found := MARKED.fullmatch(text)) and not (isinstance(record, Source) and path == ("title",)):
            yield record.problem((*path, language), _in_marks(text), tell("signs.write_without", words=found["words"].strip()))


def no_words_of_a_page_stand_whole_in_quotation_marks(plan: Plan) -> Iterator[Problem]:
    """A notice where words of a page, or words that print a value, stand in quotation marks: the source may have them."""
    for record in plan.records():
        for path, shape in record.shapes:
            field = (
                "quotation" if isinstance(shape, Evidence) and shape.page else "printed" if isinstance(shape, (Entry, Figure, Period, When)) else ""
            )
            value = getattr(shape, field) if field else None
            if value and value[0] in OPENING and (found := MARKED.fullmatch(value)):
                hint = tell("signs.write_without_unless", words=found["words"].strip())
                yield record.problem((*path, field), _in_marks(value), hint, level=NOTICE)


def _in_marks(text: str) -> str:
    return tell("signs.in_marks", found=f"{text[0]} … {text[-1]}")


RULES = [
    every_text_is_written_in_usual_letters,
    no_text_stands_whole_in_quotation_marks,
    no_words_of_a_page_stand_whole_in_quotation_marks,
]
