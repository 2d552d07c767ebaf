"""Rules on single records: who acted, where a record stands, what an indicator lists."""

import re
from collections.abc import Iterator

from macros.languages import LANGUAGES
from macros.messages import either, tell
from macros.model.plan import Plan
from macros.model.shape import Text
from macros.model.values import Figure
from macros.problems import Problem

# Letters of a CELEX number -> the kinds of act that bear it; other letters say less.
CELEX_KINDS = {
    "L": ("directive",), "R": ("regulation",), "D": ("decision",), "F": ("framework-decision",), "H": ("recommendation",), "PC": ("proposal",),
    "DC": ("report", "communication", "strategy", "working-document", "plan"), "SC": ("working-document",),
    "CJ": ("judgment",), "E": ("treaty",), "P": ("charter",),
}  # fmt: skip

MIN_TITLE_WORDS = 3
SENTENCE_ENDS = re.compile(r"(?<=[.;?!])\s")
# An identifier of ours: of an objective, an action, a finding or a commitment.
CODE = re.compile(r"2\.\d\.\d+(-\d+)?|[cf]\d+")


def every_objective_stands_under_its_area(plan: Plan) -> Iterator[Problem]:
    """The id of an objective begins with that of its area, the id of an action with that of its objective."""
    for area in plan.areas.values():
        for objective in area.objectives:
            if objective.area_id != area.id:
                yield objective.problem(
                    ("id",), tell("records.stands_under_area", id=area.id), tell("records.move_area_correct_id", area_id=objective.area_id)
                )
            for action in objective.actions:
                if action.objective_id != objective.id:
                    yield action.problem(
                        ("id",),
                        tell("records.stands_under_objective", id=objective.id),
                        tell("records.move_objective_correct_id", objective_id=action.objective_id),
                    )


def every_action_says_who_acted(plan: Plan) -> Iterator[Problem]:
    """An action has a responsible actor, or says why none is named; never both."""
    for action in plan.actions.values():
        responsible = any(part.role == "responsible" for part in action.actors)
        if responsible and action.agent:
            yield action.problem(("agent",), tell("records.has_responsible_actor_also", agent=action.agent), tell("records.keep_one_text_supports"))
        unknown = any(part.role and part.role not in plan.vocabularies["roles"] for part in action.actors)
        if not responsible and not action.agent and not unknown:
            yield action.problem(("id",), tell("records.does_not_say_who"), tell("records.give_actor_role_responsible"))
        if action.agent == "means" and not action.means:
            yield action.problem(("agent",), tell("records.says_means_acts_names"), tell("records.name_means_write_agent"))


def every_action_is_called_by_what_happened(plan: Plan) -> Iterator[Problem]:
    """The title of an action is read alone: it has at least three words, and no identifier of ours in place of one."""
    for action in plan.actions.values():
        for language in LANGUAGES:
            words = getattr(action.title, language).split()
            if len(words) < MIN_TITLE_WORDS:
                yield action.problem(("title", language), tell("records.title_says_too_little"), tell("records.say_who_did_what"))
            if codes := [word for word in words if CODE.fullmatch(word.strip("().,;:"))]:
                yield action.problem(("title", language), tell("records.code_tells_nothing", code=codes[0]), tell("records.say_in_words_instead"))


def no_term_explains_itself(plan: Plan) -> Iterator[Problem]:
    """The first sentence on a term of the glossary does without the term: who looks it up does not know it."""
    for term in plan.glossary.values():
        for language in LANGUAGES:
            first, name = SENTENCE_ENDS.split(getattr(term.meaning, language), maxsplit=1)[0], getattr(term.term, language)
            if re.search(rf"(?i)(?<!\w){re.escape(name)}(?!\w)", first):
                yield term.problem(("meaning", language), tell("records.term_explains_itself", term=name), tell("records.explain_in_other_words"))


def nobody_has_a_part_where_no_act_is_told(plan: Plan) -> Iterator[Problem]:
    """Where a sentence tells of no act, whoever it names is only mentioned."""
    for action in plan.actions.values():
        for index, part in enumerate(action.actors):
            if not action.is_act and part.role not in ("mentioned", "responsible"):
                message = tell("records.but_agent_none_says", actor=part.actor, role=part.role)
                yield action.problem(("actors", index, "role"), message, tell("records.write_role_mentioned_say"))


def every_actor_is_named_once_in_a_role(plan: Plan) -> Iterator[Problem]:
    """A record names an actor once in each role."""
    for record in plan.naming:
        seen = set()
        for index, part in enumerate(record.actors):
            if (part.actor, part.role) in seen:
                yield record.problem(
                    ("actors", index), tell("records.stands_twice_actor_role", actor=part.actor, role=part.role), tell("common.keep_one_two")
                )
            seen.add((part.actor, part.role))


def every_actor_of_a_follow_up_is_responsible(plan: Plan) -> Iterator[Problem]:
    """Section 3 of the report names in parentheses those who are to act, and the tracker adds nobody."""
    for follow_up in plan.follow_ups.values():
        for index, part in enumerate(follow_up.actors):
            if part.role != "responsible":
                yield follow_up.problem(
                    ("actors", index, "role"),
                    tell("records.follow_up", actor=part.actor, role=part.role),
                    tell("records.name_only_actors_parentheses"),
                )


def no_actor_is_part_of_itself(plan: Plan) -> Iterator[Problem]:
    """part_of leads up to a body, never round in a circle."""
    for actor in plan.actors.values():
        way = [actor.id]
        while (above := plan.actors[way[-1]].part_of if way[-1] in plan.actors else None) and above not in way:
            way.append(above)
        if above == actor.id:
            yield actor.problem(("part_of",), tell("records.part_itself", way=" -> ".join([*way, actor.id])), tell("records.join_organ_body_not"))


def whoever_is_a_part_is_part_of_a_whole(plan: Plan) -> Iterator[Problem]:
    """Words for a part stand only where the whole is named."""
    for actor in plan.actors.values():
        if actor.part_as and not actor.part_of:
            yield actor.problem(("part_as",), tell("records.says_what_part_not"), tell("records.add_part_id_whole"))


def every_pointer_leads_away(plan: Plan) -> Iterator[Problem]:
    """An objective does not point to itself."""
    for objective in plan.objectives.values():
        for index, pointer in enumerate(objective.see):
            if pointer.to == objective.id:
                yield objective.problem(("see", index, "to"), tell("records.points_itself"), tell("records.write_objective_section_text"))


def every_indicator_lists_a_country_once(plan: Plan) -> Iterator[Problem]:
    """A country stands once in an indicator for each period, and a value has a unit."""
    for indicator in plan.indicators.values():
        seen = set()
        for index, entry in enumerate(indicator.entries):
            period = entry.period.value if entry.period else None
            if (entry.country, period) in seen:
                yield indicator.problem(("entries", index), tell("records.stands_twice", country=entry.country), tell("records.keep_one_entry_give"))
            seen.add((entry.country, period))
            if entry.value is not None and not (entry.unit or indicator.unit):
                yield indicator.problem(
                    ("entries", index), tell("records.value_has_no_unit", country=entry.country), tell("records.add_unit_indicator_entry")
                )


def every_list_says_what_it_means_to_be_in_it(plan: Plan) -> Iterator[Problem]:
    """Countries stand in a list with `listed`; without one, nothing else is said of a list."""
    for indicator in plan.indicators.values():
        if indicator.entries and not indicator.listed:
            yield indicator.problem(("entries",), tell("records.lists_countries_without_saying"), tell("records.add_listed_both_languages"))
        for name in ("complete", "absent"):
            if not indicator.listed and getattr(indicator, name) is not None:
                yield indicator.problem((name,), tell("records.speaks_list_there_none", name=name), tell("records.delete_add_listed", name=name))
        for name in ("not_bound", "presumes"):
            if getattr(indicator, name) and indicator.absence != "exceptions_complete":
                yield indicator.problem((name,), tell("records.for_complete_list_exceptions", name=name), tell("records.delete", name=name))


def every_indicator_says_something(plan: Plan) -> Iterator[Problem]:
    """An indicator has entries or totals; only a complete list of exceptions may be empty."""
    for indicator in plan.indicators.values():
        if not indicator.entries and not indicator.totals and (indicator.listed_means or not indicator.complete):
            yield indicator.problem(("id",), tell("records.has_neither_entries_nor"), tell("records.add_what_text_lists"))


def every_range_rises(plan: Plan) -> Iterator[Problem]:
    """The lower end of a figure is below the upper one, where both have one unit; no figure is negative."""
    for record in plan.records():
        for path, shape in record.shapes:
            if isinstance(shape, Figure):
                if shape.min is not None and shape.max is not None and not shape.max_unit and shape.min >= shape.max:
                    yield record.problem(
                        (*path, "min"), tell("records.min_not_below_max", min=shape.min, max=shape.max), tell("records.write_lower_end_first")
                    )
                if any(value is not None and value < 0 for value in (shape.value, shape.min, shape.max)):
                    yield record.problem(path, tell("records.figure_below_zero"), tell("records.write_figure_source_prints"))


def every_contradiction_needs_two_places(plan: Plan) -> Iterator[Problem]:
    """A contradiction names different indicators."""
    for item in plan.contradictions.values():
        if len(set(item.indicators)) < 2:
            yield item.problem(("indicators",), tell("records.names_one_indicator_only"), tell("records.name_indicators_do_not"))


def every_celex_number_follows_from_the_printed_one(plan: Plan) -> Iterator[Problem]:
    """CELEX repeats the year and number of the act, which the source prints: 2004/81/CE -> 32004L0081. Without a number, title or evidence say it."""
    for source in (source for source in plan.sources.values() if source.celex):
        told = source.number or " ".join([*_texts(source.title), *(f"{one.quotation} {one.page.at if one.page else ''}" for one in source.evidence)])
        wanted = {int(part) for part in re.findall(r"^\d(\d{4})|[A-Z](\d{4})", source.celex or "") for part in part if part}
        if str(source.celex) not in told and not wanted <= {int(figure) for figure in re.findall(r"\d+", told)}:
            said = tell("records.does_not_follow_from_title", celex=source.celex)
            if source.number:
                said = tell("records.does_not_follow_from", celex=source.celex, number=source.number)
            yield source.problem(("celex",), said, tell("records.delete_correct_one_two"))


def every_celex_number_is_of_its_kind(plan: Plan) -> Iterator[Problem]:
    """The letters of a CELEX number say what kind of act it is."""
    for source in plan.sources.values():
        letters = re.fullmatch(r"\d{5}([A-Z]+).*", source.celex or "")
        kinds = CELEX_KINDS.get(letters[1]) if letters else None
        if kinds and source.kind not in kinds:
            message = tell("records.celex_of_another_kind", celex=source.celex, kind=source.kind)
            yield source.problem(("celex",), message, tell("records.correct_celex_or_kind", kinds=either(kinds)))


def _texts(text: Text) -> list[str]:
    """A text in every language."""
    return [getattr(text, language) for language in LANGUAGES]


RULES = [
    every_objective_stands_under_its_area,
    every_action_says_who_acted,
    every_action_is_called_by_what_happened,
    no_term_explains_itself,
    nobody_has_a_part_where_no_act_is_told,
    every_actor_is_named_once_in_a_role,
    every_actor_of_a_follow_up_is_responsible,
    no_actor_is_part_of_itself,
    whoever_is_a_part_is_part_of_a_whole,
    every_pointer_leads_away,
    every_indicator_lists_a_country_once,
    every_list_says_what_it_means_to_be_in_it,
    every_indicator_says_something,
    every_range_rises,
    every_contradiction_needs_two_places,
    every_celex_number_follows_from_the_printed_one,
    every_celex_number_is_of_its_kind,
]
