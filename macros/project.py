"""A project folder, opened once: its plan, its texts, every problem of it; and the pages of one language. Knows no site generator."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.evidence.quotations import words
from macros.languages import FIRST, LANGUAGES
from macros.messages import tell
from macros.model import addresses as links
from macros.model.plan import Plan
from macros.output import write_text_file
from macros.pages.anchors import page_anchors
from macros.pages.complete import incomplete
from macros.pages.guide import PAGE as GUIDE
from macros.pages.guide import guide
from macros.pages.maintainer import UNSET, Maintainer
from macros.pages.requested_before import requested_texts
from macros.pages.sections import written_pages
from macros.problems import NOTICE, Problem
from macros.proposals.forms import FOLDER as FORMS
from macros.proposals.forms import form_files
from macros.reading.git import last_day, newest_day
from macros.reading.published import read_published
from macros.reading.revision import Revision
from macros.reading.site_texts import SEARCH
from macros.reading.yaml_tree import read_tree
from macros.rules import check
from macros.rules.facts import Facts, read_facts
from macros.rules.prose import texts
from macros.wording.catalogue import Wording, read_wording, read_wordings

# Macro of a page that is not the page of one record, nor the index of a kind -> what its argument names.
OTHER_MACROS = {
    "home": "",
    "data": "",
    "contributing": "",
    "vocabulary": "vocabulary",
    "moved": "address",
    "reproduced": "",
    "made_by": "",
    "verbs": "",
}
# Macro -> the kind of record that its argument names; empty where it takes none.
MACROS = dict.fromkeys(filter(None, links.INDEXES.values()), "") | {macro: kind for kind, macro in links.RECORD_PAGES.items()} | OTHER_MACROS


class Project:
    """What a project folder says, read once."""

    def __init__(self, root: Path):
        self.root = root

    @cached_property
    def facts(self) -> Facts:
        """What rules look at. Raises DataErrors with every line that cannot be read."""
        # Data that lie without the program have words of their own.
        requested = requested_texts() if (self.root / "macros").is_dir() else ()
        facts = read_facts(self.root)
        faults = (*facts.unreadable, *incomplete(self.root))
        return replace(facts, unreadable=faults, requested=requested, macros=MACROS, anchors=page_anchors(facts.wordings))

    @property
    def plan(self) -> Plan:
        """The plan in data/. Raises DataErrors."""
        return self.facts.plan

    def check(self, base: Revision | None = None) -> list[Problem]:
        """The notices on the project, against a published commit where one is given. Raises DataErrors with everything that would stop a build."""
        facts = replace(self.facts, before=read_published(base), committed=newest_day(self.root)) if base else self.facts
        found = [*check(facts), *self._stale_schemas()]
        if base and not base.files:
            hint = tell("project.compare_commit_project_after")
            found.append(Problem(base.name, 1, "", tell("project.no_data_lie_at"), hint, NOTICE))
        return found

    def _stale_schemas(self) -> Iterator[Problem]:
        """One notice on all schemas for editors, and forms, that are not as the plan and the words of pages make them."""
        from macros.export.schemas import schemas_made

        wordings = read_wordings(self.root / "data")
        made: dict[str, tuple[Any, Callable[[str], Any]]] = {"schema": (schemas_made, _json), FORMS: (form_files, str)}
        stale = [
            f"{folder}/{name}"
            for folder, (make, read) in made.items() if (self.root / folder).is_dir()
            for name, one in make(self.plan, wordings).items() if read(_text(self.root / folder / name)) != one
        ]  # fmt: skip
        if stale:
            message = tell("project.older_than_words_fields", files=", ".join(stale))
            yield Problem(stale[0], 1, "", message, tell("project.run_python_m_macros"), NOTICE)


def _text(file: Path) -> str:
    return file.read_text("utf-8", errors="replace") if file.is_file() else ""


def _json(text: str) -> Any:
    with suppress(ValueError):
        return json.loads(text)


if TYPE_CHECKING:
    from macros.pages.frame import Frame
    from macros.pages.linked_data import Publication
    from macros.pages.not_found import NotFound
    from macros.pages.render import Renderer


@dataclass(frozen=True)
class Site:
    """The checked plan of a project folder, and the pages of one language."""

    root: Path
    language: str
    repository: str
    facts: Facts
    maintainer: Maintainer = UNSET

    @property
    def plan(self) -> Plan:
        """The checked plan."""
        return self.facts.plan

    @cached_property
    def renderer(self) -> "Renderer":
        """What writes the pages."""
        from macros.pages.render import Renderer  # with NetworkX and all pictures: the check needs none of them

        wording, changed = read_wording(self.root / "data", self.language), last_day(self.root, "data")
        return Renderer(self.plan, self.facts.fingerprints, wording, self.repository, changed, self.maintainer)

    def write_stubs(self) -> list[Path]:
        """Write the file of every page of a record, and of each index that has none, in both languages; delete those that no record has any more.

        Returns the files that are new or other than they were. What somebody wrote is not touched: the check refuses it before.
        """
        written, known = [], {page.stub: page for page in links.pages(self.plan)}
        for docs in (self.root / "docs" / language for language in LANGUAGES):
            for stub, page in known.items():
                if not (file := docs / stub).exists() or (links.is_of_record(stub) and file.read_text("utf-8") != page.text):
                    write_text_file(file, page.text)
                    written.append(file)
            for file in (file for folder in links.RECORD_FOLDERS for file in (docs / folder).glob("*.md")):
                stub = file.relative_to(docs).as_posix()
                if links.is_of_record(stub) and stub not in known:
                    file.unlink(missing_ok=True)  # another build may delete it too
        return written

    def written_in(self, macro: str, argument: str) -> str:
        """Where words of ours of a page stand that is not the page of one record; empty where its own file holds them."""
        if macro == "contributing":
            return LANGUAGES[self.language].guide
        words, is_whole = self.facts.wordings[self.language], macro == "home" or macro in links.INDEXES.values()
        return f"{words.file}#L{words.lines.get((macro,), 1)}" if is_whole and not argument else ""

    def page(self, macro: str, argument: str, here: str) -> str:
        """The page at an address, and below it what somebody wrote on it."""
        if macro == "contributing":
            return guide(self.root, self.language, self.repository)
        from macros.pages.finished import finished  # with Markdown, which a check does not need

        remarks = self.root / "remarks" / self.language / f"{here.rstrip('/')}.md"
        said = f"\n\n{remarks.read_text('utf-8')}" if argument and remarks.is_file() else ""
        return finished(self.renderer.page(macro, argument, here)) + said

    def frame(self, publication: "Publication") -> "Frame":
        """What the frame around each page says of it."""
        from macros.pages.frame import Frame

        return Frame(self.root, self.renderer, publication)

    def write_exports(self, address: str = "") -> None:
        """Write the data files that readers download, the pictures among them, and the schemas; they belong to the site that stands at the root.

        `address` is where that lies, as the pictures say it.
        """
        from macros.export import write_exports, write_files
        from macros.pages.picture_files import picture_files

        folder = self.root / "docs" / FIRST / "data"
        # Pictures first: the room that they need for a moment is there for the tables.
        write_files(folder, picture_files(self.plan, self._wordings, self.root, self.renderer.changed, address).items(), [])
        write_exports(self.plan, self._wordings, folder)
        self.write_schemas(self.root / "docs" / FIRST / "schema")

    @property
    def search_words(self) -> dict[str, Any]:
        """What the search says, for the frame of each page."""
        from macros.pages.search import search_words

        return search_words(self.renderer.wording)

    @property
    def not_found(self) -> "list[NotFound]":
        """What the page that is not there says in each language."""
        from macros.pages.not_found import not_found

        return not_found(self._wordings)

    def style_words(self, name: str) -> dict[str, str]:
        """What each printed sheet says of a site of that name."""
        from macros.pages.style_words import style_words

        return style_words(self.renderer, name)

    def write_search(self) -> None:
        """Write what the search of this language finds."""
        from macros.pages.search import SearchEntries

        documents = {**self.facts.documents, f"docs/{self.language}/{GUIDE}index.md": guide(self.root, self.language, self.repository)}
        entries = SearchEntries(self.renderer.labels, self.renderer.lookups, written_pages(documents, self.language))
        write_text_file(self.root / "docs" / self.language / SEARCH, entries.script())

    def write_schemas(self, folder: Path) -> None:
        """Write the JSON Schema of each data file."""
        from macros.export import write_files
        from macros.export.schemas import schemas

        write_files(folder, schemas(self.plan, self._wordings).items(), ["*.json"])

    def write_forms(self) -> None:
        """Write the forms of the repository in which people propose and report."""
        for name, text in form_files(self.plan, self._wordings).items():
            write_text_file(self.root / FORMS / name, text)

    @cached_property
    def _wordings(self) -> list[Wording]:
        return read_wordings(self.root / "data")


def open_site(root: Path, language: str, repository: str, maintainer: Maintainer = UNSET) -> Site:
    """The site of a folder; data is read again only when a file of it has changed. Raises problems.DataErrors."""
    files = (*(root / "data").rglob("*.*"), *(root / "docs").rglob("*.md"), *(root / "remarks").rglob("*.md"))
    state = frozenset((str(file), (stat := file.stat()).st_mtime_ns, stat.st_size) for file in files)
    return _site(root, language, repository.rstrip("/"), maintainer, state)


@lru_cache(maxsize=len(LANGUAGES))
def _site(root: Path, language: str, repository: str, maintainer: Maintainer, state: frozenset) -> Site:
    return Site(root, language, repository, _checked(root, state), maintainer)


@lru_cache(maxsize=1)
def _checked(root: Path, state: frozenset) -> Facts:
    """The facts of a project in this state of its files, once they have been checked."""
    project = Project(root)
    check(project.facts)
    _let_go(project.facts)
    return project.facts


def _let_go(facts: Facts) -> None:
    """Let go of what a check alone needs, a third of what it takes: words and their hashes, lists of what is in a record, lines of fields."""
    words.cache_clear()
    texts.cache_clear()
    for fingerprint in facts.fingerprints.values():
        fingerprint.let_go()
    read_tree.cache_clear()
    kept: dict[int, dict[tuple, int]] = {}
    for record in facts.plan.records():
        lines = record.place.lines
        if id(lines) not in kept:
            kept[id(lines)] = {path: line for path, line in lines.items() if not path or isinstance(path[-1], int)}  # of items, records among them
        record.let_go(kept[id(lines)])
