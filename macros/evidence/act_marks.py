"""The marks that divide an act: "Article 2", "CHAPITRE II", "ANNEX A", "1.", "(a)", "i)" – in English and in French."""

import re
from typing import NamedTuple

_NUMERALS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")
_LATIN = {word: letter for letter, word in zip("abcdefghi", _NUMERALS, strict=True)}
# Headings from the highest to the lowest, and their words.
LEVELS = {
    "part": ("PART", "PARTIE"),
    "title": ("TITLE", "TITRE"),
    "chapter": ("CHAPTER", "CHAPITRE"),
    "section": ("SECTION",),
    "subsection": ("SUBSECTION", "SOUS-SECTION"),
}
_LEVEL = {form: level for level, words in LEVELS.items() for word in words for form in (word, word.capitalize())}
_SUFFIX = rf"(?:[a-z]{{1,2}}|\s(?:{'|'.join(_LATIN)}))"
# Behind a mark stands nothing, a title after a sign, or one in capitals: "Article 3 of Directive …" is no mark.
_TITLE = r"(?P<rest>\s?[.:—–-]\s?.*|\s[^a-zà-öø-ÿ]+)?"
_WORDS = "|".join(sorted(_LEVEL, key=len, reverse=True))
_MARKS = {
    "article": rf"(?:Article|ARTICLE|Art\.)\s(?P<n>premier|PREMIER|\d+)(?:\s?er\b)?(?P<s>{_SUFFIX})?{_TITLE}",
    "annex": rf"(?:ANNEXE?|Annexe?)(?:\s(?P<n>[IVXLC]+|[A-Z]|\d+)\b)?(?P<s>(?!))?{_TITLE}",
    "heading": rf"(?P<word>{_WORDS})\s(?P<n>[IVXLC]+|[A-Z]|\d+|PREMIER|premier|[A-Z]{{3,}})\b(?P<s>[a-z])?{_TITLE}",
    "paragraph": rf"(?P<n>\d{{1,3}})(?P<s>{_SUFFIX})?\.(?:\s+(?P<rest>.*))?",
    "point": rf"\(?\s?(?P<n>\d{{1,3}}|[a-z]{{1,5}})(?P<s>{_SUFFIX})?\s?\)\s*(?P<rest>.*)",
    "closing": r"(?P<rest>(?:Done at|Fait à|IN WITNESS WHEREOF|In witness whereof|EN FOI DE QUOI|En foi de quoi)\b.*)",
    "enacting": r"(?P<rest>(?:HAVE|HAS|HEREBY|ONT|A|ARRÊTE|DÉCIDE|DECIDES)\b[^a-zà-öø-ÿ]*)",
    "preamble": r"(?P<rest>(?:THE\s|LE\s|LA\s|LES\s|L['’])[^a-zà-öø-ÿ]+|(?:Having regard|Whereas|[Vv]u|VU|[Cc]onsidérant)\b.*)",
    "page": r"(?P<rest>(?=.{1,100}$)(?=.*\b(?:EN|FR)\b)(?=.*\d).*(?:Official Journal of|Journal officiel d).*)",
    "capitals": r"(?P<rest>[^a-zà-öø-ÿ]*[A-ZÀ-ÖØ-Þ]{4}[^a-zà-öø-ÿ]*)",
}
_PATTERNS = {kind: re.compile(pattern) for kind, pattern in _MARKS.items()}
# Marks of the parts of an act; the others are words of a kind of line.
_PARTS = ("article", "annex", "heading", "paragraph", "point", "closing")


class Mark(NamedTuple):
    """The mark at the beginning of a line: its kind, its number in the English form ("9 bis" is 9a), the word of a heading, what stands behind it."""

    kind: str
    number: str = ""
    level: str = ""
    rest: str = ""


def bare(line: str) -> str:
    """A line without signs of type, bullets and double blanks."""
    text = " ".join(re.sub(r"[*#]", "", line).split())
    return re.sub(r"^[-•]\s(?=\(?\w{1,5}\s?\))", "", text)


def marks(line: str) -> list[Mark]:
    """The marks that a line can begin with, the surest first."""
    return [_mark(kind, found) for kind, pattern in _PATTERNS.items() if (found := pattern.fullmatch(line))]


def divides(line: str) -> bool:
    """Whether a line can begin with the mark of a part of an act."""
    return any(_PATTERNS[kind].fullmatch(line) for kind in _PARTS)


def _mark(kind: str, found: re.Match[str]) -> Mark:
    parts = found.groupdict()
    number, suffix = parts.get("n") or "", (parts.get("s") or "").strip()
    if number.lower() == "premier":
        number = "I" if kind == "heading" else "1"
    rest = re.sub(r"^[\s.:—–-]+", "", parts.get("rest") or "")
    return Mark(kind, number + _LATIN.get(suffix, suffix), _LEVEL.get(parts.get("word") or "", ""), rest)
