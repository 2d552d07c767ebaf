"""A site that is served while it is built again: each page loads anew when a build has ended, and says what stopped one that did not."""

import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

EVENTS, SCRIPT = "/__events", "/__live.js"
# Asks from time to time whether the reader is still there.
BEAT = 15.0
# Text only: what the data say cannot become markup. The page lies in a folder of its host, this does not.
READER = """\
(() => {
  const loaded = Number(document.currentScript.dataset.build);
  let box = null;

  function show(problems) {
    box?.remove();
    box = null;
    if (!problems) return;
    box = Object.assign(document.createElement("pre"), { role: "alert", tabIndex: 0, textContent: problems });
    Object.assign(box.style, {
      position: "fixed", inset: "auto 0 0 0", zIndex: 99, maxHeight: "60vh", overflow: "auto", margin: 0, padding: "1rem",
      font: "14px/1.5 monospace", whiteSpace: "pre-wrap", background: "#fff4f2", color: "#5a1208", borderTop: "4px solid #a3200f",
    });
    document.body.append(box);
  }

  new EventSource("EVENTS").addEventListener("message", ({ data }) => {
    const { build, problems } = JSON.parse(data);
    if (build !== loaded) location.reload();
    else show(problems);
  });
})();
""".replace("EVENTS", EVENTS)


class State:
    """The number of the last good build, and what stopped one after it ("" if nothing did). Readers wait for the next change of it."""

    def __init__(self) -> None:
        self.build, self.problems, self.changes = 0, "", 0
        self._changed = threading.Condition()

    def note(self, problems: str) -> None:
        """Take in how a build ended."""
        with self._changed:
            self.build += not problems
            self.problems = problems
            self.changes += 1
            self._changed.notify_all()

    def after(self, change: int) -> int:
        """The number of the newest change, once it is another than this one or some time has passed."""
        with self._changed:
            self._changed.wait_for(lambda: self.changes != change, timeout=BEAT)
            return self.changes

    def message(self) -> bytes:
        """The state as an event of a stream."""
        return f"data: {json.dumps({'build': self.build, 'problems': self.problems})}\n\n".encode()


class Handler(SimpleHTTPRequestHandler):
    """Serves files, never from a cache, adds the script to each page, and says only what went wrong."""

    def __init__(self, *arguments, state: State, **options) -> None:
        self.state = state
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        try:
            if self.path == EVENTS:
                self._send_events()
            elif self.path == SCRIPT:
                self._send(READER.encode(), "text/javascript; charset=utf-8")
            elif (page := self._page()) is not None:
                self._send(page, "text/html; charset=utf-8")
            else:
                super().do_GET()
        except (BrokenPipeError, ConnectionResetError):  # the reader went on
            self.close_connection = True

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_request(self, code="-", size="-") -> None:
        if str(code).startswith(("4", "5")):
            super().log_request(code, size)

    def _page(self) -> bytes | None:
        """The page at the address, with the script; None where there is none, or only by another address."""
        file = Path(self.translate_path(self.path))
        if file.is_dir() and self.path.partition("?")[0].endswith("/"):
            file /= "index.html"
        build = self.state.build  # before the page is read: if it is replaced meanwhile, it loads once more
        try:
            page = file.read_bytes() if file.suffix == ".html" else None
        except OSError:
            return None
        script = f'<script src="{SCRIPT}" data-build="{build}"></script></body>'.encode()
        return page and page.replace(b"</body>", script, 1)

    def _send(self, content: bytes, type: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _send_events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        change = -1
        while True:
            newest = self.state.after(change)
            self.wfile.write(self.state.message() if newest != change else b": still here\n\n")
            change = newest


def server(folder: Path, state: State, host: str, ports: range) -> ThreadingHTTPServer:
    """A server of a folder at the first port that is free. Raises OSError where none is."""
    for port in ports:
        try:
            return ThreadingHTTPServer((host, port), partial(Handler, directory=str(folder), state=state))
        except OSError:
            if port == ports[-1]:
                raise
    raise ValueError(ports)
