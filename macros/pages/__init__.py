"""Record -> page."""

from pathlib import Path

TEMPLATES = Path(__file__).parent / "templates"
# What any run can make again from the program alone.
BUILD = Path(__file__).resolve().parent.parent.parent / "build"
