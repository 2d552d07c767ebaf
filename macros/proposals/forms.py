"""The forms in which people propose and report, as GitHub shows them: one for each act and language, made from the questions and the wordings."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from macros.model.plan import Plan
from macros.proposals.questions import QUESTIONS, Question
from macros.proposals.yaml_text import Bare, yaml_text
from macros.wording.catalogue import Wording
from macros.wording.labels import Labels

FOLDER = ".github/ISSUE_TEMPLATE"
HEAD = "# Made by  python -m macros schemas  from data/wording and data/vocabulary.yaml: change the words there.\n"
# What no record is made from: a mistake on a page that somebody else will mend.
MISTAKE = (Question("place"), Question("wrong", long=True), Question("document", long=True))
ASKED: dict[str, tuple[Question, ...]] = {act: QUESTIONS[act] for act in ("assessment", "development", "action")} | {"mistake": MISTAKE}
# What each question is called in the wordings.
SUBJECTS = sorted({question.subject for questions in (*QUESTIONS.values(), MISTAKE) for question in questions} | {"interest"})


class Form(NamedTuple):
    """The form of an act in the language of its labels."""

    act: str
    labels: Labels

    @property
    def name(self) -> str:
        """Its file."""
        return f"{self.act}-{self.labels.wording.language}.yml"

    def text(self) -> str:
        """Its content."""
        say = self.labels.wording.say
        name = say(f"form.{self.act}")
        head = {"name": name, "description": say(f"form.{self.act}_when"), "title": name, "labels": [self.act]}
        first = [self._part(one) for one in ASKED[self.act] if not one.may_wait(self.labels.wording.language)]
        later = [self._part(one) for one in ASKED[self.act] if one.may_wait(self.labels.wording.language)]
        stop = [_note(say("form.stop"))] if later else []
        note = _note(" ".join(say(f"form.{said}") for said in ("public", "who", "heading")))
        return HEAD + yaml_text(head | {"body": [note, *first, self._interest(), *stop, *later]})

    def _part(self, question: Question) -> dict[str, Any]:
        choices = list(question.choices(self.labels))
        said = {"label": question.label(self.labels), "description": self.labels.wording.say(f"ask_how.{question.subject}"), "options": choices}
        needed = {"validations": {"required": Bare("true")}} if question.is_needed(self.labels.wording.language) else {}
        kind = "dropdown" if choices else "textarea" if question.long else "input"
        return {"type": kind, "id": question.name, "attributes": said} | needed

    def _interest(self) -> dict[str, Any]:
        say = self.labels.wording.say
        said = {"label": say("ask.interest"), "description": say("ask_how.interest"), "options": [say("form.no"), say("form.yes")]}
        return {"type": "dropdown", "id": "interest", "attributes": said, "validations": {"required": Bare("true")}}


def _note(text: str) -> dict[str, Any]:
    """Words of ours between the questions."""
    return {"type": "markdown", "attributes": {"value": text}}


def forms(plan: Plan, wordings: Iterable[Wording]) -> Iterator[Form]:
    """Every form, in every language."""
    for wording in wordings:
        yield from (Form(act, Labels(plan, wording)) for act in ASKED)


def form_files(plan: Plan, wordings: Iterable[Wording]) -> dict[str, str]:
    """Name of each form's file -> its text."""
    return {form.name: form.text() for form in forms(plan, wordings)}
