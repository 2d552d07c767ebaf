"""What somebody names in an answer, as the data write it: records by their identifiers, and a day."""

import re
from collections.abc import Iterable

from macros.model.days_meant import days_meant
from macros.model.plan import Plan
from macros.model.values import DATE
from macros.proposals.passages import passages_read
from macros.proposals.places import JOINING, places_read, without_names
from macros.reading.shape_hints import RANGE, each_of_range
from macros.rules.eur_lex import held_source
from macros.rules.suggest import folded, named
from macros.similarity import STEM_LETTERS

# A date has so many words.
LONGEST_DATE = 4
# Between the items of a list, of two of them, and what stands around one.
_WITH = r"(?:et|and|&|(?:together|along|jointly) with|supported by|with the support of|avec(?: le (?:soutien|concours) d[eu’'])?|ainsi que)"
_APART, _AND = re.compile(r"[,;\n\[\]`]+|(?<!\S)(?:-|\*|•)\s"), re.compile(rf"\s+{_WITH}\s+")
_LOOSE_AND = re.compile(rf"^\W*{_WITH}(?:\s+|$)|\s+{_WITH}\W*$")
# What says of a list that it holds nothing.
_NOBODY = re.compile(r"(?i)not stated|n/?a|unknown|nobody|none|non (?:précisé|indiqué)e?s?|inconnue?s?|personne|aucune?|-+")
# A commitment by its number, and what else may stand before a number.
_COMMITMENT, _KIND = (
    re.compile(r"(?i)\b(?:commitment|engagement)\s+(?:n[o°]\s*)?(\d+)"),
    re.compile(r"(?i)\b(?:objecti(?:ve|f)|follow-up|suite|suivi)\s+(?=\d)"),
)
_AROUND = " \t.:()\"'«»“”‘’\u00a0\u202f"
_LIKE_AN_ID = re.compile(r"[a-z0-9]+(?:[.@-][a-z0-9.]+)+|[cf]\d+")
# A link in Markdown, and what stands before the name of somebody.
_LINK, _ARTICLE = re.compile(r"\[[^\]\n]*\]\((\S+?)\)"), re.compile(r"^(?:le|la|les|l|the) ")
_AGENCY = re.compile(r"^agence |^(?:the )?agency | agency$")
_OBJECTIVE = re.compile(r"(?<![\d.])\d+\.\d+\.\d+(?![\d-])")
# How EUR-Lex leads to an article.
_AT_ARTICLE = re.compile(r"#art_(\d+[a-z]?)\b")
# A web address, with or without its beginning.
_SHOWN = re.compile(r"(?:https?://|\bwww\.|\beur-lex\.)[^\s<>\"«»]+", re.IGNORECASE)


def identifiers(written: str, plan: Plan, kinds: Iterable[str], judged: str = "") -> list[str]:
    """The identifiers of a list, each once, however they are set apart; a name that one record of some kinds has stands for it.

    Of a link, what stands behind its #. Words around identifiers are left out, and those that name their record more; a part that holds
    none stays as it is written. A place in a source, "article 19 of Directive 2011/36", and a passage stand for what is held of it, and bears
    on what is `judged`, if that is one thing.
    """
    kinds = list(kinds)
    written = _SHOWN.sub(lambda found: _act_at(found[0], plan) or found[0], _LINK.sub(r" \1 ", written))
    written = passages_read(written, plan, judged) if judged else written
    written = without_names(written, plan, kinds)
    written = places_read(written, plan, judged) if judged else written
    known = {name: records[0].id for name, records in named(plan, kinds).items() if len({record.id for record in records}) == 1}
    parts = _APART.split(RANGE.sub(lambda found: _counted(found[0], plan), written))
    return list(dict.fromkeys(id for part in parts for id in _listed(part.strip(_AROUND), known)))


def _act_at(address: str, plan: Plan) -> str:
    """The act that we hold whose address this is, with the article to which it leads."""
    act, article = held_source(address, plan), _AT_ARTICLE.search(address)
    return f" article {article[1]} of {plan.sources[act].number or act} " if act and article else act


def _counted(span: str, plan: Plan) -> str:
    """The actions of a range, apart; the range itself where one of its ends is none."""
    ids = each_of_range(span)
    known = [id for id in ids if id in plan.actions]
    return ", ".join(known) if known and (known[0], known[-1]) == (ids[0], ids[-1]) else span


def _listed(part: str, known: dict[str, str]) -> list[str]:
    """The identifiers of what stands between two signs of a list: one name, or several with "and" or brackets between them."""
    if not (part := _LOOSE_AND.sub("", part).strip(_AROUND)) or _NOBODY.fullmatch(part):
        return []
    if id := _called(part, known):
        return [id]
    apart = next((split for sign in (_AND, re.compile(r"[()]+")) if len(split := [one for one in sign.split(part) if one.strip(_AROUND)]) > 1), None)
    return [id for one in apart for id in _listed(one.strip(_AROUND), known)] if apart else _named_in(part, known)


def _called(name: str, known: dict[str, str]) -> str:
    """Whose name it is, with or without an article before it; empty for nobody's."""
    return known.get(folded(name)) or known.get(bare(name)) or known.get(_AGENCY.sub("", bare(name)), "")


def bare(name: str) -> str:
    """A name without case, accents and signs, and without an article before it."""
    return _ARTICLE.sub("", folded(name))


def _named_in(part: str, known: dict[str, str]) -> list[str]:
    if id := _called_in_part(part, known):
        return [id]
    words = [_end_of_address(word, known).strip(_AROUND) for word in part.split()]
    if all(folded(word) in {"", *JOINING} for word in words):
        return []
    found = [word for word in words if word in known.values() or _LIKE_AN_ID.fullmatch(word)]
    return found or [part if len(words) > 1 else words[0]]


def is_like_an_id(word: str) -> bool:
    """Whether a word is written as identifiers are, known or not."""
    return bool(_LIKE_AN_ID.fullmatch(word))


def _end_of_address(word: str, known: dict[str, str]) -> str:
    """What stands behind the # of an address, or the record that the last part of its path names; any other word itself."""
    last = word.rstrip("/").rpartition("/")[2]
    return word.rpartition("#")[2] if "#" in word else last if last in known.values() else word


def _called_in_part(name: str, known: dict[str, str]) -> str:
    """Whose name alone has all the words of a shorter one, "the Fundamental Rights Agency", with or without their endings; empty for nobody's."""
    said = _telling(name)
    ids = {id for called, id in known.items() if said <= _telling(called)} if len(said) > 1 else set()
    return ids.pop() if len(ids) == 1 else ""


def _telling(name: str) -> set[str]:
    """The beginnings of the words of a name that do not only join others."""
    return {word[:STEM_LETTERS] for word in folded(name).split() if word not in JOINING and len(word) > 1}


def numbers(written: str, plan: Plan, kinds: Iterable[str]) -> list[str]:
    """The identifiers of a list whose records are called by numbers: words beside a number name it more, or nothing."""
    found = identifiers(_KIND.sub("", _COMMITMENT.sub(r"c\1", written)), plan, kinds)
    return [one for one in found if _LIKE_AN_ID.fullmatch(one)] or found


def objective(written: str, plan: Plan) -> str:
    """The objective that an answer names: by its number, among words, by the address of its page or by its title; else the answer."""
    found = {id for id in _OBJECTIVE.findall(written) if id in plan.objectives} or {
        one.id for one in named(plan, ("objectives",)).get(folded(written), [])
    }
    return found.pop() if len(found) == 1 else written


def day(written: str) -> str:
    """A date as the data write it, of one that is written in words or figures, also among other words; else the answer.

    What may mean two days, or names more figures than those of the date, stays as it is written.
    """
    if re.fullmatch(DATE, written):
        return written
    words = [word.strip(_AROUND + ",;") for word in written.split()]
    spans = [range(at, at + length) for length in range(LONGEST_DATE, 0, -1) for at in range(len(words) - length + 1)]
    found = next(((meant, span) for span in spans if (meant := days_meant(" ".join(words[at] for at in span)))), None)
    beside = [word for at, word in enumerate(words) if found and at not in found[1] and re.search(r"\d", word)]
    return found[0][0] if found and len(found[0]) == 1 and not beside else written
