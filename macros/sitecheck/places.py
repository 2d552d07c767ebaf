"""Which outside addresses the built site leads to, and where each comes from."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from macros.model import addresses as links
from macros.model.plan import Plan
from macros.model.records import Development, Provision, Source
from macros.model.shape import Record
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
    for address, record in links.outside(plan).items():
        found[address] = LinkOrigin(record.place.file, record.place.line(), record.id, _day(plan, record).partition("/")[0].replace("-", ""))
    for link in plan.links.values():
        if link.archived:
            found[link.archived] = LinkOrigin(link.place.file, link.place.line("archived"), link.url)
    return found


def _day(plan: Plan, record: Record) -> str:
    """The day that a record is about, where it has one: an archive is asked for the copy nearest to it."""
    if isinstance(record, Source):
        return record.date.value if record.date else record.oj.date if record.oj else ""
    return plan.moment_of(record).first if isinstance(record, Development | Provision) else ""
