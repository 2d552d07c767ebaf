"""A copy of the built site that opens from disk, for who reviews a change: its first page lists the pages that changed."""

import re
import shutil
from collections.abc import Iterable
from functools import partial
from html import escape
from pathlib import Path

from macros.languages import FIRST, LANGUAGES
from macros.output import write_text_file

FIRST_PAGE = "START-HERE.html"
# What a link of a page leads to, where that is no file but a folder: a server shows its index.html, a disk does not.
_LINK = re.compile(r'(\b(?:href|src)=")(?![a-z][a-z+.-]*:|//|#)([^"?#]*)([^"]*")')
# A page from disk has no host, so that its own policy would let it load nothing.
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_PAGE = """<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Preview</title>
<h1>Preview of a change</h1>
<p>{lead}</p>
{lists}
<p>The whole site: {site}</p>
</html>
"""


def write_preview(site: Path, folder: Path, changed: Iterable[str]) -> Path:
    """Copy a built site so that its links work from disk; the first page, which lists pages by their addresses below a language's root."""
    shutil.copytree(site, folder)
    for file in folder.rglob("*.html"):
        text = _POLICY.sub("", file.read_text("utf-8"))
        write_text_file(file, _LINK.sub(partial(_to_file, file), text))
    pages = [page for page in changed if (folder / page / "index.html").is_file()]
    lead = "These pages are about the records that changed:" if pages else "No page of a record changed."
    lists = f"<ul>\n{''.join(map(_row, pages))}</ul>" if pages else ""
    first = folder / FIRST_PAGE
    write_text_file(first, _PAGE.format(language=FIRST, lead=lead, lists=lists, site=_links("")))
    return first


def _to_file(file: Path, link: re.Match) -> str:
    target, rest = link[2], link[3]
    is_folder = target and (target.endswith(("/", ".")) or (file.parent / target).is_dir())
    return f"{link[1]}{target.rstrip('/')}/index.html{rest}" if is_folder else link[0]


def _row(page: str) -> str:
    return f"<li>{escape(page)}: {_links(page)}</li>\n"


def _links(page: str) -> str:
    """A page in each language."""
    return " · ".join(
        f'<a href="{one.folder}{escape(page)}index.html" hreflang="{one.code}" lang="{one.code}">{one.own_name}</a>' for one in LANGUAGES.values()
    )
