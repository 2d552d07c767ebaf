"""Quotations: how words are normalised, what is accepted, what is refused, how fingerprints are made."""

import hashlib
import random

import pytest
from support.paths import TINY

from macros.evidence.quotations import pieces, quoted, read_fingerprints, runs, unit_words, words
from macros.evidence.source_map import read_map, write_fingerprint
from macros.model.values import Evidence
from macros.problems import DataErrors

REPORT = read_fingerprints(TINY / "data")["com-2008-657"]
TRAINING = "2.1.1 ¶1"


NORMALISED = {
    "letters are composed": ("E\u0301cole", "École"),
    "hash signs and stars go": ("## **Les moulins** *à vent*", "Les moulins à vent"),
    "bullets go": ("- un moulin\n• deux moulins", "un moulin deux moulins"),
    "raised figures go": ("le plan<sup>12</sup>.", "le plan"),
    "other raised text stays": ("le 1<sup>er</sup> mai", "le 1er mai"),
    "a link becomes its target": ("voir [ici](http://moulins.example/a) et là", "voir http://moulins.example/a et là"),
    "a word cut at the end of a line is joined": ("des mou-\nlins", "des moulins"),
    "a hyphen before a capital stays": ("Royaume-\nUni", "Royaume Uni"),
    "curly apostrophes become straight ones": ("l’aile", "l' aile"),
    "ligatures are undone": ("Œuvre et cœur", "Oeuvre et coeur"),
    "dashes become hyphens": ("2006–2007 peut‑être", "2006-2007 peut-être"),
    "a lone dash goes": ("un moulin – à vent", "un moulin à vent"),
    "blanks inside numbers go": ("3 102 484,78 et 1 060 et 2\u202f000", "3102484,78 et 1060 et 2000"),
    "a blank before other digits stays": ("en 2006 10 moulins", "en 2006 10 moulins"),
    "words are split behind apostrophes": ("qu'ils n'ont", "qu' ils n' ont"),
    "inner signs stay": ("1.4 2004/81/CE 484,78 a-t-il", "1.4 2004/81/CE 484,78 a-t-il"),
    "outer signs go": ("«Moulins», (REGMO); “ailes”… [sic] 10.", "Moulins REGMO ailes sic 10"),
    "case and accents stay": ("École ecole", "École ecole"),
}


@pytest.mark.parametrize(("text", "expected"), NORMALISED.values(), ids=NORMALISED)
def test_words_are_normalised(text, expected):
    assert words(text) == expected.split()


@pytest.mark.parametrize("title", ["#### **2.1.1. Former les meuniers**", "2.1.1. Former les meuniers", "- 3. Former les meuniers"])
def test_the_printed_number_of_a_title_goes(title):
    assert unit_words(title) == ["Former", "les", "meuniers"]


def test_a_number_inside_a_unit_stays():
    assert unit_words("Voir le point 1.4. Fin") == ["Voir", "le", "point", "1.4", "Fin"]


def test_each_three_words_make_a_run_in_their_order():
    found = runs(["un", "deux", "trois", "quatre"], "s", "l")
    assert found == [*runs(["un", "deux", "trois"], "s", "l"), *runs(["deux", "trois", "quatre"], "s", "l")]
    assert all(len(run) == 4 for run in found)


def test_fewer_words_make_one_run_and_none_make_none():
    assert len(runs(["un", "deux"], "s", "l")) == 1
    assert runs([], "s", "l") == []


def test_a_run_belongs_to_its_source_and_place():
    one = ["un", "deux", "trois"]
    assert len({*runs(one, "s", "l"), *runs(one, "s", "m"), *runs(one, "t", "l")}) == 3


def test_marks_of_omission_part_a_quotation():
    assert pieces("Le bureau […] dix meuniers") == [["Le", "bureau"], ["dix", "meuniers"]]


@pytest.mark.parametrize(
    ("quotation", "place", "held"),
    [
        ("Le bureau de l'École a formé dix meuniers", TRAINING, True),
        ("le bureau de l'École a formé dix meuniers", TRAINING, False),
        ("Le bureau de l’École a formé dix meuniers; la présidence", TRAINING, True),
        ("Le bureau de l'École a formé dix meuniers", "2.1.1 ¶2", False),
        # Every run of three words stands there, but not in one piece.
        ("Le bureau de l'École a formé vingt apprentis", TRAINING, False),
        ("la présidence suédoise a formé dix meuniers", TRAINING, False),
        # Two pages, one paragraph.
        ("De nombreux meuniers ne savent pas qu'ils doivent", "1.2 ¶1", True),
        # A word cut at the end of a line stands in the other source; figures lose their blanks.
        ("est passé de 195 en 2003 à 1060 en 2006", "1.1 ¶1", True),
        ("Plan de l'Union pour les moulins", "fn 1", True),
        # Pieces in their order, which may touch but not overlap.
        ("L'École des moulins […] a formé vingt apprentis", TRAINING, True),
        ("a formé vingt apprentis […] L'École des moulins", TRAINING, False),
        ("L'École des moulins a publié […] en mai 2007 un manuel", TRAINING, True),
        ("L'École des moulins a publié […] a publié en mai 2007", TRAINING, False),
    ],
)
def test_a_quotation_stands_contiguously_at_its_place(quotation, place, held):
    assert REPORT.holds(pieces(quotation), place) is held


def test_a_word_cut_at_the_end_of_a_line_is_quoted_whole():
    promises = read_fingerprints(TINY / "data")["millers-commitments"]
    assert promises.holds(pieces("ouvrir leurs moulins aux écoles"), "c1")


@pytest.mark.parametrize(
    ("text", "place", "whole"),
    [
        ("Former", "2.1 title", True),
        ("Former les meuniers et leurs apprentis", "2.1.1 title", True),
        ("Former les meuniers", "2.1.1 title", False),
        ("Voir la section 1.1", "2.1.2 ¶1", True),
        ("MISE EN ŒUVRE DU PLAN", "2 title", True),
    ],
)
def test_a_short_unit_may_be_quoted_whole(text, place, whole):
    assert REPORT.is_whole(words(text), place) is whole


def test_the_longest_beginning_is_found():
    assert REPORT.beginning(words("Le bureau de l'École a formé vingt"), TRAINING) == words("Le bureau de l'École a formé")
    assert REPORT.beginning(words("Un bureau de l'École"), TRAINING) == []


def test_other_places_of_the_same_words_are_found():
    assert REPORT.elsewhere(pieces("Restaurer les moulins à eau")) == ["2.2.2 title", "3.2"]
    assert REPORT.elsewhere(pieces("Réparer les moulins à eau")) == []


@pytest.mark.parametrize(("place", "section"), [("1.2 ¶1", "1.2"), ("2.1.1 title", "2.1.1"), ("fn 2", "1.1"), ("fn 1", "intro"), ("3.1", "3.1")])
def test_a_place_belongs_to_its_section(place, section):
    assert REPORT.section(place) == section


def changed(unit: list[str], vocabulary: list[str], chance: random.Random) -> list[str]:
    """Four to twelve words of a unit with one thing changed: a word, a letter, the order, the length, or a splice."""
    start = chance.randrange(len(unit) - 3)
    part = unit[start : start + chance.randint(4, 12)]
    at = chance.randrange(len(part))
    match chance.choice(["replace", "letter", "swap", "drop", "repeat", "splice"]):
        case "replace":
            part[at] = chance.choice(vocabulary)
        case "letter":
            letter = chance.randrange(len(part[at]))
            part[at] = part[at][:letter] + chance.choice("aeélnrs7") + part[at][letter + 1 :]
        case "swap":
            other = chance.randrange(len(part))
            part[at], part[other] = part[other], part[at]
        case "drop":
            del part[at]
        case "repeat":
            part.insert(at, part[at])
        case "splice":
            cut = chance.randrange(len(unit) - 1)
            part = part[: at + 1] + unit[cut : cut + chance.randint(2, 6)]
    return part


def test_no_changed_quotation_is_accepted():
    lines = (TINY / "source.txt").read_text("utf-8").splitlines()
    report_map = read_map(TINY / "data/fingerprints/com-2008-657.map.yaml")
    units = {place: unit_words("\n".join(lines[n - 1] for n in report_map.lines(place))) for place in report_map.units}
    vocabulary = sorted({word for unit in units.values() for word in unit})
    chance = random.Random(657)
    long = [place for place, unit in units.items() if len(unit) >= 6]
    tried, tempting, accepted = 0, 0, []
    while tried < 10_000:
        place = chance.choice(long)
        part = changed(units[place], vocabulary, chance)
        if len(part) < 4 or f" {' '.join(part)} " in f" {' '.join(units[place])} ":
            continue
        tried += 1
        tempting += set(runs(part, REPORT.source, place)) <= set(runs(units[place], REPORT.source, place))
        if REPORT.holds([part], place):
            accepted.append((place, " ".join(part)))
    assert accepted == []
    assert tempting, "no splice has only runs that stand in the unit"


def test_every_unchanged_quotation_is_accepted():
    lines = (TINY / "source.txt").read_text("utf-8").splitlines()
    report_map = read_map(TINY / "data/fingerprints/com-2008-657.map.yaml")
    for place in report_map.units:
        unit = unit_words("\n".join(lines[n - 1] for n in report_map.lines(place)))
        assert REPORT.is_whole(unit, place)
        assert all(REPORT.holds([unit[start : start + 4]], place) for start in range(len(unit) - 3))


@pytest.fixture
def bilingual(project):
    """The folder of data of a project that holds the commitments in English too."""
    text = project / "commitments.en.txt"
    text.write_text("We promise to open our mills to schools.\nWe promise to sell no flour.\n", "utf-8")
    digest = hashlib.sha256(text.read_bytes()).hexdigest()
    source_map = f"source: millers-commitments\nsha256: {digest}\nunits:\n  c1: 1\n  c2: 2\n"
    (project / "data/fingerprints/millers-commitments.en.map.yaml").write_text(source_map, "utf-8")
    write_fingerprint(project / "data", "millers-commitments.en", text)
    return project / "data"


def test_a_source_is_held_in_two_languages(bilingual):
    found = read_fingerprints(bilingual)
    assert set(found) >= {"com-2008-657", "millers-commitments.en", "millers-commitments"}
    english, french = found["millers-commitments.en"], found["millers-commitments"]
    assert (english.source, french.source) == ("millers-commitments", "millers-commitments")
    assert english.holds(pieces("open our mills to schools"), "c1")
    assert not french.holds(pieces("open our mills to schools"), "c1")


def test_each_quotation_of_a_piece_of_evidence_has_the_text_of_its_language(bilingual):
    found = read_fingerprints(bilingual)
    also = [{"language": language, "quotation": f"in {language}"} for language in ("en", "nl")]
    evidence = Evidence(source="millers-commitments", locator="c1", quotation="ouvrir leurs moulins", also=also)
    assert list(quoted(evidence, "fr", found)) == [
        ((), "fr", "ouvrir leurs moulins", found["millers-commitments"]),
        (("also", 0), "en", "in en", found["millers-commitments.en"]),
        (("also", 1), "nl", "in nl", None),
    ]


def test_evidence_without_other_languages_has_one_quotation(bilingual):
    evidence = Evidence(source="flour-law", locator="art. 1", quotation="words")
    assert list(quoted(evidence, None, read_fingerprints(bilingual))) == [((), None, "words", None)]


def test_fingerprints_under_the_name_of_another_source_are_refused(bilingual):
    file = bilingual / "fingerprints/millers-commitments.en.json"
    file.rename(file.with_name("com-2008-657.en.json"))
    with pytest.raises(DataErrors) as refused:
        read_fingerprints(bilingual)
    assert str(refused.value.problems[0]) == (
        "data/fingerprints/com-2008-657.en.json:1: these are fingerprints of millers-commitments\n"
        "  hint: call it millers-commitments.json, or with the language of the text millers-commitments.fr.json, and its map alike"
    )
