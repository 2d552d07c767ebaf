"""What is wrong in the built site, with nothing said yet of its source."""

from dataclasses import dataclass

from macros.sitecheck.page import HtmlLink


@dataclass(frozen=True)
class SiteFault:
    """What is wrong on a page of the site (or in a file of it), at which link, and what was meant to be there."""

    path: str
    message: str
    hint: str = ""
    missing: str = ""
    link: HtmlLink | None = None
