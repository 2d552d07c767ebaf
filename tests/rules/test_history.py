"""What was published stands: the pictures in tests/tiny/history/ show what somebody writes over a published plan, and all that they are told."""

import inspect
import json
import shutil
from pathlib import Path

import pytest
from support import positions
from support.edits import MOVE, change, hold_assessments, written_action
from support.git import git
from support.paths import TINY
from support.pictures import HISTORY as DRAWN
from support.pictures import Picture, all_pictures

from macros import __main__, rules
from macros.problems import ERROR, NOTICE, DataErrors
from macros.project import Project
from macros.reading.load import load
from macros.reading.published import Published, read_published
from macros.reading.revision import Revision
from macros.reading.site_texts import SiteTexts, Texts
from macros.rules import (
    HISTORY,
    both_languages,
    found_since,
    history,
    identifiers,
    lost,
    new_days,
    pages_turned,
    requoted,
    reread,
    reworded,
    translations,
    turned,
    web_addresses,
)

PICTURES = all_pictures(DRAWN)


def said(before: Path, after: Path) -> list[str]:
    """All that somebody is told who puts one folder in the place of another."""
    try:
        return [positions.marked(after, str(problem)) for problem in Project(after).check(Revision("base", before))]
    except DataErrors as errors:
        return [positions.marked(after, str(problem)) for problem in errors.problems]


@pytest.fixture
def published(tmp_path) -> Path:
    """A copy of the tiny project that stands for what was published."""
    shutil.copytree(TINY / "data", tmp_path / "published" / "data")
    return tmp_path / "published"


@pytest.mark.parametrize("picture", [pytest.param(one, id=name.replace(" ", "_")) for name, one in PICTURES.items()])
def test_over_a_published_plan(picture: Picture, project, says):
    says("\n".join(said(TINY, picture.spoil(project))), picture)


def test_the_same_plan_is_no_news(project):
    assert said(TINY, project) == []


@pytest.mark.parametrize(
    "module",
    [
        history,
        identifiers,
        translations,
        both_languages,
        turned,
        reread,
        requoted,
        lost,
        pages_turned,
        reworded,
        new_days,
        found_since,
        web_addresses,
    ],
    ids=lambda module: module.__name__,
)
def test_every_rule_of_a_module_is_in_the_list_of_the_check(module):
    own = [f for name, f in inspect.getmembers(module, inspect.isfunction) if name[0] != "_" and f.__module__ == module.__name__]
    assert {rule.__name__ for rule in own} == {rule.__name__ for rule in module.RULES}
    assert set(module.RULES) <= set(HISTORY)
    assert all(rule.__doc__.strip().endswith(".") for rule in own)


# Identifiers that moved.


@pytest.fixture
def renamed(project) -> Path:
    """The tiny project after an actor got another id, with a record of the move."""
    for name in ("actions.yaml", "actors.yaml"):
        change(project, f"data/{name}", ("millers\n", "all-millers\n"))
    return change(project, "data/moved.yaml", ("moved: []", MOVE % ("actor:millers", "actor:all-millers")))


def test_a_renamed_actor_with_a_record_of_its_move_is_no_problem(renamed):
    assert said(TINY, renamed) == []


def test_who_writes_the_old_id_of_a_moved_record_is_told_the_new_one(renamed, problems):
    change(renamed, "data/actions.yaml", ("actor: all-millers", "actor: millers"))
    assert problems(renamed)[0] == "data/actions.yaml:{2.1.1-1+6}: 2.1.1-1: 'millers' has moved\n  hint: write 'all-millers'"


def test_a_record_of_a_move_stays(renamed, project, published):
    shutil.copytree(renamed / "data", published / "data", dirs_exist_ok=True)
    change(project, "data/moved.yaml", (MOVE % ("actor:millers", "actor:all-millers"), "moved: []"))
    assert said(published, project) == [
        "data/moved.yaml:2: actor:millers: this move is gone; links to the old page would break\n  hint: put it back; to mend it, change its  to"
    ]


def test_what_moved_may_move_on(renamed, published):
    shutil.copytree(renamed / "data", published / "data", dirs_exist_ok=True)
    for name in ("actions.yaml", "actors.yaml"):
        change(renamed, f"data/{name}", ("all-millers", "every-miller"))
    on = "\n- {id: actor:all-millers, to: actor:every-miller, on: 2026-11-23, reason: {en: A slip., fr: Une coquille.}}\n"
    change(renamed, "data/moved.yaml", ("}}\n", "}}" + on))
    assert said(published, renamed) == []
    assert load(renamed).moved_target("actors", "millers") == "actor:every-miller"


def test_a_text_of_a_renamed_record_is_still_compared(renamed):
    change(renamed, "data/actors.yaml", ("Those who mill.", "Those who mill and bake."))
    assert [message.split("\n")[0] for message in said(TINY, renamed)] == [
        "data/actors.yaml:{all-millers+3}: all-millers: the English text of 'what' changed, the French one did not"
    ]


def test_an_action_that_was_wrong_may_move_to_its_objective_and_stays_in_the_published_assessment(project):
    text = (project / "data/actions.yaml").read_text("utf-8")
    wrong = text[text.index("    - id: 2.1.1-2\n") : text.index("    - id: 2.1.1-3\n")]
    change(project, "data/actions.yaml", (wrong, ""))
    change(project, "data/moved.yaml", ("moved: []", MOVE % ("action:2.1.1-2", "objective:2.1.1")))
    assert said(TINY, project) == []
    plan = load(project)
    assert [action.id for action in plan.basis(plan.objectives["2.1.1"].assessments[0])] == ["2.1.1-1"]


@pytest.fixture
def withdrawn(project) -> Path:
    """The tiny project without the only action of an assessed objective; another one cites the source that it cited."""
    action = written_action()
    return change(project, "data/actions.yaml", (action, ""), ("state: under-way\n", "state: under-way\n      cites: [mill-plan]\n"))


def test_who_withdraws_the_only_action_is_told_how(withdrawn):
    hint = "what was wrong leads to its objective:  - {id: action:2.2.1-1, to: objective:2.2.1, on: …, reason: {en: …, fr: …}}"
    assert any(message.endswith(hint) for message in said(TINY, withdrawn))


def test_an_objective_whose_only_action_was_wrong_has_a_computed_status_and_keeps_its_assessments(withdrawn):
    change(withdrawn, "data/moved.yaml", ("moved: []", MOVE % ("action:2.2.1-1", "objective:2.2.1")))
    assert said(TINY, withdrawn) == []
    objective = load(withdrawn).objectives["2.2.1"]
    assert (objective.status, objective.current, len(objective.assessments)) == ("no-information", None, 2)


def test_what_is_reported_after_a_withdrawal_asks_for_a_new_assessment(withdrawn):
    change(withdrawn, "data/moved.yaml", ("moved: []", MOVE % ("action:2.2.1-1", "objective:2.2.1")))
    action = written_action().replace("2.2.1-1", "2.2.1-2")
    change(withdrawn, "data/actions.yaml", ("  - id: 2.2.2\n", action + "  - id: 2.2.2\n"))
    assert [message.partition(": 2.2.1@2007-10-17: ")[2] for message in said(TINY, withdrawn)] == [
        "the assessment of 2007-10-17 rests on nothing that still stands here\n  hint: add a new one that rests on actions that stand here"
    ]


def test_a_published_assessment_may_follow_an_action_that_was_renamed(project):
    change(project, "data/actions.yaml", ("2.1.1-2", "2.1.1-5"))
    change(project, "data/moved.yaml", ("moved: []", MOVE % ("action:2.1.1-2", "action:2.1.1-5")))
    assert said(TINY, project) == []


def test_the_assessments_of_a_renamed_objective_are_still_published(project):
    for name in ("actions", "developments/mill-directive", "assessments/2.2.3/2009-11-20"):
        change(project, f"data/{name}.yaml", ("2.2.3", "2.2.9"))
    moves = [(f"action:2.2.3-{n}", f"action:2.2.9-{n}") for n in (1, 2)]
    lines = "".join((MOVE % move).removeprefix("moved:") for move in [("objective:2.2.3", "objective:2.2.9"), *moves])
    change(project, "data/moved.yaml", ("moved: []", f"moved:{lines}"))
    locators = [
        message for message in said(TINY, project) if "com-2008-657" not in message
    ]  # the report has no 2.2.9: its words are not our matter here
    assert locators == []
    change(project, "data/assessments/2.2.3/2008-10-17.yaml", ("Nothing had begun.", "Something had begun."))
    assert any("'reason' (en) of a published assessment changed" in message for message in said(TINY, project))


def test_an_objective_with_published_assessments_cannot_move_to_something_else(project):
    plan = load(change(project, "data/moved.yaml", ("moved: []", MOVE % ("objective:2.2.3", "area:2.2"))))
    del plan.objectives["2.2.3"]
    found = [str(problem) for problem in history.every_published_judgement_stands(read_published(Revision("base", TINY)), plan)]
    assert found == [
        f"data/moved.yaml:3: objective:2.2.3: leaves the published assessment 2.2.3@{day} behind\n"
        "  hint: name an identifier like 2.1.1 in  to, and leave its assessments where they are"
        for day in ("2008-10-17", "2009-11-20")
    ]


# What was corrected since does not make a published assessment wrong.


def test_a_corrected_state_asks_for_a_new_assessment_and_no_more(project):
    for file in ("actions", "verbs"):
        change(project, f"data/{file}.yaml", ("state: continuing", "state: announced"))
    assert [m.split("\n")[0] for m in said(TINY, project) if ": notice: " not in m] == [
        "data/assessments/2.2.1/2007-10-17.yaml:2: 2.2.1@2007-10-17: 'delivered' rests on no action that is done or continuing",
        "data/assessments/2.2.1/2007-10-17.yaml:2: 2.2.1@2007-10-17: 'delivered', but 2.2.1-1 is announced",
    ]
    new = """\
assessed_on: 2026-11-29
rubric: "1"
status: not-started
confidence: high
step_back: correction
reason: {en: It was only announced., fr: Ce n’était qu’annoncé.}
rests_on: [2.2.1-1]
"""
    (project / "data/assessments/2.2.1/2007-10-17.2.yaml").write_text(new, "utf-8")
    assert [m for m in said(TINY, project) if ": notice: " not in m] == []


# A language that is behind.

WHAT = "what: {en: An agency that trains millers., fr: Une agence qui forme les meuniers."
NEW_EN, NEW_FR = ("An agency that trains", "An agency that teaches and examines"), ("Une agence qui forme", "Une agence qui instruit et examine")


def marked(root: Path, mark: str, *changes: tuple[str, str]) -> Path:
    """A project whose text on the School has a mark, and changes."""
    return change(root, "data/actors.yaml", (WHAT + "}", f"{WHAT}{mark}}}"), *changes)


def first_lines(messages: list[str]) -> list[str]:
    return [message.split("\n")[0].partition("mill-school: ")[2] for message in messages]


@pytest.mark.parametrize(
    ("was", "now", "changes", "told"),
    [
        (", older: fr", "", [NEW_FR], ""),
        (", older: fr", "", [NEW_EN, NEW_FR], ""),
        (", older: fr", ", older: fr", [NEW_EN], ""),
        (", older: fr", ", compared: 2026-11-22", [], ""),
        (", older: fr", ", older: en", [NEW_FR], ""),
        (", compared: 2026-11-01", ", compared: 2026-11-22", [NEW_EN], ""),
        ("", ", older: fr", [], ""),
        (", older: fr", ", older: fr", [NEW_FR], "'what' says  older: fr, but its French text has changed"),
        (", older: fr", ", older: fr", [NEW_EN, NEW_FR], "'what' says  older: fr, but its French text has changed"),
        (", older: fr", "", [], "'what' no longer says  older: fr, but its French text is as it was"),
        (", older: fr", "", [NEW_EN], "'what' no longer says  older: fr, but its French text is as it was"),
        (", older: fr", ", older: en", [], "'what' no longer says  older: fr, but its French text is as it was"),
        (", compared: 2026-11-22", ", compared: 2026-11-22", [NEW_EN], "the English text of 'what' changed, the French one did not"),
    ],
)
def test_a_language_that_is_behind_is_said_until_it_is_mended(was, now, changes, told, project, published):
    assert first_lines(said(marked(published, was), marked(project, now, *changes))) == ([told] if told else [])


def test_nobody_compares_before_the_first_who_did(project, published):
    said_now = said(marked(published, ", compared: 2026-11-22"), marked(project, ", compared: 2026-11-01", NEW_EN, NEW_FR))
    assert first_lines(said_now) == ["the languages were compared on 2026-11-01, before anybody compared any (2026-11-22)"]


def test_a_day_lies_ahead_of_the_newest_commit_where_one_is_known(project):
    plan, before = load(PICTURES["a page seen on a day that lies ahead"].spoil(project)), read_published(Revision("base", TINY))
    ahead = {committed: len(list(new_days.no_new_day_lies_ahead(before, plan, committed))) for committed in ("", "2026-11-30", "2027-02-20")}
    assert ahead == {"": 1, "2026-11-30": 1, "2027-02-20": 0}


# Words of pages, and pages written by hand: a notice.


def test_a_wording_changed_in_one_language_is_shown_to_reviewers(project):
    change(project, "data/wording/fr.yaml", ("Accueil", "Toutes les pages"))
    (message,) = said(TINY, project)
    assert message.startswith("data/wording/fr.yaml:") and ": notice: " in message and "changed in French alone" in message


def write_pages(root: Path, en: str, fr: str) -> Path:
    for language, text in (("en", en), ("fr", fr)):
        page = root / "docs" / language / "method" / "index.md"
        page.parent.mkdir(parents=True)
        page.write_text(text, "utf-8")
    return root


@pytest.mark.parametrize(
    ("en", "fr", "told"),
    [
        ("# Method\n\nWe read twice.\n", "# Méthode\n\nNous lisons.\n", "docs/en/method/index.md:3: notice: changed in English alone"),
        ("# Method\n\nWe read.\n", "# Méthode\n\nNous lisons deux fois.\n", "docs/fr/method/index.md:3: notice: changed in French alone"),
        ("# Method\n\nWe read twice.\n", "# Méthode\n\nNous lisons deux fois.\n", ""),
        ("# Method\n\nWe reed.\n", "# Méthode\n\nNous lisons.\n", ""),
        ("# Method\n\nWe read twice.\n", "---\nolder: true\n---\n# Méthode\n\nNous lisons.\n", ""),
        ("---\nolder: true\n---\n# Method\n\nWe read twice.\n", "# Méthode\n\nNous lisons.\n", "docs/en/method/index.md:1: notice: changed, and"),
    ],
)  # fmt: skip
def test_a_page_changed_in_one_language_is_shown_to_reviewers(en, fr, told, project, published):
    write_pages(published, "# Method\n\nWe read.\n", "# Méthode\n\nNous lisons.\n")
    messages = said(published, write_pages(project, en, fr))
    assert [message.startswith(told) for message in messages] == ([True] if told else [])


# Bases of every age.


def test_a_base_with_another_shape_is_compared_by_what_both_have(project, published):
    (published / "data/moved.yaml").unlink()
    (published / "data/means.yaml").unlink()
    change(
        published, "data/actors.yaml", ("kind: agency", "sort: agency\n  colour: {red: [1, 2]}"), ("what: {en: Those who mill.", "what: {de: Müller.")
    )
    change(published, "data/assessments/2.2.1/2006-10-17.yaml", ('rubric: "1"\n', ""))
    (published / "schema").mkdir()
    (published / "schema/actions.json").write_text(json.dumps({"version": 0}))
    assert said(published, project) == []


def test_assessments_that_stood_inside_their_objectives_are_still_published(project, published):
    hold_assessments(published)
    assert said(published, project) == []
    change(project, "data/assessments/2.2.1/2007-10-17.yaml", ("status: delivered", "status: under-way"))
    (project / "data/assessments/2.2.3/2008-10-17.yaml").unlink()
    assert {message.split("\n")[0] for message in said(published, project)} == {
        "data/assessments/2.2.1/2007-10-17.yaml:2: 2.2.1@2007-10-17: 'status' of a published assessment changed from 'delivered' to 'under-way'",
        "data/assessments/2.2.3/2008-10-17.yaml:1: 2.2.3@2008-10-17: this published assessment is gone",
    }


def test_the_older_language_of_a_published_assessment_may_be_mended(project, published):
    file, old = "data/assessments/2.2.3/2008-10-17.yaml", "{en: Nothing had begun., fr: Rien n’avait commencé."
    change(published, file, (old, f"{old.replace('Rien n’avait', 'Rien de nouveau n’avait')[:-1]}, older: fr"))
    assert said(published, project) == []
    change(project, file, ("Nothing had begun.", "Something had begun."))
    assert [message.split("\n")[0].partition("'reason'")[2][:5] for message in said(published, project)] == [" (en)"]


@pytest.mark.parametrize("folder", ["nothing", "nothing/data"])
def test_a_base_without_data_is_said_to_compare_nothing(folder, project, tmp_path):
    (tmp_path / folder).mkdir(parents=True)
    (notice,) = Project(project).check(Revision("base", tmp_path / "nothing"))
    assert (notice.level, notice.message) == (NOTICE, "no data lie in data/ at this commit: nothing was compared")


def test_no_rule_of_history_speaks_of_a_plan_without_a_base(project):
    assert Project(project).check() == []


def test_errors_stop_the_check_and_notices_do_not(project, published):
    write_pages(published, "# A\n", "# A\n")
    write_pages(project, "# Quite another\n", "# A\n")
    (notice,) = Project(project).check(Revision("base", published))
    assert notice.level != ERROR
    PICTURES["a reason rewritten"].spoil(project)
    with pytest.raises(DataErrors) as errors:
        Project(project).check(Revision("base", published))
    assert [problem.level for problem in errors.value.problems] == [ERROR, notice.level]


def test_what_comes_where_nothing_was_found_is_shown(project):
    day = project / "data/developments/mill-day-2012.yaml"
    (project / "data/developments/mill-day-2013.yaml").write_text(
        day.read_text("utf-8").replace("bears_on:\n- {to: ", "bears_on:\n- {to: 2.1.1, relation: continues}\n- {to: "), "utf-8"
    )
    assert any("2.1.1 says that something was not found since 2008" in one for one in said(TINY, project))


def test_every_rule_of_history_is_named_once():
    assert len({rule.__name__ for rule in (*HISTORY, *rules.RULES)}) == len(HISTORY) + len(rules.RULES)


def test_the_command_compares_with_a_commit(project, monkeypatch, capsys):
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "-m", "Begin")):
        git(project, *words)
    monkeypatch.setattr(__main__, "ROOT", project)
    PICTURES["a typing error in what is missing"].spoil(project)
    assert __main__.main(["check", "--base", "HEAD"]) == 0
    assert capsys.readouterr().out.endswith(" records, no problem, 1 notice.\n")
    PICTURES["a reason rewritten"].spoil(project)
    assert __main__.main(["check", "--base", "HEAD"]) == 1
    assert capsys.readouterr().err.endswith("\n1 problem and 1 notice in data/. Nothing was built.\n")


# What the tiny project has not, and a published one had.


def test_a_note_that_is_gone_is_shown(project, published):
    change(published, "data/findings.yaml", ("  weakness: yes\n", "  weakness: yes\n  note: {en: An aim., fr: Un but.}\n"))
    assert said(published, project) == [
        "data/findings.yaml:{f2}: notice: f2: 'note' is gone; it said: An aim.\n"
        "  hint: put it back, unless nothing needs it any more: this is shown to reviewers"
    ]


def test_labels_exchanged_between_figures_are_shown(project, published):
    figure = "- label: {en: %s, fr: %s}\n  value: 40\n  unit: mill\n  printed: %s\n"
    one, other = ("Mills", "Moulins"), ("Barns", "Granges")
    for folder, labels in ((published, (one, other)), (project, (other, one))):
        figures = "".join(figure % (*label, printed) for label, printed in zip(labels, ("forty", "forty mills"), strict=True))
        change(folder, "data/developments/mill-day-2012.yaml", ("follows:", f"{figures}follows:"))
    assert [message.split("\n")[0] for message in said(published, project)] == [
        "data/developments/mill-day-2012.yaml:1: notice: mill-day-2012: is read otherwise, over the same words: "
        "label Mills → Barns; label Barns → Mills"
    ]


# Words of pages that say the contrary of what they said.

NOT_A_GRADE, A_GRADE = "It is not a grade by the Commission, but our own.", "It is a grade by the Commission, but our own."


def test_a_line_of_a_page_that_lost_its_negation_is_shown():
    page, text = "docs/en/about/index.md", "# About\n\n{}\n"
    before = Published({}, None, SiteTexts({}, {page: text.format(NOT_A_GRADE)}, [], None, ()))
    (problem,) = pages_turned.no_page_turns_unseen(before, {page: text.format(A_GRADE), "docs/fr/about/index.md": "# À propos\n"})
    assert (problem.line, problem.level) == (3, NOTICE)
    assert problem.message == f"a word on which the meaning hangs appeared or went (not); it said: {NOT_A_GRADE}"


def test_a_text_of_pages_that_lost_its_negation_is_shown():
    old, new, other = (Texts("en", {("home", "grade"): text}, {("home", "grade"): 7}) for text in (NOT_A_GRADE, A_GRADE, "Ours."))
    before = Published({}, None, SiteTexts({"en": old}, {}, [], None, ()))
    (problem,) = pages_turned.no_wording_turns_unseen(before, {"en": new, "fr": new})
    assert (problem.file, problem.line, problem.record) == ("data/wording/en.yaml", 7, "home.grade")
    assert list(pages_turned.no_wording_turns_unseen(before, {"en": other})) == []


# One message where many would follow from one thing.


def test_two_records_that_exchange_their_identifiers_get_one_notice(project):
    text = (project / "data/findings.yaml").read_text("utf-8")
    (project / "data/findings.yaml").write_text(text.replace("id: f1", "id: f0").replace("id: f3", "id: f1").replace("id: f0", "id: f3"), "utf-8")
    assert len([message for message in said(TINY, project) if "now says what" in message]) == 1


def test_places_of_a_text_that_are_exchanged_are_shown():
    was, now = (Texts("en", {("sum",): text}, {("sum",): 1}) for text in ("{n} of {total} are done.", "{total} of {n} are done."))
    before = Published({}, None, SiteTexts({"en": was}, {}, [], None, ()))
    (problem,) = translations.no_places_are_exchanged_unseen(before, {"en": now})
    assert (problem.level, problem.message) == (NOTICE, "has its places in another order between the same words: {total}, {n}")
    assert list(translations.no_places_are_exchanged_unseen(before, {"en": was})) == []
