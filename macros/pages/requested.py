"""Which texts of data/wording/ the pages ask for: read from the templates and from the program itself, without running either."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

from macros.drawing.country_marks import SAID
from macros.export import offered
from macros.export.short import TEXTS
from macros.languages import FIRST, LANGUAGES
from macros.model.addresses import INDEXES
from macros.model.fields import tables
from macros.model.kinds import NAMED
from macros.model.records import ABSENCES
from macros.pages import TEMPLATES
from macros.pages.environment import templates
from macros.proposals.forms import ASKED, SUBJECTS
from macros.rules.facts import RequestedText
from macros.rules.speakers import FORMS

PROGRAM = Path(__file__).resolve().parent.parent
# The functions that take the key of a text, by their last name -> what stands before the key that they are given.
COUNTING = ("count", "Statement", "Counted")
PICTURING = ("_say", "_records")
FUNCTIONS = dict.fromkeys(("t", "say", "self"), "") | dict.fromkeys(COUNTING, "count.") | dict.fromkeys(PICTURING, "picture.")
Node = nodes.Node | ast.expr | None
FIELDS = dict.fromkeys(field.name for _, shapes in tables() for _, fields in shapes for field in fields)
# Group of the wording -> what its keys end in, where a template or the program puts them together.
COMPOSED = {
    "absence": (*ABSENCES, "exceptions_complete"),
    "answer": (
        "empty", "no_choice", "unknown", "no_day", "no_date", "no_id", "there", "twice", "gone", "huge",
        "nowhere", "here", "two_pages", "blank", "second_hand", "results",
        "no_basis", "which_part", "no_objective", "which_objective", "two_days", "lower", "whose",
        "left_out", "not_read",
        "which_makes", "which_language", "unproven", "linked", "cut", "one_piece", "prints", "say_missing", "newest", "no_higher",
        "leave_out", "verified", "leave_empty",
        "open", "open_anyway", "open_empty",
    ),
    "ask": SUBJECTS,
    "ask_how": SUBJECTS,
    "compare": ("first", "second", "third", "fourth", "alone", "unknown", "many", "differs", "differing"),
    "count.statement": [
        f"{name}.{form}" for form in FORMS
        for name in ("alone", "alone_in_part", "newly_named", "nobody_elsewhere", "nobody_silent", "nobody_untold", "not_named")
    ],
    "data": list(offered(FIRST)),
    "description": [*filter(None, INDEXES.values()), "area", "country", "country_later", "indicator", "source"],
    "fields": ["id", "in_language", *(name for name in FIELDS if name not in LANGUAGES)],
    "form": [*(f"{act}{text}" for act in ASKED for text in ("", "_when")), "public", "who", "heading"],
    "home": [f"by_{way}{text}" for way in ("objective", "actor", "country") for text in ("", "_text")],
    "indicator": SAID,
    "locator": ("cover", "lead-in", "closing", "annex", "part", "section"),
    "locator_letter": "abcd",
    "locator_word": (
        "abstract", "acknowledgement", "article", "figures", "heading", "introduction", "list", "news", "note", "preamble", "summary", "title",
    ),
    "neighbours": ("before", "after", "area_before", "area_after"),
    "number_form": ("CE", "UE", "JAI", "EC", "EU"),
    "page": list(filter(None, INDEXES.values())),
    "picture": ("exception", "lane_findings", "lane_indicators", "lane_sources", "listed", "outside", "report", "last_look"),
    "schema": sorted({field.holds for _, shapes in tables() for _, fields in shapes for field in fields}),
    "search.kinds": list(NAMED),
    "shape": dict.fromkeys(shape for file, shapes in tables() for shape, _ in shapes[file.endswith(".yaml") :]),
    "timeline": ("announced", "beyond", "no_year"),
}  # fmt: skip
# Where the program lists what some of these groups speak of, and where fields are.
COMPOSED_OF = {
    "column": PROGRAM / "export" / "short.py",
    "data": PROGRAM / "export" / "__init__.py",
    "description": PROGRAM / "model" / "addresses.py",
    "page": PROGRAM / "model" / "addresses.py",
}
MODEL = sorted((PROGRAM / "model").glob("*.py"))
KEY = re.compile(r"[a-z_.]+")


def read_requested() -> tuple[RequestedText, ...]:
    """Every key that a template or a module of the program writes, or puts together."""
    composed = (_composed(key) for key in [*(f"{group}.{end}" for group, ends in COMPOSED.items() for end in ends), *TEXTS])
    return tuple(dict.fromkeys([*_in_templates(templates()), *_in_program(), *composed]))


def _composed(key: str) -> RequestedText:
    """A key that is put together, at the line that gives its end: of the field, of the export, of the page; else at the table here."""
    group, _, end = key.partition(".")
    place = None
    if group == "fields":
        place = _line(MODEL, re.compile(rf"^    {re.escape(end)}_?: "))
    elif group in COMPOSED_OF:
        # A table is listed by its name, other files by theirs.
        names = {key, end, end.replace("_", "."), re.sub("(_short)?_(xlsx|csv)$", "", end)}
        place = _line((COMPOSED_OF[group],), re.compile(f'"({"|".join(map(re.escape, names))})"'))
    file, line = place or (Path(__file__), 1)
    return RequestedText(key, file.relative_to(PROGRAM.parent).as_posix(), line)


def _line(files: Iterable[Path], pattern: re.Pattern[str]) -> tuple[Path, int] | None:
    """The first line of some files that a pattern finds."""
    rows = ((file, number, row) for file in files for number, row in enumerate(_rows(file), 1))
    return next(((file, number) for file, number, row in rows if pattern.search(row)), None)


@cache
def _rows(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines()


def _in_templates(environment: Environment) -> Iterator[RequestedText]:
    for file in sorted(TEMPLATES.glob("*.j2")):
        for call in environment.parse(file.read_text("utf-8")).find_all(nodes.Call):
            function = call.node.name if isinstance(call.node, nodes.Name) else call.node.attr if isinstance(call.node, nodes.Getattr) else ""
            owner = call.node.node.name if isinstance(call.node, nodes.Getattr) and isinstance(call.node.node, nodes.Name) else ""
            if call.args and (function == "t" or (owner == "t" and function == "count")):
                yield from _asked(function, call.args[0], file, call.lineno)


def _in_program() -> Iterator[RequestedText]:
    for file in sorted(PROGRAM.rglob("*.py")):
        source = file.read_text("utf-8")
        if not any(f"{name}(" in source for name in FUNCTIONS):
            continue
        for call in (one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.Call) and one.args):
            function = call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""
            if function in FUNCTIONS and function != "t":
                yield from _asked(function, call.args[0], file, call.lineno)


def _asked(function: str, argument: Node, file: Path, line: int) -> Iterator[RequestedText]:
    """The texts for which a function asks whose first argument is this."""
    for key in _written(argument):
        # Functions of these names also take what is no key.
        if function in ("t", *PICTURING) or (KEY.fullmatch(key) if function in COUNTING else "." in key):
            yield from (RequestedText(whole, file.relative_to(PROGRAM.parent).as_posix(), line) for whole in _keys(function, key))


def _written(node: Node) -> Iterator[str]:
    """The keys that an expression may give, in a template or in the program; none where it puts one together."""
    match node:
        case nodes.Const(value=str() as key) | ast.Constant(value=str() as key):
            yield key
        case nodes.CondExpr(expr1=one, expr2=other) | ast.IfExp(body=one, orelse=other):
            yield from _written(one)
            yield from _written(other)


def _keys(function: str, key: str) -> Iterator[str]:
    """The whole keys that a function asks for when it is given one."""
    whole = key if function in PICTURING and "." in key else FUNCTIONS[function] + key
    yield from (f"{whole}.{form}" for form in FORMS) if function in COUNTING else [whole]
