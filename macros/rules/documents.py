"""Rules on the pages in docs/: each can be built, and none is left over."""

import re
from collections.abc import Iterator, Mapping

from macros.messages import tell
from macros.model import addresses
from macros.model.kinds import NAMED, TypedId, parse_id
from macros.model.plan import Plan
from macros.problems import Problem, suggestion

# What makes a template of a page, beside calls.
_BRACES = re.compile("[{][{%#]")
FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)


def every_call_of_a_page_is_one_that_pages_can_make(documents: Mapping[str, str], plan: Plan, macros: Mapping[str, str]) -> Iterator[Problem]:
    """What stands in {{ }} calls a macro of the program by its name, with the identifier of a record where it shows one."""
    for name, text in documents.items() if macros else ():
        # Remarks are put into pages as they are; the stubs of records are written anew.
        if "{" not in text or name.startswith("remarks/") or _is_made(name, text):
            continue
        if _BRACES.search(addresses.CALL.sub("", text)):
            yield from _wrong_in_template(name, text, plan, macros)
        else:
            for call in addresses.CALL.finditer(text):
                given = [call[2]] if call[2] is not None else []
                yield from _wrong_call(name, text.count("\n", 0, call.start()) + 1, call[1], given, plan, macros)


def _wrong_in_template(name: str, text: str, plan: Plan, macros: Mapping[str, str]) -> Iterator[Problem]:
    from jinja2 import Environment, TemplateSyntaxError, nodes  # hardly a check needs it

    try:
        # Front matter is no part of the template; its lines are kept, for the numbers of the others.
        tree = Environment(autoescape=True).parse(FRONT_MATTER.sub(lambda found: "\n" * found[0].count("\n"), text))
    except TemplateSyntaxError as error:
        hint = tell("documents.write_one_call_macro")
        yield Problem(name, error.lineno, "", tell("documents.page_cannot_be_read", message=error.message), hint)
        return
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            given = [getattr(one, "value", None) for one in call.args] + [None for _ in call.kwargs]
            yield from _wrong_call(name, call.lineno, call.node.name, given, plan, macros)
    for one in tree.find_all(nodes.Name):
        if id(one) not in called and one.ctx == "load":
            message = tell("documents.stands_braces_but_no", name=one.name)
            yield Problem(name, one.lineno, "", message, suggestion(one.name, macros, _known(macros)))


def _wrong_call(name: str, line: int, macro: str, given: list[str | None], plan: Plan, macros: Mapping[str, str]) -> Iterator[Problem]:
    """What is wrong with a call; what it is given is None where that is no text, or has a name."""
    if macro not in macros:
        yield Problem(name, line, "", tell("documents.there_no_macro", macro=macro), suggestion(macro, macros, _known(macros)))
    elif len(given) != bool(macros[macro]) or not all(isinstance(one, str) for one in given):
        example = f'{macro}("…")' if macros[macro] else f"{macro}()"
        yield Problem(name, line, "", tell("documents.called_another_way_than", macro=macro), tell("documents.write", example=example))
    elif given and macro != "moved":
        known = plan.vocabularies if macros[macro] == "vocabulary" else plan.of(macros[macro])
        if given[0] not in known and not (macros[macro] in NAMED and plan.moved_target(macros[macro], str(given[0]))):
            message = tell("documents.finds_nothing_id", macro=macro, given=given[0])
            yield Problem(name, line, "", message, suggestion(str(given[0]), known, tell("documents.correct_id")))


def _known(macros: Mapping[str, str]) -> str:
    return tell("documents.macros_are", macros=", ".join(sorted(macros)))


def pages_of(plan: Plan) -> list[addresses.Page]:
    """Every page that a macro writes; none where a move leads nowhere, which another rule names."""
    try:
        return list(addresses.pages(plan))
    except addresses.MissingTarget:
        return []


def _is_made(name: str, text: str) -> bool:
    """Whether the build wrote a page, and nobody anything in it."""
    return addresses.is_of_record(name.split("/", 2)[2]) and addresses.is_stub(text)


def nobody_writes_where_the_build_does(documents: Mapping[str, str]) -> Iterator[Problem]:
    """The files of pages of records are as the build writes them, which would throw away anything else."""
    for name, text in documents.items():
        top, language, page = name.split("/", 2)
        if top == "docs" and addresses.is_of_record(page) and not addresses.is_stub(text):
            hint = tell("documents.carry_what_was_written", language=language, page=page)
            yield Problem(name, 1, "", tell("documents.build_writes_file_anew"), hint)


def every_remark_stands_on_a_page(documents: Mapping[str, str], plan: Plan) -> Iterator[Problem]:
    """A file of remarks/ is called like the page of a record that is there."""
    known = {page.stub: page for page in pages_of(plan) if addresses.is_of_record(page.stub)}
    for name in (name for name in documents if name.startswith("remarks/")):
        page = known.get(stub := name.split("/", 2)[2])
        if known and page is None:
            yield Problem(name, 1, "", tell("documents.no_record_has_page"), suggestion(stub, known, tell("documents.name_like_address_page")))
        elif page and page.macro == "moved":
            now = addresses.address(plan, *parse_id(plan.moved[TypedId(page.argument)].to[0])) if ":" in page.argument else page.argument
            hint = tell("documents.carry_md", argument=now.partition("#")[0].rstrip("/"))
            yield Problem(name, 1, "", tell("documents.record_page_has_moved"), hint)


RULES = [every_call_of_a_page_is_one_that_pages_can_make, nobody_writes_where_the_build_does, every_remark_stands_on_a_page]
