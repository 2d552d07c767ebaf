"""The picture of who acts on what as a file: whole, signed, and without anything that only a page gives."""

import re
import xml.etree.ElementTree as ET

import pytest
from support.frozen import PLAN, WORDS
from support.paths import ROOT

from macros.drawing.charts.standalone import ink
from macros.languages import LANGUAGES
from macros.pages.picture_files import picture_files

SVG, DC, CC, RDF = (f"{{{space}}}" for space in (
    "http://www.w3.org/2000/svg", "http://purl.org/dc/elements/1.1/", "http://creativecommons.org/ns#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
))  # fmt: skip
SITE = "https://host.example/tracker/"
FILES = picture_files(PLAN, WORDS.values(), ROOT, "2026-11-29", SITE)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def root(language: str) -> ET.Element:
    return ET.fromstring(FILES[f"graph.{language}.svg"].encode())


def said(root: ET.Element) -> str:
    return " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))


def test_there_is_a_file_in_each_language():
    assert list(FILES) == [f"graph.{language}.svg" for language in LANGUAGES]


@every_language
def test_the_file_says_its_title_day_licence_maker_and_page(language):
    work = root(language).find(f".//{CC}Work")
    assert work.findtext(f"{DC}title") == root(language).findtext(f"{SVG}title") == WORDS[language].say("page.graph")
    assert (work.findtext(f"{DC}date"), work.findtext(f"{DC}language")) == ("2026-11-29", language)
    assert work.find(f"{CC}license").get(f"{RDF}resource") == "https://creativecommons.org/licenses/by/4.0/"
    seen = said(root(language))
    assert work.findtext(f"{DC}creator") in seen
    assert work.findtext(f"{DC}source") == f"{SITE}{LANGUAGES[language].folder}graph/"
    assert "CC BY 4.0" in seen and "2026" in seen and f"{LANGUAGES[language].folder}graph/" in seen


@every_language
def test_every_colour_stands_in_the_file_and_nothing_is_left_to_a_page(language):
    file = FILES[f"graph.{language}.svg"]
    assert not re.search(r"var\(|class=|href|<style|<a[ >]|data-|aria-", file)
    lines = [path for path in root(language).iter(f"{SVG}path") if path.find(f"{SVG}title") is not None]
    assert all(re.fullmatch("#[0-9a-f]{6}", line.get("stroke")) and line.get("fill") == "none" for line in lines)
    assert len(lines) == sum(len({part.role for part in parts}) for parts in pairs().values())


def pairs() -> dict[tuple[str, str], list]:
    """Actor and objective -> its parts in the actions there."""
    found: dict[tuple[str, str], list] = {}
    for action in PLAN.actions.values():
        for part in action.actors:
            found.setdefault((part.actor, action.objective_id), []).append(part)
    return found


@every_language
def test_each_role_looks_in_the_key_as_in_the_picture(language):
    styles = ("stroke", "stroke-width", "stroke-dasharray", "stroke-linecap")
    drawn = [tuple(map(path.get, styles)) for path in root(language).iter(f"{SVG}path")]
    key, lines = drawn[: len(PLAN.vocabularies["roles"])], drawn[len(PLAN.vocabularies["roles"]) :]
    assert len(set(key)) == len(key)
    assert set(lines) <= set(key)


@every_language
def test_everything_stands_within_the_file(language):
    left, top, width, height = map(float, root(language).get("viewBox").split())
    texts = list(root(language).iter(f"{SVG}text"))
    assert left == -24 and top == 0 and width > 600
    assert float(texts[-1].get("y")) < height


def test_without_an_address_a_project_or_a_day_nothing_is_made_up(tmp_path):
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    bare = ET.fromstring(picture_files(PLAN, [WORDS["en"]], tmp_path, None, "")["graph.en.svg"].encode())
    work = bare.find(f".//{CC}Work")
    assert [work.find(name) for name in (f"{DC}source", f"{DC}creator", f"{CC}license")] == [None] * 3
    assert work.findtext(f"{DC}date") == (PLAN.looked_on or None)


def test_the_colours_are_those_of_paper():
    colours = ink(*((ROOT / f"overrides/assets/{name}.css").read_text("utf-8") for name in ("tokens", "pictures")))[""]
    assert (colours["ink"], colours["paper"]) == ("#1c2529", "#fffefb")


def test_the_same_data_give_the_same_bytes():
    assert picture_files(PLAN, WORDS.values(), ROOT, "2026-11-29", SITE) == FILES
