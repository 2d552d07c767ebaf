"""Edits of the tiny project that several tests make."""

import shutil
from pathlib import Path

from support.paths import TINY

MOVE = "moved:\n- {id: %s, to: %s, on: 2026-11-22, reason: {en: A slip., fr: Une coquille.}}"


def change(root: Path, name: str, *pairs: tuple[str, str]) -> Path:
    """Replace words in a file of a project; they must stand there."""
    file = root / name
    text = file.read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    return root


def written_action() -> str:
    """The only action of 2.2.1 as the tiny project has it, with the name of its list."""
    text = (TINY / "data/actions.yaml").read_text("utf-8")
    start = text.index("    actions:\n    - id: 2.2.1-1\n")
    return text[start : text.index("  - id: 2.2.2\n", start)]


def hold_assessments(root: Path) -> Path:
    """Put the assessments of a project where they stood before each had a file of its own: inside their objectives."""
    for folder in sorted((root / "data/assessments").iterdir()):
        held = "    assessments:\n"
        for file in sorted(folder.glob("*.yaml")):
            held += f"    - as_of: {file.stem}\n" + "".join(f"      {line}\n" for line in file.read_text("utf-8").splitlines())
        change(root, "data/actions.yaml", (f"  - id: {folder.name}\n", f"  - id: {folder.name}\n{held}"))
    shutil.rmtree(root / "data/assessments")
    return root
