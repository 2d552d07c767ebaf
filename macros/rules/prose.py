"""Rules on our own texts: each says something, in its language, without what no reader should find in it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from macros.evidence.language import SMALL_WORDS, language_of
from macros.languages import FIRST, LANGUAGES
from macros.messages import language_name, tell
from macros.model.plan import Plan
from macros.model.records import Action, Development, Source
from macros.model.shape import Record, Text
from macros.problems import ERROR, LAST, NOTICE, Problem
from macros.reading.stand_ins import is_stand_in
from macros.rules.unwanted import TO_REVIEW, UNWANTED
from macros.wording.typography import FOREIGN_FIGURES, FOREIGN_MARKS

# A text that is no more than this says nothing.
NOTHING = re.compile(r"(?i)(none|n/?a|nil|nothing|no|unknown|tbc|aucune?|néant|rien|s\.?\s?o|non|inconnu|idem|ditto|null|[\W\d_]+)\s*\.?")
# From here on two texts that are alike are no name.
MIN_WORDS = 5
# So many words are read at a glance, and in one go.
MOST_WORDS_IN_A_TITLE, MOST_WORDS = 25, 150
TWICE = re.compile(r"(?i)\b([a-zà-ÿ]{2,}) \1\b(?!-)")
MAY_STAND_TWICE = {"nous", "vous", "that", "had", "bora"}
# Fields of whole sentences, the end of one, and what shouts.
SENTENCES = {"text", "meaning", "reason", "missing", "note", "summary", "what", "began", "because", "since"}
END = re.compile(r"[.?»”)]$")
LOUD = re.compile(r"!|\b[A-ZÀ-Ý]{4,}(?: [A-ZÀ-Ý]+){2,}\b")


def no_text_holds_what_belongs_elsewhere(plan: Plan) -> Iterator[Problem]:
    """No text holds what only other fields may, what nobody should read, or what is still to be written."""
    every = [(*one, f" {one[-1].lower()}") for one in texts(plan)]
    whole = "\n".join(small for *_, small in every)
    for name, unwanted in UNWANTED.items():
        signs = [sign for sign in unwanted.signs if sign in whole]
        for record, path, language, text, small in every if signs else ():
            if any(sign in small for sign in signs) and (found := unwanted.found_in(text)):
                said = tell(f"prose.holds_{name}", found=found), tell(f"prose.without_{name}")
                yield record.problem((*path, language), *said, level=NOTICE if name in TO_REVIEW else ERROR)


def every_text_says_something(plan: Plan) -> Iterator[Problem]:
    """No text is a word or a sign that stands for nothing, nor letters in place of words."""
    for record, path, language, text in texts(plan):
        if is_stand_in(text):
            message = tell("shapes.has_no_text", path=path[-1], language=language_name(language))
            yield replace(record.problem((*path, language), message, tell("shapes.add_name", name=language)), stands=LAST)
        if NOTHING.fullmatch(text):
            yield record.problem((*path, language), tell("shapes.says_nothing", value=text), tell("prose.write_or_delete", field=path[-1]))


def every_text_is_in_its_language(plan: Plan) -> Iterator[Problem]:
    """Neither language stands under the name of the other one, nor one text under both, unless somebody compared them."""
    for record in plan.records():
        for path, shape in record.shapes:
            # A document is called as it is printed.
            if not isinstance(shape, Text) or (isinstance(record, Source) and path == ("title",)):
                continue
            said = {language: getattr(shape, language) for language in LANGUAGES}
            if len(set(said.values())) < len(said) and len(said[FIRST].split()) >= MIN_WORDS and not shape.compared:
                yield record.problem(path, tell("prose.same_in_both"), tell("prose.translate_or_compare"))
            elif wrong := [one for one in said if one in SMALL_WORDS and language_of(said[one], fewest=3) not in ("", one)]:
                found = language_name(language_of(said[wrong[0]], fewest=3))
                message = tell("prose.in_other_language", wanted=language_name(wrong[0]), found=found)
                yield record.problem((*path, wrong[0]), message, tell("prose.write_in_language", wanted=language_name(wrong[0])))


def every_text_keeps_to_the_signs_of_its_language(plan: Plan) -> Iterator[Problem]:
    """A notice on quotation marks of another language, a word that stands twice in a row, what shouts, and a sentence without an end."""
    for record, path, language, text in texts(plan):
        if language in FOREIGN_MARKS and (found := FOREIGN_MARKS[language].search(text)):
            yield record.problem((*path, language), tell("prose.foreign_marks", found=found[0]), tell("prose.write_marks"), level=NOTICE)
        if language in FOREIGN_FIGURES and (found := FOREIGN_FIGURES[language].search(text)):
            yield record.problem((*path, language), tell("prose.foreign_figure", found=found[0]), tell("prose.write_figure"), level=NOTICE)
        if (found := TWICE.search(text)) and found[1].lower() not in MAY_STAND_TWICE:
            yield record.problem((*path, language), tell("prose.word_twice", found=found[0]), tell("prose.write_once"), level=NOTICE)
        if found := LOUD.search(text):
            yield record.problem((*path, language), tell("prose.loud", found=found[0]), tell("prose.write_soberly"), level=NOTICE)
        if path[-1:] and path[-1] in SENTENCES and not END.search(text):
            yield record.problem((*path, language), tell("prose.without_end"), tell("prose.write_end"), level=NOTICE)


def every_text_is_one_short_paragraph(plan: Plan) -> Iterator[Problem]:
    """A notice on two blanks side by side, and on a text that nobody reads to its end."""
    for record, path, language, text in texts(plan):
        most = MOST_WORDS_IN_A_TITLE if path == ("title",) and isinstance(record, Action | Development) else MOST_WORDS
        said: tuple[str, str] | None = None
        if "  " in text:
            said = tell("prose.blanks"), tell("prose.write_one_blank")
        elif text.count(" ") >= most:
            said = tell("prose.long", count=len(text.split()), most=most), tell("prose.say_less")
        if said:
            yield record.problem((*path, language), *said, level=NOTICE)


@lru_cache(maxsize=1)
def texts(plan: Plan) -> list[tuple[Record, tuple, str, str]]:
    """Record, path, language and words of each text: every rule here goes through them."""
    found = ((record, path, shape) for record in plan.records() for path, shape in record.shapes if isinstance(shape, Text))
    return [(record, path, language, getattr(shape, language)) for record, path, shape in found for language in LANGUAGES]


RULES = [
    no_text_holds_what_belongs_elsewhere,
    every_text_says_something,
    every_text_is_in_its_language,
    every_text_keeps_to_the_signs_of_its_language,
    every_text_is_one_short_paragraph,
]
