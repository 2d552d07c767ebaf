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
        ("fingerprints/com-2008-657.fr.map.yaml", "fingerprints/com-2008-657.map.yaml"),
    ],
)
def test_a_copy_of_a_data_file_is_named(name, of, project, problems):
    file = project / "data" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("# nothing", "utf-8")
    assert problems(project) == [f"data/{name}:1: nothing reads this file\n  hint: carry what is new in it over to data/{of}, and delete it"]


def test_the_map_of_a_text_in_a_second_language_is_read(project, problems):
    shutil.copy(project / "data/fingerprints/com-2008-657.map.yaml", project / "data/fingerprints/com-2008-657.en.map.yaml")
    assert problems(project) == []


@pytest.mark.parametrize("folder", ["", "assessments/2.1.1", "wording", "fingerprints"])
@pytest.mark.parametrize("name", [".x.yaml.swp", "x.yaml.swo", "x.yaml~", "#x.yaml#", ".#x.yaml", "~$x.yaml", ".DS_Store", "Thumbs.db", "4913"])
def test_what_an_editor_leaves_for_a_moment_is_passed_over(folder, name, project, problems):
    (project / "data" / folder).mkdir(exist_ok=True)
    (project / "data" / folder / name).write_text("x", "utf-8")
    assert problems(project) == []


@pytest.mark.parametrize(
    "name",
    [
        "data/old/actors.yaml", "data/actors.YAML", "data/Actors.yaml", "data/wording/old/fr.yaml", "data/fingerprints/old/x.json", "data/notes.txt",
        "remarks/en/actors/millers.txt", "remarks/en/actors/millers.markdown", "remarks/actors/millers.md", "remarks/de/actors/millers.md",
        "docs/en/about/index.markdown", "docs/en/about/index.md.orig", "docs/about.md", "docs/de/about/index.md", "docs/fr/index.md (1)",
        "docs/en/data/index.md.bak", "docs/en/notes.docx",
    ],
)  # fmt: skip
def test_a_file_that_nothing_reads_is_named_wherever_it_lies(name, project, problems):
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text("x: 1\n", "utf-8")
    assert [one.partition("\n")[0] for one in problems(project)] == [f"{name}:1: nothing reads this file"]


@pytest.mark.parametrize("name", ["docs/en/about/map.svg", "docs/en/data/plan.json", "docs/en/schema/actions.json", "remarks/README.md"])
def test_what_has_its_use_is_passed_over(name, project, problems):
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text("x: 1\n", "utf-8")
    assert problems(project) == []


@pytest.mark.parametrize("content", ["", "\n", "  \n"])
def test_an_emptied_map_is_named(content, project, problems):
    (project / "data/fingerprints/com-2008-657.map.yaml").write_text(content, "utf-8")
    assert problems(project) == ["data/fingerprints/com-2008-657.map.yaml:1: the file is empty\n  hint: restore it from the last commit"]


def test_an_assessment_that_leads_nowhere_is_named(project, problems):
    (project / "data/assessments/2.1.1/2009-01-01.yaml").symlink_to("/nowhere")
    assert ["the file is missing" in one for one in problems(project)] == [True]
