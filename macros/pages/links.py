"""`link` in a template: every link of one page, and the addresses that it leads to."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from macros.export import offered
from macros.model import addresses
from macros.model.kinds import KINDS, kind_of
from macros.model.records import Contradiction, Objective, Source
from macros.model.shape import Record
from macros.model.values import Linked
from macros.pages.edit_links import EditLinks, edit_links
from macros.pages.external_links import ExternalLinks
from macros.proposals.address import filled_form, new_file
from macros.proposals.blanks import blank_assessment, blank_development, file_name
from macros.wording.labels import Labels


@dataclass
class PageLinks:
    """The links of the page at `here`, one page after the other. What has no target raises addresses.MissingTarget."""

    labels: Labels
    repository: str
    _external: ExternalLinks
    here: str = ""
    explained: dict[tuple[str, str], None] = field(default_factory=dict)
    # What the page quotes or names as a source, in its order.
    cited: dict[str, Source | Linked] = field(default_factory=dict)
    # The terms of the glossary that it links already.
    mentioned: set[str] = field(default_factory=set)
    _addresses: dict[tuple[str, str], str] = field(default_factory=dict)

    def turn_to(self, here: str) -> None:
        """Begin a page: what an earlier one explained, cited and mentioned is none of its own."""
        self.here, self.explained, self.cited, self.mentioned = here, {}, {}, set()

    def __call__(self, kind: str, id: str, text: str = "") -> Markup:
        """A link to a record, which says its label or another text."""
        return Markup(f'<a href="{escape(self.url(kind, id))}">{escape(text or self.labels.label(kind, id))}</a>')

    def each(self, kind: str, ids: Iterable[str]) -> Markup:
        """Links to records of a kind, in a line."""
        return Markup(" · ").join(self(kind, id) for id in ids)

    def record(self, record: Record) -> Markup:
        """A link to a record of any kind; a contradiction stands on the page of its country."""
        return self(*_shown_as(record))

    def name(self, record: Record) -> str:
        """What such a link says."""
        return self.labels.label(*_shown_as(record))

    def line(self, record: Record) -> Markup:
        """The same for a line of its own: what is called by its number alone says what it tells, too."""
        if KINDS[kind_of(record)].numbered != "us" or not record.caption:
            return self.record(record)
        return Markup('<a class="line" href="{}"><b>{}</b> {}</a>').format(
            self.url(kind_of(record), record.id), record.id, self.labels.text(record.caption)
        )

    def word(self, vocabulary: str, id: str) -> str:
        """The anchor at which this page says what a word of the vocabulary means: it is noted that the page has to."""
        self.explained[vocabulary, id] = None
        return f"word-{vocabulary}-{id}"

    def url(self, kind: str, id: str) -> str:
        """The relative URL of a record."""
        if (kind, id) not in self._addresses:
            self._addresses[kind, id] = addresses.address(self.labels.plan, kind, id)
        return addresses.href(self.here, self._addresses[kind, id])

    def page(self, address: str) -> str:
        """The relative URL of a page that is not the page of one record, or of an anchor on it."""
        page = address.partition("#")[0]
        if page not in addresses.INDEXES:
            raise addresses.MissingTarget(f"there is no page {page}")
        return addresses.href(self.here, address)

    def address(self, address: str) -> str:
        """The relative URL of an address that is known to exist."""
        return addresses.href(self.here, address)

    def translation(self) -> str:
        """The relative URL of this page in the other language."""
        return addresses.translation(self.here, self.labels.wording.language)

    def downloads(self) -> dict[str, str]:
        """Key of its label -> each file to download that the Data page offers."""
        return offered(self.labels.wording.language)

    def download(self, name: str, folder: str = "data") -> str:
        """The relative URL of a file to download."""
        return addresses.download(self.here, name, self.labels.wording.language, folder)

    def eur_lex(self, source: Source, text: str) -> Markup:
        """A link to the EUR-Lex page of a source; empty where it has none."""
        return self._external.eur_lex(source, text)

    def outside(self, page: Linked, text: str) -> Markup:
        """A link to a page outside on which words were seen, or that is linked."""
        return self._external.page(page, text)

    def outside_address(self, address: str, text: str) -> Markup:
        """A link to an outside address, which may be lost."""
        return self._external.link(address, text)

    def number(self, cited: Source | Linked) -> int:
        """The number of a source, or of a page outside, among all that the page cites."""
        key = cited.id if isinstance(cited, Source) else cited.at
        self.cited.setdefault(key, cited)
        return list(self.cited).index(key) + 1

    def printed(self, source: Source) -> Markup:
        """The dead web address that a source prints."""
        return self._external.printed(source)

    def new_assessment(self, objective: Objective) -> str:
        """Where a new assessment of an objective is written: a new file, named by its day, that holds the fields to fill in."""
        file = file_name("assessments", f"{objective.id}@YYYY-MM-DD")
        return new_file(self.repository, file, blank_assessment(self.labels.plan, objective, self.labels.wording))

    def new_development(self, to: str) -> str:
        """The same for a development that bears on a record."""
        file = file_name("developments", "NAME-YEAR")
        return new_file(self.repository, file, blank_development(self.labels.plan, to, self.labels.wording))

    def form(self, act: str, **filled: str) -> str:
        """A form of the repository in the language of the page, with some fields filled in."""
        wording = self.labels.wording
        return filled_form(self.repository, act, wording.language, next(iter(filled.values())), filled, wording.say(f"form.{act}"))

    def edit(self, record: Record, *path: str | int) -> EditLinks:
        """Where a record, or a field of it, is edited, and where a mistake in it is reported."""
        wording = self.labels.wording
        return edit_links(self.repository, wording.language, wording.say("form.mistake"), record, *path)


def _shown_as(record: Record) -> tuple[str, str]:
    return "countries" if isinstance(record, Contradiction) else kind_of(record), record.id
