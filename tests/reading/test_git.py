"""git is asked for facts of one repository: no variable, no setting and no missing history gets into the answer."""

import re
from pathlib import Path

import pytest
from support.git import NOBODY, git
from support.paths import ROOT

from macros.problems import DataErrors
from macros.reading import git as reader
from macros.reading.load import load
from macros.reading.record_days import record_days
from macros.reading.revision import at, changed_files

# What could change an answer that is printed for people. Set by a user, by the machine or in the repository.
SETTINGS = {
    "log.showSignature": "true", "log.date": "relative", "log.decorate": "full", "log.follow": "true", "format.pretty": "fuller",
    "color.ui": "always", "color.diff": "always", "core.quotePath": "true", "core.pager": "tr a-z A-Z", "pager.log": "true", "pager.diff": "true",
    "diff.noprefix": "true", "diff.mnemonicPrefix": "true", "diff.renames": "copies", "diff.external": "false", "diff.orderFile": "/nowhere",
    "diff.relative": "false", "diff.shout.textconv": "tr a-z A-Z", "diff.ignoreSubmodules": "all", "i18n.logOutputEncoding": "UTF-16",
    "i18n.commitEncoding": "UTF-16", "core.fsmonitor": "false && touch planted", "core.autocrlf": "true", "core.eol": "crlf",
    "filter.shout.smudge": "tr a-z A-Z",
    "tar.umask": "user", "core.abbrev": "4", "core.warnAmbiguousRefs": "true", "alias.rev-list": "status", "status.short": "true",
    "status.relativePaths": "false", "blame.date": "relative", "column.ui": "always", "grep.lineNumber": "true", "core.fileMode": "false",
}  # fmt: skip
ATTRIBUTES = "* diff=shout filter=shout eol=crlf working-tree-encoding=UTF-16 export-ignore export-subst\n"


@pytest.fixture
def repository(project) -> Path:
    """The tiny project with two commits: the data on the 5th of May 2020, a README on the 6th of June 2021."""
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "Begin", GIT_COMMITTER_DATE="2020-05-05T23:30:00 -0800")
    git(project, "tag", "base")
    (project / "README.md").write_text("Read\n", "utf-8")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "Read", GIT_COMMITTER_DATE="2021-06-06T12:00:00 +0000")
    return project


def test_each_line_has_the_day_on_which_it_was_last_changed(repository):
    file = repository / "README.md"
    file.write_text("Read\nNew\n", "utf-8")
    git(repository, "commit", "-q", "-a", "-m", "Add", GIT_COMMITTER_DATE="2022-02-02T23:30:00 -0800")
    file.write_text("Read\nNew\nNobody committed this\n", "utf-8")
    assert reader.days_of_lines(repository, "README.md") == ["2021-06-06", "2022-02-02"]
    assert reader.days_of_lines(repository, "nothing") == []


def test_each_record_has_the_day_of_its_own_lines_and_judgements(repository):
    actions = repository / "data/actions.yaml"
    lines = actions.read_text("utf-8").split("\n")
    plan = load(repository)
    first, *others = plan.objectives.values()
    lines.insert(first.place.line() + 1, "          # a remark")
    actions.write_text("\n".join(lines), "utf-8")
    git(repository, "commit", "-q", "-a", "-m", "Change", GIT_COMMITTER_DATE="2023-03-03T12:00:00 +0000")
    days = record_days(repository, load(repository))
    assert days["objectives", first.id] == days["areas", first.area_id] == "2023-03-03"
    assert {days["objectives", one.id] for one in others} == {days["actors", id] for id in plan.actors} == {"2020-05-05"}


def answers(root: Path) -> tuple:
    """All that the program asks of git."""
    with at(root, "base") as revision:
        files = {file.relative_to(revision.folder): file.read_bytes() for file in sorted(revision.folder.rglob("*.*")) if file.is_file()}
    return reader.last_day(root, "data"), reader.commit(root, "HEAD"), changed_files(root, "base", "HEAD"), changed_files(root, "base", None), files


@pytest.fixture
def plain(repository) -> tuple:
    """The answers where nobody set anything; in the folder two names wait that git would quote."""
    (repository / "data" / "é\tè.yaml").write_text("x: 1\n", "utf-8")
    return answers(repository)


def test_the_day_is_that_of_the_last_commit_to_the_data_where_it_was_made(repository):
    assert reader.last_day(repository, "data") == "2020-05-05"
    assert reader.last_day(repository, "README.md") == "2021-06-06"
    assert reader.last_day(repository, "nothing") is None


@pytest.mark.parametrize("place", ["user", "repository", "command"])
def test_no_setting_gets_into_an_answer(place, repository, plain, tmp_path_factory, monkeypatch):
    home = tmp_path_factory.mktemp("home")
    settings = SETTINGS | {"core.attributesFile": str(home / "attributes")}
    (home / "attributes").write_text(ATTRIBUTES, "utf-8")
    file = {"user": home / "settings", "repository": repository / ".git/config", "command": None}[place]
    for number, (name, value) in enumerate(settings.items()):
        if file:
            git(repository, "config", "--file", str(file), name, value)
        else:
            monkeypatch.setenv(f"GIT_CONFIG_KEY_{number}", name)
            monkeypatch.setenv(f"GIT_CONFIG_VALUE_{number}", value)
    monkeypatch.setenv(*("GIT_CONFIG_GLOBAL", str(file)) if place == "user" else ("GIT_CONFIG_COUNT", str(len(settings))))
    assert answers(repository) == plain


def test_a_signed_commit_tells_its_day_and_nothing_of_its_signer(repository, tmp_path_factory, monkeypatch):
    home = tmp_path_factory.mktemp("home")
    begun, signed = "[GNUPG:] SIG_CREATED ", "-----BEGIN PGP SIGNATURE-----\\n-----END PGP SIGNATURE-----\\n"
    # What git hands over is read, or git takes the broken pipe for a failure.
    (home / "sign").write_text(f"#!/bin/sh\ncat >/dev/null\necho >&2\necho '{begun}' >&2\nprintf -- '{signed}'\n", "utf-8")
    (home / "sign").chmod(0o755)
    file = home / "settings"
    for name, value in {"gpg.program": str(home / "sign"), "log.showSignature": "true"}.items():
        git(repository, "config", "--file", str(file), name, value)
    (repository / "data" / "actors.yaml").touch()
    git(repository, "rm", "-q", "data/means.yaml")
    git(repository, "commit", "-q", "-S", "-m", "Sign", GIT_CONFIG_GLOBAL=str(file), GIT_COMMITTER_DATE="2022-07-07T12:00:00 +0000")
    assert "gpgsig" in git(repository, "cat-file", "commit", "HEAD")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(file))
    assert reader.last_day(repository, "data") == "2022-07-07"


def snapshot(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def test_a_hook_of_another_repository_is_left_alone(repository, plain, tmp_path_factory, monkeypatch):
    theirs = tmp_path_factory.mktemp("theirs")
    git(theirs, "init", "-q", "-b", "main")
    (theirs / "file").write_text("theirs\n", "utf-8")
    git(theirs, "add", "-A")
    git(theirs, "commit", "-q", "-m", "Theirs")
    before = snapshot(theirs)
    inherited = git(theirs, "rev-parse", "--local-env-vars").split()
    assert {"GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_PREFIX"} <= set(inherited)
    folders = {"GIT_WORK_TREE": theirs, "GIT_INDEX_FILE": theirs / ".git/index", "GIT_OBJECT_DIRECTORY": theirs / ".git/objects"}
    for name in inherited:
        monkeypatch.setenv(name, str(folders.get(name, theirs / ".git")))
    for name in ("GIT_NAMESPACE", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_ICASE_PATHSPECS", "GIT_TRACE", "GIT_ATTR_SOURCE", "GIT_DEFAULT_HASH"):
        monkeypatch.setenv(name, "1")
    assert answers(repository) == plain
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Ours")
    assert git(repository, "log", "-1", "--format=%s") == "Ours"
    assert snapshot(theirs) == before


def test_git_is_started_in_one_place():
    starts = re.compile(r"""[(\[]\s*["']git["'],""")
    files = [file for folder in ("macros", "tools", "tests", "bench") for file in (ROOT / folder).rglob("*.py")]
    assert [str(file.relative_to(ROOT)) for file in files if starts.search(file.read_text("utf-8"))] == ["macros/reading/git.py"]


def shallow(repository: Path, folder: Path, depth: int) -> Path:
    git(folder, "clone", "-q", "--depth", str(depth), repository.as_uri(), "clone")
    return folder / "clone"


@pytest.mark.parametrize(("depth", "day"), [(1, None), (2, "2020-05-05")])
def test_a_shallow_clone_tells_the_true_day_or_none(depth, day, repository, tmp_path_factory):
    assert reader.last_day(shallow(repository, tmp_path_factory.mktemp("shallow"), depth), "data") == day


def test_a_shallow_clone_tells_the_day_of_a_commit_whose_parent_is_there(repository, tmp_path_factory):
    git(repository, "rm", "-q", "data/means.yaml")
    git(repository, "commit", "-q", "-m", "Less", GIT_COMMITTER_DATE="2023-08-08T12:00:00 +0000")
    folder = tmp_path_factory.mktemp("shallow")
    assert reader.last_day(shallow(repository, folder, 2), "data") == "2023-08-08"
    worktree = folder / "beside"
    git(folder / "clone", "worktree", "add", "-q", "--detach", str(worktree), "HEAD~1")
    assert reader.last_day(worktree, "data") is None
    assert reader.is_whole(repository) and not reader.is_whole(worktree)
    assert not reader.is_whole(tmp_path_factory.mktemp("none"))


def refused(root: Path, revision: str = "main") -> str:
    """What is said about a commit, on one line."""
    with pytest.raises(DataErrors) as said, at(root, revision):
        pass
    assert len(said.value.problems) == 1
    return str(said.value.problems[0])


def test_a_folder_without_repository_is_named(project):
    assert "this folder is no git repository" in (said := refused(project)) and "clone the repository" in said
    assert "unshallow" not in said
    assert reader.last_day(project, "data") is None


def test_the_repository_of_another_user_is_named(repository, monkeypatch):
    monkeypatch.setattr(reader, "FIXED_ENVIRONMENT", reader.FIXED_ENVIRONMENT | NOBODY | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})
    said = refused(repository)
    assert "belongs to another user" in said
    assert f'git config --global --add safe.directory "{repository}"' in said
    assert reader.last_day(repository, "data") is None


@pytest.mark.parametrize("revision", ["nowhere", "0" * 40, "HEAD~40", "base..main", "^main", "main^2", "--upload-pack=x", "-h", "main --", "../main"])
def test_a_commit_that_is_not_there_is_named(revision, repository):
    assert f"git knows no commit '{revision}' here\n  hint: write a branch, a tag or a hash" in refused(repository, revision)


@pytest.mark.parametrize(("revision", "kind"), [("base:data", "tree"), ("main:README.md", "blob"), ("folder", "tree"), ("main^{tree}", "tree")])
def test_a_name_of_something_else_is_no_commit(revision, kind, repository):
    git(repository, "tag", "folder", "base:data")
    assert f"'{revision}' names no commit, but a {kind}\n  hint: write a branch" in refused(repository, revision)


@pytest.mark.parametrize("revision", ["annotated", "nested", "été", "refs/heads/-x", "@", "main^{/Begin}", ":/Begin"])
def test_any_name_of_a_commit_is_understood(revision, repository):
    git(repository, "tag", "-a", "annotated", "-m", "One")
    git(repository, "tag", "-a", "nested", "annotated", "-m", "Of one")
    git(repository, "branch", "été")
    git(repository, "update-ref", "refs/heads/-x", "HEAD")
    assert re.fullmatch("[0-9a-f]{40}", reader.commit(repository, revision))


def test_a_repository_without_commits_is_named(project):
    git(project, "init", "-q", "-b", "main")
    assert "this repository has no commit yet" in refused(project, "HEAD")
    assert reader.last_day(project, "data") is None


@pytest.mark.parametrize("setting", [("core.bare", "true"), ("core.worktree", "/nowhere")])
def test_a_repository_without_files_is_named(setting, repository):
    git(repository, "config", *setting)
    with pytest.raises(DataErrors, match="no files lie beside this repository"):
        changed_files(repository, "base", None)


def test_a_folder_above_which_git_may_not_look_has_no_repository(repository, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repository))
    assert "this folder is no git repository" in refused(repository / "data")


def test_a_clone_without_the_files_of_old_commits_is_named_where_they_cannot_be_fetched(repository, tmp_path_factory):
    folder = tmp_path_factory.mktemp("partial")
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(repository, "rm", "-rq", "data")
    git(repository, "commit", "-q", "-m", "Less")
    git(folder, "clone", "-q", "--filter=blob:none", repository.as_uri(), "clone")
    git(folder / "clone", "config", "remote.origin.url", "file:///nowhere")
    said = refused(folder / "clone", "base")
    assert "git cannot read the repository: " in said and "nowhere" in said


def test_a_history_that_was_cut_by_hand_tells_no_day(repository):
    (repository / ".git/info").mkdir(exist_ok=True)
    (repository / ".git/info/grafts").write_text(git(repository, "rev-parse", "HEAD") + "\n", "utf-8")
    assert reader.last_day(repository, "data") is None


def test_a_branch_of_the_remote_is_proposed(repository, tmp_path):
    git(repository, "branch", "there")
    git(tmp_path, "clone", "-q", repository.as_uri(), "clone")
    assert "write  origin/there" in refused(tmp_path / "clone", "there")


def test_a_clone_that_is_too_shallow_is_named(repository, tmp_path_factory):
    said = refused(shallow(repository, tmp_path_factory.mktemp("shallow"), 1), "HEAD~1")
    assert "git knows no commit 'HEAD~1' here: the clone is shallow" in said and "git fetch --unshallow" in said


@pytest.mark.parametrize(("path", "error", "message"), [("nothing", None, "git is not installed"), ("folder", 0o644, "git cannot be started")])
def test_a_git_that_does_not_start_is_named(path, error, message, repository, tmp_path_factory, monkeypatch):
    folder = tmp_path_factory.mktemp(path)
    if error:
        (folder / "git").write_text("no program\n", "utf-8")
        (folder / "git").chmod(error)
    monkeypatch.setenv("PATH", str(folder))
    assert message in refused(repository)
    assert reader.last_day(repository, "data") is None


def lose_commit(root: Path) -> None:
    _lose(root, git(root, "rev-parse", "main"))


def lose_parent(root: Path) -> None:
    _lose(root, git(root, "rev-parse", "main~1"))


def lose_tree(root: Path) -> None:
    _lose(root, git(root, "rev-parse", "main:data"))


def lose_file(root: Path) -> None:
    _lose(root, git(root, "rev-parse", "main:data/actors.yaml"))


def lose_head(root: Path) -> None:
    (root / ".git/HEAD").unlink()


def spoil_settings(root: Path) -> None:
    (root / ".git/config").write_text("[core\n", "utf-8")


def move_repository(root: Path) -> None:
    (root / ".git").rename(root.parent / "elsewhere")
    (root / ".git").write_text("gitdir: /nowhere/.git\n", "utf-8")


def _lose(root: Path, object_: str) -> None:
    (root / ".git/objects" / object_[:2] / object_[2:]).unlink()


@pytest.mark.parametrize("damage", [lose_commit, lose_tree, lose_file, lose_head, spoil_settings, move_repository])
def test_a_broken_repository_is_named(damage, repository):
    damage(repository)
    said = refused(repository)
    assert "git:1: git cannot read the repository: " in said and "git fsck" in said


def test_a_history_with_a_hole_is_named(repository):
    lose_parent(repository)
    assert "git cannot read the repository: fatal: 'main~1' is there, but what it names is not" in refused(repository, "main~1")
    assert "git cannot read the repository: error: Could not read" in refused(repository, "main~2")
    assert reader.last_day(repository, "data") is None


def test_a_path_that_leads_out_is_not_followed(repository):
    blob = git(repository, "rev-parse", "main:README.md")
    inner = _tree(repository, "040000 tree", _tree(repository, "100644 blob", blob, "planted"), "..")
    tree = _tree(repository, "040000 tree", inner, "data")
    git(repository, "update-ref", "refs/heads/bad", git(repository, "commit-tree", tree, "-m", "Lead out"))
    assert "leads out of the project at bad" in refused(repository, "bad")


def _tree(root: Path, kind: str, object_: str, name: str) -> str:
    """The hash of a tree with one entry, written past the checks of git."""
    entry = f"{kind.split()[0].lstrip('0')} {name}".encode() + b"\0" + bytes.fromhex(object_)
    done = reader.run(root, "hash-object", "-t", "tree", "-w", "--stdin", "--literally", stdin=entry)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode().strip()
