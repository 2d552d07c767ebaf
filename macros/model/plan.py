"""The whole plan: every record by kind and identifier, and where each is referred to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from macros.languages import FIRST, LANGUAGES
from macros.model.kinds import KINDS, Moved, OtherNames, TypedId, VocabularyFile, parse_id, successors, typed_id
from macros.model.records import (
    REPORT,
    Action,
    Actor,
    Area,
    Assessment,
    Commitment,
    Contradiction,
    Country,
    Development,
    Finding,
    FollowUp,
    GlossaryTerm,
    Indicator,
    Link,
    Look,
    Means,
    Objective,
    Outcome,
    Piece,
    Provision,
    Publisher,
    Section,
    Source,
    Verb,
    Word,
    is_action,
    status_of,
)
from macros.model.shape import Record, Ref, Use, uses_in
from macros.model.values import PIECES, Evidence, Moment, Since


# Two plans are never compared: each is itself, so that its graph can be kept for it.
@dataclass(eq=False)
class Plan:
    """Everything that data/ says: for each kind the records by identifier, in the order of the files."""

    vocabulary: VocabularyFile
    areas: dict[str, Area]
    objectives: dict[str, Objective]
    actions: dict[str, Action]
    sections: dict[str, Section]
    findings: dict[str, Finding]
    actors: dict[str, Actor]
    means: dict[str, Means]
    follow_ups: dict[str, FollowUp]
    developments: dict[str, Development]
    provisions: dict[str, Provision]
    commitments: dict[str, Commitment]
    indicators: dict[str, Indicator]
    countries: dict[str, Country]
    sources: dict[str, Source]
    glossary: dict[str, GlossaryTerm]
    assessments: dict[str, Assessment]
    outcomes: dict[str, Outcome]
    looks: dict[str, Look]
    publishers: dict[str, Publisher]
    contradictions: dict[str, Contradiction]
    verbs: dict[str, Verb]
    aliases: dict[TypedId, OtherNames]
    moved: dict[TypedId, Moved]
    links: dict[str, Link]
    repeated: list[Record] = field(default_factory=list)

    def of(self, kind: str) -> Mapping[str, Record]:
        """The records of a kind by identifier, in the order of the files."""
        records: Mapping[str, Record] = getattr(self, kind)
        return records

    @property
    def naming(self) -> list[Action | Finding | FollowUp | Commitment]:
        """The records that name actors in roles."""
        return [*self.actions.values(), *self.findings.values(), *self.follow_ups.values(), *self.commitments.values()]

    def records(self) -> Iterator[Record]:
        """Every record of every kind, also those whose identifier another one has."""
        for kind in KINDS:
            yield from self.of(kind).values()
        yield from self.repeated

    @property
    def size(self) -> int:
        """How many records of all kinds there are."""
        return sum(len(self.of(kind)) for kind in KINDS)

    @cached_property
    def dead_links(self) -> dict[str, Link]:
        """Address -> what is recorded of it, for each outside link that is lost."""
        return {link.url: link for link in self.links.values() if link.dead}

    @cached_property
    def vocabularies(self) -> dict[str, dict[str, Word]]:
        """Name of a list of the vocabulary -> its words by identifier."""
        lists = {name: getattr(self.vocabulary, name) for name in type(self.vocabulary).model_fields}
        return {name: {word.id: word for word in words} for name, words in lists.items()}

    def find(self, name: TypedId) -> Record | None:
        """The record with a typed identifier, or None."""
        kind, id = parse_id(name)
        return (self.of(kind) if kind in KINDS else self.vocabularies.get(kind, {})).get(id)

    def moved_target(self, kind: str, id: str) -> TypedId | None:
        """The typed identifier at which a moved one is found today, however often it moved: the first of several; None where it never moved."""
        return next(iter(self.moved_targets(kind, id)), None)

    def moved_targets(self, kind: str, id: str) -> list[TypedId]:
        """All of them, where what it named was split; none where it never moved."""
        old = typed_id(kind, id)
        return successors(old, self._moves) if old in self._moves else []

    @cached_property
    def _moves(self) -> dict[TypedId, list[TypedId]]:
        return {old: moved.to for old, moved in self.moved.items()}

    def split_of(self, kind: str, id: str) -> TypedId | None:
        """The moved identifier on the way of one at which its record was split; None where none was."""
        here = typed_id(kind, id)
        for _ in self._moves:
            if len(targets := self._moves.get(here, [])) != 1:
                return here if targets else None
            here = targets[0]
        return None

    def current_records(self, kind: str, id: str) -> list[Record]:
        """The records that stand today for a published identifier: itself, or all that it moved to."""
        found = map(self.find, self.moved_targets(kind, id) or [typed_id(kind, id)])
        return [record for record in found if record]

    @cached_property
    def former(self) -> dict[TypedId, list[str]]:
        """Typed identifier of a record -> the identifiers that moved to it."""
        found: dict[TypedId, list[str]] = {}
        for old in self.moved:
            for now in successors(old, self._moves):
                found.setdefault(now, []).append(parse_id(old).id)
        return found

    def current_record(self, kind: str, id: str) -> Record | None:
        """The record that stands today for a published identifier: itself, or what it moved to."""
        return self.find(self.moved_target(kind, id) or typed_id(kind, id))

    @property
    def looked_on(self) -> str:
        """The day of the last look; empty where nobody looked."""
        return max(self.looks, default="")

    @property
    def reported_on(self) -> str:
        """The day of the report whose knowledge every first status rests on; empty where its record has none."""
        date = self.sources[REPORT].date
        return date.value if date else ""

    @property
    def planned_on(self) -> str:
        """The day of the plan itself, which is the first of the sources of that kind; empty where its record has none."""
        plan = next((source for source in self.sources.values() if source.kind == "plan"), None)
        return "" if not plan else plan.date.last if plan.date else plan.oj.date if plan.oj else ""

    def is_after_the_plan(self, source: str) -> bool:
        """Whether a source is later than the plan; what has no date is not."""
        date = known.date if (known := self.sources.get(source)) else None
        return bool(date and date.first > self.planned_on)

    @property
    def report_language(self) -> str:
        """The language of ours in which the report is quoted, and which has its printed titles."""
        language = self.sources[REPORT].language
        return language if language in LANGUAGES else FIRST

    def is_called_like_a_country(self, actor: Actor) -> bool:
        """Whether an actor is a state that also has a country's page, so that their titles must differ."""
        return any(getattr(country.name, FIRST) == getattr(actor.name, FIRST) for country in self.countries.values())

    def status_as_of(self, objective: Objective) -> str:
        """The day of the newest status of an objective; what is computed is computed from the report."""
        return objective.current.as_of if objective.current else self.reported_on

    def reported_status(self, objective: Objective) -> str:
        """The status of an objective as of the day of the report: the last one that was given up to that day, or what is computed of its text."""
        given = [assessment.status for assessment in objective.assessments if assessment.as_of <= self.reported_on]
        return status_of(given, bool(given and objective.actions), bool(objective.see))

    def language_of(self, evidence: Evidence) -> str | None:
        """The language of a quotation: that of the source that is held, or the one that is written beside words that were seen."""
        source = self.sources.get(evidence.source or "")
        return source.language if source else evidence.language

    @cached_property
    def pieces(self) -> dict[str, Piece]:
        """Every development and provision by identifier, each development before its provisions."""
        pieces: Iterator[Piece] = chain.from_iterable((one, *one.provisions) for one in self.developments.values())
        return {piece.id: piece for piece in pieces}

    def development_of(self, piece: Piece) -> Development:
        """The development to which a piece belongs: itself, or the one that holds the provision."""
        return piece if isinstance(piece, Development) else self._holders[piece.id]

    @cached_property
    def _holders(self) -> dict[str, Development]:
        return {provision.id: one for one in self.developments.values() for provision in one.provisions}

    def moment_of(self, piece: Piece) -> Moment:
        """When a piece happened: a provision without a date of its own came with its act."""
        return piece.date or self.development_of(piece).date

    def later_basis(self, resting: Assessment | Outcome | Since) -> list[Piece]:
        """The developments and provisions that something rests on; those that moved are followed, those that were removed left out."""
        found = (one for id in resting.rests_on if not is_action(id) for kind in PIECES for one in self.current_records(kind, id))
        return [piece for piece in found if isinstance(piece, Development | Provision)]

    def basis(self, assessment: Assessment) -> list[Action]:
        """The actions that an assessment rests on; those that moved are followed, those that were removed left out."""
        found = (one for id in assessment.rests_on if is_action(id) for one in self.current_records("actions", id))
        return [action for action in found if isinstance(action, Action)]

    def absence_of(self, indicator: Indicator, country: Country) -> str:
        """What it means that a list does not name a country: one of ABSENCES; empty where it names it, or says nothing of it."""
        if not indicator.speaks_of(country) or indicator.entries_of(country.id):
            return ""
        if indicator.absence != "exceptions_complete":
            return indicator.absence
        for meaning, other in (("unbound", indicator.not_bound), ("no_case", indicator.presumes)):
            if other and self.indicators[other].entries_of(country.id):
                return meaning
        return "contrary" if country.id in self._answered else "unknown"

    @cached_property
    def _answered(self) -> set[str]:
        """The countries that are named where the replies to the questionnaire are reported, so that they are known to have answered."""
        return {entry.country for indicator in self.indicators.values() if indicator.from_replies for entry in indicator.entries}

    @cached_property
    def uses(self) -> list[Use]:
        """Every marked word of every record: references to records and words of the vocabulary."""
        return [use for record in self.records() for use in uses_in(record)]

    @cached_property
    def references(self) -> dict[tuple[str, str], list[Use]]:
        """(kind, identifier) -> where it is referred to."""
        found: dict[tuple[str, str], list[Use]] = {}
        for use in self.uses:
            if isinstance(use.mark, Ref):
                for kind in use.mark.kinds:
                    if use.value in self.of(kind):
                        found.setdefault((kind, use.value), []).append(use)
        return found
