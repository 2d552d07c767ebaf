"""Printed words as values: numbers, dates, countries."""

from decimal import Decimal

import pytest

from macros.evidence.printed import country, date, is_code_or_figure, number
from macros.evidence.printed_words import PRINTED
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
    assert number(printed, "fr") == Decimal(value)


@pytest.mark.parametrize(
    "printed", ["", "moulins", "195 à 1060", "un ou deux", "cent vingt", "trente et un", "mille deux", "1.4", "2004/81/CE", "trente-deux"]
)
def test_no_number_is_guessed(printed):
    assert number(printed, "fr") is None


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
        ("du 2 septembre 2013 au 29 février 2016", "2013-09-02/2016-02-29"),
        ("du 30 septembre au 2 octobre 2007", "2007-09-30/2007-10-02"),
        ("26/10/2012", "2012-10-26"),
        ("le 5/4/2011", "2011-04-05"),
    ],
)
def test_a_date_is_read(printed, value):
    assert date(printed, "fr") == value


@pytest.mark.parametrize(
    "printed", ["", "en mai", "hier", "12006", "les années 2003, 2004 et 2005", "3 marseillais", "2004/81/CE", "2006/07", "de juin à juillet 2007"]
)
def test_no_date_is_guessed(printed):
    assert date(printed, "fr") is None


@pytest.mark.parametrize(
    "month", ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
)
def test_every_month_is_known(month):
    assert date(f"2 {month} 2007", "fr")[:4] == "2007"
    assert date(f"2 {month} 2007", "fr")[-3:] == "-02"


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
    assert country(printed, COUNTRIES, "fr") == id


@pytest.mark.parametrize(
    ("word", "is_one"), [("AT", True), ("128", True), ("484,78", True), ("ATT", False), ("at", False), ("moulin", False), ("2a", False)]
)
def test_lists_are_made_of_codes_and_figures(word, is_one):
    assert is_code_or_figure(word) is is_one


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("71", "71"),
        ("1,234", "1234"),
        ("3,102,484.78", "3102484.78"),
        ("EUR 1,500,000", "1500000"),
        ("7 155", "7155"),
        ("10 093", "10093"),
        ("14\u00a0000", "14000"),
        ("more than 14 000", "14000"),
        ("20.5%", "20.5"),
        # A slip: a comma with no three figures behind it parts no thousands.
        ("20,5%", "20.5"),
        ("20,55 per cent", "20.55"),
        ("€2.5 million", "2500000"),
        ("zero", "0"),
        ("one study", "1"),
        ("ten", "10"),
        ("Sixteen Member States", "16"),
        ("twenty", "20"),
        ("twenty-seven", "27"),
        ("Ninety-nine", "99"),
        ("one hundred", "100"),
        ("fourteen thousand", "14000"),
        ("5 000 employees", "5000"),
        ("two million", "2000000"),
        ("a hundred organisations", "100"),
        ("1.5 billion", "1500000000"),
        ("AT (128)", "128"),
    ],
)
def test_an_english_number_is_read(printed, value):
    assert number(printed, "en") == Decimal(value)


@pytest.mark.parametrize(
    "printed",
    [
        "", "mills", "second", "the second half", "often", "195 to 1,060", "one or two", "one third", "two thirds", "half of 20",
        "one hundred and two", "thousands",
        "dozens", "two dozen",
        "half a million", "a few hundred", "a hundred and two", "a mill", "a", "2 bn", "2 trillion", 
        "0,125", "1,2345", "12,34,567", "1.4.2", "2011/36/EU", "2014-2017", "dix", "vingt",
        "another one", "ninety-ten",
    ],
)  # fmt: skip
def test_no_english_number_is_guessed(printed):
    assert number(printed, "en") is None


def test_a_comma_parts_thousands_in_english_and_decimals_in_french():
    assert (number("1,234", "en"), number("1,234", "fr")) == (Decimal(1234), Decimal("1.234"))


def test_a_point_parts_decimals_in_english_only():
    assert (number("1.5", "en"), number("1.5", "fr")) == (Decimal("1.5"), None)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("5 April 2011", "2011-04-05"),
        ("1 February 2008", "2008-02-01"),
        ("by 6 April 2013", "2013-04-06"),
        ("April 5, 2011", "2011-04-05"),
        ("5th April 2011", "2011-04-05"),
        ("this 16th day of May 2005", "2005-05-16"),
        ("the 3rd of May 2005", "2005-05-03"),
        ("OF 5 APRIL 2011", "2011-04-05"),
        ("3 Sept. 2013", "2013-09-03"),
        ("12 Dec 2015", "2015-12-12"),
        ("June 2015", "2015-06"),
        ("May 2015", "2015-05"),
        ("In 2011", "2011"),
        ("29.6.2009", "2009-06-29"),
        ("OJ L 101, 15.4.2011, p. 1", "2011-04-15"),
        ("26/10/2012", "2012-10-26"),
        ("2011-04-05", "2011-04-05"),
        ("18 October", "--10-18"),
        ("October 18", "--10-18"),
        ("2 September 2013 to 29 February 2016", "2013-09-02/2016-02-29"),
        ("2 September 2013 – 29 February 2016", "2013-09-02/2016-02-29"),
        ("30 September to 2 October 2015", "2015-09-30/2015-10-02"),
        ("8 and 9 November 2007", "2007-11-08/2007-11-09"),
        ("8-9 November 2007", "2007-11-08/2007-11-09"),
        ("from 8th to 9th November 2007", "2007-11-08/2007-11-09"),
        ("1.4.2013 to 31.3.2014", "2013-04-01/2014-03-31"),
        ("2014-2017", "2014/2017"),
        ("2022–2025", "2022/2025"),
        ("between 2014 and 2017", "2014/2017"),
        ("2014 to 2017", "2014/2017"),
        # No month is meant.
        ("Member States may, in 2015", "2015"),
    ],
)
def test_an_english_date_is_read(printed, value):
    assert date(printed, "en") == value


@pytest.mark.parametrize(
    "printed",
    [
        "", "in May", "Member States may", "may 20", "yesterday", "12006", "the second", "2011/36/EU", "2014/15", "2012, 2013 and 2014",
        "2014 as in 2017",
        # Of one date or two, of a month or two, of April or May nobody can tell.
        "Article 3 5 April 2011", "June to September 2015", "January 2015 to March 2016", "5/4/2011",
        "5 April 2011, then 6 May 2012", "5 April 6 2011", "Marching 2011 men 2012 on", "8 and 9 November",
    ],
)  # fmt: skip
def test_no_english_date_is_guessed(printed):
    assert date(printed, "en") is None


@pytest.mark.parametrize("number_of_month", range(1, 13))
def test_every_english_month_is_known(number_of_month):
    month = "January February March April May June July August September October November December".split()[number_of_month - 1]  # noqa: SIM905
    assert date(f"2 {month} 2007", "en") == date(f"{month} 2, 2007", "en") == f"2007-{number_of_month:02}-02"


@pytest.mark.parametrize(
    ("printed", "id"), [("in Belgium", "be"), ("BE (41)", "be"), ("the United Kingdom", "uk"), ("la Belgique", None), ("belgium", None), ("", None)]
)
def test_a_country_is_known_by_its_english_name(printed, id):
    assert country(printed, COUNTRIES, "en") == id


def test_nothing_is_read_in_a_language_that_is_not_in_the_table():
    assert "nl" not in PRINTED
    assert [number("71", "nl"), date("2011", "nl"), country("BE (41)", COUNTRIES, "nl")] == [None, None, None]
