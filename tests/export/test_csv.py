"""The CSV files: what a spreadsheet and a program read back from them."""

import csv
import io
import re
from decimal import Decimal

import pytest
from support.frozen import PLAN, WORDS
from support.paths import FROZEN, TINY

from macros.export import exports, workbooks, write_exports
from macros.export.actions import actions_table
from macros.export.indicators import each_indicator_table, indicators_table
from macros.export.table import Table, cell, csv_text
from macros.model.plan import Plan
from macros.reading.load import load

WORDINGS = list(WORDS.values())


def actions_csv(plan: Plan) -> str:
    return csv_text(actions_table(plan))


def indicators_csv(plan: Plan) -> str:
    return csv_text(indicators_table(plan))


def each_indicator_csv(plan: Plan) -> dict[str, str]:
    return {id: csv_text(table) for id, table in each_indicator_table(plan).items()}


def read(text: str) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def parts(text: str) -> list[str]:
    """The parts of a cell that holds several."""
    return text.split(" | ") if text else []


@pytest.fixture(scope="module")
def rows(tiny) -> dict[tuple[str, str, str], dict[str, str]]:
    """(indicator, kind, country) -> row of indicators.csv."""
    return {(row["indicator"], row["kind"], row["country"]): row for row in read(indicators_csv(tiny))}


@pytest.fixture(scope="module")
def actions(tiny) -> dict[str, dict[str, str]]:
    """Identifier -> row of actions.csv."""
    return {row["id"]: row for row in read(actions_csv(tiny))}


def test_the_columns_of_the_indicators_are_those_that_are_promised(tiny):
    assert indicators_csv(tiny).startswith(
        "indicator,title_en,title_fr,kind,label_en,label_fr,country,country_en,country_fr,printed,value,unit,min,max,max_unit,"
        "period,period_is,scope,qualifier,self_declared,listed_means,complete,absence,sic_en,sic_fr,contradiction_class,contradiction_en,contradiction_fr,"
        "note_en,note_fr,sources,locators,quotations\n"
    )


def test_the_columns_of_the_actions_are_those_that_are_promised(tiny):
    assert actions_csv(tiny).startswith(
        "id,area,objective,objective_status,objective_as_of,state,text_en,text_fr,responsible,agent,contributors,other_roles,dates,"
        "note_en,note_fr,sources,locators,quotations,title_en,title_fr\n"
    )


@pytest.fixture(params=["tiny", "frozen"])
def plan(request, tiny):
    """The tiny plan, then the frozen one."""
    return tiny if request.param == "tiny" else PLAN


def test_every_entry_and_total_has_one_row_and_whoever_is_no_exception(plan):
    promised = []
    for indicator in plan.indicators.values():
        own = [(indicator.id, "entry", entry.country, entry.value) for entry in indicator.entries]
        own += [(indicator.id, "total", "", total.value) for total in indicator.totals]
        promised += own or [(indicator.id, "none", "", None)]
        exceptions = plan.countries.values() if indicator.absence == "exceptions_complete" else ()
        promised += [(indicator.id, "absent", country.id, None) for country in exceptions if plan.absence_of(indicator, country)]
    there = [(r["indicator"], r["kind"], r["country"], Decimal(r["value"]) if r["value"] else None) for r in read(indicators_csv(plan))]
    assert there == promised


def test_every_action_has_one_row(plan):
    assert [row["id"] for row in read(actions_csv(plan))] == list(plan.actions)


def test_each_indicator_has_a_file_with_its_rows_of_the_whole_table(plan):
    every = read(indicators_csv(plan))
    files = each_indicator_csv(plan)
    assert list(files) == list(plan.indicators)
    for id, text in files.items():
        assert read(text) == [row for row in every if row["indicator"] == id] != []


def test_every_row_carries_its_evidence_part_by_part(plan):
    for row in read(indicators_csv(plan)) + read(actions_csv(plan)):
        sources, locators, quotations = (parts(row[column]) for column in ("sources", "locators", "quotations"))
        assert 0 < len(sources) == len(locators) == len(quotations)
        assert set(sources) <= set(plan.sources)


def test_an_entry_has_its_figure_and_the_words_that_print_it(rows):
    row = rows["mills-restored", "entry", "uk"]
    wanted = {"country_en": "United Kingdom", "printed": "UK | 12", "value": "12", "unit": "mill", "period": "2006", "period_is": "on"}
    assert row.items() >= wanted.items()
    assert row["label_fr"] == "est parmi ceux qui ont restauré le plus de moulins"


def test_a_slip_of_the_source_is_marked(rows):
    row = rows["mills-restored", "entry", "si"]
    assert (row["printed"], row["sic_en"], row["sic_fr"]) == ("SL (40)", "The report prints SL.", "Le rapport imprime SL.")


def test_lists_that_do_not_agree_are_marked_at_the_country(rows):
    assert rows["licence-renewal", "entry", "be"]["contradiction_en"] == "A licence of six months that cannot be renewed."
    assert rows["licence-renewal", "entry", "se"]["contradiction_en"] == ""


def test_whoever_is_no_exception_says_what_that_means(rows):
    assert {country: rows["licence-renewal", "absent", country]["absence"] for country in ("de", "uk")} == {"de": "contrary", "uk": "unknown"}
    assert ("licence-renewal", "absent", "be") not in rows and ("mills-restored", "absent", "de") not in rows


def test_a_country_without_a_figure_has_no_zero(rows):
    row = rows["licence-renewal", "entry", "se"]
    assert [row[column] for column in ("value", "unit", "qualifier", "listed_means", "complete")] == ["", "", "", "no", "yes"]


def test_an_entry_keeps_its_own_unit(rows):
    assert [rows["licence-duration", "entry", country]["unit"] for country in ("de", "at")] == ["day", "month"]


def test_a_range_has_two_ends_and_no_value(rows):
    row = rows["licence-duration", "total", ""]
    columns = ("value", "min", "unit", "max", "max_unit", "printed")
    assert [row[column] for column in columns] == ["", "30", "day", "6", "month", "30 jours | six mois"]


def test_an_indicator_that_names_nobody_still_says_what_it_says(tiny, project, edit):
    edit("indicators.yaml", '  entries:\n  - {country: "no", printed: La Norvège}\n', "")
    (row,) = read(each_indicator_csv(load(project))["no-answer"])
    assert (row["kind"], row["title_en"], row["country"], row["value"]) == ("none", "No answer", "", "")


def test_an_action_names_who_did_what_and_when(actions):
    row = actions["2.1.1-1"]
    columns = ("area", "objective", "objective_status", "objective_as_of", "state", "responsible", "other_roles", "dates")
    assert [row[column] for column in columns] == [
        "2.1", "2.1.1", "partly-delivered", "2008-10-17", "done", "mill-school", "beneficiary: millers", "publication on 2007-05",
    ]  # fmt: skip


def test_the_status_of_the_objective_is_that_of_the_last_assessment(actions):
    assert (actions["2.2.1-1"]["objective_status"], actions["2.2.1-1"]["objective_as_of"]) == ("delivered", "2007-10-17")


def test_an_action_without_an_agent_says_so(actions):
    assert (actions["2.2.3-1"]["responsible"], actions["2.2.3-1"]["agent"]) == ("", "not-stated")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", " =", "\n=", "\u00a0@"])
def test_a_formula_becomes_text(sign):
    assert cell(f"{sign}HYPERLINK(1)") == "'" + re.sub("[\r\n]", " ", sign) + "HYPERLINK(1)"


@pytest.mark.parametrize("value", ["-5", "-5.25", Decimal("-5.25"), "5-3", "a=b", "été", "’", ""])
def test_what_is_no_formula_stays(value):
    assert cell(value) == str(value)


@pytest.mark.parametrize("value", ["-5+cmd", "-1-1", "--10-18", "-", "-5\n=1", "-5 "])
def test_only_a_plain_negative_number_may_begin_with_a_minus(value):
    assert cell(value).startswith("'-")


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_line_end_in_a_cell_becomes_a_blank(end):
    assert csv_text(Table(("a", "b"), [{"a": f"one{end}two", "b": None}])) == "a,b\none two,\n"


def test_commas_and_quotes_are_read_back():
    assert read(csv_text(Table(("a", "b"), [{"a": 'say "x", y', "b": True}]))) == [{"a": 'say "x", y', "b": "yes"}]


def test_no_formula_of_the_data_reaches_a_file(project, edit):
    edit("actions.yaml", "en: The School published a manual in May 2007.", "en: '=1+1'")
    edit("indicators.yaml", "en: The report prints SL.", "en: '@SUM(A1)'")
    plan = load(project)
    assert read(actions_csv(plan))[0]["text_en"] == "'=1+1"
    assert [row["sic_en"] for row in read(indicators_csv(plan)) if row["sic_en"]] == ["'@SUM(A1)"]


@pytest.mark.parametrize("root", [TINY, FROZEN], ids=["tiny", "frozen"])
def test_the_same_data_give_the_same_files(root):
    assert exports(load(root)) == exports(load(root))


def test_the_files_are_utf_8_with_plain_line_ends(tiny, tmp_path):
    write_exports(tiny, WORDINGS, tmp_path)
    for name in ("indicators.csv", "actions.csv", "indicators/licence-renewal.csv"):
        content = (tmp_path / name).read_bytes()
        assert content == exports(tiny)[name].encode("utf-8")
        assert b"\r" not in content
        assert content[:3] != b"\xef\xbb\xbf"


def test_the_file_of_a_record_that_is_gone_is_removed_and_no_other(tiny, tmp_path):
    write_exports(tiny, WORDINGS, tmp_path)
    for name in ("indicators/gone.csv", "indicators/gone.xlsx", "indicators/gone.fr.xlsx", "indicators/index.md", "mine.csv", "mine.xlsx"):
        (tmp_path / name).write_text("x", "utf-8")
    write_exports(tiny, WORDINGS, tmp_path)
    assert list(tmp_path.glob("indicators/gone*")) == []
    assert all((tmp_path / name).exists() for name in ("indicators/index.md", "mine.csv", "mine.xlsx"))
    assert {file.stem for file in tmp_path.glob("indicators/*.csv")} == set(tiny.indicators)


def test_a_file_is_written_only_when_it_changes(tiny, tmp_path):
    write_exports(tiny, WORDINGS, tmp_path)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.*")}
    write_exports(tiny, WORDINGS, tmp_path)
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.*")} == before
    assert len(before) == len(exports(tiny)) + len(workbooks(tiny, WORDINGS))
