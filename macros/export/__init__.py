"""Plan -> files that readers download: one function an export, in a table."""

from collections.abc import Callable, Iterable
from pathlib import Path

from macros.export.actions import actions_csv
from macros.export.indicators import each_indicator_csv, indicators_csv
from macros.export.plan import plan_json
from macros.model.plan import Plan
from macros.output import write_text_file


def _of_graph(name: str) -> Callable[[Plan], str]:
    """A file of the graph. NetworkX loads when one is written: who only asks for names does without."""

    def write(plan: Plan) -> str:
        from macros.export.graph import graph_files

        return graph_files(plan)[name]

    return write


# Name -> the text of the file. A name with a star stands for a family: identifier -> text.
EXPORTS: dict[str, Callable[[Plan], str | dict[str, str]]] = {
    "plan.json": plan_json,
    "actions.csv": actions_csv,
    "indicators.csv": indicators_csv,
    "indicators/*.csv": each_indicator_csv,
    **{name: _of_graph(name) for name in ("graph.json", "graph.graphml", "graph.gexf", "graph.dot", "edges.csv")},
}


def offered() -> list[str]:
    """The files that the Data page offers; those of a family are offered where their records are."""
    return [name for name in EXPORTS if "*" not in name]


def exports(plan: Plan) -> dict[str, str]:
    """Name -> text of every file."""
    files: dict[str, str] = {}
    for name, make in EXPORTS.items():
        made = make(plan)
        files |= {name: made} if isinstance(made, str) else {name.replace("*", id): text for id, text in made.items()}
    return files


def write_exports(plan: Plan, folder: Path) -> None:
    """Write every export."""
    write_files(folder, exports(plan), [name for name in EXPORTS if "*" in name])


def write_files(folder: Path, texts: dict[str, str], families: Iterable[str]) -> None:
    """Write every file that differs from what is there, so that a watching server is not woken for nothing."""
    files = {folder / name: text for name, text in texts.items()}
    for file, text in files.items():
        write_text_file(file, text)
    # A family owns what its name matches: a file of a record that is gone would be published for ever.
    for family in families:
        for file in set(folder.glob(family)) - files.keys():
            file.unlink(missing_ok=True)
