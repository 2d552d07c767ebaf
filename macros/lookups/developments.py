"""Look-ups of what came after the report: on what it bears, who acted, how well it is proven, which deadlines passed."""

from collections import Counter
from collections.abc import Collection, Iterable
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from macros.evidence.moments import proof_of_moment
from macros.lookups.index import index
from macros.model.plan import Plan
from macros.model.records import Actor, Development, Piece, Provision
from macros.model.values import PROOFS, Evidence, Part, Since


class Told(NamedTuple):
    """A development, whether it is itself one of some pieces, and those of its provisions that are."""

    development: Development
    itself: bool
    provisions: list[Piece]


class DevelopmentPart(NamedTuple):
    """A development, and the part that the actor has in it."""

    development: Development
    part: Part


class DevelopmentLookups:
    """Every list is in the order of the days, a provision after its development, unless its look-up says another."""

    def __init__(self, plan: Plan):
        self.plan = plan

    @cached_property
    def pieces(self) -> list[Piece]:
        """Every development and provision."""
        return sorted(self.plan.pieces.values(), key=lambda piece: self.plan.moment_of(piece).first)

    def bearing_on(self, *ids: str) -> list[Piece]:
        """The pieces that bear on any of the records with these identifiers, each once."""
        found = {piece.id: piece for id in ids for piece in self._bearing.get(id, [])}
        return list(found.values()) if len(ids) == 1 else [piece for piece in self.pieces if piece.id in found]

    def targets(self, pieces: Iterable[Piece] | None = None) -> list[str]:
        """The identifiers of the records on which pieces bear, all of them where none are named: objectives, follow-ups, commitments."""
        borne = {bearing.to for piece in (self.pieces if pieces is None else pieces) for bearing in piece.bears_on}
        return [id for records in (self.plan.objectives, self.plan.follow_ups, self.plan.commitments) for id in records if id in borne]

    def kinds(self) -> list[str]:
        """The kinds of which there are developments, in the order of the vocabulary."""
        used = {one.kind for one in self.plan.developments.values()}
        return [kind for kind in self.plan.vocabularies["development_kinds"] if kind in used]

    def actors(self) -> list[Actor]:
        """The actors that have a part in a development."""
        return [actor for id, actor in self.plan.actors.items() if id in self._of_actors]

    def relations_to(self, piece: Piece, *ids: str) -> list[str]:
        """How a piece stands to the records with these identifiers, as we read it; each relation once."""
        return list(dict.fromkeys(bearing.relation for bearing in piece.bears_on if bearing.to in ids))

    def targets_by_relation(self, piece: Piece, among: Collection[str] | None = None) -> dict[str, list[str]]:
        """Relation -> the identifiers of the records, of some or of all, on which a piece bears so."""
        return index((bearing.relation, bearing.to) for bearing in piece.bears_on if among is None or bearing.to in among)

    def together(self, pieces: Iterable[Piece]) -> list[Told]:
        """Each development of which some pieces are, or are provisions; the newest first."""
        own = {piece.id for piece in pieces}
        developments = dict.fromkeys(self.plan.development_of(piece).id for piece in reversed(self.pieces) if piece.id in own)
        found = (self.plan.developments[id] for id in developments)
        told = [Told(one, one.id in own, [provision for provision in one.provisions if provision.id in own]) for one in found]
        return sorted(told, key=lambda told: told.development.date.first, reverse=True)

    def of_actor(self, actor: str) -> list[DevelopmentPart]:
        """The developments in which an actor is named, with its part."""
        return self._of_actors.get(actor, [])

    def of_actor_by_role(self, actor: str) -> dict[str, list[DevelopmentPart]]:
        """Role -> the developments in which an actor has it, the newest first; in the order of the vocabulary, empty roles left out."""
        found = index((one.part.role, one) for one in reversed(self.of_actor(actor)))
        return {role: found[role] for role in self.plan.vocabularies["roles"] if role in found}

    def of_country(self, country: str) -> list[Piece]:
        """The pieces that are about a country."""
        return [piece for piece in self.pieces if country in piece.countries]

    def of_source(self, source: str) -> list[Piece]:
        """The pieces that a source is, or whose words stand in it."""
        return [piece for piece in self.pieces if source in {getattr(piece, "source", None), *(one.source for one in piece.evidence)}]

    def by_year(self) -> dict[str, list[Development]]:
        """Year -> its developments, the newest year and day first."""
        developments = [piece for piece in reversed(self.pieces) if isinstance(piece, Development)]
        return index((one.date.first[:4], one) for one in developments)

    def count_proofs(self, pieces: Iterable[Piece]) -> dict[str, int]:
        """Level of proof -> how many of the pieces stand on it, the strongest first; levels without any are left out."""
        counts = Counter(piece.proof for piece in pieces)
        return {proof: counts[proof] for proof in PROOFS if counts[proof]}

    def proof_of_since(self, since: Since) -> str:
        """The level of the weakest piece that a sentence on what happened since needs; empty where it rests on none."""
        return self.weakest(self.plan.later_basis(since))

    def weakest(self, pieces: Iterable[Piece]) -> str:
        """The lowest level on which some pieces stand; empty where there is none."""
        return max((piece.proof for piece in pieces), key=PROOFS.index, default="")

    def date_proof(self, piece: Piece) -> str:
        """The level of what prints the day of a piece: a quotation, or the address of its page; linked where nothing does."""
        return proof_of_moment(piece, self.plan)

    def is_unknown_after(self, piece: Piece) -> bool:
        """Whether the deadline of a piece lies before the last look, and nothing that came later reports on it."""
        deadline = piece.deadline if isinstance(piece, Provision) else None
        return deadline is not None and not self.followed_by(piece) and deadline.last < self.plan.looked_on

    def by_place(self, evidence: Iterable[Evidence]) -> list[list[Evidence]]:
        """Pieces of evidence in their order, those that follow each other at one place together."""
        return [list(group) for _, group in groupby(evidence, key=lambda one: (one.source, one.page, one.locator))]

    def followed_by(self, piece: Piece) -> list[Piece]:
        """The pieces that report on one."""
        return self._followed.get(piece.id, [])

    @cached_property
    def _bearing(self) -> dict[str, list[Piece]]:
        return index((bearing.to, piece) for piece in self.pieces for bearing in piece.bears_on)

    @cached_property
    def _of_actors(self) -> dict[str, list[DevelopmentPart]]:
        developments = (piece for piece in self.pieces if isinstance(piece, Development))
        return index((part.actor, DevelopmentPart(one, part)) for one in developments for part in one.actors)

    @cached_property
    def _followed(self) -> dict[str, list[Piece]]:
        return index((earlier, piece) for piece in self.pieces for earlier in piece.follows)
