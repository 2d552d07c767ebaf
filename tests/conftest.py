"""The tiny project in tests/tiny/: to read, or as a copy to spoil. The other fixtures are in the modules that are named here."""

import gc
import os
import shutil
from pathlib import Path

import pytest
from support.paths import TINY
from support.positions import marked

from macros.model.plan import Plan
from macros.problems import DataErrors
from macros.project import Project
from macros.reading.load import load

# What the program says is English here, whatever the machine speaks.
os.environ["LC_ALL"] = "C.UTF-8"
pytest_plugins = [f"support.{name}" for name in ("bless", "later", "built_site", "chromium", "served", "web", "odd_site", "repository")]


@pytest.fixture(scope="session")
def tiny() -> Plan:
    """The plan of the tiny project."""
    return load(TINY)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the tiny project."""
    shutil.copytree(TINY / "data", tmp_path / "data")
    return tmp_path


@pytest.fixture
def problems():
    """All messages about a project folder, notices too, as printed, with lines told from their record."""

    def said(root: Path) -> list[str]:
        try:
            found = Project(root).check()
        except DataErrors as errors:
            found = errors.problems
        return [marked(root, str(problem)) for problem in found]

    return said


@pytest.fixture
def edit(project):
    """Replace words in a data file of the copy; they must stand there once. A file that is not there is made of the new words."""

    def replace(name: str, old: str, new: str) -> Path:
        file = project / "data" / name
        if not old:
            assert not file.exists(), name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(new, "utf-8")
            return project
        text = file.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        file.write_text(text.replace(old, new), "utf-8")
        return project

    return replace


def pytest_collection_finish() -> None:
    """What is imported and read by now stays to the end: it need not be looked through each time that a test leaves something behind."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)
