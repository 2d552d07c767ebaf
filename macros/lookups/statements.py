"""Look-ups of statements: what follows from the graph, about everything or about one record."""

from functools import cached_property

from networkx import MultiDiGraph

from macros.graph.build import build
from macros.graph.since import since
from macros.graph.statements import Statement, about, by_kind
from macros.model.plan import Plan


class StatementLookups:
    """The graph of a plan is built when the first statement is asked for."""

    def __init__(self, plan: Plan):
        self.plan = plan

    @cached_property
    def graph(self) -> MultiDiGraph:
        return build(self.plan)

    @cached_property
    def everything(self) -> list[Statement]:
        """Every statement, in the order of the page that lists them."""
        return [statement for found in self.by_kind.values() for statement in found]

    @cached_property
    def by_kind(self) -> dict[str, list[Statement]]:
        """The same by what they are about: `plan`, or a kind of record."""
        return by_kind(self.graph)

    @cached_property
    def since(self) -> dict[str, list[Statement]]:
        """Every statement on who has acted since the report, by what it is about."""
        return since(self.plan, self.graph)

    def about(self, kind: str, id: str) -> list[Statement]:
        """The statements about a record."""
        return about(self.graph, self.everything, kind, id)
