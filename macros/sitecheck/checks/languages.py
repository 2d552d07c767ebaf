"""Each page is found in both languages: by its hreflang, by its language link, by the sitemaps."""

import xml.etree.ElementTree as xml
from collections.abc import Iterator

from macros.languages import FIRST, LANGUAGES
from macros.messages import tell
from macros.sitecheck.checks.fault import SiteFault
from macros.sitecheck.page import HtmlPage
from macros.sitecheck.site import BuiltSite

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def languages_point_at_each_other(site: BuiltSite) -> Iterator[SiteFault]:
    """A page names itself, and itself in each language; those pages name it too; its language link leads there."""
    for page in site.listed:
        yield from _canonical_address(site, page)
        yield from _hreflangs(site, page)
        yield from _language_links(site, page)


def _canonical_address(site: BuiltSite, page: HtmlPage) -> Iterator[SiteFault]:
    own = [link.target for link in page.of("link", rel="canonical")]
    if own != [site.url(page)]:
        yield SiteFault(page.path, tell("site.canonical", own=" + ".join(own) or tell("site.missing")), tell("site.must_be", url=site.url(page)))


def _hreflangs(site: BuiltSite, page: HtmlPage) -> Iterator[SiteFault]:
    for language, url in in_languages(site, page).items():
        if (said := _alternates(page).get(language, tell("site.missing"))) != url:
            yield SiteFault(page.path, tell("site.hreflang", language=language, said=said), tell("site.must_be", url=url))
    for other in (site.pages[path] for path in _paths(page) if path in site.pages):
        if _alternates(other).get(page.language) != site.url(page):
            hint = tell("site.mend_hreflang", language=page.language)
            yield SiteFault(page.path, tell("site.no_way_back", other=other.shown), hint)


def _language_links(site: BuiltSite, page: HtmlPage) -> Iterator[SiteFault]:
    expected = in_languages(site, page)
    for link in (link for link in page.of("a") if "hreflang" in link.attributes):
        if link.url != expected.get(link.attributes["hreflang"]):
            yield SiteFault(page.path, tell("site.other_language", link=link.name, url=link.url), tell("site.must_lead_to_same"), link=link)


def in_languages(site: BuiltSite, page: HtmlPage) -> dict[str, str]:
    """hreflang -> the address of a page in that language; the first one stands for readers of any other."""
    found = {code: site.address + path.removesuffix("index.html") for code, path in zip(LANGUAGES, _paths(page), strict=True)}
    return found | {"x-default": found[FIRST]}


def _paths(page: HtmlPage) -> list[str]:
    path = page.path.removeprefix(LANGUAGES[page.language].folder)
    return [language.folder + path for language in LANGUAGES.values()]


def _alternates(page: HtmlPage) -> dict[str, str]:
    return {link.attributes["hreflang"]: link.target for link in page.of("link", rel="alternate") if "hreflang" in link.attributes}


def sitemaps_name_every_page(site: BuiltSite) -> Iterator[SiteFault]:
    """Each language has a sitemap: every page that search engines are meant to find, with its alternates, and nothing else."""
    for code, path in ((one.code, f"{one.folder}sitemap.xml") for one in LANGUAGES.values()):
        entries = sitemap(site, path)
        pages = {site.url(page): page for page in site.listed if page.language == code}
        for url in sorted(entries.keys() - pages.keys()):
            yield SiteFault(path, tell("site.names_no_page", url=url), missing=url.removeprefix(site.address))
        for url in sorted(pages.keys() - entries.keys()):
            yield SiteFault(path, tell("site.does_not_name", url=url), tell("site.page_is_built"))
        for url in sorted(pages.keys() & entries.keys()):
            for language, other in sorted(entries[url].items() - in_languages(site, pages[url]).items()):
                yield SiteFault(path, tell("site.entry_hreflang", url=url, language=language, other=other), tell("site.must_be_same"))


def sitemap(site: BuiltSite, path: str) -> dict[str, dict[str, str]]:
    """Address -> language -> address of the same page, as a sitemap says. One that cannot be read names nothing."""
    file = site.folder / path
    try:
        entries = xml.fromstring(file.read_bytes()).iter(f"{SITEMAP}url")
    except (OSError, xml.ParseError):
        return {}
    return {e.findtext(f"{SITEMAP}loc", ""): {link.get("hreflang", ""): link.get("href", "") for link in e.iter(f"{XHTML}link")} for e in entries}
