"""Answers as people write them become what the data hold; what they do not mean plainly stays as it is."""

import pytest
from support.frozen import PLAN
from support.paths import TINY

from macros.proposals import written
from macros.proposals.basis import basis
from macros.proposals.places import locator
from macros.proposals.quoted import quotations
from macros.proposals.where import source
from macros.reading.load import load

ACTIONS, TARGETS = ("actions", "developments", "provisions"), ("objectives", "follow_ups", "commitments")


@pytest.mark.parametrize(
    ("answer", "kinds", "found"),
    [
        ("2.2.1-1 2.2.1-2", ACTIONS, ["2.2.1-1", "2.2.1-2"]),
        ("2.2.1-1 and 2.2.1-2", ACTIONS, ["2.2.1-1", "2.2.1-2"]),
        ("- 2.2.1-1\n- 2.2.1-2", ACTIONS, ["2.2.1-1", "2.2.1-2"]),
        ("[2.2.1-1, `2.2.1-2`]", ACTIONS, ["2.2.1-1", "2.2.1-2"]),
        ("2.2.1-1 à 2.2.1-3", ACTIONS, ["2.2.1-1", "2.2.1-2", "2.2.1-3"]),
        ("2.2.1-1–3", ACTIONS, ["2.2.1-1", "2.2.1-2", "2.2.1-3"]),
        ("2.2.1-1 to 2.2.1-99", ACTIONS, ["2.2.1-1", "2.2.1-99"]),
        ("https://tracker.example/objectives/2.2.1/#2.2.1-3", ACTIONS, ["2.2.1-3"]),
        ("2.2.1-1; 2.2.1-1", ACTIONS, ["2.2.1-1"]),
        ("article 19 of the directive", ACTIONS, ["article 19 of the directive"]),
        ("Europol et Eurojust", ("actors",), ["europol", "eurojust"]),
        ("Office européen de police", ("actors",), ["europol"]),
        ("Conseil de l’Europe, commission", ("actors",), ["council-of-europe", "commission"]),
        ("Ministry of Windmills", ("actors",), ["Ministry of Windmills"]),
        ("la Commission européenne", ("actors",), ["commission"]),
        ("the Commission, l’OIT", ("actors",), ["commission", "ilo"]),
        ("Europol, together with the Commission; not stated", ("actors",), ["europol", "commission"]),
        ("l’Agence Europol, the Eurojust agency", ("actors",), ["europol", "eurojust"]),
        ("Europol et la Commission", ("actors",), ["europol", "commission"]),
        ("la Commission européenne (Europol)", ("actors",), ["commission", "europol"]),
        ("the Justice Council", ("actors",), ["jha-council"]),
        ("les experts de la traite et Europol", ("actors",), ["expert-group-trafficking", "europol"]),
        ("Commission européenne contre le racisme", ("actors",), ["Commission européenne contre le racisme"]),
        ("La Strada International", ("actors",), ["La Strada International"]),
        ("member-states, council-of-europe", ("actors",), ["member-states", "council-of-europe"]),
        ("europol, Commission, Conseil de l’Europe", ("actors",), ["europol", "commission", "council-of-europe"]),
        ("2.2.1 Mieux connaître l’ampleur et la nature de la traite des êtres humains", TARGETS, ["2.2.1"]),
        ("2.2.1: Know more about the scale and nature of trafficking in human beings, 3.1", TARGETS, ["2.2.1", "3.1"]),
        ("2.2.1 et le protocole", TARGETS, ["2.2.1", "le protocole"]),
        ("[words of a link](https://tracker.example/objectives/2.2.1/#2.2.1-3)", ACTIONS, ["2.2.1-3"]),
        ("objectif 2.8.1 et 3.7", TARGETS, ["2.8.1", "3.7"]),
        ("c6, 3.1", TARGETS, ["c6", "3.1"]),
        ("", TARGETS, []),
    ],
)
def test_identifiers_are_read_however_they_are_set_apart(answer, kinds, found):
    assert written.identifiers(answer, PLAN, kinds) == found


@pytest.mark.parametrize("answer", ["2.2.1", "Objectif 2.2.1", "2.2.1.", "https://tracker.example/fr/objectives/2.2.1/"])
def test_an_objective_is_read_out_of_words(answer):
    assert written.objective(answer, PLAN) == "2.2.1"


@pytest.mark.parametrize("answer", ["2.2", "2.9.9", "2.2.1 or 2.3.1", "2.2.1-1"])
def test_what_names_no_objective_or_two_stays(answer):
    assert written.objective(answer, PLAN) == answer


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("directive-2004-81", "directive-2004-81"),
        ("Directive-2004-81", "directive-2004-81"),
        ("32004L0081", "directive-2004-81"),
        ("https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:32004L0081", "directive-2004-81"),
        ("https://eur-lex.europa.eu/eli/dir/2004/81/oj", "directive-2004-81"),
        ("http://data.europa.eu/eli/dir/2004/81/oj", "directive-2004-81"),
        ("https://www.example.org/news", "https://www.example.org/news"),
        ("Communiqué IP/12/619, https://www.example.org/news (consulté le 30 novembre 2026)", "https://www.example.org/news"),
        ("see www.example.org/news.", "https://www.example.org/news"),
        ("(https://www.example.org/news_(2012)).", "https://www.example.org/news_(2012)"),
        ("a newspaper", "a newspaper"),
    ],
)
def test_a_source_that_we_hold_is_known_by_its_number_and_addresses(answer, found):
    assert source(answer, PLAN) == (found, "")


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("la directive 2004/81/CE du Conseil du 29 avril 2004", ("directive-2004-81", "")),
        ("article 8 de la directive 2004/81/CE", ("directive-2004-81", "art. 8")),
        ("Directive 2004/81/EC and a newspaper", ("Directive 2004/81/EC and a newspaper", "")),
    ],
)
def test_a_source_is_known_in_words_with_a_place_in_it(answer, found):
    assert source(answer, PLAN) == found


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("article 19", "art. 19"), ("l’article 4, paragraphe 2", "art. 4(2)"), ("art. 4(1)", "art. 4(1)"), ("considérant 28", "recital 28"),
        ("l’annexe I", "annex I"),
        ("note de bas de page 9", "fn 9"), ("section 2.5.4, paragraph 2", "2.5.4 ¶2"), ("2.5.4 ¶2", "2.5.4 ¶2"), ("annex", "annex"),
    ],
)  # fmt: skip
def test_a_place_is_named_as_people_name_it(answer, found):
    assert locator(answer) == found


def test_passages_lose_the_marks_around_them():
    assert quotations("« un but » (...) « une fin »") == quotations("« un but »\n« une fin »") == ["un but", "une fin"]
    assert quotations("« un but [...] une fin »") == ["un but […] une fin"]
    assert quotations("p. 12: “a report on mills” (Summary)\n\n2. a se-\nvere wind¹ and [4] mills") == [
        "a report on mills",
        "a severe wind and mills",
    ]
    assert quotations("“This” was “that”\n\n“a “nested” one”\n\nit ends here”") == ["“This” was “that”", "a “nested” one", "it ends here"]
    assert quotations("> Towards\n> global goals.\n\n« un but »\n \n‘an aim’\n\n") == ["Towards global goals.", "un but", "an aim"]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("article 1 of Directive 2009/10/EC", ["mill-directive-windmills"]),
        ("Directive 2009/10/EC, Article 1", ["mill-directive-windmills"]),
        ("l’article premier", ["l’article premier"]),
        ("article 1 de la directive 2009/10/CE, 2.2.3-1 et 2.2.3-99", ["mill-directive-windmills", "2.2.3-1", "2.2.3-99"]),
        ("article 1 bis de la directive 2009/10/CE", ["article 1 bis de la directive 2009/10/CE"]),
        ("article 9, paragraphe 3, de la directive 2009/10/CE", ["article 9 paragraphe 3 de la directive 2009/10/CE"]),
        ("article 1 of Regulation 2019/7", ["article 1 of Regulation 2019/7"]),
        ("art. 1 de la directive (UE) 2019/7", ["art. 1 de la directive UE 2019/7"]),
        ("art. 1 dir. 2009/10/CE", ["mill-directive-windmills"]),
        ("Article premier ou 1 de la directive 2009/10/CE", ["Article premier ou 1 de la directive 2009/10/CE"]),
        ("Art. 1 de la directive 2009/10/CE du Parlement européen et du Conseil du 9 novembre 2009", ["mill-directive-windmills"]),
        ("Article 1 de la directive 2009/10/CE (JO L 300 du 20.11.2009, p. 1)", ["mill-directive-windmills"]),
        ("Article 1 de la directive 2009/10/CE sur les moulins et remplaçant la décision 2002/629/JAI du Conseil", ["mill-directive-windmills"]),
        ("Article 1 of Directive 2009/10/EC of the European Parliament and of the Council of 9 November 2009 on mills", ["mill-directive-windmills"]),
        ("Article 1 of Directive 2009/10/EC on mills, and repealing Council Decision 2002/629/JHA", ["mill-directive-windmills"]),
        ("Directive 2009/10/EC of the Council, Article 1", ["mill-directive-windmills"]),
        ("Article 1 of Directive 2009/10/EC of the Council on mills and the Protocol", ["mill-directive-windmills", "the Protocol"]),
        ("article 1 de la directive 2009/10/CE du Conseil de l’Europe", ["mill-directive-windmills", "du Conseil de l’Europe"]),
        ("Articles 1 et 9 de la directive 2009/10/CE", ["mill-directive-windmills", "Article 9 de la directive 2009/10/CE"]),
        (
            "article 9 de la directive 2009/10/CE ; article 1 de la même directive",
            ["article 9 de la directive 2009/10/CE", "mill-directive-windmills"],
        ),
        ("[article 1](https://tracker.example/fr/developments/#mill-directive-windmills)", ["mill-directive-windmills"]),
    ],
)
def test_a_place_in_an_act_stands_for_what_is_held_of_it_and_nothing_beside_it_is_lost(said, meant):
    assert written.identifiers(said, load(TINY), ACTIONS, "2.2.3") == meant


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("« Les États membres protègent chaque moulin à vent »", ["mill-directive-windmills"]),
        ("1. Member States shall protect each windmill, and each mill at sea.", ["mill-directive-windmills"]),
        ("Les États membres doivent protéger chaque moulin à vent.\n2.2.3-1", ["mill-directive-windmills", "2.2.3-1"]),
        ("Member States shall count each windmill", ["Member States shall count each windmill"]),
    ],
)
def test_a_passage_stands_for_what_it_is_quoted_of_or_says(pasted, meant):
    assert written.identifiers(pasted, load(TINY), ACTIONS, "2.2.3") == meant


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ("Directive (EC) 2009/10", ["mill-directive"]),
        ("CELEX 32009L0010, 2.2.3-1", ["mill-directive", "2.2.3-1"]),
        ("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32009L0010#d1e40-1-1", ["mill-directive"]),
        ("https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:32009L0010#art_1", ["mill-directive-windmills"]),
        ("eur-lex.europa.eu/eli/dir/2009/10/oj", ["mill-directive"]),
        ("https://tracker.example/developments/mill-directive-windmills/", ["mill-directive-windmills"]),
        ("article 99 of Directive 2009/10/EC", ["article 99 of Directive 2009/10/EC"]),
        ("https://nobody.example/mill-report", ["https://nobody.example/mill-report"]),
    ],
)
def test_an_act_and_a_page_of_ours_are_known_by_what_names_them(named, meant):
    assert written.identifiers(named, load(TINY), ACTIONS, "2.2.3") == meant


def test_an_act_stands_for_the_one_part_of_it_that_bears_on_what_is_judged():
    assert written.identifiers("Directive 2009/10/EC", load(TINY), ACTIONS, "2.1.2") == ["mill-directive-count"]


def test_a_number_may_stand_behind_its_kind():
    assert written.numbers("follow-up 3.1; commitment 6, objectif 2.2.1", PLAN, TARGETS) == ["3.1", "c6", "2.2.1"]


def test_what_bears_on_something_else_stays_and_words_that_name_nothing_are_left_out():
    found, not_read = basis("2.2.3-1, mill-day-2012; the press says so", "2.2.3", load(TINY))
    assert (found, not_read) == (["2.2.3-1", "mill-day-2012"], ("the press says so",))
