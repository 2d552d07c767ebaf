"""Notices on a change that turns what a list, a name or a title says into its contrary, or into another thing: reviewers see it."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from macros.evidence.quotations import words
from macros.languages import LANGUAGES
from macros.messages import spoken, tell
from macros.model.kinds import KINDS
from macros.model.plan import Plan
from macros.model.records import Action, Development
from macros.model.shape import Record, Text
from macros.problems import NOTICE, Problem
from macros.reading.published import NOT_WRITTEN, Published, written_word
from macros.rules.facts import Rule
from macros.similarity import fold, is_typo_fix

# What a list of countries says of those in it and of those that are not; how a word of the vocabulary is shown.
SWITCHES, SHOWN_AS = ("listed_means", "complete", "not_bound"), ("sign", "tone")
# By what a word of the vocabulary is called, explained and shown; by what a record with a name is.
CALLED_BY = ("label", "plural", "meaning", *SHOWN_AS), ("name",)
# So many letters tell a word.
STEM = 5
# Kinds whose records are called by a name.
CALLED = tuple(name for name, kind in KINDS.items() if kind.shape.TITLE == "name")


def no_list_turns_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a list of countries means the contrary now, is complete or no longer, or lost a country."""
    for id, old in before.records.get("indicators", {}).items():
        if not (now := plan.indicators.get(id)):
            continue
        written = now.model_dump(by_alias=True, exclude_unset=True)
        for field in SWITCHES:
            was, new = (written_word(fields.get(field)) for fields in (old.fields, written))
            if was != new:
                path = (field,) if field in written else ("id",)
                yield now.problem(path, tell("turned.list_turned", field=field, old=was, new=new), tell("turned.see_that_source_says"), level=NOTICE)
        listed = [str(entry.get("country")) for entry in old.fields.get("entries") or () if isinstance(entry, dict)]
        gone = [id for id in listed if plan.countries.get(id) and id not in [entry.country for entry in now.entries]]
        if gone and all(entry.country in plan.countries for entry in now.entries):
            names = ", ".join(getattr(plan.countries[id].name, spoken()) for id in gone)
            yield now.problem(("entries",), tell("turned.countries_gone", countries=names), tell("turned.see_that_source_says"), level=NOTICE)


def no_name_changes_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a word of the vocabulary is called or explained otherwise, or an actor or a country called."""
    for kind, records in before.records.items():
        for id, old in records.items() if kind in CALLED or kind not in KINDS else ():
            record = plan.of(kind).get(id) if kind in KINDS else plan.vocabularies.get(kind, {}).get(id)
            if not record:
                continue
            for field, was, now in islice(_renamed(old.fields, record, CALLED_BY[kind in CALLED]), 1):
                yield record.problem((field,), *_called(kind, field, id, now, was), level=NOTICE)


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


def no_title_leaves_its_text_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where an action or a development has a new title that shares no longer word with its text in any language."""
    records: list[Action | Development] = [*plan.actions.values(), *plan.developments.values()]
    published = before.records.get("actions", {}) | before.records.get("developments", {})
    for record in records:
        was = published[record.id].fields.get("title") if record.id in published else None
        turned = isinstance(was, dict) and any(getattr(record.title, language) != was.get(language) for language in LANGUAGES)
        if turned and not any(_common(record.title, record.text, language) for language in LANGUAGES):
            yield record.problem(("title",), tell("turned.title_leaves_text"), tell("turned.see_that_title_says_it"), level=NOTICE)


def _common(title: Text, text: Text, language: str) -> bool:
    own, other = ({fold(word)[:STEM] for word in words(getattr(one, language)) if len(word) >= STEM} for one in (title, text))
    return bool(own & other)


RULES: list[Rule] = [no_list_turns_unseen, no_name_changes_unseen, no_title_leaves_its_text_unseen]
