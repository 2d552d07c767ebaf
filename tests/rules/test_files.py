"""A page that nothing reads, or that says nothing, is seen by the check."""

import shutil

import pytest
from support.paths import ROOT

from macros.problems import DataErrors
from macros.project import Project


@pytest.fixture
def pages(project):
    """A copy of the tiny project, with the pages that are written by hand."""
    for page in (ROOT / "docs").glob("*/*/index.md"):
        (copy := project / page.relative_to(ROOT)).parent.mkdir(parents=True)
        shutil.copy(page, copy)
    return project


def said(root) -> list[str]:
    try:
        Project(root).check()
    except DataErrors as errors:
        return [str(problem) for problem in errors.problems if problem.file.startswith("docs/")]
    return []


def test_the_pages_of_the_site_are_read(pages):
    assert [one for one in said(pages) if "nothing reads" in one or "empty" in one] == []


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("en/about/index (1).md", "carry what is new in it over to docs/en/about/index.md, and delete it"),
        ("fr/method/index.fr.md", "carry what is new in it over to docs/fr/method/index.md, and delete it"),
        ("en/notes.md", "delete it, or give it the name of a file that is read"),
    ],
)
def test_a_page_that_nothing_reads_is_named(name, hint, pages):
    (pages / "docs" / name).write_text("Words.", "utf-8")
    assert f"docs/{name}:1: nothing reads this file\n  hint: {hint}" in said(pages)


def test_an_emptied_page_is_named(pages):
    (pages / "docs/fr/about/index.md").write_text("\n", "utf-8")
    assert "docs/fr/about/index.md:1: the page is empty\n  hint: restore it from the last commit" in said(pages)


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("actions (1).yaml", "actions.yaml"),
        ("actors - Copy.yaml", "actors.yaml"),
        ("moved.yml", "moved.yaml"),
        ("links.yaml.orig", "links.yaml"),
        ("wording/en (2).yaml", "wording/en.yaml"),
        ("fingerprints/com-2008-657 (1).map.yaml", "fingerprints/com-2008-657.map.yaml"),
    ],
)
def test_a_copy_of_a_data_file_is_named(name, of, project, problems):
    file = project / "data" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("# nothing", "utf-8")
    assert problems(project) == [f"data/{name}:1: nothing reads this file\n  hint: carry what is new in it over to data/{of}, and delete it"]


@pytest.mark.parametrize("name", [".actors.yaml.swp", "actors.yaml~", "#actors.yaml#"])
def test_what_an_editor_leaves_for_a_moment_is_passed_over(name, project, problems):
    (project / "data" / name).write_text("x", "utf-8")
    assert problems(project) == []
