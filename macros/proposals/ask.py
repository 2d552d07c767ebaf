"""Questions on the command line: what no option answers is asked for, where somebody is there to answer."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from macros.messages import language_name, spoken, tell, unfilled
from macros.problems import Problem
from macros.proposals.questions import QUESTIONS, Question
from macros.proposals.records import Proposal, Unplaced, make, untranslated
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
        proposal = _made(kind, answers, labels, ask)
        problems = try_out(root, proposal)
        put(root, proposal)
        if proposal.left_out:
            print(f"{labels.wording.say('answer.left_out')} {', '.join(proposal.left_out)}", file=sys.stderr)
        if proposal.behind:
            print(labels.wording.say("answer.behind", newest=labels.wording.date(proposal.behind)), file=sys.stderr)
        for note in proposal.notes:
            print(labels.wording.say(f"answer.{note}"), file=sys.stderr)
        without, problems = untranslated(kind, proposal, problems)
        if without:
            print(unfilled("diff.untranslated").format(without), file=sys.stderr)
    except FileExistsError as error:
        raise SystemExit(tell("new.there", file=error.filename)) from None
    return proposal, problems


def _made(kind: str, answers: dict[str, str], labels: Labels, ask: Callable[[str], str] | None) -> Proposal:
    """The record; what names no place for it is asked again, where somebody is there to answer."""
    while True:
        try:
            return make(kind, answers, labels.plan, date.today().isoformat())
        except Unplaced as unplaced:
            question = unplaced.asked(kind)
            # They follow as a list where they are asked for again.
            choices = unplaced.choices or ("…" if ask else " · ".join(question.choices(labels)))
            said = labels.wording.say(f"answer.{unplaced.reason}", label=question.label(labels), choices=choices)
            if not ask:
                raise SystemExit(f"--{_option(unplaced.question)} {unplaced.written}: {said}") from None
            print(f"\n{unplaced.written}: {said}" if unplaced.written else f"\n{said}", file=sys.stderr)
            answers[question.name] = _asked(replace(question, needed=True, later=False), labels, ask, how=not question.later)


def _answers(questions: Iterable[Question], labels: Labels, options: Namespace, ask: Callable[[str], str] | None) -> dict[str, str]:
    given = {question: getattr(options, question.name) or "" for question in questions}
    written_too: dict[str, bool] = {}
    for question, written in given.items():
        choices = question.choices(labels)
        said = question.chosen(written, labels) if choices else written
        if written and not said:
            raise SystemExit(f"--{_option(question.name)} {written}: {', '.join(choices.values())}")
        if said or not ask or question.later:
            given[question] = said or question.usual
        elif question.language in ("", spoken()) or _is_written(question.language, written_too, labels, ask):
            given[question] = _asked(question, labels, ask)
    if missing := [f"--{_option(question.name)}" for question, said in given.items() if question.is_needed(spoken()) and not said]:
        raise SystemExit(tell("new.missing", options=", ".join(missing)))
    return {question.name: " ".join(said.split()) if not question.long else said.strip() for question, said in given.items()}


def _asked(question: Question, labels: Labels, ask: Callable[[str], str], how: bool = True) -> str:
    """The answer of somebody, asked again, with the reason, where it is empty or none of the choices; `how` to answer need not be said twice."""
    choices, say = question.choices(labels), labels.wording.say
    several = question.subject == "quotation"
    hints = [
        *([say(f"ask_how.{question.subject}")] if how else []),
        *([say("ask.ends")] if several else []),
        *([] if question.is_needed(spoken()) or question.usual else [say("ask.enter")]),
    ]
    print("\n" + unfilled("diff.colon").format(question.label(labels), " ".join(hints)) if hints else question.label(labels), file=sys.stderr)
    if choices:
        print("\n".join(f"  {number} {label}" for number, label in enumerate(choices, 1)), file=sys.stderr)
    while True:
        said = (_passages(ask) if several else ask("> ")).strip() or question.usual
        if not said and not question.is_needed(spoken()) or said and not choices:
            return said
        if said and (word := question.chosen(said, labels)):
            return word
        print(say("answer.no_choice" if said else "answer.empty", label=question.label(labels), choices=" · ".join(choices)), file=sys.stderr)


def _is_written(language: str, known: dict[str, bool], labels: Labels, ask: Callable[[str], str]) -> bool:
    """Whether somebody also writes another language: asked once for each."""
    if language not in known:
        print("\n" + labels.wording.say("ask.also", language=language_name(language)), file=sys.stderr)
        known[language] = bool(ask("> ").strip())
    return known[language]


def _passages(ask: Callable[[str], str]) -> str:
    """Lines until two empty ones: what is pasted may have many, and an empty one stands between two passages."""
    lines = [ask("> ")]
    while lines[-1].strip() or (lines[-2:-1] and lines[-2].strip()):
        lines.append(ask("> "))
    return "\n".join(lines)


def _option(name: str) -> str:
    return name.replace("_", "-")
