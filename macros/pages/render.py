"""Record -> the Markdown and HTML of its page. Templates show the page; this module only gives them what they show.

A template knows six objects: `t` (texts), `labels`, `lookups`, `draw` (pictures), `link` and `plan`; beside them the `id` of its record,
`changed`, the day of the last change of the data, and `maintainer`, who answers for the site.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import Environment

from macros.drawing import Pictures
from macros.evidence.quotations import Fingerprint
from macros.lookups import Lookups
from macros.model import addresses
from macros.model.plan import Plan
from macros.pages.citation import Citation
from macros.pages.environment import templates
from macros.pages.external_links import ExternalLinks
from macros.pages.links import PageLinks
from macros.pages.maintainer import UNSET, Maintainer
from macros.pages.meta import page_meta, standing, title
from macros.pages.texts import PageTexts
from macros.reading.citation_file import Cited
from macros.wording.catalogue import Wording
from macros.wording.glossary import Glossary
from macros.wording.labels import Labels


@dataclass
class Renderer:
    """Writes the pages of one language."""

    plan: Plan
    fingerprints: Mapping[str, Fingerprint]
    wording: Wording
    repository: str
    changed: str | None = None
    maintainer: Maintainer = UNSET

    @cached_property
    def labels(self) -> Labels:
        return Labels(self.plan, self.wording)

    @cached_property
    def lookups(self) -> Lookups:
        return Lookups(self.plan, self.fingerprints)

    @cached_property
    def pictures(self) -> Pictures:
        return Pictures(self.labels, self.lookups)

    @cached_property
    def glossary(self) -> Glossary:
        return Glossary(self.plan.glossary.values(), self.labels.text)

    @cached_property
    def environment(self) -> Environment:
        """Templates with what is the same on every page. Data is escaped; only templates write HTML."""
        made = templates()
        made.globals |= {"labels": self.labels, "lookups": self.lookups, "draw": self.pictures, "plan": self.plan, "changed": self.changed}
        made.globals["maintainer"] = self.maintainer.of(self.repository, self.wording)
        # They turn from page to page: templates that others import know them so, and are made once for all pages.
        made.globals |= {"link": self._link, "t": PageTexts(self.labels, self.glossary, self._link)}
        return made

    @cached_property
    def _link(self) -> PageLinks:
        return PageLinks(self.labels, self.repository, ExternalLinks(self.plan, self.wording))

    def page(self, macro: str, argument: str, here: str) -> str:
        """The content of a page. Raises addresses.MissingTarget for a link or record that does not exist."""
        self._link.turn_to(here)
        text = self._render(f"{macro}.md.j2", id=argument)
        explained = sorted(self._link.explained, key=self._places_of_words.__getitem__)
        meanings = self._render("meanings.html.j2", explained=explained) if explained else ""
        return text + meanings + self._render("cited.html.j2") + self._moved_from(here)

    def meta(self, macro: str, argument: str) -> dict[str, Any]:
        """What the frame of a page made from data needs to know of it."""
        return page_meta(self.labels, macro, argument)

    def cite(self, macro: str, argument: str, here: str, site: str, root: str, cited: Cited | None) -> str:
        """How a page made from data is cited, as HTML: `site` names the site, `root` is where its language lies. Nothing where no file says it."""
        if not cited:
            return ""
        says = title(self.labels, macro, argument), root + here, here, site, cited, self.wording, self.changed
        self._link.turn_to(here)
        return self._render("cite.html.j2", citation=Citation(*says, standing(self.labels, macro, argument)))

    @cached_property
    def _places_of_words(self) -> dict[tuple[str, str], int]:
        """(vocabulary, word) -> its place among all."""
        return {pair: place for place, pair in enumerate((name, word) for name, words in self.plan.vocabularies.items() for word in words)}

    def _moved_from(self, here: str) -> str:
        """A line at each anchor that a record had on a page before it moved."""
        moves = list(addresses.moved_from(self.plan, here))
        today = [(anchor, move, self.lookups.successors(move.id)) for anchor, move in moves]
        return self._render("moved_from.html.j2", moves=today) if moves else ""

    def _render(self, template: str, **values: Any) -> str:
        return self.environment.get_template(template).render(values)
