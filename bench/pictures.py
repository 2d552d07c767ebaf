"""What the pictures cost: seconds of the processor to draw all of one language; bytes (gzip) of the graph's page, and milliseconds until it obeys."""

import gzip
import time
from pathlib import Path
from statistics import median

from bench.served import served
from macros.drawing.charts.drawing import DESK_PX, PHONE_PX
from macros.model import addresses as links
from macros.pages.picture_files import picture_files
from macros.pages.render import Renderer
from macros.project import open_site

ROOT = Path(__file__).resolve().parent.parent


def draw(renderer: Renderer) -> float:
    """Draw every picture once, as the pages of a language do."""
    began = time.process_time()
    pictures, lookups, plan = renderer.pictures, renderer.lookups, renderer.plan

    def url(kind: str, id: str) -> str:
        return links.href("graph/", links.address(plan, kind, id))

    for width in (DESK_PX, PHONE_PX):
        pictures.network.picture(url, width)
    picture_files(plan, [renderer.wording], ROOT, None, "")
    for year in pictures.years.years:
        for row in year.rows:
            pictures.years.lane(row)
    for indicator in plan.indicators.values():
        pictures.map.picture(indicator, url)
    for id, objective in plan.objectives.items():
        pictures.neighbours.objective(id, url)
        pictures.bar(id, lookups.objectives.count_states([objective]), PHONE_PX)
    for id in plan.actors:
        pictures.neighbours.actor(id, url)
        pictures.bar(id, lookups.actions.count_states(action for action, _ in lookups.actors.actions_of(id)), PHONE_PX)
    return time.process_time() - began


def visit(site: Path) -> tuple[int, float]:
    """Bytes that the page of the graph loads, compressed, and the median of five visits until its scripts have run."""
    times, loaded = [], []
    with served(site) as (browser, address):
        for _ in range(5):
            page = browser.new_page()
            page.goto(f"{address}graph/", wait_until="load")
            times.append(page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
            loaded = page.evaluate("performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname)")
            page.close()
    files = [site / "graph/index.html", *(site / name.lstrip("/") for name in loaded)]
    return sum(len(gzip.compress(file.read_bytes())) for file in files if file.is_file()), median(times)


def main() -> None:
    print(draw(open_site(ROOT, "en", "").renderer), *visit(ROOT / "site"))


if __name__ == "__main__":
    main()
