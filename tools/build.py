"""Build both languages side by side, in a folder of this build alone, and put the site in place whole."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
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
# The site generator, which answers a full disk or a file that it may not write with pages of its own code.
GENERATOR = """
import runpy, sys
try:
    runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)
except OSError as error:
    sys.exit(f"{error.filename2 or error.filename or 'site'}: {error.strerror}. Nothing was built.")
"""


def build(heard: list[str] | None = None) -> bool:
    """Whether both languages were built. If not, the site of the last good build stays. What is printed about the data is also put into `heard`.

    Raises KeyboardInterrupt."""
    if os.environ.get("ENGINE", "") not in ENGINES:
        print(f"ENGINE={os.environ['ENGINE']} is no engine: leave it out, or write ENGINE=forks", file=sys.stderr)
        return False
    try:
        if SITE.is_symlink() or (SITE.exists() and not SITE.is_dir()):
            raise NotADirectoryError(errno.ENOTDIR, "a build replaces this folder whole, and it is a link or a file: move it away", str(SITE))
        (ROOT / "build").mkdir(exist_ok=True)
        with TemporaryDirectory(prefix="site-", dir=ROOT / "build") as folder:
            return _build(Path(folder), heard)
    except OSError as error:
        print(f"{error.filename or SITE}: {error.strerror}. Nothing was built.", file=sys.stderr)
        return False


def _build(folder: Path, heard: list[str] | None) -> bool:
    """Whether both languages were built in a folder and stand in site/ now: one at the root, each other in a folder of it."""
    # The theme's note on its end of life is known (see README) and would hide real warnings.
    # No page tells when it was built. Nor do packed files: the same data gives the same bytes on any day, whatever is set.
    generator, theme = ENGINES[os.environ.get("ENGINE", "")]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", "SITE_THEME": theme}
    if not _succeed([["-m", "macros", "pages"]], environment, heard):
        return False
    configs = {"root": CONFIG} | OTHERS
    if not _succeed([["-c", GENERATOR, generator, "build", "-f", config, "-d", str(folder / name)] for name, config in configs.items()], environment):
        return False
    for name in OTHERS:
        (folder / name).rename(folder / "root" / name)
    _put_in_place(folder / "root", folder)
    return True


def _succeed(modules: list[list[str]], environment: dict[str, str], heard: list[str] | None = None) -> bool:
    """Whether these commands of Python, which run at once, all succeed. What they say goes where ours does, and into `heard`."""
    pipes = {} if heard is None else {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "encoding": "utf-8"}
    with ExitStack() as stack:
        running = [stack.enter_context(_started([sys.executable, *words], environment, **pipes)) for words in modules]
        if heard is not None:
            for line in (line for one in running for line in one.stdout or ()):
                print(line, end="", flush=True)
                heard.append(line)
        return not any([one.wait() for one in running])


@contextmanager
def _started(command: list[str], environment: dict[str, str], **pipes: Any) -> Iterator[subprocess.Popen]:
    """A program that does not hear Ctrl+C itself, and does not outlive the build."""
    with subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True, **pipes) as program:
        try:
            yield program
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
