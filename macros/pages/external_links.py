"""Links to outside addresses, which may be recorded as dead."""

from dataclasses import dataclass

from markupsafe import Markup

from macros.model import addresses
from macros.model.plan import Plan
from macros.model.records import Source
from macros.model.values import Linked
from macros.wording.catalogue import Wording


@dataclass(frozen=True)
class ExternalLinks:
    """The outside links of the pages in one language."""

    plan: Plan
    wording: Wording

    def link(self, address: str, text: str) -> Markup:
        """A link to an outside address. Where that is recorded dead, it leads to the archived copy and says so, or is none."""
        dead = self.plan.dead_links.get(address)
        if not dead:
            return Markup('<a href="{}" rel="external">{}</a>').format(address, text)
        if not dead.archived:
            return Markup("{} ({})").format(text, self.wording.say("outside.dead"))
        said = self.wording.say("outside.archived", date=self.wording.date(dead.archived_on))
        return Markup('<a href="{}" rel="external">{}</a> ({})').format(dead.archived, text, said)

    def eur_lex(self, source: Source, text: str) -> Markup:
        """A link to the EUR-Lex page of a source in the language of the page; empty where it has none."""
        address = addresses.eur_lex(source, self.wording.language)
        return self.link(address, text) if address else Markup()

    def page(self, page: Linked, text: str) -> Markup:
        """A link to a page on which words were seen, or that is linked, and to its copy where one is named."""
        shown = self.link(page.at, text)
        if not page.archived or page.at in self.plan.dead_links:
            return shown
        return Markup('{} (<a href="{}" rel="external">{}</a>)').format(shown, page.archived, self.wording.say("outside.copy"))

    def printed(self, source: Source) -> Markup:
        """The dead web address that a source prints, as printed; a link where an archived copy is recorded."""
        shown = Markup("<code>{}</code>").format(source.dead_link)
        address = addresses.printed(source)
        return self.link(address, shown) if address in self.plan.dead_links else shown
