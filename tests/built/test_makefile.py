"""The commands of the Makefile: in any order of jobs, beside one another, and after the Python of .venv has gone."""

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from support.make import make
from support.paths import ROOT

# One line for each target that needs the environment; the rest need none.
TARGETS = re.findall(r"^([a-z]+):.*\$\(VENV\)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
PYTHON = f"PYTHON={sys.executable}"


@pytest.fixture
def folder(tmp_path_factory) -> Path:
    """A project that needs no package."""
    folder = tmp_path_factory.mktemp("mes dossiers é")
    shutil.copy(ROOT / "Makefile", folder)
    shutil.copytree(ROOT / "tools", folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    for lock in ("requirements.lock", "requirements-test.lock"):
        (folder / lock).write_text("", "utf-8")
    (folder / "macros").mkdir()
    (folder / "macros/__main__.py").write_text("print('checked')", "utf-8")
    return folder


def upgrade_away(environment: Path) -> None:
    for link in environment.glob("bin/python*"):
        link.unlink()
        link.symlink_to("/nowhere/python3")


def upgrade_in_place(environment: Path) -> None:
    packages = next(environment.glob("lib/python*"))
    packages.rename(packages.with_name("python3.2"))


@pytest.mark.parametrize("upgrade", [upgrade_away, upgrade_in_place])
def test_an_environment_that_does_not_start_is_made_anew(upgrade, folder):
    assert make(folder, PYTHON, "check").stdout == "checked\n"
    upgrade(folder / ".venv")
    done = make(folder, PYTHON, "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "checked\n", "")
    assert "install.py" not in make(folder, PYTHON, "-n", "check").stdout, "once is enough"
    assert len(TARGETS) > 6
    upgrade(folder / ".venv")
    assert [target for target in TARGETS if "tools/install.py requirements.lock" not in make(folder, PYTHON, "-n", target).stdout] == []


def test_a_python_that_is_missing_is_named(folder):
    done = make(folder, "PYTHON=/nowhere/python3", "check")
    assert "/nowhere/python3 is missing: install Python 3.11 or newer" in done.stdout


def test_no_package_is_started_by_the_path_that_it_was_installed_at():
    """Else nothing would start in a checkout that was moved or renamed."""
    assert re.findall(r"\$\(VENV\)/bin/\S+", (ROOT / "Makefile").read_text("utf-8")) == ["$(VENV)/bin/python"]


def test_a_python_may_lie_in_a_folder_with_a_blank(folder, tmp_path):
    link = tmp_path / "my python" / "python3"
    link.parent.mkdir()
    link.symlink_to(Path(sys.executable).resolve())
    done = make(folder, f"PYTHON={link}", "check")
    assert (done.stdout, done.stderr) == ("checked\n", "")


SET = {
    "PYTHONHOME": "/nowhere", "PYTHONPATH": "hidden", "PYTHONSAFEPATH": "1", "PYTHONWARNINGS": "error", "PYTHONOPTIMIZE": "2",
    "PIP_TARGET": "elsewhere", "PIP_USER": "1", "PIP_PREFIX": "elsewhere", "PIP_ROOT": "elsewhere",
    "VENV": "elsewhere", "RUN": "false", "STALE": "stale", "CDPATH": "/",
}  # fmt: skip


def test_what_is_set_for_other_programs_changes_nothing(folder):
    (folder / "hidden").mkdir()
    for module in ("macros", "pip"):
        (folder / "hidden" / f"{module}.py").write_text("raise SystemExit('hidden')", "utf-8")
    (folder / "macros/__main__.py").write_text("import warnings\nwarnings.warn('old')\nassert not print('checked')", "utf-8")
    for flags in ("", "k", "B", "sj8", "w", "--output-sync=target"):
        done = make(folder, PYTHON, "check", **SET, MAKEFLAGS=flags)
        assert done.returncode == 0 and "checked\n" in done.stdout, (flags, done.stderr)
    assert not (folder / "elsewhere").exists()


def test_ci_runs_the_checkout_that_it_lies_in(folder, tmp_path):
    for where in (folder, tmp_path):
        shutil.copytree(ROOT / ".ci", where / ".ci")
        (where / "Makefile").write_text(f"test:\n\t@echo {where.name}\n", "utf-8")
    bash = shutil.which("bash")
    assert bash
    # A make that runs the tests would say of one below it which folder it enters.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    done = subprocess.run([bash, ".ci/run"], cwd=folder, env=inherited | {"CDPATH": str(tmp_path)}, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == (f"{folder.name}\n", "")


def test_two_installations_at_once_wait_for_each_other(folder):
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda _: make(folder, PYTHON, "check"), range(2)))
    assert [(one.returncode, one.stdout, one.stderr) for one in done] == [(0, "checked\n", "")] * 2


def test_a_folder_that_may_not_be_written_is_named(folder):
    (folder / "build").write_text("a file", "utf-8")
    done = make(folder, PYTHON, "check")
    assert done.returncode and f"{folder / 'build'}: File exists. Nothing was installed.\n" in done.stderr
    assert "Traceback" not in done.stderr


def program(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    (folder / name).chmod(0o755)


def test_packages_are_installed_one_after_the_other_whatever_makeflags_says(folder, tmp_path):
    log = tmp_path / "log"
    for name in ("sh", "id", "env", "sleep"):
        (tmp_path / name).symlink_to(shutil.which(name))
    program(tmp_path, "sudo", 'shift; exec "$@"')
    program(tmp_path, "apt-get", f"echo begins >>'{log}'; sleep 0.2; echo ends >>'{log}'")
    done = make(folder, "chromium", "graphviz", PATH=str(tmp_path), MAKEFLAGS="-j4", CI="1", CHROMIUM="")
    assert done.returncode == 0, done.stdout + done.stderr
    assert log.read_text("utf-8").split() == ["begins", "ends"] * 4
