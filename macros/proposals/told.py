"""What the check says of a proposal, in the words of the form: names of its questions and answers in place of those of the data."""

import re
from collections.abc import Iterable

from macros.messages import tell, unfilled
from macros.model.plan import Plan
from macros.problems import NOTICE, Problem
from macros.proposals.asked_at import question_at
from macros.proposals.forms import Form
from macros.proposals.proposal import Proposal
from macros.proposals.questions import QUESTIONS, Question, asked_for
from macros.wording.catalogue import Wording

# A name of the data in a message: in quotation marks, or between two blanks, with what is to be written behind it.
_NAME = r"[a-z][a-z_0-9-]*"
_QUOTED = re.compile(rf"«\s?({_NAME})(?::\s(.+?))?\s?»|(?<!\w)'({_NAME})(?::\s(.+?))?'(?!\w)")
_TO_WRITE = re.compile(rf"  ({_NAME})(?::\s?([^;,]*?))?(?:  |$|(?=\s?[;,]))")
_JUDGED = re.compile(r"(?<![\w.])\d+(?:\.\d+)+@(\d{4}-\d\d-\d\d)(?:\.\d)?")
_DAY = re.compile(r"(?<![\w/-])\d{4}-\d\d-\d\d(?![\w/-])")
_LARGE = re.compile(r"(?<![\w./-])[1-9]\d{4,}(?![\w/-])")
_STATE = re.compile(rf"(\d+\.\d+\.\d+-\d+ (?:is|est)) (?:«\s?)?({_NAME})(?:\s?»)?")
# Hints of the check -> what the wordings say in their place: a form holds no lines of a file.
_OTHERWISE = {
    "length.quote_few_words_prove_point": "cut",
    "length.quote_few_words_prove": "cut",
    "proof.quote_one_piece_without": "one_piece",
    "proof.quote_words_print_where": "prints",
    "rubric.add_missing_both_languages": "say_missing",
    "assessments.no_higher_or_add": "no_higher",
    "prose.without_address": "leave_out",
    "rubric.name_one_whose_words": "verified",
    "assessments.delete_step_back": "leave_empty",
}


def days_in_words(text: str, wording: Wording) -> str:
    """A text with its days as people write them."""
    return _DAY.sub(lambda found: wording.date(found[0]), text)


class Told:
    """Tells the problems of a proposal to whoever filled in a form."""

    def __init__(self, form: Form, plan: Plan, proposal: Proposal):
        self.form, self.plan, self.proposal, self.say = form, plan, proposal, form.labels.wording.say
        self.questions = QUESTIONS[form.act]

    def lines(self, problems: Iterable[Problem]) -> list[str]:
        """Each problem at the question whose answer it is of; a hint stands once, below all to which it belongs."""
        hints: dict[str, list[str]] = {}
        for problem in problems:
            hints.setdefault(self._hint(problem), []).append(self._problem(problem))
        return [line for hint, said in hints.items() for line in (*said, *([f"  {tell('problems.hint')} {hint}"] if hint else []))]

    def question(self, problem: Problem) -> Question | None:
        """The question whose answer a problem is of; that of the day, where it is of the name of the file, which says the day."""
        asked = question_at(self.form.act, self.proposal, problem)
        return asked or next((one for one in self.questions if one.subject == "as_of" and problem.file == self.proposal.file), None)

    def is_beyond(self, problem: Problem) -> bool:
        """Whether a problem is of no answer, or is mended by a field that no question asks for."""
        named = [found[1] for found in _TO_WRITE.finditer(problem.hint)]
        return not self.question(problem) or any(not self._quoted(name) for name in named)

    def _problem(self, problem: Problem) -> str:
        question, own = self.question(problem), problem.file == self.proposal.file
        place = self.say("answer.of", label=question.label(self.form.labels)) if question else "" if own else f"{problem.file}:{problem.line}:"
        notice = tell("problems.notice") if problem.level == NOTICE else ""
        return " ".join(filter(None, (place, notice, self._words(problem.message))))

    def _hint(self, problem: Problem) -> str:
        """What to do about it in the form."""
        if (question := self.question(problem)) and question.subject == "as_of":
            return self.say("answer.newest")
        otherwise = next((said for key, said in _OTHERWISE.items() if problem.hint.startswith(unfilled(key).partition("{")[0])), "")
        return self.say(f"answer.{otherwise}") if otherwise else self._words(problem.hint)

    def _words(self, text: str) -> str:
        """A message in one line, with labels for the names of fields and words, and days for assessments."""
        text = re.sub(r" +(?=[,;:]|\s[;:])", "", _TO_WRITE.sub(self._to_write, " ".join(text.splitlines()))).strip()
        text = _QUOTED.sub(lambda found: self._quoted(found[1] or found[3], found[2] or found[4] or "") or found[0], text)
        day = self.form.labels.wording.date
        text = _JUDGED.sub(lambda found: self.say("answer.assessment_of", day=day(found[1])), text)
        text = _STATE.sub(lambda found: f"{found[1]} {self._state(found[2])}", text)
        text = days_in_words(text, self.form.labels.wording)
        return _LARGE.sub(lambda found: self.form.labels.wording.number(int(found[0])), text)

    def _to_write(self, found: re.Match[str]) -> str:
        """A field that is to be filled, and what with, or a word that is to be chosen, as the form calls them."""
        label = self._label(found[1])
        if not label or not found[2]:
            return f" {called} " if (called := self._quoted(found[1])) else found[0]
        return f" {self.say('answer.of', label=label)} {self._word(found[2], asked_for(self.form.act, found[1])) or found[2]} "

    def _quoted(self, name: str, answer: str = "") -> str:
        """A field with its answer, or a word of the vocabulary, in quotation marks; empty for what is neither."""
        said = self._label(name) or self._word(name, self.questions)
        whole = f"{said}{self.say('punctuation.colon')} {answer}" if answer else said
        return self.say("answer.called", label=whole) if said else ""

    def _state(self, id: str) -> str:
        """What the state of an action is called."""
        word = self.plan.vocabularies["states"].get(id)
        return self.say("answer.called", label=getattr(word.label, self.form.labels.wording.language)) if word else id

    def _label(self, name: str) -> str:
        return next((self.say(f"ask.{one.subject}") for one in asked_for(self.form.act, name)), "")

    def _word(self, id: str | None, questions: Iterable[Question]) -> str:
        """What a word of the lists of some questions is called."""
        return next((label for one in questions for label, own in one.choices(self.form.labels).items() if own == id), "")
