"""Statements that follow from the measures: what is said, of how many, about which records. sentences.py puts them into words.

None stands where there is nothing to say. Each says what the report names, never what was or was not done in the world.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import networkx as nx

from macros.graph import gaps, measures


@dataclass(frozen=True)
class Name:
    """A record by its typed id; for a body, the parts of it that the report names in its stead."""

    node: str
    parts: tuple[str, ...] = ()


class Alternatives(list[Name]):
    """Names of which any one is enough: A, B or C."""


@dataclass(frozen=True)
class Counted:
    """Words that depend on a number: the key of the wording `count`, the number, and what fills the {places}.

    A place holds a list of names, a mapping (state -> how many actions), a number, or counted words of its own.
    """

    key: str
    count: int
    places: dict[str, "Filling"] = field(default_factory=dict)

    @property
    def links(self) -> list[str]:
        """The records that its words name, as typed ids, each once."""
        found: list[str] = []
        for place in self.places.values():
            names = place if isinstance(place, list) else []
            found += place.links if isinstance(place, Counted) else [node for name in names for node in (name.node, *name.parts)]
        return list(dict.fromkeys(found))


# What a place holds.
Filling = list[Name] | dict[str, int] | int | Counted


@dataclass(frozen=True)
class Statement(Counted):
    """One sentence; `about` holds the typed ids of the records on whose pages it belongs, none for one about the whole plan."""

    about: tuple[str, ...] = ()


def by_kind(graph: nx.MultiDiGraph) -> dict[str, list[Statement]]:
    """Every statement, by what it is about: the whole plan, objectives, actors, follow-ups; only those of which there is one."""
    made = {"plan": _on_the_plan, "objectives": _on_objectives, "actors": _on_actors, "follow_ups": _on_follow_ups}
    return {kind: found for kind, make in made.items() if (found := list(make(graph)))}


def statements(graph: nx.MultiDiGraph) -> list[Statement]:
    """Every statement, in the same order."""
    return [statement for found in by_kind(graph).values() for statement in found]


def _on_the_plan(graph: nx.MultiDiGraph) -> Iterator[Statement]:
    actions, objectives = measures.acts(graph), measures.nodes(graph, "objective")
    if found := measures.responsible_bodies(graph):
        yield Statement("statement.responsible", len(found), {"actors": _names(found)})
    if untold := gaps.agentless_actions(graph):
        yield Statement("statement.untold", sum(map(len, untold.values())), {"total": len(actions), "under": _under(list(untold))})
    if joint := gaps.joint_actions(graph):
        yield Statement("statement.joint", len(joint), {"total": len(actions), "actions": _names(joint)})
    if weights := [weight for *_, weight in measures.co_responsibility(graph).edges(data="weight")]:
        yield Statement("statement.most_shared", max(weights))
    why = gaps.objectives_without_body(graph)
    for reason in dict.fromkeys(why.values()):
        found = [objective for objective in why if why[objective] == reason]
        yield Statement(f"statement.nobody_{reason}", len(found), {"total": len(objectives), "objectives": _names(found)}, tuple(found))


def _on_objectives(graph: nx.MultiDiGraph) -> Iterator[Statement]:
    alone, untold = gaps.sole_body(graph), gaps.agentless_actions(graph)
    for objective, there in ((o, there) for o in measures.nodes(graph, "objective") if (there := measures.actions_by_body(graph, o))):
        actions, left = measures.actions_of(graph, objective), len(untold.get(objective, []))
        places: dict[str, Filling] = {"objective": _names([objective]), "actors": _bodies(graph, there, actions)}
        own = there[alone[objective]] if objective in alone else []
        # Where an instrument is said to act beside the one body, neither of the two sentences holds.
        if own and len(own) + left == len(actions):
            places |= {"actions": Counted("actions", len(own)), "states": _states(graph, own)}
            key, count = ("alone_in_part", left) if left else ("alone", len(own))
            yield Statement(f"statement.{key}", count, places, (objective, *there))
            continue
        yield Statement("statement.several", len(there), places, (objective,))
        if left:
            yield Statement("statement.untold_here", left, {"total": len(actions), "objective": _names([objective])}, (objective,))


def _on_actors(graph: nx.MultiDiGraph) -> Iterator[Statement]:
    for body in measures.responsible_bodies(graph):
        portfolio = measures.portfolio(graph, body)
        actions = [action for own in portfolio.actions.values() for action in own]
        places: dict[str, Filling] = {"actor": _bodies(graph, [body], actions), "states": _states(graph, actions)}
        places |= {"areas": Counted("areas", len(portfolio.areas)), "under": _under(portfolio.objectives)}
        yield Statement("statement.reach", portfolio.total, places, (body,))
    for one, other, shared in measures.co_responsibility(graph).edges(data="objectives"):
        if len(shared) > 1:
            yield Statement("statement.shared", len(shared), {"actors": _names([one, other]), "objectives": _names(shared)}, (one, other))
    for action, found in gaps.joint_actions(graph).items():
        places = {"action": _names([action]), "actors": _bodies(graph, found, [action])}
        yield Statement("statement.jointly", len(found), places, (measures.parent(graph, action), *found))


def _on_follow_ups(graph: nx.MultiDiGraph) -> Iterator[Statement]:
    for key, found in (("newly_named", gaps.new_in_follow_up(graph)), ("not_named", gaps.dropped_in_follow_up(graph))):
        for follow_up, actors in found.items():
            objectives = gaps.answered_objectives(graph, follow_up)
            where = [follow_up] if key == "newly_named" else [a for objective in objectives for a in measures.actions_of(graph, objective)]
            answered = Counted("statement.answered", len(objectives), {"objectives": Alternatives(_names(objectives))})
            places: dict[str, Filling] = {"follow_up": _names([follow_up]), "answered": answered, "actors": _bodies(graph, actors, where)}
            yield Statement(f"statement.{key}", len(actors), places, (follow_up, *objectives, *actors))


def _names(nodes: Iterable[str]) -> list[Name]:
    return [Name(node) for node in nodes]


def _bodies(graph: nx.MultiDiGraph, bodies: Iterable[str], records: list[str]) -> list[Name]:
    """The bodies, each with those parts of it that some of the records name as responsible."""
    actors = dict.fromkeys(actor for record in records for actor in measures.participants(graph, record))
    return [Name(body, tuple(actor for actor in actors if actor != body == measures.body_of(graph, actor))) for body in bodies]


def _under(objectives: list[str]) -> Counted:
    return Counted("statement.under", len(objectives), {"objectives": _names(objectives)})


def _states(graph: nx.MultiDiGraph, actions: list[str]) -> dict[str, int]:
    found = [graph.nodes[action]["state"] for action in actions]
    return {state: found.count(state) for state in found}
