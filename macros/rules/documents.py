"""Rules on the pages in docs/: each can be built, and none is left over."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from macros.languages import LANGUAGES
from macros.model import addresses
from macros.model.kinds import NAMED
from macros.model.plan import Plan
from macros.problems import Problem, suggestion

if TYPE_CHECKING:
    from jinja2 import nodes

FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)


def every_call_of_a_page_is_one_that_pages_can_make(documents: Mapping[str, str], plan: Plan, macros: Mapping[str, str]) -> Iterator[Problem]:
    """What stands in {{ }} calls a macro of the program by its name, with the identifier of a record where it shows one."""
    if not macros:
        return
    from jinja2 import Environment, TemplateSyntaxError, nodes  # the account of a change does without

    pages = Environment(autoescape=True)
    for name, text in documents.items():
        if "{" not in text:
            continue
        try:
            # Front matter is no part of the template; its lines are kept, for the numbers of the others.
            tree = pages.parse(FRONT_MATTER.sub(lambda found: "\n" * found[0].count("\n"), text))
        except TemplateSyntaxError as error:
            hint = "write one call of a macro between {{ and }}; signs that shall be seen stand between {% raw %} and {% endraw %}"
            yield Problem(name, error.lineno, "", f"this page cannot be read as a template: {error.message}", hint)
            continue
        called = {id(call.node) for call in tree.find_all(nodes.Call)}
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name):
                yield from _wrong_call(name, call, plan, macros)
        for one in tree.find_all(nodes.Name):
            if id(one) not in called and one.ctx == "load":
                yield Problem(name, one.lineno, "", f"'{one.name}' stands in braces, but is no call", suggestion(one.name, macros, _known(macros)))


def _wrong_call(name: str, call: "nodes.Call", plan: Plan, macros: Mapping[str, str]) -> Iterator[Problem]:
    macro = getattr(call.node, "name", "")
    given = [getattr(one, "value", None) for one in call.args]
    if macro not in macros:
        yield Problem(name, call.lineno, "", f"there is no macro '{macro}'", suggestion(macro, macros, _known(macros)))
    elif call.kwargs or len(given) != bool(macros[macro]) or not all(isinstance(one, str) for one in given):
        example = f'{macro}("…")' if macros[macro] else f"{macro}()"
        yield Problem(name, call.lineno, "", f"'{macro}' is called in another way than pages call it", f"write  {{{{ {example} }}}}")
    elif given and macro != "moved":
        known = plan.vocabularies if macros[macro] == "vocabulary" else plan.of(macros[macro])
        if given[0] not in known and not (macros[macro] in NAMED and plan.moved_target(macros[macro], str(given[0]))):
            message = f"'{macro}' finds nothing with the id '{given[0]}'"
            yield Problem(name, call.lineno, "", message, suggestion(str(given[0]), known, "correct the id"))


def _known(macros: Mapping[str, str]) -> str:
    return f"the macros are: {', '.join(sorted(macros))}"


def _pages(plan: Plan) -> list[addresses.Page]:
    """Every page that a macro writes; none where a move leads nowhere, which another rule names."""
    try:
        return list(addresses.pages(plan))
    except addresses.MissingTarget:
        return []


def no_page_is_left_over(documents: Mapping[str, str], plan: Plan) -> Iterator[Problem]:
    """A page in the folder of a kind of record belongs to one that is there, or that moved."""
    known = {page.stub for page in _pages(plan)}
    folders = {addresses.ADDRESSES[kind].partition("{")[0] for kind in addresses.RECORD_PAGES}
    for name in documents:
        page = name.split("/", 2)[2]
        folder, _, file = page.rpartition("/")
        if known and f"{folder}/" in folders and page not in known and file != "index.md":
            yield Problem(name, 1, "", "the record of this page is not in the data", "delete the page, or restore the record")


def no_remark_is_left_behind(documents: Mapping[str, str], plan: Plan) -> Iterator[Problem]:
    """The page of a record that moved holds nothing that somebody wrote: the program does not throw that away."""
    for page in (page for page in _pages(plan) if page.macro == "moved"):
        for name in (f"docs/{language}/{page.stub}" for language in LANGUAGES):
            text = documents.get(name, page.text)
            if page.text not in text and not addresses.is_stub_of_another(page, text):
                there = page.argument.partition("#")[0].rstrip("/")
                hint = f"carry what was written to the page of {there}, and delete this one"
                yield Problem(name, 1, "", "the record of this page has moved, and somebody wrote below its call", hint)


RULES = [every_call_of_a_page_is_one_that_pages_can_make, no_page_is_left_over, no_remark_is_left_behind]
