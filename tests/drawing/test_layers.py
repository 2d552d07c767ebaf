"""Crossings, counted and saved."""

from itertools import combinations, permutations
from random import Random

import pytest

from macros.drawing.charts.layers import crossings, ordered


def counted(first, second, edges):
    """Crossings by the definition: two edges whose ends stand in opposite orders."""
    return sum((first.index(a) - first.index(c)) * (second.index(b) - second.index(d)) < 0 for (a, b), (c, d) in combinations(edges, 2))


def drawn(seed, lefts=7, rights=6, number=14):
    """Two layers and edges between them, by chance but always the same."""
    random = Random(seed)
    first, second = tuple(f"a{n}" for n in range(lefts)), tuple(f"b{n}" for n in range(rights))
    return first, second, tuple(random.sample([(a, b) for a in first for b in second], number))


@pytest.mark.parametrize("seed", range(30))
def test_crossings_are_those_of_the_definition(seed):
    layers = drawn(seed)
    assert crossings(*layers) == counted(*layers)


def test_edges_that_share_an_end_do_not_cross():
    assert crossings("ab", "x", [("a", "x"), ("b", "x")]) == 0
    assert crossings("ab", "xy", [("a", "y"), ("b", "x")]) == 1


@pytest.mark.parametrize("seed", range(30))
def test_the_order_keeps_every_node_and_never_costs_crossings(seed):
    first, second, edges = drawn(seed, 12, 9, 40)
    found = ordered(first, second, edges)
    assert sorted(found) == sorted(first)
    assert crossings(found, second, edges) <= crossings(first, second, edges)


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_a_small_picture_is_near_the_best(seed):
    first, second, edges = drawn(seed, 6, 6, 12)
    best = min(crossings(list(order), second, edges) for order in permutations(first))
    assert crossings(ordered(first, second, edges), second, edges) <= best + 1


@pytest.mark.parametrize(("first", "edges"), [((), ()), (("a",), ()), (("a",), (("a", "x"),)), (("a", "b"), ())])
def test_small_layers_have_an_order(first, edges):
    assert tuple(sorted(ordered(first, ("x",), edges))) == first
