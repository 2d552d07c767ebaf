"""Rules on our own texts: each says something, in its language, without what no reader should find in it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from macros.evidence.language import SMALL_WORDS, language_of
from macros.languages import FIRST, LANGUAGES
from macros.messages import language_name, tell
from macros.model.plan import Plan
from macros.model.records import Source
from macros.model.shape import Record, Text
from macros.problems import LAST, NOTICE, Problem
from macros.reading.stand_ins import is_stand_in
from macros.wording.typography import FOREIGN_MARKS


class Foreign(NamedTuple):
    """What is to be written elsewhere, or nowhere: signs of which a text that has it holds one at least, in small letters, and its pattern."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]

    def found_in(self, text: str) -> str:
        """What a text holds of it; empty where it holds nothing."""
        found = self.pattern.search(text)
        return found[0] if found else ""


# The end of the key of its message -> what no text holds.
FOREIGN = {
    "e_mail": Foreign(("@", "(at", "( at", "[at", "arobase"), re.compile(r"[\w.+-]+(?:@[\w-]+\.| ?[(\[] ?(?:at|arobase) ?[)\]] ?)\w+")),
    "telephone": Foreign(
        ("+", "tel", "tél", *(f"{blank}0" for blank in " \u00a0\u202f(:")),
        re.compile(
            r"(?i:\bt[ée]l(?:ephone|éphone)?[.:]? ?\(?\d[\d .-]{4,}\d)"
            r"|(?<![\w/])(\+|00)[1-9]\d{0,2}[ ./-]?\(?\d[\d ()./-]{6,}\d"
            r"|(?<![\w/.,-])0[1-9](?:[ .-]?\d\d){4}(?!\d)"
        ),
    ),
    "address": Foreign(("http", "www."), re.compile(r"https?://|www\.\w")),
    "spelt_address": Foreign(
        ("dot", "point"),
        re.compile(r"(?i:\b[\w-]+ (?:[(\[]?dot[)\]]?|[(\[]point[)\]]) ?(?:com|org|net|eu|fr)\b|\b[\w-]+ point (?:com|org)\b)"),
    ),
    "mark_up": Foreign(("<", "*", "__", "](", "`", "&", "{{"), re.compile(r"</?[a-z]+[^<>]*>|\*\*|__|\]\(|`|(?<!\w)\*\w|&[a-z]+;|\{\{")),
    "placeholder": Foreign(
        ("todo", "tbd", "fixme", "xxx", "rem ips", "text to", "texte à", "compl", "check", "vérif", "…"),
        re.compile(
            r"\b(TODO|TBD|FIXME|XXX+|[Ll]orem ipsum|[Tt]ext to follow|[Tt]exte à venir)\b"
            r"|(?i:\bà compléter\b|\bto be completed\b|\((to )?check\b|\((à )?vérifier\b)|…$"
        ),
    ),
    "insult": Foreign(
        ("idiot", "moron", "liar", "bastard", "shit", "fuck", "imbécile", "menteu", "connard", "salaud", "merde"),
        re.compile(r"(?i:\b(?:idiots?|morons?|liars?|bastards?|bullshit|fuck\w*|imbéciles?|menteu(?:rs?|ses?)|connards?|salauds?|merde)\b)"),
    ),
    "call": Foreign(
        ("vote for", "votez", "buy now", "achetez", "click here", "cliquez"),
        re.compile(r"\b(?:Vote for|Votez(?: pour)?|Buy now|Achetez|Click here|Cliquez)\b"),
    ),
}
# Pages show these signs as they are, which harms nobody: a notice for reviewers.
SHOWN_AS_TEXT = ("mark_up", "address")
# A text that is no more than this says nothing.
NOTHING = re.compile(r"(?i)(none|n/?a|nil|nothing|no|unknown|tbc|aucune?|néant|rien|s\.?\s?o|non|inconnu|idem|ditto|-+|\?+)\s*\.?")
# From here on two texts that are alike are no name.
MIN_WORDS = 5
TWICE = re.compile(r"(?i)\b([a-zà-ÿ]{2,}) \1\b(?!-)")
MAY_STAND_TWICE = {"nous", "vous", "that", "had", "bora"}
# Fields of whole sentences, the end of one, and what shouts.
SENTENCES = {"text", "meaning", "reason", "missing", "note", "summary", "what", "began", "because", "since"}
END = re.compile(r"[.?»”)]$")
LOUD = re.compile(r"!|\b[A-ZÀ-Ý]{4,}(?: [A-ZÀ-Ý]+){2,}\b")


def no_text_holds_what_belongs_elsewhere(plan: Plan) -> Iterator[Problem]:
    """No address, telephone number or mark-up stands in a text, no insult and no call to vote or buy, and nothing that is still to be written."""
    every = [(*one, f" {one[-1].lower()}") for one in texts(plan)]
    whole = "\n".join(small for *_, small in every)
    for name, foreign in FOREIGN.items():
        signs = [sign for sign in foreign.signs if sign in whole]
        for record, path, language, text, small in every if signs else ():
            if any(sign in small for sign in signs) and (found := foreign.found_in(text)):
                problem = record.problem((*path, language), tell(f"prose.holds_{name}", found=found), tell(f"prose.without_{name}"))
                yield replace(problem, level=NOTICE) if name in SHOWN_AS_TEXT else problem


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
            problem = record.problem((*path, language), tell("prose.foreign_marks", found=found[0]), tell("prose.write_marks"))
            yield replace(problem, level=NOTICE)
        if (found := TWICE.search(text)) and found[1].lower() not in MAY_STAND_TWICE:
            yield replace(record.problem((*path, language), tell("prose.word_twice", found=found[0]), tell("prose.write_once")), level=NOTICE)
        if found := LOUD.search(text):
            yield replace(record.problem((*path, language), tell("prose.loud", found=found[0]), tell("prose.write_soberly")), level=NOTICE)
        if path[-1:] and path[-1] in SENTENCES and not END.search(text):
            yield replace(record.problem((*path, language), tell("prose.without_end"), tell("prose.write_end")), level=NOTICE)


def texts(plan: Plan) -> Iterator[tuple[Record, tuple, str, str]]:
    """Record, path, language and words of each text."""
    for record in plan.records():
        for path, shape in record.shapes:
            if isinstance(shape, Text):
                for language in LANGUAGES:
                    yield record, path, language, getattr(shape, language)


RULES = [
    no_text_holds_what_belongs_elsewhere,
    every_text_says_something,
    every_text_is_in_its_language,
    every_text_keeps_to_the_signs_of_its_language,
]
