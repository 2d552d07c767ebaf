"""The order of two layers in which their edges cross least."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

Edges = Iterable[tuple[str, str]]


def crossings(first: Sequence[str], second: Sequence[str], edges: Edges) -> int:
    """How many pairs of edges cross when both layers stand in these orders."""
    left, right = _places(first), _places(second)
    passed: list[int] = []
    found = 0
    for _, ends in _by_left(left, right, edges):
        found += sum(len(passed) - bisect_right(passed, end) for end in ends)
        for end in ends:
            passed.insert(bisect_left(passed, end), end)
    return found


@lru_cache(maxsize=1)
def ordered(first: tuple[str, ...], second: tuple[str, ...], edges: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The first layer in an order with few crossings; the second stays as it is. Kept: pictures of two widths or languages differ in words alone.

    Barycentres give the beginning (Sugiyama, Tagawa, Toda 1981); then each node is moved to its best place
    as long as that saves a crossing (sifting: Matuszewski, Schönfeld, Molitor 1999).
    """
    places = _places(second)
    ends: dict[str, list[int]] = {id: [] for id in first}
    for a, place in sorted(((a, places[b]) for a, b in edges), key=lambda edge: edge[1]):
        ends[a].append(place)
    found = sorted(first, key=lambda id: sum(ends[id]) / len(ends[id]) if ends[id] else 0)
    before = {id: _before(ends[id], len(second)) for id in first}
    # How many edges of two nodes cross when the one stands above the other.
    cost = {(a, b): sum(map(before[b].__getitem__, ends[a])) for a in first for b in first if a != b}
    while any([_sift(found, id, cost) for id in list(found)]):
        pass
    return tuple(found)


def _sift(order: list[str], id: str, cost: dict[tuple[str, str], int]) -> bool:
    """Move a node to its best place; whether that saved a crossing."""
    before = order.index(id)
    others = [other for other in order if other != id]
    # What the node costs in front of all others, then behind one more of them at each step.
    total = sum(cost[id, other] for other in others)
    costs = [total]
    for other in others:
        total += cost[other, id] - cost[id, other]
        costs.append(total)
    best = min(range(len(costs)), key=lambda place: (costs[place], abs(place - before)))
    if costs[best] == costs[before]:
        return False
    others.insert(best, id)
    order[:] = others
    return True


def _before(ends: list[int], length: int) -> list[int]:
    """For each place how many ends stand before it."""
    here = Counter(ends)
    return list(accumulate((here[place] for place in range(length - 1)), initial=0))


def _places(order: Sequence[str]) -> dict[str, int]:
    return {id: place for place, id in enumerate(order)}


def _by_left(left: dict[str, int], right: dict[str, int], edges: Edges) -> list[tuple[int, list[int]]]:
    found: dict[int, list[int]] = {}
    for a, b in edges:
        found.setdefault(left[a], []).append(right[b])
    return sorted((place, sorted(ends)) for place, ends in found.items())
