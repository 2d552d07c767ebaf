"""CONTRIBUTING.md as a page of the site: the same text, with links that lead on from there."""

import re
from pathlib import Path
from posixpath import relpath

from markupsafe import Markup, escape

from macros.languages import LANGUAGES
from macros.model.addresses import href
from macros.wording.typography import typeset_markdown

PAGE = "contribute/"
_CODE = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[([^\]]+)\]\((?!\w+:|#)([^)\s]+)\)")


def guide(root: Path, language: str, repository: str) -> Markup:
    """The Markdown of the guide in one language, for its page. Code stays as it is. Raises OSError where the file is missing."""

    def lead_on(link: re.Match) -> str:
        return _link(link[1], link[2], language, repository)

    text = typeset_markdown((root / LANGUAGES[language].guide).read_text("utf-8"), language)
    parts = _CODE.split(text)
    return Markup("".join(part if index % 2 else _LINK.sub(lead_on, part) for index, part in enumerate(parts)))


def _link(text: str, target: str, language: str, repository: str) -> str:
    """The link from the page: to a page of the same language, to this page in the other, or to a file of the repository."""
    if target.startswith(docs := f"docs/{language}/"):
        return f"[{text}]({relpath(target, docs + PAGE)})"
    for other in LANGUAGES.values():
        if target == other.guide:  # another site to the generator, which checks only its own links
            there = escape(href(LANGUAGES[language].folder + PAGE, other.folder + PAGE))
            return f'<a href="{there}" hreflang="{other.code}">{text}</a>'
    return f"[{text}]({repository}/blob/main/{target})"
