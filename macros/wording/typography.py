"""The typography of each language: blanks that do not break, apostrophes."""

import re
from functools import cache

NNBSP, NBSP = "\u202f", "\u00a0"

# French sets a no-break space before high punctuation and inside guillemets; both languages keep figures together.
# A language without a row is set as it is written.
_SIGNS = {
    "en": [(r"(?<=\w)'(?=\w)", "’"), (r"(?<=\d) (?=\d{3}\b)", NNBSP), (r"(?<=\d) (?=%)", NNBSP)],
    "fr": [
        (r"'", "’"),
        (r"[ \u00a0\u202f]?([;?!])(?=\s|$|[)»])", NNBSP + r"\1"),
        (r" :(?=\s|$)", NBSP + ":"),
        (r"«\s?", "«" + NBSP),
        (r"\s?»", NBSP + "»"),
        (r"(?<=\d) (?=\d{3}\b)", NNBSP),
        (r"(?<=\d) (?=%)", NBSP),
        (r"(?<=n°) (?=\d)", NBSP),
    ],
}
_TYPOGRAPHY = {language: [(re.compile(pattern), sign) for pattern, sign in signs] for language, signs in _SIGNS.items()}


# Quotation marks of each language; those of English where it is not named.
QUOTATION_MARKS = {"fr": "« {} »", "de": "„{}“", "it": "«{}»", "el": "«{}»", "es": "«{}»", "sv": "”{}”", "fi": "”{}”", "da": "»{}«"}


# Figures that another language writes so: with its sign for thousands, or before decimals.
FOREIGN_FIGURES = {"fr": re.compile(r"\b\d{1,3},\d{3}\b|\b\d+\.\d+\s?%")}

# The marks of quotation that belong to another language.
FOREIGN_MARKS = {"fr": re.compile(r'["“”]')}


def quotation_marks(text: str, language: str) -> str:
    """The text in quotation marks, with the typography of its language."""
    return typeset(QUOTATION_MARKS.get(language, "“{}”").format(text), language)


@cache
def typeset(text: str, language: str) -> str:
    """The text with the typography of its language."""
    for pattern, replacement in _TYPOGRAPHY.get(language, ()):
        text = pattern.sub(replacement, text)
    return text


# What is no prose in a page that is written by hand: code, calls of macros, mark-up, addresses.
_KEPT = (
    r"^```.*?^```$", r"`[^`\n]*`", r"\{[{%].*?[%}]\}", r"\{:?[ #.].*?\}", r"<[^>]*>", r"\]\([^)]*\)", r"https?://\S+", r"&\w+;", r"^[!?]{3}\+? ",
)  # fmt: skip
_NO_PROSE = re.compile(f"({'|'.join(_KEPT)})", re.MULTILINE | re.DOTALL)


def typeset_markdown(text: str, language: str) -> str:
    """A page in Markdown with the typography of its language: who writes it needs no signs that a keyboard lacks."""
    return "".join(part if index % 2 else typeset(part, language) for index, part in enumerate(_NO_PROSE.split(text)))
