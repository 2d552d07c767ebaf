"""Build both languages side by side, in a folder of this build alone, and put the site in place whole."""

import errno
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
# Another build took the old site, or put its own there, between two steps of ours.
TAKEN = (errno.ENOENT, errno.ENOTEMPTY, errno.EEXIST)
# The site at the root, and those in a folder of it, by the name of the folder.
CONFIG = "mkdocs.yml"
OTHERS = {file.name.split(".")[1]: file.name for file in sorted(ROOT.glob("mkdocs.[a-z][a-z].yml"))}
# Site generator and theme by the engine that is asked for (ENGINE): those in use, or their maintained forks.
ENGINES = {"": ("mkdocs", "material"), "forks": ("properdocs", "materialx")}


def build(ready: subprocess.Popen[str] | None = None, heard: list[str] | None = None) -> bool:
    """Whether both languages were built, by a program that is `ready`. If not, the site of the last good build stays.

    What is printed about the data is also put into `heard`. Raises KeyboardInterrupt."""
    if os.environ.get("ENGINE", "") not in ENGINES:
        print(f"ENGINE={os.environ['ENGINE']} is no engine: leave it out, or write ENGINE=forks", file=sys.stderr)
        return False
    try:
        if SITE.is_symlink() or (SITE.exists() and not SITE.is_dir()):
            raise NotADirectoryError(errno.ENOTDIR, "a build replaces this folder whole, and it is a link or a file: move it away", str(SITE))
        (ROOT / "build").mkdir(exist_ok=True)
        with TemporaryDirectory(prefix="site-", dir=ROOT / "build") as folder:
            return _build(Path(folder), ready, heard)
    except OSError as error:
        print(f"{error.filename or SITE}: {error.strerror}. Nothing was built.", file=sys.stderr)
        return False


def get_ready(*words: str) -> subprocess.Popen[str]:
    """A program that builds, and does not hear Ctrl+C itself. Without words it loads what every build needs, and waits for them.

    Who serves a site has it at hand when something changes.
    """
    # The theme's note on its end of life is known (see README) and would hide real warnings.
    # No page tells when it was built. Nor do packed files: the same data gives the same bytes on any day, whatever is set.
    generator, theme = ENGINES[os.environ.get("ENGINE", "")]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", "SITE_GENERATOR": generator, "SITE_THEME": theme}
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "encoding": "utf-8"}
    return subprocess.Popen([sys.executable, str(Path("tools", "sites.py")), *words], cwd=ROOT, env=environment, start_new_session=True, **pipes)


def _build(folder: Path, ready: subprocess.Popen[str] | None, heard: list[str] | None) -> bool:
    """Whether both languages were built in a folder and stand in site/ now: one at the root, each other in a folder of it."""
    words = [word for name, config in {"root": CONFIG, **OTHERS}.items() for word in (config, str(folder / name))]
    if ready and ready.poll() is None and ready.stdin:
        with suppress(BrokenPipeError):  # it failed, and what it said is read below
            print(*words, sep="\0", file=ready.stdin, flush=True)
    else:
        ready = get_ready(*words)
    if not _succeeds(ready, heard):
        return False
    for name in OTHERS:
        (folder / name).rename(folder / "root" / name)
    _put_in_place(folder / "root", folder)
    return True


def _succeeds(program: subprocess.Popen[str], heard: list[str] | None) -> bool:
    """Whether a program succeeds. What it says goes where ours does, and, without what tells of the work itself, into `heard`.

    It does not outlive the build.
    """
    with program:
        try:
            for line in program.stdout or ():
                print(line, end="", flush=True)
                if heard is not None and not line.startswith("INFO"):
                    heard.append(line)
            return program.wait() == 0
        finally:
            program.terminate()
            program.wait()


def _put_in_place(fresh: Path, folder: Path) -> None:
    """Move a fresh site to site/, and what stands there into the folder, though other builds may do the same at this moment."""
    for turn in range(1000):
        old = folder / f"old-{turn}"
        try:
            if SITE.exists():
                SITE.rename(old)
            fresh.rename(SITE)
            return
        except BaseException as error:
            if old.exists() and not SITE.exists():
                old.rename(SITE)
            if getattr(error, "errno", None) not in TAKEN:
                raise


def stop_on_signals() -> None:
    """What ends a program from outside ends a build as Ctrl+C does: with nothing left running, and the last good site in its place."""
    for name in ("SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, name), signal.default_int_handler)


if __name__ == "__main__":
    stop_on_signals()
    try:
        sys.exit(0 if build() else 1)
    except KeyboardInterrupt:
        sys.exit("\nStopped. The site is as it was.")
