"""Who has acted since the report: measures of what came after it, and the statements that follow.

A part counts as in measures.py: only the responsible ones, a body once with all its parts, a group as one. What is dated before the end of
the day of the report is left out. That nobody is found never means that nobody acted.
"""

from collections.abc import Iterable, Iterator, Mapping

import networkx as nx

from macros.graph import measures
from macros.graph.statements import Filling, Name, Statement
from macros.model.kinds import parse_id, typed_id
from macros.model.plan import Plan
from macros.model.records import Development


def later(plan: Plan) -> list[Development]:
    """The acts and events that happened after the day of the report, in the order of the files."""
    return [one for one in plan.developments.values() if one.date.first > plan.reported_on]


def acts_by_body(plan: Plan, graph: nx.MultiDiGraph) -> dict[str, list[Development]]:
    """Body -> the later acts and events for which it, or a part of it, is responsible; in the order of the data files."""
    found: dict[str, list[Development]] = {}
    for one in later(plan):
        responsible = (typed_id("actors", part.actor) for part in one.actors if part.role == "responsible")
        for body in dict.fromkeys(measures.body_of(graph, actor) for actor in responsible):
            found.setdefault(body, []).append(one)
    return {body: found[body] for body in measures.nodes(graph, "actor") if body in found}


def acted_on(acted: Mapping[str, list[Development]], graph: nx.MultiDiGraph, follow_up: str) -> list[str]:
    """The bodies that are to act in a follow-up and are responsible for something later that bears on it, itself or in one of its clauses.

    `acted` says for what each body is responsible.
    """
    id = parse_id(follow_up).id
    return [body for body in measures.bodies(graph, follow_up) if any(_bears_on(one, id) for one in acted.get(body, []))]


def _bears_on(development: Development, id: str) -> bool:
    return any(bearing.to == id for bears_on in (development.bears_on, *(one.bears_on for one in development.provisions)) for bearing in bears_on)


def since(plan: Plan, graph: nx.MultiDiGraph) -> dict[str, list[Statement]]:
    """Every statement on who has acted since, by what it is about: the whole plan, follow-ups, actors that were replaced; only those of which
    there is one.
    """
    acted = acts_by_body(plan, graph)
    made = {"plan": _on_the_plan(plan, graph, acted), "follow_ups": _on_follow_ups(graph, acted), "actors": _on_successors(plan)}
    return {kind: found for kind, statements in made.items() if (found := list(statements))}


def _on_the_plan(plan: Plan, graph: nx.MultiDiGraph, acted: Mapping[str, list[Development]]) -> Iterator[Statement]:
    before, total = measures.responsible_bodies(graph), len(later(plan))
    if still := [body for body in acted if body in before]:
        yield Statement("statement.since_still", len(still), {"total": len(before), "actors": _names(still)})
    if new := [body for body in acted if body not in before]:
        yield Statement("statement.since_new", len(new), {"actors": _names(new)})
    most = max(map(len, acted.values()), default=0)
    for body in (body for body in acted if len(acted[body]) == most > 1):
        yield Statement("statement.since_most", most, {"total": total, "actor": _names([body])}, (body,))


def _on_follow_ups(graph: nx.MultiDiGraph, acted: Mapping[str, list[Development]]) -> Iterator[Statement]:
    for follow_up in measures.nodes(graph, "follow-up"):
        if found := acted_on(acted, graph, follow_up):
            places: dict[str, Filling] = {"follow_up": _names([follow_up]), "actors": _names(found)}
            yield Statement("statement.since_named", len(found), places, (follow_up, *found))


def _on_successors(plan: Plan) -> Iterator[Statement]:
    for actor in plan.actors.values():
        if actor.succeeded_by:
            ends = [typed_id("actors", id) for id in (actor.id, actor.succeeded_by)]
            yield Statement("statement.since_replaced", 1, {"actor": _names(ends[:1]), "successor": _names(ends[1:])}, tuple(ends))


def _names(nodes: Iterable[str]) -> list[Name]:
    return [Name(node) for node in nodes]
