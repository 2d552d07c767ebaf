"""Published identifiers stay and keep their meaning."""

from collections.abc import Iterator, Mapping

from macros.evidence.quotations import stands_in, words
from macros.languages import FIRST, LANGUAGES
from macros.messages import tell
from macros.model.kinds import INSIDE, KINDS, Moved, TypedId, has_identifiers, parse_id, title_field, typed_id
from macros.model.plan import Plan
from macros.model.records import objective_of
from macros.model.shape import Record
from macros.problems import NOTICE, Problem
from macros.reading.published import Published
from macros.reading.revision import Written
from macros.rules.facts import Rule
from macros.similarity import common_words, is_same_subject


def every_published_identifier_stays(before: Published, plan: Plan, lengths: Mapping[str, int]) -> Iterator[Problem]:
    """Each identifier of the base belongs to a record, or data/moved.yaml says where it went."""
    for kind, records in before.records.items():
        for id, old in records.items() if kind == "moved" or has_identifiers(kind) else ():
            name = TypedId(id) if kind == "moved" else typed_id(kind, id)
            if name not in plan.moved and (kind == "moved" or not plan.find(name)):
                yield _gone(plan, old, name, records, lengths)
            elif kind == "countries":
                yield from _codes_gone(plan, id, old)


def _gone(plan: Plan, old: Written, name: TypedId, published: dict[str, Written], lengths: Mapping[str, int]) -> Problem:
    line = min(old.line, lengths.get(old.file) or 1)
    if old.kind == "moved":
        return Problem(old.file, line, old.id, tell("identifiers.move_gone_links_old"), tell("identifiers.put_back_mend_change"))
    move = Moved.line(name, _likely_target(plan, old, published))
    word = _word(old.kind)
    hint = tell("identifiers.put_back_say_moved", move=move)
    if old.kind == "actions":
        hint = tell("identifiers.put_back_say_moved_where", move=move)
    return Problem(old.file, line, old.id, tell("identifiers.gone_identifiers_are_permanent", word=word), hint)


def _likely_target(plan: Plan, old: Written, published: Mapping[str, Written]) -> TypedId:
    """Where a record that is gone may be now: a new one of its title, the objective of an action, else …."""
    title = _title(old.kind, old.fields, FIRST)
    records = plan.vocabularies.get(old.kind) or plan.of(old.kind)
    same = (id for id, record in records.items() if id not in published and _title(old.kind, _fields(record), FIRST) == title)
    if id := next(same, ""):
        return typed_id(old.kind, id)
    if old.kind == "actions":
        return typed_id("objectives", objective_of(old.id))
    return typed_id(old.kind, "…")


def _codes_gone(plan: Plan, id: str, old: Written) -> Iterator[Problem]:
    country = plan.countries.get(id)
    kept = {*plan.countries, *(code for one in plan.countries.values() for code in one.redirects)}
    for code in old.fields.get("redirects") or ():
        if country and code not in kept and typed_id("countries", code) not in plan.moved:
            message = tell("identifiers.code_no_longer_leads", code=code)
            yield country.problem(("redirects",), message, tell("identifiers.put_back_into_redirects", code=code))


def every_published_identifier_keeps_its_meaning(before: Published, plan: Plan) -> Iterator[Problem]:
    """A record that is new beyond recognition in both languages, and keeps no quotation (or meaning, or ISO code), is another thing."""
    for kind, records in before.records.items():
        common: dict[str, frozenset[str]] = {}
        for id, old in records.items() if has_identifiers(kind) else ():
            if not (record := plan.find(typed_id(kind, id))):
                continue
            now = _fields(record)
            if _title(kind, old.fields, FIRST) == _title(kind, now, FIRST) or _keeps_proof(old.fields, now):
                continue
            common = common or {language: common_words(_title(kind, one.fields, language) for one in records.values()) for language in LANGUAGES}
            if not any(is_same_subject(_title(kind, old.fields, language), _title(kind, now, language), common[language]) for language in LANGUAGES):
                said = tell("identifiers.was_now_identifier_never", before=_title(kind, old.fields, FIRST), now=_title(kind, now, FIRST))
                hint = tell("identifiers.put_old_record_back")
                yield record.problem((title_field(kind),), said, hint)


def _fields(record: Record) -> dict:
    return record.model_dump(by_alias=True, exclude=set(INSIDE))


def _title(kind: str, fields: dict, language: str) -> str:
    """The words that say what a record is."""
    return str(text.get(language, "")) if isinstance(text := fields.get(title_field(kind)), dict) else ""


def _keeps_proof(old: dict, new: dict) -> bool:
    """Whether a quotation of the record stands in its new evidence, or its meaning or ISO code is the same."""
    return _keeps_quotation(old, new) or _keeps_meaning(old, new) or bool(old.get("iso") and old.get("iso") == new.get("iso"))


def _keeps_quotation(old: dict, new: dict) -> bool:
    """Whether a quotation stands in one of the other version."""
    before, after = ([words(str(e.get("quotation", ""))) for e in fields.get("evidence") or () if isinstance(e, dict)] for fields in (old, new))
    return any(stands_in(a, b) >= 0 or stands_in(b, a) >= 0 for a in before for b in after)


def _keeps_meaning(old: dict, new: dict) -> bool:
    """Whether a meaning is the same in one of the languages."""
    before, after = old.get("meaning"), new.get("meaning")
    if not isinstance(before, dict) or not isinstance(after, dict):
        return False
    return not {before.get(language) for language in LANGUAGES}.isdisjoint(after.get(language) for language in LANGUAGES)


def every_new_move_is_of_what_was_published(before: Published, plan: Plan) -> Iterator[Problem]:
    """Only what had an address moves: a record of the base, or a code of a country."""
    for moved in plan.moved.values():
        if not _was_published(moved.id, before):
            yield moved.problem(("id",), tell("identifiers.never_published"), tell("identifiers.delete_move"))


def _was_published(name: TypedId, before: Published) -> bool:
    """Whether it may have had an address: nothing is known of a kind that the base did not have."""
    kind, id = parse_id(name)
    known = before.records.get(kind)
    codes = [code for one in before.records.get("countries", {}).values() for code in one.fields.get("redirects") or ()]
    return not known or id in known or name in before.records.get("moved", {}) or (kind == "countries" and id in codes)


def no_new_move_changes_kind_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a record moves to one of another kind, but for what goes into the record that held it."""
    for moved in (one for id, one in plan.moved.items() if id not in before.records.get("moved", {}) and _was_published(id, before)):
        kind = parse_id(moved.id)[0]
        for place, to in enumerate(moved.to):
            if parse_id(to)[0] not in (kind, INSIDE.get(kind)):
                message = tell("identifiers.moves_to_kind", word=_word(kind), to=to)
                yield moved.problem(("to", place), message, tell("identifiers.see_that_it_stands_for"), level=NOTICE)


def _word(kind: str) -> str:
    return tell(f"kinds.{kind if kind in KINDS else 'words'}")


RULES: list[Rule] = [
    every_published_identifier_stays,
    every_published_identifier_keeps_its_meaning,
    every_new_move_is_of_what_was_published,
    no_new_move_changes_kind_unseen,
]
