"""What an edit costs, in a copy of the project: to tell a reviewer of it, and to see it on a page that is served."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.process import SETTINGS, python
from bench.synthetic import ROOT
from macros.reading import git

# Between two edits somebody looks at the page and writes: so many seconds at least.
PAUSE = 3
# A text in English, as most files of data write it.
ENGLISH = re.compile(r"(?m)^( *(?:- )?en: [^\n{\[\"'|>].*)$")


@contextmanager
def copy() -> Iterator[Path]:
    """A clone of the project with its history, and with what was changed since the last commit."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "project")
        git.read(ROOT, "clone", "-q", "--shared", str(ROOT), str(project))
        for name in filter(None, git.read(ROOT, "ls-files", "-z", "--modified", "--others", "--exclude-standard").decode().split("\0")):
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / name).exists():
                shutil.copy(ROOT / name, project / name)
        yield project


def diff() -> float:
    """Seconds of the processor to tell what changed when every record did."""
    with copy() as project:
        for file in (project / "data").rglob("*.yaml"):
            if not file.is_relative_to(project / "data" / "wording"):
                file.write_text(ENGLISH.sub(r"\1 Changed.", file.read_text("utf-8")), "utf-8")
        python("-m", "macros", "diff", "HEAD", folder=project)  # the clone compiles the program once
        return python("-m", "macros", "diff", "HEAD", folder=project).cpu


def served(times: int) -> list[float]:
    """Seconds from each of some edits of a text until the whole site that shows it is served."""
    with copy() as project, _server(project) as address:
        return [_seen(project, address, number) for number in range(times)]


@contextmanager
def _server(project: Path) -> Iterator[str]:
    """The address at which a project is served, once its first build is there."""
    command = [sys.executable, "tools/serve.py"]
    with subprocess.Popen(
        command, cwd=project, env=SETTINGS, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as process:
        try:
            said = ""
            while process.stdout and (line := process.stdout.readline()) and "Ctrl+C" not in line:
                said += line
            if not (found := re.search(r"http://\S+/", said)):
                sys.exit(f"tools/serve.py failed:\n{said}")
            yield found[0]
        finally:
            os.killpg(process.pid, signal.SIGINT)
            process.communicate()


def _seen(project: Path, address: str, number: int) -> float:
    """Seconds until an edit of the first text of an objective is served."""
    file, says = project / "data" / "actions.yaml", f"Edit number {number}."
    text = re.sub(r"(summary:\n +en: .*?)(?: Edit number \d+\.)?\n", rf"\1 {says}\n", file.read_text("utf-8"), count=1)
    with urllib.request.urlopen(f"{address}__events") as stream:
        build = next(_builds(stream))
        time.sleep(PAUSE)
        began = time.perf_counter()
        file.write_text(text, "utf-8")
        next(newer for newer in _builds(stream) if newer > build)
        took = time.perf_counter() - began
    with urllib.request.urlopen(f"{address}objectives/2.1.1/") as page:
        if says not in page.read().decode():
            sys.exit("tools/serve.py served an old page after its build")
    return took


def _builds(stream) -> Iterator[int]:
    """The number of the newest build, and of each later one; ends the program with what stopped one."""
    for line in stream:
        if line.startswith(b"data: "):
            state = json.loads(line.removeprefix(b"data: "))
            if state["problems"]:
                sys.exit(state["problems"])
            yield state["build"]
