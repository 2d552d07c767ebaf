"""The answer to a form, as Markdown: the lines made from it, what the check says of them, and where they are opened as a new file.

What somebody wrote stands between fences and in addresses alone, so nothing of it is markup, a mention or a command.
"""

import re
from pathlib import Path

from macros.messages import speaking
from macros.model.plan import Plan
from macros.problems import Problem
from macros.proposals.address import edit_file, new_file
from macros.proposals.body import Fault, Filled, read_body
from macros.proposals.forms import forms
from macros.proposals.mistake import written_at
from macros.proposals.questions import QUESTIONS, Question
from macros.proposals.records import Proposal, Unplaced, completed, make
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
        try:
            act, answers = self.filled.form.act, self.filled.answers
            proposal, whole = (make(act, said, self.plan, day) for said in (answers, completed(act, answers)))
        except Unplaced as unplaced:
            fault = Fault(unplaced.reason, self._label(unplaced.question), unplaced.written)
            return [self.say("answer.unclear"), self._fault(fault), self.say("answer.again")]
        return [*self._lines(proposal), *self._problems(try_out(self.root, proposal, whole)), *self._way(proposal)]

    def _lines(self, proposal: Proposal) -> list[str]:
        said = self.say("answer.lines", file=proposal.file, line=proposal.line) if proposal.line else self.say("answer.file", file=proposal.file)
        return [said, fenced(proposal.text, "yaml")]

    def _problems(self, problems: list[Problem]) -> list[str]:
        if not problems:
            return [self.say("answer.fine")]
        more = [f"… + {len(problems) - MAX_PROBLEMS}"] if len(problems) > MAX_PROBLEMS else []
        return [self.say("answer.wrong"), fenced("\n".join([*map(str, problems[:MAX_PROBLEMS]), *more]), "text"), self.say("answer.again")]

    def _way(self, proposal: Proposal) -> list[str]:
        if proposal.line:
            return [self.say("answer.open_there", address=edit_file(self.repository, proposal.file, proposal.line), line=proposal.line)]
        address = new_file(self.repository, proposal.file, proposal.text)
        return [self.say("answer.open" if "&value=" in address else "answer.open_empty", address=address)]

    def _mistake(self) -> list[str]:
        there = written_at(self.root, self.plan, self.filled.answers["place"])
        if not there:
            return [self.say("answer.thanks")]
        file, line, lines = there
        mend = self.say("answer.mend", address=edit_file(self.repository, file, line))
        return [self.say("answer.thanks"), self.say("answer.stands", file=file, line=line), fenced(lines, "yaml"), mend]

    def _label(self, name: str) -> str:
        questions: tuple[Question, ...] = QUESTIONS[self.filled.form.act]
        return next(one.label(self.filled.form.labels) for one in questions if one.name == name)

    def _fault(self, fault: Fault) -> str:
        said = f"- {self.say(f'answer.{fault.reason}', label=fault.label, choices=fault.choices)}"
        return f"{said}\n\n{fenced(fault.written[:MAX_SHOWN], 'text')}" if fault.written else said


def fenced(text: str, language: str) -> str:
    """A text as a block of code that nothing in it can end."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"
