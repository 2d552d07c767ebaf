"""Chromium: the one that CHROMIUM names or that is installed."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

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
    """Where the browser is; without one the tests fail, for a test that is left out proves nothing."""
    for name in [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else NAMES:
        if found := shutil.which(name):
            return found
    pytest.fail(MISSING, pytrace=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    where = path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=ARGUMENTS)
        yield browser
        browser.close()
