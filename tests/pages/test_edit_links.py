"""“Edit this record” opens the file at the line where the record begins, for every record of every kind."""

import re
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from support.frozen import PLAN, WORDS
from support.paths import FROZEN, TINY
from support.render import renderer

from macros.languages import LANGUAGES
from macros.model import addresses as links
from macros.model.kinds import NAMED
from macros.model.plan import Plan
from macros.model.records import Assessment, Contradiction, Development
from macros.model.shape import Record, writable
from macros.pages.edit_links import edit_links
from macros.project import open_site
from macros.proposals.address import MAX_ADDRESS
from macros.proposals.blanks import WIDTH
from macros.reading.yaml_tree import read_tree

REPOSITORY = "https://github.example/them/tracker"
LINES = {f"data/{file.name}": file.read_text("utf-8").split("\n") for file in (FROZEN / "data").glob("*.yaml")}


def where(plan: Plan) -> list[tuple[str, str, Record]]:
    """(address of the page, name, record) of everything that a page shows and somebody may edit."""
    found = [(links.address(plan, kind, id), id, record) for kind in NAMED for id, record in getattr(plan, kind).items()]
    found += [("countries/", item.country, item) for item in plan.contradictions.values()]
    found += [(f"countries/{item.country}/", item.country, item) for item in plan.contradictions.values()]
    return found + [("schema/", word.id, word) for words in plan.vocabularies.values() for word in words.values()]


@pytest.fixture(scope="module", params=LANGUAGES)
def written(request) -> dict[str, str]:
    """Address of each page -> what it shows."""
    made = renderer(WORDS[request.param], PLAN, FROZEN, REPOSITORY)
    return {page.address: made.page(page.macro, page.argument, page.address) for page in links.pages(PLAN) if page.macro != "moved"}


@pytest.fixture(scope="module")
def linked(written) -> dict[str, set[str]]:
    """Address of each page -> the targets of its links."""
    return {address: set(map(unescape, re.findall(r'href="([^"]*)"', html))) for address, html in written.items()}


def test_the_page_of_every_record_leads_to_the_line_in_which_it_begins(linked):
    missing = []
    for address, name, record in where(PLAN):
        target = f"{REPOSITORY}/edit/main/{record.place.file}#L{record.place.line()}"
        if target not in linked[address.partition("#")[0]]:
            missing.append(f"{address}: {name} has no link to {target}")
    assert missing == []


def test_one_closed_block_of_a_page_holds_every_link_to_mend_its_records(written):
    """But for a status, which is told anew where it is read."""
    for address, whole in written.items():
        html = re.sub(r'<p class="on-screen"><a href="[^"]*template=assessment-[^"]*" rel="external">', "", whole)
        blocks = re.findall(r'<details class="correct">.*?</details>', html, re.DOTALL)
        inside = len(re.findall(f"{REPOSITORY}/(?:edit|new|issues/new)", "".join(blocks)))
        assert len(re.findall(f"{REPOSITORY}/(?:edit|new|issues/new)", html)) == inside, address
        assert len(blocks) == (inside > 0), address
    assert '<details class="correct">' in written["objectives/2.5.4/"]


def test_the_record_begins_in_that_line():
    for _, name, record in where(PLAN):
        line = LINES[record.place.file][record.place.line() - 1]
        field = "country" if isinstance(record, Contradiction) else "id"
        assert re.match(rf'\s*- \{{?{field}: "?{re.escape(name)}"?(,|$)', line), f"{record.place.file}:{record.place.line()}: {line}"


def test_a_country_leads_to_each_of_its_entries(linked):
    for indicator in PLAN.indicators.values():
        for index, entry in enumerate(indicator.entries):
            line = indicator.place.line("entries", index)
            assert f"{REPOSITORY}/edit/main/data/indicators.yaml#L{line}" in linked[f"countries/{entry.country}/"]
            assert re.match(rf'\s*- \{{?country: "?{entry.country}"?(,|$)', LINES["data/indicators.yaml"][line - 1])


def test_an_objective_leads_to_a_form_for_a_new_assessment(linked):
    for objective in (one for one in PLAN.objectives.values() if one.assessments):
        target = new_file_links(linked, f"objectives/{objective.id}/")["assessments"]
        assert len(target) < MAX_ADDRESS
        query = parse_qs(urlsplit(target).query, keep_blank_values=True)
        assert query["filename"] == [f"data/assessments/{objective.id}/YYYY-MM-DD.yaml"]
        text = query["value"][0]
        assert yaml.safe_load(text)["rests_on"] is None, "each is taken in by whoever rests on it"
        assert max(len(line) for line in text.splitlines() if line[:2] == "# ") <= WIDTH
        written = yaml.safe_load(text.replace("\n#- ", "\n- "))
        own = {action.id for action in objective.actions}
        held = [id for id, piece in PLAN.pieces.items() if piece.proof == "verified" and objective.id in {one.to for one in piece.bears_on}]
        assert written["rests_on"] == (held or [action.id for action in objective.actions])
        assert held or own
        assert written.keys() < set(writable(Assessment))
        assert {name for name, info in Assessment.model_fields.items() if info.is_required()} < written.keys()


def new_file_links(linked: dict[str, set[str]], address: str) -> dict[str, str]:
    """Folder of the data -> the link of a page that begins a file there."""
    return {re.search(r"filename=data%2F(\w+)", target)[1]: target for target in linked[address] if "/new/main?" in target}


def test_what_developments_bear_on_leads_to_a_form_for_a_new_one(linked):
    needed = {name for name, info in Development.model_fields.items() if info.is_required()}
    for kind in ("objectives", "follow_ups", "commitments"):
        for id, record in PLAN.of(kind).items():
            target = new_file_links(linked, links.address(PLAN, kind, id))["developments"]
            assert len(target) < MAX_ADDRESS
            written, _ = read_tree(parse_qs(urlsplit(target).query)["value"][0])
            assert needed <= written.keys() < set(writable(Development))
            assert written["bears_on"] == [{"to": record.id, "relation": "continues"}]


def test_every_link_to_edit_leads_to_a_line_that_begins_something(linked):
    targets = {target for found in linked.values() for target in found if "/edit/" in target}
    assert targets
    for target in targets:
        file, line = re.fullmatch(rf"{REPOSITORY}/edit/main/(data/[a-z-]+\.yaml)#L(\d+)", target).groups()
        assert re.match(r"\s*- ", LINES[file][int(line) - 1])


def test_the_link_to_report_a_mistake_names_the_same_line(tiny):
    actor = tiny.actors["millers"]
    assert unquote(edit_links(REPOSITORY, "en", "Report a mistake", actor).report).endswith(f"place=data/actors.yaml:{actor.place.line()}")


@pytest.mark.parametrize("written", [REPOSITORY, f"{REPOSITORY}/"])
def test_the_address_of_the_repository_may_end_with_a_slash(written):
    assert open_site(TINY, "en", written).repository == REPOSITORY
