"""The answer to a form, as Markdown: the lines made from it, what the check says of them, and where they are opened as a new file.

What somebody wrote stands between fences and in addresses alone, so nothing of it is markup, a mention or a command.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.messages import speaking, tell
from macros.model.plan import Plan
from macros.model.values import BORNE_ON
from macros.problems import ERROR, Problem
from macros.proposals.address import edit_file, new_file
from macros.proposals.asked_at import untranslated
from macros.proposals.at_once import told_by_id
from macros.proposals.body import Fault, Filled, read_body
from macros.proposals.forms import forms
from macros.proposals.mistake import written_at
from macros.proposals.proposal import Proposal, Unplaced
from macros.proposals.questions import QUESTIONS
from macros.proposals.records import LEFT_OUT, make_or_ask
from macros.proposals.told import Told, days_in_words
from macros.proposals.trial import try_out
from macros.reading.load import load
from macros.rules.persons import tells_of_a_person
from macros.wording.catalogue import read_wordings

# By which the answer is found again when the form is edited.
MARK = "<!-- answer to the form -->"
MAX_SHOWN = 200  # characters of an answer that is repeated
MAX_LINES = 80  # of what the check says
MAX_ANSWER = 60_000  # GitHub takes 65,536 characters


def answer(root: Path, repository: str, body: str, day: str, number: int = 0) -> str:
    """What is answered to a text of a day; empty where it is no form. Raises DataErrors for data that cannot be read.

    `number` is that of the issue, 0 where it has none.
    """
    plan = load(root)
    filled = read_body(body, list(forms(plan, read_wordings(root / "data"))))
    if not filled:
        return ""
    with speaking(filled.form.labels.wording.language):
        return _Answer(root, plan, repository, filled, number).text(day)


def no_form(root: Path) -> str:
    """What is answered, in every language, where the headings of a form are gone."""
    return "\n\n".join([MARK, *(wording.say("answer.no_form") for wording in read_wordings(root / "data"))]) + "\n"


class _Answer:
    def __init__(self, root: Path, plan: Plan, repository: str, filled: Filled, number: int):
        self.root, self.plan, self.repository, self.filled, self.number = root, plan, repository, filled, number
        self.say, self.act = filled.form.labels.wording.say, filled.form.act

    def text(self, day: str) -> str:
        """The whole answer."""
        said = "\n\n".join([MARK, *self._parts(day)]) + "\n"
        return said if len(said) <= MAX_ANSWER else "\n\n".join([MARK, self.say("answer.huge"), self.say("answer.who")]) + "\n"

    def _parts(self, day: str) -> list[str]:
        if any(map(tells_of_a_person, self.filled.answers.values())):
            return [self.say("answer.person", address=f"{self.repository}/security/policy")]
        if self.filled.faults:
            return self._again(self.filled.faults)
        if self.act not in QUESTIONS:
            return [*self._mistake(), self.say("answer.who")]
        proposal, asked = make_or_ask(self.act, self.filled.answers, self.plan, day)
        if not proposal:
            return self._again(map(self._asked, asked))
        without, problems = untranslated(self.act, proposal, list(self._found(proposal)))
        told = Told(self.filled.form, self.plan, proposal)
        if asked:
            questions = [one.asked(self.act) for one in asked]
            rest = [problem for problem in problems if problem.level == ERROR and told.question(problem) not in questions]
            return self._again(map(self._asked, asked), told.lines(rest))
        wrong = [problem for problem in problems if problem.level == ERROR]
        said = self._problems(told.lines(problems), bool(wrong)) if problems else [self.say("answer.fine")]
        notes = [*([self.say("answer.without", languages=without)] if without else []), *self._notes(proposal)]
        again = [self.say("answer.again")] if any(map(told.question, wrong)) else []
        # What no question asks for, as why somebody reads words otherwise, is written in the file.
        way = [] if again and not any(map(told.is_beyond, wrong)) else self._way(proposal, bool(wrong))
        return [*said, *again, *way, *notes, self._lines(proposal), self.say("answer.who")]

    def _again(self, faults: Iterable[Fault], problems: Iterable[str] = ()) -> list[str]:
        """What keeps the lines from being made, with what else is wrong."""
        return [
            self.say("answer.unclear"),
            *map(self._fault, faults),
            *self._problems(list(problems)),
            self.say("answer.again"),
            self.say("answer.who"),
        ]

    def _asked(self, unplaced: Unplaced) -> Fault:
        """What is asked for again, with what may be written."""
        question = unplaced.asked(self.act)
        labels = self.filled.form.labels
        choices = days_in_words(unplaced.choices, labels.wording) or " · ".join(question.choices(labels))
        listed = "\n".join(f"{id}\n    {days_in_words(told_by_id(id, labels), labels.wording)}" for id in unplaced.offered)
        return Fault(unplaced.reason, question.label(labels), unplaced.written, choices, listed)

    def _found(self, proposal: Proposal) -> Iterator[Problem]:
        """What the check says, without what concerns alone who reviews."""
        theirs = {
            tell("assessments.has_actions_but_no"),
            *(tell("developments.nothing_found", id=id) for kind in BORNE_ON for id in self.plan.of(kind)),
        }
        return (problem for problem in try_out(self.root, proposal) if problem.message not in theirs)

    def _lines(self, proposal: Proposal) -> str:
        """The lines that were made, folded."""
        said = self.say("answer.lines", file=proposal.file, line=proposal.line) if proposal.line else self.say("answer.file", file=proposal.file)
        return f"<details><summary>{said}</summary>\n\n{fenced(proposal.text, 'yaml')}\n\n</details>"

    def _notes(self, proposal: Proposal) -> Iterator[str]:
        """What whoever proposes it should know, without anything to mend."""
        if self.act == "assessment" and not self.filled.answers["as_of"]:
            yield self.say("answer.day_taken", day=self.filled.form.labels.wording.date(proposal.id.partition("@")[2][:10]))
        for note in proposal.notes:
            yield self.say(f"answer.{note}")
        if proposal.behind:
            yield self.say("answer.behind", newest=self.filled.form.labels.wording.date(proposal.behind))
        if proposal.left_out:
            yield f"{self.say(f'answer.{LEFT_OUT[self.act]}')}\n\n{fenced(chr(10).join(proposal.left_out), 'text')}"

    def _problems(self, lines: list[str], wrong: bool = True) -> list[str]:
        """What the check says: what is wrong, or what only who reviews need look at."""
        more = [f"… + {len(lines) - MAX_LINES}"] if len(lines) > MAX_LINES else []
        return [self.say("answer.wrong" if wrong else "answer.to_look_at"), fenced("\n".join([*lines[:MAX_LINES], *more]), "text")] if lines else []

    def _way(self, proposal: Proposal, wrong: bool) -> list[str]:
        """How the lines become a change; what the form cannot mend is mended there."""
        about = f"#{self.number}" if self.number else ""
        name = f"{proposal.id}: {self.say(f'form.{self.act}')}" + (f" ({about})" if about else "")
        address = new_file(self.repository, proposal.file, proposal.text, name, about)
        way = "answer.open_anyway" if wrong else "answer.open" if "&value=" in address else "answer.open_empty"
        opened = self.say(way, address=address)
        if proposal.line:
            opened = self.say("answer.open_there", address=edit_file(self.repository, proposal.file, proposal.line), line=proposal.line)
        # A new file brings its own words along.
        described = [self.say("answer.describe", number=self.number)] if about and proposal.line else []
        return [f"{opened} {self.say('answer.commit')}", *described]

    def _mistake(self) -> list[str]:
        there = written_at(self.root, self.plan, self.filled.answers["place"])
        if not there:
            return [self.say("answer.thanks")]
        file, line, lines = there
        mend = self.say("answer.mend", address=edit_file(self.repository, file, line))
        return [self.say("answer.thanks"), self.say("answer.stands", file=file, line=line), fenced(lines, "yaml"), mend]

    def _fault(self, fault: Fault) -> str:
        said = f"- {self.say(f'answer.{fault.reason}', label=fault.label, choices=fault.choices)}"
        return "\n\n".join([said, *(fenced(one, "text") for one in (fault.written[:MAX_SHOWN], fault.listed) if one)])


def fenced(text: str, language: str) -> str:
    """A text as a block of code that nothing in it can end."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"
