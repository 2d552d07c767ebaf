"""What somebody wrote into a form, from the text that GitHub makes of it: a heading for each question, its answer below."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from macros.proposals.forms import ASKED, Form
from macros.proposals.questions import Question

# GitHub takes 65,536 characters.
MAX_CHARS = 30_000
NOTHING = {"_No response_", "None", "_Aucune réponse_"}
_HEADING = re.compile(r"^### (.*)$", re.MULTILINE)


class Fault(NamedTuple):
    """What is wrong with an answer, as the wordings call it, and the question; both stand for the whole form where the question is empty.

    `written` is the answer, `choices` what may be chosen instead, `listed` that in lines of its own.
    """

    reason: str
    label: str = ""
    written: str = ""
    choices: str = ""
    listed: str = ""


class Filled(NamedTuple):
    """A form as somebody filled it in: answers by the names of their questions, and what is wrong with them."""

    form: Form
    answers: Mapping[str, str]
    faults: list[Fault]


def read_body(body: str, forms: Iterable[Form]) -> Filled | None:
    """The form that a text is made of, in the language of its headings; None for a text that is of no form."""
    body = body.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    headings = {_plain(heading) for heading in _HEADING.findall(body)}
    # Of the form with the most of its questions there; a text that has few of them was written freely.
    form = max(forms, key=lambda form: len(_labels(form) & headings) / len(_labels(form)))
    if len(_labels(form) & headings) * 2 <= len(_labels(form)):
        return None
    if len(body) > MAX_CHARS:
        return Filled(form, {}, [Fault("huge")])
    parts = list(_parts(body, {*_labels(form), _plain(form.labels.wording.say("ask.interest"))}))
    answers, faults = {}, []
    for question in ASKED[form.act]:
        label = question.label(form.labels)
        given = [part for heading, part in parts if heading == _plain(label)]
        if len(given) != 1:
            faults.append(Fault("twice" if given else "gone", label))
            continue
        answers[question.name], fault = _answer(question, form, given[0])
        faults += [fault] if fault else []
    # Whoever answered in another language may leave it at that.
    told = {question.label(form.labels) for question in ASKED[form.act] if question.language and _is_told(question, form, answers)}
    return Filled(form, answers, [fault for fault in faults if fault.reason != "empty" or fault.label not in told])


def _is_told(question: Question, form: Form, answers: Mapping[str, str]) -> bool:
    """Whether a question that is asked in each language has an answer in any."""
    return any(answers.get(one.name) for one in ASKED[form.act] if one.subject == question.subject)


def _parts(body: str, labels: set[str]) -> Iterator[tuple[str, str]]:
    """Each heading that is a question, and what stands below it; a heading of somebody's own belongs to the answer."""
    found = [heading for heading in _HEADING.finditer(body) if _plain(heading[1]) in labels]
    ends = [*(heading.start() for heading in found[1:]), len(body)]
    for heading, end in zip(found, ends, strict=True):
        yield _plain(heading[1]), body[heading.end() : end].strip()


def _answer(question: Question, form: Form, written: str) -> tuple[str, Fault | None]:
    """An answer, and what is wrong with it."""
    label, said = question.label(form.labels), "" if written in NOTHING else written
    if not said:
        return question.usual, Fault("empty", label) if question.is_needed(form.labels.wording.language) else None
    if not (choices := question.choices(form.labels)):
        return (said if question.long else " ".join(said.split())), None
    word = question.chosen(said, form.labels)
    return word, None if word else Fault("no_choice", label, said, " · ".join(choices))


def _labels(form: Form) -> set[str]:
    return {_plain(question.label(form.labels)) for question in ASKED[form.act]}


def _plain(heading: str) -> str:
    """A heading with plain blanks: an editor may have changed the others."""
    return " ".join(heading.split())
