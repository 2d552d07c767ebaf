"""What a page shows of the records around its record: look-ups over the whole plan, each made once."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from macros.evidence.quotations import Fingerprint
from macros.lookups.actions import ActionLookups
from macros.lookups.actors import ActorLookups
from macros.lookups.bodies import BodyLookups
from macros.lookups.countries import CountryLookups
from macros.lookups.developments import DevelopmentLookups
from macros.lookups.findings import FindingLookups
from macros.lookups.index import index
from macros.lookups.objectives import ObjectiveLookups
from macros.lookups.references import ReferenceLookups
from macros.lookups.sources import SourceLookups
from macros.lookups.standing import StandingLookups
from macros.lookups.statements import StatementLookups
from macros.model.fields import Field, tables
from macros.model.kinds import KINDS, UNPUBLISHED, TypedId, parse_id
from macros.model.plan import Plan
from macros.model.records import Action, Finding
from macros.model.shape import Record


class RecordCount(NamedTuple):
    """How many records of a shape there are, and the key under which `plan.json` lists them."""

    key: str
    shape: str
    number: int


class Lookups:
    """The look-ups of a plan, by what is looked up."""

    def __init__(self, plan: Plan, fingerprints: Mapping[str, Fingerprint]):
        self.plan = plan
        self.actions = ActionLookups(plan)
        self.actors = ActorLookups(plan)
        self.countries = CountryLookups(plan)
        self.developments = DevelopmentLookups(plan)
        self.findings = FindingLookups(plan, fingerprints)
        self.objectives = ObjectiveLookups(plan, self.findings)
        self.references = ReferenceLookups(plan)
        self.sources = SourceLookups(plan, self.references, fingerprints)
        self.standing = StandingLookups(plan)
        self.statements = StatementLookups(plan)
        self.bodies = BodyLookups(plan, self.statements)

    def record_counts(self) -> list[RecordCount]:
        """How many records of every kind there are."""
        published = ((name, kind) for name, kind in KINDS.items() if name not in UNPUBLISHED)
        found = [RecordCount(name, kind.shape.__name__, len(self.plan.of(name))) for name, kind in published]
        return [*found, RecordCount("vocabulary", "Word", sum(map(len, self.plan.vocabularies.values())))]

    def successors(self, moved: TypedId) -> list[Record]:
        """The records to which a moved identifier leads today."""
        return self.plan.current_records(*parse_id(moved))

    def read_otherwise(self) -> list[Action | Finding]:
        """The records that say why they are read otherwise than the table of verbs says."""
        records: list[Action | Finding] = [*self.plan.actions.values(), *self.plan.findings.values()]
        return [record for record in records if record.because]

    def data_files(self) -> Iterator[tuple[str, list[tuple[str, tuple[Field, ...]]]]]:
        """Each data file with its shapes and their fields."""
        return tables()

    def shared_shapes(self) -> dict[str, list[str]]:
        """Name of each shape that stands in several data files -> these files."""
        found = index((shape, file) for file, shapes in tables() for shape, _ in shapes)
        return {shape: files for shape, files in found.items() if len(files) > 1}
