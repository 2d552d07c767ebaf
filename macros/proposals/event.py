"""An event of GitHub that tells of an issue -> the answer to it."""

import json
from pathlib import Path

from macros.messages import tell
from macros.proposals.answer import answer, no_form
from macros.proposals.forms import ASKED

MAX_BYTES = 2_000_000


def answer_event(root: Path, file: Path | None, repository: str) -> str:
    """The answer to the form that an event tells of; empty where it tells of none. SystemExit for what is no event."""
    try:
        if not file or file.stat().st_size > MAX_BYTES:
            raise ValueError
        event = json.loads(file.read_text("utf-8"))
        issue = event["issue"]
        body, day, number = issue["body"] or "", (issue.get("updated_at") or issue["created_at"])[:10], issue["number"]
        if not (isinstance(body, str) and isinstance(day, str) and isinstance(number, int)):
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise SystemExit(tell("new.no_event", file=file)) from None
    # The answer to what was a form before stands until another one takes its place.
    was_form = event.get("action") == "edited" and any(label["name"] in ASKED for label in issue.get("labels") or [])
    return answer(root, repository, body, day, number) or (no_form(root) if was_form else "")
