"""What a map says of each country: figures are compared only where they may be, and what is not said is no zero."""

import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from support.frozen import PLAN, WORDS

from macros.drawing.map_picture import MapPicture, can_be_compared, class_of
from macros.model.values import Entry, Period
from macros.wording.labels import Labels

MAP = MapPicture(Labels(PLAN, WORDS["en"]))
FIGURES = PLAN.indicators["investigations-2006"]
YEAR = Period(value="2005", printed="2005")


def tiles(indicator) -> dict[str, tuple[str, str]]:
    """Country -> the class of its tile and what stands below its code."""
    root = ET.fromstring(MAP.picture(indicator, lambda kind, id: id))
    links = {a.get("href"): a for a in root.iter("a")}
    return {id: (a.get("class").removeprefix("on--"), "".join("".join(text.itertext()) for text in a.findall("text")[1:])) for id, a in links.items()}


def key(indicator) -> list[str]:
    """What the key says."""
    root = ET.fromstring(MAP.picture(indicator, lambda kind, id: id))
    return ["".join(text.itertext()) for text in root.findall("text")]


@pytest.mark.parametrize("indicator", [one for one in PLAN.indicators.values() if one.entries], ids=lambda one: one.id)
def test_figures_are_compared_only_where_unit_and_year_are_stated_and_the_same(indicator):
    stated = [((entry.unit or indicator.unit), (entry.period or indicator.period)) for entry in indicator.entries if entry.value is not None]
    same = len({(unit, period and period.value) for unit, period in stated}) == 1
    known = all(unit not in (None, "not-stated") and period for unit, period in stated)
    levels = {klass for klass, _ in tiles(indicator).values() if klass.startswith("level")}
    assert bool(levels) is bool(stated and same and known)


@pytest.mark.parametrize(
    "change",
    [{"unit": None}, {"unit": "not-stated"}, {"period": None}, {"entries": [*FIGURES.entries, FIGURES.entries[0]]},
     {"entries": [*FIGURES.entries, Entry(country="fr", printed="x", value=Decimal(1), unit="day")]},
     {"entries": [*FIGURES.entries, Entry(country="fr", printed="x", value=Decimal(1), period=YEAR)]},
     {"entries": [*FIGURES.entries, Entry(country="fr", printed="x")]}],
)  # fmt: skip
def test_one_thing_that_differs_or_is_not_said_is_enough_not_to_compare(change):
    assert can_be_compared(FIGURES)
    assert not can_be_compared(FIGURES.model_copy(update=change))


def test_figures_that_are_not_compared_are_shown_and_the_key_says_so():
    shown = tiles(PLAN.indicators["victims-assisted"])
    assert shown["it"] == ("listed", "2,143")
    assert shown["fi"] == ("listed", "9")
    assert any("not compared" in said for said in key(PLAN.indicators["victims-assisted"]))
    assert tiles(PLAN.indicators["permit-duration"])["cz"] == ("listed", "✓")


def test_the_classes_name_unit_and_year():
    assert "10 to 99 investigations and prosecutions, 2006" in key(FIGURES)


def test_what_is_not_said_is_no_zero():
    zero = FIGURES.model_copy(update={"entries": [*FIGURES.entries, Entry(country="fr", printed="x", value=Decimal(0))]})
    shown = tiles(zero)
    assert shown["fr"] == ("level-0", "0")
    assert shown["se"] == ("silent", "–")


def test_a_list_of_exceptions_says_the_contrary_only_of_those_that_it_binds_and_that_answered():
    shown = tiles(PLAN.indicators["directive-transposed"])
    signs = {"exception": "✕", "outside": "", "unbound": "§", "unknown": "?", "contrary": "✓"}
    assert all(sign == signs[klass] for klass, sign in shown.values())
    drawn = {klass: {id for id, tile in shown.items() if tile[0] == klass} for klass in signs if klass != "contrary"}
    assert drawn == {"exception": {"es", "lu"}, "outside": {"no"}, "unbound": {"dk", "ie", "uk"}, "unknown": {"ee", "gr", "ro"}}


def test_where_the_case_does_not_arise_an_exception_list_says_nothing_of_a_country():
    shown = tiles(PLAN.indicators["labour-market-access"])
    assert {id for id, tile in shown.items() if tile == ("no_case", "/")} == {"dk", "lu", "uk"}
    assert shown["pl"] == ("exception", "✕")


@pytest.mark.parametrize("indicator", PLAN.indicators.values(), ids=lambda one: one.id)
def test_every_class_on_a_map_stands_in_its_key(indicator):
    if not MAP.has_map(indicator):
        assert MAP.picture(indicator, lambda kind, id: id) == ""
        return
    assert len(key(indicator)) == len({klass for klass, _ in tiles(indicator).values()})


def test_a_country_outside_the_scope_is_no_gap():
    ratified = PLAN.indicators["convention-ratified"]
    assert class_of(ratified, [], PLAN.absence_of(ratified, PLAN.countries["no"])) == "outside"
