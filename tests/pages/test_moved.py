"""Where moved records are found: pages that lead on, lines at old anchors, stubs that the build replaces by itself."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from support.edits import MOVE, change, written_action
from support.frozen import WORDS
from support.paths import ROOT
from support.render import renderer

from macros.export.plan import plan_json
from macros.lookups import Lookups
from macros.model.addresses import MissingTarget, Page, address, moved_from, pages
from macros.pages.finished import finished
from macros.pages.search import SearchEntries
from macros.problems import DataErrors
from macros.project import Project, Site, open_site
from macros.reading.load import load
from macros.rules.facts import read_facts
from macros.wording.labels import Labels

DATA = ROOT / "data"
REPOSITORY = "https://repository.example/tracker"


@pytest.fixture
def moves(project):
    """Write moves into the copy of the tiny project."""

    def write(*pairs: tuple[str, str]) -> Path:
        lines = "".join((MOVE % pair).removeprefix("moved:") for pair in pairs)
        return change(project, "data/moved.yaml", ("moved: []", f"moved:{lines}"))

    return write


def page(root: Path, language: str, macro: str, argument: str, here: str) -> str:
    return renderer(WORDS[language], root=root).page(macro, argument, here)


@pytest.mark.parametrize(
    ("old", "new", "at", "leads_to"),
    [
        ("actor:old-millers", "actor:millers", "actors/old-millers/", "actors/millers/"),
        ("source:old-plan", "source:mill-plan", "sources/old-plan/", "sources/mill-plan/"),
        ("country:xx", "country:at", "countries/xx/", "countries/at/"),
        ("actor:wheel", "means:regmo", "actors/wheel/", "glossary/#regmo"),
        ("follow-up:3.7", "follow-up:3.1", "follow-ups/3.7/", "follow-ups/3.1/"),
        ("area:2.8", "objective:2.1.1", "areas/2.8/", "objectives/2.1.1/"),
    ],
)
def test_a_page_that_moved_leads_on(old, new, at, leads_to, moves):
    root = moves((old, new))
    Project(root).check()
    assert [p for p in pages(load(root)) if p.address == at] == [Page(at, "moved", leads_to)]


@pytest.mark.parametrize(
    ("old", "new", "at", "anchor"),
    [
        ("action:2.1.1-9", "objective:2.1.1", "objectives/2.1.1/", "2.1.1-9"),
        ("finding:f9", "finding:f1", "findings/", "f9"),
        ("section:1.7", "section:1.2", "findings/", "section-1.7"),
        ("means:wheel", "actor:millers", "glossary/", "wheel"),
        ("term:wheel", "term:sail", "glossary/", "wheel"),
        ("indicator:wheels", "indicator:mills-restored", "countries/", "wheels"),
    ],
)
def test_an_anchor_that_moved_keeps_its_place_on_its_page(old, new, at, anchor, moves):
    root = moves((old, new))
    Project(root).check()
    plan = load(root)
    assert [found for found, _ in moved_from(plan, at)] == [anchor]
    made = next(p for p in pages(plan) if p.address == at)
    for language, says in (("en", f"{anchor} moved on 22 November 2026."), ("fr", f"{anchor} a été déplacé le 22 novembre 2026.")):
        text = page(root, language, made.macro, made.argument, at)
        assert text.count(f'<p id="{anchor}">{says}') == 1


def test_an_objective_whose_only_action_was_withdrawn_shows_a_computed_status_above_its_history(moves):
    root = moves(("action:2.2.1-1", "objective:2.2.1"))
    text = page(change(root, "data/actions.yaml", (written_action(), "")), "en", "objective", "2.2.1", "objectives/2.2.1/")
    assert text.index("no information") < text.index('id="assessment-2007-10-17"') < text.index('<p id="2.2.1-1">2.2.1-1 moved on 22 November 2026.')
    assert "computed from the report of 17 October 2008" in text


def test_pages_without_moved_records_are_as_before(moves, tiny):
    before = {p.address: renderer(WORDS["en"], tiny).page(p.macro, p.argument, p.address) for p in pages(tiny)}
    plan = load(moves(("actor:old-millers", "actor:millers"), ("word:units.wheel", "word:units.mill")))
    made = renderer(WORDS["en"], plan)
    assert {p.address: made.page(p.macro, p.argument, p.address) for p in pages(plan) if p.address != "actors/old-millers/"} == before


def test_a_term_that_became_a_means_keeps_its_anchor_and_needs_no_line(moves):
    project = Project(moves(("term:regmo", "means:regmo")))
    project.check()
    assert list(moved_from(project.plan, "glossary/")) == []


def test_a_link_to_a_moved_record_leads_to_where_it_is_today(moves):
    plan = load(moves(("actor:a", "actor:b"), ("actor:b", "actor:millers"), ("action:2.1.1-9", "objective:2.1.1")))
    assert address(plan, "actors", "a") == "actors/millers/"
    assert address(plan, "actions", "2.1.1-9") == "objectives/2.1.1/"
    with pytest.raises(MissingTarget):
        address(plan, "actors", "c")


def test_a_published_assessment_shows_the_action_that_was_removed(moves, project):
    text = (project / "data/actions.yaml").read_text("utf-8")
    change(project, "data/actions.yaml", (text[text.index("    - id: 2.1.1-2\n") : text.index("    - id: 2.1.1-3\n")], ""))
    root = moves(("action:2.1.1-2", "objective:2.1.1"))
    text = page(root, "en", "objective", "2.1.1", "objectives/2.1.1/")
    assert '<a href="../../objectives/2.1.1/">2.1.1-2</a>' in text
    assert '<p id="2.1.1-2">2.1.1-2 moved on 22 November 2026.' in text


# What was split.


def test_the_page_of_what_was_split_names_all_that_it_became(moves):
    root = moves(("actor:old-guild", "[actor:millers, actor:mill-school]"))
    Project(root).check()
    plan = load(root)
    made = next(p for p in pages(plan) if p.address == "actors/old-guild/")
    assert (made.macro, "moved_to" in made.text, "template: moved.html" in made.text) == ("moved", False, True)
    assert address(plan, "actors", "old-guild") == "actors/old-guild/", "links lead to the page that names both"
    for language, says in (("en", "old-guild was split on 22 November 2026."), ("fr", "old-guild a été divisé le 22 novembre 2026.")):
        text = page(root, language, made.macro, made.argument, made.address)
        assert says in text and 'actors/millers/"' in text and 'actors/mill-school/"' in text


def test_the_anchor_of_what_was_split_names_all_that_it_became(moves):
    root = moves(("action:2.1.1-9", "[action:2.1.1-1, action:2.1.1-2]"))
    Project(root).check()
    plan = load(root)
    assert address(plan, "actions", "2.1.1-9") == "objectives/2.1.1/#2.1.1-9"
    text = page(root, "en", "objective", "2.1.1", "objectives/2.1.1/")
    line = text[text.index('<p id="2.1.1-9">') :].split("</p>")[0]
    assert "2.1.1-9 was split on 22 November 2026." in line
    assert 'href="#2.1.1-1"' in line and 'href="#2.1.1-2"' in line


def test_a_page_that_moved_to_what_was_split_leads_to_its_page(moves):
    plan = load(moves(("actor:guild", "actor:old-guild"), ("actor:old-guild", "[actor:millers, actor:mill-school]")))
    assert [(p.address, p.argument) for p in pages(plan) if p.address.endswith("guild/")] == [
        ("actors/guild/", "actors/old-guild/"),
        ("actors/old-guild/", "actor:old-guild"),
    ]


def test_an_assessment_rests_on_all_that_its_action_became(moves):
    plan = load(moves(("action:2.1.1-9", "[action:2.1.1-1, action:2.1.1-2]")))
    assessment = plan.objectives["2.1.1"].assessments[0].model_copy(update={"rests_on": ["2.1.1-9"]})
    assert [action.id for action in plan.basis(assessment)] == ["2.1.1-1", "2.1.1-2"]


def test_the_search_finds_what_an_old_identifier_became(moves):
    plan = load(moves(("actor:old-guild", "[actor:millers, actor:mill-school]"), ("means:wheel", "means:regmo")))
    entries = SearchEntries(Labels(plan, WORDS["en"]), Lookups(plan, {}), {})
    assert {one.url for one in entries.all() if "old-guild" in one.aliases} == {"actors/millers/", "actors/mill-school/"}
    assert {one.url for one in entries.all() if "wheel" in one.aliases} == {"glossary/#regmo"}


def test_the_whole_plan_says_what_was_split(moves):
    root = moves(("actor:old-guild", "[actor:millers, actor:mill-school]"), ("actor:guild", "[actor:millers]"))
    assert [one["to"] for one in json.loads(plan_json(load(root)))["moved"]] == [["actor:millers", "actor:mill-school"], "actor:millers"]


def test_the_whole_plan_says_what_moved_where(moves):
    root = moves(("actor:old-millers", "actor:millers"))
    assert json.loads(plan_json(load(root)))["moved"] == [
        {"id": "actor:old-millers", "to": "actor:millers", "on": "2026-11-22", "reason": {"en": "A slip.", "fr": "Une coquille."}}
    ]


# Stubs.


def site(root: Path) -> Site:
    return Site(root, "en", REPOSITORY, read_facts(root))


@pytest.fixture
def renamed(moves, project):
    """The tiny project with its stubs, then with an actor under another id."""
    site(project).write_stubs()
    for name in ("actions.yaml", "actors.yaml"):
        change(project, f"data/{name}", ("millers\n", "all-millers\n"))
    return moves(("actor:millers", "actor:all-millers"))


def stubs(root: Path, id: str) -> list[str]:
    return [(root / "docs" / language / "actors" / f"{id}.md").read_text("utf-8") for language in ("en", "fr")]


def test_the_build_turns_the_old_stub_into_a_page_that_leads_on(renamed):
    made = open_site(renamed, "en", REPOSITORY)
    written = {str(file.relative_to(renamed / "docs")) for file in made.write_stubs()}
    assert written == {f"{language}/actors/{id}.md" for language in ("en", "fr") for id in ("millers", "all-millers")}
    assert stubs(renamed, "all-millers") == ['{{ actor("all-millers") }}\n'] * 2
    assert stubs(renamed, "millers") == [Page("actors/millers/", "moved", "actors/all-millers/").text] * 2
    assert made.write_stubs() == []


def test_a_page_that_moves_on_leads_to_its_new_place(renamed):
    site(renamed).write_stubs()
    for name in ("actions.yaml", "actors.yaml"):
        change(renamed, f"data/{name}", ("all-millers", "every-miller"))
    change(renamed, "data/moved.yaml", ("}}\n", "}}\n- {id: actor:all-millers, to: actor:every-miller, on: 2026-11-23, reason: {en: A., fr: A.}}\n"))
    open_site(renamed, "en", REPOSITORY).write_stubs()
    for id in ("millers", "all-millers"):
        assert stubs(renamed, id) == [Page(f"actors/{id}/", "moved", "actors/every-miller/").text] * 2


def remark(root: Path, page: str) -> Path:
    """What somebody wrote on a page of the French site."""
    file = root / "remarks/fr" / page
    file.parent.mkdir(parents=True)
    file.write_text("Une *remarque* avec {{ accolades }}.\n", "utf-8")
    return root


def refusal(root: Path) -> str:
    """What stops a build."""
    with pytest.raises(DataErrors) as errors:
        open_site(root, "en", REPOSITORY)
    return str(errors.value)


def test_a_remark_stands_below_its_page(project):
    remark(project, "actors/millers.md")
    for language, there in (("fr", True), ("en", False)):
        made = open_site(project, language, REPOSITORY)
        made.__dict__["renderer"] = SimpleNamespace(page=lambda macro, argument, here: f"# {argument}")
        said = "\n\nUne *remarque* avec {{ accolades }}.\n" if there else ""
        assert made.page("actor", "millers", "actors/millers/") == finished("# millers") + said


def test_a_remark_on_a_page_that_moved_is_not_thrown_away(renamed):
    assert refusal(remark(renamed, "actors/millers.md")) == (
        "remarks/fr/actors/millers.md:1: the record of this page has moved, and nobody reads this remark any more\n"
        "  hint: carry it to actors/all-millers.md\n"
        "1 problem. Nothing was built."
    )


def test_a_remark_on_no_page_is_told(project):
    remark(project, "actors/miller.md")
    with pytest.raises(DataErrors, match=r"remarks/fr/actors/miller.md:1: no record has this page\n  hint: did you mean 'actors/millers.md'"):
        open_site(project, "en", REPOSITORY)


def test_what_somebody_wrote_into_a_file_of_the_build_is_not_thrown_away(renamed):
    file = renamed / "docs/fr/actors/millers.md"
    file.write_text('{{ actor("millers") }}\n\nUne remarque.\n', "utf-8")
    assert refusal(renamed) == (
        "docs/fr/actors/millers.md:1: the build writes this file anew, and somebody wrote in it\n"
        "  hint: carry what was written to remarks/fr/actors/millers.md, and delete this file\n"
        "1 problem. Nothing was built."
    )
    assert file.read_text("utf-8").endswith("Une remarque.\n")


def test_the_file_of_a_record_that_is_gone_goes_too(project):
    site(project).write_stubs()
    (project / "docs/en/actors/guild.md").write_text('{{ actor("guild") }}\n', "utf-8")
    open_site(project, "en", REPOSITORY).write_stubs()
    assert not (project / "docs/en/actors/guild.md").exists()
    assert (project / "docs/en/actors/index.md").exists()
