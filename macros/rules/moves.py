"""Rules on data/moved.yaml: where a published identifier went."""

from collections.abc import Iterator

from macros.messages import tell
from macros.model.kinds import TypedId, parse_id, typed_id
from macros.model.plan import Plan
from macros.problems import Problem
from macros.rules.unique import SHARED_PAGES


def every_moved_identifier_is_free(plan: Plan) -> Iterator[Problem]:
    """What has moved is no record any more, nor another code of a country: identifiers are never used again."""
    codes = {typed_id("countries", code) for country in plan.countries.values() for code in country.redirects}
    for moved in plan.moved.values():
        if plan.find(moved.id) or moved.id in codes:
            yield moved.problem(("id",), tell("moves.stands_data_has_not"), tell("moves.give_record_another_id"))


def every_moved_anchor_is_free(plan: Plan) -> Iterator[Problem]:
    """No record takes the anchor of another one that has moved from the same page, but the one that it moved to."""
    for kinds in SHARED_PAGES.values():
        for kind, id in map(parse_id, plan.moved):
            for other in kinds if kind in kinds else ():
                if id in plan.of(other) and typed_id(other, id) not in plan.moved_targets(kind, id):
                    record = plan.of(other)[id]
                    yield record.problem(("id",), tell("moves.id_was_anchor_on", id=id, kind=typed_id(kind, id)), tell("common.choose_another_id"))


def every_move_leads_to_a_record(plan: Plan) -> Iterator[Problem]:
    """A move leads to records, each named once, or to other moves that do."""
    for moved in plan.moved.values():
        if any(target in plan.moved for target in plan.moved_targets(*parse_id(moved.id))):
            yield moved.problem(("to",), tell("moves.move_goes_round_circle", to=", ".join(moved.to)), tell("moves.name_record_stands_for"))
            continue
        for index, to in enumerate(moved.to):
            if to in moved.to[:index]:
                yield moved.problem(("to", index), tell("moves.names_twice", to=to), tell("common.keep_one_two"))
            elif not plan.find(to) and to not in plan.moved:
                yield moved.problem(("to", index), tell("common.no_record_has_id", id=to), tell("moves.name_record_stands_for"))


def every_word_moves_within_its_list(plan: Plan) -> Iterator[Problem]:
    """A word of the vocabulary moves to words of the same list, a record to records."""
    for moved in plan.moved.values():
        old = _list_of(moved.id)
        for index, to in enumerate(moved.to):
            if old != _list_of(to):
                hint = tell("moves.name_word_vocabulary", old=old) if old else tell("moves.name_record_stands_for")
                yield moved.problem(("to", index), tell("moves.cannot_move", to=to), hint)


def _list_of(id: TypedId) -> str:
    """The list of the vocabulary of a word; empty for a record."""
    return parse_id(id)[0] if id.startswith("word:") else ""


RULES = [every_moved_identifier_is_free, every_moved_anchor_is_free, every_move_leads_to_a_record, every_word_moves_within_its_list]
