"""A checkout has LF, and a program that runs there writes LF, whatever a user's git does with line ends."""

import shutil

import pytest
from support.git import git
from support.paths import ROOT


@pytest.mark.parametrize("settings", [{"core.autocrlf": "true"}, {"core.autocrlf": "false", "core.eol": "crlf"}])
def test_a_checkout_keeps_line_feeds(settings, tmp_path):
    ours = tmp_path / "ours"
    for name in (".ci", "schema", "data", "tools", "docs"):
        shutil.copytree(ROOT / name, ours / name)
    for name in (".gitattributes", "Makefile", "mkdocs.yml", "README.md"):
        shutil.copy(ROOT / name, ours)
    git(ours, "init", "-q", "-b", "main")
    git(ours, "add", "-A")
    git(ours, "commit", "-q", "-m", "Begin")
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    git(tmp_path, *options, "clone", "-q", str(ours), "theirs")
    theirs = tmp_path / "theirs"
    for name, value in settings.items():
        git(theirs, "config", name, value)
    files = [file.relative_to(ours) for folder in (".ci", "schema", "data", "tools") for file in (ours / folder).rglob("*.*") if file.is_file()]
    assert len(files) > 20
    assert [str(file) for file in files if (theirs / file).read_bytes() != (ours / file).read_bytes()] == []
    assert b"\r" not in (theirs / ".ci/run").read_bytes()
    shutil.copytree(ours / "schema", theirs / "schema", dirs_exist_ok=True)
    assert git(theirs, "status", "--porcelain") == ""
