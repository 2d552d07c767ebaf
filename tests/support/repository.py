"""The tiny project as a repository of its own."""

import shutil
from pathlib import Path

import pytest

from support.git import git
from support.paths import TINY


def commit(root: Path, tag: str) -> None:
    """Commit the folder as it is, and call the commit by a tag."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", tag)
    git(root, "tag", "-f", tag)


@pytest.fixture(scope="session")
def history(tmp_path_factory) -> Path:
    """What git keeps of the tiny project when it has one commit, called base."""
    folder = tmp_path_factory.mktemp("repository")
    shutil.copytree(TINY / "data", folder / "data")
    git(folder, "init", "-q", "-b", "main", "--template=")  # no sample of a hook is copied for each test
    commit(folder, "base")
    git(folder, "gc", "-q")  # one file to copy for each test, not one of each object
    return folder / ".git"


@pytest.fixture
def repository(project, history):
    """The tiny project as a repository with one commit, called base."""
    shutil.copytree(history, project / ".git")
    return project
