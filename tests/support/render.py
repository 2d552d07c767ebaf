"""What writes the pages of a plan that lies in a folder."""

from pathlib import Path

from macros.evidence.quotations import read_fingerprints
from macros.model.plan import Plan
from macros.pages.render import Renderer
from macros.reading.load import load
from macros.wording.catalogue import Wording
from support.paths import TINY

REPOSITORY = "https://repository.example/tracker"


def renderer(wording: Wording, plan: Plan | None = None, root: Path = TINY, repository: str = REPOSITORY, changed: str | None = None) -> Renderer:
    """A renderer of the plan in a folder, or of one that differs from it, with the fingerprints there."""
    return Renderer(plan or load(root), read_fingerprints(root / "data"), wording, repository, changed)
