"""What somebody wrote in an answer, as the data write it: identifiers, a source that we hold, a place in it, quotations."""

import re
from collections.abc import Iterable

from macros.model.plan import Piece, Plan
from macros.reading.shape_hints import RANGE, each_of_range
from macros.rules.eur_lex import held_source
from macros.rules.suggest import acts_in, acts_told_of, bearing_on, folded, named

# Between the items of a list, of two of them, and what stands around one.
_APART, _AND = re.compile(r"[,;\n\[\]`]+|(?<!\S)(?:-|\*|•)\s"), re.compile(r"\s+(?:et|and|&)\s+")
_AROUND = " \t.\"'«»“”‘’\u00a0\u202f"
_LIKE_AN_ID = re.compile(r"[a-z0-9]+(?:[.@-][a-z0-9.]+)+|[cf]\d+")
# A place in an act, and the act before or after it: article 19 bis, paragraphe 3, de la directive 2011/36/UE; Directive 2011/36/EU, Article 19.
_PLACE = r"(?:l[’'])?(?:\bart(?:icle|\.)?s?|\bconsidérant|\brecital)\s*\d+(?:\s?(?:bis|ter|quater|[a-d])\b)?(?:\(\d+\))?(?:,?\s+paragraphe?\s+\d+)?"
_ACT = r"(?:\b(?:la|the)\s+)?(?:\b[^\W\d]+\s+)?(?:\(?[CEU]{2}\)?\s+)?(?:n[o°]\s*)?\d+/\d+(?:/[A-Z]{2,3})?|\b[a-z]+(?:-[a-z]+)*-\d{4}-\d+[a-z0-9-]*"
_PLACED = re.compile(
    rf"(?i)(?:(?P<before>{_ACT}),?\s+(?P<after>{_PLACE}))|(?P<place>{_PLACE})(?:,?\s+(?:(?:de|of|du)\s+|de\s+l[’'])?(?P<act>{_ACT}))?"
)
_OBJECTIVE = re.compile(r"(?<![\d.])\d+\.\d+\.\d+(?![\d-])")
# A web address as browsers show it.
_BARE_ADDRESS = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
# What people call a place -> how a locator calls it.
_PLACES = [
    (re.compile(r"(?i)^(?:l[’'])?art(?:icle|\.)?s?\s*(?=\d)"), "art. "),
    (re.compile(r"(?i)^(?:considérant|recital)s?\s+"), "recital "),
    (re.compile(r"(?i)^(?:note de bas de page|note|footnote|fn)\s+"), "fn "),
    (re.compile(r"(?i)^(?:section|point|partie|part)\s+(?=\d+\.)"), ""),
    (re.compile(r"(?i),?\s+(?:paragraphe|paragraph|para\.|alinéa)\s+(?=\d)"), " ¶"),
    (re.compile(r"^(art\. \d+) ?bis\b"), r"\1a"),
    (re.compile(r"^(art\. \d+) ?ter\b"), r"\1b"),
    (re.compile(r"^(art\. \d+) ?quater\b"), r"\1c"),
    (re.compile(r"^(art\. \d+[a-d]?) ¶(\d+)"), r"\1(\2)"),
]


def identifiers(written: str, plan: Plan, kinds: Iterable[str], judged: str = "") -> list[str]:
    """The identifiers of a list, each once, however they are set apart; a name that one record of some kinds has stands for it.

    Of a link, what stands behind its #. Words around identifiers are left out; a part that holds none stays as it is written.
    A place in a source, "article 19 of Directive 2011/36", stands for what is held of it, and bears on what is `judged`, if that is one thing.
    """
    written = _PLACED.sub(lambda found: _placed(found, plan, judged), written) if judged else written
    known = {name: records[0].id for name, records in named(plan, kinds).items() if len({record.id for record in records}) == 1}
    parts = [part.strip(_AROUND) for one in _APART.split(RANGE.sub(lambda found: _counted(found[0], plan), written)) for part in _AND.split(one)]
    return list(dict.fromkeys(id for part in parts if part for id in _named_in(part, known)))


def _placed(found: re.Match[str], plan: Plan, judged: str) -> str:
    """The identifier of what stands at a place of an act; the words in one piece, where nothing that is held stands there, or several things do."""
    at = locator(found["place"] or found["after"])
    words, pieces = found[0], bearing_on(plan, judged)
    for acts in (acts_in(words, plan), acts_told_of(words, plan)) if found["act"] or found["before"] else (set(plan.sources),):
        ids = {piece.id for piece in pieces for one in piece.evidence if _is_at(at, one.locator or "") and acts & _sources(piece, plan)}
        if len(ids) == 1:
            return f"\n{ids.pop()}\n"
    return words.replace(",", "")


def _sources(piece: Piece, plan: Plan) -> set[str]:
    """What a piece quotes, and the act with which it came."""
    act = plan.development_of(piece)
    return {one.source or "" for one in (*piece.evidence, *act.evidence)} | {act.source or ""}


def _is_at(asked: str, at: str) -> bool:
    """Whether a place is the one that is asked for, or a part of it: article 2(3) of article 2."""
    return at == asked or at.startswith(f"{asked}(")


def _counted(span: str, plan: Plan) -> str:
    """The actions of a range, apart; the range itself where one of its ends is none."""
    ids = each_of_range(span)
    known = [id for id in ids if id in plan.actions]
    return ", ".join(known) if known and (known[0], known[-1]) == (ids[0], ids[-1]) else span


def _named_in(part: str, known: dict[str, str]) -> list[str]:
    if folded(part) in known:
        return [known[folded(part)]]
    words = [word.rpartition("#")[2].strip(_AROUND) for word in part.split()]
    found = [word for word in words if word in known.values() or _LIKE_AN_ID.fullmatch(word)]
    return found or [part if len(words) > 1 else words[0]]


def objective(written: str, plan: Plan) -> str:
    """The objective that an answer names: by its number, among words, or by the address of its page; else the answer."""
    found = {id for id in _OBJECTIVE.findall(written) if id in plan.objectives}
    return found.pop() if len(found) == 1 else written


def source(written: str, plan: Plan) -> str:
    """A source that we hold, by its identifier, a name or number of it, or its address at EUR-Lex; a web address; else the answer."""
    written = f"https://{written}" if _BARE_ADDRESS.fullmatch(written) else written
    if "://" in written:
        return held_source(written, plan) or written
    ids = {record.id for record in named(plan, ("sources",)).get(folded(written), [])}
    return ids.pop() if len(ids) == 1 else written


def locator(written: str) -> str:
    """A place as the data name it: "article 19" is art. 19, « considérant 28 » recital 28."""
    for pattern, name in _PLACES:
        written = pattern.sub(name, written)
    return written


def quotations(written: str) -> list[str]:
    """The passages of an answer, an empty line between two of them, without the marks around each."""
    parts = (" ".join(re.sub(r"(?m)^\s*>\s?", "", part).split()) for part in re.split(r"\n\s*\n", written))
    return [part.strip(_AROUND.replace(".", "")) for part in parts if part]
