"""Which record somebody means by an identifier that no record has: they wrote its name, or a typing error."""

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from macros.languages import FIRST, LANGUAGES
from macros.messages import either, spoken, tell
from macros.model.addresses import is_below
from macros.model.kinds import KINDS, typed_id
from macros.model.plan import Piece, Plan
from macros.model.records import Provision
from macros.model.shape import Record, Text
from macros.similarity import fold

# What a record is called besides its id and its caption, in words of both languages and in codes.
SHORT_NAMES, CODES = ("acronym", "plural"), ("printed", "iso", "redirects", "names_printed", "number", "celex")
# How alike a name, or an id, must be: many records have names of the same few words.
NEAR_NAME, NEAR_ID, NEAR_WORD = 0.8, 0.6, 0.7
# A word before a number: "objective 2.1.1"; the first sign of flags.
_NUMBER_WORD = re.compile(r"^[^\W\d]+ (?=\d)")
_FLAG_A = 0x1F1E6
# So many pieces are named to choose from, the newest.
MAX_BEARING = 12


def meant(written: str, plan: Plan, kinds: Iterable[str], otherwise: str, among: Collection[str] | None = None) -> str:
    """A hint: what of these kinds is called so, records or words; else the nearest one and what to do `otherwise`; else that alone.

    `among`: the identifiers of those that may be meant, where not all may.
    """
    kinds = list(kinds)
    called = {name: own for name, of in named(plan, kinds).items() if (own := [one for one in of if among is None or one.id in among])}
    ids = {folded(record.id): [record] for _, record in _records(plan, kinds) if among is None or record.id in among}
    said = folded(written)
    near = [said] if said in called else _by_word(said, called)
    if not near and not said[:1].isdigit():  # a number beside another one is no likelier than any
        near = get_close_matches(said, called, n=1, cutoff=NEAR_NAME) or get_close_matches(said, ids, n=1, cutoff=NEAR_ID if otherwise else NEAR_WORD)
    if not near:
        return otherwise
    question = tell("suggest.did_you_mean", called=either(map(_shown, called[near[0]])))
    return tell("common.if_not", near=question, place=otherwise) if otherwise and near[0] != said else question


def _by_word(said: str, called: dict[str, list[Record]]) -> list[str]:
    """A name of one word, as an acronym is, that stands among the words of a text; none where several do."""
    found = [word for word in said.split() if word in called and len(word) > 2 and len(said.split()) > 1]
    return found if len({record.id for word in found for record in called[word]}) == 1 else []


def named_one(written: str, plan: Plan, kinds: Iterable[str]) -> str:
    """The identifier of the one record that is called so, with or without a word before its number; empty where none, or several, are."""
    called = named(plan, kinds)
    for said in (folded(written), _NUMBER_WORD.sub("", folded(written)), _flag(written)):
        if len(ids := {record.id for record in called.get(said, [])}) == 1:
            return ids.pop()
    return ""


def called_so(written: str, plan: Plan, kinds: Iterable[str]) -> str:
    """A hint: the one record that is called so; with its name, where readers alone call it so. Empty where none, or several, are."""
    kinds = list(kinds)
    if not (id := named_one(written, plan, kinds)):
        return ""
    of, record = next((kind, record) for kind, record in _records(plan, kinds) if record.id == id)
    others = map(folded, _called_otherwise(plan.aliases.get(typed_id(of, id))))
    if folded(written) in others and folded(written) not in map(folded, (id, *_called(record))):
        return tell("suggest.did_you_mean", called=_shown(record))
    return tell("references.write_id_of_name", id=id)


def _flag(written: str) -> str:
    """The letters of the code that a flag stands for."""
    return "".join(chr(ord(sign) - _FLAG_A + ord("a")) for sign in written if 0 <= ord(sign) - _FLAG_A < 26)


def publisher_meant(written: str, plan: Plan) -> str:
    """A hint: the sites of the body that somebody names, or the nearest one; and what stands for any site of its kind."""
    if site := _of_host(written, plan):
        return tell("references.write_id_of_name", id=site)
    general = ", ".join(one.id for one in plan.publishers.values() if one.general)
    any_site = tell("references.write_any_site", kinds=general) if general else tell("references.write_publisher")
    names = {folded(name) for actor in named(plan, ("actors",)).get(folded(written), []) for name in _called(actor)}
    own = [id for id, one in plan.publishers.items() if any(f" {name} " in f" {folded(said)} " for name in names for said in _called(one))]
    if not own:
        return any_site if names else meant(written, plan, ("publishers",), any_site)
    return tell("references.write_site_of", names=either(own), place=any_site)


def _of_host(written: str, plan: Plan) -> str:
    """The publisher whose pages stand on a host, or on one above it; empty where none has it."""
    site = re.sub(r"^(https?://)?(www\.)?", "", written.lower()).partition("/")[0]
    return next((id for id, one in plan.publishers.items() if one.host and is_below(site, one.host)), "")


def acts_in(text: str, plan: Plan) -> set[str]:
    """The sources that a text names, by the digits of their number or by their identifier: 2011/36, directive-2011-36."""
    numbers = ((id, re.search(r"\d+/\d+", source.number or "")) for id, source in plan.sources.items())
    return {id for id, number in numbers if number and re.search(rf"(?<!\d){number[0]}(?!\d)", text) or id in text}


def acts_told_of(text: str, plan: Plan) -> set[str]:
    """The sources whose title names a number that a text names: what amends an act, or is a later version of it."""
    numbers = set(re.findall(r"\d+/\d+", text))
    return {id for id, source in plan.sources.items() if numbers & set(re.findall(r"\d+/\d+", getattr(source.title, FIRST)))}


def bearing(plan: Plan, judged: str, written: str = "") -> str:
    """A hint: what bears on something that is judged, by its identifiers, with the places in acts; of a source that somebody wrote, its own alone."""
    pieces, acts = bearing_on(plan, judged), acts_in(written, plan)
    own = [piece for piece in pieces if acts & {one.source for one in piece.evidence}] or pieces
    names = [f"{piece.id} ({place})" if (place := _place(piece)) else piece.id for piece in own[-MAX_BEARING:]]
    actions = plan.objectives[judged].actions if judged in plan.objectives and own == pieces else []
    ids = list(dict.fromkeys(action.id for action in actions))
    names += [f"{ids[0]} … {ids[-1]}"] if ids[1:] else ids
    return tell("references.name_actions_stand_under", id=judged, names=", ".join(names)) if names else ""


def bearing_on(plan: Plan, judged: str) -> list[Piece]:
    """The developments and provisions that bear on a record."""
    return [piece for piece in plan.pieces.values() if judged in [one.to for one in piece.bears_on]]


def _place(piece: Piece) -> str:
    """The place of a provision in its act; empty for what is a whole."""
    return next((one.locator for one in piece.evidence if one.locator), "") if isinstance(piece, Provision) else ""


def named(plan: Plan, kinds: Iterable[str]) -> dict[str, list[Record]]:
    """What records of some kinds, or words of some lists, are called, folded -> all that are called so; an identifier stands for its own alone."""
    called: dict[str, list[Record]] = {}
    records = list(_records(plan, kinds))
    for kind, record in records:
        for name in (*_called(record), *_called_otherwise(plan.aliases.get(typed_id(kind, record.id)))):
            called.setdefault(folded(name), []).append(record)
    return called | {folded(record.id): [record] for _, record in records}


def _records(plan: Plan, kinds: Iterable[str]) -> Iterator[tuple[str, Record]]:
    return ((kind, record) for kind in kinds for record in (plan.of(kind) if kind in KINDS else plan.vocabularies[kind]).values())


def _called(record: Record) -> Iterator[str]:
    """The names of a record in both languages, and its codes."""
    for text in (record.caption, *(getattr(record, field, None) for field in SHORT_NAMES)):
        yield from (getattr(text, language) for language in LANGUAGES) if isinstance(text, Text) else ()
    for code in (getattr(record, field, None) for field in CODES):
        yield from code if isinstance(code, list) else [code] if code else []


def _called_otherwise(names: Record | None) -> Iterator[str]:
    """The names under which readers look for a record."""
    for language in LANGUAGES if names else ():
        yield from getattr(names, language)


def _shown(record: Record) -> str:
    """The id of a record, with its name where the id does not say it."""
    name = getattr(record, "name", None)
    said = getattr(name, spoken()) if name else record.id
    return tell("suggest.named", id=record.id, name=said) if folded(said) != folded(record.id) else tell("suggest.unnamed", id=record.id)


def folded(name: str) -> str:
    """A name without case, accents and signs: `European-Commission` is `european commission`."""
    return re.sub(r"[\W_]+", " ", fold(name)).strip()
