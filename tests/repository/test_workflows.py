"""The workflows: two tools find no fault in them, their steps are our commands, their rights are few."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from support.git import git
from support.make import make
from support.paths import ROOT

BIN = Path(sys.executable).parent
FILES = sorted((ROOT / ".github/workflows").glob("*.yml"))
# The loader without types: "on" is a word here, and so is every number.
WORKFLOWS = {file.stem: yaml.load(file.read_text("utf-8"), yaml.BaseLoader) for file in FILES}
JOBS = {(name, job): body for name, workflow in WORKFLOWS.items() for job, body in workflow["jobs"].items()}
COMMANDS = sorted({step["run"] for job in JOBS.values() for step in job.get("steps", []) if "run" in step})
SUMMARY = ' >> "$GITHUB_STEP_SUMMARY"'

ACTIONLINT = ["actionlint", "-no-color", "-shellcheck=", "-pyflakes="]
ZIZMOR = [
    "zizmor",
    "--offline",
    "--quiet",
    "--color=never",
    "--strict-collection",
    "--persona=auditor",
    "--no-config",
    ".github",
    ".pre-commit-config.yaml",
]


def run(folder: Path, command: list[str]) -> subprocess.CompletedProcess:
    """Run a program that is installed beside Python, in a folder."""
    return subprocess.run([BIN / command[0], *command[1:]], cwd=folder, capture_output=True, text=True)


@pytest.fixture
def repository(tmp_path) -> Path:
    """A repository with a copy of our workflows, to spoil."""
    git(tmp_path, "init", "-q")
    shutil.copytree(ROOT / ".github", tmp_path / ".github")
    shutil.copy(ROOT / ".pre-commit-config.yaml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("tool", [ACTIONLINT, ZIZMOR], ids=["actionlint", "zizmor"])
def test_no_fault_is_found(tool, repository):
    done = run(repository, tool)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("tool", "file", "old", "new", "says"),
    [
        (ACTIONLINT, "site", "runs-on: ubuntu-24.04", "runs-on: ubuntu-24.4", "runner-label"),
        (ACTIONLINT, "site", "inputs.site_url", "inputs.address", "expression"),
        (ACTIONLINT, "deploy", "site_url: ${{", "address: ${{", "workflow-call"),
        (ACTIONLINT, "deploy", "needs: address", "needs: adress", "job-needs"),
        (ACTIONLINT, "links", "17 4 * * 1", "17 4 * * 8", "events"),
        (ZIZMOR, "site", "          persist-credentials: false\n", "", "artipacked"),
        (ZIZMOR, "site", "run: make check", "run: make check ${{ inputs.site_url }}", "template-injection"),
        (ZIZMOR, "site", "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7", "unpinned-uses"),
        (ZIZMOR, "pull-request", "on:\n  pull_request:", "on:\n  pull_request_target:", "dangerous-triggers"),
        (ZIZMOR, "pull-request", "permissions: {}\n\n", "permissions: write-all\n\n", "excessive-permissions"),
    ],
)
def test_a_fault_is_found(tool, file, old, new, says, repository):
    workflow = repository / f".github/workflows/{file}.yml"
    text = workflow.read_text("utf-8")
    assert old in text
    workflow.write_text(text.replace(old, new, 1), "utf-8")
    done = run(repository, tool)
    assert done.returncode != 0
    assert says in done.stdout + done.stderr


def test_every_action_is_pinned_to_a_commit_that_its_version_names_everywhere():
    pins = {}
    for file in FILES:
        for action, pin in re.findall(r"uses: ([^\s$@]+)@(.+)", file.read_text("utf-8")):
            assert re.fullmatch(r"[0-9a-f]{40} # v\d+\.\d+\.\d+", pin), f"{file.name}: {action}@{pin}"
            assert pins.setdefault(action, pin) == pin, f"{file.name}: {action} has two pins"
    assert len(pins) == 8


def test_no_workflow_has_a_right_and_jobs_have_the_least():
    assert {name for name, workflow in WORKFLOWS.items() if workflow["permissions"] != {}} == set()
    writes = {(*where, right) for where, job in JOBS.items() for right, value in job["permissions"].items() if value != "read"}
    assert writes == {
        ("deploy", "attest", "id-token"),
        ("deploy", "attest", "attestations"),
        ("deploy", "publish", "pages"),
        ("deploy", "publish", "id-token"),
        ("form", "post", "issues"),
        ("links", "tell", "issues"),
    }


def test_what_a_fork_runs_may_read_the_code_alone():
    assert set(WORKFLOWS["pull-request"]["on"]) == {"pull_request"}
    assert {str(JOBS[where]["permissions"]) for where in JOBS if where[0] in ("pull-request", "site")} == {"{'contents': 'read'}"}
    assert "secrets" not in (ROOT / ".github/workflows/pull-request.yml").read_text("utf-8")


def test_who_reads_what_somebody_wrote_has_no_right_and_who_posts_runs_our_tool_alone():
    assert WORKFLOWS["form"]["on"] == {"issues": {"types": ["opened", "edited"]}}
    assert JOBS["form", "work-out"]["permissions"] == {"contents": "read"}
    assert commands("form", "post") == ["python3 tools/answer.py answer.md"]
    text = (ROOT / ".github/workflows/form.yml").read_text("utf-8")
    assert re.findall(r"github\.event\.\S+", text) == ["github.event.issue.number"], "nothing that somebody wrote stands in a workflow"


def test_every_job_ends_and_no_two_runs_collide():
    assert all("timeout-minutes" in job for job in JOBS.values() if "steps" in job)
    assert {name for name, workflow in WORKFLOWS.items() if "concurrency" not in workflow} == {"site"}, "its callers have it"
    cancels = {name for name, workflow in WORKFLOWS.items() if workflow.get("concurrency", {}).get("cancel-in-progress") == "true"}
    assert cancels == {"engines", "form", "pull-request"}


def commands(workflow: str, job: str) -> list[str]:
    """What the steps of a job run."""
    return [step["run"] for step in JOBS[workflow, job]["steps"] if "run" in step]


def test_only_the_site_that_was_checked_is_published():
    uploads = [step for step in JOBS["site", "site"]["steps"] if "/upload-" in step.get("uses", "")]
    assert {step["with"]["path"] for step in uploads if "pages" in step["uses"]} == {"site/"}
    assert [step["with"]["name"] for step in uploads if "pages" not in step["uses"]] == ["preview"], "made from it, and never published"
    publish = JOBS["deploy", "publish"]
    assert publish["needs"] == "site", "and with it the tests, which are a job of the same workflow"
    assert [step["uses"].split("@")[0] for step in publish["steps"]] == ["actions/deploy-pages"]


def test_what_is_published_is_attested():
    download, attest = JOBS["deploy", "attest"]["steps"]
    assert JOBS["deploy", "attest"]["needs"] == "site"
    assert download["with"]["name"] == "github-pages", "as upload-pages-artifact calls it"
    assert attest["with"]["subject-path"] == "artifact.tar"


def test_the_weekly_audit_reads_every_package_of_the_lock():
    """Without the network: it says what it would ask for."""
    recipe = make(ROOT, "-n", *commands("links", "audit")[0].split()[1:]).stdout.split()
    words = recipe[recipe.index("pip_audit") + 1 :]
    done = subprocess.run([sys.executable, "-m", "pip_audit", *words, "--dry-run"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    locked = re.findall(r"^[a-z][\w.-]*==", (ROOT / "requirements-test.lock").read_text("utf-8"), re.MULTILINE)
    (asked,) = re.findall(r"would have audited (\d+) packages", done.stderr)
    assert len(locked) - 5 <= int(asked) <= len(locked), "some are for other systems"


def test_a_reviewer_of_data_waits_for_no_long_test():
    assert commands("site", "site") == [
        "make install",
        "make check",
        "make site",
        ".venv/bin/python -m macros links site --format github",
        ".venv/bin/python -m macros preview site preview HEAD^",
    ]
    assert [command.split()[3] for command in commands("pull-request", "change")[1:]] == ["check", "diff"]
    assert commands("site", "tests") == ["make test"]
    started = [JOBS[where] for where in JOBS if where[0] in ("pull-request", "site")]
    assert [job for job in started if "needs" in job or "if" in job] == [], "all start at once"


def test_the_tests_run_on_the_lowest_python_that_we_promise_and_on_a_higher_one():
    lowest, highest = JOBS["site", "tests"]["strategy"]["matrix"]["python"]
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert tomllib.load(file)["project"]["requires-python"] == f">={lowest}"
    assert [int(part) for part in highest.split(".")] > [int(part) for part in lowest.split(".")]
    others = {step["with"]["python-version"] for job in JOBS.values() for step in job.get("steps", []) if "setup-python" in step.get("uses", "")}
    assert others == {lowest, "${{ matrix.python }}"}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_step_is_one_command_without_shell(command):
    assert not re.search(r"[\n;&|`$<>(]", command.removesuffix(SUMMARY))


@pytest.mark.parametrize("target", [command.removeprefix("make ") for command in COMMANDS if command.startswith("make ")])
def test_a_step_makes_what_the_makefile_knows(target):
    done = make(ROOT, "-n", target)
    assert done.returncode == 0, done.stderr
    for tool in re.findall(r"tools/\w+\.py", done.stdout):
        assert (ROOT / tool).exists()


@pytest.fixture(scope="module")
def changed(tmp_path_factory) -> Path:
    """The program with the tiny data in a repository, as GitHub checks a pull request out: its one commit, of one word in each language, is
    merged into a base that went on in the meantime."""
    folder = tmp_path_factory.mktemp("changed")
    shutil.copytree(ROOT / "macros", folder / "macros")
    shutil.copytree(ROOT / "tests/tiny/data", folder / "data")
    shutil.copytree(ROOT / "data/wording", folder / "data/wording", dirs_exist_ok=True)

    def change(name: str, message: str, *pairs: tuple[str, str]) -> None:
        file = folder / "data" / name
        text = file.read_text("utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        file.write_text(text, "utf-8")
        git(folder, "commit", "-qam", message)

    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "The plan")
    git(folder, "switch", "-qc", "a-word")
    change("actions.yaml", "One word", ("published a manual", "issued a manual"), ("publié un manuel", "édité un manuel"))
    git(folder, "switch", "-q", "main")
    change("actors.yaml", "Another one", ("{en: School of Mills, fr: École", "{en: College of Mills, fr: Collège"))
    git(folder, "switch", "-q", "--detach")
    git(folder, "merge", "-q", "--no-ff", "-m", "The pull request", "a-word")
    return folder


@pytest.mark.parametrize("command", [command for command in COMMANDS if re.search(r" -m macros (check|diff) ", command)])
def test_a_step_runs_on_a_change(command, changed):
    words = command.removesuffix(SUMMARY).split()
    assert words[0] == ".venv/bin/python"
    done = run(changed, ["python", *words[1:]])
    assert done.returncode == 0, done.stdout + done.stderr
    assert ("issued a manual" in done.stdout) == (" diff " in command)
    assert "College" not in done.stdout, "the base is where the pull request goes, not where it began"


def test_where_a_token_may_write_no_package_is_installed():
    writing = [job for job in JOBS.values() if "write" in job["permissions"].values()]
    assert [step["run"] for job in writing for step in job["steps"] if "run" in step] == [
        "python3 tools/answer.py answer.md",
        "python3 tools/issue.py outside.json",
    ]


@pytest.mark.parametrize("command", [command for command in COMMANDS if " -m macros " in command])
def test_a_step_says_what_its_tool_understands(command):
    words = command.split()
    done = run(ROOT, ["python", *words[1:4], "--help"])
    assert done.returncode == 0, done.stderr
    assert {word for word in words if word.startswith("--")} <= set(re.findall(r"--\w+", done.stdout))


def test_the_cache_is_keyed_by_our_locks():
    keys = {step["with"]["cache-dependency-path"] for job in JOBS.values() for step in job.get("steps", []) if "setup-python" in step.get("uses", "")}
    assert keys == {"requirements*.lock"}
    assert {file.name for file in ROOT.glob(*keys)} == {"requirements.lock", "requirements-test.lock", "requirements-forks.lock"}
