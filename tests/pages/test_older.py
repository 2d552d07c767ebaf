"""Texts that are older in one language: readers are told in running text, and nowhere where a note would do harm."""

import re
from html.parser import HTMLParser

import pytest
from support.frozen import WORDS
from support.paths import ROOT
from support.render import renderer

from macros.export import exports
from macros.export.plan import plan_json
from macros.model import addresses as links
from macros.model.shape import Text
from macros.pages.render import Renderer
from macros.reading.load import load

DATA = ROOT / "data"
NOTES = {"en": "(older than the French text)", "fr": "(plus ancien que le texte anglais)"}
# A note is a link: it cannot stand inside one, nor inside what holds no links.
CLOSED = {"a", "option", "select", "button", "label", "summary", "title", "script", "style", "svg", "h1", "h2", "h3", "h4", "h5", "h6"}
VOID = {"br", "img", "input", "hr", "meta", "link"}


class Notes(HTMLParser):
    """The notes of a page with the tags around each, and every value of an attribute."""

    def __init__(self, html: str):
        super().__init__()
        self.around, self.values, self._open = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if dict(attrs).get("class") == "older":
            self.around.append(tuple(self._open))
        self.values += [value for _, value in attrs if value]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass


def every_text_is_older(made: Renderer) -> Renderer:
    """The renderer of a plan in which every text is older in its language."""
    for record in made.plan.records():
        for _, shape in record.shapes:
            if isinstance(shape, Text):
                shape.older = made.wording.language
    for words in made.plan.vocabularies.values():
        for word in words.values():
            for text in (word.label, word.plural, word.meaning):
                if text:
                    text.older = made.wording.language
    return made


@pytest.mark.parametrize("language", ["en", "fr"])
def test_notes_stand_in_running_text_only(language, project):
    made = every_text_is_older(renderer(WORDS[language], root=project))
    found = 0
    for page in links.pages(made.plan):
        text = made.page(page.macro, page.argument, page.address)
        notes = Notes(text)
        assert not [around for around in notes.around if CLOSED & set(around)], page.address
        assert not [value for value in notes.values if NOTES[language] in value or "<" in value], page.address
        assert NOTES[language] not in "".join(re.findall(r"(?m)^#.*$", text)), page.address
        assert text.count(NOTES[language]) == len(notes.around), page.address
        found += len(notes.around)
    assert found > 100


@pytest.mark.parametrize(("language", "there"), [("en", "../../fr/actors/mill-school/"), ("fr", "../../../actors/mill-school/")])
def test_a_note_leads_to_the_page_in_the_other_language(language, there, edit):
    root = edit("actors.yaml", "qui forme les meuniers.}", f"qui forme les meuniers., older: {language}}}")
    text = renderer(WORDS[language], root=root).page("actor", "mill-school", "actors/mill-school/")
    assert f'<a class="older" href="{there}">{NOTES[language]}</a>' in text
    assert text.count(NOTES[language]) == 1


@pytest.mark.parametrize(
    ("language", "mark"), [("en", "older: fr"), ("fr", "older: en"), ("en", "compared: 2026-11-22"), ("fr", "compared: 2026-11-22")]
)
def test_the_newer_language_and_a_compared_text_bear_no_note(language, mark, edit):
    root = edit("actors.yaml", "qui forme les meuniers.}", f"qui forme les meuniers., {mark}}}")
    assert NOTES[language] not in renderer(WORDS[language], root=root).page("actor", "mill-school", "actors/mill-school/")


def test_the_data_files_carry_the_field_and_no_note(edit):
    plan = load(edit("actions.yaml", "fr: L’École a publié un manuel en mai 2007.}", "fr: L’École a publié un manuel en mai 2007., older: en}"))
    assert '"older": "en"' in plan_json(plan)
    assert not any(note in exports(plan)["actions.csv"] for note in NOTES.values())
