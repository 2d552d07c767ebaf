"""What pages look up around a record, on the tiny plan, which one can read in a minute."""

import pytest
from support.paths import TINY

from macros.evidence.quotations import read_fingerprints
from macros.lookups import Lookups
from macros.lookups.index import index
from macros.model.plan import Plan
from macros.reading.load import load


def lookups_of(plan: Plan) -> Lookups:
    """The look-ups of the tiny plan, or of one made from it."""
    return Lookups(plan, read_fingerprints(TINY / "data"))


@pytest.fixture(scope="module")
def lookups(tiny) -> Lookups:
    return lookups_of(tiny)


def ids(records) -> list[str]:
    return [record.id for record in records]


def test_an_index_keeps_the_order_of_each_key():
    assert index([("b", 1), ("a", 2), ("b", 3)]) == {"b": [1, 3], "a": [2]}


# Actions.


def test_actions_are_found_by_their_state(lookups):
    assert ids(lookups.actions.in_state("announced")) == ["2.1.1-4", "2.2.3-1"]
    assert lookups.actions.in_state("no-such-state") == []


def test_only_states_with_actions_are_in_use_in_the_order_of_the_vocabulary(lookups, tiny):
    assert set(lookups.actions.states()) == {action.state for action in tiny.actions.values()}
    assert lookups.actions.states() == [state for state in tiny.vocabularies["states"] if state in lookups.actions.states()]


def test_actions_without_an_agent_say_so_themselves(lookups):
    assert ids(lookups.actions.without_agent()) == ["2.2.3-1", "2.2.3-2"]


def test_what_tells_of_no_act_keeps_its_record_and_leaves_every_count(edit):
    plan = load(edit("actions.yaml", "      state: announced\n      agent: not-stated\n", "      state: announced\n      agent: none\n"))
    found = lookups_of(plan)
    assert ids(plan.actions.values()) == [*ids(found.actions.acts())[:-1], "2.2.3-1", "2.2.3-2"]
    assert ids(found.objectives.without_act(plan.objectives["2.2.3"])) == ["2.2.3-1"]
    assert found.actions.count_states(plan.objectives["2.2.3"].actions) == {"not-done": 1}
    assert ids(found.actions.in_state("announced")) == ["2.1.1-4"]
    assert ids(found.actions.without_agent()) == ["2.2.3-2"]


def test_an_indicator_knows_the_actions_that_rest_on_it(lookups):
    assert ids(lookups.actions.resting_on_indicator("mills-restored")) == ["2.2.1-1"]
    assert lookups.actions.resting_on_indicator("no-answer") == []


def test_states_are_counted(lookups, tiny):
    assert lookups.actions.count_states(tiny.objectives["2.1.1"].actions) == {"done": 2, "under-way": 1, "announced": 1}


# An actor.


def test_the_actions_of_an_actor_come_with_its_part(lookups):
    [found] = lookups.actors.actions_of("millers")
    assert (found.action.id, found.part.role, found.part.as_.en) == ("2.1.1-1", "beneficiary", "for whom it was written")
    assert lookups.actors.actions_of("member-states") == []


def test_actions_in_one_role_leave_the_others_out(lookups):
    assert ids(lookups.actors.actions_as("responsible", "commission")) == ["2.1.1-3", "2.1.1-4", "2.2.1-1"]
    assert lookups.actors.actions_as("responsible", "millers") == []


def test_the_actions_of_an_actor_are_sorted_by_state_and_keep_their_order_within_one(lookups, tiny):
    named = lookups.actors.sorted_by_state(reversed(lookups.actors.actions_of("commission")))
    states = [item.action.state for item in named]
    assert states == [state for state in tiny.vocabularies["states"] if state in states]


def test_partners_share_actions_and_an_actor_is_no_partner_of_itself(lookups):
    [partner] = lookups.actors.partners_of("mill-school")
    assert (partner.actor, ids(partner.actions)) == ("millers", ["2.1.1-1"])
    assert lookups.actors.partners_of("commission") == []


def test_who_is_only_mentioned_is_no_partner(edit):
    plan = load(edit("actions.yaml", "- actor: millers\n        role: beneficiary", "- actor: millers\n        role: mentioned"))
    assert lookups_of(plan).actors.partners_of("mill-school") == []


def test_findings_and_follow_ups_that_name_an_actor_are_found(lookups):
    [found] = lookups.actors.findings_naming("school-board")
    assert (found.finding.id, found.part.role) == ("f2", "mentioned")
    assert ids(lookups.actors.follow_ups_of("commission")) == ["3.1", "3.2"]
    assert ids(lookups.actors.follow_ups_of("member-states")) == ["3.1"]


def test_texts_that_name_an_actor_beside_those_who_act_are_found(edit):
    plan = load(
        edit(
            "actions.yaml",
            "    summary: {en: The report says nothing here.",
            "    mentions: [millers]\n    summary: {en: The report says nothing here.",
        )
    )
    assert ids(lookups_of(plan).actors.mentions_of("millers")) == ["2.2.2"]


def test_organs_act_where_an_action_names_them(lookups):
    assert ids(lookups.actors.organs_of("mill-school")) == ["school-board"]
    assert ids(lookups.actors.acting_organs_of("mill-school")) == ["school-board"]
    assert lookups.actors.organs_of("school-board") == []


def test_responsible_actors_are_those_that_an_action_names_so(lookups):
    assert ids(lookups.actors.responsible()) == ["commission", "mill-school", "school-board"]


def test_a_state_is_called_like_its_country(edit, lookups):
    assert not any(map(lookups.actors.plan.is_called_like_a_country, lookups.actors.plan.actors.values()))
    plan = load(edit("actors.yaml", "name: {en: Millers, fr: Meuniers}", "name: {en: Sweden, fr: Suède}"))
    assert plan.is_called_like_a_country(plan.actors["millers"])


# An objective.


def test_an_objective_knows_its_area(lookups, tiny):
    assert lookups.objectives.area_of(tiny.objectives["2.2.3"]).id == "2.2"


def test_objectives_are_found_by_their_status(lookups, tiny):
    assert ids(lookups.objectives.with_status("reported-elsewhere")) == ["2.1.2"]
    assert ids(lookups.objectives.with_status("no-information")) == ["2.2.2"]
    assert set(lookups.objectives.statuses()) == {objective.status for objective in tiny.objectives.values()}


def test_the_actors_of_an_objective_stand_once_in_each_role(lookups, tiny):
    assert lookups.objectives.actors_by_role(tiny.objectives["2.1.1"]) == {
        "responsible": ["mill-school", "school-board", "commission"],
        "beneficiary": ["millers"],
    }
    assert lookups.objectives.responsible_for(tiny.objectives["2.2.3"]) == []


def test_the_actions_of_an_objective_are_grouped_by_state_without_empty_ones(lookups, tiny):
    found = lookups.objectives.actions_by_state(tiny.objectives["2.1.1"])
    assert {state: ids(actions) for state, actions in found.items()} == {
        "done": ["2.1.1-1", "2.1.1-2"],
        "under-way": ["2.1.1-3"],
        "announced": ["2.1.1-4"],
    }
    assert list(found) == [state for state in tiny.vocabularies["states"] if state in found]


def test_the_states_of_several_objectives_are_counted_together(lookups, tiny):
    assert lookups.objectives.count_states(tiny.areas["2.2"].objectives) == {"continuing": 1, "announced": 1, "not-done": 1}


def test_a_pointer_to_an_objective_leads_to_its_actions(lookups):
    found = lookups.objectives.inherited("2.2.1")
    assert (ids(found.actions), found.findings, found.indicators) == (["2.2.1-1"], [], [])


def test_a_pointer_to_a_section_leads_to_what_stands_in_it_and_in_its_parts(lookups):
    part, whole = lookups.objectives.inherited("1.1"), lookups.objectives.inherited("1")
    assert (ids(part.findings), ids(part.indicators)) == (["f1"], ["mills-restored"])
    assert (ids(whole.findings), len(whole.indicators)) == (["f1", "f3"], 4)
    assert part.actions == whole.actions == []


def test_the_sources_of_an_objective_stand_once(lookups, tiny):
    assert lookups.objectives.sources_of(tiny.objectives["2.2.1"]) == ["com-2008-657", "mill-plan"]
    assert lookups.objectives.sources_of(tiny.objectives["2.2.2"]) == []


# A finding.


def test_a_subject_of_weaknesses_to_which_no_follow_up_is_linked_is_unanswered(lookups, edit):
    assert [(subject, ids(found)) for subject, found in lookups.findings.unanswered().items()] == [("money", ["f2"])]
    answered = lookups_of(load(edit("follow-ups.yaml", "  - to: f3", "  - to: f2")))
    assert (ids(answered.findings.weaknesses()), answered.findings.unanswered()) == (["f2"], {})


def test_findings_are_found_by_what_they_bear_on_and_whom_they_single_out(lookups):
    assert ids(lookups.findings.bearing_on("2.1.2")) == ids(lookups.findings.bearing_on("mills-restored")) == ["f1"]
    assert ids(lookups.findings.singling_out("at")) == ["f1"]
    assert lookups.findings.singling_out("be") == []


def test_findings_stand_in_the_order_of_the_report(lookups):
    sections = lookups.findings.by_section()
    assert [(item.section, ids(item.findings)) for item in sections] == [
        ("intro", []), ("1", []), ("1.1", ["f1"]), ("1.2", ["f3"]), ("2", []), ("2.2.1", ["f2"]), ("3", []),
    ]  # fmt: skip


def test_findings_that_follow_each_other_in_a_section_stand_together(lookups, tiny):
    first, second, third = tiny.findings.values()
    assert [item.section for item in lookups.findings.in_sections([first, first, second, third])] == ["1.1", "2.2.1", "1.2"]


# A country.


def test_a_country_is_listed_with_each_of_its_entries(lookups):
    listed = lookups.countries.indicators_of("at")
    assert [(item.indicator.id, [entry.printed for entry in item.entries]) for item in listed] == [
        ("mills-restored", ["AT (128)"]),
        ("licence-duration", ["AT"]),
    ]


def test_a_country_is_named_where_the_list_does_not_list_exceptions(lookups):
    assert ids(lookups.countries.named_in("be")) == ["mills-restored", "licence-duration"]
    assert lookups.countries.named_in("se") == []


def test_a_country_is_an_exception_where_the_list_has_reversed_polarity(lookups):
    assert ids(lookups.countries.exceptions_of("be")) == ["licence-renewal"]
    assert lookups.countries.exceptions_of("at") == []


def test_what_absence_says_most_of_stands_first(lookups, tiny):
    found = lookups.countries.absences_of(tiny.countries["de"])
    assert [(meaning, ids(indicators)) for meaning, indicators in found.items()] == [
        ("contrary", ["licence-renewal"]),
        ("listed_open", ["mills-restored", "no-answer"]),
    ]


def test_absence_says_nothing_outside_the_scope_of_a_list(edit):
    plan = load(
        edit(
            "indicators.yaml",
            '  complete: no\n  section: "1.1"\n  unit: mill\n  scope: countries',
            '  complete: no\n  section: "1.1"\n  unit: mill\n  scope: member-states',
        )
    )
    lookups = lookups_of(plan)
    absent = {id: [i for found in lookups.countries.absences_of(plan.countries[id]).values() for i in ids(found)] for id in ("de", "no")}
    assert ("mills-restored" in absent["de"], "mills-restored" in absent["no"]) == (True, False)


def test_of_whom_a_list_of_exceptions_does_not_say_the_contrary(project, edit):
    def absence(country: str) -> str:
        plan = load(project)
        return plan.absence_of(plan.indicators["licence-renewal"], plan.countries[country])

    assert (absence("at"), absence("uk")) == ("contrary", "unknown")
    edit("indicators.yaml", "  listed_means: no\n", "  listed_means: no\n  not_bound: licence-duration\n")
    assert (absence("at"), absence("uk"), absence("be")) == ("unbound", "unknown", "")
    edit("indicators.yaml", "  not_bound: licence-duration\n", "  presumes: mills-restored\n")
    assert (absence("at"), absence("uk"), absence("de")) == ("no_case", "no_case", "contrary")


def test_a_list_with_a_meaning_of_absence_of_its_own_says_that(edit):
    own = '  absent: {en: Fewer mills., fr: Moins de moulins.}\n  section: "1.1"\n'
    plan = load(edit("indicators.yaml", '  complete: no\n  section: "1.1"\n', own))
    assert plan.absence_of(plan.indicators["mills-restored"], plan.countries["de"]) == "own"


def test_a_list_knows_whom_it_leaves_out_and_what_that_means(lookups, tiny):
    found = lookups.countries.absent_from(tiny.indicators["mills-restored"])
    said = {meaning: {country.id for country in countries} for meaning, countries in found.items()}
    told = {id: lookups.countries.absences_of(tiny.countries[id]) for ids in said.values() for id in ids}
    assert said and all("mills-restored" in ids(told[id][meaning]) for meaning, out in said.items() for id in out)
    assert not {entry.country for entry in tiny.indicators["mills-restored"].entries} & set().union(*said.values())


def test_contradictions_and_actors_of_a_country_are_found(lookups):
    assert [item.indicators for item in lookups.countries.contradictions_of("be")] == [["licence-duration", "licence-renewal"]]
    assert lookups.countries.contradictions_of("at") == []
    assert ids(lookups.countries.actors_of("se")) == ["millers"]


def test_times_sort_by_their_days(lookups, tiny):
    entries = tiny.indicators["licence-duration"].entries
    assert [lookups.countries.sort_value(entry) for entry in entries] == [30, 90, 180]
    assert [lookups.countries.sort_value(entry) for entry in tiny.indicators["no-answer"].entries] == [None]


# A source.


def test_the_date_of_the_report_is_that_of_its_source(lookups):
    assert lookups.plan.reported_on == "2008-10-17"


def test_a_source_knows_who_cites_it_by_kind(lookups):
    found = lookups.sources.citations_of("mill-plan")
    assert {kind: ids(records) for kind, records in found.items()} == {"actions": ["2.2.1-1"]}
    assert "millers-commitments" not in ids(lookups.sources.citations_of("millers-commitments").get("sources", []))


# Any record.


def test_answers_and_matches_come_with_their_reasons(lookups):
    [answered], [matched] = lookups.references.answers_to("2.2.2"), lookups.references.matches_of("2.1.1")
    assert (answered.follow_up.id, answered.answer.reason.en) == ("3.2", "It is the same subject.")
    assert (matched.commitment.id, matched.match.strength) == ("c1", "weak")
    assert lookups.references.answers_to("f2") == lookups.references.matches_of("f2") == []


def test_records_that_point_to_another_are_found(lookups):
    assert ids(lookups.references.pointing_to("1.1")) == ["2.1.2"]
    assert ids(lookups.references.pointing_to("2.1.2")) == ["2.2.3-2"]


def test_the_indicators_of_a_section_are_not_those_of_its_parts(lookups):
    assert ids(lookups.references.indicators_in("1")) == ["no-answer"]


def test_a_record_does_not_use_itself_and_each_user_stands_once(lookups):
    assert ids(lookups.references.users_of("sources", "mill-plan")) == ["2.2.1-1"]
    users = lookups.references.users_of("sources", "com-2008-657")
    assert len({(type(record), record.id) for record in users}) == len(users)
    assert "com-2008-657" not in ids(users)


def test_whatever_has_an_acronym_is_found(lookups):
    assert {"mill-school", "regmo"} <= set(ids(lookups.references.with_acronym()))
    assert "millers" not in ids(lookups.references.with_acronym())


def test_neighbours_stand_before_and_after_and_none_at_the_ends(lookups):
    first, middle, last = (
        lookups.references.neighbours("areas", "2.1"),
        lookups.references.neighbours("objectives", "2.2.1"),
        lookups.references.neighbours("follow_ups", "3.2"),
    )
    assert (first.before, first.after.id) == (None, "2.2")
    assert (middle.before.id, middle.after.id) == ("2.1.2", "2.2.2")
    assert (last.before.id, last.after) == ("3.1", None)


def test_statements_about_a_body_stand_on_the_pages_of_its_parts(lookups):
    assert lookups.statements.about("actors", "mill-school") == lookups.statements.about("actors", "school-board") != []
    found = lookups.statements.about("objectives", "2.1.1")
    assert found and len(found) < len(lookups.statements.everything)
    assert all(statement in lookups.statements.everything for statement in found)


def test_every_kind_is_counted(lookups, tiny):
    counts = {count.key: count.number for count in lookups.record_counts()}
    assert counts["actions"] == len(tiny.actions)
    assert (counts["assessments"], counts["contradictions"], counts["moved"]) == (5, 1, 0)
    assert counts["vocabulary"] == sum(map(len, tiny.vocabularies.values()))
