"""Plan -> files that readers download: one function an export, in tables."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from macros.export.actions import actions_table
from macros.export.developments import developments_table
from macros.export.indicators import each_indicator_table, indicators_table
from macros.export.plan import plan_json
from macros.export.short import SHORT, Column, short_table
from macros.export.table import Table, csv_text
from macros.export.workbook import earlier, workbook
from macros.model.plan import Plan
from macros.output import write_file
from macros.wording.catalogue import Wording
from macros.wording.labels import Labels


def _of_graph(name: str) -> Callable[[Plan], str]:
    """A file of the graph. NetworkX loads when one is written: who only asks for names does without."""

    def write(plan: Plan) -> str:
        from macros.export.graph import graph_file

        return graph_file(plan, name)

    return write


def _edges(plan: Plan) -> Table:
    from macros.export.graph import edges_table

    return edges_table(plan)


# Name -> the table, and its columns to read. Each is a CSV file, a workbook, and a workbook to read in each language. A star stands for a
# family: identifier -> table.
TABLES: dict[str, tuple[Callable[[Plan], Table | dict[str, Table]], list[Column]]] = {
    "actions": (actions_table, SHORT["actions"]),
    "developments": (developments_table, SHORT["developments"]),
    "indicators": (indicators_table, SHORT["indicators"]),
    "indicators/*": (each_indicator_table, SHORT["indicators"]),
    "edges": (_edges, SHORT["edges"]),
}
# Name -> the text of a file that is no table.
EXPORTS: dict[str, Callable[[Plan], str]] = {
    "plan.json": plan_json,
    **{name: _of_graph(name) for name in ("graph.json", "graph.graphml", "graph.gexf", "graph.dot")},
}
# Picture -> the name of its file in each language; they are drawn where pages are written.
PICTURES = {"graph": "graph.{language}.svg"}
FORMS = ("{table}.{language}.xlsx", "{table}.xlsx", "{table}.csv")


def offered(language: str) -> dict[str, str]:
    """Key of its label -> each file that the Data page of a language offers; those of a family are offered where their records are."""
    forms = [*EXPORTS, *PICTURES.values(), *(form.replace("{table}", name) for name in TABLES if "*" not in name for form in FORMS)]
    return {form.format(language="short").replace(".", "_"): form.format(language=language) for form in forms}


def exports(plan: Plan) -> dict[str, str]:
    """Name -> text of every file that is no workbook."""
    return dict(_texts(plan)) | {f"{name}.csv": csv_text(table) for name, table, _ in _tables(plan)}


def workbooks(plan: Plan, wordings: Iterable[Wording]) -> dict[str, bytes]:
    """Name -> every workbook."""
    every = [Labels(plan, wording) for wording in wordings]
    return {name: workbook(*sheet) for own in _tables(plan) for name, sheet in _sheets(*own, every)}


def write_exports(plan: Plan, wordings: Iterable[Wording], folder: Path) -> None:
    """Write every export, one after the other: together they are larger than all that they are made of."""
    families = [f"{name}.{ending}" for name in TABLES if "*" in name for ending in ("csv", "xlsx")]
    every = [Labels(plan, wording) for wording in wordings]
    write_files(folder, chain(_texts(plan), _table_files(plan, every, folder)), families)


def write_files(folder: Path, contents: Iterable[tuple[str, str | bytes]], families: Iterable[str]) -> None:
    """Write every file that differs from what is there, so that a watching server is not woken for nothing."""
    written = set()
    for name, content in contents:
        write_file(file := folder / name, content.encode() if isinstance(content, str) else content)
        written.add(file)
    # A family owns what its name matches: a file of a record that is gone would be published for ever.
    for family in families:
        for file in set(folder.glob(family)) - written:
            file.unlink(missing_ok=True)


def _texts(plan: Plan) -> Iterator[tuple[str, str]]:
    return ((name, make(plan)) for name, make in EXPORTS.items())


def _table_files(plan: Plan, every: list[Labels], folder: Path) -> Iterator[tuple[str, str | bytes]]:
    """Each file of each table; a workbook that a folder has of the same table is taken from there."""
    for name, table, columns in _tables(plan):
        yield f"{name}.csv", csv_text(table)
        for file, sheet in _sheets(name, table, columns, every):
            yield file, earlier(folder / file, *sheet) or workbook(*sheet)


def _tables(plan: Plan) -> Iterator[tuple[str, Table, list[Column]]]:
    """Each table: its name, itself, and its columns to read."""
    for name, (make, columns) in TABLES.items():
        made = make(plan)
        each = {name: made} if isinstance(made, Table) else {name.replace("*", id): table for id, table in made.items()}
        yield from ((own, table, columns) for own, table in each.items())


def _sheets(name: str, table: Table, columns: list[Column], every: list[Labels]) -> Iterator[tuple[str, tuple[Table, str]]]:
    """The workbooks of a table: the name of each, its table and what its sheet is called: whole, and to read in each language."""
    yield f"{name}.xlsx", (table, "data")
    for labels in every:
        yield f"{name}.{labels.wording.language}.xlsx", (short_table(table, columns, labels), labels.wording.say("column.sheet"))
