"""Where the project, its tiny copy for tests, and the copy that follows no change of data/ lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TINY = ROOT / "tests" / "tiny"
FROZEN = ROOT / "tests" / "frozen"
