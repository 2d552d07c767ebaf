"""A command as a whole process, with those that it starts: what it costs."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

# As the build sets it: the theme's note is known, and packed files say no day. Modules are kept compiled, as for anybody.
SETTINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
SETTINGS |= {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}


@dataclass(frozen=True)
class Cost:
    """Seconds of all processors (user and system), seconds on the clock, and MiB of the largest process at its peak. `said` is what it printed."""

    cpu: float
    wall: float
    peak: float
    said: str


def run(command: list[str], folder: Path) -> Cost:
    """What a command costs in a folder. Exits with what it said when it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=SETTINGS, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = (process.stdout.read() if process.stdout else b"").decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed:\n{said[-3000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - began, usage.ru_maxrss / 1024, said)


def python(*words: str, folder: Path) -> Cost:
    """What a call of Python costs in a folder."""
    return run([sys.executable, *words], folder)
