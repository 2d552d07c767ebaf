"""What two people append at once does not meet in a conflict, where order allows it."""

import shutil

import pytest
from support.edits import change
from support.git import git
from support.paths import ROOT, TINY
from support.repository import commit

from macros.project import Project

FIRST = "- {id: actor:old-millers, to: actor:millers, on: 2026-11-22, reason: {en: A slip., fr: Une coquille.}}\n"
MOVE = "- id: %s\n  to: actor:millers\n  on: 2026-11-22\n  reason:\n    en: A slip of %s.\n    fr: Une coquille de %s.\n"


@pytest.mark.parametrize("begun", ["moved: []\n", f"moved:\n{FIRST}"], ids=["an empty list", "a list"])
def test_two_moves_that_are_added_at_once_both_stay(begun, tmp_path):
    shutil.copytree(TINY / "data", tmp_path / "data")
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    change(tmp_path, "data/moved.yaml", ("moved: []\n", begun))
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "base")
    for person in ("ann", "bob"):
        git(tmp_path, "checkout", "-q", "-b", person, "base")
        written = "moved:\n" if "[]" in begun else begun
        change(tmp_path, "data/moved.yaml", (begun, written + MOVE % (f"actor:of-{person}", person, person)))
        commit(tmp_path, f"by-{person}")
    git(tmp_path, "merge", "-q", "-m", "Both", "ann")
    project = Project(tmp_path)
    project.check()
    assert {"actor:of-ann", "actor:of-bob"} <= set(project.plan.moved)
