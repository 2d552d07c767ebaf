"""Pages on paper, and what their sheets say."""

import io
import re

from playwright.sync_api import Page
from pypdf import PageObject, PdfReader


def sheets(page: Page, format: str = "A4") -> list[PageObject]:
    """The sheets of a page."""
    return list(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, format=format))).pages)


def shown(text: str) -> str:
    """Text without white space, as a line may break anywhere on paper."""
    return re.sub(r"[\s\u00ad\u200b]", "", text)
