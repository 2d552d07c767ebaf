"""make, as a person starts it: without the settings of the make that runs the tests."""

import os
import shutil
import subprocess
from pathlib import Path

OURS = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEFILES", "MAKEOVERRIDES", "GNUMAKEFLAGS")


def make(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What became of one call of make in a folder."""
    inherited = {name: value for name, value in os.environ.items() if name not in OURS}
    program = shutil.which("make")
    assert program
    return subprocess.run([program, *words], cwd=folder, env=inherited | environment, capture_output=True, text=True)
