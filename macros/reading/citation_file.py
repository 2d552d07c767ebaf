"""How the project asks to be cited: CITATION.cff."""

from dataclasses import dataclass
from pathlib import Path

from macros.reading.text_file import read_text
from macros.reading.yaml_tree import read_tree


@dataclass(frozen=True)
class Cited:
    """Who made the site, its version, and the SPDX name of its licence."""

    author: str
    version: str
    licence: str


def read_cited(root: Path) -> Cited | None:
    """What the file of a project folder says; None where there is none."""
    if not (root / "CITATION.cff").is_file():
        return None
    said = read_tree(read_text(root / "CITATION.cff"))[0]
    return Cited(said["authors"][0]["name"], said["version"], said["license"])
