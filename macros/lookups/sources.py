"""Look-ups of a source: the report itself, and who quotes or cites a source."""

from collections.abc import Mapping

from macros.evidence.quotations import Fingerprint
from macros.evidence.reproduced import Reproduced, reproduced
from macros.lookups.index import index
from macros.lookups.references import ReferenceLookups
from macros.model.kinds import kind_of
from macros.model.plan import Plan
from macros.model.shape import Record


class SourceLookups:
    """Every list keeps the order of the data files."""

    def __init__(self, plan: Plan, references: ReferenceLookups, fingerprints: Mapping[str, Fingerprint]):
        self.plan = plan
        self._references = references
        self._fingerprints = fingerprints

    def citations_of(self, source: str) -> dict[str, list[Record]]:
        """Kind -> the records that quote or cite a source."""
        return index((kind_of(record), record) for record in self._references.users_of("sources", source))

    def reproduced(self) -> dict[str, Reproduced]:
        """Each quoted source that is held as a whole, and how many of its words the site reproduces: of units alone there is no share."""
        whole = (id for id, source in self.plan.sources.items() if id in self._fingerprints and not source.units_only)
        return {source: reproduced(self.plan, self._fingerprints[source]) for source in whole}
