"""Questions on the command line: what no option answers is asked for, where somebody is there to answer."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from macros.messages import spoken, tell, unfilled
from macros.problems import Problem
from macros.proposals.questions import QUESTIONS, Question
from macros.proposals.records import Proposal, Unplaced, completed, make
from macros.proposals.trial import put, try_out
from macros.reading.load import load
from macros.wording.catalogue import read_wording
from macros.wording.labels import Labels

NAMES = sorted({question.name for questions in QUESTIONS.values() for question in questions})


def new(root: Path, kind: str, options: Namespace, ask: Callable[[str], str] | None) -> tuple[Proposal, list[Problem]]:
    """Write a record from options, and from what `ask` gets as answers; what the check says of it. SystemExit where nothing can be written."""
    labels = Labels(load(root), read_wording(root / "data", spoken()))
    answers = _answers(QUESTIONS[kind], labels, options, ask)
    try:
        day = date.today().isoformat()
        proposal, whole = (make(kind, said, labels.plan, day) for said in (answers, completed(kind, answers)))
        problems = try_out(root, proposal, whole)
        put(root, proposal)
    except Unplaced as unplaced:
        label = next(question.label(labels) for question in QUESTIONS[kind] if question.name == unplaced.question)
        raise SystemExit(
            f"--{_option(unplaced.question)} {unplaced.written}: {labels.wording.say(f'answer.{unplaced.reason}', label=label)}"
        ) from None
    except FileExistsError as error:
        raise SystemExit(tell("new.there", file=error.filename)) from None
    return proposal, problems


def _answers(questions: Iterable[Question], labels: Labels, options: Namespace, ask: Callable[[str], str] | None) -> dict[str, str]:
    given = {question: getattr(options, question.name) or "" for question in questions}
    for question, written in given.items():
        choices = question.choices(labels)
        said = question.chosen(written, labels) if choices else written
        if written and not said:
            raise SystemExit(f"--{_option(question.name)} {written}: {', '.join(choices.values())}")
        given[question] = said or (_asked(question, labels, ask) if ask else "")
    if missing := [f"--{_option(question.name)}" for question, said in given.items() if question.is_needed(spoken()) and not said]:
        raise SystemExit(tell("new.missing", options=", ".join(missing)))
    return {question.name: " ".join(said.split()) if not question.long else said.strip() for question, said in given.items()}


def _asked(question: Question, labels: Labels, ask: Callable[[str], str]) -> str:
    """The answer of somebody, asked again, with the reason, where it is empty or none of the choices."""
    choices, say = question.choices(labels), labels.wording.say
    print("\n" + unfilled("diff.colon").format(question.label(labels), say(f"ask_how.{question.subject}")), file=sys.stderr)
    if choices:
        print("\n".join(f"  {id}: {label}" for label, id in choices.items()), file=sys.stderr)
    while True:
        said = ask("> ").strip()
        if not said and not question.is_needed(spoken()) or said and not choices:
            return said
        if said and (word := question.chosen(said, labels)):
            return word
        print(say("answer.no_choice" if said else "answer.empty", label=question.label(labels), choices=", ".join(choices)), file=sys.stderr)


def _option(name: str) -> str:
    return name.replace("_", "-")
