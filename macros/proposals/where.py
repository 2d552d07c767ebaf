"""Where somebody says that words stand: a source that we hold, with a place in it, or a page on the web."""

import re

from macros.model.plan import Plan
from macros.proposals.places import act_and_place
from macros.rules.eur_lex import held_source
from macros.rules.suggest import folded, named

# A web address, in full and as browsers show it.
_ADDRESS = re.compile(r"https?://[^\s<>\"«»]+", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def source(written: str, plan: Plan) -> tuple[str, str]:
    """A source that we hold, by its identifier, a name or number of it, or its address at EUR-Lex; a web address; else the answer.

    Beside it the place in the source, where the answer names that too.
    """
    if address := _address_in(written):
        return held_source(address, plan) or address, ""
    ids = {record.id for record in named(plan, ("sources",)).get(folded(written), [])}
    if len(ids) == 1:
        return ids.pop(), ""
    act, place = act_and_place(written, plan)
    return (act, place) if act else (written, "")


def addresses_in(written: str) -> list[str]:
    """The web addresses that an answer writes in full."""
    return list(dict.fromkeys(_bared(found) for found in _ADDRESS.findall(written)))


def is_cut(written: str) -> bool:
    """Whether a blank stands in the one address of an answer, behind which it goes on."""
    return bool(re.fullmatch(r"(?i)\s*https?://\S+(?:[ \t]+\S+){1,6}\.(?:pdf|html?|aspx?|docx?)\s*", written))


def _address_in(written: str) -> str:
    """The first web address in an answer, without the signs around it; empty where there is none."""
    found = _ADDRESS.search(written)
    bare = next((word for word in map(_bared, written.split()) if _BARE_ADDRESS.fullmatch(word) and (word == written or "/" in word)), "")
    return _bared(found[0]) if found else f"https://{bare}" if bare else ""


def _bared(word: str) -> str:
    """A word without the signs around it; a bracket at its end stays where it closes one in it."""
    word = word.strip("<>[]\"'«»“”,;:.!").lstrip("(")
    return _bared(word[:-1]) if word.endswith(")") and word.count("(") < word.count(")") else word
