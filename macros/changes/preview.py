"""A copy of the built site that opens from disk, for who reviews a change: its first page lists the pages that changed."""

import re
import shutil
from collections.abc import Iterable
from functools import partial
from html import escape
from pathlib import Path

from macros.languages import FIRST, LANGUAGES
from macros.messages import speaking, tell
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
<title>{title}</title>
{parts}
</html>
"""
_PART = """<section lang="{language}">
<h1>{title}</h1>
<p>{lead}</p>
{lists}
<p>{whole}</p>
</section>
"""


def write_preview(site: Path, folder: Path, changed: Iterable[str]) -> Path:
    """Copy a built site so that its links work from disk; the first page, which lists pages by their addresses below a language's root."""
    shutil.copytree(site, folder)
    for file in folder.rglob("*.html"):
        text = _POLICY.sub("", file.read_text("utf-8"))
        write_text_file(file, _LINK.sub(partial(_to_file, file), text))
    pages = [page for page in changed if (folder / page / "index.html").is_file()]
    first = folder / FIRST_PAGE
    write_text_file(first, _PAGE.format(language=FIRST, title=tell("preview.title"), parts="".join(_part(one, pages) for one in LANGUAGES)))
    return first


def _part(language: str, pages: list[str]) -> str:
    """What the first page says in a language: its pages that changed, and its whole site."""
    with speaking(language):
        rows = [f"<li>{_link(language, page, page)}</li>" for page in pages]
        lists = "\n".join(["<ul>", *rows, "</ul>"]) if rows else ""
        lead, whole = tell("preview.pages") if pages else tell("preview.no_page"), _link(language, "", tell("preview.whole"))
        return _PART.format(language=language, title=tell("preview.title"), lead=lead, lists=lists, whole=whole)


def _link(language: str, page: str, text: str) -> str:
    return f'<a href="{LANGUAGES[language].folder}{escape(page)}index.html">{escape(text)}</a>'


def _to_file(file: Path, link: re.Match) -> str:
    target, rest = link[2], link[3]
    is_folder = target and (target.endswith(("/", ".")) or (file.parent / target).is_dir())
    return f"{link[1]}{target.rstrip('/')}/index.html{rest}" if is_folder else link[0]
