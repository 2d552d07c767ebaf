"""Which outside addresses the built site leads to, and where each comes from."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from macros.model import addresses as links
from macros.model.plan import Plan
from macros.sitecheck.origins import Origins
from macros.sitecheck.site import BuiltSite

# Hosts that stand for others, in documents and settings.
PLACEHOLDERS = (".example", ".invalid", ".test", "localhost")


@dataclass
class LinkOrigin:
    """Where an outside address comes from: file, line, record, the day that it is about (YYYYMMDD), and the pages that lead there."""

    file: str
    line: int
    record: str
    day: str = ""
    pages: list[str] = field(default_factory=list)


def collect(site: BuiltSite, plan: Plan, root: Path) -> dict[str, LinkOrigin]:
    """Every outside address of the built site, each once. Those for people who edit need a login, placeholders lead nowhere."""
    origins, recorded, found = Origins(plan, root), known(plan), {}
    repository = os.environ.get("REPO_URL", "").strip().rstrip("/") or "https://repository.example"
    for page in site.pages.values():
        for link in page.links:
            parts = urlsplit(link.url)
            if link.inside is not None or parts.scheme not in ("http", "https") or (parts.hostname or "").endswith(PLACEHOLDERS):
                continue
            if link.url.startswith((f"{repository}/edit/", f"{repository}/issues/new")):
                continue
            if link.url not in found:
                found[link.url] = recorded.get(link.url) or LinkOrigin(*origins.place(page, link), page.shown)
            if page.shown not in found[link.url].pages:
                found[link.url].pages.append(page.shown)
    return found


def known(plan: Plan) -> dict[str, LinkOrigin]:
    """Address -> the record that it comes from."""
    found = {}
    for address, source in links.outside(plan).items():
        day = source.date.value if source.date else source.oj.date if source.oj else ""
        found[address] = LinkOrigin(source.place.file, source.place.line(), source.id, day.partition("/")[0].replace("-", ""))
    for link in plan.links.values():
        if link.archived:
            found[link.archived] = LinkOrigin(link.place.file, link.place.line("archived"), link.url)
    return found
