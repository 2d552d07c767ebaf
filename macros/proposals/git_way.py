"""The commands with which a new record becomes a pull request."""

from macros.messages import tell
from macros.proposals.proposal import Proposal


def way_of(kind: str, proposal: Proposal) -> list[str]:
    """Line by line: a branch, what changed, a commit that begins with the record's id, as CONTRIBUTING.md asks, and the way to GitHub."""
    about, branch = proposal.id.partition("@")[0], proposal.id.replace("@", "-")
    return [
        tell("new.propose"),
        f"  git switch -c {branch}",
        f"  git add {proposal.file}",
        f'  git commit -m "{about}: {tell(f"new.commit_{kind}")}"',
        "  git push -u origin HEAD",
        tell("new.pull_request"),
    ]
