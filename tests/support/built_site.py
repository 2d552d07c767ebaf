"""The site, built once for all tests and workers."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.model import addresses as links
from macros.pages.guide import GUIDES
from macros.reading.load import load
from support.paths import ROOT

PLAN = load(ROOT)
ADDRESSES = [*links.INDEXES, *(page.address for page in links.pages(PLAN) if page.argument)]


def copy(folder: Path) -> None:
    """Copy what a build reads."""
    for name in ("data", "docs", "macros", "overrides", "tools", "mkdocs.yml", "mkdocs.fr.yml", *GUIDES.values()):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)


def build(folder: Path, **environment: str) -> str:
    """Build a copy of the project, return what was said."""
    done = subprocess.run([sys.executable, "tools/build.py"], cwd=folder, env=os.environ | environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def said(tmp_path_factory) -> tuple[Path, str]:
    """The site as it lies in a folder of its host, and what the builds said."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    site, output = shared / "host/tracker", shared / "said.txt"
    with (shared / "building").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not output.exists():
            project = shared / "project"
            project.mkdir()
            copy(project)
            words = build(project, SITE_URL="https://host.example/tracker")  # without the slash that a person forgets
            site.parent.mkdir()
            (project / "site").rename(site)
            output.write_text(words, "utf-8")
    return site, output.read_text("utf-8")


@pytest.fixture(scope="session")
def site(said) -> Path:
    return said[0]
