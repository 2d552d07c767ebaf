"""The page that gathers what was not done, on the frozen plan and on the tiny one."""

import re

import pytest
from support.frozen import PLAN, WORDS
from support.paths import FROZEN
from support.render import renderer

DONE = {"done", "continuing"}


@pytest.fixture(scope="module", params=["en", "fr"])
def page(request) -> str:
    return renderer(WORDS[request.param], PLAN, FROZEN).page("not_done", "", "not-done/")


def section(page: str, anchor: str) -> str:
    """What stands below a heading, up to the next one."""
    return re.split(r"^## ", page.split(f"{{ #{anchor} }}")[1], maxsplit=1, flags=re.MULTILINE)[0]


def linked(text: str, folder: str) -> list[str]:
    return re.findall(rf'href="\.\./{folder}/(?:[\w.-]+/)?#?([\w.-]+)/?"', text)


def test_it_has_each_objective_without_an_action_done_and_no_other(page):
    undone = {one.id for one in PLAN.objectives.values() if not DONE & {action.state for action in one.acts}}
    headed = re.findall(r'<h3 class="record"><a href="\.\./objectives/([\d.]+)/"', section(page, "objectives"))
    assert set(headed) == undone
    assert len(headed) == len(undone)


def test_it_has_each_announcement(page):
    announced = {action.id for action in PLAN.actions.values() if action.is_act and action.state == "announced"}
    assert set(re.findall(r"#(2\.\d\.\d-\d+)\"", section(page, "announced"))) == announced


def test_it_has_each_act_without_a_name_with_words_of_the_source(page):
    unnamed = [action for action in PLAN.actions.values() if action.agent == "not-stated"]
    own = section(page, "agents")
    assert set(re.findall(r"#(2\.\d\.\d-\d+)\"", own)) == {action.id for action in unnamed}
    assert own.count("<blockquote") == len(unnamed)


def test_it_has_each_contradiction(page):
    own = section(page, "contradictions").partition('<section class="on-paper')[0]
    assert own.count("<li>") == len(PLAN.contradictions)


def test_a_weakness_that_shares_its_subject_with_an_answered_one_is_not_called_unanswered(page):
    answered = {answer.to for follow_up in PLAN.follow_ups.values() for answer in follow_up.answers}
    subjects = {finding.subject for finding in PLAN.findings.values() if finding.id in answered}
    named = set(re.findall(r"#(f\d+)\"", section(page, "weaknesses")))
    assert named == {one.id for one in PLAN.findings.values() if one.weakness and (not one.subject or one.subject not in subjects)}


def test_no_missing_link_is_called_an_absence_of_an_answer():
    page = renderer(WORDS["en"], PLAN, FROZEN).page("not_done", "", "not-done/").lower()
    said = page.replace("nothing here means that nobody acted", "")
    assert not re.search(r"nobody (acted|answer)|unanswered|without (an )?answer", said)


def test_what_a_source_says_was_not_done_stands_there_where_one_says_it(tiny):
    assert "#2.2.3-2" in section(renderer(WORDS["en"], tiny).page("not_done", "", "not-done/"), "said")
    assert "#said" not in renderer(WORDS["en"], PLAN, FROZEN).page("not_done", "", "not-done/")


def test_the_overview_filters_the_same_objectives():
    page = renderer(WORDS["en"], PLAN, FROZEN).page("objectives", "", "objectives/")
    rows = re.findall(r'<tr data-area="[\d.]+"[^>]*data-state="([^"]*)">\n<th scope="row"><a href="[\d.]+/', page)
    assert len(rows) == len(PLAN.objectives)
    found = dict(zip(PLAN.objectives, rows, strict=True))
    assert {id for id, states in found.items() if "none-done" in states.split()} == {
        one.id for one in PLAN.objectives.values() if not DONE & {action.state for action in one.acts}
    }
