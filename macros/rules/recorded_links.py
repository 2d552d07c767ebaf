"""Rules on data/links.yaml: outside links that do not answer as they should."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from macros.messages import tell
from macros.model import addresses as links
from macros.model.plan import Plan
from macros.problems import Problem, suggestion
from macros.rules.web_addresses import LOGIN


def every_recorded_link_stands_once(plan: Plan) -> Iterator[Problem]:
    """No address has two records."""
    seen = set()
    for link in plan.links.values():
        if link.url in seen:
            yield link.problem(("url",), tell("recorded_links.address_stands_twice"), tell("common.keep_one_two"))
        seen.add(link.url)


def every_recorded_link_is_one_of_the_pages(plan: Plan, documents: Mapping[str, str]) -> Iterator[Problem]:
    """A record is about a link that the pages make from the data, or (when it is not dead) about one that is written by hand."""
    known = links.outside(plan) if plan.links else {}
    for link in plan.links.values():
        if link.url in known:
            continue
        if link.dead and LOGIN.search(urlsplit(link.url).path):
            yield link.problem(("url",), tell("web_addresses.address_seems_ask_for"), tell("web_addresses.write_one_anybody_can"))
            continue
        by_hand = [file for file, text in documents.items() if link.url in text]
        if not by_hand:
            yield link.problem(
                ("url",), tell("recorded_links.no_page_leads_address"), suggestion(link.url, known, tell("recorded_links.delete_record"))
            )
        elif link.dead:
            yield link.problem(
                ("url",), tell("recorded_links.link_written_hand", by_hand=by_hand[0]), tell("recorded_links.write_archived_address_there")
            )


RULES = [every_recorded_link_stands_once, every_recorded_link_is_one_of_the_pages]
