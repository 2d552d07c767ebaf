"""What is one step away from an actor or an objective, in the words of one language: the branches of a tree that a template draws."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.drawing.address import UrlOf
from macros.drawing.network_picture import MENTIONED, NetworkPicture, Pair
from macros.lookups import Lookups
from macros.model.kinds import kind_of
from macros.wording.labels import Labels
from macros.wording.typography import NBSP


@dataclass(frozen=True)
class Neighbour:
    """A neighbour: its label, where it leads, and the tone of the line to it."""

    label: str
    href: str
    tone: str | None = None


# A heading and its neighbours.
Group = tuple[str, list[Neighbour]]


@dataclass
class NeighboursPicture:
    """The neighbours of a record, each group with its heading."""

    labels: Labels
    lookups: Lookups
    network: NetworkPicture

    def objective(self, id: str, url: UrlOf) -> list[Group]:
        """Actors by role, follow-ups that answer, commitments that correspond, where the text points, findings."""
        pointers = [self._pointed(pointer.to, url) for pointer in self.labels.plan.objectives[id].see]
        groups = [
            *self._by_role(self.network.by_objective.get(id, []), "actors", url),
            self._records("answered_by", "follow_ups", [follow_up.id for follow_up, _ in self.lookups.references.answers_to(id)], url),
            self._records("commitments", "commitments", [commitment.id for commitment, _ in self.lookups.references.matches_of(id)], url),
            (self._say("points_to"), pointers),
            self._findings(len(self.lookups.findings.bearing_on(id))),
        ]
        return [(heading, own) for heading, own in groups if own]

    def actor(self, id: str, url: UrlOf) -> list[Group]:
        """Objectives by role, the body that it is part of, its parts, the follow-ups, commitments, other texts and findings that name it."""
        actor = self.labels.plan.actors[id]
        organs = [organ.id for organ in self.lookups.actors.organs_of(id)]
        groups = [
            *self._by_role(self.network.by_actor.get(id, []), "objectives", url),
            self._records("part_of", "actors", [actor.part_of] if actor.part_of else [], url),
            self._records("presidencies" if actor.kind == "presidency" else "organs", "actors", organs, url),
            self._records("named_next", "follow_ups", [follow_up.id for follow_up in self.lookups.actors.follow_ups_of(id)], url),
            self._records("named_in_commitments", "commitments", [one.id for one, _ in self.lookups.actors.commitments_naming(id)], url),
            self._mentions(id, url),
            self._findings(len(self.lookups.actors.findings_naming(id))),
        ]
        return [(heading, own) for heading, own in groups if own]

    def _say(self, key: str, **values: object) -> str:
        return self.labels.wording.say(f"picture.{key}", **values)

    def _by_role(self, pairs: list[Pair], kind: str, url: UrlOf) -> Iterable[Group]:
        for role, word in self.labels.plan.vocabularies["roles"].items():
            own = [pair for pair in pairs if role in pair.roles]
            yield self.labels.text(word.label), [self._counted(pair, role, kind, url) for pair in own]

    def _counted(self, pair: Pair, role: str, kind: str, url: UrlOf) -> Neighbour:
        id = pair.actor if kind == "actors" else pair.objective
        number = self.labels.wording.count("actions", len(pair.roles[role])).replace(" ", NBSP)
        label = f"{self.labels.label(kind, id)} ({number})"
        return Neighbour(label, url(kind, id), self.labels.plan.vocabularies["roles"][role].tone)

    def _records(self, heading: str, kind: str, ids: list[str], url: UrlOf) -> Group:
        return self._say(heading), [Neighbour(self.labels.label(kind, id), url(kind, id)) for id in dict.fromkeys(ids)]

    def _mentions(self, id: str, url: UrlOf) -> Group:
        records = [(kind_of(record), record.id) for record in self.lookups.actors.mentions_of(id)]
        tone = self.labels.plan.vocabularies["roles"][MENTIONED].tone
        return self._say("mentioned_in"), [Neighbour(self.labels.label(kind, own), url(kind, own), tone) for kind, own in records]

    def _findings(self, number: int) -> Group:
        """All findings as one neighbour: the page lists them under an anchor of its own."""
        return self._say("findings"), [Neighbour(self.labels.wording.count("findings", number), "#findings")] if number else []

    def _pointed(self, to: str, url: UrlOf) -> Neighbour:
        if to in self.labels.plan.objectives:
            return Neighbour(self.labels.label("objectives", to), url("objectives", to))
        return Neighbour(self.labels.section_label(to), url("sections", to))
