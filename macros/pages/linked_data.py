"""What a page says to programs, in the words of schema.org: where it stands, and of which act, organisation or data set it is the page.

Only what is true: an act by its CELEX number, an organisation that its acronym names or a name that no language
translates (a collective has neither), no person, no rating.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.export import EXPORTS
from macros.languages import LANGUAGES
from macros.model import addresses
from macros.model.records import Actor, Source
from macros.model.shape import Text
from macros.pages.trail import Step
from macros.reading.citation_file import Cited
from macros.wording.labels import Labels

ACTS = ("directive", "framework-decision", "decision", "regulation", "treaty", "charter")
ORGANISATIONS = ("eu-institution", "agency", "international-organisation")
LICENCES = {"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/"}
_FULL = len("2008-10-17")
# What would end the element that holds it, or a line of a script.
_SIGNS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@dataclass(frozen=True)
class Publication:
    """The site of a language: its name and description, where it lies, and where all of it does."""

    name: str
    description: str
    address: str
    root: str


def _is_untranslated(name: Text) -> bool:
    return len({getattr(name, language) for language in LANGUAGES}) == 1


def script_text(items: list[dict[str, Any]]) -> str:
    """Linked data as the text of a script element, which no text of the data can end."""
    return json.dumps([{"@context": "https://schema.org"} | item for item in items], ensure_ascii=False).translate(_SIGNS)


def of_record(labels: Labels, kind: str, id: str, trail: list[Step], site: str) -> Iterator[dict[str, Any]]:
    """What the page of a record says: `site` is where the language lies."""
    record = labels.plan.of(kind)[id]
    yield breadcrumb(trail, site)
    here = site + trail[-1].address
    if isinstance(record, Source) and record.celex and record.kind in ACTS:
        yield _act(labels, record, here)
    if isinstance(record, Actor) and record.kind in ORGANISATIONS and (record.acronym or _is_untranslated(record.name)):
        also = {"alternateName": labels.text(record.acronym)} if record.acronym else {}
        yield {"@type": "Organization", "name": labels.text(record.name)} | also | {"subjectOf": _page(here)}


def breadcrumb(trail: list[Step], site: str) -> dict[str, Any]:
    """The way to a page."""
    steps = enumerate(trail, start=1)
    items = [{"@type": "ListItem", "position": number, "name": step.name, "item": site + step.address} for number, step in steps]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def dataset(publication: Publication, cited: Cited, changed: str | None) -> dict[str, Any]:
    """All data, as the Data page offers them."""
    folder = f"{publication.root}data/"
    found = {
        "@type": "Dataset", "name": publication.name, "description": publication.description, "url": f"{publication.address}data/",
        "version": cited.version, "license": LICENCES.get(cited.licence, cited.licence), "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": cited.author}, "inLanguage": list(LANGUAGES), "dateModified": changed,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": folder + name} for name in EXPORTS if name.endswith(".json")
        ],
    }  # fmt: skip
    return {name: value for name, value in found.items() if value is not None}


def _act(labels: Labels, source: Source, here: str) -> dict[str, Any]:
    date = source.date and source.date.of == "act" and len(source.date.value) == _FULL and source.date.value
    found = {
        "@type": "Legislation", "name": labels.text(source.title), "legislationIdentifier": f"CELEX:{source.celex}",
        "url": addresses.eur_lex(source, labels.wording.language), "subjectOf": _page(here),
    }  # fmt: skip
    return found | ({"legislationDate": date} if date else {})


def _page(address: str) -> dict[str, str]:
    return {"@type": "WebPage", "url": address}
