"""A site that is served while its project changes: pages follow the last build, and say what stopped one."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from support.paths import ROOT

# In place of the program: it complains while the data say so.
PROGRAM = """\
import sys
from pathlib import Path

plan = Path("data/plan.yaml")
if not plan.exists() or "wrong" in plan.read_text("utf-8"):
    print("data/plan.yaml:1: <b>wrong</b> é")
    sys.exit(1)
"""
# In place of the site generator: one page, which says what the data say; and as a build does, it writes pages of records.
GENERATOR = """\
import sys
from pathlib import Path

folder = Path(sys.argv[sys.argv.index("-d") + 1])
folder.mkdir(parents=True)
page = Path("docs/en/actors/miller.md")
page.parent.mkdir(parents=True, exist_ok=True)
page.write_text("{{ actor('miller') }}", "utf-8")
(folder / "index.html").write_text(f"<body><p>{Path('data/plan.yaml').read_text('utf-8')}</p></body>", "utf-8")
"""


class Serving:
    """A server of a project, and what it says."""

    def __init__(self, project: Path):
        self.project = project
        command = [sys.executable, "tools/serve.py"]
        self.process = subprocess.Popen(
            command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        assert self.process.stdout
        self.said = ""
        while "Ctrl+C" not in self.said:
            line = self.process.stdout.readline()
            assert line, self.said
            self.said += line
        self.address = re.findall(r"http://\S+/", self.said)[0]

    def write(self, text: str) -> None:
        (self.project / "data/plan.yaml").write_text(text, "utf-8")

    def page(self, path: str = "") -> str:
        with urllib.request.urlopen(self.address + path) as answer:
            return answer.read().decode()

    def events(self):
        """What the event stream says, message by message."""
        with urllib.request.urlopen(self.address + "__events") as stream:
            for line in stream:
                if line.startswith(b"data: "):
                    yield json.loads(line.removeprefix(b"data: "))

    def stop(self) -> None:
        """Stop it as a person does."""
        self.process.send_signal(signal.SIGINT)
        rest, _ = self.process.communicate(timeout=60)
        assert self.process.returncode in (0, 1)
        assert "Traceback" not in rest

    def until(self, there) -> dict:
        """The first message for which something is so."""
        return next(message for message in self.events() if there(message))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that is built at once."""
    shutil.copytree(ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    for package, text in {"macros": PROGRAM, "mkdocs": GENERATOR}.items():
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()  # before the one that is installed
        (tmp_path / package / "__main__.py").write_text(text, "utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/plan.yaml").write_text("first", "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    shutil.copy(ROOT / ".gitignore", tmp_path)
    return tmp_path


@pytest.fixture
def serving(project):
    started = Serving(project)
    yield started
    started.stop()


def test_a_page_follows_the_data(serving):
    assert "<p>first</p>" in serving.page()
    assert 'data-build="1"' in serving.page()
    serving.write("second")
    assert serving.until(lambda message: message["build"] == 2)["problems"] == ""
    assert "<p>second</p>" in serving.page()


def test_problems_are_told_as_text_until_they_are_mended(serving):
    serving.write("wrong")
    told = serving.until(lambda message: message["problems"])
    assert told == {"build": 1, "problems": "data/plan.yaml:1: <b>wrong</b> é"}
    assert "<p>first</p>" in serving.page()
    serving.write("mended")
    assert serving.until(lambda message: not message["problems"])["build"] == 2


def test_the_program_that_is_ready_for_the_next_build_is_that_of_the_moment(project):
    """What it loaded while it waited may have changed since."""
    rules = project / "macros/rules"
    rules.mkdir()
    (rules / "__init__.py").touch()
    (rules / "facts.py").write_text("SAID = 'old'\n\n\ndef read_facts(root):\n    print('ready')\n", "utf-8")
    program = "from macros.rules.facts import SAID\n" + PROGRAM.replace("<b>wrong</b> é", "{SAID}").replace('print("', 'print(f"')
    (project / "macros/__main__.py").write_text(program, "utf-8")
    serving = Serving(project)
    time.sleep(1)  # it is ready
    serving.write("wrong")
    assert "old" in serving.until(lambda message: message["problems"])["problems"]
    time.sleep(1)
    (rules / "facts.py").write_text("SAID = 'new'\n", "utf-8")
    assert "new" in serving.until(lambda message: "old" not in message["problems"])["problems"]
    serving.stop()


def test_fifty_saves_in_a_second_are_few_builds_and_the_last_one_counts(serving):
    for number in range(50):
        serving.write(f"save {number}")
        time.sleep(0.02)
    deadline = time.monotonic() + 120
    while "save 49" not in serving.page():
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert serving.until(lambda message: True)["build"] < 25


def test_what_the_first_build_writes_among_the_pages_builds_nothing(serving):
    assert (serving.project / "docs/en/actors/miller.md").exists()
    time.sleep(2)
    assert serving.until(lambda message: True)["build"] == 1


def test_a_page_that_is_written_by_hand_is_shown(serving):
    for name in ("actors/index.md", "about/more.md"):
        before = serving.until(lambda message: True)["build"]
        (page := serving.project / "docs/en" / name).parent.mkdir(parents=True, exist_ok=True)
        page.write_text("By hand.", "utf-8")
        assert serving.until(lambda message, before=before: message["build"] > before)


@pytest.mark.parametrize("name", ["4913", ".#plan.yaml", "#plan.yaml#", "plan.yaml~", ".plan.yaml.swp", "plan.yaml.tmp", ".plan.json.4244"])
def test_what_an_editor_writes_beside_a_file_builds_nothing(serving, name):
    (serving.project / "data" / name).write_text("wrong", "utf-8")
    time.sleep(0.5)
    serving.write("second")
    assert serving.until(lambda message: message["build"] != 1)["build"] == 2


def test_a_folder_that_a_change_of_branch_takes_away_and_brings_back_is_still_watched(serving):
    shutil.rmtree(serving.project / "data")
    assert serving.until(lambda message: message["problems"])["build"] == 1
    (serving.project / "data").mkdir()
    serving.write("of the branch")
    (serving.project / "mkdocs.yml").write_text("changed", "utf-8")
    serving.until(lambda message: message["build"] == 2)
    time.sleep(1)
    serving.write("again")
    serving.until(lambda message: message["build"] > 2)
    deadline = time.monotonic() + 120
    while "again" not in serving.page():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_a_folder_that_is_gone_before_it_is_watched_stops_nothing(project, monkeypatch):
    monkeypatch.syspath_prepend(project / "tools")
    for name in ("build", "live", "serve"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    import serve

    monkeypatch.setattr(serve, "places", lambda: {project / "gone": 1})
    assert serve.files() == {}
    assert not serve.watch_until_moved(serve.State(), {}, [])


def test_another_port_is_offered_where_the_first_is_busy(project):
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(("127.0.0.1", 8000))
            taken.listen()
        except OSError:
            pass  # it is busy already
        started = Serving(project)
        assert "Port 8000 is in use." in started.said and started.address != "http://127.0.0.1:8000/"
        started.stop()


def test_what_is_no_page_is_served_as_it_is(serving):
    (serving.project / "site/plain.txt").write_text("plain </body>", "utf-8")
    assert serving.page("plain.txt") == "plain </body>"
    assert "EventSource" in serving.page("__live.js")
    with pytest.raises(urllib.error.HTTPError):
        serving.page("nowhere/")


def test_a_page_loads_anew_and_shows_problems_in_a_browser(serving, browser):
    page = browser.new_page()
    try:
        page.goto(serving.address)
        serving.write("wrong")
        page.get_by_role("alert").wait_for()
        assert page.get_by_role("alert").inner_text() == "data/plan.yaml:1: <b>wrong</b> é"
        serving.write("mended")
        page.get_by_text("mended").wait_for()
        assert page.get_by_role("alert").count() == 0
    finally:
        page.close()
