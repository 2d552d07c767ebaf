"""Where the words of a built page come from, so that a fault is mended at its source."""

from pathlib import Path

from macros.languages import LANGUAGES
from macros.model import addresses as links
from macros.model.plan import Plan
from macros.model.shape import Record
from macros.sitecheck.page import HtmlLink, HtmlPage

# Part of the path of a file that is no page -> what makes it.
MADE_BY = {
    "sitemap": "overrides/sitemap.xml",
    "data/": "macros/export/__init__.py",
    "schema/": "macros/model/fields.py",
}


class Origins:
    """The sources of the pages of a plan: a file in docs/, and the record that a place of a page shows."""

    def __init__(self, plan: Plan, root: Path):
        self._root = root
        kinds = ((kind, id, record) for kind in links.ADDRESSES for id, record in plan.of(kind).items())
        self._records = {links.address(plan, kind, id): record for kind, id, record in kinds}

    def record(self, page: HtmlPage, link: HtmlLink | None) -> Record | None:
        """The record around a link, or that of the whole page, or none."""
        around = self._records.get(f"{page.address}#{link.around}") if link else None
        return around or self._records.get(page.address)

    def document(self, page: HtmlPage) -> str:
        """The file that makes a page; what has none there comes from a template of the site."""
        pages = Path("docs", page.language)
        named = [pages / f"{page.address}index.md", pages / f"{page.address.rstrip('/')}.md", Path("overrides", page.address)]
        return next((file.as_posix() for file in named if (self._root / file).is_file()), "overrides/main.html")

    def made_by(self, path: str) -> str:
        """The source of a file of the site that is no page."""
        folder = next((one.folder for one in LANGUAGES.values() if one.folder and path.startswith(one.folder)), "")
        asset = Path("overrides", path.removeprefix(folder)).as_posix()
        return next((source for name, source in MADE_BY.items() if name in path), asset if (self._root / asset).is_file() else "mkdocs.yml")

    def place(self, page: HtmlPage, link: HtmlLink | None) -> tuple[str, int]:
        """File and line to be mended: where the words of a link are written by hand, else the record around it, else the page."""
        document = self.document(page)
        if line := self._line(document, link):
            return document, line
        record = self.record(page, link)
        return (record.place.file, record.place.line()) if record else (document, 1)

    def _line(self, document: str, link: HtmlLink | None) -> int:
        """The line of a hand-written link, or 0. The site generator rewrites its address; its words stay."""
        if not link:
            return 0
        written = (f"[{link.words}](", f">{link.words}</a>", f"]({link.target})", f'"{link.target}"')
        lines = (self._root / document).read_text("utf-8").splitlines()
        return next((number for number, line in enumerate(lines, 1) if any(part in line for part in written)), 0)
