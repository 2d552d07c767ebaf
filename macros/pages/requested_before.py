"""Which texts of data/wording/ the pages ask for, as an earlier run found them: reading templates and program costs more than the rest of a check."""

import hashlib
import json
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path

from macros.output import write_text_file
from macros.pages import BUILD, TEMPLATES
from macros.rules.facts import RequestedText

PROGRAM = Path(__file__).resolve().parent.parent


def requested_texts() -> tuple[RequestedText, ...]:
    """Every key that templates and program ask for: read again when one of them has changed."""
    sources = sorted([*PROGRAM.rglob("*.py"), *TEMPLATES.glob("*.j2")])
    state = hashlib.sha256(b"\0".join(part for file in sources for part in (bytes(file.relative_to(PROGRAM)), file.read_bytes()))).hexdigest()
    file = BUILD / "requested.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(file.read_text("utf-8"))
        if kept["state"] == state:
            return tuple(RequestedText(*one) for one in kept["texts"])
    from macros.pages.requested import read_requested  # with all pictures and NetworkX

    found = read_requested()
    # A disk that is full, or may not be written, costs time and nothing else.
    with suppress(OSError):
        write_text_file(file, json.dumps({"state": state, "texts": [astuple(one) for one in found]}))
    return found
