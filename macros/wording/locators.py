"""Places in a text, in the words of a language: sections and footnotes of the report, recitals, articles and annexes of acts."""

import re
from collections.abc import Iterator
from itertools import pairwise

from macros.wording.catalogue import Wording

_ARTICLE = re.compile(r"(new )?art\. (\d+)([a-z]?)((?:\(\w+\))*)( lead-in)?")
_DIVIDED = re.compile(r"(annex|part|section)(?: (\w+))?(?:\((\d+)\))?")
_WHOLE = {"cover", "lead-in", "closing"}


def locator_words(locator: str, wording: Wording) -> str:
    """A locator in words: "1.3 ¶2" -> section 1.3, paragraph 2; "art. 11(4)" -> Article 11(4). What has no such form stays as it is."""
    say = wording.say
    place, _, rest = locator.partition(" ")
    if locator in _WHOLE:
        return say(f"locator.{locator}")
    if locator in wording.texts["locator_word"]:
        return say(f"locator_word.{locator}")
    if place in ("fn", "recital") and rest.isdigit():
        return say("locator.footnote" if place == "fn" else "locator.recital", number=rest)
    if rest.startswith("¶"):
        section = say("locator.introduction") if place == "intro" else say("locator.section", id=place)
        return say("locator.paragraph", section=section, number=rest[1:])
    if rest == "title":
        return say("locator.title", id=place)
    if re.fullmatch(r"c\d", locator):
        return say("locator.commitment", number=place[1:])
    return say("locator.point", id=locator) if re.fullmatch(r"\d(\.\d+)*", locator) else _of_act(locator, wording) or locator


def _of_act(locator: str, wording: Wording) -> str:
    """The place in an act, part by part; empty where one of them has no such form."""
    parts = locator.split(", ")
    # What an amending act puts into another one stands at a point of its article.
    amends = [after.startswith("new ") for _, after in pairwise([*parts, ""])]
    said = [_part(part, amending, wording) for part, amending in zip(parts, amends, strict=True)]
    return wording.say("punctuation.comma").join(said) if all(said) else ""


def _part(part: str, amending: bool, wording: Wording) -> str:
    say = wording.say
    if found := _ARTICLE.fullmatch(part):
        new, number, letter, below, lead_in = found.groups()
        article = say("locator.new_article" if new else "locator.article", number=_number(number, letter, wording))
        steps = "".join(_steps(re.findall(r"\((\w+)\)", below), amending, wording))
        return article + steps + (say("locator.article_lead_in") if lead_in else "")
    if found := _DIVIDED.fullmatch(part):
        division, id, point = found.groups()
        named = say(f"locator.{division}", id=id or "").strip()
        return named + (say("locator.division_point", id=point) if point else "")
    return ""


def _steps(ids: list[str], amending: bool, wording: Wording) -> Iterator[str]:
    """Paragraph, point and what is below: 32(1)(d)(i)."""
    above = False
    for id in ids:
        found = re.fullmatch(r"(\d+)([a-z]?)", id)
        if found and not amending and not above:
            yield wording.say("locator.article_paragraph", number=_number(found[1], found[2], wording, first=False))
        else:
            yield wording.say("locator.article_below" if above else "locator.article_point", id=id)
            above = True


def _number(number: str, letter: str, wording: Wording, first: bool = True) -> str:
    """A number as an act gives it, with the letter of what was put in later: 9a is 9 bis in French, and its Article 1 is the first."""
    if letter:
        return number + wording.texts["locator_letter"].get(letter, letter)
    return wording.say("locator.first") if first and number == "1" else number
