"""What becomes of answers: lines for a file, or an answer that is to be given otherwise."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from macros.proposals.questions import QUESTIONS, Question

Answers = Mapping[str, str]


class Proposal(NamedTuple):
    """Lines for a file: the whole of a new one, or what follows on a line of one that is there (0 in a new one).

    `id` is that of the record. `left_out` are answers, or words of one, that the record cannot hold, or that nobody understood.
    `behind` is the day of a newer judgement, by which the page goes on to speak. `notes` are what whoever proposes it should know, as the
    wordings call it.
    """

    id: str
    file: str
    text: str
    line: int = 0
    left_out: tuple[str, ...] = ()
    behind: str = ""
    notes: tuple[str, ...] = ()


class Unplaced(Exception):
    """An answer that names no place for the record: the name of its question, the answer, why, and what may be written instead.

    `offered` are the identifiers of records, one or several of which may be named.
    """

    def __init__(self, question: str, written: str, reason: str = "unknown", choices: str = "", offered: Iterable[str] = ()):
        self.question, self.written, self.reason, self.choices, self.offered = question, written, reason, choices, tuple(offered)

    def asked(self, kind: str) -> Question:
        """The question, as it is asked for a record of a kind."""
        return next(one for one in QUESTIONS[kind] if one.name == self.question)
