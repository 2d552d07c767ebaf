"""`t` in a template: the texts of a page, of the wording and of the data."""

import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from macros.graph.statements import Statement
from macros.languages import LANGUAGES
from macros.model.shape import Text
from macros.pages.links import PageLinks
from macros.wording.glossary import Glossary
from macros.wording.labels import Labels, quoted
from macros.wording.sentences import Piece, pieces
from macros.wording.typography import quotation_marks

# Every sign that Markdown or HTML could read as its own, written as an entity: text stays text in a heading.
_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_{}[]()<>#+-.!|&\"'~^=:$@"}


class StaleTranslation(str):
    """Words that are older than those of the other language: wherever a template shows them as HTML, a note follows them."""

    note: Markup

    def __new__(cls, words: str, note: Markup):
        made = super().__new__(cls, words)
        made.note = note
        return made

    def __html__(self) -> Markup:
        return escape(str(self)) + self.note


@dataclass
class PageTexts:
    """The texts of the page that `link` has turned to, in its language."""

    labels: Labels
    glossary: Glossary
    link: PageLinks

    def __post_init__(self):
        wording = self.labels.wording
        self.language, self.languages = wording.language, LANGUAGES
        self.count, self.number, self.date = wording.count, wording.number, wording.date
        self.when, self.listed = wording.when, wording.listed
        self.plain, self.in_quotation_marks = self.labels.text, quotation_marks

    def __call__(self, key: str, **values: Any) -> str:
        """The text of a key of the wording, with its {places} filled."""
        return self.labels.wording.say(key, **values)

    def text(self, text: Text | None) -> str:
        """A bilingual text of the data; in HTML, an older one says so, in headings and attributes it does not."""
        words = self.labels.text(text)
        return StaleTranslation(words, self._note()) if self._is_older(text) else words

    def prose(self, text: Text | None) -> Markup:
        """The same with a link to the glossary at the first mention of each term on the page."""
        marked = self.glossary.mark(self.labels.text(text), self.link.mentioned, lambda id: self.link.url("glossary", id))
        return marked + self.older(text)

    def older(self, text: Text | None) -> str:
        """The note that follows a text that is older than the other language; empty where it is not."""
        return self._note() if self._is_older(text) else ""

    def heading(self, text: Text | str) -> Markup:
        """Text for a Markdown heading: shown as it is, never run."""
        words = str(text) if isinstance(text, str) else self.labels.text(text)
        return Markup(re.sub(r"[ \t\n]+", " ", words).strip().translate(_SIGNS))

    def quoted(self, text: str, language: str = "") -> Markup:
        """Words as a source prints them, in the quotation marks of its language: that of the report where none is given."""
        return quoted(text, language or self.labels.plan.report_language)

    def sentence(self, statement: Statement) -> list[Piece]:
        """A statement in words, in pieces of which some lead to records."""
        return pieces(statement, self.labels)

    def _is_older(self, text: Text | None) -> bool:
        return text is not None and text.older == self.language

    def _note(self) -> Markup:
        return Markup(' <a class="older" href="{}">{}</a>').format(self.link.translation(), self("older.note"))
