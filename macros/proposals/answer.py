"""The answer to a form, as Markdown: the lines made from it, what the check says of them, and where they are opened as a new file.

What somebody wrote stands between fences and in addresses alone, so nothing of it is markup, a mention or a command.
"""

import re
from pathlib import Path

from macros.messages import speaking
from macros.model.plan import Plan
from macros.problems import ERROR, Problem
from macros.proposals.address import edit_file, new_file
from macros.proposals.body import Fault, Filled, read_body
from macros.proposals.forms import forms
from macros.proposals.mistake import written_at
from macros.proposals.questions import QUESTIONS
from macros.proposals.records import Proposal, Unplaced, lacking, make, question_at
from macros.proposals.trial import try_out
from macros.reading.load import load
from macros.wording.catalogue import read_wordings

# By which the answer is found again when the form is edited.
MARK = "<!-- answer to the form -->"
MAX_SHOWN = 200  # characters of an answer that is repeated
MAX_PROBLEMS = 40
MAX_ANSWER = 60_000  # GitHub takes 65,536 characters


def answer(root: Path, repository: str, body: str, day: str) -> str:
    """What is answered to a text of a day; empty where it is no form. Raises DataErrors for data that cannot be read."""
    plan = load(root)
    filled = read_body(body, list(forms(plan, read_wordings(root / "data"))))
    if not filled:
        return ""
    with speaking(filled.form.labels.wording.language):
        return _Answer(root, plan, repository, filled).text(day)


class _Answer:
    def __init__(self, root: Path, plan: Plan, repository: str, filled: Filled):
        self.root, self.plan, self.repository, self.filled = root, plan, repository, filled
        self.say = filled.form.labels.wording.say

    def text(self, day: str) -> str:
        """The whole answer."""
        parts = self._parts(day)
        said = "\n\n".join([MARK, *parts, self.say("answer.who")]) + "\n"
        return said if len(said) <= MAX_ANSWER else "\n\n".join([MARK, self.say("answer.huge"), self.say("answer.who")]) + "\n"

    def _parts(self, day: str) -> list[str]:
        if self.filled.faults:
            return [self.say("answer.unclear"), *map(self._fault, self.filled.faults), self.say("answer.again")]
        if self.filled.form.act not in QUESTIONS:
            return self._mistake()
        act = self.filled.form.act
        try:
            proposal = make(act, self.filled.answers, self.plan, day)
        except Unplaced as unplaced:
            question = unplaced.asked(act)
            choices = unplaced.choices or " · ".join(question.choices(self.filled.form.labels))
            fault = Fault(unplaced.reason, question.label(self.filled.form.labels), unplaced.written, choices)
            return [self.say("answer.unclear"), self._fault(fault), self.say("answer.again")]
        problems = try_out(self.root, proposal)
        without = lacking(act, proposal, problems)
        wrong = not without and any(problem.level == ERROR for problem in problems)
        return [*self._lines(proposal), *self._problems(problems, proposal, without), *self._way(proposal, wrong)]

    def _lines(self, proposal: Proposal) -> list[str]:
        said = self.say("answer.lines", file=proposal.file, line=proposal.line) if proposal.line else self.say("answer.file", file=proposal.file)
        behind = [self.say("answer.behind", newest=self.filled.form.labels.wording.date(proposal.behind))] if proposal.behind else []
        left_out = [self.say("answer.left_out"), fenced("\n".join(proposal.left_out), "text")] if proposal.left_out else []
        return [said, fenced(proposal.text, "yaml"), *behind, *left_out]

    def _problems(self, problems: list[Problem], proposal: Proposal, without: str) -> list[str]:
        """What the check says; `without` are the languages that alone are missing, which is said in one sentence."""
        untranslated = [self.say("answer.untranslated", languages=without)] if without else []
        if not (told := [problem for problem in problems if not without or problem.level != ERROR]):
            return untranslated or [self.say("answer.fine")]
        more = [f"… + {len(told) - MAX_PROBLEMS}"] if len(told) > MAX_PROBLEMS else []
        said = fenced("\n".join([*(self._problem(problem, proposal) for problem in told[:MAX_PROBLEMS]), *more]), "text")
        return [*untranslated, self.say("answer.wrong"), said, *([] if without else [self.say("answer.again")])]

    def _problem(self, problem: Problem, proposal: Proposal) -> str:
        """A problem, at the question whose answer it is of; at its file and line where it is of none."""
        if not (question := question_at(self.filled.form.act, proposal, problem)):
            return str(problem)
        label = self.say("answer.of", label=question.label(self.filled.form.labels))
        return str(problem).replace(f"{problem.file}:{problem.line}:", label, 1)

    def _way(self, proposal: Proposal, wrong: bool) -> list[str]:
        if proposal.line:
            return [self.say("answer.open_there", address=edit_file(self.repository, proposal.file, proposal.line), line=proposal.line)]
        address = new_file(self.repository, proposal.file, proposal.text)
        whole = "answer.open_anyway" if wrong else "answer.open"
        return [self.say(whole if "&value=" in address else "answer.open_empty", address=address)]

    def _mistake(self) -> list[str]:
        there = written_at(self.root, self.plan, self.filled.answers["place"])
        if not there:
            return [self.say("answer.thanks")]
        file, line, lines = there
        mend = self.say("answer.mend", address=edit_file(self.repository, file, line))
        return [self.say("answer.thanks"), self.say("answer.stands", file=file, line=line), fenced(lines, "yaml"), mend]

    def _fault(self, fault: Fault) -> str:
        said = f"- {self.say(f'answer.{fault.reason}', label=fault.label, choices=fault.choices)}"
        return f"{said}\n\n{fenced(fault.written[:MAX_SHOWN], 'text')}" if fault.written else said


def fenced(text: str, language: str) -> str:
    """A text as a block of code that nothing in it can end."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"
