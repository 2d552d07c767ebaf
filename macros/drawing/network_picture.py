"""Who acts on what, in the words of one language."""

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from macros.drawing.address import UrlOf
from macros.drawing.charts.drawing import DESK_PX, MAX_MARKS, PHONE_PX, element, toned
from macros.drawing.charts.network import Caption, Edge, Node, network
from macros.graph.build import build
from macros.graph.pairs import pairs
from macros.lookups.actions import count_states
from macros.lookups.index import index
from macros.model.kinds import parse_id, typed_id
from macros.model.records import Action
from macros.wording.labels import Labels

# The role of an actor that a text names besides those who act.
MENTIONED = "mentioned"


@dataclass(frozen=True)
class Pair:
    """An actor and an objective: role -> the actions in which the actor has it, strongest role first."""

    actor: str
    objective: str
    roles: dict[str, list[Action]]


def states_of(actions: list[Action]) -> list[str]:
    """The states of actions, each once."""
    return list(count_states(actions))


@dataclass
class NetworkPicture:
    """Actors and objectives."""

    labels: Labels

    @cached_property
    def _roles(self) -> dict[str, int]:
        """Role -> its rank; the vocabulary has the strongest first."""
        return {role: rank for rank, role in enumerate(self.labels.plan.vocabularies["roles"])}

    @cached_property
    def pairs(self) -> dict[tuple[str, str], Pair]:
        """(actor, objective) -> their pair, for every part in an action."""
        found = [self._pair(*ends, roles) for ends, roles in pairs(build(self.labels.plan)).items()]
        ranked = sorted(found, key=lambda pair: min(self._roles[role] for role in pair.roles))
        return {(pair.actor, pair.objective): pair for pair in ranked}

    def _pair(self, actor: str, objective: str, roles: dict[str, list[str]]) -> Pair:
        actions = self.labels.plan.actions
        strongest_first = {role: [actions[parse_id(id).id] for id in roles[role]] for role in self._roles if role in roles}
        return Pair(parse_id(actor).id, parse_id(objective).id, strongest_first)

    @cached_property
    def by_actor(self) -> dict[str, list[Pair]]:
        """Actor -> its pairs."""
        return index((pair.actor, pair) for pair in self.pairs.values())

    @cached_property
    def by_objective(self) -> dict[str, list[Pair]]:
        """Objective -> its pairs."""
        return index((pair.objective, pair) for pair in self.pairs.values())

    @property
    def too_many(self) -> int:
        """The number of pairs where a page cannot hold them, else 0."""
        return len(self.pairs) if len(self.pairs) > MAX_MARKS else 0

    def acting(self) -> list[str]:
        """The actors that have a part in an action, in the order of the data."""
        return [id for id in self.labels.plan.actors if id in self.by_actor]

    def taking_part(self) -> list[str]:
        """Those of them that have another role than to be mentioned."""
        return [id for id in self.acting() if any(role != MENTIONED for pair in self.by_actor[id] for role in pair.roles)]

    def only_named(self) -> list[str]:
        """Those that are only mentioned."""
        return [id for id in self.acting() if id not in self.taking_part()]

    def kinds(self) -> list[str]:
        """The kinds of these actors, in the order of the vocabulary."""
        kinds = {self.labels.plan.actors[id].kind for id in self.acting()}
        return [kind for kind in self.labels.plan.vocabularies["actor_kinds"] if kind in kinds]

    def said_of(self, role: str, actions: list[Action]) -> str:
        """A role and the states of its actions in words: responsible (done: 2, announced: 1); the role alone where no act is told."""
        states = self.labels.states(count_states(actions))
        return self.labels.word("roles", role).lower() + (f" ({states})" if states else "")

    def pictures(self, url: UrlOf) -> Markup:
        """The whole picture for a desk and for a phone; the style sheet shows the one that fits."""
        return Markup("\n").join(self.picture(url, width) for width in (DESK_PX, PHONE_PX))

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return sum(len(pair.roles) for pair in self.pairs.values())

    def picture(self, url: UrlOf, width: float = DESK_PX) -> Markup:
        """The whole picture at one width."""
        plan, words = self.labels.plan, self.labels.wording
        actors = [self._actor(id, url) for id in self.acting()]
        objectives = [
            Node(typed_id("objectives", id), self.labels.label("objectives", id), id, url("objectives", id), objective.area_id)
            for id, objective in plan.objectives.items()
        ]
        every = ((role, pair, actions) for pair in self.pairs.values() for role, actions in pair.roles.items())
        strongest_first = sorted(every, key=lambda one: self._roles[one[0]])
        edges = [
            Edge(
                typed_id("actors", pair.actor), typed_id("objectives", pair.objective), role, self._tone(role), states_of(actions),
                f"{self.labels.label('actors', pair.actor)} – {pair.objective}{words.say('punctuation.colon')} {self.said_of(role, actions)}",
            )
            for role, pair, actions in strongest_first
        ]  # fmt: skip
        description = words.say("picture.network", actors=words.count("actors", len(actors)), objectives=words.count("objectives", len(objectives)))
        groups = {id: (self.labels.label("areas", id), url("areas", id)) for id in plan.areas}
        return network(actors, objectives, edges, Caption(words.say("page.graph"), description, groups), width)

    def sample(self, role: str) -> Markup:
        """A line as the picture draws a role, for the key."""
        return element("svg", self._line(role), viewBox="0 0 44 12", width="2.2rem", aria_hidden="true", class_="chart")

    def key(self) -> list[tuple[Markup, str]]:
        """The line of each role, and its word."""
        return [(self._line(role), self.labels.text(word.label)) for role, word in self.labels.plan.vocabularies["roles"].items()]

    def _line(self, role: str) -> Markup:
        return element("path", d="M2 6H42", class_=toned("edge", self._tone(role)))

    def _tone(self, role: str) -> str | None:
        return self.labels.plan.vocabularies["roles"][role].tone

    def _actor(self, id: str, url: UrlOf) -> Node:
        actor = self.labels.plan.actors[id]
        label = self.labels.label("actors", id)
        return Node(typed_id("actors", id), label, self.labels.text(actor.acronym) or label, url("actors", id), actor.kind)
