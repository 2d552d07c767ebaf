"""Chromium: the one that CHROMIUM names or that is installed."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "Chromium is missing: install it (on Debian: apt-get install chromium), or name yours: CHROMIUM=/path/to/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def path() -> str:
    """Where the browser is. Raises FileNotFoundError, which says what to install."""
    for name in [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else NAMES:
        if found := shutil.which(name):
            return found
    raise FileNotFoundError(MISSING)
