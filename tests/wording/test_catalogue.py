"""The words of a language: numbers, dates, plurals, lists, typography; and both files of the site alike."""

import re
from decimal import Decimal

import pytest
from support.paths import ROOT

from macros.wording.catalogue import Wording, read_wording
from macros.wording.typography import NBSP, NNBSP, typeset

DATA = ROOT / "data"
TEXTS = {
    "en": {
        "hello": "Hello",
        "punctuation": {"first_of_month": "1"},
        "mills": {"of": "the mills of {country}"},
        "count": {"mills": {"one": "{n} mill", "other": "{n} mills in {country}"}},
        "when": {
            "since": "since {date}",
            "from-end": "from the end of {date}",
            "between": "between {first} and {last}",
            "by": "by the end of {date}",
        },
        "when_day": {"since": "since {date}", "by": "by {date}"},
    },
    "fr": {
        "hello": "Bonjour : ça va ?",
        "punctuation": {"first_of_month": "1er"},
        "mills": {"of": "les moulins de {country}"},
        "count": {"mills": {"one": "{n} moulin", "other": "{n} moulins de {country}"}},
        "when": {"since": "depuis {date}", "from-end": "à partir de la fin {date}", "between": "entre {first} et {last}", "by": "d’ici à fin {date}"},
        "when_day": {"since": "depuis le {date}", "by": "d’ici au {date}"},
    },
}
EN, FR = (Wording(language, texts) for language, texts in TEXTS.items())


def test_a_text_is_found_by_its_key_and_filled():
    assert EN.say("hello") == "Hello"
    assert EN.say("mills.of", country="Norway") == "the mills of Norway"


def test_a_text_is_typeset_in_its_language():
    assert FR.say("hello") == f"Bonjour{NBSP}: ça va{NNBSP}?"
    assert FR.say("mills.of", country="l'Union") == "les moulins de l’Union"


@pytest.mark.parametrize("key", ["goodbye", "mills.off", "mills.of.one"])
def test_an_unknown_key_is_refused(key):
    with pytest.raises((KeyError, TypeError)):
        EN.say(key, country="Norway")


@pytest.mark.parametrize(
    ("value", "en", "fr"),
    [
        (0, "0", "0"),
        (71, "71", "71"),
        (1060, "1,060", f"1{NNBSP}060"),
        (Decimal("3102484.78"), "3,102,484.78", f"3{NNBSP}102{NNBSP}484,78"),
    ],
)
def test_numbers_are_written_as_each_language_writes_them(value, en, fr):
    assert (EN.number(value), FR.number(value)) == (en, fr)


@pytest.mark.parametrize(
    ("value", "en", "fr"),
    [
        ("2006", "2006", "2006"),
        ("2006-10", "October 2006", "octobre 2006"),
        ("2006-07-24", "24 July 2006", "24 juillet 2006"),
        ("2007-05-01", "1 May 2007", "1er mai 2007"),
        ("2006/2007", "2006–2007", "2006–2007"),
        ("2007-11-08/2007-11-09", "8 and 9 November 2007", "8 et 9 novembre 2007"),
        ("2007-05-01/2007-05-03", "1–3 May 2007", "1er–3 mai 2007"),
        ("2007-04-30/2007-05-01", "30 April 2007 – 1 May 2007", "30 avril 2007 – 1er mai 2007"),
        ("--10-18", "18 October", "18 octobre"),
        ("--05-01", "1 May", "1er mai"),
    ],
)
def test_dates_keep_the_precision_of_the_data(value, en, fr):
    assert (EN.date(value), FR.date(value)) == (en, fr)


@pytest.mark.parametrize(
    ("value", "limit", "en", "fr"),
    [
        ("2006-10", "since", "since October 2006", "depuis octobre 2006"),
        ("2006-10-18", "since", "since 18 October 2006", "depuis le 18 octobre 2006"),
        ("2006/2007", "between", "between 2006 and 2007", "entre 2006 et 2007"),
        ("2009-05", "from-end", "from the end of May 2009", "à partir de la fin mai 2009"),
        ("2009", "by", "by the end of 2009", "d’ici à fin 2009"),
        ("2009-05-01", "by", "by 1 May 2009", "d’ici au 1er mai 2009"),
    ],
)
def test_a_date_has_its_limit(value, limit, en, fr):
    assert (EN.when(value, limit), FR.when(value, limit)) == (en, fr)


@pytest.mark.parametrize(
    ("number", "en", "fr"),
    [
        (0, "0 mills in Norway", "0 moulin"),
        (1, "1 mill", "1 moulin"),
        (2, "2 mills in Norway", "2 moulins de Norway"),
        (1060, "1,060 mills in Norway", f"1{NNBSP}060 moulins de Norway"),
    ],
)
def test_french_counts_nothing_in_the_singular(number, en, fr):
    assert (EN.count("mills", number, country="Norway"), FR.count("mills", number, country="Norway")) == (en, fr)


@pytest.mark.parametrize(
    ("text", "en", "fr"),
    [
        ("l'aile", "l’aile", "l’aile"),
        ("non ; oui ! quoi ?", "non ; oui ! quoi ?", f"non{NNBSP}; oui{NNBSP}! quoi{NNBSP}?"),
        ("ainsi : deux", "ainsi : deux", f"ainsi{NBSP}: deux"),
        ("https://mills.example/?a", "https://mills.example/?a", "https://mills.example/?a"),
        ("12:30", "12:30", "12:30"),
        ("« moulin »", "« moulin »", f"«{NBSP}moulin{NBSP}»"),
        ("«moulin»", "«moulin»", f"«{NBSP}moulin{NBSP}»"),
        ("1 060 000", f"1{NNBSP}060{NNBSP}000", f"1{NNBSP}060{NNBSP}000"),
        ("en 2006 10 moulins", "en 2006 10 moulins", "en 2006 10 moulins"),
        ("10 %", f"10{NNBSP}%", f"10{NBSP}%"),
        ("n° 311", "n° 311", f"n°{NBSP}311"),
    ],
)
def test_typography(text, en, fr):
    assert (typeset(text, "en"), typeset(text, "fr")) == (en, fr)


def test_typesetting_twice_changes_nothing_more():
    text = "« L'aile : 1 060 moulins ; 10 % ! »"
    assert typeset(typeset(text, "fr"), "fr") == typeset(text, "fr")


def leaves(texts, key=""):
    """Key -> text of everything in a file of wording."""
    if isinstance(texts, dict):
        return {k: v for name, inner in texts.items() for k, v in leaves(inner, f"{key}.{name}".strip(".")).items()}
    return {key: texts}


def test_both_files_of_the_site_have_the_same_keys_and_places():
    en, fr = (leaves(read_wording(DATA, language).texts) for language in ("en", "fr"))
    assert list(en) == list(fr)
    places = [{key: sorted(set(re.findall(r"\{(\w*)\}", text))) for key, text in texts.items()} for texts in (en, fr)]
    assert places[0] == places[1]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_text_of_the_site_is_empty(language):
    assert [key for key, text in leaves(read_wording(DATA, language).texts).items() if not text.strip()] == []
