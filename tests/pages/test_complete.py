"""What a page or a language lacks is told by the check, before any generator stops at it."""

import shutil

import pytest
from support.paths import ROOT

from macros.pages import complete
from macros.pages.complete import incomplete

PROGRAM = [f"macros/{name}.py" for name in ("languages", "model/addresses", "model/kinds")]
FILES = ("mkdocs.yml", "mkdocs.fr.yml", "CONTRIBUTING.md", "CONTRIBUTING.fr.md", *PROGRAM)


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A project with the settings of ours, and templates of its own."""
    for file in FILES:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, tmp_path / file)
    for language in ("en", "fr"):
        (tmp_path / "docs" / language).mkdir(parents=True)
    shutil.copytree(ROOT / "macros/pages/templates", tmp_path / "templates")
    monkeypatch.setattr(complete, "TEMPLATES", tmp_path / "templates")
    return tmp_path


def said(site) -> list[str]:
    return [f"{one.file}: {one.record}: {one.message}; {one.hint}" for one in incomplete(site)]


def test_a_whole_site_lacks_nothing_and_data_alone_need_nothing(site, tmp_path_factory):
    assert said(site) == []
    assert list(incomplete(tmp_path_factory.mktemp("data"))) == []


@pytest.mark.parametrize(("macro", "file"), [("timeline", "macros/model/addresses.py"), ("actor", "macros/model/kinds.py")])
def test_a_page_without_a_template(site, macro, file):
    (site / f"templates/{macro}.md.j2").unlink()
    (problem,) = incomplete(site)
    assert f'"{macro}"' in (site / problem.file).read_text("utf-8").splitlines()[problem.line - 1]
    assert (problem.file, problem.record, problem.hint.split(",")[0]) == (file, macro, f"write macros/pages/templates/{macro}.md.j2")


@pytest.mark.parametrize("settings", ["mkdocs.yml", "mkdocs.fr.yml"])
def test_a_page_that_is_in_no_menu(site, settings):
    text = (site / settings).read_text("utf-8")
    (site / settings).write_text("".join(row for row in text.splitlines(True) if "timeline/index.md" not in row), "utf-8")
    assert said(site) == [
        f"{settings}: timeline/: this page stands neither below  nav  nor below  not_in_nav; "
        "write  - …: timeline/index.md  below  nav  in the settings of every language"
    ]


@pytest.mark.parametrize(("lost", "model"), [("mkdocs.fr.yml", "mkdocs.yml"), ("docs/fr", "docs/en"), ("CONTRIBUTING.fr.md", "CONTRIBUTING.md")])
def test_a_language_without_one_of_its_parts(site, lost, model):
    (site / lost).rmdir() if (site / lost).is_dir() else (site / lost).unlink()
    assert said(site) == [f"macros/languages.py: fr: this language has no {lost}; write it, in the way of {model}"]
