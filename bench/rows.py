"""What is measured, in the order of the table, with its targets. Seconds are those of all processors, where the clock is not named."""

from bench.lighthouse import PAGES
from bench.table import Row

ROWS = {
    "yardstick": Row("fixed work in Python: the machine itself", "s"),
    "check": Row("check of the real data", "s", 1.0),
    "diff": Row("diff with every record changed", "s", 1.0),
    "build": Row("build of both languages", "s"),
    "build_clock": Row("  on the clock, two processors", "s", 12),
    "build_page": Row("  a page", "ms", 18),
    "edit": Row("edit in data/ to whole new site served, on the clock", "s", 4),
    "pictures": Row("pictures, of the English build", "%", 15),
    "graph_page": Row("page of the graph, compressed", "kB", 250),
    "graph_ready": Row("  until it obeys, on the clock", "ms"),
    "search_size": Row("search, loaded at first use, compressed", "kB", 110),
    "search_first": Row("  first result, on the clock, processor four times slower", "ms", 1500),
    "search_hostile": Row("  hostile words, on the clock", "ms", 500),
    "graph": Row("graph and measures, real data", "s"),
    "graph_1000": Row("graph and measures, 1000 objectives x 200 actors", "s", 5),
    "graph_memory": Row("  peak memory", "MiB", 300),
    "large": Row("build of 1000 objectives, one language", "s"),
    "plain": Row("  as many pages of plain Markdown", "s"),
    "ratio": Row("  ratio, median of five pairs", "", 1.0),
    "memory": Row("  peak memory", "MiB", 230),
    "growth_1000": Row("  growth from 250 objectives", "times", 4),
    "growth_2000": Row("  growth to 2000 objectives", "times", 2.1),
    **{f"lighthouse_{name}": Row(f"Lighthouse, speed of {name}", "points", 95, more=True) for name in PAGES},
    "lighthouse_others": Row("Lighthouse, least points beside speed", "points", 100, more=True),
    "shift": Row("largest shift of a layout", "", 0.02),
    "nodes": Row("most nodes on a page but developments", "", 2500),
    "nodes_developments": Row("nodes of developments", "", 5000),
    "first_view": Row("first view of an objective, compressed", "kB", 90),
}
