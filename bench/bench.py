"""Measure what the program costs, part by part, and show it beside what was recorded last.

`python -m bench.bench [--record] [PART ...]`; without a part all of them run, some minutes long.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench import edits, lighthouse
from bench.plain import write_plain
from bench.process import Cost, python
from bench.rows import ROWS
from bench.synthetic import ROOT, write_project
from bench.table import read, table, write

TIMES = 5
Figures = dict[str, float]
FIXED_WORK = "print(sum(number * number % 7 for number in range(4_000_000)))"


def check() -> Figures:
    """The check, and the machine itself."""
    pairs = [(python("-c", FIXED_WORK, folder=ROOT).cpu, python("-m", "macros", "check", folder=ROOT).cpu) for _ in range(TIMES)]
    return {"yardstick": median(fixed for fixed, _ in pairs), "check": median(ours for _, ours in pairs)}


def edit() -> Figures:
    """What follows an edit: the account of it, and its page."""
    return {"diff": median(edits.diff() for _ in range(TIMES)), "edit": median(edits.served(TIMES))}


def build() -> Figures:
    """The real site."""
    costs = [python("tools/build.py", folder=ROOT) for _ in range(TIMES)]
    cpu, pages = median(one.cpu for one in costs), sum(1 for _ in (ROOT / "site").rglob("*.html"))
    return {"build": cpu, "build_clock": median(one.wall for one in costs), "build_page": 1000 * cpu / pages}


def pictures() -> Figures:
    """Pictures, and the page of the graph in a browser."""
    drawn, loaded, ready = _figures("bench.pictures")
    whole = median(_built(ROOT).cpu for _ in range(3))
    return {"pictures": 100 * drawn / whole, "graph_page": loaded / 1000, "graph_ready": ready}


def search() -> Figures:
    """The first use of the search in a browser."""
    loaded, first, hostile = _figures("bench.search")
    return {"search_size": loaded / 1000, "search_first": first, "search_hostile": hostile}


def large() -> Figures:
    """A plan of 1000 objectives, beside the same number of pages of plain Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        projects = {number: Path(folder, str(number)) for number in (250, 1000, 2000)}
        for number, project in projects.items():
            write_project(project, number)
        write_plain(plain := Path(folder, "plain"))
        measured, _, _ = _figures("bench.graph", str(ROOT))
        graph, _, graph_memory = _figures("bench.graph", str(projects[1000]))
        pairs = [(_edited(projects[1000], turn), _built(plain)) for turn in range(TIMES)]
        few, many = (median(_edited(projects[number], turn).cpu for turn in range(3)) for number in (250, 2000))
    ours = median(one.cpu for one, _ in pairs)
    return {
        "graph": measured, "graph_1000": graph, "graph_memory": graph_memory,
        "large": ours, "plain": median(one.cpu for _, one in pairs), "ratio": median(one.cpu / other.cpu for one, other in pairs),
        "memory": max(one.peak for one, _ in pairs), "growth_1000": ours / few, "growth_2000": many / ours,
    }  # fmt: skip


def readers() -> Figures:
    """Pages of the real site as Lighthouse sees them."""
    figures, faults = lighthouse.measure()
    print(*faults, sep="\n")
    return figures


PARTS: dict[str, Callable[[], Figures]] = {one.__name__: one for one in (check, edit, build, pictures, search, large, readers)}


def _built(folder: Path) -> Cost:
    """The build of the site of a folder in English, in a folder of its own: another one may run beside it."""
    with tempfile.TemporaryDirectory() as site:
        return python("-m", "mkdocs", "build", "-d", site, folder=folder)


def _edited(project: Path, turn: int) -> Cost:
    """The same after an edit of a record: what an earlier build left does not stand in for it."""
    file = project / "data" / "actions.yaml"
    file.write_text(re.sub(r"for aim 0\b[^.]*\.", f"for aim 0, edited {turn} times.", file.read_text("utf-8"), count=1), "utf-8")
    return _built(project)


def _figures(module: str, *words: str) -> list[float]:
    """What a module of ours prints last."""
    return [float(word) for word in python("-m", module, *words, folder=ROOT).said.split("\n")[-2].split()]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.bench")
    parser.add_argument("--record", action="store_true", help="write the figures to bench/recorded.yaml")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"what is measured: {', '.join(PARTS)} (default: all)")
    options = parser.parse_args()
    if unknown := [name for name in options.parts if name not in PARTS]:
        sys.exit(f"{', '.join(unknown)}: no part; there are {', '.join(PARTS)}")
    figures: Figures = {}
    for name in options.parts or PARTS:
        figures |= PARTS[name]()
    print(table(figures, ROWS, read()))
    if options.record:
        write(figures, ROWS)


if __name__ == "__main__":
    main()
