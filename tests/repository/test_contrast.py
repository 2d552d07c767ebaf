"""The palette of the pictures: text at least 4.5 : 1 on what it stands on, lines and shapes at least 3 : 1, in light and dark."""

import re

import pytest
from support.paths import ROOT

CSS = "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "overrides/assets").glob("*.css")))
SCHEMES = {"light": "[data-md-color-scheme]", "dark": '[data-md-color-scheme="slate"]'}
# What pictures write on what: colour of the text, colour of the ground.
TEXT = [
    ("ink", "paper"), ("quiet", "paper"), ("faint", "paper"), ("link", "paper"), ("quiet", "soft"), ("ink", "soft"), ("link", "soft"),
    ("ink", "strong-soft"), ("ink", "warn-soft"), ("ink", "medium-soft"), ("ink", "warm-soft"), ("ink", "plain-soft"), ("paper", "strong"),
]  # fmt: skip
# Lines, marks and outlines of tiles and bars on the page.
SHAPES = [(line, "paper") for line in ("ink", "quiet", "strong", "medium", "warm", "plain", "warn")]


def palette(scheme: str) -> dict[str, str]:
    """The colours of a scheme by name."""
    block = next(own for own in re.findall(rf"{re.escape(SCHEMES[scheme])} \{{\n(.*?)\n *\}}", CSS, re.DOTALL) if "--ink:" in own)
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_of_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(scheme, text, ground):
    colours = palette(scheme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_can_be_seen(scheme, shape, ground):
    colours = palette(scheme)
    assert contrast(colours[shape], colours[ground]) >= 3


def test_pictures_use_no_other_colour():
    """Every colour of a picture is one of the palette, so that the tests above hold for it."""
    rules = re.findall(r"^[^@\n]*(?:chart|tiles|timeline|graph|matrix|legend)[^{\n]*\{([^}]*)\}", CSS, re.MULTILINE)
    named = set(re.findall(r"(?:fill|stroke|color|background): ([^;}]+?)\s*(?:;|$)", " ".join(rules)))
    assert len(rules) > 20
    assert {value for value in named if not re.fullmatch(r"var\(--[\w-]+\)|none", value)} == set()
    assert {value[6:-1] for value in named if value != "none"} <= {name for pair in TEXT + SHAPES for name in pair} | {"line"}
