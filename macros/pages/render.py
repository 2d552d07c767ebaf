"""Record -> the Markdown and HTML of its page. Templates show the page; this module only prepares."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from networkx import MultiDiGraph

from macros.drawing import Pictures
from macros.graph.build import build
from macros.graph.statements import Statement, about, statements
from macros.lookups import Views
from macros.model import addresses as links
from macros.model.fields import tables
from macros.model.plan import Plan
from macros.model.records import Action, Moved, untyped
from macros.model.shape import Text
from macros.pages.guide import guide
from macros.wording.catalogue import Wording
from macros.wording.glossary import Glossary
from macros.wording.labels import KINDS, Phrases, in_days, kind_of, quoted
from macros.wording.sentences import Piece, pieces

TEMPLATES = Path(__file__).parent / "templates"
# Every sign that Markdown or HTML could read as its own, written as an entity: text stays text in a heading.
_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_{}[]()<>#+-.!|&\"'~^=:$@"}


def heading(text: str) -> Markup:
    """Text for a Markdown heading: shown as it is, never run."""
    return Markup(re.sub(r"[ \t\n]+", " ", str(text)).strip().translate(_SIGNS))


class Older(str):
    """Words that are older than those of the other language: wherever a template shows them as HTML, a note follows them."""

    def __new__(cls, words: str, note: Markup):
        made = super().__new__(cls, words)
        made.note = note
        return made

    def __html__(self) -> Markup:
        return escape(str(self)) + self.note


@dataclass
class Renderer:
    """Writes the pages of one language."""

    plan: Plan
    wording: Wording
    repository: str
    changed: str | None = None
    _badges: dict[tuple[str, str, str], Markup] = field(default_factory=dict)

    @cached_property
    def phrases(self) -> Phrases:
        return Phrases(self.plan, self.wording, self.repository)

    @cached_property
    def views(self) -> Views:
        return Views(self.plan)

    @cached_property
    def graph(self) -> MultiDiGraph:
        return build(self.plan)

    @cached_property
    def statements(self) -> list[Statement]:
        return statements(self.graph)

    def told(self, kind: str = "", id: str = "") -> list[list[Piece]]:
        """What follows from the graph, in pieces: about a record, or everything."""
        found = about(self.graph, self.statements, kind, id) if kind else self.statements
        return [pieces(statement, self.phrases) for statement in found]

    @cached_property
    def pictures(self) -> Pictures:
        return Pictures(self.phrases, self.views)

    @cached_property
    def glossary(self) -> Glossary:
        return Glossary(self.plan.glossary.values(), self.phrases.text)

    @cached_property
    def environment(self) -> Environment:
        """Templates with everything that they may use. Data is escaped; only templates write HTML."""
        made = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True, keep_trailing_newline=True,
        )  # fmt: skip
        words, phrases = self.wording, self.phrases
        made.filters |= {"t": self.said, "words": phrases.text, "heading": heading, "number": words.number, "date": words.date}
        made.globals |= {
            "badge": self.badge,
            "plan": self.plan, "views": self.views, "pictures": self.pictures, "told": self.told, "language": words.language, "changed": self.changed,
            "say": words.say, "count": words.count, "when": words.when,
            "word": phrases.word, "record_label": phrases.label, "section_label": phrases.section_label,
            "short_source": phrases.short_source, "eur_lex": phrases.eur_lex, "outside": phrases.outside,
            "printed_address": phrases.printed_address, "locator": phrases.locator,
            "figure": phrases.figure, "entry_value": phrases.entry_value, "edit": phrases.edit, "holds": phrases.holds,
            "sorted_terms": phrases.sorted_terms, "acronyms": phrases.acronyms, "responsible_actors": phrases.responsible_actors,
            "quoted": quoted, "in_days": in_days, "kind_of": kind_of, "schema": tables, "meaning": lambda row: words.field(row.shape, row.name),
            "kinds": [(kind, shape) for shape, kind in KINDS.items()],
            "guide": lambda: guide(self.plan.root, words.language, self.repository),
        }  # fmt: skip
        made.tests["action"] = lambda record: isinstance(record, Action)
        return made

    @pass_context
    def said(self, context: Context, text: Text | None) -> str:
        """A bilingual text in the language of the page; in HTML, an older one says so, in headings and attributes it does not."""
        words = self.phrases.text(text)
        return Older(words, self._older(context["here"])) if self._is_older(text) else words

    def _is_older(self, text: Text | None) -> bool:
        return text is not None and text.older == self.wording.language

    def _older(self, here: str) -> Markup:
        there = links.translation(here, self.wording.language)
        return Markup(' <a class="older" href="{}">{}</a>').format(there, self.wording.say("older.note"))

    def badge(self, vocabulary: str, id: str, before: str = "") -> Markup:
        """A word of the vocabulary with its sign; pages show thousands of them, so each is made once."""
        key = (vocabulary, id, before)
        if key not in self._badges:
            word = self.phrases.word(vocabulary, id)
            own = self.plan.vocabularies[vocabulary][id]
            self._badges[key] = self._badge_of(own.tone, own.sign or "", f"{before} {word}" if before else word)
        return self._badges[key]

    @cached_property
    def weakness(self) -> Markup:
        """The badge of a weakness."""
        return self._badge_of("alert", "!", self.wording.say("finding.weakness"))

    def _badge_of(self, tone: str | None, sign: str, text: str) -> Markup:
        return Markup(self.environment.get_template("badge.html.j2").render(tone=tone, sign=sign, text=text).strip())

    def page(self, macro: str, argument: str, here: str) -> str:
        """The content of a page. Raises links.MissingTarget for a link or record that does not exist."""
        template = self.environment.get_template(f"{macro}.md.j2")
        moved = list(links.moved_from(self.plan, here))
        return template.render(id=argument, **self._here(here)) + (self._moved_from(moved, here) if moved else "")

    def _moved_from(self, moved: list[tuple[str, Moved]], here: str) -> str:
        """A line at each anchor that a record had on a page before it moved."""
        today = [(anchor, move, self.plan.find(self.plan.leads_to(*untyped(move.id)))) for anchor, move in moved]
        return self.environment.get_template("moved_from.html.j2").render(moves=today, **self._here(here))

    def _here(self, here: str) -> dict[str, Callable]:
        def url(kind: str, id: str) -> str:
            return links.href(here, links.address(self.plan, kind, id))

        def to(address: str) -> str:
            page = address.partition("#")[0]
            if page not in links.INDEXES:
                raise links.MissingTarget(f"there is no page {page}")
            return links.href(here, address)

        def link(kind: str, id: str, text: str = "") -> Markup:
            return Markup(f'<a href="{escape(url(kind, id))}">{escape(text or self.phrases.label(kind, id))}</a>')

        seen: set[str] = set()

        def prose(text: Text | None) -> Markup:
            marked = self.glossary.mark(self.phrases.text(text), seen, lambda id: url("glossary", id))
            return marked + self._older(here) if self._is_older(text) else marked

        return {
            "here": here, "url": url, "to": to, "link": link, "prose": prose, "weakness": self.weakness,
            "moved": lambda there: links.href(here, there), "download": lambda *name: links.download(here, name[0], self.wording.language, *name[1:]),
        }  # fmt: skip
