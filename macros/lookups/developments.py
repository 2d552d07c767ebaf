"""Look-ups of what came after the report: on what it bears, who acted, how well it is proven, which deadlines passed."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from macros.evidence.moments import proof_of_moment
from macros.lookups.index import index
from macros.model.plan import Plan
from macros.model.records import Development, Piece, Provision
from macros.model.values import PIECES, PROOFS, Part, Since


class Borne(NamedTuple):
    """A development or provision, and how it stands to the record, as we read it."""

    piece: Piece
    relations: list[str]


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

    def bearing_on(self, *ids: str) -> list[Borne]:
        """The pieces that bear on any of the records with these identifiers, each once, with every relation."""
        found = index((piece.id, bearing.relation) for piece in self.pieces for bearing in piece.bears_on if bearing.to in ids)
        return [Borne(self.plan.pieces[id], list(dict.fromkeys(relations))) for id, relations in found.items()]

    def of_actor(self, actor: str) -> list[DevelopmentPart]:
        """The developments in which an actor is named, with its part."""
        return self._of_actors.get(actor, [])

    def of_country(self, country: str) -> list[Piece]:
        """The pieces that are about a country."""
        return [piece for piece in self.pieces if country in piece.countries]

    def of_source(self, source: str) -> list[Piece]:
        """The pieces that a source is, or whose words stand in it."""
        return [piece for piece in self.pieces if source in {getattr(piece, "source", None), *(one.source for one in piece.evidence)}]

    def of_since(self, since: Since | None) -> list[Piece]:
        """The pieces that a sentence on what happened since rests on; those that moved are followed."""
        found = (self.plan.current_record(kind, id) for id in (since.rests_on if since else ()) for kind in PIECES)
        return [piece for piece in found if isinstance(piece, Development | Provision)]

    def by_year(self) -> dict[str, list[Development]]:
        """Year -> its developments, the newest year and day first."""
        developments = [piece for piece in reversed(self.pieces) if isinstance(piece, Development)]
        return index((one.date.first[:4], one) for one in developments)

    def count_proofs(self, pieces: Iterable[Piece]) -> dict[str, int]:
        """Level of proof -> how many of the pieces stand on it, the strongest first; levels without any are left out."""
        counts = Counter(piece.proof for piece in pieces)
        return {proof: counts[proof] for proof in PROOFS if counts[proof]}

    def weakest(self, pieces: Iterable[Piece]) -> str:
        """The lowest level on which some pieces stand; empty where there is none."""
        return max((piece.proof for piece in pieces), key=PROOFS.index, default="")

    def date_proof(self, piece: Piece) -> str:
        """The level of what prints the day of a piece: a quotation, or the address of its page; linked where nothing does."""
        return proof_of_moment(piece, self.plan)

    def is_unknown_after(self, piece: Piece) -> bool:
        """Whether the deadline of a piece lies before the last look, and nothing that came later reports on it."""
        deadline = getattr(piece, "deadline", None)
        if not deadline or piece.id in self._followed:
            return False
        last = deadline.value.rpartition("/")[2]
        return last + "9999-12-31"[len(last) :] < self.plan.looked_on

    def followed_by(self, piece: Piece) -> list[Piece]:
        """The pieces that report on one."""
        return self._followed.get(piece.id, [])

    @cached_property
    def _of_actors(self) -> dict[str, list[DevelopmentPart]]:
        developments = (piece for piece in self.pieces if isinstance(piece, Development))
        return index((part.actor, DevelopmentPart(one, part)) for one in developments for part in one.actors)

    @cached_property
    def _followed(self) -> dict[str, list[Piece]]:
        return index((earlier, piece) for piece in self.pieces for earlier in piece.follows)
