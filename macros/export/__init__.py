"""Plan -> files that readers download: one function an export, in tables."""

from collections.abc import Callable, Iterable, Mapping
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
        from macros.export.graph import graph_files

        return graph_files(plan)[name]

    return write


def _edges(plan: Plan) -> Table:
    from macros.export.graph import edges_table

    return edges_table(plan)


# Name -> the table. Each is a CSV file, a workbook, and a workbook to read in each language. A star stands for a family: identifier -> table.
TABLES: dict[str, Callable[[Plan], Table | dict[str, Table]]] = {
    "actions": actions_table,
    "developments": developments_table,
    "indicators": indicators_table,
    "indicators/*": each_indicator_table,
    "edges": _edges,
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
    texts = {name: make(plan) for name, make in EXPORTS.items()}
    return texts | {f"{name}.csv": csv_text(table) for name, (table, _) in _tables(plan).items()}


def workbooks(plan: Plan, wordings: Iterable[Wording]) -> dict[str, bytes]:
    """Name -> every workbook."""
    return {name: workbook(*sheet) for name, sheet in _sheets(plan, wordings).items()}


def _sheets(plan: Plan, wordings: Iterable[Wording]) -> dict[str, tuple[Table, str]]:
    """Name of each workbook -> its table and what its sheet is called: each table whole, and to read in the languages of some wordings."""
    tables = _tables(plan)
    sheets = {f"{name}.xlsx": (table, "data") for name, (table, _) in tables.items()}
    for wording in wordings:
        labels, called = Labels(plan, wording), wording.say("column.sheet")
        short = {f"{name}.{wording.language}.xlsx": short_table(table, columns, labels) for name, (table, columns) in tables.items()}
        sheets |= {name: (table, called) for name, table in short.items()}
    return sheets


def _tables(plan: Plan) -> dict[str, tuple[Table, list[Column]]]:
    """Name -> each table, and its columns to read."""
    found: dict[str, tuple[Table, list[Column]]] = {}
    for name, make in TABLES.items():
        made = make(plan)
        each = {name: made} if isinstance(made, Table) else {name.replace("*", id): table for id, table in made.items()}
        found |= {own: (table, SHORT[name.removesuffix("/*")]) for own, table in each.items()}
    return found


def write_exports(plan: Plan, wordings: Iterable[Wording], folder: Path) -> None:
    """Write every export."""
    families = [f"{name}.{ending}" for name in TABLES if "*" in name for ending in ("csv", "xlsx")]
    books = {name: earlier(folder / name, *sheet) or workbook(*sheet) for name, sheet in _sheets(plan, wordings).items()}
    write_files(folder, {**exports(plan), **books}, families)


def write_files(folder: Path, contents: Mapping[str, str | bytes], families: Iterable[str]) -> None:
    """Write every file that differs from what is there, so that a watching server is not woken for nothing."""
    files = {folder / name: content.encode() if isinstance(content, str) else content for name, content in contents.items()}
    for file, content in files.items():
        write_file(file, content)
    # A family owns what its name matches: a file of a record that is gone would be published for ever.
    for family in families:
        for file in set(folder.glob(family)) - files.keys():
            file.unlink(missing_ok=True)
