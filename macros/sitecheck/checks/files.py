"""What is not a link and yet may break: files to take away, ids within a page, results of the search."""

import csv
import io
import json
import xml.etree.ElementTree as xml
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from macros.languages import LANGUAGES
from macros.messages import tell
from macros.sitecheck.checks.fault import SiteFault
from macros.sitecheck.site import BuiltSite

# Folders whose files readers and programs take away.
DOWNLOAD_FOLDERS = ("data", "schema")
# Material labels the contents of every page for a box that only pages of the menu have.
THEME_ID = "__toc"


def downloads_can_be_read(site: BuiltSite) -> Iterator[SiteFault]:
    """Every file to take away has content, and is what its name says."""
    for file in downloads(site):
        if wrong := _unreadable(file):
            yield SiteFault(file.relative_to(site.folder).as_posix(), wrong, tell("site.make_again"))


def downloads(site: BuiltSite) -> list[Path]:
    """The files to take away: those that a page offers, and all in their folders."""
    offered = [link.inside for page in site.pages.values() for link in page.of("a") if "download" in link.attributes]
    held = [file for name in DOWNLOAD_FOLDERS for file in (site.folder / name).rglob("*") if file.suffix != ".html"]
    return sorted({file for file in [*map(site.file, filter(None, offered)), *held] if file.is_file()})


def _unreadable(file: Path) -> str:
    """Why a file is not what its name says, or nothing."""
    text = file.read_text("utf-8", errors="replace")
    if not text.strip():
        return tell("site.empty")
    try:
        match file.suffix:
            case ".json":
                json.loads(text)
            case ".csv" if len({len(row) for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))}) > 1:
                return tell("site.uneven_rows")
            case ".xml" | ".svg" | ".graphml" | ".gexf":
                xml.fromstring(file.read_bytes())
            case ".xlsx" if damaged := ZipFile(file).testzip():
                return tell("site.damaged", part=damaged)
    except (ValueError, xml.ParseError, BadZipFile) as error:
        return tell("site.unreadable", kind=file.suffix[1:].upper(), error=error)
    return ""


def ids_are_single_and_exist(site: BuiltSite) -> Iterator[SiteFault]:
    """No two elements of a page share an id, and labels, descriptions and headers name elements that are there."""
    for page in site.pages.values():
        for id in (id for id, times in page.ids.items() if times > 1):
            yield SiteFault(page.path, tell("site.id_twice", id=id, times=page.ids[id]), tell("site.own_id"))
        for tag, attribute, id in page.named:
            if id not in page.ids and id != THEME_ID:
                yield SiteFault(page.path, tell("site.names_no_id", attribute=attribute, tag=tag, id=id), missing=f"{page.shown}#{id}")


def searches_lead_somewhere(site: BuiltSite) -> Iterator[SiteFault]:
    """Every result of the search of each language is a page, or a place in one."""
    for language in LANGUAGES.values():
        path = f"{language.folder}search/entries.js"
        for entry in _entries(site.folder / path):
            if wrong := site.missing(language.folder + entry["u"]):
                yield SiteFault(
                    path,
                    tell("site.leads", link=tell("site.result", title=entry["t"]), target=entry["u"], wrong=wrong),
                    missing=language.folder + entry["u"],
                )


def _entries(file: Path) -> list[dict]:
    """What the search is given: the first value of the call that the file makes."""
    _, _, written = file.read_text("utf-8").partition("(")
    entries: list[dict] = json.JSONDecoder().raw_decode(written)[0]
    return entries
