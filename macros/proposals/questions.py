"""What somebody is asked who proposes a record; forms, the command line and the answer to a form ask the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from babel import Locale

from macros.languages import LANGUAGES
from macros.rules.assessments import COMPUTED
from macros.rules.suggest import folded
from macros.wording.labels import Labels


@dataclass(frozen=True)
class Question:
    """One question: its name, the list of the vocabulary that its answer is from, and what kind of answer it takes.

    `needed`: nothing can be made without it. `long`: it takes several lines. `many`: it takes several identifiers.
    `language`: the code of the language in which it is to be answered, of a question that is asked in each.
    """

    subject: str
    words: str = ""
    needed: bool = True
    long: bool = False
    many: bool = False
    language: str = ""

    @property
    def name(self) -> str:
        """The name under which its answer is kept."""
        return f"{self.subject}_{self.language}" if self.language else self.subject

    def label(self, labels: Labels) -> str:
        """The question in a few words."""
        said = labels.wording.say(f"ask.{self.subject}")
        return f"{said} ({Locale.parse(labels.wording.locale).languages[self.language]})" if self.language else said

    def is_needed(self, language: str) -> bool:
        """Whether nobody can do without its answer who writes that language, and perhaps no other."""
        return self.needed and self.language in ("", language)

    def choices(self, labels: Labels) -> dict[str, str]:
        """What may be chosen -> the word that it stands for; empty where anything may be written."""
        words = labels.plan.vocabularies[self.words] if self.words else {}
        return {labels.word(self.words, id): id for id in words if id not in COMPUTED}

    def chosen(self, said: str, labels: Labels) -> str:
        """The word that an answer chooses, by its identifier or its label in any language, whatever its case and signs; empty where it is none."""
        words = {id: labels.plan.vocabularies[self.words][id] for id in self.choices(labels).values()}
        names = {folded(name): id for id, word in words.items() for name in (id, *(getattr(word.label, language) for language in LANGUAGES))}
        return names.get(folded(said), "")


def _both(subject: str, needed: bool = True, long: bool = True) -> Iterator[Question]:
    """A question that is asked in each language."""
    return (Question(subject, needed=needed, long=long, language=language) for language in LANGUAGES)


# Kind of record, as messages call it -> the questions, in the order in which people answer them.
QUESTIONS: dict[str, tuple[Question, ...]] = {
    "assessment": (
        Question("objective"), Question("status", "statuses"), Question("as_of"), Question("rests_on", many=True),
        *_both("reason"), *_both("missing", needed=False), Question("confidence", "confidences"), Question("step_back", "step_backs", needed=False),
    ),
    "development": (
        Question("to", many=True), *_both("title", long=False), *_both("text"), Question("where"), Question("locator", needed=False),
        Question("quotation", long=True), Question("language", "languages", needed=False), Question("date"), Question("date_of", "date_of"),
        Question("printed", needed=False), Question("actors", needed=False, many=True), Question("kind", "development_kinds"),
        Question("makes", "makes"), Question("relation", "relations"), Question("id"),
    ),
    "action": (
        Question("objective"), *_both("title", long=False), *_both("text"), Question("state", "states"),
        Question("actors", needed=False, many=True), Question("locator"), Question("quotation", long=True),
    ),
    "actor": (
        *_both("name", long=False), Question("kind", "actor_kinds"), *_both("what"), Question("locator"), Question("quotation", long=True),
        Question("id"),
    ),
}  # fmt: skip
