"""Acts and places in them as lawyers write them: "article 19 of Directive 2011/36/EU of the European Parliament and of the Council"."""

import re
from collections.abc import Iterable, Iterator

from macros.languages import LANGUAGES
from macros.model.plan import Piece, Plan
from macros.model.shape import Text
from macros.proposals.acts import ACT, NUMBERED, acts_read
from macros.rules.suggest import acts_in, acts_told_of, bearing_on, folded

# One place or several in an act, and the act before or after it: article 19 bis, paragraphe 3, de la directive 2011/36/UE.
_NUMBER = (
    r"(?:\d+(?![\d/]|[.-]\d)(?:\s?(?:bis|ter|quater|[a-d])\b)?(?:\s?\(\d+\)(?:\s?\([a-z]\))?)?(?:,?\s+paragraphe?\s+\d+)?"
    r"|(?:(?<=annexe )|(?<=annex ))(?:[ivxlc]+|[a-d])\b)"
)
_PLACE = (
    rf"(?:l[’'])?(?P<{{}}>\bart(?:icle|\.)?s?|\bconsidérants?|\brecitals?|\bannexe?)"
    rf"\s*(?P<{{}}>{_NUMBER}(?:(?:\s*,\s*|\s+(?:et|and|&)\s+){_NUMBER})*)"
)
_SAME = r"(?:(?:la|le|the)\s+)?(?:même|same)\s+[^\W\d]+|(?:ladite|ledit|cette|ce|this|that|said)\s+[^\W\d]+"
_OF = r"(?:,?\s+(?:(?:de|of|du)\s+|de\s+l[’'])?"
_PLACED = re.compile(
    rf"(?i)(?:(?P<before>{ACT}),?\s+{_PLACE.format('kind_after', 'after')})"
    rf"|{_PLACE.format('kind', 'place')}{_OF}(?P<act>{ACT}|{_SAME}))?"
)
_WHOLE = re.compile(rf"(?i){ACT}")
# What is named more, at its number or identifier: an act by who made it, its day, its Official Journal and what it replaces.
_NAMED = re.compile(
    r"(?<![\w/])\d+/\d+(?:/[A-Z]{2,3}\b)?|(?<![\w.-])(?:\d+(?:\.\d+)+(?:-\d+)?|[a-z]+\d*(?:-[a-z0-9]+)*)(?![\w.-]*[\w-])", re.IGNORECASE
)
_OFFICIAL_JOURNAL = (
    r"(?:JO|OJ)(?:UE|CE)?\s+(?:n[o°]\s*)?[LC]\s*\d+(?:\s*,?\s*(?:(?:du|of)\s+)?\d[\d.]*\d)?(?:,?\s*(?:pp?\.|page)\s*\d+(?:\s*[-–]\s*\d+)?)?"
)
_DAY = r"\d{1,2}(?:er|st|nd|rd|th)?\s+[^\W\d]+\s+[12]\d{3}|\d{1,2}[./]\d{1,2}[./][12]\d{3}"
_MAKERS = r"Parlement\s+europ[ée]en|European\s+Parliament|Conseil(?!\s+de\s+l)|Council(?!\s+of\s+Europe)|Commission(?:\s+europ[ée]enne)?"
_REPLACES = rf"(?:remplaçant|abrogeant|modifiant|replacing|repealing|amending)\s+(?:[^\W\d]+[’'\s-]+){{0,5}}?{NUMBERED}"
_MORE = re.compile(rf"(?i)(?:,?\s*(?:(?:et|and)\s+)?\(?(?:{_OFFICIAL_JOURNAL}|{_REPLACES})|\s+(?:{_DAY}|{_MAKERS}))\s*\)?(?![\w-])")
_WORD = re.compile(r"[\s(:]*(?:[ldn][’'])?([^\W\d]+(?:-[^\W\d]+)*)\)?(?=\s|$|[;,.)])|\s*(?:[ldn][’'])(?=\w)", re.IGNORECASE)
# Signs that would set words apart which belong together; a number in brackets is a paragraph.
_NO_SIGNS, _PARAGRAPH = str.maketrans("", "", ",()"), re.compile(r"\s?\((\d+)\)")
JOINING = set("de du des d la le les l et and of the on to a à au aux en sur by in for its concernant relative relatif concerning ainsi que".split())  # noqa: SIM905


def places_read(written: str, plan: Plan, judged: str) -> str:
    """An answer with a line of its own for each place of an act: the identifier of the one thing held there that bears on what is judged.

    A place at which nothing is held, or several things are, stays in words; an act that is named without a place is one line too.
    """
    said, end, act = [], 0, ""
    for found in _PLACED.finditer(written):
        named = found["act"] or found["before"] or ""
        act = act if re.fullmatch(rf"(?i){_SAME}", named) else named
        listed, kind = found["place"] or found["after"], found["kind"] or found["kind_after"]
        said.append(acts_read(written[end : found.start()], plan, judged))
        for number in (numbers := re.findall(_NUMBER, listed, re.IGNORECASE) or [listed]):
            one = f"{kind.rstrip('s') if numbers[1:] else kind} {number}"
            words = re.sub(rf"{re.escape(kind)}\s*{re.escape(listed)}", one, found[0])
            bare = _PARAGRAPH.sub(r" ¶\1", words).translate(_NO_SIGNS)
            said.append(f"\n{_held(one, act, plan, judged) or bare}\n")
        end = found.end()
    return "".join([*said, acts_read(written[end:], plan, judged)])


def _held(place: str, act: str, plan: Plan, judged: str) -> str:
    """The identifier of the one thing that stands at a place of an act and bears on what is judged; of any act where none is named."""
    at, pieces = locator(place), bearing_on(plan, judged)
    for acts in (acts_in(act, plan), acts_told_of(act, plan)) if act else (set(plan.sources),):
        ids = {piece.id for piece in pieces for one in piece.evidence if _is_at(at, one.locator or "") and acts & _sources(piece, plan)}
        if len(ids) == 1:
            return ids.pop()
    return ""


def _sources(piece: Piece, plan: Plan) -> set[str]:
    """What a piece quotes, and the act with which it came."""
    act = plan.development_of(piece)
    return {one.source or "" for one in (*piece.evidence, *act.evidence)} | {act.source or ""}


def _is_at(asked: str, at: str) -> bool:
    """Whether a place is the one that is asked for, or a part of it: article 2(3) of article 2, or what an article puts into another act."""
    return at == asked or at.startswith((f"{asked}(", f"{asked},"))


def without_names(written: str, plan: Plan, kinds: Iterable[str]) -> str:
    """An answer without the words that only name more what its number or identifier names: who made an act and when, words of a title."""
    kinds, said, end = list(kinds), [], 0
    for found in _NAMED.finditer(written):
        own = set(_title_words(found[0], plan, kinds)) if found.start() >= end else set()
        if own:
            said.append(written[end : found.end()])
            end = found.end() + _length_of_names(written[found.end() :], own, is_act="/" in found[0])
    return "".join([*said, written[end:]])


def act_and_place(written: str, plan: Plan) -> tuple[str, str]:
    """The one source that an answer names by the number of an act, and the place in it that the answer names too, if it does."""
    bare = without_names(written, plan, ()).strip(" .")
    found = _PLACED.fullmatch(bare)
    acts = acts_in((found["act"] or found["before"] or "") if found else act[0] if (act := _WHOLE.fullmatch(bare)) else "", plan)
    return (
        acts.pop() if len(acts) == 1 else "",
        locator(f"{found['kind'] or found['kind_after']} {found['place'] or found['after']}") if found else "",
    )


def _title_words(name: str, plan: Plan, kinds: Iterable[str]) -> Iterator[str]:
    """The words of the titles of what a number or an identifier names, in every language; a number of an act always has one."""
    ids = acts_in(name, plan) | acts_told_of(name, plan) if "/" in name else set()
    records = [plan.sources[id] for id in ids] + [plan.of(kind)[name] for kind in kinds if name in plan.of(kind)]
    yield from [""] if "/" in name else []
    for text in (record.caption for record in records):
        if isinstance(text, Text):
            yield from ("", *(word for language in LANGUAGES for word in folded(getattr(text, language)).split() if len(word) > 1))


def _length_of_names(after: str, own: set[str], is_act: bool) -> int:
    """How many characters after a name only name the same more; a word that joins counts with the one that it leads to."""
    end = at = 0
    while found := (is_act and _MORE.match(after, at)) or _WORD.match(after, at):
        words = {*folded(found[1] or "").split()} if found.re is _WORD else {""}
        if words and words <= (own | {""}) - JOINING:
            end = found.end()
        elif not words <= own | JOINING:
            break
        at = found.end()
    return end


# What people call a place -> how a locator calls it.
_PLACES = [
    (re.compile(r"(?i)^(?:l[’'])?art(?:icle|\.)?s?\s*(?=\d)"), "art. "),
    (re.compile(r"(?i)^(?:considérant|recital)s?\s+"), "recital "),
    (re.compile(r"(?i)^(?:l[’'])?annexe?\s+"), "annex "),
    (re.compile(r"(?i)^(?:note de bas de page|note|footnote|fn)\s+"), "fn "),
    (re.compile(r"(?i)^page\s+(?=\d)"), "p. "),
    (re.compile(r"(?i)^(?:section|point|partie|part)\s+(?=\d+\.)"), ""),
    (re.compile(r"(?i),?\s+(?:paragraphe|paragraph|para\.|alinéa)\s+(?=\d)"), " ¶"),
    (re.compile(r"^(art\. \d+) ?bis\b"), r"\1a"),
    (re.compile(r"^(art\. \d+) ?ter\b"), r"\1b"),
    (re.compile(r"^(art\. \d+) ?quater\b"), r"\1c"),
    (re.compile(r"^(art\. \d+[a-d]?) ¶(\d+)"), r"\1(\2)"),
]


def locator(written: str) -> str:
    """A place as the data name it: "article 19" is art. 19, « considérant 28 » recital 28."""
    for pattern, name in _PLACES:
        written = pattern.sub(name, written)
    return written
