"""What the graph of a plan costs: seconds of the processor for it, its measures and statements, then for its files; peak memory in MiB."""

import resource
import sys
import time
from pathlib import Path

from macros.export.graph import FORMATS
from macros.graph import gaps, measures
from macros.graph.build import build
from macros.graph.statements import statements
from macros.reading.load import load

MEASURES = (
    measures.bodies_and_objectives, measures.co_responsibility, gaps.sole_body, gaps.objectives_without_body,
    gaps.agentless_actions, gaps.joint_actions, gaps.new_in_follow_up, gaps.dropped_in_follow_up, statements,
)  # fmt: skip


def main() -> None:
    plan = load(Path(sys.argv[1]))
    began = time.process_time()
    graph = build(plan)
    for measure in MEASURES:
        measure(graph)
    for actor in measures.nodes(graph, "actor"):
        measures.portfolio(graph, actor)
    measured = time.process_time()
    for form in FORMATS.values():
        form(graph)
    print(measured - began, time.process_time() - measured, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
