"""Notices on a change that may turn what a record says into its contrary, or into another thing: it is allowed, and reviewers see it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import islice
from typing import Any

from macros.evidence.language import NEGATIONS
from macros.evidence.quotations import stands_in, words
from macros.languages import FIRST, LANGUAGES
from macros.messages import spoken, tell
from macros.model.kinds import INSIDE, JUDGED, KINDS
from macros.model.plan import Plan
from macros.model.records import Action, Development, Finding
from macros.model.shape import Record, Text
from macros.model.values import Evidence
from macros.problems import NOTICE, Problem
from macros.reading.published import ITEM_KEYS, Published
from macros.rules.facts import Rule
from macros.similarity import fold, is_typo_fix

YES_OR_NO = {True: "yes", False: "no"}
NOT_WRITTEN = "–"
# What a list of countries says of those in it and of those that are not; how a word of the vocabulary is shown.
SWITCHES, SHOWN_AS = ("listed_means", "complete", "not_bound"), ("sign", "tone")
# By what a word of the vocabulary is called, explained and shown; by what a record with a name is.
CALLED_BY = ("label", "plural", "meaning", *SHOWN_AS), ("name",)
# So many letters tell a word.
STEM = 5
# Kinds whose records are called by a name, and fields that hold what somebody chose: a word of a list, yes or no, a code.
CALLED = ("actors", "countries")
CHOSEN = {
    "accepted", "agent", "asks", "class", "common_rules", "country", "from_replies", "iso", "is", "kind", "makes", "max_unit", "member_state",
    "of", "official", "part_of", "plan_point", "qualifier", "relation", "role", "scope", "self_declared", "state", "strength", "subject", "unit",
    "weakness",
}  # fmt: skip
# Those of them that may be left out, which says something too. What each record has may have had another name at that commit.
MAY_LACK = {"accepted", "agent", "from_replies", "max_unit", "part_of", "qualifier", "self_declared", "unit"}


def no_list_turns_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a list of countries means the contrary now, is complete or no longer, or lost a country."""
    for id, old in before.records.get("indicators", {}).items():
        if not (now := plan.indicators.get(id)):
            continue
        written = now.model_dump(by_alias=True, exclude_unset=True)
        for field in SWITCHES:
            was, new = (_chosen_word(fields.get(field)) for fields in (old.fields, written))
            if was != new:
                path = (field,) if field in written else ("id",)
                yield _notice(now, path, tell("turned.list_turned", field=field, old=was, new=new), tell("turned.see_that_source_says"))
        listed = [str(entry.get("country")) for entry in old.fields.get("entries") or () if isinstance(entry, dict)]
        gone = [id for id in listed if plan.countries.get(id) and id not in [entry.country for entry in now.entries]]
        if gone:
            names = ", ".join(getattr(plan.countries[id].name, spoken()) for id in gone)
            yield _notice(now, ("entries",), tell("turned.countries_gone", countries=names), tell("turned.see_that_source_says"))


def _chosen_word(value: Any) -> str:
    """A word as written; a stroke where none is."""
    return NOT_WRITTEN if value is None else YES_OR_NO[value] if isinstance(value, bool) else str(value)


def no_name_changes_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a word of the vocabulary is called or explained otherwise, or an actor or a country called."""
    for kind, records in before.records.items():
        for id, old in records.items() if kind in CALLED or kind not in KINDS else ():
            record = plan.of(kind).get(id) if kind in KINDS else plan.vocabularies.get(kind, {}).get(id)
            if not record:
                continue
            for field, was, now in islice(_renamed(old.fields, record, CALLED_BY[kind in CALLED]), 1):
                yield _notice(record, (field,), *_called(kind, field, id, now, was))


def _renamed(old: dict[str, Any], record: Record, fields: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Field, words before and words now of what a record is called, or shown as, otherwise."""
    for field in fields:
        was, now = old.get(field), getattr(record, field, None)
        texts = [(was.get(one, ""), getattr(now, one)) for one in LANGUAGES] if isinstance(was, dict) and isinstance(now, Text) else []
        yield from ((field, before, after) for before, after in texts if not is_typo_fix(str(before), after))
        if field in SHOWN_AS and str(was or "") != str(now or ""):
            yield field, str(was or NOT_WRITTEN), str(now or NOT_WRITTEN)


def _called(kind: str, field: str, id: str, now: str, before: str) -> tuple[str, str]:
    if kind in CALLED:
        return tell("turned.actor_renamed", now=now, before=before), tell("turned.actor_keeps_identity")
    key = "turned.word_explained" if field == "meaning" else "turned.word_relabelled"
    return tell(key, id=id, now=now, before=before), tell("turned.word_keeps_meaning")


def no_reading_turns_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a chosen word of a record is another one now, over the same quotations."""
    for kind, records in before.records.items():
        for id, old in records.items() if kind in KINDS and kind not in (*JUDGED, "moved") else ():
            record = plan.of(kind).get(id)
            if not record or old.stands_in_same_file(record.place):
                continue
            now = record.model_dump(by_alias=True, exclude_unset=True, exclude=set(INSIDE))
            if _quotations(old.fields) == _quotations(now):
                turned = [f"{path[-1]} {was} → {new}" for path, was, new in _chosen(old.fields, now, ())]
                if turned:
                    message = tell("turned.read_otherwise", turned=tell("diff.semicolon").join(turned))
                    yield _notice(record, ("id",), message, tell("turned.see_that_source_says"))


def _quotations(fields: Any) -> list[str]:
    found = [str(fields["quotation"])] if isinstance(fields, dict) and fields.get("quotation") else []
    inside = fields.values() if isinstance(fields, dict) else fields if isinstance(fields, list) else ()
    return [*found, *(one for inner in inside for one in _quotations(inner))]


def _chosen(old: Any, new: Any, path: tuple) -> Iterator[tuple[tuple, str, str]]:
    """Path, word before and word now of each field that holds a word of a list, or yes or no; lists that grew or shrank are told elsewhere."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name in {**old, **new}:
            if name in old and name in new:
                yield from _chosen(old[name], new[name], (*path, name))
            elif name in MAY_LACK:
                yield (*path, name), _chosen_word(old.get(name)), _chosen_word(new.get(name))
    elif isinstance(old, list) and isinstance(new, list):
        before, after = _by_key(old), _by_key(new)
        for key in (key for key in before if key in after):
            yield from _chosen(before[key], after[key], (*path, key))
    elif path and path[-1] in CHOSEN and isinstance(old, str) and _chosen_word(new) != old:
        yield path, old, _chosen_word(new)


def no_title_leaves_its_text_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where an action or a development has a new title that shares no longer word with its text in any language."""
    records: list[Action | Development] = [*plan.actions.values(), *plan.developments.values()]
    published = before.records.get("actions", {}) | before.records.get("developments", {})
    for record in records:
        was = published[record.id].fields.get("title") if record.id in published else None
        turned = isinstance(was, dict) and any(getattr(record.title, language) != was.get(language) for language in LANGUAGES)
        if turned and not any(_common(record.title, record.text, language) for language in LANGUAGES):
            yield _notice(record, ("title",), tell("turned.title_leaves_text"), tell("turned.see_that_title_says_it"))


def _common(title: Text, text: Text, language: str) -> bool:
    own, other = ({fold(word)[:STEM] for word in words(getattr(one, language)) if len(word) >= STEM} for one in (title, text))
    return bool(own & other)


def _by_key(items: list) -> dict[str, Any]:
    """The items of a list by what each is about, or by their place: in another order they are the same."""
    return {next((str(one[key]) for key in ITEM_KEYS if isinstance(one, dict) and key in one), str(place)): one for place, one in enumerate(items)}


def no_evidence_is_replaced_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a text stands as it was, over other words than those that proved it."""
    records: list[Action | Finding] = [*plan.actions.values(), *plan.findings.values()]
    published = before.records.get("actions", {}) | before.records.get("findings", {})
    for record in records:
        was = published[record.id].fields if record.id in published else {}
        text = was.get("text")
        old = [words(str(one.get("quotation", ""))) for one in was.get("evidence") or () if isinstance(one, dict)]
        new = [words(one.quotation) for one in record.evidence]
        kept = any(stands_in(a, b) >= 0 or stands_in(b, a) >= 0 for a in old for b in new)
        if old and not kept and isinstance(text, dict) and text.get(FIRST) == getattr(record.text, FIRST):
            yield _notice(record, ("evidence",), tell("turned.evidence_replaced"), tell("turned.see_that_words_prove_it"))


def no_quotation_turns_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where words that were seen or linked are other ones, or a quotation of the same place ends without its negation."""
    for kind, records in before.records.items():
        for id, old in records.items() if kind in KINDS and kind not in (*JUDGED, "moved") else ():
            record = plan.of(kind).get(id)
            if record and not old.stands_in_same_file(record.place):
                yield from _requoted(record, old.fields.get("evidence"), getattr(record, "evidence", []))


def _requoted(record: Record, before: Any, now: Sequence[Evidence]) -> Iterator[Problem]:
    """Each new quotation of a place, beside those that the place has lost; whatever is quoted as it was is passed over."""
    stands = {(_place_of(one), one.quotation) for one in now}
    stood = [(_place(one), str(one["quotation"])) for one in before or () if isinstance(one, dict) and one.get("quotation")]
    for at, one in enumerate(now):
        place, path = _place_of(one), ("evidence", at, "quotation")
        gone = [words for other, words in stood if other == place and (other, words) not in stands]
        if not one.quotation or not gone or (place, one.quotation) in stood:
            continue
        was = max(gone, key=lambda words: SequenceMatcher(None, words, one.quotation, autojunk=False).ratio())
        if lost := _lost(was, one.quotation):
            message = tell("turned.quotation_without", words=", ".join(lost), before=was)
            yield _notice(record, path, message, tell("turned.see_that_words_prove_it"))
        elif one.page:
            yield _notice(record, path, tell("turned.seen_otherwise", before=was), tell("turned.look_at_page"))


def _place_of(one: Evidence) -> tuple[str, str]:
    return str(one.source or one.page and one.page.at), one.locator or ""


def _place(evidence: dict[str, Any]) -> tuple[str, str]:
    """The source or page of a piece of evidence as written, and the place in it."""
    page = evidence.get("seen") or evidence.get("linked") or {}
    return str(evidence.get("source") or page.get("at")), str(evidence.get("locator") or "")


def _lost(before: str, now: str) -> list[str]:
    """The negations that a shorter quotation has no longer."""
    old, new = words(before), words(now)
    every = {word for own in NEGATIONS.values() for word in own}
    return sorted({word for word in map(str.lower, old) if word in every} - set(map(str.lower, new))) if stands_in(new, old) >= 0 else []


def _notice(record: Record, path: tuple, message: str, hint: str) -> Problem:
    return replace(record.problem(path, message, hint), level=NOTICE)


RULES: list[Rule] = [
    no_list_turns_unseen,
    no_name_changes_unseen,
    no_reading_turns_unseen,
    no_title_leaves_its_text_unseen,
    no_evidence_is_replaced_unseen,
    no_quotation_turns_unseen,
]
