"""What SECURITY.md says is shown by tests that are there; packages are locked with their hashes."""

import ast
import re

import pytest
from support.paths import ROOT

SECURITY = (ROOT / ".github/SECURITY.md").read_text("utf-8")
LOCKS = ("requirements.lock", "requirements-test.lock")


def names() -> set[str]:
    """Every test of the project."""
    trees = (ast.parse(file.read_text("utf-8")) for file in (ROOT / "tests").rglob("test_*.py"))
    return {node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_test_that_is_named_is_there():
    named = set(re.findall(r"`(test_\w+)`", SECURITY))
    assert len(named) > 12
    assert named - names() == set()


def test_what_cannot_be_done_is_shown_by_a_test():
    cannot = SECURITY.partition("| it cannot |")[2].partition("\n\n")[0].splitlines()[2:]
    assert len(cannot) > 10
    assert [line for line in cannot if "`test_" not in line] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_locked_with_its_hashes(lock):
    packages = re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8"))
    pinned = [package for package in packages if not package.startswith("#")]
    assert len(pinned) > 30
    assert [package for package in pinned if not re.match(r"[a-z0-9._-]+==\S+.*\n( {4}--hash=sha256:[0-9a-f]{64}( \\)?\n)+", package + "\n")] == []
    assert '"--require-hashes"' in (ROOT / "tools/install.py").read_text("utf-8")
