"""Look-ups of findings: weaknesses, what they bear on, where in the report they stand."""

from collections.abc import Mapping
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from macros.evidence.quotations import Fingerprint
from macros.lookups.index import index
from macros.model.plan import Plan
from macros.model.records import REPORT, Finding


class SectionFindings(NamedTuple):
    """A section of the report, or an objective or area of its section 2, and findings that stand there."""

    section: str
    findings: list[Finding]


class FindingLookups:
    """Every list keeps the order of the data files, unless its look-up says another."""

    def __init__(self, plan: Plan, fingerprints: Mapping[str, Fingerprint]):
        self.plan = plan
        self.fingerprints = fingerprints

    def weaknesses(self) -> list[Finding]:
        """The findings that name a weakness."""
        return [finding for finding in self.plan.findings.values() if finding.weakness]

    def subjects(self) -> dict[str, list[Finding]]:
        """Subject -> its weaknesses, in the order of the vocabulary; what no follow-up could answer has none."""
        return {id: found for id in self.plan.vocabularies["subjects"] if (found := [one for one in self.weaknesses() if one.subject == id])}

    def unanswered(self) -> dict[str, list[Finding]]:
        """Subject -> its weaknesses, where we link none of them to a follow-up."""
        return {id: found for id, found in self.subjects().items() if not self._answered & {one.id for one in found}}

    def without_subject(self) -> list[Finding]:
        """The weaknesses that no follow-up could answer, as we sort them."""
        return [finding for finding in self.weaknesses() if not finding.subject]

    def bearing_on(self, id: str) -> list[Finding]:
        """The findings that bear on an area, objective, indicator or section."""
        return self._bearing.get(id, [])

    def singling_out(self, country: str) -> list[Finding]:
        """The findings that single out a country."""
        return [finding for finding in self.plan.findings.values() if country in finding.countries]

    def section_of(self, finding: Finding) -> str:
        """The section, or objective of section 2, in which the first quotation of a finding stands."""
        first = finding.evidence[0]
        return self.fingerprints[first.source or REPORT].section(first.locator)

    def in_sections(self, findings: list[Finding]) -> list[SectionFindings]:
        """Findings in their order, those that follow each other in one section together."""
        return [SectionFindings(section, list(own)) for section, own in groupby(findings, key=self.section_of)]

    def in_section(self, section: str) -> list[Finding]:
        """The findings of a section or objective, without those of the parts of a section."""
        return self._by_section.get(section, [])

    def by_section(self) -> list[SectionFindings]:
        """Every section of the report, also without findings, and each objective and area with findings; in the order of the report."""
        # Introduction and section 1, the lead-in of section 2 and its objectives, 2.9, section 3; Caritas last.
        sections = self.plan.sections
        first = [id for id in sections if id == "intro" or id[:2] in ("1", "1.", "2")]
        order = dict.fromkeys([*first, *self.plan.objectives, *self.plan.areas, *sections])
        return [SectionFindings(id, self.in_section(id)) for id in order if id in self._by_section or id in sections]

    @cached_property
    def _by_section(self) -> dict[str, list[Finding]]:
        return index((self.section_of(finding), finding) for finding in self.plan.findings.values())

    @cached_property
    def _bearing(self) -> dict[str, list[Finding]]:
        return index((id, finding) for finding in self.plan.findings.values() for id in finding.bears_on)

    @cached_property
    def _answered(self) -> set[str]:
        return {answer.to for follow_up in self.plan.follow_ups.values() for answer in follow_up.answers}
