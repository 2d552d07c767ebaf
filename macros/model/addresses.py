"""Where a record's page is; the only module that knows paths.

An address is the part of a URL below the language's root: `objectives/2.1.1/#2.1.1-1`. It is the same in both languages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from macros.languages import LANGUAGES
from macros.model.kinds import KINDS, Moved, parse_id, typed_id
from macros.model.plan import Plan
from macros.model.records import Source, objective_of
from macros.model.shape import Record
from macros.model.values import Linked

# Kind of record -> its address; `{objective}` is the objective that holds an action.
ADDRESSES = {name: kind.address for name, kind in KINDS.items() if kind.address}
# Kind of record -> macro of its page.
RECORD_PAGES = {name: kind.macro for name, kind in KINDS.items() if kind.macro}
# The other way round.
RECORD_MACROS = {macro: kind for kind, macro in RECORD_PAGES.items()}

# Address -> macro of each page that is not the page of one record; None where the page is written by hand.
INDEXES = {
    "": None,
    "objectives/": "objectives",
    "not-done/": "not_done",
    "findings/": "findings",
    "actors/": "actors",
    "countries/": "countries",
    "indicators/": "indicators",
    "compare/": "compare",
    "developments/": "developments",
    "follow-ups/": "follow_ups",
    "commitments/": "commitments",
    "sources/": "sources",
    "graph/": "graph",
    "matrix/": "matrix",
    "timeline/": "timeline",
    "glossary/": "glossary",
    "method/": None,
    "contribute/": None,
    "data/": None,
    "schema/": "schema",
    "accessibility/": None,
    "about/": None,
}

# Page -> the kind whose records had their anchors on it until each got a page: the anchors stay, on lines that lead there.
FORMER_ANCHORS = {"countries/": "indicators"}

EUR_LEX = "https://eur-lex.europa.eu/legal-content/{language}/TXT/?uri={document}"


class MissingTarget(LookupError):
    """A link to a page or anchor that does not exist."""


# A call as a page holds it: the macro, and what it is given.
CALL = re.compile(r'\{\{ (\w+)\((?:"([^"\\]*)")?\) \}\}')
# A stub as the program writes it; once those of moved pages said more.
STUB = re.compile(r"(---\ntemplate: moved.html\n(\w+: .*\n)*---\n\n)?\{\{ \w+\([^}]*\) \}\}\n?")


@dataclass(frozen=True)
class Page:
    """A page that a macro writes: its address, the macro and its argument (empty where there is none)."""

    address: str
    macro: str
    argument: str = ""

    @property
    def stub(self) -> str:
        """The path of its file below docs/en and docs/fr."""
        return f"{self.address.rstrip('/')}.md" if self.argument else f"{self.address}index.md"

    @property
    def text(self) -> str:
        """What its file says: one call."""
        leads_on = "" if ":" in self.argument else f"moved_to: {self.argument}\n"
        moved = f"---\ntemplate: moved.html\n{leads_on}---\n\n"
        argument = f'"{self.argument}"' if self.argument else ""
        return (moved if self.macro == "moved" else "") + "{{ " + f"{self.macro}({argument})" + " }}\n"


def is_stub(text: str) -> bool:
    """Whether a file is as the program writes it, without words of anybody."""
    return bool(STUB.fullmatch(text))


# Folders below docs/en and docs/fr in which the build writes the pages of records.
RECORD_FOLDERS = sorted({ADDRESSES[kind].partition("{")[0] for kind in RECORD_PAGES})


def is_of_record(stub: str) -> bool:
    """Whether a file below docs/en or docs/fr is the page of a record, which the build writes; an index may stand beside them."""
    folder, slash, file = stub.rpartition("/")
    return folder + slash in RECORD_FOLDERS and file != "index.md"


def pages(plan: Plan) -> Iterator[Page]:
    """Every page that a macro writes."""
    for index, macro in INDEXES.items():
        if macro:
            yield Page(index, macro)
    for kind, macro in RECORD_PAGES.items():
        for id in plan.of(kind):
            yield Page(ADDRESSES[kind].format(id=id), macro, id)
    for country in plan.countries.values():
        for old in country.redirects:
            yield Page(f"countries/{old}/", "moved", f"countries/{country.id}/")
    for kind, id in map(parse_id, plan.moved):
        if kind in RECORD_PAGES:
            yield Page(place(kind, id), "moved", split if (split := _split_at(plan, kind, id)) else address(plan, kind, id))


def address(plan: Plan, kind: str, id: str) -> str:
    """The address of a record, or of the one that a moved one moved to; where it was split, its old one, which names them.

    Raises MissingTarget when there is no such record."""
    if id in plan.of(kind):
        return place(kind, id)
    if split := plan.split_of(kind, id):
        return place(*parse_id(split))
    now, there = parse_id(plan.moved_target(kind, id) or typed_id(kind, id))
    if now not in ADDRESSES or there not in plan.of(now):
        raise MissingTarget(f"no {kind} has the id '{id}'")
    return place(now, there)


def _split_at(plan: Plan, kind: str, id: str) -> str:
    """The identifier itself where it was split, so that its page leads nowhere by itself but names what it became."""
    own = typed_id(kind, id)
    return own if plan.split_of(kind, id) == own else ""


def moved_from(plan: Plan, page: str) -> Iterator[tuple[str, Moved]]:
    """The anchors that a page had before their records moved elsewhere, with the moves."""
    for moved in plan.moved.values():
        kind, id = parse_id(moved.id)
        old = place(kind, id)
        if old.startswith(f"{page}#") and (len(moved.to) > 1 or old != address(plan, kind, id)):
            yield old.partition("#")[2], moved
        elif FORMER_ANCHORS.get(page) == kind:
            yield id, moved


def place(kind: str, id: str) -> str:
    """The address that a record of a kind has by its identifier, whether it is there or not; empty where the kind has none."""
    return ADDRESSES.get(kind, "").format(id=id, objective=objective_of(id), as_of=id.partition("@")[2])


def eur_lex(source: Source, language: str) -> str | None:
    """The EUR-Lex page of a source: by CELEX number, or the contents of the Official Journal that it stands in."""
    if source.celex:
        return EUR_LEX.format(language=language.upper(), document=f"CELEX:{source.celex}")
    if source.oj:
        document = f"OJ:{source.oj.series}:{source.oj.date[:4]}:{int(source.oj.number):03}:TOC"
        return EUR_LEX.format(language=language.upper(), document=document)
    return None


def printed(source: Source) -> str | None:
    """The web address that a source prints, in full."""
    return source.dead_link and f"http://{source.dead_link.removeprefix('http://')}"


def outside(plan: Plan) -> dict[str, Record]:
    """Every outside address that the data knows, with the record that leads there: a source, or one whose evidence is a page."""
    found: dict[str, Record] = {}
    for source in plan.sources.values():
        for address in (*(eur_lex(source, language) for language in LANGUAGES), printed(source), *(page.at for page in source.pages)):
            found |= {address: source} if address else {}
    for record in plan.records():
        for _, shape in record.shapes:
            if isinstance(shape, Linked):
                for address in filter(None, (shape.at, shape.archived)):
                    found.setdefault(address, record)
    return found


def href(here: str, there: str) -> str:
    """The relative URL from the page at one address to another address: ("areas/2.1/", "actors/cepol/") -> "../../actors/cepol/"."""
    page, mark, anchor = there.partition("#")
    if page == here and mark:
        return f"#{anchor}"
    return ("../" * here.count("/") + page or "./") + mark + anchor


# What would end an address, or the attribute that it stands in.
_NO_ADDRESS = re.compile(r"[\s\"'<>`{|}\\^?#@]")


def web_address(setting: object, otherwise: str) -> str:
    """The address that a setting says, without the slash at its end; another one where nothing is set. Raises ValueError, which says why not."""
    address = (str(setting or "").strip() or otherwise).rstrip("/")
    try:
        parts = urlsplit(address)
        fine = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and not _NO_ADDRESS.search(address)
    except ValueError:
        fine = False
    if not fine:
        raise ValueError(f"'{address}' is not the address of a folder on the web: write it like {otherwise}")
    return address


def host(address: str) -> str:
    """The site on which an address lies, without www; empty for what is no address."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def site_addresses(setting: str, language: str) -> tuple[str, str, str]:
    """Where a language of the site lies, where the whole site does, and its path on the host; a setting may lack the slash at its end."""
    root = setting.rstrip("/") + "/"
    return root + LANGUAGES[language].folder, root, urlsplit(root).path


def translation(here: str, language: str) -> str:
    """The relative URL from a page in a language to the same page in another one."""
    other = next(one for one in LANGUAGES.values() if one.code != language)
    return href(LANGUAGES[language].folder + here, other.folder + here)


def download(here: str, name: str, language: str, folder: str = "data") -> str:
    """The relative URL of a file to download: it stands once, below the root of the site."""
    return href(LANGUAGES[language].folder + here, f"{folder}/{name}")


def is_below(own: str, site: str) -> bool:
    """Whether a host is a site or a part of it: fra.europa.eu of europa.eu."""
    return own == site or own.endswith(f".{site}")
