"""Notices on new addresses outside, which stop nothing: what a reviewer should look at before readers follow them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from macros.evidence.quotations import Fingerprint
from macros.messages import tell
from macros.model.addresses import host, is_below
from macros.model.kinds import id_of
from macros.model.plan import Plan
from macros.model.shape import Record
from macros.model.values import Evidence, Linked, WebPage
from macros.problems import NOTICE, Problem
from macros.reading.published import Published
from macros.rules.eur_lex import held_source
from macros.rules.facts import Rule

# Parameters by which a site follows who came from where, and what a page is called that asks for a password.
TRACKERS = re.compile(r"utm_.*|mtm_.*|pk_.*|(fb|g|ms|tw|y)clid|mc_[ce]id|igshid|wt\.mc_id|_hs(enc|mi)")
LOGIN = re.compile(r"(?i)(^|[./_-])(log-?in|sign-?in|sso|cas|auth|oauth2?)($|[./_?-])")

# What the address of the first page of a site ends with.
START = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-zA-Z]{2})?/?)?(?:index\.\w+|home)?")

# A copy whose address says of which page it is.
COPY = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_]*/(.+)")


def every_new_address_can_be_followed_by_anybody(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice on an address that tells who follows it, asks for a password, is not encrypted, or is of a site and of no page."""
    for record, path, address in _new_addresses(before, plan):
        parts = urlsplit(address)
        if names := [name for name, _ in parse_qsl(parts.query, keep_blank_values=True) if TRACKERS.fullmatch(name.lower())]:
            yield record.problem(
                path,
                tell("web_addresses.address_has_which_readers", names=", ".join(names)),
                tell("web_addresses.delete_parameters_try"),
                level=NOTICE,
            )
        if LOGIN.search(parts.hostname or "") or LOGIN.search(parts.path):
            yield record.problem(path, tell("web_addresses.address_seems_ask_for"), tell("web_addresses.write_one_anybody_can"), level=NOTICE)
        if path[-2:-1] == ("seen",) and START.fullmatch(parts.path) and not parts.query:
            yield record.problem(path, tell("web_addresses.address_of_start"), tell("web_addresses.write_page_itself"), level=NOTICE)
        if parts.scheme == "http":
            yield record.problem(path, tell("web_addresses.address_begins_http"), tell("web_addresses.write_https_where_page"), level=NOTICE)


def every_new_page_lies_where_its_publisher_has_pages(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice on a page at a host where only others have pages, or where its publisher, who has some elsewhere, has none."""
    hosts: dict[str, set[str]] = {}
    for records in before.records.values():
        for written in records.values():
            for address, publisher in _written_pages(written.fields):
                hosts.setdefault(publisher, set()).add(host(address))
    for record, path, address in _new_addresses(before, plan):
        evidence = next((shape for at, shape in record.shapes if at == path[:-2] and isinstance(shape, Evidence)), None)
        own = evidence.page.publisher if evidence and evidence.page else ""
        known = plan.publishers.get(own)
        expected = bool(known and (known.general or (known.host and is_below(host(address), known.host))))
        if expected or not hosts.get(own) or host(address) in hosts[own]:
            continue
        others = [name for name, theirs in hosts.items() if host(address) in theirs]
        said = tell("web_addresses.host_of_others", host=host(address), names=", ".join(others), publisher=own)
        said = said if others else tell("web_addresses.host_of_nobody", host=host(address), publisher=own)
        yield record.problem((*path[:-1], "publisher"), said, tell("web_addresses.see_whose_page"), level=NOTICE)


def every_new_publisher_whose_words_count_is_looked_at(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice on a new publisher of whom what is read counts as seen."""
    known = set(before.records.get("publishers", ()))
    for id in (one for one in plan.publishers if known and one not in known):
        if plan.publishers[id].accepted:
            yield plan.publishers[id].problem(("accepted",), tell("web_addresses.counts_as_seen"), tell("web_addresses.see_who_it_is"), level=NOTICE)


def _written_pages(value: Any) -> Iterator[tuple[str, str]]:
    """Address and publisher of every page that a record names, as written."""
    if isinstance(value, dict) and isinstance(value.get("at"), str) and isinstance(value.get("publisher"), str):
        yield value["at"], value["publisher"]
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _written_pages(inner)


def no_copy_stands_where_the_official_page_is_known(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice on a page that is not the publisher's, where the source of the development has an official one."""
    new = {address for _, _, address in _new_addresses(before, plan)}
    for piece in plan.pieces.values():
        source = plan.sources.get(plan.development_of(piece).source or "")
        for place, evidence in enumerate(piece.evidence if source and (source.celex or source.pages) else ()):
            publisher = plan.publishers.get(evidence.page.publisher) if evidence.page and evidence.page.at in new else None
            if source and publisher and not publisher.accepted and evidence.quotation:
                message = tell("web_addresses.words_stand_on_page", id=publisher.id, source_id=source.id)
                yield piece.problem(("evidence", place), message, tell("web_addresses.look_for_words_there"), level=NOTICE)


def no_page_is_seen_of_a_text_that_we_hold(before: Published, plan: Plan, fingerprints: Mapping[str, Fingerprint]) -> Iterator[Problem]:
    """A notice on a page at EUR-Lex whose act is a source that has fingerprints: its words could be verified."""
    for record, path, address in _new_addresses(before, plan):
        if path[-2:-1] == ("seen",) and (source := held_source(address, plan)) in fingerprints:
            yield record.problem(path, tell("web_addresses.text_is_held", id=source), tell("web_addresses.quote_source", id=source), level=NOTICE)


def no_new_page_stands_twice_in_a_record(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice where a record names a page twice and does not quote other words of it."""
    quoted: dict[tuple[str, str], list[str]] = {}
    for record, path, address in _new_addresses(before, plan):
        words = next((shape.quotation for at, shape in record.shapes if at == path[:-2] and isinstance(shape, Evidence)), None)
        if words is not None:
            others = quoted.setdefault((id_of(record), address), [])
            if others and (not words or words in others or "" in others):
                yield record.problem(path, tell("web_addresses.page_stands_here_twice"), tell("web_addresses.keep_piece_quotes_words"), level=NOTICE)
            others.append(words)


def _new_addresses(before: Published, plan: Plan) -> Iterator[tuple[Record, tuple, str]]:
    return (one for one in _addresses(plan) if one[2] not in before.addresses)


def _addresses(plan: Plan) -> Iterator[tuple[Record, tuple, str]]:
    for record in plan.records():
        for path, shape in record.shapes:
            if isinstance(shape, Evidence) and shape.page:
                yield record, (*path, "seen" if shape.seen else "linked", "at"), shape.page.at
            elif isinstance(shape, WebPage):
                yield record, (*path, "at"), shape.at


def every_new_copy_is_one_of_its_page(before: Published, plan: Plan) -> Iterator[Problem]:
    """A notice on an archived copy whose address ends with that of another page."""
    pages: list[tuple[Record, tuple, str, str | None]]
    pages = [(link, (), link.url, link.archived) for link in plan.links.values() if link.url not in before.records.get("links", {})]
    pages += [(record, path[:-1], address, _copy_of(record, path)) for record, path, address in _new_addresses(before, plan)]
    for record, path, address, archived in pages:
        copied = COPY.match(archived or "")
        if copied and _bare(copied[1]) != _bare(address):
            message = tell("web_addresses.copy_of_other", address=copied[1])
            yield record.problem((*path, "archived"), message, tell("web_addresses.write_copy_of_page"), level=NOTICE)


def _copy_of(record: Record, path: tuple) -> str | None:
    """The archived copy of the page whose address stands at a path."""
    return next((shape.archived for at, shape in record.shapes if at == path[:-1] and isinstance(shape, Linked)), None)


def _bare(address: str) -> str:
    """An address without what may differ in a copy: the scheme, www, the case, a stroke at its end."""
    return re.sub(r"^(https?://)?(www\.)?", "", address.lower()).rstrip("/")


RULES: list[Rule] = [
    every_new_address_can_be_followed_by_anybody,
    every_new_page_lies_where_its_publisher_has_pages,
    every_new_publisher_whose_words_count_is_looked_at,
    no_copy_stands_where_the_official_page_is_known,
    no_new_page_stands_twice_in_a_record,
    no_page_is_seen_of_a_text_that_we_hold,
    every_new_copy_is_one_of_its_page,
]
