"""What a map says of each country: figures are compared only where they may be, and what is not said is no zero."""

import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from support.frozen import PLAN, WORDS

from macros.drawing.country_marks import CountryMarks, can_be_compared, class_of
from macros.drawing.map_picture import MapPicture
from macros.model.values import Entry, Period
from macros.wording.labels import Labels

LABELS = Labels(PLAN, WORDS["en"])
MAP = MapPicture(LABELS, CountryMarks(LABELS))
FIGURES = PLAN.indicators["investigations-2006"]
YEAR = Period(value="2005", printed="2005")


def drawn(indicator) -> ET.Element:
    """The map of an indicator as it is now: tests change one under its identifier."""
    return ET.fromstring(MapPicture(LABELS, CountryMarks(LABELS)).picture(indicator, lambda kind, id: id))


def tiles(indicator) -> dict[str, tuple[str, str]]:
    """Country -> the class of its tile and what stands below its code."""
    links = {a.get("href"): a for a in drawn(indicator).iter("a")}
    return {
        id: (a.get("class").removeprefix("on--"), "".join(a.findall("text")[1].itertext()) if len(a.findall("text")) > 1 else "")
        for id, a in links.items()
    }


def disputed(indicator) -> dict[str, str]:
    """Country -> the sign on its tile that what the report says of it does not fit together."""
    signs = ((a.get("href"), text) for a in drawn(indicator).iter("a") for text in a.findall("text") if text.get("class") == "disputed")
    return {id: "".join(text.itertext()) for id, text in signs}


def key(indicator) -> list[str]:
    """What the key says."""
    return [meaning for _, meaning in MapPicture(LABELS, CountryMarks(LABELS)).key(indicator)]


@pytest.mark.parametrize("indicator", [one for one in PLAN.indicators.values() if MAP.has_map(one)], ids=lambda one: one.id)
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


def test_a_duration_stands_on_its_tile_with_its_unit():
    shown = tiles(PLAN.indicators["permit-duration"])
    assert (shown["cz"], shown["sk"], shown["nl"]) == (("listed", "6 mo"), ("listed", "40 d"), ("listed", "1 yr"))


def test_a_tile_says_that_it_is_disputed_and_with_what():
    assert disputed(PLAN.indicators["permit-duration"]) == {"pl": "≠"}
    assert disputed(PLAN.indicators["residence-permits"]) == {"dk": "~", "lu": "~", "pl": "≠", "uk": "~"}
    [title] = [a.findtext("title") for a in drawn(PLAN.indicators["permit-duration"]).iter("a") if a.get("href") == "pl"]
    assert title.startswith("Poland: 6 months") and "Contradiction (Residence permits for victims" in title
    assert any(said.startswith("Contradiction: ") for said in key(PLAN.indicators["permit-duration"]))


def test_a_figure_on_a_tile_has_its_year_beside_it_in_words():
    [title] = [a.findtext("title") for a in drawn(FIGURES).iter("a") if a.get("href") == "de"]
    assert title == "Germany: 353 investigations and prosecutions (2006)"


def test_the_classes_name_unit_and_year():
    assert "10 to 99 investigations and prosecutions, 2006" in key(FIGURES)


def test_what_is_not_said_is_no_zero():
    zero = FIGURES.model_copy(update={"entries": [*FIGURES.entries, Entry(country="fr", printed="x", value=Decimal(0))]})
    shown = tiles(zero)
    assert shown["fr"] == ("level-0", "0")
    assert shown["se"] == ("silent", "–")


def test_a_list_of_exceptions_says_the_contrary_only_of_those_that_it_binds_and_that_answered():
    shown = tiles(PLAN.indicators["directive-transposed"])
    signs = {"exception": "✕", "outside": "", "unbound": "§", "unknown": "?", "contrary": "(✓)"}
    assert all(sign == signs[klass] for klass, sign in shown.values())
    drawn = {klass: {id for id, tile in shown.items() if tile[0] == klass} for klass in signs if klass != "contrary"}
    assert drawn == {"exception": {"es", "lu"}, "outside": {"no"}, "unbound": {"dk", "ie", "uk"}, "unknown": {"ee", "gr", "ro"}}


def test_where_the_case_does_not_arise_an_exception_list_says_nothing_of_a_country():
    shown = tiles(PLAN.indicators["labour-market-access"])
    assert {id for id, tile in shown.items() if tile == ("no_case", "/")} == {"dk", "lu", "uk"}
    assert shown["pl"] == ("exception", "✕")


@pytest.mark.parametrize("indicator", PLAN.indicators.values(), ids=lambda one: one.id)
def test_every_class_on_a_map_stands_in_its_key(indicator):
    marks = CountryMarks(LABELS)
    if not MapPicture(LABELS, marks).has_map(indicator):
        said = [country for country in PLAN.countries.values() if not marks.of(indicator, country).is_silent]
        assert len(said) < 2 and MapPicture(LABELS, marks).picture(indicator, lambda kind, id: id) == ""
        return
    assert len(key(indicator)) == len({klass for klass, _ in tiles(indicator).values()}) + len(set(disputed(indicator).values()))


def test_a_country_outside_the_scope_is_no_gap():
    ratified = PLAN.indicators["convention-ratified"]
    assert class_of(ratified, [], PLAN.absence_of(ratified, PLAN.countries["no"])) == "outside"
