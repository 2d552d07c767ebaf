"""Rules against doing harm: nothing that we write or quote tells of a single person who may be a victim or a suspect."""

import re
from collections.abc import Iterator

from macros.messages import tell
from macros.model.plan import Plan
from macros.model.values import Evidence
from macros.problems import NOTICE, Problem
from macros.rules.prose import texts

NAME = r"\b[A-ZÀ-Ý][a-zà-ÿ]+(?: [A-ZÀ-Ý][\w.’'-]*)?"
INITIALS = r"\b[A-ZÀ-Ý]\. ?[A-ZÀ-Ý]\."
WHO = rf"(?:{NAME}|{INITIALS})"
# What speaks of several is no single person: children aged 15 to 17.
SEVERAL = r"(?! ?[-–]| (?:to|or|and|et|ou|à)\b)"
ONE = r"(?:fille|garçon|femme|homme|victime|enfant|adolescente?|[Uu]ne? (?!Plan|Pro|Strat|Fonds|Mandat)[A-ZÀ-Ý][a-zà-ÿ]+)"
ONE_IN_ENGLISH = r"(?:girl|boy|woman|man|victim|child|minor|teenager|migrant|national|from|who)"
ROLES = (
    "(?:victime?|trafficker|suspect|accused|defendant|witness|girl|boy|woman|man"
    "|trafiquante?|suspecte|accusée?|prévenue?|témoin|fille|garçon|femme|homme)"
)
# An age with a name or initials, or of one person without either; a date of birth; an address.
WITH_NUMBER = re.compile(
    rf"{WHO}(?:, | \(|,? \()(?:aged|âgée? de) \d{{1,2}}\b{SEVERAL}"
    rf"|{WHO}(?:, | \()\d{{1,2}}(?: years? old\b| ans\b|,)"
    rf"|{INITIALS} ?\(\d{{1,2}}\)"
    rf"|\b\d{{1,2}}-year-old (?:[A-Z]\w+ )?{ONE_IN_ENGLISH}\b|\b\d{{1,2}}-year-old\b.{{0,40}}\b(?:named|called) "
    rf"|\b(?:girl|boy|woman|man|victim|child|minor|teenager) (?:aged|of) \d{{1,2}}\b{SEVERAL}"
    rf"|\b{ONE}(?: [a-zà-ÿ]+)? (?:âgée? )?de \d{{1,2}} ans\b{SEVERAL}"
    r"|\b(?:born on|née? le) \d|\b(?:lives?|living|habite|habitant) (?:at|in|au|à) \d|\b\d+,? (?:rue|avenue|boulevard) [A-ZÀ-Ýd]"
    rf"|(?i:\b(?:case|affaire|dossier|file) (?:no\.?|n°|nº|number|numéro) ?[\w.]*\d.{{0,80}})\b(?:against|contre) {INITIALS}"
)
# A name, or initials, of somebody who is called what a victim or a suspect is.
WITH_NAME = re.compile(
    rf"\b{ROLES} (?:named|called|nommée?|appelée?|prénommée?) [A-ZÀ-Ý]|\b{ROLES} (?:known as|surnommée?|dite?) "
    rf"|\b{ROLES} (?:[A-ZÀ-Ý][a-zà-ÿ]+ [A-ZÀ-Ý][a-zà-ÿ]|[A-Z]\. ?[A-Z]\.)|{INITIALS},"
    r"|\b(?!Annex|Part|Article|Section|Chap|Tit|Group|States|Form|Model|Option)[A-ZÀ-Ý][a-zà-ÿ]{2,} [A-ZÀ-Ý]\.,"
)
# The age of somebody in the address of a page.
AGE_IN_ADDRESS = re.compile(r"(?i)\b(?:victime?|girl|boy|fille|garcon)-[a-z-]*\d{1,2}-(?:years?|ans)\b")
# A number in brackets behind a name: in what is quoted from a page a list of countries has it too.
LISTED = re.compile(rf"{NAME} \(\d{{1,2}}\)")
# What a text holds at least that one of these finds; few texts do, and the others are not looked through.
DIGIT = re.compile(r"\d")
BESIDE_NUMBER = re.compile(
    r"[(,] ?\d\d?[,)]|-year-old|\d ans\b|aged|âgé|(?:girl|boy|man|ctim|ild|nor|ager) of \d"
    r"|born|née? le|liv|habit|rue|avenue|boulevard|n[°º]|(?:case|file) n"
)
BESIDE_NAME = (
    "ictim",
    "raffi",
    "trafiq",
    "suspect",
    "accus",
    "prév",
    "defend",
    "itness",
    "émoin",
    "girl",
    "boy",
    "man ",
    "fille",
    "gar",
    "mme ",
    ".,",
)


def tells_of_a_person(text: str) -> bool:
    """Whether words tell of a single person by age, name or initials who may be a victim or a suspect."""
    if any(mark in text for mark in BESIDE_NAME) and WITH_NAME.search(text):
        return True
    return bool(DIGIT.search(text) and BESIDE_NUMBER.search(text) and WITH_NUMBER.search(text))


def no_text_tells_of_a_person(plan: Plan) -> Iterator[Problem]:
    """No text tells of somebody by age, name or initials who may be a victim or a suspect."""
    for record, path, language, text in texts(plan):
        if tells_of_a_person(text) or ("(" in text and LISTED.search(text)):
            yield record.problem((*path, language), tell("persons.may_be_victim"), tell("persons.write_in_confidence"))


def no_quotation_tells_of_a_person(plan: Plan) -> Iterator[Problem]:
    """Neither do words that we quote from a page, their place and the address of the page: what stands there need not stand here."""
    for record in plan.records():
        for path, shape in record.shapes:
            if isinstance(shape, Evidence) and shape.page:
                for field, words in (("quotation", shape.quotation), ("locator", shape.locator)):
                    if tells_of_a_person(words):
                        yield record.problem((*path, field), tell("persons.may_be_victim"), tell("persons.quote_without"))
                if AGE_IN_ADDRESS.search(shape.page.at):
                    # It may also be that of a law or of a body.
                    place = (*path, "seen" if shape.seen else "linked", "at")
                    yield record.problem(place, tell("persons.may_be_victim"), tell("persons.quote_without"), level=NOTICE)


RULES = [no_text_tells_of_a_person, no_quotation_tells_of_a_person]
