"""Read the project once, then build the site of each language in a process that has it read: sites.py [CONFIG FOLDER] ...

A process of its own, so that nothing of it outlives a build that is stopped. Without words it gets ready, and waits for them on a line.
"""

import gc
import importlib
import multiprocessing
import os
import runpy
import signal
import sys
from contextlib import suppress
from pathlib import Path

GENERATOR = os.environ.get("SITE_GENERATOR", "mkdocs")
# What every language needs: loaded before their processes part. First comes what makes a fork of the generator stand in for it, where it is one.
LOADED = (f"{GENERATOR}.replacement", "mkdocs.commands.build", "mkdocs_macros.plugin", "macros.export.graph", "macros.pages.frame")


def run(module: str, *words: str) -> int:
    """How a module ended that is started as a program; a full disk, or a file that may not be written, is named in a line."""
    sys.argv[1:] = words
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    except OSError as error:
        # In one piece: another language may say the same at this moment.
        sys.stderr.write(f"{error.filename2 or error.filename or 'site'}: {error.strerror}. Nothing was built.\n")
        return 1
    return 0


def build(config: str, folder: str) -> None:
    """Build one language."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    sys.exit(run(GENERATOR, "build", "-f", config, "-d", folder))


def waited() -> list[str]:
    """The words of a build, once somebody says them. By then everything is loaded, read and checked once; only a file that changed is read again.

    Where the program or its words changed meanwhile, it begins anew.
    """
    before = _program()
    with suppress(Exception):  # a build says it again, and better
        load()
        facts = importlib.import_module("macros.rules.facts").read_facts(Path.cwd())
        importlib.import_module("macros.rules").check(facts)
    words = sys.stdin.readline().rstrip("\n").split("\0")
    if words != [""] and _program() != before:
        os.execv(sys.executable, [sys.executable, __file__, *words])
    return words


def _program() -> dict[Path, int]:
    """Every file that a process reads once, and when it changed."""
    files = (file for folder in ("macros", "data/wording") for file in Path(folder).rglob("*.*"))
    return {file: file.stat().st_mtime_ns for file in files if file.suffix in (".py", ".j2", ".yaml")}


def load() -> None:
    """Load what every language needs."""
    for name in LOADED:
        with suppress(ModuleNotFoundError):
            importlib.import_module(name)


def main(*places: str) -> int:
    """Write the pages of records, then build; 1 where anything failed."""
    if run("macros", "pages"):
        return 1
    load()
    # What was read stays: to look through it for what could be freed would copy it.
    gc.enable()
    gc.freeze()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    fork = multiprocessing.get_context("fork")
    parts = [fork.Process(target=build, args=pair) for pair in zip(places[::2], places[1::2], strict=True)]
    try:
        for part in parts:
            part.start()
        for part in parts:
            part.join()
        return int(any(part.exitcode for part in parts))
    finally:
        for part in parts:
            if part.is_alive():
                part.terminate()
                part.join()


if __name__ == "__main__":
    sys.path[0] = str(Path.cwd())  # not the folder of this script
    if (words := sys.argv[1:] or waited()) != [""]:
        sys.exit(main(*words))
