"""What records, words, figures and places are called in one language."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from unicodedata import normalize

from markupsafe import Markup, escape

from macros.model.fields import Field
from macros.model.kinds import KINDS
from macros.model.plan import Plan
from macros.model.records import Indicator, Judgement, Objective, Source
from macros.model.shape import Record, Text
from macros.model.values import Entry, Evidence, Figure
from macros.wording.catalogue import Wording
from macros.wording.locators import locator_words
from macros.wording.typography import quotation_marks, typeset


class Words(NamedTuple):
    """Words, and their language."""

    language: str
    text: str


@dataclass
class Labels:
    """What the records of a plan are called, in the language of a wording."""

    plan: Plan
    wording: Wording
    _labels: dict[tuple[str, str], str] = field(default_factory=dict)
    _locators: dict[str, str] = field(default_factory=dict)
    _numbers: dict[str, str] = field(default_factory=dict)

    def text(self, text: Text | None) -> str:
        """A bilingual text in the language of the page."""
        return typeset(getattr(text, self.wording.language), self.wording.language) if text else ""

    def word(self, vocabulary: str, id: str, part: str = "label", number: Any = None) -> str:
        """The label, plural or meaning of a word of the vocabulary."""
        word = self.plan.vocabularies[vocabulary][id]
        plural = number is not None and self.wording.is_plural(number)
        return self.text((word.plural or word.label) if plural else getattr(word, part))

    def states(self, counts: Mapping[str, int]) -> str:
        """How many actions are in each state, in the order of the vocabulary: 2 done, 1 announced."""
        shown = (self.in_state(id, counts[id]) for id in self.plan.vocabularies["states"] if counts.get(id))
        return self.wording.say("punctuation.comma").join(shown)

    def in_state(self, state: str, number: int) -> str:
        """So many actions in a state: 2 done."""
        return f"{self.wording.number(number)} {self.small_word('states', state, number=number)}"

    def small_word(self, vocabulary: str, id: str, number: Any = None) -> str:
        """A word of the vocabulary within a sentence: it begins with a small letter."""
        said = self.word(vocabulary, id, number=number)
        return f"{said[:1].lower()}{said[1:]}"

    def label(self, kind: str, id: str) -> str:
        """What a link to a record says."""
        if (kind, id) not in self._labels:
            self._labels[kind, id] = self._label(kind, id)
        return self._labels[kind, id]

    def _label(self, kind: str, id: str) -> str:
        record = self.plan.of(kind).get(id)  # none where it moved: it is called by its old identifier
        # An action or a finding is a whole sentence, too long for a link.
        if not record or not record.caption or KINDS[kind].numbered == "us":
            return id
        said = self.text(record.caption)
        return f"{id} {said}" if id[0].isdigit() else said

    def figure(self, figure: Figure) -> str:
        """A number with its unit: 71 cases, 30 days to 6 months, more than 10 %."""
        words = self.wording
        if figure.value is None:
            ends = ((figure.min, figure.unit), (figure.max, figure.max_unit or figure.unit))
            low, high = (self._amount(value, unit) for value, unit in ends)
            return words.say("amount.range", low=low, high=high)
        amount = self._amount(figure.value, figure.unit)
        return words.say(f"figure.{figure.qualifier}", amount=amount) if figure.qualifier else amount

    def _amount(self, value: Any, unit: str) -> str:
        return typeset(f"{self.wording.number(value)} {self.word('units', unit, number=value)}", self.wording.language)

    def absence(self, indicator: Indicator) -> str:
        """What it means that a country is not in a list; empty where there is no list, or nothing is said."""
        return self.text(indicator.absent) or (self.wording.say(f"absence.{indicator.absence}") if indicator.absence else "")

    def as_of(self, judgement: Judgement) -> str:
        """Of which day a judgement speaks: one of the report's own day says what the report says, a later one what we then read."""
        of_report = judgement.as_of == self.plan.reported_on
        return self.wording.say("status.as_reported" if of_report else "status.as_assessed", date=self.wording.date(judgement.as_of))

    def status_as_of(self, objective: Objective) -> str:
        """Of which day the status of an objective speaks; where it is computed, that it is."""
        if objective.current:
            return self.as_of(objective.current)
        return self.wording.say("status.computed", date=self.wording.date(self.plan.reported_on))

    def short_source(self, id: str) -> str:
        """What a reference calls a source: its number, or its title where it has none."""
        source = self.plan.sources[id]
        return self.number(source) or self.text(source.title)

    def number(self, source: Source) -> str:
        """The number of a source as the language writes it: 2004/81/CE is 2004/81/EC in English; empty where it has none."""
        if source.id not in self._numbers:
            forms = self.wording.texts["number_form"]
            self._numbers[source.id] = re.sub(r"[A-Z]+", lambda letters: forms.get(letters[0], letters[0]), source.number or "")
        return self._numbers[source.id]

    def section_label(self, id: str) -> str:
        """What a link to a section of the report says: its number and title; the introduction has no number."""
        title = self.text(self.plan.sections[id].title)
        return f"{id} {title}" if id[0].isdigit() else title

    def part_of_report(self, id: str) -> str:
        """What a section of the report is called, or an area or objective of its section 2."""
        return self.section_label(id) if id in self.plan.sections else self.label("areas" if id in self.plan.areas else "objectives", id)

    def locator(self, locator: str) -> str:
        """A locator in words: "1.3 ¶2" -> section 1.3, paragraph 2; "art. 11(4)" -> Article 11(4)."""
        if locator not in self._locators:
            self._locators[locator] = locator_words(locator, self.wording)
        return self._locators[locator]

    def quotation(self, evidence: Evidence) -> Words:
        """The words of a piece of evidence in the language of the page where they are held in it, else in that in which they were read."""
        other = next((one for one in evidence.also if one.language == self.wording.language), None)
        return Words(other.language, other.quotation) if other else Words(self.language_of(evidence), evidence.quotation)

    def place(self, evidence: Evidence) -> str:
        """Where the words of a piece of evidence stand; an act has no cover, but a title with its date."""
        source = self.plan.sources.get(evidence.source or "")
        if evidence.locator == "cover" and source and source.kind != "report":
            return self.wording.say("locator.head")
        return self.locator(evidence.locator)

    def language_of(self, evidence: Evidence) -> str:
        """The language in which the words of a piece of evidence were read; that of the report where its source does not say it."""
        return self.plan.language_of(evidence) or self.plan.report_language

    def language_of_printed(self, printed: str, evidence: Iterable[Evidence]) -> str:
        """The language of the piece of evidence that holds what is printed, or of the first one."""
        pieces = list(evidence)
        return next((self.language_of(one) for one in [*(one for one in pieces if printed in one.quotation), *pieces]), self.plan.report_language)

    def entry_value(self, indicator: Indicator, entry: Entry) -> str:
        """What an indicator gives for a country: a figure with its unit, or that the country is listed."""
        if entry.value is None:
            return self.wording.say("indicator.listed" if indicator.listed_means else "indicator.exception")
        return self._amount(entry.value, entry.unit or indicator.unit or "not-stated")

    def alphabetical(self, records: Iterable[Record], field: str) -> list[Record]:
        """Records in the order of a text of theirs, as the language sorts it."""
        return sorted(records, key=lambda record: sort_key(self.text(getattr(record, field))))

    def meaning(self, field: Field) -> str:
        """What a field of the data means, and what to write in it."""
        return self.wording.field(field.shape, field.name)

    def holds(self, field: Field) -> str:
        """What a field of the data holds, in words."""
        what = self.wording.say(f"schema.{field.holds}", detail=field.detail)
        return self.wording.say("schema.many", what=what) if field.many else what


def quoted(text: str, language: str) -> Markup:
    """Words as a source prints them, in the quotation marks of its language, which are marked as such."""
    return Markup(f'<span lang="{language}">{escape(quotation_marks(text, language))}</span>')


def sort_key(text: str) -> str:
    """Letters without accents and case, so that é sorts as e."""
    return "".join(c for c in normalize("NFD", text.casefold()) if c.isalnum() or c == " ")
