"""What the graph of a plan costs: seconds of the processor for it, its measures and statements, then for its files; peak memory in MiB."""

import resource
import sys
import time
from pathlib import Path

from macros.export.graph import edges_csv, graph_files
from macros.graph import gaps, measures
from macros.graph.build import build
from macros.graph.statements import statements
from macros.reading.load import load

MEASURES = (
    measures.acting, measures.together, gaps.alone, gaps.unattended, gaps.untold, gaps.joint, gaps.newly_named, gaps.not_named, statements,
)  # fmt: skip


def main() -> None:
    plan = load(Path(sys.argv[1]))
    began = time.process_time()
    graph = build(plan)
    for measure in MEASURES:
        measure(graph)
    for actor in measures.nodes(graph, "actor"):
        measures.reach(graph, actor)
    measured = time.process_time()
    graph_files(plan)
    edges_csv(plan)
    print(measured - began, time.process_time() - measured, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
