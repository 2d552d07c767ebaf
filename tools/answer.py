"""Post the answer to a form on its issue, through gh, the command of GitHub; a later answer takes the place of the one before.

It runs where a token may write issues, so it needs Python alone: nothing that others wrote is installed there.
"""

import json
import os
import sys
from pathlib import Path

from issue import gh

AUTHOR = "github-actions[bot]"


def tell(answer: str, number: int) -> str:
    """Bring the comment on an issue in line with an answer; say what was done. Doing it twice changes nothing more."""
    if not answer.strip():
        return "Nothing to tell."
    mark = answer.partition("\n")[0]
    comments = f"repos/{{owner}}/{{repo}}/issues/{number}/comments"
    listed = [json.loads(line) for line in gh("api", "--paginate", "--jq", ".[] | {id, body, user: .user.login}", comments).splitlines()]
    mine = [one for one in listed if one["user"] == AUTHOR and one["body"].startswith(mark)]
    if not mine:
        gh("api", "--method", "POST", comments, "--input", "-", text=json.dumps({"body": answer}))
        return "Answered."
    if mine[-1]["body"].replace("\r\n", "\n").strip() == answer.strip():
        return "Answered so already."
    gh("api", "--method", "PATCH", f"repos/{{owner}}/{{repo}}/issues/comments/{mine[-1]['id']}", "--input", "-", text=json.dumps({"body": answer}))
    return "Answered anew."


def main() -> int:
    """Tell the answer on the issue of this run's event; 2 when there is none."""
    try:
        event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
        number, answer = int(event["issue"]["number"]), Path(sys.argv[1]).read_text("utf-8")
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        print("usage: answer.py ANSWER, in a run that an issue started", file=sys.stderr)
        return 2
    print(tell(answer, number))
    return 0


if __name__ == "__main__":
    sys.exit(main())
