"""Keep one issue on outside links: open, update or close it through gh, the command of GitHub.

It runs where a token may write issues, so it needs Python alone: nothing that others wrote is installed there.
"""

import json
import subprocess
import sys
from pathlib import Path

LABEL = "links"
TITLE = "Outside links that do not answer"
MAX_RECORDS = 80  # records named: GitHub takes 65,536 characters
BODY = """The scheduled check of outside links found this. `data/links.yaml` says how such a link is recorded.

```
{problems}
```
{proposals}
The check updates this issue, and closes it when nothing is left to do.
"""
PROPOSALS = """
If a link is lost for good, or may be tolerated for a time, add its record to `data/links.yaml` and correct the reason:

```yaml
{records}
```
"""


def tell(report: dict) -> str:
    """Bring the issue in line with a report of the check; say what was done. Doing it twice changes nothing more."""
    listed = gh("issue", "list", "--state", "open", "--label", LABEL, "--limit", "100", "--json", "number,title,body")
    issues = sorted((issue for issue in json.loads(listed) if issue["title"] == TITLE), key=lambda issue: issue["number"])
    if not report["problems"]:
        for issue in issues:
            gh("issue", "close", str(issue["number"]), "--comment", "Every outside link answers, and every record of `data/links.yaml` is needed.")
        return "Closed the issue." if issues else "Nothing to tell."
    text = body(report)
    if not issues:
        gh("label", "create", LABEL, "--description", "Outside links that do not answer", "--color", "b45309", "--force")
        gh("issue", "create", "--title", TITLE, "--label", LABEL, "--body-file", "-", text=text)
        return "Opened an issue."
    first = issues[0]
    if _same(first["body"], text):
        return f"Issue {first['number']} says so already."
    gh("issue", "edit", str(first["number"]), "--body-file", "-", text=text)
    return f"Updated issue {first['number']}."


def body(report: dict) -> str:
    """The report in Markdown. It depends on what is broken alone, so that the same state gives the same text."""
    problems, proposals = report["problems"], report["proposals"]
    more = [f"… and {len(problems) - MAX_RECORDS} more: the run of the check names them."] if len(problems) > MAX_RECORDS else []
    records = PROPOSALS.format(records="\n".join(proposals[:MAX_RECORDS])) if proposals else ""
    return BODY.format(problems="\n".join([*problems[:MAX_RECORDS], *more]), proposals=records)


def _same(one: str, other: str) -> bool:
    return one.replace("\r\n", "\n").strip() == other.strip()


def gh(*words: str, text: str = "") -> str:
    """What a command of gh prints. Exits where it is missing or refuses."""
    try:
        done = subprocess.run(["gh", *words], input=text, capture_output=True, encoding="utf-8")
    except FileNotFoundError:
        sys.exit("gh is missing: it is the command line of GitHub, https://cli.github.com")
    if done.returncode:
        sys.exit(f"gh {' '.join(words[:2])} failed: {done.stderr.strip()}")
    return done.stdout


def main() -> int:
    """Tell what the report says; 2 when there is none."""
    if len(sys.argv) != 2:
        print("usage: issue.py REPORT", file=sys.stderr)
        return 2
    try:
        report = json.loads(Path(sys.argv[1]).read_text("utf-8"))
        report["problems"], report["proposals"]
    except (OSError, ValueError, KeyError, TypeError):
        print(f"{sys.argv[1]} is no report: write one with  python -m macros external site --report FILE", file=sys.stderr)
        return 2
    print(tell(report))
    return 0


if __name__ == "__main__":
    sys.exit(main())
