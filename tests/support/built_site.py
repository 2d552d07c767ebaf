"""The real site and that of the frozen data, each built once for all tests and workers."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.languages import LANGUAGES
from macros.model.addresses import STUB
from support.frozen import write_words
from support.paths import FROZEN, ROOT

CONFIGS = [file.name for file in ROOT.glob("mkdocs*.yml")]
# What a person may have set for a site of their own.
SETTINGS = ("SITE_URL", "REPO_URL", "ENGINE")
# What another build or another Python makes, and takes away, at this moment.
PASSING = shutil.ignore_patterns(".*", "__pycache__")


@dataclass(frozen=True)
class Built:
    """A project folder, the site that was built in it, which lies in a folder of its host, and what the builds said."""

    project: Path
    site: Path
    said: str


def copy(folder: Path, data: Path = ROOT / "data") -> Path:
    """Copy what a build reads. With other data than the real one come no pages of records."""
    folder.mkdir(exist_ok=True)
    for name in ("docs", "macros", "overrides", "tools", "CITATION.cff", *CONFIGS, *(language.guide for language in LANGUAGES.values())):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=PASSING)
        else:
            shutil.copy(source, folder / name)
    shutil.copytree(data, folder / "data")
    if data != ROOT / "data":
        _keep_hand_written_pages(folder / "docs")
    return folder


def copy_frozen(folder: Path) -> Path:
    """Copy what a build reads, with the data and the words that follow no change."""
    write_words(copy(folder, FROZEN / "data"))
    return folder


def _keep_hand_written_pages(docs: Path) -> None:
    """Pages of the real records go, with what was exported."""
    made = [file for file in docs.rglob("*.md") if file.name != "index.md" and STUB.fullmatch(file.read_text("utf-8"))]
    exported = [file for pattern in ("en/data/*.*", "en/schema/*.json", "en/data/indicators/*", "*/search/*") for file in docs.glob(pattern)]
    for file in (*made, *(file for file in exported if file.suffix != ".md")):
        file.unlink()


def build(folder: Path, **environment: str) -> str:
    """Build a copy of the project, return what was said."""
    inherited = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    done = subprocess.run([sys.executable, "tools/build.py"], cwd=folder, env=inherited | environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Built:
    """What is made in a folder of this name: by the worker that comes first, for all of them. `make` copies a project and returns its folder."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, host, said = shared / name, shared / f"host-{name}", shared / f"{name}.txt"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            words = build(make(folder), SITE_URL="https://host.example/tracker")  # without the slash that a person forgets
            host.mkdir()
            (folder / "site").rename(host / "tracker")
            said.write_text(words, "utf-8")
    return Built(folder, host / "tracker", said.read_text("utf-8"))


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Built:
    """The project as it is."""
    return once(tmp_path_factory, "real", copy)


@pytest.fixture(scope="session")
def frozen(tmp_path_factory) -> Built:
    """The project with the data that follows no change."""
    return once(tmp_path_factory, "frozen", copy_frozen)


@pytest.fixture(scope="session")
def site(built: Built) -> Path:
    return built.site


@pytest.fixture(scope="session")
def frozen_site(frozen: Built) -> Path:
    return frozen.site
