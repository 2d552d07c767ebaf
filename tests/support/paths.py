"""Where the project and its tiny copy for tests lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TINY = ROOT / "tests" / "tiny"
