"""How words look is data: a word has a tone, and the style sheet styles tones and knows no word."""

import re

import pytest
from support.paths import ROOT

from macros.drawing.charts.drawing import toned
from macros.model.records import TONES

CSS = "".join(file.read_text("utf-8") for file in (ROOT / "overrides/assets").glob("*.css"))
DRAWN = ["badge", "branch", "edge", "share"]


@pytest.mark.parametrize("element", DRAWN)
def test_every_tone_has_a_style_and_nothing_else_has(element):
    assert set(re.findall(rf"\.{element}--([\w-]+)", CSS)) == set(TONES)


def test_a_word_without_a_tone_is_plain():
    assert (toned("badge", "strong"), toned("badge", None)) == ("badge badge--strong", "badge")
