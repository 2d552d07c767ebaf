"""git, asked for facts: of the repository that holds a folder, whatever the environment or a user's settings say."""

import os
import re
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

from macros.messages import tell
from macros.problems import DataErrors, Problem

# Where git is installed, what its user set, how far it looks for a repository. A hook of git sets others, and they name a repository or an
# index that need not be ours: none of them is handed on.
INHERITED = {
    "GIT_EXEC_PATH", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM",
}  # fmt: skip
# Messages are read, so they are English; nothing asks at the keyboard; a look into a repository writes nothing.
FIXED_ENVIRONMENT = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
OPTIONS = ("--no-pager", "--no-replace-objects", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")


def run(root: Path, *words: str, stdin: bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
    """What became of one command of git in a folder. The only place that starts git. Raises OSError when git cannot be started."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in INHERITED}
    return subprocess.run(["git", *OPTIONS, *words], cwd=root, env=inherited | FIXED_ENVIRONMENT | settings, input=stdin, capture_output=True)


def read(root: Path, *words: str, stdin: bytes = b"") -> bytes:
    """What a command of git prints. Raises DataErrors, which name the cause, when it fails."""
    done = _try(root, *words, stdin=stdin)
    if done.returncode:
        raise cause(root, done.stderr.decode(errors="replace"))
    return done.stdout


def _try(root: Path, *words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """What became of a command of git. Raises DataErrors only where there is no git to start."""
    try:
        return run(root, *words, stdin=stdin)
    except FileNotFoundError:
        raise failure(tell("git.git_not_installed"), tell("git.install_git_commits_are")) from None
    except OSError as error:
        raise failure(tell("git.git_cannot_be_started", strerror=error.strerror), tell("git.try_git_version_install")) from None


def cause(root: Path, said: str) -> DataErrors:
    """Why git refused, from what it said."""
    if "dubious ownership" in said:
        trust = f'git config --global --add safe.directory "{root.resolve()}"'
        return failure(tell("git.repository_belongs_another_user"), trust)
    if "must be run in a work tree" in said:
        return failure(tell("git.no_files_lie_beside"), tell("git.clone_work_clone"))
    if "not a git repository" in said and not any((folder / ".git").exists() for folder in _looked_in(root)):
        return failure(tell("git.folder_no_git_repository"), tell("git.unpacked_archive_has_no"))
    line = next((line for line in said.splitlines() if line.startswith(("fatal:", "error:"))), said.strip() or tell("git.does_not_say_why"))
    return failure(tell("git.git_cannot_read_repository", line=line), tell("git.git_fsck_names_what"))


def _looked_in(root: Path) -> tuple[Path, ...]:
    """The folders in which git looks for the repository of one; it may be told not to look above."""
    return (root,) if os.environ.get("GIT_CEILING_DIRECTORIES") else (root, *root.resolve().parents)


def failure(message: str, hint: str, name: str = "git") -> DataErrors:
    """One problem of git, or of the commit of that name."""
    return DataErrors([Problem(name.strip() or "git", 1, "", message, hint)])


def commit(root: Path, revision: str) -> str:
    """The full hash of a commit. Raises DataErrors, which name the cause, when there is none."""
    found = _look_up(root, f"{revision}^{{commit}}")
    if hash := _hash(found):
        return hash
    read(root, "rev-parse", "--git-dir")  # the folder is a repository, or the cause is named
    lost = next((line for line in found.stderr.decode(errors="replace").splitlines() if "Could not read" in line), "")
    named = _hash(_look_up(root, revision))
    kind = run(root, "cat-file", "-t", named).stdout.decode().strip() if named else ""
    # A full hash leads to itself, there or not.
    if lost or (named not in ("", revision) and not kind):
        raise cause(root, lost or f"fatal: '{revision}' is there, but what it names is not")
    if kind == "commit":  # found by its words, behind which nothing can stand
        return named
    if kind:
        raise failure(tell("git.names_no_commit_but", revision=revision, kind=kind), tell("git.write_branch_tag_commit"), revision)
    if not read(root, "rev-list", "-1", "--all"):
        raise failure(tell("git.repository_has_no_commit"), tell("git.commit_what_there_first"))
    missing = tell("git.git_knows_no_commit", revision=revision)
    if read(root, "rev-parse", "--is-shallow-repository") == b"true\n":
        raise failure(tell("git.clone_shallow_history_cut", missing=missing), tell("git.fetch_rest_git_fetch"), revision)
    if _look_up(root, f"origin/{revision}^{{commit}}").returncode == 0:
        raise failure(missing, tell("git.write_origin_only_remote", revision=revision), revision)
    raise failure(missing, tell("git.write_branch_tag_hash"), revision)


def _look_up(root: Path, name: str) -> subprocess.CompletedProcess[bytes]:
    return _try(root, "rev-parse", "--verify", "--end-of-options", name)


def _hash(answer: subprocess.CompletedProcess[bytes]) -> str:
    """The one hash that git answers with; nothing where it answers none, or a range of commits."""
    said = answer.stdout.decode().strip()
    return said if re.fullmatch("[0-9a-f]{40,64}", said) else ""


def last_day(root: Path, path: str) -> str | None:
    """The day of the last commit that changed a path, or None where the history does not tell: without git, or cut off at that commit."""
    try:
        words = read(root, "rev-list", "-1", "--encoding=UTF-8", "--format=%cs %H %P", "HEAD", "--", path).decode().split()[2:]
        if not words:
            return None
        day, found, *parents = words
        written = read(root, "cat-file", "commit", found).partition(b"\n\n")[0].count(b"\nparent ")
    except DataErrors:
        return None
    return day if len(parents) == written else None


def newest_day(root: Path) -> str:
    """The day of the commit that a folder was taken from; empty without git."""
    try:
        return read(root, "log", "-1", "--format=%cs", "HEAD").decode().strip()
    except DataErrors:
        return ""


def is_whole(root: Path) -> bool:
    """Whether there is a history, and none of it was cut off."""
    try:
        return read(root, "rev-parse", "--is-shallow-repository") == b"false\n"
    except DataErrors:
        return False


def days_of_lines(root: Path, file: str) -> list[str]:
    """The day on which each line of a file was last changed; empty where nobody committed it. No line where the history does not tell.

    Where the history is cut off, the days are wrong: `is_whole` asks that once for all files.
    """
    try:
        said = read(root, "blame", "--porcelain", "HEAD", "--", file).decode("utf-8", "replace")
    except DataErrors:
        return []
    days: dict[str, str] = {}
    found, commit = [], ""
    for line in said.split("\n"):
        name, _, value = line.partition(" ")
        if re.fullmatch("[0-9a-f]{40,64}", name):
            commit = name
        elif name == "committer-time":
            days[commit] = value
        elif name == "committer-tz":
            days[commit] = _day(int(days[commit]), value)
        elif line.startswith("\t"):
            found.append(days[commit])
    return found


def _day(seconds: int, zone: str) -> str:
    """The day of a moment where it was written: seconds since 1970, and a zone as +0100."""
    ahead = int(f"{zone[0]}1") * timedelta(hours=int(zone[1:3]), minutes=int(zone[3:]))
    return (datetime(1970, 1, 1) + timedelta(seconds=seconds) + ahead).date().isoformat()
