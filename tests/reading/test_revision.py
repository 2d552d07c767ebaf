"""The data at a commit."""

import pytest
from support.git import git

from macros.model.kinds import NAMED
from macros.problems import DataErrors
from macros.reading.revision import at, changed_files


@pytest.fixture
def repository(project):
    """The tiny project as a repository with one commit, called base."""
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "Begin")
    git(project, "tag", "base")
    return project


def test_a_commit_keeps_what_the_folder_has_lost(repository, edit):
    edit("actors.yaml", "id: mill-school", "id: mill-academy")
    with at(repository, "base") as before, at(repository, None) as after:
        assert "mill-school" in before.records["actors"]
        assert "mill-school" not in after.records["actors"]
        assert "mill-academy" in after.records["actors"]


def test_every_record_of_the_plan_is_there_with_its_line(repository, tiny):
    with at(repository, "base") as revision:
        for kind in NAMED:
            found = revision.records.get(kind, {})
            assert set(found) == set(getattr(tiny, kind)), kind
            for id, record in getattr(tiny, kind).items():
                assert (found[id].file, found[id].line) == (record.place.file, record.place.line())


def test_a_record_leaves_out_the_records_inside_it(repository):
    with at(repository, "base") as revision:
        assert "objectives" not in next(iter(revision.records["areas"].values())).fields
        assert "actions" not in revision.records["objectives"]["2.1.1"].fields


@pytest.mark.parametrize("name", ["nowhere", "--all", ""])
def test_an_unknown_commit_gets_a_message(repository, name):
    with pytest.raises(DataErrors, match=f"git knows no commit '{name}' here"), at(repository, name):
        pass


def test_a_commit_that_cannot_be_read_names_file_and_line(repository, edit):
    edit("actors.yaml", "actors:", "actors:\n\t- id: x")
    git(repository, "commit", "-q", "-am", "Spoil")
    with pytest.raises(DataErrors, match="^HEAD:data/actors.yaml:2: a tab"), at(repository, "HEAD") as revision:
        revision.records  # noqa: B018


def test_a_link_is_not_followed(repository):
    (repository / "data" / "actors.yaml").unlink()
    (repository / "data" / "actors.yaml").symlink_to("/etc/hostname")
    git(repository, "commit", "-q", "-am", "Spoil")
    with pytest.raises(DataErrors, match="^data/actors.yaml:1: the file is a link at HEAD"), at(repository, "HEAD"):
        pass


@pytest.mark.parametrize(("schema", "version"), [(None, None), ('{"version": 3}', 3), ("{}", None), ("[]", None), ("no JSON", None)])
def test_the_version_of_the_schema_is_read_where_there_is_one(schema, version, repository):
    if schema:
        (repository / "schema").mkdir()
        (repository / "schema" / "actions.json").write_text(schema, "utf-8")
    with at(repository, None) as revision:
        assert revision.schema_version == version


def test_files_that_differ_are_named_with_what_became_of_them(repository):
    (repository / "data" / "means.yaml").unlink()
    (repository / "new é.txt").write_text("", "utf-8")
    (repository / "data" / "actors.yaml").write_text("actors: []\n", "utf-8")
    expected = {"data/actors.yaml": "changed", "data/means.yaml": "removed", "new é.txt": "added"}
    assert changed_files(repository, "base", None) == expected
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Change")
    assert changed_files(repository, "base", "HEAD") == expected
