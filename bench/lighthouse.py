"""What Lighthouse says of pages of the built site on a phone: five visits of each, the median of every figure."""

import json
import os
import subprocess
from pathlib import Path
from statistics import median
from typing import Any

from bench.chromium import ARGUMENTS, path
from bench.served import address_of
from bench.synthetic import ROOT

VISITS = 5
PROGRAM = Path(__file__).parent / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = {
    "home": "", "objectives": "objectives/", "objective": "objectives/2.1.1/", "actor": "actors/europol/", "country": "countries/at/",
    "countries": "countries/", "graph": "graph/", "timeline": "timeline/", "developments": "developments/",
}  # fmt: skip
# The categories beside performance: each page is to have all their points.
OTHERS = ("accessibility", "best-practices", "seo")
FIGURES = {"shift": "cumulative-layout-shift", "nodes": "dom-size", "bytes": "total-byte-weight"}


def visit(address: str) -> dict[str, Any]:
    """What one visit found: points of each category, figures, and the titles of what takes points beside speed."""
    flags = " ".join(["--headless=new", *ARGUMENTS])
    command = ["node", str(PROGRAM), address, "--output=json", "--quiet", f"--chrome-flags={flags}"]
    done = subprocess.run(command, env=os.environ | {"CHROME_PATH": path()}, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"Lighthouse failed at {address}:\n{done.stderr[-2000:]}")
    report = json.loads(done.stdout)
    found = {name: report["audits"][audit]["numericValue"] for name, audit in FIGURES.items()}
    found |= {name: round(100 * (category["score"] or 0)) for name, category in report["categories"].items()}
    weighed = (one["id"] for name in OTHERS for one in report["categories"][name]["auditRefs"] if one["weight"])
    return found | {"faults": sorted(id for id in weighed if (score := report["audits"][id]["score"]) is not None and score < 1)}


def page(address: str) -> dict[str, Any]:
    """The medians of a page; of faults, those of the last visit."""
    visits = [visit(address) for _ in range(VISITS)]
    return {name: median(one[name] for one in visits) for name in visits[0] if name != "faults"} | {"faults": visits[-1]["faults"]}


def measure(site: Path = ROOT / "site") -> tuple[dict[str, float], list[str]]:
    """Key of its row -> figure, and a line on each page that lacks points beside speed."""
    with address_of(site) as address:
        pages = {name: page(address + end) for name, end in PAGES.items()}
    figures = {f"lighthouse_{name}": found["performance"] for name, found in pages.items()}
    figures["lighthouse_others"] = min(found[name] for found in pages.values() for name in OTHERS)
    figures["shift"] = max(found["shift"] for found in pages.values())
    figures["nodes"] = max(found["nodes"] for name, found in pages.items() if name != "developments")
    figures["nodes_developments"] = pages["developments"]["nodes"]
    figures["first_view"] = pages["objective"]["bytes"] / 1000
    return figures, [f"Lighthouse, {name}: {', '.join(found['faults'])}" for name, found in pages.items() if found["faults"]]
