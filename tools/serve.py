"""Serve site/ on this machine and build it again when something in the project changes."""

import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import TextIOWrapper
from pathlib import Path

from build import OTHERS, ROOT, SITE, build, stop_on_signals
from watchfiles import DefaultFilter, watch

HOST, PORT = "127.0.0.1", 8000
WATCHED = ("data", "docs", "remarks", "macros", "overrides", "mkdocs*.yml", "CONTRIBUTING*.md")


class Sources(DefaultFilter):
    """Every change but that of a file which the build itself writes."""

    def __call__(self, change, path: str) -> bool:
        made = any(Path(path).is_relative_to(ROOT / "docs" / "en" / name) for name in ("data", "schema")) and not path.endswith(".md")
        made = made or Path(path).match("docs/*/search/*")
        return super().__call__(change, path) and not made


class Handler(SimpleHTTPRequestHandler):
    """Serves files, never from a cache, and says only what went wrong."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_request(self, code="-", size="-") -> None:
        if str(code).startswith(("4", "5")):
            super().log_request(code, size)


def main() -> int:
    if isinstance(sys.stdout, TextIOWrapper):  # a console may lack a sign
        sys.stdout.reconfigure(errors="replace")
    try:
        server = ThreadingHTTPServer((HOST, PORT), partial(Handler, directory=str(SITE)))
    except OSError as error:
        print(f"{HOST}:{PORT} cannot be used ({error.strerror}): stop the other server first", file=sys.stderr)
        return 1
    if not build():
        return 1
    threading.Thread(target=server.serve_forever, daemon=True).start()
    addresses = "\n".join(f"http://{HOST}:{PORT}/{folder}" for folder in ("", *(f"{name}/" for name in OTHERS)))
    print(f"\n{addresses}\nStop with Ctrl+C.", flush=True)
    for changes in watch(*(path for name in WATCHED for path in ROOT.glob(name)), watch_filter=Sources(), raise_interrupt=False):
        print(f"{len(changes)} file(s) changed, building …", flush=True)
        print("Reload the page." if build() else "The last good build is still served.", flush=True)
    return 0


if __name__ == "__main__":
    stop_on_signals()
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("\nStopped. The site is as it was.")
