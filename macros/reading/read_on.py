"""A text of a file as YAML, also where a line lacks its quotation marks: that is told, and the rest is read as if they stood there."""

import json
import re
from collections.abc import Callable
from typing import Any

from macros.reading.text_file import UnreadableFile
from macros.reading.yaml_tree import read_tree

# A name, and words behind it that stand in no quotation marks.
_BARE = re.compile(r"(?P<name>\s*(?:- )?[a-z_]+:) (?P<said>[^\s\"'\[\]{}].*?)\s*")
MAX_TOLD = 20


def read_on(text: str, tell: Callable[[UnreadableFile], None]) -> tuple[Any, dict[tuple, int]]:
    """A text as mappings, lists and text, with the line of each path; what lacks its quotation marks goes to `tell`. Raises UnreadableFile."""
    for _ in range(MAX_TOLD):
        try:
            return read_tree(text)
        except UnreadableFile as fault:
            rows = text.split("\n")
            found = _BARE.fullmatch(rows[fault.line - 1]) if fault.unquoted else None
            if not found:
                raise
            tell(fault)
            rows[fault.line - 1] = f"{found['name']} {json.dumps(_meant(found['said']), ensure_ascii=False)}"
            text = "\n".join(rows)
    return read_tree(text)


def _meant(said: str) -> str:
    """The whole text; of one word with a comment behind it, the word."""
    word = said.partition(" #")[0].rstrip()
    return said if " " in word else word
