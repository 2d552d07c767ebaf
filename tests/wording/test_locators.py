"""Places in acts and in the report, in the words of each language."""

import pytest
from support.frozen import WORDS

from macros.wording.locators import locator_words

PLACES = {
    "2.5.4 ¶2": ("section 2.5.4, paragraph 2", "section 2.5.4, paragraphe 2"),
    "fn 16": ("footnote 16", "note de bas de page 16"),
    "3.6": ("point 3.6", "point 3.6"),
    "recital 27": ("recital 27", "considérant 27"),
    "art. 1": ("Article 1", "article 1er"),
    "art. 11(4)": ("Article 11(4)", "article 11, paragraphe 4"),
    "art. 11(5a)": ("Article 11(5a)", "article 11, paragraphe 5 bis"),
    "art. 19b(1)": ("Article 19b(1)", "article 19 ter, paragraphe 1"),
    "art. 57(1) lead-in": ("Article 57(1), lead-in", "article 57, paragraphe 1, phrase introductive"),
    "art. 32(1)(d)(i)": ("Article 32(1)(d)(i)", "article 32, paragraphe 1, point d) i)"),
    "art. 1(4), new art. 9a(2)": ("Article 1(4), new Article 9a(2)", "article 1er, point 4), nouvel article 9 bis, paragraphe 2"),
    "art. 1(3)(a), new art. 7(6)(a)": ("Article 1(3)(a), new Article 7(6)(a)", "article 1er, point 3) a), nouvel article 7, paragraphe 6, point a)"),
    "annex I": ("Annex I", "annexe I"),
    "annex, part I, section 1(12)": ("Annex, part I, section 1(12)", "annexe, partie I, section 1, point 12)"),
    "annex A, section G(3)": ("Annex A, section G(3)", "annexe A, section G, point 3)"),
    "heading": ("heading", "en-tête"),
}


@pytest.mark.parametrize("locator", PLACES)
def test_a_place_is_said_in_the_words_of_each_language(locator):
    assert tuple(locator_words(locator, WORDS[language]) for language in ("en", "fr")) == PLACES[locator]


@pytest.mark.parametrize("locator", ["news of 24 January 2024", "charter", "art. 4 and 5", "annex A, somewhere"])
@pytest.mark.parametrize("language", WORDS)
def test_a_place_without_a_form_stays_as_it_is_written(locator, language):
    assert locator_words(locator, WORDS[language]) == locator
