"""A small web on this machine: servers that answer, fail at first, turn programs away, redirect, hang; and an archive of pages."""

import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

# Path -> the codes of its answers, one after the other; the last one stays.
ANSWERS = {
    "/good": [200],
    "/again": [200],
    "/flaky": [404, 200],
    "/weak": [500, 200],
    "/gone": [404],
    "/lost": [410],
    "/ill": [500],
    "/private": [403],
    "/riddle": [202],
    "/busy": [429],
    "/closed": [503, 200],
}
MOVES = {
    "/moved": (302, "/good"),
    "/moved-for-good": (301, "/good"),
    "/moved-twice": (308, "/moved"),
    "/moved-away": (302, "/gone"),
    "/round": (302, "/round"),
}
COPY = "http://web.archive.org/web/20091103000000/"


class Web(ThreadingHTTPServer):
    """`asked` is what was asked, in order: when (seconds), path, user agent."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[float, str, str]] = []
        self.times: Counter[str] = Counter()
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.closed = threading.Event()
        self.archive = "sound"  # or: busy once, broken, empty

    def handle_error(self, request, client_address) -> None:
        """Somebody hung up."""


class Handler(BaseHTTPRequestHandler):
    server: Web

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.server.asked.append((time.monotonic(), self.path, self.headers["User-Agent"]))
        self.server.times[path] += 1
        if path == "/wayback/available":
            self._archive(parse_qs(urlsplit(self.path).query))
        elif path == "/hangs":
            self.server.closed.wait()
        elif path in MOVES:
            code, place = MOVES[path]
            self._say(code, Location=place)
        else:
            codes = ANSWERS.get(path, [404])
            code = codes[min(self.server.times[path], len(codes)) - 1]
            self._say(code, **({"Retry-After": "1"} if code in (429, 503) else {}))

    def _archive(self, query: dict[str, list[str]]) -> None:
        if self.server.archive == "broken" or (self.server.archive == "busy once" and self.server.times["/wayback/available"] == 1):
            self._say(503, **{"Retry-After": "0"})
            return
        wanted = query["url"][0]
        known = self.server.archive != "empty"
        copy = {"available": True, "status": "200", "timestamp": "20091103000000", "url": COPY + wanted}
        self._say(200, json.dumps({"url": wanted, "archived_snapshots": {"closest": copy} if known else {}}))

    def _say(self, code: int, text: str = "answer", **headers: str) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *words) -> None:
        pass


@pytest.fixture
def web() -> Iterator[Web]:
    server = Web()
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    yield server
    server.closed.set()
    server.shutdown()
    server.server_close()
