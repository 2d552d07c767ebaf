"""A word of the vocabulary is data: where the check accepts a new one, unused or used, every page is written."""

import re
from pathlib import Path

import pytest
import yaml
from support.new_words import WORD, add, use, uses, with_real_wording, written
from support.paths import ROOT

from macros.reading.load import load
from macros.rules.texts import IN_SENTENCES

# What a page shows of a field that a word may leave out, if nobody asks first.
MISSING = re.compile(r"None[\d<\"]|--None")
VOCABULARIES = yaml.safe_load((ROOT / "data/vocabulary.yaml").read_text("utf-8"))


@pytest.fixture
def extended(project, problems):
    """The tiny project with a new word in a list."""

    def extend(vocabulary: str) -> Path:
        add(with_real_wording(project), vocabulary, problems)
        return project

    return extend


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_page_is_written_with_a_word_that_nobody_uses_yet(extended, problems, vocabulary):
    project = extended(vocabulary)
    assert WORD in load(project).vocabularies[vocabulary]
    assert problems(project) == []
    assert not [page for page in written(project) if MISSING.search(page)]


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_page_is_written_with_a_word_in_use(extended, problems, vocabulary):
    project = extended(vocabulary)
    accepted = 0
    for where in uses(load(project), vocabulary)[:5]:
        if accepted == MOST:
            break
        file = project / where.record.place.file
        before = file.read_text("utf-8")
        use(project, where)
        if problems(project):
            file.write_text(before, "utf-8")
            continue
        accepted += 1
        assert not [page for page in written(project) if MISSING.search(page)], where
    assert accepted or vocabulary in UNUSED


# Places in which a word is tried, of those where the check takes it.
MOST = 2
# The tiny project has no step back; a level of proof is computed, never written; a status needs a rubric.
UNUSED = ("step_backs", "proofs", "statuses")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_other_text_stands_among_those_of_words(language):
    """A word could not have the name of such a text."""
    wording = yaml.safe_load((ROOT / f"data/wording/{language}.yaml").read_text("utf-8"))
    for vocabulary, group, _ in IN_SENTENCES:
        assert set(wording[group]) == {word["id"] for word in VOCABULARIES[vocabulary]}
