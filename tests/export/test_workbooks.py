"""The workbooks: what a program that did not write them reads back, cell by cell, against the CSV files beside them."""

import csv
import hashlib
import io
import re
import subprocess
import sys
from decimal import Decimal
from zipfile import ZIP_STORED, ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from support.frozen import PLAN, WORDS
from support.paths import FROZEN, ROOT, TINY

from macros.export import exports, offered, workbooks
from macros.export.table import Table, cell
from macros.export.workbook import workbook
from macros.languages import LANGUAGES
from macros.reading.load import load

WORDINGS = list(WORDS.values())
TOO_WIDE = 12  # columns that a person reads


def sheet(content: bytes) -> Worksheet:
    """The only sheet of a workbook."""
    (one,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    return one


def of(*values: object) -> list:
    """The cells of a column with these values."""
    return [row[0] for row in sheet(workbook(Table(("a",), [{"a": value} for value in values]), "data")).iter_rows(min_row=2)]


def records(page: Worksheet) -> list[dict]:
    """The rows of a sheet by the names of its columns."""
    heads, *rows = page.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


@pytest.fixture(params=["tiny", "frozen"], scope="module")
def plan(request, tiny):
    return tiny if request.param == "tiny" else PLAN


@pytest.fixture(scope="module")
def books(plan) -> dict[str, bytes]:
    return workbooks(plan, WORDINGS)


@pytest.fixture(scope="module")
def frozen_books() -> dict[str, bytes]:
    return workbooks(PLAN, WORDINGS)


def test_a_workbook_stands_beside_every_csv_file_and_one_to_read_in_each_language(plan, books):
    tables = {name.removesuffix(".csv") for name in exports(plan) if name.endswith(".csv")}
    assert set(books) == {f"{table}{form}" for table in tables for form in (".xlsx", ".en.xlsx", ".fr.xlsx")}


def test_every_cell_says_what_the_csv_says(plan, books):
    for name, text in exports(plan).items():
        if name.endswith(".csv"):
            rows = [list(row) for row in sheet(books[name.replace(".csv", ".xlsx")]).iter_rows()]
            read = [[cell(Decimal(str(c.value)) if c.data_type == "n" and c.value is not None else c.value) for c in row] for row in rows]
            assert read == list(csv.reader(io.StringIO(text, newline=""), strict=True)), name


def test_identifiers_days_yes_and_no_are_text_and_figures_are_numbers(frozen_books):
    actions = records(sheet(frozen_books["actions.xlsx"]))
    indicators = records(sheet(frozen_books["indicators.xlsx"]))
    assert {actions[0][name] for name in ("area", "objective", "objective_as_of")} == {"2.1", "2.1.1", "2008-10-17"}
    assert "no" in {row["country"] for row in indicators}
    assert {row["complete"] for row in indicators} == {"yes", "no"}
    assert {type(row["period"]) for row in indicators} == {str, type(None)}
    assert {type(row[name]) for row in indicators for name in ("value", "min", "max")} <= {int, float, type(None)}
    assert 23 in {row["value"] for row in indicators}


@pytest.mark.parametrize("text", ["2.1.1", "2.1", "1/2", "2006", "2006-10", "no", "TRUE", "1e5", "007", "https://host.example/", "#N/A", "{=1}"])
def test_text_stays_text_also_when_it_is_edited(text):
    (one,) = of(text)
    assert (one.value, one.data_type, one.number_format, one.hyperlink) == (text, "s", "@", None)


def test_a_text_that_looks_like_a_number_is_marked_as_no_error(books):
    for name, book in books.items():
        ((mark, place),) = re.findall(rb'<ignoredError sqref="([^"]+)" (.*?)/>', ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml"))
        assert (mark.decode(), place) == (sheet(book).dimensions, b'numberStoredAsText="1"'), name


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", " =", "\t=", "'="])
def test_what_begins_like_a_formula_is_text_as_it_stands_in_the_data(sign):
    (one,) = of(f'{sign}HYPERLINK("https://host.example")')
    assert (one.value, one.data_type) == (f'{sign}HYPERLINK("https://host.example")', "s")


def test_no_formula_of_the_data_is_one_in_a_workbook(project, edit):
    edit("actions.yaml", "en: The School published a manual in May 2007.", "en: '=1+1'")
    edit("actors.yaml", "fr: École des moulins", "fr: '@SUM(A1)'")
    books = workbooks(load(project), WORDINGS)
    assert records(sheet(books["actions.xlsx"]))[0]["text_en"] == "=1+1"
    assert "@SUM(A1)" in records(sheet(books["actions.fr.xlsx"]))[0].values()
    parts = [archive.read(name) for book in books.values() if (archive := ZipFile(io.BytesIO(book))) for name in archive.namelist()]
    assert not any(b"<f>" in part or b"<f " in part for part in parts)


@pytest.mark.parametrize("value", ["-5.25", "0", "3102484.78", "23"])
def test_a_figure_is_a_number(value):
    (one,) = of(Decimal(value))
    assert (one.data_type, Decimal(str(one.value))) == ("n", Decimal(value))


def test_a_text_too_long_for_a_cell_is_cut_and_the_rest_stands():
    long, after = of("ab\U0001f300" * 20_000, "after")
    assert ("ab\U0001f300" * 20_000).startswith(long.value)
    assert len(long.value) > 20_000
    assert after.value == "after"


@pytest.mark.parametrize("text", ["one\r\ntwo", "one\ntwo"])
def test_a_cell_has_one_line(text):
    assert [one.value for one in of(text)] == ["one two"]


def test_the_head_stays_in_view_and_every_column_has_a_filter_and_room(books):
    for name, book in books.items():
        page = sheet(book)
        assert (page.freeze_panes, page.auto_filter.ref) == ("A2", page.dimensions), name
        heads = [one.value for one in page[1]]
        assert len(set(heads)) == len(heads)
        assert all(page[1][index].font.bold for index in range(len(heads)))
        # The reader gives the width of like columns to the first of them.
        widths = {at: one.width for one in page.column_dimensions.values() for at in range(one.min, one.max + 1)}
        assert all(len(head) + 4 <= widths[at] <= 60 for at, head in enumerate(heads, 1)), name


def test_a_sheet_of_many_rows_is_like_any_other(monkeypatch):
    table = Table(("id", "figure", "text"), [{"id": "2.1", "figure": Decimal(5), "text": " a <b> &\nc"}, {"id": "=1"}])
    few = sheet(workbook(table, "data"))
    monkeypatch.setattr(sys.modules[workbook.__module__], "MANY", 1)
    many = sheet(workbook(table, "data"))
    assert [[(one.value, one.data_type, one.number_format) for one in row] for row in many] == [
        [(one.value, one.data_type, one.number_format) for one in row] for row in few
    ]
    assert (many.freeze_panes, many.auto_filter.ref, many.column_dimensions["C"].width) == (
        few.freeze_panes,
        few.auto_filter.ref,
        few.column_dimensions["C"].width,
    )


def test_a_table_without_rows_can_be_written():
    assert sheet(workbook(Table(("a", "b"), []), "data")).auto_filter.ref == "A1:B1"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wide_table_has_a_sister_with_as_many_rows_that_a_person_can_read(language, books):
    wide = {name: page for name in books if name.count(".") == 1 and (page := sheet(books[name])).max_column > TOO_WIDE}
    assert len(wide) > 3
    for name, page in wide.items():
        short = sheet(books[name.replace(".xlsx", f".{language}.xlsx")])
        assert short.max_column <= TOO_WIDE
        assert short.max_row == page.max_row


def test_the_sister_speaks_one_language(frozen_books):
    english, french = (records(sheet(frozen_books[f"indicators.{language}.xlsx"])) for language in LANGUAGES)
    whole = records(sheet(frozen_books["indicators.xlsx"]))
    assert [(row["Country"], row["Value"]) for row in english] == [(row["country_en"], row["value"]) for row in whole]
    assert [(row["Pays"], row["Valeur"]) for row in french] == [(row["country_fr"], row["value"]) for row in whole]
    (first, *_), (premier, *_) = (records(sheet(frozen_books[f"actions.{language}.xlsx"])) for language in LANGUAGES)
    assert first == {
        "Action": "2.1.1-1",
        "Objective": "2.1.1 Set common priorities and make EU action more effective",
        "Status": "Partly delivered",
        "As of": "2008-10-17",
        "State": "Done",
        "What is reported": first["What is reported"],
        "Responsible": "Europol",
        "Contributors": None,
        "Dates": "act: October 2006",
        "Source": "COM(2008) 657 final, section 2.1.1, paragraph 1",
    }
    assert (premier["Dates"], premier["Source"]) == ("acte\u00a0: octobre 2006", "COM(2008) 657 final, section 2.1.1, paragraphe 1")


def test_the_sister_of_the_edges_names_each_relation(books):
    relations = {row["relation"] for row in records(sheet(books["edges.xlsx"]))}
    for language in LANGUAGES:
        words = {row["Relation"] for row in records(sheet(books[f"edges.{language}.xlsx"]))}
        assert len(words) == len(relations)


def test_a_range_has_both_ends_and_their_units(tiny):
    rows = records(sheet(workbooks(tiny, WORDINGS)["indicators/licence-duration.en.xlsx"]))
    (both,) = (row for row in rows if row["From"] is not None)
    assert [both[head] for head in ("Value", "From", "To", "Unit", "Qualifier")] == [None, 30, 6, "day | month", None]


def test_parts_are_not_packed_and_have_no_time_of_their_own(books):
    for book in books.values():
        parts = ZipFile(io.BytesIO(book)).infolist()
        assert {(part.compress_type, part.date_time, part.create_system) for part in parts} == {(ZIP_STORED, (1980, 1, 1, 0, 0, 0), 3)}


@pytest.mark.parametrize("root", [FROZEN, TINY], ids=["frozen", "tiny"])
def test_the_same_data_give_the_same_bytes_in_another_place_language_and_year(root, tmp_path):
    """Another seed of hashes, and a clock that stands in 2030."""
    (tmp_path / "sitecustomize.py").write_text("import time\ntime.time = lambda: 1.9e9\ntime.localtime = time.gmtime\n", "utf-8")
    program = """
import hashlib, sys
from pathlib import Path
from macros.export import workbooks
from macros.reading.load import load
from support.frozen import PLAN, WORDS
for name, book in workbooks(load(Path(sys.argv[1])), WORDS.values()).items():
    print(name, hashlib.sha256(book).hexdigest())
"""
    elsewhere = {"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7", "PYTHONPATH": f"{tmp_path}:{ROOT}:{ROOT / 'tests'}"}
    done = subprocess.run([sys.executable, "-c", program, root], cwd=tmp_path, env=elsewhere, capture_output=True, text=True, check=True)
    here = {name: hashlib.sha256(book).hexdigest() for name, book in workbooks(load(root), WORDINGS).items()}
    assert dict(line.split() for line in done.stdout.splitlines()) == here


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_page_offers_each_table_as_text_and_workbook_and_to_read_in_its_language(language):
    files = set(offered(language).values())
    for table in ("actions", "indicators", "edges"):
        assert {f"{table}.csv", f"{table}.xlsx", f"{table}.{language}.xlsx"} <= files
    assert not [name for name in files for other in set(LANGUAGES) - {language} if f".{other}." in name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_label_of_a_download_names_its_file(language):
    assert [key for key, file in offered(language).items() if f"({file})" not in WORDS[language].say(f"data.{key}")] == []


def advice(language: str) -> str:
    """What the Data page says of spreadsheets."""
    page = (ROOT / f"docs/{language}/data/index.md").read_text("utf-8")
    (section,) = re.findall(r"## [^\n]*\{ #spreadsheets \}\n(.*?)\n## ", page, re.DOTALL)
    return section


@pytest.mark.parametrize(
    ("language", "menu", "encoding", "text"),
    [
        ("en", "*Data* › *From Text/CSV*", "65001: Unicode (UTF-8)", "*Text*"),
        ("fr", "*Données* › *À partir d’un fichier texte/CSV*", "65001\u00a0: Unicode (UTF-8)", "*Texte*"),
    ],
)
def test_the_data_page_says_how_to_import_a_csv_file(language, menu, encoding, text):
    section = advice(language)
    assert all(words in section for words in (menu, encoding, text))
    assert re.findall(r"^- \*\*(\w[\w ]*)\*\*", section, re.MULTILINE) == ["Excel", "LibreOffice", "Google Sheets", "Python", "R"]


def test_the_programs_that_import_a_csv_file_are_the_same_on_both_pages():
    english, french = (re.findall(r"`([^`]+\))`", advice(language)) for language in LANGUAGES)
    assert english == french
    assert len(english) == 2
