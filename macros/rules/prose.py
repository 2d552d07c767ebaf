"""Rules on our own texts: each says something, in its language, without what no reader should find in it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from macros.evidence.language import SMALL_WORDS, language_of
from macros.languages import FIRST, LANGUAGES
from macros.messages import language_name, tell
from macros.model.plan import Plan
from macros.model.records import Source
from macros.model.shape import Record, Text
from macros.problems import NOTICE, Problem
from macros.wording.typography import FOREIGN_MARKS

# What a text holds that is to be written elsewhere, or nowhere: the end of the key of its message -> the pattern.
FOREIGN = {
    "e_mail": re.compile(r"[\w.+-]+@[\w-]+\.\w+"),
    "telephone": re.compile(
        r"(?i:\bt[ée]l(?:ephone|éphone)?[.:]? ?\(?\d[\d .-]{4,}\d)"
        r"|(?<![\w/])(\+|00)[1-9]\d{0,2}[ ./-]?\(?\d[\d ()./-]{6,}\d"
    ),
    "address": re.compile(r"https?://|www\.\w"),
    "mark_up": re.compile(r"</?[a-z]+[^<>]*>|\*\*|__|\]\(|`|(?<!\w)\*\w|&[a-z]+;|\{\{"),
    "placeholder": re.compile(
        r"\b(TODO|TBD|FIXME|XXX+|[Ll]orem ipsum|[Tt]ext to follow|[Tt]exte à venir)\b"
        r"|(?i:\bà compléter\b|\bto be completed\b|\((to )?check\b|\((à )?vérifier\b)|…$"
    ),
}
# Pages show these signs as they are, which harms nobody: a notice for reviewers.
SHOWN_AS_TEXT = ("mark_up", "address")
# What one of these holds at least.
SIGN = re.compile(r"[@<*_`&{+/\]X…]|00|www|TODO|TBD|FIXME|rem ips|compl|check|vérif|ext to f|exte à v|[Tt][ée]l")
# A text that is no more than this says nothing.
NOTHING = re.compile(r"(?i)(none|n/?a|nil|nothing|no|unknown|tbc|aucune?|néant|rien|s\.?\s?o|non|inconnu|idem|ditto|-+|\?+)\s*\.?")
# A given name with an age: it may be a victim's. Names of acts and places are followed by other words, or by a year.
PERSON = re.compile(
    r"\b[A-ZÀ-Ý][a-zà-ÿ]+(?: [A-ZÀ-Ý][\w.’'-]*)?,? (?:\(?(?:aged?|âgée? de) )?\(?\d{1,2}(?: years? old| ans)\b"
    r"|\b[A-ZÀ-Ý][a-zà-ÿ]+(?: [A-ZÀ-Ý][\w.’'-]*)?(?:, \d{1,2},| \(\d{1,2}\))"
    r"|\b\d{1,2}-year-old\b.{0,40}\b(?:named|called) |\b(?:girl|boy|woman|man|victim) (?:named|called) [A-Z]"
    r"|\b(?:fille|garçon|femme|homme|victime) (?:nommée?|appelée?|prénommée?) [A-ZÀ-Ý]"
    r"|\b(?:born on|née? le) \d|\b(?:lives?|living|habite|habitant) (?:at|in|au|à) \d|\b\d+,? (?:rue|avenue|boulevard) [A-ZÀ-Ýd]|\b[A-Z]\. ?[A-Z]\.,"
    r"|\b(?:girl|boy|woman|man|victim|fille|garçon|femme|homme|victime) (?:known as|surnommée?|dite?) "
    r"|\b(?:[Vv]ictime?|girl|boy|woman|man|fille|garçon|femme|homme) [A-ZÀ-Ý][a-zà-ÿ]+ [A-ZÀ-Ý][a-zà-ÿ]"
)
# From here on two texts that are alike are no name.
MIN_WORDS = 5
TWICE = re.compile(r"(?i)\b([a-zà-ÿ]{2,}) \1\b(?!-)")
MAY_STAND_TWICE = {"nous", "vous", "that", "had", "bora"}
# Fields of whole sentences, the end of one, and what shouts.
SENTENCES = {"text", "meaning", "reason", "missing", "note", "summary", "what", "began", "because", "since"}
END = re.compile(r"[.?»”)]$")
LOUD = re.compile(r"!|\b[A-ZÀ-Ý]{4,}(?: [A-ZÀ-Ý]+){2,}\b")


def no_text_holds_what_belongs_elsewhere(plan: Plan) -> Iterator[Problem]:
    """No e-mail address, telephone number, web address or mark-up stands in a text, and nothing that is still to be written."""
    for record, path, language, text in _texts(plan):
        for name, pattern in FOREIGN.items() if SIGN.search(text) else ():
            if found := pattern.search(text):
                problem = record.problem((*path, language), tell(f"prose.holds_{name}", found=found[0]), tell(f"prose.without_{name}"))
                yield replace(problem, level=NOTICE) if name in SHOWN_AS_TEXT else problem
        if NOTHING.fullmatch(text):
            yield record.problem((*path, language), tell("shapes.says_nothing", value=text), tell("prose.write_or_delete", field=path[-1]))


def no_text_tells_of_a_person(plan: Plan) -> Iterator[Problem]:
    """No text names somebody with an age, who may be a victim."""
    for record, path, language, text in _texts(plan):
        if PERSON.search(text):
            yield record.problem((*path, language), tell("prose.may_name_a_victim"), tell("prose.write_in_confidence"))


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
    for record, path, language, text in _texts(plan):
        if language in FOREIGN_MARKS and (found := FOREIGN_MARKS[language].search(text)):
            problem = record.problem((*path, language), tell("prose.foreign_marks", found=found[0]), tell("prose.write_marks"))
            yield replace(problem, level=NOTICE)
        if (found := TWICE.search(text)) and found[1].lower() not in MAY_STAND_TWICE:
            yield replace(record.problem((*path, language), tell("prose.word_twice", found=found[0]), tell("prose.write_once")), level=NOTICE)
        if found := LOUD.search(text):
            yield replace(record.problem((*path, language), tell("prose.loud", found=found[0]), tell("prose.write_soberly")), level=NOTICE)
        if path[-1:] and path[-1] in SENTENCES and not END.search(text):
            yield replace(record.problem((*path, language), tell("prose.without_end"), tell("prose.write_end")), level=NOTICE)


def _texts(plan: Plan) -> Iterator[tuple[Record, tuple, str, str]]:
    """Record, path, language and words of each text."""
    for record in plan.records():
        for path, shape in record.shapes:
            if isinstance(shape, Text):
                for language in LANGUAGES:
                    yield record, path, language, getattr(shape, language)


RULES = [
    no_text_holds_what_belongs_elsewhere,
    no_text_tells_of_a_person,
    every_text_is_in_its_language,
    every_text_keeps_to_the_signs_of_its_language,
]
