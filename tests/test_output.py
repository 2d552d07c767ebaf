"""Files of the program: LF and UTF-8, whole at every moment, touched only when they change."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support.paths import ROOT

from macros import __main__ as program
from macros.output import write_text_file
from macros.problems import FORMATS, Problem


def test_a_file_is_written_with_line_feeds_in_utf_8(tmp_path):
    assert write_text_file(tmp_path / "new" / "é.txt", "é\nè\n")
    assert (tmp_path / "new" / "é.txt").read_bytes() == "é\nè\n".encode()


def test_a_file_that_says_the_same_is_not_touched(tmp_path):
    file = tmp_path / "file"
    assert write_text_file(file, "same")
    os.utime(file, (1, 1))
    assert not write_text_file(file, "same")
    assert file.stat().st_mtime == 1
    assert write_text_file(file, "other")
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_carriage_returns_are_mended(tmp_path):
    (tmp_path / "file").write_bytes(b"a\r\nb\r\n")
    assert write_text_file(tmp_path / "file", "a\nb\n")
    assert (tmp_path / "file").read_bytes() == b"a\nb\n"


def test_a_reader_finds_the_old_text_until_the_new_one_is_whole(tmp_path, monkeypatch):
    file = tmp_path / "file"
    write_text_file(file, "old")
    write = Path.write_bytes

    def stopped(path: Path, content: bytes) -> int:
        write(path, content[:1])
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_bytes", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_text_file(file, "new")
    assert file.read_text("utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_a_file_has_the_rights_that_the_umask_leaves(tmp_path):
    before = os.umask(0o022)
    try:
        write_text_file(tmp_path / "file", "text")
    finally:
        os.umask(before)
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o644


WRITERS = {"write_text", "open"}


def test_every_text_is_written_by_one_function():
    calls = []
    for folder in ("macros", "tools"):
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in WRITERS:
                    calls.append(f"{file.relative_to(ROOT)}: {ast.unparse(node)}")
    assert [call for call in calls if "write_text(" in call or re.search("'[wax]t?[',]", call)] == []


@pytest.mark.parametrize("command", ["pages", "export", "schemas"])
def test_a_file_that_cannot_be_written_is_named_in_one_line(command, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(program, "ROOT", tmp_path)
    for name in ("data", "overrides"):
        (tmp_path / name).symlink_to(ROOT / name)
    for name in ("docs", "schema"):
        (tmp_path / name).write_text("a file where a folder should be", "utf-8")
    assert program.main([command]) == 1
    assert re.fullmatch(rf"{tmp_path}/(docs|schema)[^:\n]*: (File exists|Not a directory)\n", capsys.readouterr().err)


def test_a_reader_who_has_enough_is_told_no_more():
    command = [sys.executable, "-m", "macros", "check", "--format", "json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as done:
        done.stdout.close()
        assert done.stderr.read() == ""


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="the system has no full disk to try")
@pytest.mark.parametrize("command", [["check"], ["check", "--format", "json"], ["links", "nowhere"], ["fingerprint", "none", "none"]])
def test_a_full_disk_is_named_in_one_line(command):
    with FULL.open("w") as full:
        done = subprocess.run([sys.executable, "-m", "macros", *command], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode
    assert re.fullmatch(r"output: No space left on device\n|(nowhere|none).*\n", done.stderr)


@pytest.mark.parametrize("closed", [">&-", ">&- 2>&- <&-"])
def test_a_command_works_with_closed_channels(closed):
    done = subprocess.run(["sh", "-c", f'exec "$0" -m macros check {closed}', sys.executable], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_programs_read_is_whole_on_a_console_that_lacks_a_sign():
    (problem,) = json.loads(FORMATS["json"]([Problem("data/x.yaml", 1, "", "œuvre 😀")], 1).encode("ascii"))["problems"]
    assert problem["message"] == "œuvre 😀"
