"""Two wordings of one text: what passes for a typing error, what for the same thing said otherwise."""

import pytest

from macros.similarity import changes, common_words, is_same_subject, is_typo_fix


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They recieve a manual.", "They receive a manual."),
        ("Thr millers and teh mills", "Thr millers and teh mills."),
        ("The manual ist there", "The manual, ist there"),
        ("Le manuel est pret.", "Le manuel est prêt."),
        ("Il est à l'ecole", "Il est a l’école"),
        ("Les ailes : 10 %", "Les ailes: 10\u202f%"),
        ("un manuel - un registre", "un manuel – un registre"),
        ("the Manual and the Courses", "the manual and the courses"),
        ("ils sont réunnis chaque année", "ils sont réunis chaque année"),
        ("an orgnisaiton of millers", "an organisation of millers"),
        ("taht manual", "that manual"),
        ("oeuvre", "œuvre"),
    ],
)
def test_a_typing_error_may_be_mended(before, after):
    assert is_typo_fix(before, after)
    assert is_typo_fix(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The manual is there.", "The manual is not there."),
        ("The manual is not there.", "The manual is now there."),
        ("They are able to mill.", "They are unable to mill."),
        ("It is legal.", "It is illegal."),
        ("It was possible.", "It was impossible."),
        ("They never met.", "They ever met."),
        ("some mills", "none mills"),
        ("In June they met.", "In July they met."),
        ("Slovenia did it.", "Slovakia did it."),
        ("Austria did it.", "Australia did it."),
        ("71 cases", "17 cases"),
        ("71 cases", "71.5 cases"),
        ("-5 mills", "5 mills"),
        ("about 10 % more", "about 10 more 2"),
        ("L’école formera dix meuniers", "L’école forma dix meuniers"),
        ("Ils ont fini.", "Ils vont finir."),
        ("aaaa bbbb cccc dddd eeee", "aaax bbbx cccx dddx eeee"),
        ("The manual is there.", "The manual is there. Delivered."),
        ("", "The manual."),
        ("The register must be kept.", "The register most be kept."),
        ("The Directive replaces it.", "The Directive replaced it."),
        ("the number of prosecutions", "the number of persecutions"),
        ("Authorities persecute mills.", "Authorities prosecute mills."),
        ("la majorité des moulins", "la minorité des moulins"),
        ("une peine maximale", "une peine minimale"),
        ("They adopted the rules.", "They adapted the rules."),
        ("Le système devrait être prêt.", "Le système devait être prêt."),
        ("Il faciliterait la tâche.", "Il facilitait la tâche."),
        ("Elle sanctionnera.", "Elle sanctionnerait."),
    ],
)
def test_a_change_of_meaning_is_no_typing_error(before, after):
    assert not is_typo_fix(before, after)
    assert not is_typo_fix(after, before)


def test_two_long_words_that_both_stand_elsewhere_are_no_slip_for_each_other():
    assert is_typo_fix("He reserved it.", "He received it.", {"recei"})
    assert not is_typo_fix("He reserved it.", "He received it.", {"reser", "recei"})
    assert is_typo_fix("He recieved it.", "He received it.", {"reser", "recei"})


# Each pair is one thing, said by two people.
REPHRASED = [
    ("The School published a manual in May 2007.", "A manual came out in May 2007, published by the School."),
    ("Train millers and their apprentices", "Training of millers and apprentices"),
    ("Les inspecteurs se réunissent chaque année.", "Réunion annuelle des inspecteurs"),
    ("Frontx", "Frontex"),
    ("Group of Experts", "Expert group"),
    ("Prevention of and Fight against Crime", "Programme on preventing and fighting crime"),
    ("Enable more effective cooperation in investigations", "Make it possible to cooperate better when investigating"),
]
# Each pair is two things.
OTHER = [
    ("The School published a manual in May 2007.", "Its board trained ten millers."),
    ("Europol", "Eurostat"),
    ("Austria", "Germany"),
    ("Train millers and their apprentices", "Restore the water mills"),
    ("done", "announced"),
    ("", "Mills"),
]


@pytest.mark.parametrize(("before", "after"), REPHRASED)
def test_the_same_thing_said_otherwise_is_recognised(before, after):
    assert is_same_subject(before, after)


@pytest.mark.parametrize(("before", "after"), OTHER)
def test_another_thing_is_not_recognised(before, after):
    assert not is_same_subject(before, after)


def test_words_that_every_record_has_do_not_make_two_alike():
    texts = [f"Trafficking in human beings, {word}" for word in ("demand", "children", "borders", "visas", "assistance", "return")]
    assert is_same_subject(texts[0], texts[1])
    assert not is_same_subject(texts[0], texts[1], common_words(texts))


def test_few_texts_have_no_common_words():
    assert common_words(["mills turn", "mills stand", "mills fall"]) == frozenset()


def test_changes_are_shown_word_by_word():
    assert changes("They recieve a manual, and a mill.", "They receive a manual and a big mill.") == [
        ("recieve", "receive"),
        ("manual,", "manual"),
        ("", "big"),
    ]
