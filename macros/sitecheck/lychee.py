"""Runs lychee, a checker of links, and reads what it found."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any


def lychee(*words: str, folder: Path | None = None) -> dict[str, Any]:
    """What lychee, started in a folder, reports on its inputs, as it writes it in JSON. Exits where it is missing or cannot work."""
    beside = Path(sys.executable).with_name("lychee")
    program = str(beside) if beside.exists() else shutil.which("lychee")
    if not program:
        sys.exit("lychee is missing: `make links` installs it in .venv")
    command = [program, "--no-progress", "--mode", "plain", "--format", "json", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", errors="replace")
    try:
        return json.loads(done.stdout)
    except ValueError:
        sys.exit(f"lychee could not check: {done.stderr.strip()[-2000:]}")
