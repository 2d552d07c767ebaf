"""Whose answer stands in a line of a proposal, and whether that lacks a language alone."""

import re

from macros.languages import LANGUAGES
from macros.messages import language_name, tell
from macros.problems import Problem
from macros.proposals.proposal import Proposal
from macros.proposals.questions import Question, asked_for

# What stands above the first action of an objective.
HEAD = "    actions:\n"
# Fields within the evidence that are asked for apart.
_ASKED_WITHIN = ("locator", "language", "quotation")


def field_at(proposal: Proposal, line: int) -> str:
    """The field of a record in which a line of its file stands, or a field within it that stands on that very line, with its language; or neither."""
    rows = proposal.text.removeprefix(HEAD).splitlines()[: max(line - proposal.line - proposal.text.startswith(HEAD), 0)]
    names = [(found[1], found[2]) for row in rows if (found := re.match(r"([ -]*)([a-z_]+):", row))]
    if not names:
        return ""
    outer = min((len(before) for before, _ in names), default=0)
    field = next(name for before, name in reversed(names) if len(before) == outer)
    inner = names[-1][1]
    return f"{field}_{inner}" if inner in LANGUAGES else inner if inner in _ASKED_WITHIN else field


def question_at(kind: str, proposal: Proposal, problem: Problem) -> Question | None:
    """The question whose answer a problem is of, that in the language which a text lacks; None where it is of no answer."""
    name = field_at(proposal, problem.line) if problem.file == proposal.file else ""
    own = asked_for(kind, name) if name else []
    return next((one for one in own if _says_empty(problem, one)), next(iter(own), None))


def untranslated(kind: str, proposal: Proposal, problems: list[Problem]) -> tuple[str, list[Problem]]:
    """The names of the languages that texts lack, which who reviews adds; and all other problems."""
    asked = [(problem, question_at(kind, proposal, problem)) for problem in problems]
    lacking = {problem: question.language for problem, question in asked if question and _says_empty(problem, question)}
    return ", ".join(map(language_name, dict.fromkeys(lacking.values()))), [problem for problem in problems if problem not in lacking]


def _says_empty(problem: Problem, question: Question) -> bool:
    """Whether a problem is that a text has no words in the language of a question."""
    language = question.language
    return bool(language) and problem.message == tell("shapes.has_no_text", path=question.subject, language=language_name(language))
