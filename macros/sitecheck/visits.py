"""Visits outside addresses politely, and says of each whether it answers."""

import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from macros.output import write_text_file
from macros.sitecheck.lychee import lychee

# Answers of servers that turn programs away, challenge bots (202, 405) or are busy: they say nothing of the page.
UNDECIDED = (202, 401, 403, 405, 407, 429, 451, 503, 999)
PERMANENT_REDIRECTS = (301, 308)


@dataclass(frozen=True)
class Answer:
    """What became of a visit: the server's answer in words, its code (0 where none came), whether the page is there, and where it moved for good."""

    text: str
    code: int = 0
    good: bool = False
    moved: str = ""

    @property
    def undecided(self) -> bool:
        """Whether the answer says nothing of the page."""
        return not self.good and self.code in UNDECIDED

    @property
    def broken(self) -> bool:
        return not self.good and not self.undecided


@dataclass(frozen=True)
class Politeness:
    """How often a page is tried that does not answer, and how long we wait: between tries, for an answer, between pages of a host (seconds)."""

    agent: str
    tries: int = 3
    wait: float = 60
    timeout: int = 30
    interval: float = 1


def visit(addresses: Iterable[str], politeness: Politeness) -> dict[str, Answer]:
    """Address -> its last answer. Only what is not good is tried again, after a wait: a page must fail each time."""
    left = sorted(set(addresses))
    answers: dict[str, Answer] = {}
    for number in range(politeness.tries):
        if left and number:
            time.sleep(politeness.wait)
        answers |= _visit(left, politeness)
        left = [address for address in left if not answers[address].good]
    return answers


def _visit(addresses: list[str], politeness: Politeness) -> dict[str, Answer]:
    """One try for each address, one page of a host at a time. lychee leaves a busy server (429, 503) alone for as long as it asks."""
    if not addresses:
        return {}
    options = ["-vv", "--max-redirects", "10", "--max-retries", "0", "--host-concurrency", "1", "--user-agent", politeness.agent]
    options += ["--host-request-interval", f"{round(politeness.interval * 1000)}ms", "--timeout", str(politeness.timeout)]
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "addresses.html")
        # An address a line: lychee writes addresses its own way, and says in which line each stands.
        write_text_file(page, "\n".join(f'<a href="{escape(address)}">x</a>' for address in addresses))
        found = lychee(*options, str(page))
    answers = {}
    for name in ("success_map", "error_map", "timeout_map"):
        for one in (one for found_on_page in found[name].values() for one in found_on_page):
            answers[addresses[one["span"]["line"] - 1]] = _answer(one, name == "success_map")
    # What lychee passed over in silence counts as tried, with nothing known.
    return {address: answers.get(address, Answer("was not visited", 999)) for address in addresses}


def _answer(one: dict[str, Any], success: bool) -> Answer:
    """What lychee says of one address; with a page that is there, where all its redirects lead if they are made to last."""
    text = one["status"]["text"].removeprefix("Rejected status code: ").partition(" (error sending")[0]
    code, hops = one["status"].get("code", 0), one.get("redirects", {}).get("redirects", [])
    moved = hops[-1]["url"] if hops and all(hop["code"] in PERMANENT_REDIRECTS for hop in hops) else ""
    return Answer(text, code, success and code not in UNDECIDED, moved if success else "")
