"""Rules on data/moved.yaml: where a published identifier went."""

from collections.abc import Iterator

from macros.messages import tell
from macros.model.kinds import parse_id, typed_id
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
                if id in plan.of(other) and plan.moved_target(kind, id) != typed_id(other, id):
                    record = plan.of(other)[id]
                    yield record.problem(("id",), tell("moves.id_was_anchor_on", id=id, kind=typed_id(kind, id)), tell("common.choose_another_id"))


def every_move_leads_to_a_record(plan: Plan) -> Iterator[Problem]:
    """A move leads to a record, or to another move that does."""
    for moved in plan.moved.values():
        if plan.moved_target(*parse_id(moved.id)) in plan.moved:
            yield moved.problem(("to",), tell("moves.move_goes_round_circle", to=moved.to), tell("moves.name_record_stands_for"))
        elif not plan.find(moved.to) and moved.to not in plan.moved:
            yield moved.problem(("to",), tell("common.no_record_has_id", id=moved.to), tell("moves.name_record_stands_for"))


def every_word_moves_within_its_list(plan: Plan) -> Iterator[Problem]:
    """A word of the vocabulary moves to a word of the same list, a record to a record."""
    for moved in plan.moved.values():
        old, new = (parse_id(id)[0] if id.startswith("word:") else "" for id in (moved.id, moved.to))
        if old != new:
            hint = tell("moves.name_word_vocabulary", old=old) if old else tell("moves.name_record_stands_for")
            yield moved.problem(("to",), tell("moves.cannot_move", to=moved.to), hint)


RULES = [every_moved_identifier_is_free, every_moved_anchor_is_free, every_move_leads_to_a_record, every_word_moves_within_its_list]
