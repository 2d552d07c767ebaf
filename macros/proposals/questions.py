"""What somebody is asked who proposes a record; forms, the command line and the answer to a form ask the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.languages import LANGUAGES
from macros.model.plan import Plan
from macros.model.shape import Text
from macros.proposals.written import bare
from macros.rules.assessments import COMPUTED
from macros.rules.suggest import named
from macros.wording.labels import Labels

# So many letters tell a word from others that begin otherwise.
LEAST = 4


@dataclass(frozen=True)
class Question:
    """One question: its name, the list of the vocabulary that its answer is from, and what kind of answer it takes.

    `needed`: nothing can be made without it. `long`: it takes several lines. `many`: it takes several identifiers.
    `language`: the code of the language in which it is to be answered, of a question that is asked in each.
    `usual`: the choice of whoever chooses none. `field`: what its answer fills in the record, where that is called otherwise.
    `later`: it is answered only where another answer asks for it.
    """

    subject: str
    words: str = ""
    needed: bool = True
    long: bool = False
    many: bool = False
    language: str = ""
    usual: str = ""
    field: str = ""
    later: bool = False

    @property
    def name(self) -> str:
        """The name under which its answer is kept."""
        return f"{self.subject}_{self.language}" if self.language else self.subject

    def label(self, labels: Labels) -> str:
        """The question in a few words."""
        said = labels.wording.say(f"ask.{self.subject}")
        return f"{said} ({labels.wording.language_name(self.language)})" if self.language else said

    def is_needed(self, language: str) -> bool:
        """Whether nobody can do without its answer who writes that language, and perhaps no other."""
        return self.needed and not self.usual and self.language in ("", language)

    def may_wait(self, language: str) -> bool:
        """Whether somebody who writes that language may stop before it: it follows from others, or is of another language."""
        return self.later or self.language not in ("", language)

    def choices(self, labels: Labels) -> dict[str, str]:
        """What may be chosen -> the word that it stands for; empty where anything may be written."""
        return {getattr(name, labels.wording.language): id for id, name in self._names(labels.plan).items()}

    def identifiers(self, plan: Plan) -> list[str]:
        """The words that its answer stands for one of; none where anything may be written."""
        return list(self._names(plan))

    def _names(self, plan: Plan) -> dict[str, Text]:
        """What may be chosen, by its identifier: words of the vocabulary, or whose page it may be where nobody knows its site."""
        if self.words == "publishers":
            return {one.id: one.name for one in plan.publishers.values() if one.general}
        return {id: word.label for id, word in plan.vocabularies[self.words].items() if id not in COMPUTED} if self.words else {}

    def chosen(self, said: str, labels: Labels) -> str:
        """What an answer chooses, whatever its case, signs and article: by its identifier, its number in the list, or its name in any language.

        Words of a name do where no other has them. Of publishers also one that is not offered. Empty for none.
        """
        choices, plan = self._names(labels.plan), labels.plan
        if number := dict(enumerate(choices, 1)).get(int(said.strip()) if said.strip().isdecimal() else 0):
            return number
        names = {bare(name): one[0].id for name, one in named(plan, [self.words]).items() if one[0].id in choices or self.words == "publishers"}
        told = [name for name in names if is_told(bare(said), name)] if bare(said) else []
        parts = {names[name] for name in told if names[name] in choices}
        return names.get(bare(said)) or (parts.pop() if len(parts) == 1 else "")


def is_told(said: str, name: str) -> bool:
    """Whether each word of an answer begins a word of a name; with four letters at least, but for a whole word."""
    words = name.split()
    return all(any(word == one or (len(one) >= LEAST and word.startswith(one)) for word in words) for one in said.split())


def _both(subject: str, needed: bool = True, long: bool = True) -> Iterator[Question]:
    """A question that is asked in each language."""
    return (Question(subject, needed=needed, long=long, language=language) for language in LANGUAGES)


# Kind of record, as messages call it -> the questions, in the order in which people have the answers at hand.
QUESTIONS: dict[str, tuple[Question, ...]] = {
    "assessment": (
        Question("objective"), Question("rests_on", many=True), Question("status", "statuses"), *_both("reason"), *_both("missing", needed=False),
        Question("confidence", "confidences"), Question("step_back", "step_backs", needed=False, later=True),
        Question("as_of", needed=False, later=True),
    ),
    "development": (
        Question("where", field="evidence"), Question("publisher", "publishers", needed=False), Question("quotation", long=True),
        Question("locator", needed=False), *_both("text"),
        *_both("title", long=False), Question("to", many=True, field="bears_on"), Question("date"), Question("date_of", "date_of"),
        Question("actors", needed=False, many=True), Question("kind", "development_kinds"), Question("makes", "makes", needed=False, later=True),
        Question("relation", "relations", usual="continues", later=True),
        Question("language", "languages", needed=False, later=True), Question("printed", needed=False, later=True),
        Question("id", needed=False, later=True),
    ),
    "action": (
        Question("objective"), Question("quotation", long=True), Question("locator"), *_both("text"), *_both("title", long=False),
        Question("state", "states"), Question("actors", needed=False, many=True),
    ),
    "actor": (
        *_both("name", long=False), Question("kind", "actor_kinds"), *_both("what"), Question("where", needed=False, field="evidence"),
        Question("quotation", long=True), Question("locator", needed=False), Question("publisher", "publishers", needed=False, later=True),
        Question("language", "languages", needed=False, later=True), Question("id"),
    ),
}  # fmt: skip
# What comes of a development of a kind, where the kind says it: a proposal of an act is no rule, and a convention may be many things.
COMES_OF = {"body": "body", "court": "rule", "event": "event", "figure": "figure", "report": "result", "strategy": "plan"}


def asked_for(kind: str, name: str) -> list[Question]:
    """The questions, for a record of a kind, whose answers fill what has a name: of a question, of its subject, or of a field."""
    return [one for one in QUESTIONS[kind] if name in (one.name, one.field, one.subject)]
