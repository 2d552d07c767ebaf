"""The built site in Chromium, served compressed as static hosts do, to measure its pages."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.chromium import ARGUMENTS, path

COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".csv", ".txt"}


class Compressing(SimpleHTTPRequestHandler):
    """Sends what is text compressed, and says nothing of it."""

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() and self.path.endswith("/") else file
        if file.suffix not in COMPRESSED or not file.is_file():
            super().do_GET()
            return
        content = compressed(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *words: object) -> None:
        pass


@cache
def compressed(file: Path) -> bytes:
    """A file as it is sent."""
    return gzip.compress(file.read_bytes(), 6)


@contextmanager
def address_of(site: Path) -> Iterator[str]:
    """The address of a site on a port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def served(site: Path) -> Iterator[tuple[Browser, str]]:
    """A browser, and the address of a site."""
    with address_of(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path(), args=ARGUMENTS)
        yield browser, address
        browser.close()
