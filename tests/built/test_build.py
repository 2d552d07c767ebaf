"""A build beside others, a build that is stopped, a place that cannot be written: the last good site stays whole, and one line says why."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from support.paths import ROOT

# In place of the site generator: two folders of pages that all say which build wrote them.
GENERATOR = """\
import os, sys, time
from pathlib import Path

folder = Path(sys.argv[sys.argv.index("-d") + 1])
folder.mkdir()
for number in range(40):
    (folder / f"{number}.html").write_text(os.environ["MARK"])
    if number == 1:
        Path("begun").write_text(str(os.getpid()))
    time.sleep(float(os.environ.get("PAUSE", 0)))
(folder / "epoch").write_text(os.environ["SOURCE_DATE_EPOCH"])
if "FULL" in os.environ:
    raise OSError(28, "No space left on device", "here", None, str(folder / "page"))
sys.exit(os.environ.get("FAIL") == sys.argv[sys.argv.index("-f") + 1])
"""
PAGES = 40
CONFIGS = ["mkdocs.yml", "mkdocs.fr.yml"]
PYTHON = "/usr/bin/python3" if Path("/usr/bin/python3").exists() else sys.executable  # one that any user may start


@pytest.fixture
def folder(tmp_path_factory) -> Path:
    """A project whose site generator is quick."""
    folder = tmp_path_factory.mktemp("mes dossiers é")
    shutil.copytree(ROOT / "tools", folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    for package, text in {"macros": "", "mkdocs": GENERATOR}.items():
        (folder / package).mkdir()
        (folder / package / "__main__.py").write_text(text, "utf-8")
    for config in CONFIGS:
        (folder / config).touch()
    return folder


def start(folder: Path, mark: str, **options) -> subprocess.Popen:
    """A build that begins."""
    environment = os.environ | {"MARK": mark, "PYTHONDONTWRITEBYTECODE": "1"} | options.pop("environment", {})
    environment.pop("SOURCE_DATE_EPOCH", None)
    return subprocess.Popen(
        [PYTHON, "tools/build.py"], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options
    )


def end(build: subprocess.Popen) -> tuple[int, str]:
    """Exit code and words of a build."""
    said, _ = build.communicate(timeout=120)
    return build.returncode, said


def marks(folder: Path) -> set[str]:
    """Which builds the pages of a site name; the site is whole."""
    pages = list((folder / "site").rglob("*.html"))
    assert len(pages) == 2 * PAGES
    return {page.read_text("utf-8") for page in pages}


def test_builds_at_once_all_succeed_and_leave_one_whole_site(folder):
    builds = [start(folder, str(number), environment={"PAUSE": "0.005"}) for number in range(5)]
    assert [end(build) for build in builds] == [(0, "")] * 5
    assert len(marks(folder)) == 1
    assert list((folder / "build").iterdir()) == []


def test_a_site_is_replaced_while_another_build_replaces_it(folder, monkeypatch):
    monkeypatch.syspath_prepend(folder / "tools")
    monkeypatch.delitem(sys.modules, "build", raising=False)
    import build as tool

    fresh, inside = folder / "fresh", folder / "inside"
    for made in (fresh, inside, tool.SITE):
        made.mkdir(parents=True)
        (made / "index.html").write_text(made.name, "utf-8")
    rename, turns = Path.rename, []

    def meanwhile(old: Path, new: Path) -> Path:
        done = rename(old, new)
        if old == tool.SITE and len(turns) < 3:
            turns.append(new)
            tool.SITE.mkdir()
            (tool.SITE / "theirs.html").write_text("theirs", "utf-8")
        return done

    monkeypatch.setattr(Path, "rename", meanwhile)
    tool._put_in_place(fresh, inside)
    assert len(turns) == 3
    assert [file.read_text("utf-8") for file in tool.SITE.iterdir()] == ["fresh"]


def test_the_old_site_comes_back_where_the_fresh_one_cannot_be_put(folder, monkeypatch):
    monkeypatch.syspath_prepend(folder / "tools")
    monkeypatch.delitem(sys.modules, "build", raising=False)
    import build as tool

    tool.SITE.mkdir()
    (tool.SITE / "index.html").write_text("old", "utf-8")
    rename = Path.rename

    def stopped(old: Path, new: Path) -> Path:
        if old.name == "fresh":
            raise KeyboardInterrupt
        return rename(old, new)

    monkeypatch.setattr(Path, "rename", stopped)
    with pytest.raises(KeyboardInterrupt):
        tool._put_in_place(folder / "fresh", folder)
    assert (tool.SITE / "index.html").read_text("utf-8") == "old"


@pytest.mark.parametrize("config", CONFIGS)
def test_a_fault_leaves_the_last_good_site(config, folder):
    assert end(start(folder, "good"))[0] == 0
    assert end(start(folder, "bad", environment={"FAIL": config}))[0] == 1
    assert marks(folder) == {"good"}
    assert list((folder / "build").iterdir()) == []


def test_a_full_disk_is_named_in_a_line_and_leaves_the_last_good_site(folder):
    assert end(start(folder, "good"))[0] == 0
    code, said = end(start(folder, "full", environment={"FULL": "yes"}))
    assert code == 1
    assert all(re.fullmatch(r".*/page: No space left on device\. Nothing was built\.", line) for line in said.splitlines()), said
    assert marks(folder) == {"good"}


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_build_that_is_stopped_says_so_and_leaves_nothing_running(name, folder):
    assert end(start(folder, "good"))[0] == 0
    (folder / "begun").unlink()
    # A shell that runs the tests in the background has them ignore SIGINT, and the build would inherit that.
    attended = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    build = start(folder, "stopped", environment={"PAUSE": "1"}, start_new_session=True, preexec_fn=attended)
    while not (folder / "begun").exists() or not (folder / "begun").read_text("utf-8"):
        time.sleep(0.05)
    os.killpg(build.pid, getattr(signal, name))
    assert end(build) == (1, "\nStopped. The site is as it was.\n")
    assert marks(folder) == {"good"}
    assert list((folder / "build").iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(int((folder / "begun").read_text("utf-8")), 0)


@pytest.mark.parametrize("kind", ["link", "dead link", "file"])
def test_a_site_that_is_no_folder_is_left_alone(kind, folder):
    elsewhere, site = folder / "elsewhere", folder / "site"
    if kind == "file":
        site.write_text("mine", "utf-8")
    else:
        site.symlink_to(elsewhere)
    if kind == "link":
        elsewhere.mkdir()
        (elsewhere / "mine").write_text("mine", "utf-8")
    assert end(start(folder, "new")) == (
        1,
        f"{site}: a build replaces this folder whole, and it is a link or a file: move it away. Nothing was built.\n",
    )
    assert site.is_symlink() or site.read_text("utf-8") == "mine"
    assert kind != "link" or (elsewhere / "mine").read_text("utf-8") == "mine"


def test_a_file_in_the_place_of_the_work_folder_is_named(folder):
    (folder / "build").write_text("mine", "utf-8")
    assert end(start(folder, "new")) == (1, f"{folder / 'build'}: File exists. Nothing was built.\n")


def test_a_checkout_that_may_not_be_written_is_named(folder):
    folder.chmod(0o555)
    nobody = {}
    if os.getuid() == 0:  # whom no right stops
        nobody["user"] = 65534
        for parent in folder.parents[:-2]:
            parent.chmod(parent.stat().st_mode | 0o011)
    assert end(start(folder, "new", **nobody)) == (1, f"{folder / 'build'}: Permission denied. Nothing was built.\n")


def test_no_file_carries_the_time_of_the_build(folder):
    assert end(start(folder, "new"))[0] == 0
    assert (folder / "site/epoch").read_text("utf-8") == "0"
