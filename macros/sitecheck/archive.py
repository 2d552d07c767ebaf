"""Asks a web archive for the copy of a page that is nearest to a day."""

import json
import time
import urllib.error
import urllib.request
from urllib.parse import urlencode

WAYBACK = "https://archive.org"


class Unreachable(Exception):
    """The archive gives no answer that can be read."""


def archived_copy(address: str, day: str, service: str, agent: str, tries: int = 3, wait: float = 5) -> str | None:
    """The address of the copy nearest to a day (YYYYMMDD, as far as known), or None where the archive has none. Raises Unreachable."""
    query = urlencode({"url": address} | ({"timestamp": day} if day else {}))
    request = urllib.request.Request(f"{service.rstrip('/')}/wayback/available?{query}", headers={"User-Agent": agent})
    for left in reversed(range(tries)):
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                copy = json.load(answer)["archived_snapshots"].get("closest", {})
            return copy["url"].replace("http://web.", "https://web.", 1) if copy.get("available") and copy.get("status") == "200" else None
        except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
            if not left:
                raise Unreachable(str(error)) from None
            time.sleep(_asked(error, wait))
    raise Unreachable("it was not asked")


def _asked(error: Exception, wait: float) -> float:
    """How many seconds to wait: as long as a busy server asks, a minute at most."""
    after = error.headers.get("Retry-After", "") if isinstance(error, urllib.error.HTTPError) else ""
    return min(float(after), 60) if after.isdigit() else wait
