"""The evidence that answers give: words of a source that we hold, or of a page on the web."""

import re
from typing import Any
from urllib.parse import urlsplit

from macros.evidence import printed
from macros.evidence.language import language_of
from macros.evidence.printed_words import PRINTED
from macros.evidence.quotations import stands_in, words
from macros.model.addresses import host, is_below
from macros.model.plan import Plan
from macros.model.records import REPORT
from macros.model.values import Evidence
from macros.proposals.places import locator
from macros.proposals.proposal import Answers, Unplaced
from macros.proposals.quoted import quotations
from macros.proposals.where import addresses_in, is_cut, source
from macros.proposals.yaml_text import Flow

# Sites that tell what others say, and addresses at which lists of results stand.
SECOND_HAND = (
    "wikipedia.org", "x.com", "twitter.com", "facebook.com", "linkedin.com", "instagram.com", "youtube.com", "reddit.com", "google.com", "google.fr",
    "google.be", "bing.com", "duckduckgo.com", "chatgpt.com", "openai.com",
)  # fmt: skip
RESULTS = re.compile(r"(?i)/search(?:\.html?|/results?)?/?\?|[?&]q(?:uery)?=|/recherche/?\?")
# So many words in a row say one thing.
TELLING = 6
# A printed date takes so many words.
WORDS_OF_DATE = 4


def printed_words(date: str, evidence: list[dict[str, Any]]) -> str:
    """The words of a quotation that print a date, the fewest; empty where none do."""
    for one in evidence:
        words = one["quotation"].split()
        spans = (" ".join(words[at : at + length]) for length in range(1, WORDS_OF_DATE + 1) for at in range(len(words)))
        said = (span.strip(",.;:()") for span in spans)
        languages = [one["language"]] if one["language"] in PRINTED else PRINTED
        if found := next((span for span in said if any(printed.date(span, language) == date for language in languages)), ""):
            return found
    return ""


def is_outside(answers: Answers, plan: Plan) -> bool:
    """Whether the words stand on a page outside."""
    return "://" in source(answers.get("where") or REPORT, plan)[0]


def evidence_of(answers: Answers, plan: Plan, day: str) -> list[dict[str, Any]]:
    """A piece for each quotation; an empty line stands between two of them. An address was seen, anything else names a source that we hold."""
    _read_one_page(answers.get("where") or "")
    where, beside = source(answers.get("where") or REPORT, plan)
    place: dict[str, Any] = {"source": where}
    language, outside = "", "://" in where
    if outside:
        place, language = _page(where, answers["publisher"], plan, day), answers["language"]
    elif where not in plan.sources:
        raise Unplaced("where", where, "nowhere")
    at = locator(answers["locator"]) or beside
    said = quotations(answers["quotation"])
    # A short passage is in the language of the others.
    told = {one: language or language_of(one) or language_of(" ".join(said)) for one in said} if outside else {}
    if outside and not all(told.values()):
        raise Unplaced("language", "", "which_language")
    return [place | {"locator": at, "language": told.get(one, ""), "quotation": one} for one in said]


def _read_one_page(answer: str) -> None:
    """Raises Unplaced for two addresses, one with a blank in it, and a page that only leads to others or tells what they say."""
    reason = "two_pages" if len(addresses_in(answer)) > 1 else "blank" if is_cut(answer) else ""
    for address in addresses_in(answer):
        if any(is_below(host(address), site) for site in SECOND_HAND):
            reason = reason or "second_hand"
        elif RESULTS.search(address):
            reason = reason or "results"
    if reason:
        raise Unplaced("where", answer, reason)


def _page(address: str, answered: str, plan: Plan, day: str) -> dict[str, Any]:
    """A page outside: seen that day where what its publisher says counts as seen, else linked. Raises Unplaced where nobody says whose it is."""
    if not (publisher := publisher_of(address, plan) or answered):
        raise Unplaced("publisher", host(address), "whose")
    whose = plan.publishers[publisher]
    if whose.accepted and (not whose.host or is_below(host(address), whose.host)):
        return {"seen": Flow({"at": address, "on": day, "publisher": publisher})}
    return {"linked": Flow({"at": address, "publisher": publisher})}


def publisher_of(address: str, plan: Plan) -> str:
    """Whose page it is: of who alone has pages in that folder; else of who has the site; else of who alone has pages there or on a site above it."""
    cited = {(page.at, page.publisher) for record in plan.records() for _, one in record.shapes if isinstance(one, Evidence) and (page := one.page)}
    own, folder = host(address), _folder(address)
    sites = {site: one.id for one in plan.publishers.values() if (site := one.host) and is_below(own, site)}
    near = max((site for at, _ in cited if is_below(own, site := host(at))), key=len, default="")
    around = {whose for at, whose in cited if near and host(at) == near}
    there = {whose for at, whose in cited if (host(at), _folder(at)) == (own, folder)}
    found = next((some for some in (there, {sites[max(sites, key=len)]} if sites else set(), around) if len(some) == 1), {""})
    return found.pop()


def _folder(address: str) -> str:
    """The first part of the path of an address."""
    return urlsplit(address).path.strip("/").partition("/")[0]


def act_of(kind: str, evidence: list[dict[str, Any]], plan: Plan) -> str:
    """The act that a development of that kind tells of, where it quotes one that none tells of yet."""
    quoted = {one.get("source", "") for one in evidence} if kind == "act" else set()
    return min(quoted - {one.source for one in plan.developments.values()}, default="")


def quoted_here(evidence: list[dict[str, Any]], plan: Plan) -> list[str]:
    """The developments and provisions that quote these words, or most of them, of the same source or page already."""
    quoted = [(id, one) for id, piece in plan.pieces.items() for one in piece.evidence]
    held = [(id, one.source or _page_name(one.page.at if one.page else ""), words(one.quotation)) for id, one in quoted]
    asked = [(one.get("source") or _page_name(next(iter(one.values()))["at"]), words(one["quotation"])) for one in evidence]
    found = [next((id for id, place, said in held if place == where and _is_one(said, own)), "") for where, own in asked]
    return list(dict.fromkeys(found)) if all(found) else []


def _is_one(said: list[str], other: list[str]) -> bool:
    """Whether two passages are the same words, or one holds the other, which is long enough to say the same."""
    part, whole = sorted((said, other), key=len)
    return said == other or (len(part) >= TELLING and stands_in(part, whole) >= 0)


def _page_name(address: str) -> str:
    """An address without what is written in one way or another."""
    return re.sub(r"^https?://(?:www\.)?", "", address).rstrip("/")
