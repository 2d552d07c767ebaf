"""How much of a source the site reproduces."""

from support.paths import TINY

from macros.evidence.quotations import read_fingerprints
from macros.evidence.reproduced import Reproduced, reproduced
from macros.reading.load import load

SOURCE = read_fingerprints(TINY / "data")["millers-commitments"]
QUOTED = "    quotation: ouvrir leurs moulins aux écoles une fois par an\n"


def share(root):
    return reproduced(load(root), SOURCE)


def test_a_word_less_in_a_quotation_is_a_word_less_reproduced(project, edit):
    before = share(project)
    edit("commitments.yaml", QUOTED, QUOTED.replace("ouvrir ", ""))
    assert share(project) == Reproduced(before.words - 1, before.total)


def test_words_that_are_quoted_twice_count_once(project, edit):
    before = share(project)
    again = "  - {source: millers-commitments, locator: c1, quotation: leurs moulins aux écoles une fois}\n"
    edit("commitments.yaml", QUOTED, QUOTED + again)
    assert share(project) == before


def test_a_share_is_a_whole_percentage():
    assert (Reproduced(2, 3).percent, Reproduced(0, 0).percent) == (67, 0)
