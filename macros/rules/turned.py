"""Notices on a change that may turn what a record says into its contrary, or into another thing: it is allowed, and reviewers see it."""

from collections.abc import Iterator
from dataclasses import replace

from macros.evidence.quotations import stands_in, words
from macros.languages import FIRST
from macros.messages import spoken, tell
from macros.model.kinds import KINDS
from macros.model.plan import Plan
from macros.model.records import Action, Finding
from macros.model.shape import Record
from macros.problems import NOTICE, Problem
from macros.reading.published import Published
from macros.rules.facts import Rule
from macros.similarity import is_typo_fix

YES_OR_NO = {True: "yes", False: "no"}


def no_list_turns_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a list of countries means the contrary now, is complete or no longer, or lost a country."""
    for id, old in before.records.get("indicators", {}).items():
        if not (now := plan.indicators.get(id)):
            continue
        for field in ("listed_means", "complete"):
            was, new = old.fields.get(field), YES_OR_NO.get(getattr(now, field))
            if was and new and was != new:
                yield _notice(now, (field,), tell("turned.list_turned", field=field, old=was, new=new), tell("turned.see_that_source_says"))
        listed = [str(entry.get("country")) for entry in old.fields.get("entries") or () if isinstance(entry, dict)]
        gone = [id for id in listed if plan.countries.get(id) and id not in [entry.country for entry in now.entries]]
        if gone:
            names = ", ".join(getattr(plan.countries[id].name, spoken()) for id in gone)
            yield _notice(now, ("entries",), tell("turned.countries_gone", countries=names), tell("turned.see_that_source_says"))


def no_name_changes_unseen(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a word of the vocabulary, or an actor, is called otherwise."""
    for kind, records in before.records.items():
        for id, old in records.items() if kind == "actors" or kind not in KINDS else ():
            record = plan.actors.get(id) if kind == "actors" else plan.vocabularies.get(kind, {}).get(id)
            field = "name" if kind == "actors" else "label"
            was, text = old.fields.get(field), getattr(record, field, None)
            if record and text and isinstance(was, dict) and not is_typo_fix(str(was.get(FIRST, "")), getattr(text, FIRST)):
                said, stood = getattr(text, FIRST), was.get(FIRST, "")
                if kind == "actors":
                    message, hint = tell("turned.actor_renamed", now=said, before=stood), tell("turned.actor_keeps_identity")
                else:
                    message, hint = tell("turned.word_relabelled", id=id, now=said, before=stood), tell("turned.word_keeps_meaning")
                yield _notice(record, (field,), message, hint)


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


def _notice(record: Record, path: tuple, message: str, hint: str) -> Problem:
    return replace(record.problem(path, message, hint), level=NOTICE)


RULES: list[Rule] = [no_list_turns_unseen, no_name_changes_unseen, no_evidence_is_replaced_unseen]
