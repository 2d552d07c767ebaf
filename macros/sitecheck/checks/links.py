"""What a page points to is there: lychee looks at what it sees, we at the rest."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros.messages import tell
from macros.sitecheck.checks.fault import SiteFault
from macros.sitecheck.lychee import lychee
from macros.sitecheck.page import HtmlLink, HtmlPage
from macros.sitecheck.site import BuiltSite

# A link that begins with / is one of the host: only those below the prefix of the site are the site's.
HOST = Path("/nowhere")


def links_lead_somewhere(site: BuiltSite) -> Iterator[SiteFault]:
    """Everything that lychee sees: links, anchors, images, styles, canonical and alternate addresses."""
    # As an address the folder has no sign that means something in a pattern, or in what is written for it.
    here, prefix = f"{site.folder.as_uri()}/", urlsplit(site.address).path.rstrip("/")
    remap = [f"{re.escape(site.address)} {here}", rf"{HOST.as_uri()}{re.escape(prefix)}(/|$) {here}"]
    options = ["--offline", "--include-fragments", "--include-verbatim", "--index-files", "index.html", "--root-dir", str(HOST)]
    found = lychee(*options, *(word for one in remap for word in ("--remap", one)), "./**/*.html", "./**/*.css", folder=site.folder)
    for file, errors in found["error_map"].items():
        for error in errors:
            yield _broken(site, Path(file).as_posix(), _target(site, error["url"]), error["status"]["text"])


def _target(site: BuiltSite, url: str) -> str:
    """Path and anchor below the site of the address of a file, or its path on the host."""
    parts = urlsplit(url)
    file = Path(unquote(parts.path))
    above = next((folder for folder in (site.folder, HOST) if file.is_relative_to(folder)), None)
    path = file.relative_to(above).as_posix() if above else url.partition("#")[0]
    return ("/" if above == HOST else "") + path + (f"#{unquote(parts.fragment)}" if parts.fragment else "")


def _broken(site: BuiltSite, path: str, target: str, wrong: str) -> SiteFault:
    """The fault that lychee means: it names the file and the target, without a last slash; the page knows the words of the link."""
    page = site.pages.get(path)
    for link in page.links if page else ():
        if _bare(target) in (_bare(link.inside or link.target), _bare(link.target)):
            return _leads(path, link, (link.inside and site.missing(link.inside)) or tell("site.which_is_broken", wrong=wrong))
    return SiteFault(
        path, tell("site.leads", link=tell("site.something"), target=target, wrong=tell("site.which_is_broken", wrong=wrong)), missing=target
    )


def _bare(target: str) -> str:
    path, mark, anchor = target.partition("#")
    return path.removesuffix("index.html").rstrip("/") + mark + anchor


def _leads(path: str, link: HtmlLink, wrong: str) -> SiteFault:
    return SiteFault(path, tell("site.leads", link=link.name, target=link.inside or link.target, wrong=wrong), missing=link.inside or "", link=link)


def other_addresses_exist(site: BuiltSite) -> Iterator[SiteFault]:
    """What lychee does not see: redirects, pictures for sharing, scripts, links of SVG, links that search engines shall not follow."""
    for page in site.pages.values():
        for link in page.links:
            if is_unseen(page, link) and link.inside is not None and (wrong := site.missing(link.inside)):
                yield _leads(page.path, link, wrong)


def is_unseen(page: HtmlPage, link: HtmlLink) -> bool:
    """Whether lychee passes over a link."""
    by_kind = link.tag in ("meta", "script", "embed") or link.attribute == "xlink:href"
    return by_kind or page.path.endswith(".svg") or "nofollow" in link.attributes.get("rel", "")
