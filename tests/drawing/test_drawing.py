"""The rules of every picture."""

import xml.etree.ElementTree as ET

import pytest

from macros.drawing.charts.drawing import LINE, element, lines, picture, text, text_width

LONG = "Programme destiné à prévenir la traite des êtres humains et à lutter contre ce phénomène"


def test_text_and_attributes_are_escaped():
    written = element("text", "<b>&", data_id='"><script>')
    assert written == '<text data-id="&#34;&gt;&lt;script&gt;">&lt;b&gt;&amp;</text>'


def test_an_attribute_without_a_value_is_left_out():
    assert element("path", d="M0 0", class_=None) == '<path d="M0 0"/>'


@pytest.mark.parametrize(("length", "written"), [(1.0, "1"), (0.04, "0"), (-0.04, "0"), (10.25, "10.2"), (1 / 3, "0.3"), (100.0, "100")])
def test_lengths_have_one_decimal_at_most(length, written):
    assert element("line", x1=length) == f'<line x1="{written}"/>'


@pytest.mark.parametrize("width", [30, 90, 160, 400])
@pytest.mark.parametrize("words", [LONG, "Verylongwordwithoutanyblank" * 3, "", "a", "منظمة الهجرة الدولية"])
def test_lines_fit_and_leave_nothing_out(words, width):
    rows = lines(words, width)
    assert "".join("".join(rows).split()) == "".join(words.split())
    assert all(text_width(row.rstrip(" ")) <= width for row in rows)


def test_words_stay_whole_where_they_fit():
    rows = lines(LONG, 120)
    assert len(rows) > 1
    assert "".join(rows) == LONG


def test_words_of_two_lines_do_not_run_together():
    root = ET.fromstring(text(10, 20, lines(LONG, 120)))
    assert "".join(root.itertext()) == LONG


def test_a_word_that_is_broken_stays_one_word():
    assert "".join(ET.fromstring(text(10, 20, lines("trafficking" * 4, 60))).itertext()) == "trafficking" * 4


def test_a_picture_names_and_describes_itself():
    root = ET.fromstring(picture("states", 300, 20, "States & more", "Two actions are done."))
    assert (root.get("role"), root.get("aria-labelledby"), root.get("aria-describedby")) == ("img", "states-title", "states-desc")
    named = {child.get("id"): child.text for child in root}
    assert named == {"states-title": "States & more", "states-desc": "Two actions are done."}
    assert root.get("viewBox") == "0 0 300 20"


def test_a_picture_with_links_is_a_group():
    assert 'role="group"' in picture("x", 1, 1, "T", "D", links=True)


def test_lines_of_a_text_stand_below_each_other():
    rows = ET.fromstring(text(10, 20, ["one", "two"]))
    assert (rows.text, rows.get("y"), [(row.text, row.get("dy")) for row in rows]) == ("one", "20", [("two", str(LINE))])
