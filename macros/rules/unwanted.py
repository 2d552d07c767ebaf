"""What no text of ours holds: what other fields are for, what is not yet written, and what no reader should meet."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from macros.evidence.weighty_words import JUDGING, UNACCENTED


class Unwanted(NamedTuple):
    """What is to be written elsewhere, or nowhere: signs of which a text that has it holds one at least, in small letters, and its pattern."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]

    def found_in(self, text: str) -> str:
        """What a text holds of it; empty where it holds nothing."""
        found = self.pattern.search(text)
        return found[0] if found else ""


def _of_stems(stems: Mapping[str, str], sign: str, end: str) -> Unwanted:
    """Words of any language that begin so."""
    every = [stem for row in stems.values() for stem in row.split()]
    return Unwanted(tuple(sign.format(stem) for stem in every), re.compile(rf"(?i)\b(?:{'|'.join(every)}){end}"))


# The end of the key of its message -> what no text holds.
UNWANTED = {
    "e_mail": Unwanted(("@", "(at", "( at", "[at", "arobase"), re.compile(r"[\w.+-]+(?:@[\w-]+\.| ?[(\[] ?(?:at|arobase) ?[)\]] ?)\w+")),
    "telephone": Unwanted(
        ("+", "tel", "tél", *(f"{blank}0" for blank in " \u00a0\u202f(:")),
        re.compile(
            r"(?i:\bt[ée]l(?:ephone|éphone)?[.:]? ?\(?\d[\d .-]{4,}\d)"
            r"|(?<![\w/])(\+|00)[1-9]\d{0,2}[ ./-]?\(?\d[\d ()./-]{6,}\d"
            r"|(?<![\w/.,-])0[1-9](?:[ .-]?\d\d){4}(?!\d)"
        ),
    ),
    "address": Unwanted(("http", "www."), re.compile(r"https?://|www\.\w")),
    "spelt_address": Unwanted(
        ("dot", "point"),
        re.compile(r"(?i:\b[\w-]+ (?:[(\[]?dot[)\]]?|[(\[]point[)\]]) ?(?:com|org|net|eu|fr)\b|\b[\w-]+ point (?:com|org)\b)"),
    ),
    "mark_up": Unwanted(("<", "*", "__", "](", "`", "&", "{{"), re.compile(r"</?[a-z]+[^<>]*>|\*\*|__|\]\(|`|(?<!\w)\*\w|&[a-z]+;|\{\{")),
    "placeholder": Unwanted(
        ("todo", "tbd", "fixme", "xxx", "rem ips", "text to", "texte à", "compl", "check", "vérif", "…"),
        re.compile(
            r"\b(TODO|TBD|FIXME|XXX+|[Ll]orem ipsum|[Tt]ext to follow|[Tt]exte à venir)\b"
            r"|(?i:\bà compléter\b|\bto be completed\b|\((to )?check\b|\((à )?vérifier\b)|…$"
        ),
    ),
    "insult": Unwanted(
        ("idiot", "moron", "liar", "bastard", "shit", "fuck", "imbécile", "menteu", "connard", "salaud", "merde"),
        re.compile(r"(?i:\b(?:idiots?|morons?|liars?|bastards?|bullshit|fuck\w*|imbéciles?|menteu(?:rs?|ses?)|connards?|salauds?|merde)\b)"),
    ),
    "call": Unwanted(
        ("vote for", "votez", "buy now", "achetez", "click here", "cliquez"),
        re.compile(r"\b(?:Vote for|Votez(?: pour)?|Buy now|Achetez|Click here|Cliquez)\b"),
    ),
    "machine": Unwanted(
        ("as an ai", "language model", "modèle de langage", "here is the translation", "voici la traduction"),
        re.compile(
            r"(?i)\bas an ai\b|\b(?:an?|large) language model\b|\bmodèle de langage\b"
            r"|\bhere is the translation\b|\bvoici la traduction\b"
        ),
    ),
    "mangled": Unwanted(("ã", "â€"), re.compile("[ÃÂ][\u0080-\u00bf]|â€.?")),
    "unaccented": _of_stems(UNACCENTED, " {}", r"\b"),
    "judging": _of_stems(JUDGING, "{}", r"\w*"),
    "brackets": Unwanted(("[",), re.compile(r"\[(?!…)[^\]]*\]?")),
    "slashed_day": Unwanted(("/19", "/20"), re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b")),
}
# What harms nobody, or may be what is meant: a notice for reviewers.
TO_REVIEW = ("mark_up", "address", "unaccented", "judging", "brackets", "slashed_day")
