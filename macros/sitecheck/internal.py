"""Check the built site in both languages: every link, anchor, image, hreflang, sitemap entry, redirect, download and id."""

import argparse
import sys
import time
from collections import Counter
from functools import cache, partial
from pathlib import Path

from macros.languages import LANGUAGES
from macros.messages import tell
from macros.problems import FORMATS, Problem, in_order, suggestion
from macros.reading.load import load
from macros.sitecheck.checks import CHECKS
from macros.sitecheck.checks.fault import SiteFault
from macros.sitecheck.checks.files import downloads
from macros.sitecheck.checks.languages import sitemap
from macros.sitecheck.origins import Origins
from macros.sitecheck.site import BuiltSite

# A fault of the frame stands on every page: so many of the same are named, the others counted.
MAX_PAGES_NAMED = 5


def problems(site: BuiltSite, origins: Origins) -> list[Problem]:
    """Every fault, at the source that makes it."""
    same: dict[str, dict[str, SiteFault]] = {}
    for fault in (fault for check in CHECKS for fault in check(site)):
        same.setdefault(fault.message, {}).setdefault(fault.path, fault)
    nearest = cache(partial(_nearest, site))
    found = set()
    for message, faults in same.items():
        for number, fault in zip(range(1, MAX_PAGES_NAMED + 1), faults.values(), strict=False):
            more = tell("site.same_on_more", number=len(faults) - MAX_PAGES_NAMED) if number == MAX_PAGES_NAMED < len(faults) else ""
            found.add(_problem(site, origins, fault, f"{message} {more}".rstrip(), fault.hint or nearest(fault.missing)))
    return in_order(found)


def _nearest(site: BuiltSite, missing: str) -> str:
    """A hint that names the nearest page, file or anchor that is there."""
    path, mark, anchor = missing.partition("#")
    if mark and (page := site.pages.get(site.file(path).relative_to(site.folder).as_posix())):
        return suggestion(f"#{anchor}", [f"#{id}" for id in page.ids if not id.startswith("__")])
    return suggestion(path, site.known) if path else ""


def _problem(site: BuiltSite, origins: Origins, fault: SiteFault, message: str, hint: str) -> Problem:
    """The fault at its source; the hint names the file in docs/ too where the record of the page is the source."""
    page = site.pages.get(fault.path)
    if not page:
        return Problem(origins.made_by(fault.path), 1, fault.path, message, hint)
    file, line = origins.place(page, fault.link)
    document = origins.document(page)
    made = tell("site.made_by", file=document) if document != file else ""
    return Problem(file, line, page.shown or tell("site.home"), message, f"{hint} ({made})" if hint and made else hint or made)


def counted(site: BuiltSite) -> str:
    """What was checked, in numbers."""
    count: Counter[str] = Counter()
    for page in site.pages.values():
        for link in page.links:
            inside = link.inside is not None
            if link.tag == "a":
                count["links" if inside else "outside"] += 1
                count["anchors"] += inside and "#" in link.target
            elif "hreflang" in link.attributes:
                count["hreflang"] += 1
            elif link.attribute == "refresh":
                count["redirects"] += 1
            elif link.tag in ("img", "source", "image") or "image" in link.attribute:
                count["images"] += 1
            else:
                count["other"] += 1
        count["ids"] += len(page.named)
    count["sitemap"] = sum(len(sitemap(site, f"{language.folder}sitemap.xml")) for language in LANGUAGES.values())
    count["downloads"] = len(downloads(site))
    counts = (tell(f"site.count_{what}", number=number) for what, number in sorted(count.items(), key=lambda pair: -pair[1]))
    return tell("site.counted", pages=len(site.pages), counts=", ".join(counts))


def run(options: argparse.Namespace, root: Path) -> int:
    """Check the built site; 1 when something is broken, 2 when there is none. Raises DataErrors where the data cannot be read."""
    began = time.perf_counter()
    if not (options.site / "index.html").is_file():
        print(tell("site.none", folder=options.site), file=sys.stderr)
        return 2
    site = BuiltSite(options.site)
    found = problems(site, Origins(load(root), root))
    print(f"{counted(site)}. {time.perf_counter() - began:.1f} s.")
    if not found:
        print(tell("site.all_fine"))
        return 0
    # The last line of a format counts problems of the data.
    print(FORMATS[options.format](found, 0).rpartition("\n")[0], tell("site.broken", number=len(found)), sep="\n", file=sys.stderr)
    return 1
