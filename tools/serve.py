"""Serve site/ on this machine, build it again when something in the project changes, and show it."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

from build import OTHERS, ROOT, SITE, build, get_ready, stop_on_signals
from live import State, server
from watchfiles import Change, DefaultFilter, watch

HOST, PORTS = "127.0.0.1", range(8000, 8020)
WATCHED = ("data", "docs", "remarks", "macros", "overrides", "mkdocs*.yml", "CONTRIBUTING*.md")
# What editors, and the program itself (output.py), write beside a file while they save it.
BESIDE = (r"^\..+\.\d+$", r"^\.?#.*#?$", r"^4913$", r"\.tmp$", r"\.kate-swp$", r"\.crswap$", r"\.orig$")


# What a build writes among the pages: git ignores it. The index of a folder is written by hand. An archive of the project may have no such list.
IGNORED = ROOT / ".gitignore"
MADE = [line.strip("/") for line in IGNORED.read_text("utf-8").splitlines() if line.startswith("/docs/")] if IGNORED.exists() else []


class Sources(DefaultFilter):
    """Every change but that of a file which the build itself writes, or an editor beside its own."""

    ignore_entity_patterns = (*DefaultFilter.ignore_entity_patterns, *BESIDE)

    def __call__(self, change, path: str) -> bool:
        return super().__call__(change, path) and not is_made(Path(path))


def is_made(file: Path) -> bool:
    """Whether a build writes a file below docs/."""
    path = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file
    return path.name != "index.md" and any(part.match(pattern) for part in (path, *path.parents) for pattern in MADE)


def places() -> dict[Path, int]:
    """What is watched, each with its number on the disk: a folder that a change of branch takes away and brings back has another."""
    found = ((path, _state(path)) for name in WATCHED for path in ROOT.glob(name))
    return {path: state.st_ino for path, state in found if state}


def files() -> dict[str, int]:
    """Every file that is watched, with the time of its last change."""
    named = (path for place in places() for path in ([place] if place.is_file() else _below(place)))
    sources = Sources()
    found = ((str(path), _state(path)) for path in named if sources(Change.modified, str(path)))
    return {path: state.st_mtime_ns for path, state in found if state}


def _below(folder: Path) -> Iterator[Path]:
    """The files below a folder, as far as nobody takes them away meanwhile."""
    return (Path(here, name) for here, _, names in os.walk(folder) for name in names)


def _state(path: Path) -> os.stat_result | None:
    """What the disk says of a path; None where somebody took it away."""
    try:
        return path.stat()
    except OSError:
        return None


def build_again(state: State, ahead: list[subprocess.Popen[str]]) -> None:
    """Build with the program that is ready, and tell readers how it ended; then another one gets ready."""
    heard: list[str] = []
    built = build(ahead.pop(), heard)
    ahead.append(get_ready())
    if built:
        state.note("")
        print("The pages show it.", flush=True)
    else:
        state.note("".join(heard).strip() or "The build stopped. What it said stands where the server runs.")
        print("The last good build is still served.", flush=True)


def watch_until_moved(state: State, seen: dict[str, int], ahead: list[subprocess.Popen[str]]) -> bool:
    """Build after each change, until what is watched is no longer what it was (False) or somebody stops it (True).

    `seen` is kept up to date; `ahead` holds the program that is ready for the next build.
    """
    before = places()
    # From time to time it also looks whether what is watched is still there, and at first whether anything changed before it watched.
    turns = watch(*before, watch_filter=Sources(), raise_interrupt=False, rust_timeout=1000, yield_on_timeout=True)
    with suppress(FileNotFoundError):  # gone before it was watched: the next look finds what is there
        for turn, changes in enumerate(turns):
            moved = places() != before
            if changes or moved or (turn == 0 and files() != seen):
                print(f"{len(changes)} file(s) changed, building …" if changes else "Something changed, building …", flush=True)
                seen.clear()
                seen.update(files())
                build_again(state, ahead)
            if moved:
                return False
        return True
    return False


def main() -> int:
    if isinstance(sys.stdout, TextIOWrapper):  # a console may lack a sign
        sys.stdout.reconfigure(errors="replace")
    state, seen = State(), files()
    try:
        serving = server(SITE, state, HOST, PORTS)
    except OSError as error:
        print(f"{HOST}:{PORTS[0]} to {PORTS[-1]} cannot be used ({error.strerror}): stop another server first", file=sys.stderr)
        return 1
    if not build():
        return 1
    state.note("")
    serving.daemon_threads = True
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    port = serving.server_address[1]
    addresses = "\n".join(f"http://{HOST}:{port}/{folder}" for folder in ("", *(f"{name}/" for name in OTHERS)))
    taken = "" if port == PORTS[0] else f"\nPort {PORTS[0]} is in use."
    print(f"{taken}\n{addresses}\nStop with Ctrl+C.", flush=True)
    ahead = [get_ready()]
    try:
        while not watch_until_moved(state, seen, ahead):
            pass
    finally:
        for program in ahead:
            program.terminate()
            program.wait()
    return 0


if __name__ == "__main__":
    stop_on_signals()
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("\nStopped. The site is as it was.")
