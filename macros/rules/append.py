"""The file to add beside a published judgement that stands: all of it, so that nobody has to look up how one is written."""

from collections.abc import Collection
from itertools import count
from typing import Any

import yaml

from macros.messages import tell
from macros.model.kinds import KINDS, kind_of
from macros.model.records import Judgement

# What is still to be written.
OPEN = "…"
ORDER = ("assessed_on", "rubric", "status", "outcome", "confidence", "step_back", "successor", "reason", "missing", "began", "assessor", "rests_on")


def file_to_add(judgement: Judgement, taken: Collection[str], **values: Any) -> str:
    """What to write: the name of a file that is free, and lines like those of a judgement, with other values where they are given."""
    id = next(f"{judgement.of}@{judgement.as_of}.{number}" for number in count(2) if f"{judgement.of}@{judgement.as_of}.{number}" not in taken)
    written = {name: value for name, value in judgement.model_dump(by_alias=True, exclude={"id"}).items() if value not in (None, False, [])}
    written = {"assessed_on": OPEN} | {name: _plain(value) for name, value in written.items() if name not in ("assessed_on", "confirms")} | values
    lines = yaml.safe_dump(
        {name: written[name] for name in ORDER if name in written}, allow_unicode=True, sort_keys=False, width=100_000, default_flow_style=None
    )
    return tell("history.add_file", file=f"data/{KINDS[kind_of(judgement)].file_of(id)}") + "\n" + lines.rstrip("\n")


def _plain(value: Any) -> Any:
    """A value as a file has it: a text in its languages, without what it does not say."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items() if one is not None}
    return "yes" if value is True else value
