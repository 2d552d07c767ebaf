"""Plan -> what a build needs: checked data, the stubs of pages, and the pages themselves. Knows no site generator."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.export import write_exports, write_files
from macros.export.schemas import schemas
from macros.languages import LANGUAGES
from macros.model import addresses as links
from macros.model.plan import Plan
from macros.output import write_text_file
from macros.pages.render import Renderer
from macros.problems import DataErrors, Problem
from macros.reading.git import last_day
from macros.reading.load import load
from macros.rules import check
from macros.wording.catalogue import read_wording

_SITES: dict[tuple, "Site"] = {}


@dataclass(frozen=True)
class Site:
    """The checked plan of a project folder, and the pages of one language."""

    root: Path
    language: str
    repository: str
    plan: Plan

    @cached_property
    def renderer(self) -> Renderer:
        return Renderer(self.plan, read_wording(self.root / "data", self.language), self.repository, last_day(self.root, "data"))

    def write_missing_stubs(self) -> list[Path]:
        """Write the stub of every page that has none, and of every page that moved, in both languages. Returns the new files."""
        written = []
        for page in links.pages(self.plan):
            for language in LANGUAGES:
                file = self.root / "docs" / language / page.stub
                if not file.exists() or (page.macro == "moved" and _is_stub_of_another(page, file.read_text("utf-8"))):
                    write_text_file(file, page.text)
                    written.append(file)
        return written

    def left_over_stubs(self) -> list[Problem]:
        """Pages of records that are no longer there."""
        known = {page.stub for page in links.pages(self.plan)}
        folders = {address.split("{")[0] for kind, address in links.ADDRESSES.items() if kind in links.RECORD_PAGES}
        return [
            Problem(f"docs/{language}/{stub}", 1, "", "the record of this page is not in the data", "delete the page, or restore the record")
            for language in LANGUAGES
            for folder in sorted(folders)
            for file in sorted((self.root / "docs" / language / folder).glob("*.md"))
            if (stub := f"{folder}{file.name}") not in known and file.name != "index.md"
        ]

    def remarks_left_behind(self) -> list[Problem]:
        """Pages of records that moved, on which somebody wrote: the program does not throw that away."""
        problems = []
        for page in (page for page in links.pages(self.plan) if page.macro == "moved"):
            for file in (self.root / "docs" / language / page.stub for language in LANGUAGES):
                text = file.read_text("utf-8") if file.exists() else page.text
                if page.text not in text and not _is_stub_of_another(page, text):
                    there = page.argument.partition("#")[0].rstrip("/")
                    hint = f"carry what was written to the page of {there}, and delete this one"
                    name = str(file.relative_to(self.root))
                    problems.append(Problem(name, 1, "", "the record of this page has moved, and somebody wrote below its call", hint))
        return problems

    def write_exports(self) -> None:
        """Write the data files that readers download, and the schemas; they belong to the English site, which stands at the root."""
        write_exports(self.plan, self.root / "docs" / "en" / "data")
        self.write_schemas(self.root / "docs" / "en" / "schema")

    def write_schemas(self, folder: Path) -> None:
        """Write the JSON Schema of each data file."""
        wordings = [read_wording(self.root / "data", language) for language in LANGUAGES]
        write_files(folder, schemas(self.plan, wordings), ["*.json"])


def _is_stub_of_another(page: links.Page, text: str) -> bool:
    """Whether a file is as the program wrote it, when another page stood there."""
    return text != page.text and bool(links.STUB.fullmatch(text))


def open_site(root: Path, language: str, repository: str) -> Site:
    """The site of a folder; data is read again only when a file of it has changed. Raises problems.DataErrors."""
    files = sorted((root / "data").rglob("*.*"))
    state = tuple((file, (stat := file.stat()).st_mtime_ns, stat.st_size) for file in files)
    key = (root, language, repository, state)
    if key not in _SITES:
        plan = load(root)
        check(plan)
        site = Site(root, language, repository.rstrip("/"), plan)
        if problems := [*site.left_over_stubs(), *site.remarks_left_behind()]:
            raise DataErrors(problems)
        _SITES.clear()
        _SITES[key] = site
    return _SITES[key]
