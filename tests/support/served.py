"""The built site on a port of this machine, and readers who open pages there."""

import os
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

Visit = Callable[..., Page]
EVERY_PAGE = "EVERY_PAGE" in os.environ  # as `make axe` sets it
PATIENCE = 60_000  # milliseconds that a busy machine may take; nothing is judged by them
expect.set_options(timeout=PATIENCE)


def rest(page: Page) -> None:
    """Wait until nothing on the page moves or fades any more."""
    page.wait_for_function("document.getAnimations().every(({ playState }) => playState !== 'running')")


class Handler(SimpleHTTPRequestHandler):
    """Serves files and keeps what was asked for, in order."""

    asked: list[str] = []

    def log_request(self, code="-", size="-") -> None:
        self.asked.append(self.path)


@pytest.fixture(scope="session")
def served(request) -> Iterator[str]:
    """The address of the site of the frozen data, which lies in a folder of its host; with EVERY_PAGE that of the real site."""
    site: Path = request.getfixturevalue("site" if EVERY_PAGE else "frozen_site")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site.parent)))
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/tracker/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def asked() -> list[str]:
    """What has been asked of the server since this test began."""
    Handler.asked.clear()
    return Handler.asked


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Visit]:
    """Opens a page as a new reader with a cold cache; at the end no page may have failed nor asked another host."""
    contexts, troubles = [], []

    def request(request) -> None:
        if not request.url.startswith((served, "data:")):
            troubles.append(f"asked for {request.url}")

    def said(message) -> None:
        if message.type in ("error", "warning"):
            troubles.append(f"{message.page.url if message.page else ''}: {message.text}")

    def visit(address: str, width: int = 1280, height: int = 900, **options) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.on("request", request)
        context.on("console", said)
        context.on("weberror", lambda error: troubles.append(str(error.error)))
        page = context.new_page()
        page.goto(served + address)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert troubles == []
