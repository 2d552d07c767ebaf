"""The built site: its pages, where it is published, and what stands at an address below it."""

from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin

from macros.messages import tell
from macros.sitecheck.page import HtmlPage


class BuiltSite:
    """A folder that holds the built site of both languages. `address` is where its home page says that it is published."""

    def __init__(self, folder: Path):
        self.folder = folder.resolve()
        files = sorted(file for kind in ("html", "svg") for file in self.folder.rglob(f"*.{kind}"))
        self.pages = {page.path: page for page in (self._read(file) for file in files)}
        self.address = next((link.target for link in self.pages["index.html"].of("link", rel="canonical")), "https://site.invalid/")
        for page in self.pages.values():
            for link in page.links:
                link.url = urljoin(self.url(page), link.target)
                link.inside = self.inside(link.url)

    def _read(self, file: Path) -> HtmlPage:
        return HtmlPage(file.relative_to(self.folder).as_posix(), file.read_text("utf-8"))

    @cached_property
    def listed(self) -> list[HtmlPage]:
        """The pages that search engines are meant to find."""
        return [page for page in self.pages.values() if page.path.endswith("index.html") and not page.hidden and not page.moved]

    @cached_property
    def known(self) -> list[str]:
        """The address of every page and file below the site."""
        files = (file.relative_to(self.folder).as_posix() for file in sorted(self.folder.rglob("*")) if file.is_file())
        return [path.removesuffix("index.html") for path in files]

    def url(self, page: HtmlPage) -> str:
        """The whole address of a page."""
        return self.address + page.shown

    def inside(self, url: str) -> str | None:
        """The path and anchor of a whole address below the site, or None where it is elsewhere."""
        if not url.startswith(self.address):
            return None
        path, mark, anchor = url.removeprefix(self.address).partition("#")
        return unquote(path.partition("?")[0] + mark + anchor)

    def file(self, path: str) -> Path:
        """The file that a server sends for a path below the site."""
        file = self.folder / path
        return file / "index.html" if path == "" or path.endswith("/") or file.is_dir() else file

    def missing(self, target: str) -> str:
        """What is wrong with a path and anchor below the site, or nothing."""
        path, _, anchor = target.partition("#")
        file = self.file(path)
        if not file.is_file():
            return tell("site.no_page" if file.suffix in ("", ".html") else "site.no_file")
        page = self.pages.get(file.relative_to(self.folder).as_posix())
        return tell("site.no_anchor") if anchor and anchor != "top" and page and not page.ids[anchor] else ""
