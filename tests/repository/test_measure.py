"""What the bench measures of the pictures is what pages draw."""

from support.paths import ROOT

from bench.pictures import draw
from macros.project import open_site


def test_every_picture_of_the_pages_is_drawn():
    assert isinstance(draw(open_site(ROOT, "en", "").renderer), float)
