"""Questions on the command line: what no option answers is asked for, where somebody is there to answer."""

import re
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from macros.messages import language_name, spoken, tell, unfilled
from macros.problems import Problem
from macros.proposals.asked_at import untranslated
from macros.proposals.at_once import asks_for, is_open, offered, proposed, wrong
from macros.proposals.proposal import Proposal, Unplaced
from macros.proposals.questions import QUESTIONS, Question
from macros.proposals.records import LEFT_OUT, make
from macros.proposals.trial import put, try_out
from macros.reading.load import load
from macros.wording.catalogue import read_wording
from macros.wording.labels import Labels

Ask = Callable[[str], str]
NAMES = sorted({question.name for questions in QUESTIONS.values() for question in questions})


def new(root: Path, kind: str, options: Namespace, ask: Ask | None) -> tuple[Proposal, list[Problem]]:
    """Write a record from options, and from what `ask` gets as answers; what the check says of it. SystemExit where nothing can be written."""
    labels = Labels(load(root, []), read_wording(root / "data", spoken()))
    answers = _answers(QUESTIONS[kind], labels, options, ask)
    try:
        proposal = _made(kind, answers, labels, ask)
        problems = try_out(root, proposal)
        put(root, proposal)
        if proposal.left_out:
            print(f"{labels.wording.say(f'answer.{LEFT_OUT[kind]}')} {', '.join(proposal.left_out)}", file=sys.stderr)
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


def _made(kind: str, answers: dict[str, str], labels: Labels, ask: Ask | None) -> Proposal:
    """The record; what names no place for it is asked again, where somebody is there to answer."""
    while True:
        try:
            return make(kind, answers, labels.plan, date.today().isoformat())
        except Unplaced as unplaced:
            question = unplaced.asked(kind)
            # They follow as a list where they are asked for again.
            choices = unplaced.choices or ("" if ask else " · ".join(question.choices(labels)))
            said = labels.wording.say(f"answer.{unplaced.reason}", label=question.label(labels), choices=choices)
            if not ask:
                raise SystemExit(f"--{_option(unplaced.question)} {unplaced.written}: {said}") from None
            said = said if choices else re.sub(r"\s*[:;]\s*\.$", unfilled("diff.colon").format("", "").rstrip(), said)
            print(f"\n{unplaced.written}: {said}" if unplaced.written else f"\n{said}", file=sys.stderr)
            answers[question.name] = _asked(replace(question, needed=True, later=False), answers, labels, ask)


def _answers(questions: Sequence[Question], labels: Labels, options: Namespace, ask: Ask | None) -> dict[str, str]:
    """Name of a question -> its answer, from the options, or from whoever is there."""
    subjects = list(dict.fromkeys(question.subject for question in questions))
    questions = sorted(questions, key=lambda one: (subjects.index(one.subject), one.language != spoken()))
    given = {name: getattr(options, name) or "" for name in NAMES}
    written_too: dict[str, bool] = {}
    for question in questions:
        written = given[question.name]
        choices = question.choices(labels)
        said = question.chosen(written, labels) if choices else written
        if written and not said:
            raise SystemExit(f"--{_option(question.name)} {written}: {', '.join(choices.values())}")
        if said or not ask or question.later or not is_open(question, given, labels.plan):
            given[question.name] = said or question.usual
        elif question.language in ("", spoken()) or _is_written(question.language, written_too, labels, ask):
            question = replace(question, needed=question.needed or asks_for(given["status"], question))
            print(f"\n{_introduced(question, given, labels)}", file=sys.stderr)
            given[question.name] = _asked(question, given, labels, ask)
    if missing := [f"--{_option(one.name)}" for one in questions if one.is_needed(spoken()) and not given[one.name]]:
        raise SystemExit(tell("new.missing", options=", ".join(missing)))
    return {one.name: " ".join(given[one.name].split()) if not one.long else given[one.name].strip() for one in questions}


def _introduced(question: Question, given: dict[str, str], labels: Labels) -> str:
    """A question, how it is answered, and what Enter does."""
    say, usual = labels.wording.say, proposed(question)
    enter = [] if question.is_needed(spoken()) and not usual else [say("ask.enter")]
    if usual:
        enter = [say("ask.usual", choice=next(label for label, id in question.choices(labels).items() if id == usual))]
    # What is asked because it does not follow from other answers needs no word on how it follows.
    how = [] if question.subject in ("language", "printed") else [say(f"ask_how.{question.subject}")]
    ends = [say("ask.ends")] if question.subject == "quotation" else []
    numbers = [say("ask.numbers")] if offered(question, given, labels) else []
    return unfilled("diff.colon").format(question.label(labels), " ".join([*how, *numbers, *ends, *enter]))


def _asked(question: Question, given: dict[str, str], labels: Labels, ask: Ask) -> str:
    """The answer of somebody; asked again, with the reason, where it is empty, none of the choices, or wrong, unless they say the same again."""
    choices, say = question.choices(labels), labels.wording.say
    listed, usual, before = offered(question, given, labels), proposed(question), ""
    print("".join(f"  {number} {label}\n" for number, label in enumerate(choices or listed, 1)), end="", file=sys.stderr)
    while True:
        said = (_passages(ask) if question.subject == "quotation" else ask("> ")).strip() or usual
        said = _of_numbers(said, list(listed.values()))
        if not said and not question.is_needed(spoken()):
            return said
        known = question.chosen(said, labels) if choices else said
        fault = wrong(question, given | {question.name: known}, labels) if known else ""
        if known and (not fault or said == before):
            return known
        before = said
        print(
            fault or say("answer.no_choice" if said else "answer.empty", label=question.label(labels), choices=" · ".join(choices)), file=sys.stderr
        )


def _of_numbers(said: str, listed: list[str]) -> str:
    """What numbers of a list stand for; the answer itself where it holds anything else."""
    numbers = [int(one) for one in re.split(r"[\s,;]+", said) if one.isdecimal()]
    alone = numbers and re.fullmatch(r"[\d\s,;]+", said) and all(0 < one <= len(listed) for one in numbers)
    return ", ".join(listed[one - 1] for one in numbers) if alone else said


def _is_written(language: str, known: dict[str, bool], labels: Labels, ask: Ask) -> bool:
    """Whether somebody also writes another language: asked once for each."""
    if language not in known:
        print("\n" + labels.wording.say("ask.also", language=language_name(language)), file=sys.stderr)
        known[language] = ask("> ").strip().lower()[:1] in [labels.wording.say("form.yes")[0].lower(), "y"]
    return known[language]


def _passages(ask: Ask) -> str:
    """Lines until two empty ones: what is pasted may have many, and an empty one stands between two passages."""
    lines = [ask("> ")]
    while lines[-1].strip() or (lines[-2:-1] and lines[-2].strip()):
        lines.append(ask("> "))
    return "\n".join(lines)


def _option(name: str) -> str:
    return name.replace("_", "-")
