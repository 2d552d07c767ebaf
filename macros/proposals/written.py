"""What somebody wrote in an answer, as the data write it: identifiers, a source that we hold, a place in it, quotations."""

import re
from collections.abc import Iterable

from macros.model.plan import Plan
from macros.reading.shape_hints import RANGE, each_of_range
from macros.rules.eur_lex import held_source
from macros.rules.suggest import acts_in, bearing_on, folded, named

# Between the items of a list, of two of them, and what stands around one.
_APART, _AND = re.compile(r"[,;\n\[\]`]+|(?<!\S)(?:-|\*|•)\s"), re.compile(r"\s+(?:et|and|&)\s+")
_AROUND = " \t.\"'«»“”‘’\u00a0\u202f"
_LIKE_AN_ID = re.compile(r"[a-z0-9]+(?:[.@-][a-z0-9.]+)+|[cf]\d+")
_PLACE = re.compile(r"(?i)(?<!\w)(?:(?:l[’'])?art(?:icle|\.)?s?|considérant|recital)\s*\d+(?:\(\d+\))?(?!\w)")
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
    (re.compile(r"^(art\. \d+) ¶(\d+)"), r"\1(\2)"),
]


def identifiers(written: str, plan: Plan, kinds: Iterable[str], judged: str = "") -> list[str]:
    """The identifiers of a list, each once, however they are set apart; a name that one record of some kinds has stands for it.

    Of a link, what stands behind its #. Words around identifiers are left out; a part that holds none stays as it is written.
    A place in a source, "article 19 of Directive 2011/36", stands for what is held of it, and bears on what is `judged`, if that is one thing.
    """
    written = "\n".join(_placed(line, plan, judged) for line in re.split(r"[;\n]", written)) if judged else written
    known = {name: records[0].id for name, records in named(plan, kinds).items() if len({record.id for record in records}) == 1}
    parts = [part.strip(_AROUND) for one in _APART.split(RANGE.sub(lambda found: _counted(found[0], plan), written)) for part in _AND.split(one)]
    return list(dict.fromkeys(id for part in parts if part for id in _named_in(part, known)))


def _placed(line: str, plan: Plan, judged: str) -> str:
    """The identifiers of what stands at the places that a line names; the line, where one of them is of nothing held, or of several things."""
    found: list[str] = []
    acts = acts_in(line, plan) or set(plan.sources)
    held = [(piece.id, one.locator or "") for piece in bearing_on(plan, judged) for one in piece.evidence if one.source in acts]
    for place in _PLACE.findall(line):
        ids = {id for id, at in held if _is_at(locator(place), at)}
        if len(ids) != 1:
            return line
        found += ids
    return ", ".join(found) or line


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
