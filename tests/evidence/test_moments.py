"""Which piece of evidence prints a day."""

import pytest

from macros.evidence.moments import date_in_address, proof_of_date
from macros.model.values import Evidence

NEWS = "https://mills.example/news/2012/20120619_en"


def quoted(quotation: str) -> Evidence:
    return Evidence.model_validate({"source": "mill-directive", "locator": "cover", "quotation": quotation})


def seen(at: str, quotation: str = "the mills were seen again") -> Evidence:
    page = {"at": at, "on": "2026-11-29", "publisher": "mill-office"}
    return Evidence.model_validate({"seen": page, "language": "en", "quotation": quotation})


def linked(at: str) -> Evidence:
    return Evidence.model_validate({"linked": {"at": at, "publisher": "mill-press"}})


@pytest.mark.parametrize(
    ("printed", "evidence", "level"),
    [
        ("9 November 2009", [quoted("Directive of 9 November 2009 on mills")], "verified"),
        ("9 November 2009", [seen(NEWS, "adopted on 9 November 2009 by all"), quoted("of the Council on mills")], "seen"),
        ("9 November 2009", [quoted("Directive of 9 November 2010 on mills")], "linked"),
        ("20120619", [seen(NEWS)], "seen"),
        ("20120619", [linked(NEWS), seen("https://mills.example/")], "linked"),
        ("20120619", [seen(NEWS.replace("20120619", "201206191"))], "linked"),
        # A year alone stands in many addresses.
        ("2012", [seen(NEWS)], "linked"),
        (None, [quoted("Directive of 9 November 2009 on mills")], "linked"),
    ],
)
def test_a_day_has_the_level_of_the_best_piece_that_prints_it(printed, evidence, level):
    assert proof_of_date(printed, evidence) == level


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("20120619", "2012-06-19"),
        ("2012-06-19", "2012-06-19"),
        ("2012/06", "2012-06"),
        ("2012_06_19", "2012-06-19"),
        ("2012-06/19", None),
        ("19.6.2012", None),
    ],
)
def test_digits_of_an_address_are_a_day_or_a_month(printed, day):
    assert date_in_address(printed) == day
