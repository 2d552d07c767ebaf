"""Rules on data/aliases.yaml: other names under which readers look for a record."""

from collections.abc import Iterator

from macros.languages import LANGUAGES
from macros.messages import either, tell
from macros.model.kinds import KINDS, TypedId, parse_id, typed_id
from macros.model.plan import Plan
from macros.model.shape import Record, Text
from macros.problems import Problem
from macros.rules.suggest import meant
from macros.similarity import fold


def every_other_name_leads_to_a_record(plan: Plan) -> Iterator[Problem]:
    """Other names are those of a record that is there."""
    for names in plan.aliases.values():
        if plan.find(names.id):
            continue
        if now := plan.moved_targets(*parse_id(names.id)):
            yield names.problem(("id",), tell("common.has_moved", id=names.id), tell("common.write_now", now=either(now)))
        else:
            kind, id = parse_id(names.id)
            known = [kind] if kind in KINDS or kind in plan.vocabularies else []
            yield names.problem(("id",), tell("common.no_record_has_id", id=names.id), meant(id, plan, known, tell("aliases.correct_delete_names")))


def no_other_name_is_that_of_another_record(plan: Plan) -> Iterator[Problem]:
    """No other name is what another actor, country or means is called."""
    called: dict[str, TypedId] = {}
    for kind in ("actors", "countries", "means"):
        for record in plan.of(kind).values():
            called |= {fold(getattr(record.caption, language)): typed_id(kind, record.id) for language in LANGUAGES if record.caption}
    for names in plan.aliases.values():
        for language in LANGUAGES:
            for place, name in enumerate(getattr(names, language)):
                other = called.get(fold(name))
                if other and other != names.id and fold(name) not in _called(plan, names.id):
                    yield names.problem((language, place), tell("aliases.is_name_of", name=name, id=other), tell("aliases.correct_delete_names"))


def no_other_name_is_that_of_two(plan: Plan) -> Iterator[Problem]:
    """No other name leads to two actors or countries."""
    for language in LANGUAGES:
        leads: dict[str, TypedId] = {}
        for names in (one for one in plan.aliases.values() if parse_id(one.id)[0] in ("actors", "countries")):
            for place, name in enumerate(getattr(names, language)):
                if (other := leads.setdefault(fold(name), names.id)) != names.id:
                    yield names.problem((language, place), tell("aliases.leads_to", name=name, id=other), tell("aliases.keep_with_one"))


def _called(plan: Plan, id: TypedId) -> set[str]:
    caption = record.caption if (record := plan.find(id)) else None
    return {fold(getattr(caption, language)) for language in LANGUAGES} if caption else set()


def every_other_name_is_another_one(plan: Plan) -> Iterator[Problem]:
    """No other name stands twice, or is what the record is called anyway."""
    for names in plan.aliases.values():
        record = plan.find(names.id)
        for language in LANGUAGES:
            seen = {fold(name) for name in _own_names(record, language)} if record else set()
            for place, name in enumerate(getattr(names, language)):
                if fold(name) in seen:
                    yield names.problem((language, place), tell("aliases.already_name", name=name, id=names.id), tell("common.delete"))
                seen.add(fold(name))


def every_list_of_other_names_has_one(plan: Plan) -> Iterator[Problem]:
    """Who has other names has one in some language at least."""
    for names in plan.aliases.values():
        if not any(getattr(names, language) for language in LANGUAGES):
            yield names.problem(("id",), tell("aliases.has_no_other_name", id=names.id), tell("aliases.write_one_delete_record"))


def _own_names(record: Record, language: str) -> list[str]:
    """What a record is called on its page: its title and its acronym."""
    return [getattr(text, language) for text in (record.caption, getattr(record, "acronym", None)) if isinstance(text, Text)]


RULES = [
    no_other_name_is_that_of_another_record,
    no_other_name_is_that_of_two,
    every_other_name_leads_to_a_record,
    every_other_name_is_another_one,
    every_list_of_other_names_has_one,
]
