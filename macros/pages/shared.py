"""What stands beside a link that somebody shares: a picture, drawn before, and what it shows."""

from pathlib import Path
from typing import NamedTuple

from macros.model.plan import Plan
from macros.model.records import Objective
from macros.wording.labels import Labels

# Where pictures lie in the project; tools/share.py draws them.
PICTURES = "overrides/assets/share"


class Shared(NamedTuple):
    """A picture, below the folder of assets, and what it shows in words."""

    picture: str
    says: str


def picture_name(plan: Plan, objective: Objective, language: str) -> str:
    """The file of a status with its day: one serves every objective that has both."""
    return f"{objective.status}-{plan.status_as_of(objective) or plan.reported_on}.{language}.png"


def shared(root: Path, labels: Labels, macro: str, id: str) -> Shared | None:
    """The picture of an objective; none for other pages, or where none was drawn of its newest status: an older one would be untrue."""
    if macro != "objective":
        return None
    objective = labels.plan.objectives[id]
    name = picture_name(labels.plan, objective, labels.wording.language)
    if not (root / PICTURES / name).is_file():
        return None
    return Shared(f"share/{name}", f"{labels.word('statuses', objective.status)}, {labels.status_as_of(objective)}")
