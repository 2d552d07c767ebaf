"""Rules on identifiers and words that records mention: each exists, each is used at all."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache

from macros.messages import either, tell
from macros.model.kinds import KINDS, NAMED, has_identifiers, parse_id, typed_id
from macros.model.plan import Plan
from macros.model.records import Judgement, Publisher, objective_of
from macros.model.shape import InVocabulary, Record, Ref, Use
from macros.model.values import PROOFS
from macros.problems import Problem
from macros.reading.published import Published
from macros.reading.revision import Written
from macros.reading.shape_hints import each_of_range
from macros.rules.eur_lex import held_source, printed_in_journal
from macros.rules.rubric import BEGUN_STATES, COMPUTED, MEASURED, OPEN_STATES
from macros.rules.suggest import acts_in, bearing, bearing_on, called_so, folded, meant, named, named_one, publisher_meant

# What people put between two identifiers, in place of a comma and brackets.
JOINED = re.compile(r"\s*(?:[;,+&]|/(?!\d)|\s(?:et|and)\s)\s*")
ADDRESS = re.compile(r"https?://")
# List of the vocabulary -> the words by which the program tells records apart.
NAMED_WORDS: dict[str, Sequence[str]] = {
    "statuses": (*MEASURED, *COMPUTED),
    "states": sorted(OPEN_STATES | BEGUN_STATES),
    "roles": ("responsible", "mentioned"),
    "agents": ("none", "not-stated", "means"),
    "asks": ("result", "recurring"),
    "proofs": PROOFS,
    "outcome_kinds": ("nothing-found", "required-by-law", "done-in-part", "done"),
}


def every_reference_exists(plan: Plan, before: Published | None = None) -> Iterator[Problem]:
    """Every id that a record mentions belongs to a record; a published assessment may rest on an action that moved since."""
    for use in plan.uses:
        if isinstance(use.mark, Ref) and not any(use.value in plan.of(kind) for kind in use.mark.kinds):
            moved = [target for kind in use.mark.kinds for target in plan.moved_targets(kind, use.value)]
            if not moved:
                # That a published record is gone, the rules of history say.
                if not any((kind, use.value) in _gone(plan, before) for kind in use.mark.kinds):
                    yield use.record.problem(use.path, *_unknown(plan, use, use.mark))
            elif use.field != "rests_on":
                now = either(parse_id(one).id for one in moved)
                yield use.record.problem(use.path, tell("common.has_moved", id=use.value), tell("common.write_now", now=now))


@lru_cache(maxsize=1)
def _gone(plan: Plan, before: Published | None) -> dict[tuple[str, str], Written]:
    """The published records that are gone and moved nowhere."""
    return {
        (kind, id): written for kind, records in (before.records.items() if before else ()) if has_identifiers(kind)
        for id, written in records.items() if typed_id(kind, id) not in plan.moved and not plan.find(typed_id(kind, id))
    }  # fmt: skip


def _unknown(plan: Plan, use: Use, mark: Ref) -> tuple[str, str]:
    """Message and hint where no record has an id."""
    if not use.value:
        hint = tell("references.write_publisher") if use.field == "publisher" else tell("references.write_id_belongs_here")
        return tell("common.empty", name=use.field), hint
    word = either(tell(f"kinds.{kind}") for kind in mark.kinds)
    return tell("common.no_has_id", word=word, of=use.value), _hint(plan, use, mark)


def _hint(plan: Plan, use: Use, mark: Ref) -> str:
    """What to write in place of an id that no record has."""
    known = {id for kind in mark.kinds for id in plan.of(kind)}
    if (parts := use.value.split())[1:] and known >= set(parts):
        return tell("references.put_commas_between_them", parts=", ".join(parts))
    if several := _several(plan, use.value, mark):
        key = "references.put_commas_between_them" if isinstance(use.path[-1], int) else "references.write_item_for_each"
        return tell(key, parts=", ".join(several))
    if use.field == "rests_on" and (ids := [id for id in each_of_range(use.value) if id in known]):
        return tell("references.name_each_of_range", ids=", ".join(ids))
    if (bare := use.value.partition(":")[2]) in known:
        return tell("common.write", speakers=bare)
    if use.field == "rests_on":
        return _to_rest_on(plan, use, mark)
    if called := called_so(use.value, plan, mark.kinds):
        return called
    if "sources" in mark.kinds and (source := held_source(use.value, plan) or printed_in_journal(use.value, plan)):
        return tell("references.address_is_of_source" if ADDRESS.match(use.value) else "references.write_id_of_name", id=source)
    if use.field == "publisher":
        return publisher_meant(use.value, plan)
    if instead := [id for id in _instead(plan, use.value) if id in known]:
        return tell("references.name_one_of", names=", ".join(instead))
    if use.field == "countries" and use.value in plan.actors:
        return tell("references.countries_are_named", id=use.value)
    if other := next((kind for kind in NAMED if use.value in plan.of(kind)), ""):
        key = f"references.actor_is_of_{other}" if use.field == "actor" and other in ("means", "countries") else "references.of_another_kind"
        return tell(key, id=use.value, word=tell(f"kinds.{other}"))
    if use.field == "actor" and folded(use.value) in named(plan, ("countries",)):
        return tell("references.actor_is_of_countries", id=use.value)
    if ADDRESS.match(use.value):
        return tell("references.address_names_no_source")
    if mark.kinds == ("countries",):
        return meant(use.value, plan, mark.kinds, "") or tell("references.write_codes_of_countries")
    if all(KINDS[kind].numbered == "source" for kind in mark.kinds):
        return meant(use.value, plan, mark.kinds, "") or tell("references.name_one_of", names=", ".join(_near_numbers(plan, use.value, mark)))
    files = either(f"data/{KINDS[kind].file}" for kind in mark.kinds)
    return meant(use.value, plan, mark.kinds, tell("references.actor_is_new" if use.field == "actor" else "references.add_first", files=files))


def _several(plan: Plan, written: str, mark: Ref) -> list[str]:
    """The identifiers that somebody joined in one text; none where one of them is none."""
    parts = [part for part in JOINED.split(written) if part]
    ids = [named_one(part, plan, mark.kinds) for part in parts]
    return ids if ids[1:] and all(ids) else []


def _near_numbers(plan: Plan, written: str, mark: Ref) -> list[str]:
    """The numbers that begin as somebody wrote one, or the ends of each row of them."""
    ids = [list(plan.of(kind)) for kind in mark.kinds]
    near = [id for one in ids for id in one if id.rpartition(".")[0] and written.startswith(f"{id.rpartition('.')[0]}.")]
    return near or [f"{one[0]} … {one[-1]}" for one in ids if one]


def _instead(plan: Plan, id: str) -> list[str]:
    """What can stand for an area or an action where none can stand: the objectives of the one, that of the other."""
    own = [one.id for one in plan.areas[id].objectives] if id in plan.areas else []
    return own or [objective_of(id)]


def _to_rest_on(plan: Plan, use: Use, mark: Ref) -> str:
    """What an assessment may rest on, in place of an id that is none: what bears on its subject, of the source that somebody names first."""
    judged = use.record.of if isinstance(use.record, Judgement) else use.record.id
    actions = plan.objectives[judged].actions if judged in plan.objectives else []
    may = {one.id for one in (*bearing_on(plan, judged), *actions)}
    if (called := named_one(use.value, plan, mark.kinds)) in may:
        return tell("references.write_id_of_name", id=called)
    which = bearing(plan, judged, f"{use.value} {called}")
    if called or acts_in(use.value, plan):
        return which
    return meant(use.value, plan, mark.kinds, which, may) or tell("references.write_id_belongs_here")


def every_word_is_in_the_vocabulary(plan: Plan) -> Iterator[Problem]:
    """States, roles, kinds, units ... are words of data/vocabulary.yaml."""
    for use in plan.uses:
        if isinstance(use.mark, InVocabulary) and use.value not in (known := plan.vocabularies[use.mark.vocabulary]):
            wrong = tell("references.not_known_word_for", value=use.value, field=use.field) if use.value else tell("common.empty", name=use.field)
            may = [id for id in known if id not in COMPUTED]
            hint = meant(use.value, plan, [use.mark.vocabulary], "") or tell("common.use_one", names=", ".join(may))
            if use.field == "agent" and use.value in plan.actors:
                hint = tell("references.agent_is_actor", id=use.value)
            yield use.record.problem(use.path, wrong, hint)


def every_word_that_the_program_names_is_there(plan: Plan) -> Iterator[Problem]:
    """Some words are more than a label: rubric, graph and pages ask for them by these identifiers."""
    for vocabulary, ids in NAMED_WORDS.items():
        words = plan.vocabularies[vocabulary]
        for id in ids:
            if id not in words and words:
                hint = tell("references.put_word_back")
                yield next(iter(words.values())).problem((), tell("references.program_asks_for", id=id, vocabulary=vocabulary), hint)


def no_word_of_the_vocabulary_changed(plan: Plan) -> Iterator[Problem]:
    """Where several records write an unknown word, and a known one like it is written by none, the vocabulary is wrong."""
    written = Counter((use.mark.vocabulary, use.value) for use in plan.uses if isinstance(use.mark, InVocabulary))
    for (vocabulary, value), times in written.items():
        known = plan.vocabularies[vocabulary]
        near = get_close_matches(value, known, n=1) if times > 1 and value not in known else []
        if near and not written[vocabulary, near[0]]:
            message = tell("references.no_record_writes_but", near=near[0], times=times, value=value)
            yield known[near[0]].problem(("id",), message, tell("references.write_if_id_was", value=value))


def every_word_of_the_vocabulary_stands_once(plan: Plan) -> Iterator[Problem]:
    """No list of the vocabulary holds a word twice."""
    for name in type(plan.vocabulary).model_fields:
        seen = set()
        for word in getattr(plan.vocabulary, name):
            if word.id in seen:
                yield word.problem(("id",), tell("references.stands_twice", id=word.id, name=name), tell("common.keep_one_two"))
            seen.add(word.id)


def nothing_is_answered_twice(plan: Plan) -> Iterator[Problem]:
    """A follow-up, a commitment and a pointer name what they answer, match or point to once."""
    for record in plan.records():
        for field in ("answers", "matches", "see"):
            named = [one.to for one in getattr(record, field, None) or ()]
            for place, id in enumerate(named):
                if id in named[:place]:
                    yield record.problem((field, place, "to"), tell("references.named_twice", id=id), tell("common.keep_one_two"))


def every_successor_is_another(plan: Plan) -> Iterator[Problem]:
    """Nobody is succeeded by itself, on whatever way."""
    for actor in plan.actors.values():
        way, here = [actor.id], actor.succeeded_by
        while here in plan.actors and here not in way:
            way.append(here)
            here = plan.actors[here].succeeded_by
        if here == actor.id:
            yield actor.problem(("succeeded_by",), tell("references.succeeds_itself"), tell("references.name_who_came_after"))


def every_record_is_used(plan: Plan, before: Published | None = None) -> Iterator[Problem]:
    """Actors, means and sources that nothing refers to, nor what is gone, are left-overs; a publisher that stands for any site waits for one."""
    references = [(kind, use.value) for use in plan.uses if isinstance(use.mark, Ref) for kind in use.mark.kinds]
    under_old_ids = {target for reference in references for target in plan.moved_targets(*reference)}
    for kind in (name for name, kind in KINDS.items() if kind.only_used):
        for record in plan.of(kind).values():
            used = any(use.record is not record for use in plan.references.get((kind, record.id), []))
            waits = isinstance(record, Publisher) and record.general
            if not (used or waits or typed_id(kind, record.id) in under_old_ids or _named_by_what_is_gone(record.id, plan, before)):
                hint = tell("references.name_where_text_names")
                if named := _named_until_now(record, plan, before):
                    hint = tell("references.named_until_now", id=record.id, names=either(named))
                yield record.problem(("id",), tell("references.no_record_refers", word=tell(f"kinds.{kind}")), hint)


def _named_until_now(record: Record, plan: Plan, before: Published | None) -> list[str]:
    """The records that named one at the commit before, and still stand."""
    published = ((id, old) for kind, records in (before.records.items() if before else ()) if kind in KINDS for id, old in records.items())
    return [id for id, old in published if id != record.id and f"'{record.id}'" in str(old.fields) and plan.current_record(old.kind, id)]


def _named_by_what_is_gone(id: str, plan: Plan, before: Published | None) -> bool:
    return f"'{id}'" in str([written.fields for written in _gone(plan, before).values()])


RULES = [
    nothing_is_answered_twice,
    every_successor_is_another,
    every_reference_exists,
    every_word_is_in_the_vocabulary,
    every_word_that_the_program_names_is_there,
    no_word_of_the_vocabulary_changed,
    every_word_of_the_vocabulary_stands_once,
    every_record_is_used,
]
