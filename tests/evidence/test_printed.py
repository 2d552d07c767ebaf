"""Printed words as values: numbers, dates, countries."""

from decimal import Decimal

import pytest

from macros.evidence.printed import country, date, is_code_or_figure, number
from macros.model.records import Country


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("71", "71"),
        ("1 060", "1060"),
        ("3 102 484,78 euros", "3102484.78"),
        ("AT (128)", "128"),
        ("plus de 10 %", "10"),
        ("dix", "10"),
        ("Dix meuniers", "10"),
        ("une étude", "1"),
        ("zéro", "0"),
        ("six mois", "6"),
        ("dix-sept", "17"),
        ("Vingt-trois États membres", "23"),
        ("vingt-sept", "27"),
        ("2 millions", "2000000"),
        ("1,5 milliard", "1500000000"),
        ("un million", "1000000"),
        ("deux mille", "2000"),
        ("deux cents", "200"),
    ],
)
def test_a_number_is_read(printed, value):
    assert number(printed) == Decimal(value)


@pytest.mark.parametrize(
    "printed", ["", "moulins", "195 à 1060", "un ou deux", "cent vingt", "trente et un", "mille deux", "1.4", "2004/81/CE", "trente-deux"]
)
def test_no_number_is_guessed(printed):
    assert number(printed) is None


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2006", "2006"),
        ("depuis 2006", "2006"),
        ("octobre 2006", "2006-10"),
        ("en Octobre 2006", "2006-10"),
        ("24 juillet 2006", "2006-07-24"),
        ("le 1er mai 2007", "2007-05-01"),
        ("1<sup>er</sup> août 2007", "2007-08-01"),
        ("17.10.2008", "2008-10-17"),
        ("du 9.12.2005", "2005-12-09"),
        ("18 octobre", "--10-18"),
        ("entre 2006 et 2007", "2006/2007"),
        ("2006/2007", "2006/2007"),
        ("des 8 et 9 novembre 2007", "2007-11-08/2007-11-09"),
        ("du 1er au 3 mai 2007", "2007-05-01/2007-05-03"),
    ],
)
def test_a_date_is_read(printed, value):
    assert date(printed) == value


@pytest.mark.parametrize("printed", ["", "en mai", "hier", "12006", "les années 2003, 2004 et 2005", "3 marseillais"])
def test_no_date_is_guessed(printed):
    assert date(printed) is None


@pytest.mark.parametrize(
    "month", ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
)
def test_every_month_is_known(month):
    assert date(f"2 {month} 2007")[:4] == "2007"
    assert date(f"2 {month} 2007")[-3:] == "-02"


COUNTRIES = [
    Country(id="be", name={"en": "Belgium", "fr": "Belgique"}, printed="BE", iso="BE", member_state=True),
    Country(id="no", name={"en": "Norway", "fr": "Norvège"}, iso="NO", member_state=False),
    Country(id="uk", name={"en": "United Kingdom", "fr": "Royaume-Uni"}, printed="UK", iso="GB", member_state=True),
    Country(id="cz", name={"en": "Czech Republic", "fr": "République tchèque"}, printed="CZ", iso="CZ", member_state=True, names_printed=["tchèque"]),
]


@pytest.mark.parametrize(
    ("printed", "id"),
    [
        ("BE (41)", "be"),
        ("la Belgique", "be"),
        ("de Norvège", "no"),
        ("le Royaume-Uni", "uk"),
        ("UK", "uk"),
        ("la République tchèque", "cz"),
        ("la présidence tchèque", "cz"),
        # An ISO code is no printed code, a country without a code has none, and case counts.
        ("GB", None),
        ("NO", None),
        ("be", None),
        ("belgique", None),
        ("la République", None),
        ("SL (40)", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_its_printed_code_or_french_name(printed, id):
    assert country(printed, COUNTRIES) == id


@pytest.mark.parametrize(
    ("word", "is_one"), [("AT", True), ("128", True), ("484,78", True), ("ATT", False), ("at", False), ("moulin", False), ("2a", False)]
)
def test_lists_are_made_of_codes_and_figures(word, is_one):
    assert is_code_or_figure(word) is is_one
