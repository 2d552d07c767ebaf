"""Look-ups of bodies: in what each has a part, in the report and since, its parts counted with it, and how it stands beside others."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from networkx import Graph

from macros.graph import gaps, measures
from macros.graph.since import later
from macros.lookups.index import index
from macros.lookups.statements import StatementLookups
from macros.model.kinds import parse_id, typed_id
from macros.model.plan import Plan
from macros.model.records import Actor
from macros.model.values import Part

RESPONSIBLE = "responsible"
# Role -> the acts in which a body has it.
Roles = dict[str, list[str]]


class Body(NamedTuple):
    """A body, its parts, the acts of the report and the later ones by its role in them, the follow-ups that name it to act."""

    actor: Actor
    parts: list[Actor]
    reported: Roles
    since: Roles
    named_next: list[str]

    def answers_for(self, times: str) -> int:
        """For how many acts that are `reported`, or came `since`, it is responsible."""
        return len(getattr(self, times).get(RESPONSIBLE, []))

    @property
    def answers(self) -> bool:
        """Whether it is responsible for anything, in the report or since."""
        return bool(self.answers_for("reported") or self.answers_for("since"))

    @property
    def most(self) -> int:
        """The greatest number of acts in which it has one role."""
        return max(map(len, (*self.reported.values(), *self.since.values())), default=0)


class Beside(NamedTuple):
    """A follow-up or another body, and the objectives that it has in common with a body."""

    id: str
    objectives: list[str]


class BodyLookups:
    """Every list keeps the order of the data files, unless its look-up says another. An actor stands for the body of which it is a part."""

    def __init__(self, plan: Plan, statements: StatementLookups):
        self.plan, self._statements = plan, statements

    @cached_property
    def all(self) -> list[Body]:
        """Every body: who answers for most comes first, by the report, then by what came later, then who is named to act next."""
        found = [self._body(actor) for actor in self.plan.actors.values() if actor.id in self._members]
        return sorted(found, key=lambda one: (-one.answers_for("reported"), -one.answers_for("since"), -len(one.named_next)))

    @cached_property
    def most(self) -> int:
        """The greatest number of acts in which a body has one role."""
        return max((body.most for body in self.all), default=0)

    @property
    def later(self) -> int:
        """How many acts and events came after the report."""
        return len(later(self.plan))

    def most_responsible(self, times: str) -> list[Body]:
        """Those that answer for most of what is `reported`, or of what came `since`; several where they answer for as much."""
        numbers = [body.answers_for(times) for body in self.all]
        return [body for body, number in zip(self.all, numbers, strict=True) if number == max(numbers) > 0]

    def of(self, actor: str) -> Body:
        """The body of an actor."""
        return next(body for body in self.all if body.actor.id == self.body_of(actor))

    def body_of(self, actor: str) -> str:
        """The identifier of the body with which an actor counts."""
        return self._id(measures.body_of(self._graph, typed_id("actors", actor)))

    def alone(self, actor: str) -> list[str]:
        """The objectives under which its body alone is named as responsible."""
        return [self._id(objective) for objective, body in self._sole.items() if self._id(body) == self.body_of(actor)]

    def sharing(self, actor: str) -> list[Beside]:
        """The other bodies that are named as responsible under more than one objective where it is, and these objectives."""
        node = typed_id("actors", self.body_of(actor))
        own = self._shared.adj[node].items() if node in self._shared else ()
        return [Beside(self._id(other), [self._id(one) for one in edge["objectives"]]) for other, edge in own if edge["weight"] > 1]

    def before_not_next(self, actor: str) -> list[Beside]:
        """The follow-ups that do not name it, and the objectives that they answer under which it is responsible."""
        return self._turned(self._dropped, actor, True)

    def next_not_before(self, actor: str) -> list[Beside]:
        """The follow-ups that name it to act, and the objectives that they answer: under none of these it is responsible."""
        return self._turned(self._new, actor, False)

    def _turned(self, found: dict[str, list[str]], actor: str, responsible: bool) -> list[Beside]:
        body = typed_id("actors", self.body_of(actor))
        answered = {f: gaps.answered_objectives(self._graph, f) for f, bodies in found.items() if body in bodies}
        own = {f: [o for o in there if (body in measures.actions_by_body(self._graph, o)) == responsible] for f, there in answered.items()}
        return [Beside(self._id(follow_up), [self._id(one) for one in there]) for follow_up, there in own.items()]

    @cached_property
    def _members(self) -> dict[str, list[Actor]]:
        """Body -> the actors that count with it, itself among them."""
        return index((self.body_of(actor.id), actor) for actor in self.plan.actors.values())

    def _body(self, actor: Actor) -> Body:
        parts = [one for one in self._members[actor.id] if one.id != actor.id]
        return Body(actor, parts, self._reported.get(actor.id, {}), self._since.get(actor.id, {}), self._next.get(actor.id, []))

    @property
    def _graph(self):
        return self._statements.graph

    @cached_property
    def _sole(self) -> dict[str, str]:
        return gaps.sole_body(self._graph)

    @cached_property
    def _shared(self) -> Graph:
        return measures.co_responsibility(self._graph)

    @cached_property
    def _dropped(self) -> dict[str, list[str]]:
        return gaps.dropped_in_follow_up(self._graph)

    @cached_property
    def _new(self) -> dict[str, list[str]]:
        return gaps.new_in_follow_up(self._graph)

    def _id(self, node: str) -> str:
        return parse_id(node).id

    @cached_property
    def _reported(self) -> dict[str, Roles]:
        return self._by_role((action.id, action.actors) for action in self.plan.actions.values() if action.is_act)

    @cached_property
    def _since(self) -> dict[str, Roles]:
        return self._by_role((one.id, one.actors) for one in later(self.plan))

    @cached_property
    def _next(self) -> dict[str, list[str]]:
        named = ((body, one.id) for one in self.plan.follow_ups.values() for body in dict.fromkeys(self.body_of(part.actor) for part in one.actors))
        return index(named)

    def _by_role(self, told: Iterable[tuple[str, list[Part]]]) -> dict[str, Roles]:
        """Body -> role -> the acts in which it, or a part of it, has that role, each once; roles in the order of the vocabulary."""
        found: dict[str, Roles] = {}
        for id, parts in told:
            for body, role in dict.fromkeys((self.body_of(part.actor), part.role) for part in parts):
                found.setdefault(body, {}).setdefault(role, []).append(id)
        return {body: {role: own[role] for role in self.plan.vocabularies["roles"] if role in own} for body, own in found.items()}
