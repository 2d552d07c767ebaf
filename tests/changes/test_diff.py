"""What a reviewer is told about a change: `python -m macros diff`."""

import io
import re
import shutil
import subprocess
import sys

import pytest
from support.bless import Account
from support.edits import hold_assessments, written_action
from support.paths import TINY
from support.repository import commit

from macros import changes as package
from macros.__main__ import main
from macros.changes import diff
from macros.messages import speaking, tell, texts_of
from macros.model.addresses import pages as every_page
from macros.reading.load import load

EXPECTED = TINY / "diff.md"
FIRST, LAST, NEXT = (f"assessments/2.2.1/{day}.yaml" for day in ("2006-10-17", "2007-10-17", "2008-10-17"))
ASSESSED = """assessed_on: 2026-11-29
rubric: "1"
status: under-way
confidence: low
step_back: new-fact
reason: {en: They no longer meet., fr: Ils ne se réunissent plus.}
rests_on: [2.2.1-1]
"""


@pytest.fixture
def said(repository, edit):
    """What is said after edits (file, old words, new words) of the tiny project."""

    def after(*edits: tuple[str, str, str]) -> str:
        for one in edits:
            edit(*one)
        return diff(repository, "base")

    return after


def section(text: str, title: str) -> list[str]:
    """The lines of a section of the account; none where it is missing."""
    found = re.search(rf"^## {re.escape(title)}\n\n(.*?)(?=\n\n## |\Z)", text, re.DOTALL | re.MULTILINE)
    return found[1].split("\n") if found else []


# Nothing changed, or no such commit.


def test_nothing_is_said_when_nothing_changed(repository):
    assert diff(repository, "base") == ""
    assert diff(repository, "base", "HEAD") == ""


def test_the_command_prints_nothing_when_nothing_changed(repository, capsys, monkeypatch):
    monkeypatch.setattr("macros.__main__.ROOT", repository)
    assert main(["diff", "base"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "latin-1", "ascii"])
def test_a_sign_that_a_console_lacks_is_replaced(encoding, repository, edit, monkeypatch):
    edit("actors.yaml", "An agency that trains millers.", "An agency in Łódź.")
    console = io.TextIOWrapper(io.BytesIO(), encoding)
    monkeypatch.setattr("sys.stdout", console)
    monkeypatch.setattr("macros.__main__.ROOT", repository)
    assert main(["diff", "base"]) == 0
    console.flush()
    assert re.search("An agency that trains millers. [?] An agency in [?].d[?]", console.buffer.getvalue().decode(encoding))


def test_the_command_prints_the_account(repository, edit, capsys, monkeypatch):
    monkeypatch.setattr("macros.__main__.ROOT", repository)
    edit("actors.yaml", "An agency that trains millers.", "An agency.")
    assert main(["diff", "base"]) == 0
    assert "An agency that trains millers. → An agency." in capsys.readouterr().out


def test_an_unknown_commit_gets_a_message_and_no_traceback(repository, capsys, monkeypatch):
    monkeypatch.setattr("macros.__main__.ROOT", repository)
    for words in (["nowhere"], ["base", "nowhere"]):
        assert main(["diff", *words]) == 1
        said = capsys.readouterr()
        assert said.out == "" and "git knows no commit 'nowhere' here\n  hint: write a branch, a tag or a hash" in said.err


def test_any_two_commits_can_be_compared(repository, edit):
    edit("actors.yaml", "An agency that trains millers.", "An agency.")
    commit(repository, "later")
    assert "description, English: An agency. → An agency that trains millers." in diff(repository, "later", "base")


# Statuses.


def test_a_status_that_moved_comes_with_its_reason_and_the_rubric(said):
    text = said((NEXT, "", ASSESSED))
    assert "**1 status moved or was assessed again.**" in text
    assert section(text, "Statuses that moved, or were assessed again") == [
        "- 2.2.1 Bring the inspectors of mills together: delivered → **under way**",
        "  - As of 17 October 2008, 17 October 2007 before",
        "  - confidence: low",
        "  - assessed on: 29 November 2026",
        "  - reason, English: They no longer meet.",
        "  - reason, French: Ils ne se réunissent plus.",
        "  - ✓ Rubric 1, met: an action of the objective has begun, or the assessment says what began",
        "  - rests on 2.2.1-1 (continuing): The Commission brings the inspectors together each year.",
        "  - Step back: new fact",
    ]
    assert section(text, "Objectives") == section(text, "⚠ Look at this first") == []


def problems_told(text: str) -> int:
    """How many problems stand in the account, each with its file and line; it says the same number above."""
    told = [line for line in section(text, "What to mend") if line.startswith("- ")]
    assert all(re.match(r"- data/\S+, line \d+: ", line) for line in told)
    assert f"⚠ **This change has {len(told)} problems, named below.**" in text
    assert "python -m" not in text
    return len(told)


def test_a_condition_of_the_rubric_that_is_not_met_is_named(said):
    text = said((NEXT, "", ASSESSED.replace("under-way", "partly-delivered").replace("step_back: new-fact\n", "")))
    lines = section(text, "Statuses that moved, or were assessed again")
    assert "  - ✗ Rubric 1, not met: it rests on an action that is done" in lines
    assert "  - ✗ Rubric 1, not met: it says what is missing" in lines
    assert lines[-1].startswith("  - ⚠ Step back without a category")
    assert problems_told(text) == 3


def test_a_language_that_a_text_lacks_is_nothing_to_mend(said):
    text = said((NEXT, "", ASSESSED.replace("en: They no longer meet., ", "")))
    assert texts_of("en")["diff.untranslated"].format("English") in text
    assert section(text, "What to mend") == [] and "problem" not in text


def test_a_status_assessed_again_is_shown_though_it_stays(said):
    same = ASSESSED.replace("under-way", "delivered").replace("step_back: new-fact\n", "")
    assert "2.2.1 Bring the inspectors of mills together: assessed again, still **delivered**" in said((NEXT, "", same))


def test_an_assessment_of_an_earlier_day_says_its_own_word(said):
    lines = section(said(("assessments/2.2.1/2007-01-02.yaml", "", ASSESSED)), "Statuses that moved, or were assessed again")
    assert lines[0].endswith("an earlier day is assessed; the newest status stays **delivered**")
    assert lines[1] == "  - **Assessment of 2 January 2007: under way**"


def test_a_status_is_computed_again_where_the_only_action_was_withdrawn(said):
    move = "moved:\n- {id: action:2.2.1-1, to: objective:2.2.1, on: 2026-11-22, reason: {en: A slip., fr: Une coquille.}}"
    text = said(("actions.yaml", written_action(), ""), ("moved.yaml", "moved: []", move))
    assert section(text, "Statuses that moved, or were assessed again") == [
        "- 2.2.1 Bring the inspectors of mills together: delivered → **no information**",
        "  - Computed: no action is left here that an assessment could rest on.",
    ]
    assert "⚠ Published assessment" not in text and section(text, "Objectives") == []


def test_a_status_that_is_computed_moves_too(said):
    place = "      - source: com-2008-657\n        locator: 2.1.2 ¶1\n        quotation: Voir la section 1.1\n"
    pointer = f'    see:\n    - to: "1.1"\n      evidence:\n{place}'
    lines = section(said(("actions.yaml", pointer, "")), "Statuses that moved, or were assessed again")
    assert lines == ["- 2.1.2 Count the mills: reported elsewhere → **no information**", "  - Computed from the text: no assessment stands here."]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("They meet each year., fr", "They met once., fr", ["  - reason, English: They meet each year. → They met once."]),
        ("confidence: high", "confidence: low", ["  - confidence: high → low"]),
    ],
)
def test_a_published_assessment_that_was_edited_stands_first(old, new, lines, said):
    text = said((LAST, old, new))
    assert section(text, "⚠ Look at this first") == [
        "- ⚠ Published assessment edited: 2.2.1 Bring the inspectors of mills together, assessment of 17 October 2007",
        *lines,
    ]
    assert text.index("## ⚠ Look at this first") == text.index("## ")


def test_a_published_assessment_that_was_removed_stands_first(repository, said):
    (repository / "data" / LAST).unlink()
    text = said()
    assert section(text, "⚠ Look at this first") == [
        "- ⚠ Published assessment removed: 2.2.1 Bring the inspectors of mills together, assessment of 17 October 2007 (delivered)"
    ]
    assert section(text, "Statuses that moved, or were assessed again") == [
        "- 2.2.1 Bring the inspectors of mills together: delivered → **under way**",
        "  - No assessment was added: the status moved because published ones were edited or removed.",
        "  - ⚠ Step back without a category: the assessment must say  step_back: new-fact, correction or rubric-change",
    ]


def test_a_typing_error_corrected_in_an_assessment_is_shown_as_such(said):
    text = said(("assessments/2.1.1/2008-10-17.yaml", "The manual and the courses are there.", "The manuall and the courses are there."))
    assert section(text, "Typing errors corrected in published judgements") == [
        "- 2.1.1 Train millers and their apprentices, assessment of 17 October 2008",
        "  - reason, English: The manual and the courses are there. → The manuall and the courses are there.",
    ]
    assert not section(text, "⚠ Look at this first")


@pytest.mark.parametrize(
    ("to", "rests_on", "told"),
    [
        ("action:2.2.1-2", "2.2.1-2", "(moved to action:2.2.1-2)"),
        ("[action:2.2.1-2, action:2.1.1-1]", "2.2.1-2, 2.1.1-1", "(moved to action:2.2.1-2 and action:2.1.1-1)"),
    ],
    ids=["moved", "split"],
)
def test_an_assessment_that_rests_on_all_that_an_action_became_is_as_it_was(to, rests_on, told, said):
    text = said(
        ("actions.yaml", "    - id: 2.2.1-1", "    - id: 2.2.1-2"),
        (FIRST, "rests_on: [2.2.1-1]", f"rests_on: [{rests_on}]"),
        ("moved.yaml", "moved: []", f"moved:\n- {{id: action:2.2.1-1, to: {to}, on: 2012-01-31, reason: {{en: Split., fr: Divisé.}}}}"),
    )  # fmt: skip
    assert not section(text, "⚠ Look at this first")
    assert any(told in line for line in section(text, "Identifiers"))


@pytest.mark.parametrize("file", ["means.yaml", FIRST, LAST])
def test_a_file_that_cannot_be_read_removes_no_assessment(file, repository, said):
    (repository / "data" / file).write_text("a: b: c\n", "utf-8")
    text = said(("actions.yaml", "state: continuing", "state: announced"), (NEXT, "", ASSESSED))
    assert "Published assessment removed" not in text
    assert [line for line in section(text, "⚠ Look at this first") if "cannot be read" in line]
    assert ("delivered → **under way**" in text) == (file == "means.yaml")


def test_assessments_that_got_files_of_their_own_are_no_news(repository):
    hold_assessments(repository)
    commit(repository, "base")
    shutil.copytree(TINY / "data", repository / "data", dirs_exist_ok=True)
    text = diff(repository, "base")
    assert re.findall("^## (.*)", text, re.MULTILINE) == ["Other files that changed"]
    commit(repository, "split")
    (repository / "data" / NEXT).write_text(ASSESSED, "utf-8")
    assert "delivered → **under way**" in diff(repository, "base")


# Records, field by field.


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        ("actions.yaml", "state: under-way", "state: done", "state: under way → done"),
        ("actions.yaml", "- {actor: mill-school, role: responsible}", "- {actor: mill-school, role: contributor}",
         "who School of Mills (mill-school): responsible → contributor"),
        ("actions.yaml", "as: {en: for whom it was written, fr:", "as: {en: who read it, fr:",
         "who Millers (millers), part in words, English: for whom it was written → who read it"),
        ("actions.yaml", "value: 10\n        unit: person\n        printed: dix", "value: 12\n        unit: person\n        printed: douze",
         "figure: 10 (printed “dix”) → 12 people (printed “douze”)"),
        ("actions.yaml", "value: 2007-05", "value: 2007-06", "date: May 2007 → June 2007 (printed “mai 2007”)"),
        ("actions.yaml", "      means: [regmo]\n", "", "means removed: Register of mills (regmo)"),
        ("actions.yaml", "quotation: Elle réservera 3 102 484,78 euros à un registre des moulins (REGMO)",
         "quotation: un registre des moulins (REGMO)",
         "evidence at 2.1.1 ¶2 of com-2008-657, quotation: "
         "“Elle réservera 3 102 484,78 euros à un registre des moulins (REGMO)” → “un registre des moulins (REGMO)”"),
        ("actions.yaml", "locator: 2.1.1 ¶2\n        quotation: La Commission finance", "locator: 2.1.1 ¶1\n        quotation: La Commission finance",
         "evidence, place: 2.1.1 ¶2 → 2.1.1 ¶1"),
        ("findings.yaml", "weakness: yes\n", "weakness: no\n", "weakness: yes → no"),
        ("follow-ups.yaml", "Whoever is counted asks.", "Who is counted asks.",
         "answers Many millers do not know that they must ask each year. (f3), reason, English: Whoever is counted asks. → Who is counted asks."),
        ("indicators.yaml", "printed: BE (41)\n    value: 41", "printed: BE (14)\n    value: 14",
         "country Belgium (be): 41 (printed “BE (41)”) → 14 mills (printed “BE (14)”)"),
        ("indicators.yaml", "value: 30, value_printed: 30 jours, unit: day", "value: 1, value_printed: 30 jours, unit: month",
         "country Germany (de): 30 days → 1 month (printed “DE” and “30 jours”)"),
        ("indicators.yaml", "  - {country: be, printed: la Belgique}\n", "", "country removed: Belgium (be) (printed “la Belgique”)"),
        ("indicators.yaml", "max: 6, unit: day, max_unit: month", "max: 7, unit: day, max_unit: month",
         "total: 30 days to 6 months → 30 days to 7 months"),
        ("indicators.yaml", "    value: 1060\n", "    value: 1006\n", "total “All mills restored”: 1060 → 1006 mills (printed “1 060”)"),
        ("indicators.yaml", "A licence of six months that cannot", "A licence that cannot", "note, English: A licence of six months that cannot"),
        ("actors.yaml", "part_of: mill-school", "part_of: commission", "part of: School of Mills (mill-school) → Commission (commission)"),
        ("sources.yaml", "celex: 52008DC0657", "celex: 52008DC0658", "CELEX number: 52008DC0657 → 52008DC0658"),
        ("glossary.yaml", "What the wind turns.", "What turns.", "meaning, English: What the wind turns. → What turns."),
        ("countries.yaml", "printed: AT, iso: AT", "printed: AU, iso: AT", "printed: AT → AU"),
        ("vocabulary.yaml", "{en: stalled, fr", "{en: stopped, fr", "label, English: stalled → stopped"),
    ],
)  # fmt: skip
def test_what_changed_is_said_in_words(file, old, new, line, said):
    text = said((file, old, new))
    assert [found for found in text.split("\n") if found.startswith(f"  - {line}")], text


def test_totals_of_one_label_are_told_by_their_periods(repository, edit):
    def totals(*values: tuple[int, int]) -> str:
        total = "  - {{label: {{en: Mills, fr: Moulins}}, value: {}, unit: mill, period: {{value: {}, printed: x}}, printed: x}}\n"
        lines = (total.format(value, year) for year, value in values)
        return f"  totals:\n{''.join(lines)}"

    there = "  totals:\n  - {min: 30, max: 6, unit: day, max_unit: month, printed: 30 jours, max_printed: six mois}\n"
    edit("indicators.yaml", there, totals((2003, 1), (2005, 2), (2006, 3)))
    commit(repository, "base")
    edit("indicators.yaml", totals((2003, 1), (2005, 2), (2006, 3)), totals((2005, 20), (2006, 30)))
    text = diff(repository, "base")
    assert "  - total “Mills” for 2005: 2 → 20 mills (printed “x”)\n  - total “Mills” for 2006: 3 → 30 mills (printed “x”)\n" in text
    assert "  - total removed: 1 mill (printed “x”); " in text


def test_a_new_action_is_told_with_everything_in_it(said):
    action = """    - id: 2.2.1-2
      text: {en: The board took part., fr: Le bureau y a participé.}
      state: done
      actors:
      - {actor: school-board, role: responsible, as: {en: took part, fr: a participé}}
      evidence:
      - source: com-2008-657
        locator: 2.2.1 ¶1
        quotation: Le bureau de l'École n'y a jamais participé
"""
    before = "  - id: 2.2.2\n"
    text = said(("actions.yaml", before, action + before))
    assert section(text, "Actions") == [
        "- **Added: 2.2.1-2** under 2.2.1 Bring the inspectors of mills together (data/actions.yaml, line 110)",
        "  - state: done",
        "  - text, English: The board took part.",
        "  - text, French: Le bureau y a participé.",
        "  - who: Board of the School (school-board): responsible; part in words: English: took part; French: a participé",
        "  - evidence: “Le bureau de l'École n'y a jamais participé” (2.2.1 ¶1 of com-2008-657)",
    ]
    assert section(text, "Identifiers") == ["- new: action:2.2.1-2"]


def test_long_texts_mark_the_words_that_differ(said):
    old = "De nombreux meuniers ignorent qu’ils doivent le demander chaque année."
    text = said(("findings.yaml", old, old.replace("le demander", "demander un permis")))
    assert "… qu’ils doivent <del>le</del> demander <ins>un permis</ins> chaque année." in text.replace("De nombreux meuniers ignorent ", "… ")
    assert text.split("\n")[2].startswith("<del>Struck through</del>")


def test_two_contradictions_of_a_country_are_two_records(said):
    more = """- country: be
  indicators: [mills-restored, licence-renewal]
  note: {en: Another one., fr: Une autre.}
"""
    lines = section(said(("indicators.yaml", "contradictions:\n", f"contradictions:\n{more}")), "Contradictions")
    assert any("Another one." in line for line in lines)
    assert any("contradiction be (2)" in line for line in lines)


def test_a_file_of_which_only_comments_changed_says_so(said):
    text = said(("actors.yaml", "actors:\n", "# Who acts.\nactors:\n"))
    assert section(text, "Other files that changed") == ["- changed: data/actors.yaml (comments or layout only)"]
    assert "No status moved" not in text


def test_records_in_another_order_are_told_as_such(said):
    line = "- {id: be, name: {en: Belgium, fr: Belgique}, printed: BE, iso: BE, member_state: yes}\n"
    text = said(("countries.yaml", line, ""), ("countries.yaml", "countries:\n", f"countries:\n{line}"))
    assert section(text, "Records that stand elsewhere") == ["- country Belgium (be): stands elsewhere in the order of data/countries.yaml"]
    assert section(text, "Other files that changed") == ["- changed: data/countries.yaml (records stand elsewhere, as told above; they say the same)"]


def test_an_action_that_stands_under_another_objective_is_told_as_such(said):
    lines = (TINY / "data/actions.yaml").read_text("utf-8").split("\n")
    first = next(n for n, line in enumerate(lines) if line.strip() == "- id: 2.1.1-1")
    end = next(n for n in range(first + 1, len(lines)) if lines[n].strip() and len(lines[n]) - len(lines[n].lstrip()) <= 4)
    action = "\n".join(lines[first:end]) + "\n"
    there = next(line for line in lines if line.strip().startswith("- id: 2.2.1-1"))
    text = said(("actions.yaml", action, ""), ("actions.yaml", f"{there}\n", f"{action}{there}\n"))
    assert any(
        line.startswith("- action 2.1.1-1") and line.endswith("moved from 2.1.1 to 2.2.1") for line in section(text, "Records that stand elsewhere")
    )


def test_a_record_without_identifier_is_told_by_its_address(repository, edit):
    (repository / "data" / "links.yaml").write_text("links:\n- {url: https://host.example/a, reason: Moved., until: 2027-01-31}\n", "utf-8")
    commit(repository, "base")
    edit("links.yaml", "2027-01-31", "2027-02-28")
    assert "until: 31 January 2027 → 28 February 2027" in diff(repository, "base")


# One language, words of pages, pages written by hand.


def test_a_text_changed_in_one_language_only_is_listed(said):
    texts = [
        ("actors.yaml", "An agency that trains millers.", "An agency for millers and their sons."),
        ("glossary.yaml", "{en: What the wind turns., fr: Ce que le vent fait tourner.}",
         "{en: What turns., fr: Ce que le vent fait tourner., older: fr}"),
        ("findings.yaml", "The number of mills restored rose", "The number off mills restored rose"),
        ("commitments.yaml", "{en: Schools learn too., fr: Les écoles apprennent aussi.}", "{en: Schools learn., fr: Les écoles apprennent.}"),
    ]  # fmt: skip
    assert section(said(*texts), "Texts that changed in one language only") == [
        "- finding f1, text: only the English changed; nothing says whether the French still means the same",
        "- actor mill-school, description: only the English changed; nothing says whether the French still means the same",
        "- term sail, meaning: only the English changed; the French is marked as older",
    ]


def test_words_of_the_pages_are_told_key_by_key(said):
    text = said(("wording/en.yaml", "home: Home", "home: Start"))
    assert section(text, "Words of the pages") == ["- page.home, English: Home → Start"]
    assert section(text, "Texts that changed in one language only") == ["- words of the pages, page.home: only the English changed"]


def test_pages_written_by_hand_are_told_line_by_line(repository):
    for file in ("docs/en/about/index.md", "docs/fr/about/index.md", "docs/en/timeline/index.md", "docs/fr/timeline/index.md", "CITATION.cff"):
        (repository / file).parent.mkdir(parents=True, exist_ok=True)
        (repository / file).write_text("Text.\n\nIt is independent: it is not a site of the European Union nor of Caritas.\n", "utf-8")
    commit(repository, "base")
    (repository / "docs/en/about/index.md").write_text("Text.\n\nIt is an official site of the European Union and of Caritas.\nJoin.\n", "utf-8")
    (repository / "docs/fr/timeline/index.md").unlink()
    (repository / "CITATION.cff").write_text("Text.\n", "utf-8")
    (repository / "new.txt").write_text("New.\n", "utf-8")
    text = diff(repository, "base")
    assert section(text, "Pages written by hand") == [
        "- removed, CITATION.cff, line 3: It is independent: it is not a site of the European Union nor of Caritas.",
        "- docs/en/about/index.md, line 3: It is <del>independent: it is not a</del> <ins>an official</ins> site of the European Union <del>nor</del>"
        " <ins>and</ins> of Caritas.",
        "- added, docs/en/about/index.md, line 4: Join.",
        "- removed: docs/fr/timeline/index.md",
    ]
    assert section(text, "Other files that changed") == ["- added: new.txt"]
    assert section(text, "Texts that changed in one language only") == [
        "- page docs/en/about/index.md: only the English changed",
        "- page docs/fr/timeline/index.md: removed in French alone",
    ]


# Identifiers and pages.


def test_an_identifier_that_is_gone_without_trace_stands_first(said):
    text = said(("glossary.yaml", "- id: sail\n", "- id: wing\n"))
    assert section(text, "⚠ Look at this first") == ["- ⚠ Identifier gone, and data/moved.yaml does not say where to: term sail (sail)"]
    assert section(text, "Identifiers") == ["- new: term:wing", "- gone: term:sail (⚠ not in data/moved.yaml)"]


def test_an_identifier_that_moved_is_told_with_its_new_one(said):
    moved = "moved:\n- {id: term:sail, to: term:wing, on: 2012-01-31, reason: {en: Renamed., fr: Renommé.}}"
    text = said(("glossary.yaml", "- id: sail\n", "- id: wing\n"), ("moved.yaml", "moved: []", moved))
    assert not section(text, "⚠ Look at this first")
    assert "- gone: term:sail (moved to term:wing)" in section(text, "Identifiers")
    assert "  - to: term:wing" in section(text, "Moved")


def test_pages_of_the_record_and_of_its_neighbours_are_named_in_both_languages(said):
    lines = section(said(("actors.yaml", "The organ that governs the School.", "The organ of the School.")), "Pages to look at")
    assert lines[2:] == [
        "- Of the records that changed:",
        "  - /actors/school-board/ · /fr/actors/school-board/",
        "- Of records that these refer to, or that refer to them:",
        "  - /objectives/2.1.1/ · /fr/objectives/2.1.1/",
        "  - /findings/ · /fr/findings/",
        "  - /actors/mill-school/ · /fr/actors/mill-school/",
        "  - /sources/com-2008-657/ · /fr/sources/com-2008-657/",
    ]


def test_every_page_that_is_named_exists(repository, edit):
    for kind in ("actions", "findings", "actors", "indicators", "sources", "follow-ups", "commitments", "means", "glossary", "countries"):
        file = repository / "data" / f"{kind}.yaml"
        file.write_text(re.sub(r"(fr: [^,}\n]+)", r"\1 !", file.read_text("utf-8")), "utf-8")
    named = re.findall(r"^  - /(\S*) · /fr/(\S*)$", diff(repository, "base"), re.MULTILINE)
    assert named and all(english == french for english, french in named)
    assert {english for english, _ in named} <= {page.address for page in every_page(load(repository))}


# Data with faults, data of another version, missing files.


def test_data_that_cannot_be_loaded_is_told_from_its_files(said):
    text = said(("actors.yaml", "kind: agency", "sort: agency"), ("actors.yaml", "part_of: mill-school", "partof: mill-school"))
    assert problems_told(text) == 2
    assert section(text, "Actors") == [
        "- **Changed: actor mill-school** School of Mills (data/actors.yaml, line 10)",
        "  - sort added: agency",
        "  - kind removed: agency",
        "- **Changed: actor school-board** Board of the School (data/actors.yaml, line 19)",
        "  - partof added: mill-school",
        "  - part of removed: School of Mills (mill-school)",
    ]
    assert "- Pages of records around these are not named: the data cannot be read" in section(text, "Pages to look at")


def test_a_file_that_cannot_be_read_hides_no_other_change(said):
    text = said(("actors.yaml", "actors:\n", "actors:\n\t- x\n"), ("glossary.yaml", "What the wind turns.", "What turns."))
    assert section(text, "⚠ Look at this first") == [
        "- ⚠ the working tree:data/actors.yaml, line 2, cannot be read, so what changed in this file is not told: "
        "a tab stands at the beginning of the line"
    ]
    assert "  - meaning, English: What the wind turns. → What turns." in section(text, "Glossary")


def test_a_base_of_another_version_is_compared_and_said_to_be_one(repository):
    data = repository / "data"
    for name, old, new in (("actors.yaml", "kind:", "sort:"), ("actions.yaml", "state:", "progress:")):
        (data / name).write_text((TINY / "data" / name).read_text("utf-8").replace(old, new), "utf-8")
    for name in ("moved.yaml", "glossary.yaml"):
        (data / name).unlink()
    (repository / "schema").mkdir()
    (repository / "schema" / "actions.json").write_text('{"version": 7}', "utf-8")
    commit(repository, "old")
    shutil.copytree(TINY / "data", data, dirs_exist_ok=True)
    (repository / "schema" / "actions.json").write_text('{"version": 8}', "utf-8")
    text = diff(repository, "old")
    assert "The version of the schema was 7 and is 8: a field that was renamed shows as removed and added." in text
    assert "HEAD has" not in text
    assert "  - kind added: agency" in section(text, "Actors") and "  - sort removed: agency" in section(text, "Actors")
    assert "  - state added: done" in section(text, "Actions")
    assert "- new: term:sail, term:miller" in section(text, "Identifiers")


# Hostile text, large changes, determinism, weight.


def test_hostile_text_stays_text(said):
    hostile = "@someone #12 <img src=x> [a](https://host.example)"
    text = said(("actors.yaml", "{en: School of Mills,", f'{{en: "{hostile}",'), ("wording/en.yaml", "home: Home", f'home: "{hostile}"'))
    assert text.count("&lt;img") >= 3
    assert not re.search(r"<img|@someone|#12|https:|(?<!\\)\]", text)


def test_a_hostile_name_of_a_file_stays_text(repository):
    (repository / "@someone <b>#1").write_text("", "utf-8")
    assert section(diff(repository, "base"), "Other files that changed") == ["- added: <span>@</span>someone &lt;b&gt;<span>#</span>1"]


def test_a_change_of_everything_is_counted_and_cut(repository):
    actors = [f"- {{id: actor-{n}, name: {{en: Actor {n}, fr: Acteur {n}}}, kind: agency}}" for n in range(500)]
    (repository / "data" / "actors.yaml").write_text("\n".join(["actors:", *actors, ""]), "utf-8")
    text = diff(repository, "base")
    assert "| Actors | 500 |  | 5 |" in text
    assert section(text, "Actors")[-1] == "- … and 475 more records, which are not told here"
    assert "and 440 more" in section(text, "Identifiers")[0]
    assert len(text) < 60_000


def test_no_status_that_moved_is_left_out(repository):
    objective = "  - {{id: 2.1.{n}, title: {{en: T, fr: T}}, see: [{see}]}}"
    for tag, see in (("old", ""), ("new", '{to: "1.1"}')):
        lines = ["areas:", '- id: "2.1"', "  objectives:", *(objective.format(n=n, see=see) for n in range(1, 401)), ""]
        (repository / "data" / "actions.yaml").write_text("\n".join(lines), "utf-8")
        commit(repository, tag)
    moved = section(diff(repository, "old", "new"), "Statuses that moved, or were assessed again")
    assert sum("no information → **reported elsewhere**" in line for line in moved) == 400


def test_an_account_that_is_too_long_says_that_it_is_cut(repository, edit, monkeypatch):
    monkeypatch.setattr(package, "MAX_BYTES", 500)
    edit("glossary.yaml", "Ce que le vent fait tourner.", "é" * 600)
    text = diff(repository, "base")
    assert len(text.encode()) <= 500 and text.endswith(f"\n\n{tell('diff.cut')}")


def test_the_same_two_commits_give_the_same_bytes(repository):
    for name in ("actions.yaml", "findings.yaml", "indicators.yaml", "wording/en.yaml"):
        file = repository / "data" / name
        file.write_text(re.sub(r"(en: [^,}\n]+)", r"\1 !", file.read_text("utf-8")).replace("Home", "Start"), "utf-8")
    commit(repository, "later")
    program = f"from pathlib import Path; from macros.changes import diff; print(diff(Path({str(repository)!r}), 'base', 'later'))"
    said = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(TINY.parent.parent)}
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1 and b"only the English changed" in said.pop()


def test_a_file_with_the_same_bytes_is_not_compared(repository, edit, monkeypatch):
    from macros.reading.revision import Revision

    read = []
    monkeypatch.setattr(Revision, "read", lambda self, name, read_file=Revision.read: read.append((self.name, name)) or read_file(self, name))
    monkeypatch.setattr(package, "_plan", lambda before, folder: (None, []))
    edit("glossary.yaml", "What the wind turns.", "What turns.")
    diff(repository, "base")
    assert {name for revision, name in read if revision == "base"} == {"glossary.yaml"}


def test_neither_the_site_generator_nor_the_graph_is_loaded(repository, edit):
    edit("glossary.yaml", "What the wind turns.", "What turns.")
    program = f"import sys; from pathlib import Path; from macros.changes import diff; diff(Path({str(repository)!r}), 'base'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=TINY.parent.parent).stdout.split()
    assert not {"mkdocs", "networkx", "jinja2"} & set(loaded)


@pytest.mark.parametrize(("language", "expected"), [("en", EXPECTED), ("fr", TINY / "diff.fr.md")])
def test_a_change_of_everything_reads_as_expected(language, expected, repository, edit, says):
    """The whole account, as a reviewer reads it, stands in tests/tiny/diff.md; commits and lines are left out there."""
    was = [
        ("actions.yaml", "state: under-way\n      actors:", "state: announced\n      actors:"),
        ("actions.yaml", "Its board trained ten millers., fr", "Its board taught ten millers., fr"),
        ("actions.yaml", "- {actor: school-board, role: responsible}", "- {actor: school-board, role: contributor}"),
        ("actions.yaml", "quotation: Une directive sera proposée avant 2010", "quotation: Une directive sera proposée"),
        ("actions.yaml", "The inspectors meet each year.", "The inspectors met."),
        ("assessments/2.2.3/2008-10-17.yaml", "reason: {en: Nothing had begun.,", "reason: {en: Nothing had begum.,"),
        (LAST, "They meet each year., fr: Ils se réunissent chaque année.", "They met in June., fr: Ils se sont réunis en juin."),
        ("findings.yaml", "  weakness: yes\n", ""),
        ("findings.yaml", "min: 195\n", "min: 159\n"),
        ("follow-ups.yaml", "  - actor: member-states\n    role: responsible\n", ""),
        ("commitments.yaml", "strength: weak", "strength: strong"),
        ("indicators.yaml", "printed: BE (41)\n    value: 41", "printed: BE (14)\n    value: 14"),
        ("indicators.yaml", "A licence of six months that cannot be renewed.", "A licence that cannot be renewed."),
        ("actors.yaml", "kind: agency", "kind: organ"),
        ("means.yaml", "A register that was announced.", "A register."),
        ("sources.yaml", "date: 2005-12-09, page: 1", "date: 2005-12-09, page: 7"),
        ("glossary.yaml", "{en: What the wind turns., fr: Ce que le vent fait tourner.}", "{en: What turns., fr: Ce qui tourne.}"),
        ("countries.yaml", "{en: Belgium, fr: Belgique}", "{en: Belgium, fr: La Belgique}"),
        ("vocabulary.yaml", "{id: stalled, label: {en: stalled, fr: à l’arrêt}}", "{id: stalled, label: {en: stopped, fr: arrêté}}"),
        ("wording/en.yaml", "home: Home", "home: Start"),
        (DAY, SEEN, SEEN.replace("seen:", "linked:").replace(" on: 2026-11-29,", "")),
        (DIRECTIVE, "    also:\n    - {language: fr, quotation: Les États membres protègent chaque moulin à vent}\n", ""),
    ]  # fmt: skip
    for one in was:
        edit(*one)
    (repository / "docs" / "en" / "about").mkdir(parents=True)
    (repository / "docs" / "en" / "about" / "index.md").write_text("Before.\n", "utf-8")
    (repository / "schema").mkdir()
    (repository / "schema" / "actions.json").write_text('{"version": 0}', "utf-8")
    commit(repository, "base")
    shutil.copytree(TINY / "data", repository / "data", dirs_exist_ok=True)
    becomes = [
        (NEXT, "", ASSESSED),
        ("outcomes/3.2/2026-11-29.yaml", "", NOTHING),
        ("glossary.yaml", "- id: miller\n  term: {en: miller, fr: meunier}\n  meaning: {en: Whoever mills., fr: Qui moud.}\n", ""),
        ("countries.yaml", "- {id: si,", "- {id: lu, name: {en: Luxembourg, fr: Luxembourg}, printed: LU, iso: LU, member_state: yes}\n- {id: si,"),
    ]
    for one in becomes:
        edit(*one)
    (repository / "docs" / "en" / "about" / "index.md").write_text("After.\n", "utf-8")
    (repository / "schema" / "actions.json").write_text('{"version": 1}', "utf-8")
    commit(repository, "head")
    with speaking(language):
        told = diff(repository, "base", "head")
    said = re.sub(r", (line|ligne) \d+\)", r", \1 …)", re.sub(r"commit [0-9a-f]{12}", "commit …", told)) + "\n"
    says(said, Account(expected))


# What came after the report.

DAY, DIRECTIVE, OUTCOME = "developments/mill-day-2012.yaml", "developments/mill-directive.yaml", "outcomes/3.1/2009-11-20.yaml"
SEEN = 'seen: {at: "https://office.mills.example/news/20120518_en", on: 2026-11-29, publisher: mill-office}'
LINKED = 'linked: {at: "https://press.mills.example/mill-day", publisher: mill-press}'


def test_a_new_development_is_told_with_its_proof_and_its_page(said, repository):
    text = (repository / "data" / DAY).read_text("utf-8").replace("mill-day", "mill-feast")
    lines = section(said(("developments/mill-feast-2012.yaml", "", text)), "Developments")
    assert lines[0] == "- **Added: development mill-feast-2012** (data/developments/mill-feast-2012.yaml, line 1)"
    assert lines[1] == "  - proof: Seen"
    assert "  - what came of it: Figures" in lines
    assert "  - bears on: 3.1 Count the mills each year: Measures" in lines
    assert any(line.startswith("  - reports on: Member States must count their mills") for line in lines)
    words, page = "“Today forty mills of Sweden opened to schools”", "https<span>:</span>//office.mills.example/news/20120518\\_en"
    assert f"  - evidence: {words} (seen on 29 November 2026 on {page}, publisher: Office of Mills (mill-office))" in lines


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (SEEN, SEEN.replace("seen:", "linked:").replace(" on: 2026-11-29,", ""), "⚠ proof fell: Seen → Linked"),
        (f"{SEEN}\n  language: en\n", "source: mill-directive\n  locator: art. 1\n", "proof rose: Seen → Verified"),
        (LINKED, LINKED.replace("mill-day", "day"), None),
    ],
)
def test_a_proof_that_rose_or_fell_is_said_first(old, new, line, said):
    below = section(said((DAY, old, new)), "Developments")[1:]
    assert (f"  - {line}" == below[0]) if line else not [one for one in below if "proof" in one]


def test_a_provision_is_told_as_a_record(said):
    text = said((DIRECTIVE, "    - {to: 2.1.2, relation: continues}\n".replace("    -", "  -"), ""))
    assert section(text, "Provisions") == [
        "- **Changed: provision mill-directive-count** Member States must count their mills each year, for the first time by 9 November 2011. "
        "(data/developments/mill-directive.yaml, line 28)",
        "  - bears on removed: 2.1.2 Count the mills: Continues",
    ]


NOTHING = """assessed_on: 2026-11-29
rubric: "2"
outcome: nothing-found
confidence: low
reason: {en: Nothing was found., fr: Rien n’a été trouvé.}
"""
JUDGED = """assessed_on: 2026-11-29
rubric: "2"
outcome: done-in-part
confidence: low
reason: {en: Forty were counted., fr: Quarante ont été comptés.}
rests_on: [mill-day-2012, mill-directive-count]
"""


def test_a_new_outcome_comes_with_its_reason_and_the_rubric(said):
    lines = section(said(("outcomes/3.1/2012-05-18.yaml", "", JUDGED)), "Outcomes that moved")
    assert lines == [
        "- 3.1 Count the mills each year: Required by law → **Done in part**",
        "  - As of 18 May 2012, 20 November 2009 before",
        "  - confidence: low",
        "  - assessed on: 29 November 2026",
        "  - reason, English: Forty were counted.",
        "  - reason, French: Quarante ont été comptés.",
        "  - ✓ Rubric 2, met: it rests on a verified piece of what came after the report",
        "  - ✗ Rubric 2, not met: it rests on a verified piece that shows more than a law or a plan",
        "  - ✗ Rubric 2, not met: it says what is missing",
        "  - rests on mill-day-2012 (Seen): Forty mills open their doors",
        "  - rests on mill-directive-count (Verified): Member States must count their mills each year, for the first time by 9 November 2011.",
    ]


def test_a_first_outcome_is_told_as_new(said):
    text = said(("outcomes/3.2/2026-11-29.yaml", "", NOTHING))
    assert section(text, "Outcomes that moved")[0] == "- 3.2 Restore the water mills: new, **Nothing found**"


def test_a_published_outcome_that_was_edited_stands_first(said):
    text = said((OUTCOME, "confidence: medium", "confidence: low"))
    assert section(text, "⚠ Look at this first")[0] == "- ⚠ Published outcome edited: 3.1 Count the mills each year, outcome of 20 November 2009"


def test_a_status_by_rubric_2_comes_with_its_conditions(said):
    again = ASSESSED.replace('rubric: "1"', 'rubric: "2"').replace("under-way", "delivered").replace("step_back: new-fact", "confirms: yes")
    lines = section(
        said(("assessments/2.2.1/2009-10-17.yaml", "", again.replace("[2.2.1-1]", "[2.2.1-1, inspectors-2009]"))),
        "Statuses that moved, or were assessed again",
    )
    assert lines[0] == "- 2.2.1 Bring the inspectors of mills together: assessed again, still **delivered**"
    assert [line for line in lines if "✗" in line] == []
    assert "  - ✓ Rubric 2, met: it rests on a verified piece of what came after the report" in lines
    assert "  - rests on inspectors-2009 (Verified): The inspectors of mills meet" in lines
