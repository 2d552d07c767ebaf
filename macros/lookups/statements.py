"""Look-ups of statements: what follows from the graph, about everything or about one record."""

from functools import cached_property

from networkx import MultiDiGraph

from macros.graph.build import build
from macros.graph.measures import body_of
from macros.graph.since import since
from macros.graph.statements import Statement, by_kind
from macros.lookups.index import index
from macros.model.kinds import typed_id
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
        """The statements that belong on the page of a record; what is said of a body belongs on the pages of its parts too."""
        node = typed_id(kind, id)
        return self._about.get(body_of(self.graph, node) if kind == "actors" else node, [])

    @cached_property
    def _about(self) -> dict[str, list[Statement]]:
        return index((node, statement) for statement in self.everything for node in dict.fromkeys(statement.about))
