"""The units of an act, found by its marks."""

import pytest

from macros.evidence.act import outline
from macros.evidence.act_map import spans
from macros.evidence.quotations import words

ENGLISH = """\
Official Journal of the European Union EN L 101/1
Directive 1999/99/EU of the Millers
of 5 April 1999
on preventing the loss of flour

THE ASSEMBLY AND THE COUNCIL OF MILLERS,

Having regard to the Treaty on Mills, and in particular Article 3 thereof,

Whereas:

(1) Flour is white. It comes from mills.

(2) This Directive is about flour.

It has a second paragraph.

(3) Millers should have:
(a) a hat;
(b) a coat.

HAVE ADOPTED THIS DIRECTIVE:

CHAPTER I

GENERAL PROVISIONS

Article 1

Subject matter

This Directive establishes rules on flour.

Article 2

Definitions

1. For the purposes of this Directive:

(a) ‘flour’ means ground corn;

(b) ‘mill’ means a place where:

(i) corn is ground; or

(ii) flour is sold;

(c) ‘miller’ means its keeper.

The first point also covers bran.

2. Each miller shall:

1. grind;

(7) rest.

3. Exploitation of mills is over.

CHAPTER II
MILLS
Article 9a
1. Article 4 of Directive 1998/1/EU is replaced by the following:

‘Article 4

1. Mills shall turn.

2. They shall turn twice.’;

2. It is over.

Article 24

This Directive shall enter into force on 6 May 1999.

Done at Milltown, 5 April 1999.

For the Assembly
The President
J. MILLER

(1) OJ C 224, 30.8.1998, p. 49.
(2) OJ C 225, 30.8.1998, p. 50.

ANNEX I

LIST OF MILLS

1. The red mill.
2. The blue mill.

ANNEX II

Part A

Wheels

1. The first wheel.

Part B

1. The second wheel.
"""

# Locator -> lines; the last ones are those that no mark places.
ENGLISH_UNITS = {
    "cover": "1-4",
    "preamble": "6-10",
    "recital 1": "12",
    "recital 2": "14-16",
    "recital 3": "18-20",
    "enacting formula": "22",
    "chapter I title": "24-26",
    "art. 1 title": "28-30",
    "art. 1": "32",
    "art. 2 title": "34-36",
    "art. 2(1) lead-in": "38",
    "art. 2(1)(a)": "40",
    "art. 2(1)(b) lead-in": "42",
    "art. 2(1)(b)(i)": "44",
    "art. 2(1)(b)(ii)": "46",
    "art. 2(1)(c)": "48",
    "art. 2(1) closing": "50",
    "art. 2(2)": "52",
    "art. 2(3)": "58",
    "chapter II title": "60-61",
    "art. 9a title": "62",
    "art. 9a(1)": "63-69",
    "art. 9a(2)": "71",
    "art. 24 title": "73",
    "art. 24": "75",
    "closing formula": "77-81",
    "fn 1": "83",
    "fn 2": "84",
    "annex I lead-in": "86-88",
    "annex I(1)": "90",
    "annex I(2)": "91",
    "annex II": "93",
    "annex II, part A title": "95-97",
    "annex II, part A(1)": "99",
    "annex II, part B title": "101",
    "annex II, part B(1)": "103",
}
ENGLISH_LEFT_OUT = "54-56"

FRENCH = """\
DIRECTIVE 1999/99/UE DES MEUNIERS
du 5 avril 1999
concernant la perte de farine
L'ASSEMBLÉE ET LE CONSEIL DES MEUNIERS,
vu le traité sur les moulins, et notamment son article 3,
considérant ce qui suit:
(1)
La farine est blanche.
(2)
La présente directive concerne la farine.
ONT ADOPTÉ LA PRÉSENTE DIRECTIVE:
CHAPITRE PREMIER
DISPOSITIONS GÉNÉRALES
Article premier
Objet
La présente directive établit des règles.
Article 2
Définitions
Aux fins de la présente directive, on entend par:
a) «farine»: le grain moulu;
b) «moulin»: un lieu où:
i) le grain est moulu; ou
ii) la farine est vendue;
b bis) «son»: le reste;
c) «meunier»: celui qui le tient.
Article 9 bis
Les meuniers
1. L'article 4 est remplacé par le texte suivant:
«Article 4
1. Les moulins tournent.
2. Ils tournent deux fois.»;
1 bis. Rien d'autre.
2.
C'est fini.
TROISIÈME PARTIE
Article 10
La directive entre en vigueur le 6 mai 1999.
Fait à Moulins, le 5 avril 1999.
Par l'Assemblée
Le président
J. MEUNIER
( 1 ) JO C 224 du 30.8.1998, p. 49.
ANNEXE A
LISTE
SECTION G
1. Le moulin rouge.
2. Le moulin bleu.
"""

# Locator -> lines; the last ones are those that no mark places.
FRENCH_UNITS = {
    "cover": "1-3",
    "preamble": "4-6",
    "recital 1": "7-8",
    "recital 2": "9-10",
    "enacting formula": "11",
    "chapter I title": "12-13",
    "art. 1 title": "14-15",
    "art. 1": "16",
    "art. 2 title": "17-18",
    "art. 2 lead-in": "19",
    "art. 2(a)": "20",
    "art. 2(b) lead-in": "21",
    "art. 2(b)(i)": "22",
    "art. 2(b)(ii)": "23",
    "art. 2(ba)": "24",
    "art. 2(c)": "25",
    "art. 9a title": "26-27",
    "art. 9a(1)": "28-31",
    "art. 9a(1a)": "32",
    "art. 9a(2)": "33-34",
    "art. 10 title": "36",
    "art. 10": "37",
    "closing formula": "38-41",
    "fn 1": "42",
    "annex A": "43-44",
    "annex A, section G title": "45",
    "annex A, section G(1)": "46",
    "annex A, section G(2)": "47",
}
FRENCH_LEFT_OUT = "35"

WRAPPED = """\
Directive 1999/99/EU of the Millers of
5 April 1999

THE COUNCIL OF MILLERS,
Having regard to the Treaty on Mills, and in particular Article 3
thereof,
Whereas:
(1) Flour is white, and it is a matter of concern as in
Article 4 of the Treaty and in points
(2) and (3) of it, for all millers of the Union and of
third countries, who are many.
(2) This Directive is about flour
and nothing else.
HAS ADOPTED THIS DIRECTIVE:
Article 1
Subject matter and scope of the
measures
This Directive establishes rules on flour which are set out in
Article 2 of this Directive and in no
other.
Article 2
Millers shall, in accordance with the basic principles of their
trade, grind the corn. Nothing else is
asked of them.
Article 3
Penalties
1. Millers shall take the measures that are necessary under paragraph
2. They shall do so:
(a) by day, as in points
(b) and (c); and
(b) by night.
They shall rest.
2. This is the end.
"""

# Locator -> lines; the last ones are those that no mark places.
WRAPPED_UNITS = {
    "cover": "1-2",
    "preamble": "4-7",
    "recital 1": "8-11",
    "recital 2": "12-13",
    "enacting formula": "14",
    "art. 1 title": "15",
    "art. 1": "16-20",
    "art. 2 title": "21",
    "art. 2": "22-24",
    "art. 3 title": "25-26",
    "art. 3(1) lead-in": "27-28",
    "art. 3(1)(a)": "29-30",
    "art. 3(1)(b)": "31",
    "art. 3(2)": "33",
}
WRAPPED_LEFT_OUT = "32"

ACTS = {
    "English, an empty line between paragraphs": (ENGLISH, ENGLISH_UNITS, ENGLISH_LEFT_OUT),
    "French, no empty lines": (FRENCH, FRENCH_UNITS, FRENCH_LEFT_OUT),
    "English, lines broken at the width of a page": (WRAPPED, WRAPPED_UNITS, WRAPPED_LEFT_OUT),
}


@pytest.mark.parametrize(("text", "units", "left_out"), ACTS.values(), ids=ACTS)
def test_an_act_is_divided_by_its_marks(text, units, left_out):
    lines = text.splitlines()
    found = outline(lines)
    assert {locator: spans(numbers, lines) for locator, numbers in found.units.items()} == units
    assert spans(found.left_out, lines) == left_out


@pytest.mark.parametrize("text", [text for text, _, _ in ACTS.values()], ids=ACTS)
def test_every_line_with_words_stands_in_one_unit_or_is_left_out(text):
    lines = text.splitlines()
    found = outline(lines)
    placed = [number for numbers in found.units.values() for number in numbers]
    assert placed == sorted(placed)
    assert sorted([*placed, *found.left_out]) == [number for number, line in enumerate(lines, 1) if words(line)]


def act(*body: str) -> dict[str, list[int]]:
    """The units of an act whose first article has this text, without the heading."""
    found = outline(["Article 1", "", *body])
    return {locator: [number - 2 for number in numbers] for locator, numbers in found.units.items() if locator != "art. 1 title"} | (
        {"left out": [number - 2 for number in found.left_out]} if found.left_out else {}
    )


LISTS = {
    "an i behind h is a letter": (
        ["1. Who:", *(f"({letter}) grinds;" for letter in "abcdefghij")],
        {"art. 1(1) lead-in": [1]} | {f"art. 1(1)({letter})": [number] for number, letter in enumerate("abcdefghij", 2)},
    ),
    "an i behind h and a colon is a Roman figure": (
        [*(f"({letter}) grinds;" for letter in "abcdefg"), "(h) sells:", "(i) corn;", "(ii) flour."],
        {f"art. 1({letter})": [number] for number, letter in enumerate("abcdefg", 1)}
        | {"art. 1(h) lead-in": [8], "art. 1(h)(i)": [9], "art. 1(h)(ii)": [10]},
    ),
    "figures in brackets hold letters": (
        ["The Code is amended:", "(1) in Article 2:", "(a) a word goes;", "(b) a word comes;", "(2) Article 3 goes."],
        {"art. 1 lead-in": [1], "art. 1(1) lead-in": [2], "art. 1(1)(a)": [3], "art. 1(1)(b)": [4], "art. 1(2)": [5]},
    ),
    "inserted items stand behind their elders": (
        ["1. One.", "1a. More.", "1b. Still more.", "2. Two:", "(a) a;", "(aa) b;", "(b) c."],
        {
            "art. 1(1)": [1],
            "art. 1(1a)": [2],
            "art. 1(1b)": [3],
            "art. 1(2) lead-in": [4],
            "art. 1(2)(a)": [5],
            "art. 1(2)(aa)": [6],
            "art. 1(2)(b)": [7],
        },
    ),
    "a second list in a paragraph is left out": (
        ["1. One:", "(a) a;", "(b) b.", "And also:", "(a) c;", "2. Two."],
        {"art. 1(1) lead-in": [1], "art. 1(1)(a)": [2], "art. 1(1)(b)": [3], "art. 1(1) closing": [4], "art. 1(2)": [6], "left out": [5]},
    ),
    "an item out of its order is left out": (["1. One.", "3. Three.", "2. Two."], {"art. 1(1)": [1], "art. 1(2)": [3], "left out": [2]}),
    "a paragraph of two parts is one place": (["1. One.", "More of it.", "2. Two."], {"art. 1(1)": [1, 2], "art. 1(2)": [3]}),
    "words for another act stay where they are quoted": (
        ["(1) this is inserted:", "‘Article 9a", "1. Mills turn.", "2. They rest.’;", "(2) that goes."],
        {"art. 1(1)": [1, 2, 3, 4], "art. 1(2)": [5]},
    ),
    "a quoted term opens nothing": (["1. One:", "‘flour’ is white;", "2. Two."], {"art. 1(1)": [1, 2], "art. 1(2)": [3]}),
    "signs of type are passed over": (["**1.** One:", "- (a) a;", "- (b) b."], {"art. 1(1) lead-in": [1], "art. 1(1)(a)": [2], "art. 1(1)(b)": [3]}),
    "a tag is left out": (["1. One.", '<a id="two"></a>', "2. Two."], {"art. 1(1)": [1], "art. 1(2)": [3], "left out": [2]}),
    "the head of a page is left out": (
        ["1. One:", "EN Official Journal of the European Union L 101/2", "(a) a."],
        {"art. 1(1) lead-in": [1], "art. 1(1)(a)": [3], "left out": [2]},
    ),
    "a reference at the beginning of a line is no heading": (
        ["1. One.", "Article 2 of the Code applies.", "Annex I to it goes."],
        {"art. 1(1)": [1, 2, 3]},
    ),
}


@pytest.mark.parametrize(("body", "units"), LISTS.values(), ids=LISTS)
def test_items_stand_in_their_lists(body, units):
    assert act(*body) == units


@pytest.mark.parametrize(
    ("lines", "units"),
    [
        (["Article 1 — Subject", "Mills turn."], ["art. 1 title", "art. 1"]),
        (["### Article 1: Subject matter", "Mills turn."], ["art. 1 title", "art. 1"]),
        (["Art. 1er. Est approuvé le moulin.", "Art. 2. Il tourne."], ["art. 1", "art. 2"]),
        (["ARTICLE PREMIER", "Objet", "Il tourne."], ["art. 1 title", "art. 1"]),
        (["Article 1", "The mill turns.", "Article 1a", "It rests."], ["art. 1 title", "art. 1", "art. 1a title", "art. 1a"]),
        (["Article 1", "It turns.", "Article 4", "It rests."], ["art. 1 title", "art. 1", "art. 4 title", "art. 4"]),
        # No heading of a chapter belongs to the article before it.
        (
            ["Article 1", "It turns.", "TITRE II", "LA FIN", "Article 2", "Il dort."],
            ["art. 1 title", "art. 1", "title II title", "art. 2 title", "art. 2"],
        ),
    ],
)
def test_an_article_has_its_heading(lines, units):
    assert list(outline(lines).units) == units


def test_an_article_that_comes_again_is_left_out_whole():
    found = outline(["Article 1", "It turns.", "Article 2", "It rests.", "Article 1", "1. It stands.", "2. It falls."])
    assert (list(found.units), found.left_out) == (["art. 1 title", "art. 1", "art. 2 title", "art. 2"], [5, 6, 7])


def test_figures_in_a_title_are_no_recitals():
    found = outline(["Loi du moulin", "(1) portant approbation;", "(2) modifiant le code.", "Art. 1er. Est approuvé le moulin."])
    assert list(found.units) == ["cover", "art. 1"]


@pytest.mark.parametrize("text", ["", "A letter about mills.", "Article 7 of the Code applies.", "(1) One.\n(2) Two."])
def test_a_text_without_articles_is_no_act(text):
    with pytest.raises(ValueError, match="^no line says 'Article 1' or 'Article premier'"):
        outline(text.splitlines())
