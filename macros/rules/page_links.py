"""Rules on links between pages that are written by hand: each leads to a page, and to an anchor of it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from posixpath import join, normpath

from macros.messages import tell
from macros.model import addresses
from macros.model.plan import Plan
from macros.problems import Problem, suggestion
from macros.reading.published import Published
from macros.rules.documents import pages_of
from macros.rules.facts import Rule
from macros.wording.headings import heading_anchor

LINK = re.compile(r"\]\((?P<page>[^\s()#:]+\.md)?(?:#(?P<anchor>[\w.-]+))?\)")
ANCHOR = re.compile(r"\{ ?#([\w.-]+)[^}]*\}|\bid=\"([\w.-]+)\"")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
# A number beside another one is no likelier than any.
NUMBERED = re.compile(r"/\d")
CALL = re.compile(r"\{\{ *(\w+)\(")


def every_link_between_pages_leads_somewhere(documents: Mapping[str, str], plan: Plan, anchors: Mapping[str, re.Pattern[str]]) -> Iterator[Problem]:
    """A link to a file in docs/ names one that is there or that the build writes, and an anchor that somebody wrote in it."""
    if not anchors:
        return
    made = [page.stub for page in pages_of(plan)] if any("](" in text for text in documents.values()) else []
    for name, text in documents.items():
        top, language, own = name.split("/", 2)
        for found in LINK.finditer(text) if "](" in text else ():
            target = normpath(join(f"{own.rpartition('/')[0]}", found["page"])) if found["page"] else own
            line = text.count("\n", 0, found.start()) + 1
            there = documents.get(f"docs/{language}/{target}" if found["page"] else name)
            if there is None and target not in made:
                otherwise = tell("page_links.correct_or_delete")
                hint = otherwise if NUMBERED.search(target) else suggestion(target, made, otherwise)
                yield Problem(name, line, "", tell("page_links.no_page", page=found["page"]), hint)
            elif there and found["anchor"] and top == "docs" and not addresses.is_stub(there) and not _has(there, found["anchor"], anchors):
                hint = suggestion(found["anchor"], _written(there), tell("page_links.add_anchor", anchor=found["anchor"]))
                yield Problem(name, line, "", tell("page_links.no_anchor", page=target, anchor=found["anchor"]), hint)


def _has(text: str, anchor: str, anchors: Mapping[str, re.Pattern[str]]) -> bool:
    """Whether a page has an anchor: written, of the words of a heading, or of what it calls."""
    return anchor in _written(text) or any(macro in anchors and anchors[macro].fullmatch(anchor) for macro in CALL.findall(text))


@cache
def _written(text: str) -> frozenset[str]:
    named = (one or other for one, other in ANCHOR.findall(text))
    return frozenset([*named, *map(heading_anchor, HEADING.findall(text))])


def every_anchor_of_a_page_stays(before: Published, documents: Mapping[str, str]) -> Iterator[Problem]:
    """An anchor that somebody wrote on a page stays on it: others link to it."""
    for name, was in before.texts.documents.items():
        if (now := documents.get(name)) and now != was:
            for anchor in [one or other for one, other in ANCHOR.findall(was)]:
                if f"#{anchor}" not in now and f'id="{anchor}"' not in now:
                    yield Problem(name, 1, "", tell("page_links.anchor_gone", anchor=anchor), tell("page_links.put_anchor_back", anchor=anchor))


RULES: list[Rule] = [every_link_between_pages_leads_somewhere]
HISTORY: list[Rule] = [every_anchor_of_a_page_stays]
