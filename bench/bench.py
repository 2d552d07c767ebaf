"""Measure what the program costs: the check, the build of both languages, the graph, a plan of 1000 objectives."""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.synthetic import ROOT, write_project
from macros.model import addresses as links
from macros.project import open_site

PAIRS = 5
QUIET = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


def run(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds and peak memory in MiB of a command. Exits with what it said when it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=QUIET, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = process.stdout.read() if process.stdout else b""
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed:\n{said.decode()[-3000:]}")
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def build(folder: Path) -> tuple[float, float]:
    """Seconds and memory of a build of the English site, in a folder of its own: another one may run beside it."""
    with tempfile.TemporaryDirectory() as site:
        return run([sys.executable, "-m", "mkdocs", "build", "-d", site], folder)


def graph(folder: Path) -> str:
    """What the graph of the plan in a folder costs, in words."""
    command = [sys.executable, "-m", "bench.graph", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=QUIET | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True)
    measured, written, memory = map(float, done.stdout.split())
    return f"{measured:6.2f} s   (its files {written:.2f} s, {memory:.0f} MiB in all)"


def pictures() -> str:
    """What the pictures cost on the real data, in words: their share of the English build, and the page of the graph."""
    done = subprocess.run([sys.executable, "-m", "bench.pictures"], cwd=ROOT, env=QUIET, capture_output=True, text=True, check=True)
    drawn, loaded, ready = map(float, done.stdout.split())
    whole, _ = build(ROOT)
    page = f"page of the graph                 {loaded / 1000:6.1f} kB  (target 250 kB; obeys after {ready:.0f} ms)"
    return f"{100 * drawn / whole:6.1f} %   (target 15 %; {drawn:.2f} s of {whole:.2f} s)\n{page}"


def search() -> str:
    """What the first use of the search costs on the real data, in words."""
    done = subprocess.run([sys.executable, "-m", "bench.search"], cwd=ROOT, env=QUIET, capture_output=True, text=True, check=True)
    loaded, first, hostile = map(float, done.stdout.split())
    return f"{loaded / 1000:6.1f} kB  (target 110 kB; first result after {first:.0f} ms, target 1500; hostile words {hostile:.0f} ms, target 500)"


def write_plain_twin(project: Path, twin: Path) -> int:
    """Write the same pages as plain Markdown, without macros; return their number."""
    site = open_site(project, "en", "https://repository.example/tracker")
    site.write_stubs()
    pages = list(links.pages(site.plan))
    for page in pages:
        file = twin / "docs" / "en" / page.stub
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(site.renderer.page(page.macro, page.argument, page.address), "utf-8")
    for file in (project / "docs" / "en").rglob("*.md"):
        copy = twin / "docs" / "en" / file.relative_to(project / "docs" / "en")
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    config = (project / "mkdocs.yml").read_text("utf-8")
    (twin / "mkdocs.yml").write_text(re.sub(r"  macros:\n(    .*\n)+", "", config), "utf-8")
    (twin / "overrides").symlink_to(project / "overrides")
    for name in ("data", "macros"):
        (twin / name).mkdir()
    return len(pages)


def main() -> None:
    checks = [run([sys.executable, "-m", "macros", "check"], ROOT)[0] for _ in range(PAIRS)]
    print(f"check of the real data            {median(checks):6.2f} s   (target 1 s)")
    builds = [run([sys.executable, "tools/build.py"], ROOT)[0] for _ in range(3)]
    print(f"build of both languages           {median(builds):6.2f} s   (target 12 s on 2 cores)")
    print(f"share of pictures in the build    {pictures()}")
    print(f"first use of the search           {search()}")
    with tempfile.TemporaryDirectory() as folder:
        small, large, twin = (Path(folder, name) for name in ("small", "large", "twin"))
        write_project(small, 250)
        write_project(large, 1000)
        count = write_plain_twin(large, twin)
        print(f"graph and measures, real data     {graph(ROOT)}")
        print(f"graph and measures, 1000 x 200    {graph(large)}   (target 5 s, 300 MiB)")
        few, _ = build(small)
        pairs = [(build(large), build(twin)) for _ in range(PAIRS)]
    seconds = median(ours[0] for ours, _ in pairs)
    print(f"1000 objectives, {count} pages       {seconds:6.2f} s")
    print(f"  peak memory                     {max(ours[1] for ours, _ in pairs):6.0f} MiB (target 300 MiB)")
    print(f"  same pages as plain Markdown    {median(plain[0] for _, plain in pairs):6.2f} s")
    print(f"  ratio, median of {PAIRS} pairs        {median(ours[0] / plain[0] for ours, plain in pairs):6.2f}     (target 1.25)")
    print(f"  growth from 250 objectives      {seconds / few:6.2f}     ({few:.2f} s for 250; proportional is 4)")


if __name__ == "__main__":
    main()
