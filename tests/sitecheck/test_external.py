"""Outside links: who writes them, how they are visited, what is reported, what pages say of a dead one. No network but this machine."""

import json
import os
import re
import shlex
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from support.frozen import WORDS
from support.paths import FROZEN, ROOT, TINY
from support.web import COPY

from macros import __main__
from macros.model.records import Link
from macros.pages.external_links import ExternalLinks
from macros.problems import DataErrors
from macros.reading.load import load
from macros.rules import check as hold
from macros.rules.facts import problems_of, read_facts
from macros.rules.recorded_links import every_recorded_link_is_one_of_the_pages
from macros.sitecheck.archive import Unreachable
from macros.sitecheck.external import copies
from macros.sitecheck.places import collect
from macros.sitecheck.site import BuiltSite

HOST = "https://tracker.example/"
EUR_LEX = "https://eur-lex.europa.eu/legal-content/"


# What pages say.


@pytest.fixture
def pages(tiny):
    return {language: ExternalLinks(tiny, WORDS[language]) for language in ("en", "fr")}


def test_a_link_that_answers_leads_to_the_page(pages):
    page = pages["en"].link(f"{EUR_LEX}EN/TXT/?uri=CELEX:1", "read <it>")
    assert page == f'<a href="{EUR_LEX}EN/TXT/?uri=CELEX:1" rel="external">read &lt;it&gt;</a>'


def test_a_tolerated_link_still_leads_to_the_page(pages, tiny):
    link = list(tiny.links.values())[0]
    assert link.until
    assert pages["en"].link(link.url, "x") == f'<a href="{link.url}" rel="external">x</a>'


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "archived copy of 3 November 2009; the original no longer answers"),
        ("fr", "copie archivée du 3 novembre 2009\u202f; l’original n’est plus accessible"),
    ],
)
def test_a_dead_link_leads_to_the_archived_copy_and_says_so(language, said, pages, tiny):
    link = list(tiny.links.values())[1]
    assert pages[language].link(link.url, "x") == f'<a href="{link.archived}" rel="external">x</a> ({said})'


def test_a_dead_link_without_a_copy_leads_nowhere(tiny):
    link = Link.model_validate({"url": "https://mills.example/", "reason": "lost", "dead": "yes"})
    tiny = load(TINY)
    tiny.links.update(lost=link)
    said = ExternalLinks(tiny, WORDS["en"]).link(link.url, "x")
    assert said == "x (this page no longer answers, and we know of no archived copy)"


def test_the_address_that_a_source_prints_is_a_link_only_where_a_copy_is_recorded():
    plan = load(FROZEN)
    source = next(source for source in plan.sources.values() if source.dead_link)
    made = ExternalLinks(plan, WORDS["en"])
    assert made.printed(source) == f"<code>{source.dead_link}</code>"
    del plan.dead_links  # kept from one look to the next
    copy = f"https://web.archive.org/web/20081101000000/http://{source.dead_link}"
    plan.links["lost"] = Link.model_validate({"url": f"http://{source.dead_link}", "reason": "lost", "dead": "yes", "archived": copy})
    assert made.printed(source).startswith(f'<a href="{copy}" rel="external"><code>{source.dead_link}</code></a> (archived copy of 1 November')
    hold(read_facts(FROZEN, plan))


def test_templates_write_no_outside_address():
    written = [file.name for folder in ("macros/pages/templates", "overrides") for file in (ROOT / folder).rglob("*.*") if names_an_address(file)]
    assert written == []


def names_an_address(file: Path) -> bool:
    text = file.read_text("utf-8") if file.suffix in (".j2", ".html", ".js", ".css") else ""
    return bool(re.search(r"""(href|src|action)=["']https?:|url\(["']?https?:""", text))


# What data/links.yaml may hold; tests/tiny/faults/links.txt has the rest.


@pytest.fixture
def written(project):
    """A tiny project with a page that is written by hand and leads outside."""
    page = project / "docs/en/about/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("[mills](https://mills.org/all)\n", "utf-8")
    return project


def record(root: Path, text: str) -> Path:
    (root / "data/links.yaml").write_text(f"links:\n{text}\n", "utf-8")
    return root


def test_a_link_that_is_written_by_hand_may_be_tolerated(written):
    facts = read_facts(record(written, "- {url: https://mills.org/all, reason: It moves., until: 2026-12-31}"))
    assert list(problems_of(every_recorded_link_is_one_of_the_pages, facts)) == []


def test_a_dead_link_that_is_written_by_hand_is_mended_there(written):
    facts = read_facts(record(written, "- {url: https://mills.org/all, reason: Lost., dead: yes}"))
    assert [str(problem) for problem in problems_of(every_recorded_link_is_one_of_the_pages, facts)] == [
        "data/links.yaml:2: https://mills.org/all: this link is written by hand in docs/en/about/index.md\n"
        "  hint: write the archived address there, and delete the record here"
    ]


# The visit.


@pytest.fixture
def folder(project):
    """A tiny project with no record of links."""
    (project / "data/links.yaml").write_text("links: []\n", "utf-8")
    stub = project / "docs/en/sources/mill-plan.md"
    stub.parent.mkdir(parents=True)
    stub.write_text('{{ source("mill-plan") }}\n', "utf-8")
    return project


@pytest.fixture
def command(folder, monkeypatch, capsys):
    """Run `python -m macros external` on the folder: exit code, and what it printed."""

    def run(*words: str) -> tuple[int, str]:
        monkeypatch.setattr(__main__, "ROOT", folder)
        monkeypatch.chdir(folder)
        code = __main__.main(["external", *words])
        return code, "".join(capsys.readouterr())

    return run


@pytest.fixture
def visit(folder, command, web):
    """Build a site of one page of a source that leads to these addresses, check it, return exit code, report and what was printed."""

    def run(*paths: str, **options: str) -> tuple[int, dict, str]:
        addresses = [path if "://" in path else web.address + path for path in paths]
        for name, body in {"index.html": "", "sources/mill-plan/index.html": "".join(f'<a href="{address}">x</a>' for address in addresses)}.items():
            file = folder / "site" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            canonical = HOST + name.removesuffix("index.html")
            file.write_text(f'<!doctype html><html><head><link rel="canonical" href="{canonical}"></head><body>{body}</body></html>', "utf-8")
        quick = {"tries": "2", "wait": "0", "timeout": "30", "interval": "0", "archive": web.address, "today": "2026-11-22"} | options
        words = ["site", "--report", "report.json", *(word for name, value in quick.items() for word in (f"--{name}", value))]
        code, said = command(*words)
        report = folder / "report.json"
        return code, json.loads(report.read_text("utf-8")) if report.exists() else {}, said

    return run


def line_of_mill_plan() -> int:
    return load(ROOT / "tests/tiny").sources["mill-plan"].place.line()


def test_links_that_answer_leave_nothing_to_do(visit, web):
    code, report, said = visit("/good", "/moved", "/good")
    assert (code, report) == (0, {"checked": 2, "problems": [], "proposals": [], "undecided": [], "moved": []})
    assert said.endswith("2 outside links: 0 to be mended, 0 not decided, 0 moved for good.\n")
    assert [path for _, path, _ in web.asked].count("/moved") == 1


def test_the_visitor_says_who_it_is(visit, web):
    visit("/good", "/gone")
    assert {agent for _, _, agent in web.asked} == {f"anti-trafficking-plan-tracker link check (+{HOST})"}


def test_a_link_that_answers_at_last_is_not_broken(visit, web):
    code, report, _ = visit("/flaky", "/weak", "/closed", "/good")
    assert (code, report["problems"], report["undecided"]) == (0, [], [])
    assert web.times == {"/flaky": 2, "/weak": 2, "/closed": 2, "/good": 1}


def test_a_link_that_fails_each_time_is_broken(visit, web):
    answers = {
        "/gone": "404 Not Found",
        "/ill": "500 Internal Server Error",
        "/lost": "410 Gone",
        "/moved-away": "404 Not Found",
        "/round": "302 Found",
    }
    code, report, said = visit(*answers, "/good")
    assert code == 1
    place = f"data/sources.yaml:{line_of_mill_plan()}: sources/mill-plan/"
    assert report["problems"] == [
        f"{place}: {web.address}{path} does not answer in 2 tries: {answer} (on sources/mill-plan/)\n"
        "  hint: correct the address, or record it in data/links.yaml"
        for path, answer in answers.items()
    ]
    assert said.startswith(report["problems"][0])
    assert said.endswith("6 outside links: 5 to be mended, 0 not decided, 0 moved for good.\n")
    assert all(web.times[path] >= 2 for path in answers)
    assert web.times["/good"] == 1


def test_a_server_that_does_not_answer_in_time_is_broken(visit, web):
    code, report, _ = visit("/hangs", "/good", tries="1", timeout="2")
    assert code == 1
    assert f"{web.address}/hangs does not answer in 1 tries: Timeout" in report["problems"][0]


def test_a_server_that_cannot_be_reached_is_broken(visit):
    code, report, _ = visit("http://127.0.0.1:9/nobody", "/good")
    assert code == 1
    assert "http://127.0.0.1:9/nobody does not answer in 2 tries: Network error: Connection refused" in report["problems"][0]


def test_a_server_that_turns_programs_away_says_nothing_of_the_page(visit, web):
    code, report, said = visit("/private", "/busy", "/riddle", tries="1")
    assert (code, report["problems"]) == (0, [])
    answers = {"/busy": "429 Too Many Requests", "/private": "403 Forbidden", "/riddle": "202 Accepted"}
    assert report["undecided"] == [f"{web.address}{path}: {answer}" for path, answer in answers.items()]
    assert f"undecided: {web.address}/private" in said


def test_a_page_that_moved_for_good_is_told_of_and_no_problem(visit, web):
    code, report, said = visit("/moved-for-good", "/moved-twice", "/moved", "/good")
    assert (code, report["problems"]) == (0, [])
    assert report["moved"] == [f"{web.address}/moved-for-good: {web.address}/good"]
    assert f"moved: {web.address}/moved-for-good: {web.address}/good\n" in said


def test_an_address_is_visited_however_it_is_written(visit, web):
    host = web.address.replace("http://", "HTTP://")
    written = [host + path for path in ("/a|b", "/a/../b", "/é", "/a b", "/{a}", "/a?b=1&c=[2]", "/a%2fb", "/a'b", "/a(b)", "/#a", "")]
    _, report, _ = visit(*written, "/good")
    assert report["undecided"] == []
    assert sorted(problem.split(": ")[2].split(" does not answer")[0] for problem in report["problems"]) == sorted(written)


def test_a_busy_server_is_left_alone_for_as_long_as_it_asks(visit, web):
    visit("/busy", *(f"/good?{number}" for number in range(5)), tries="1")
    asked = {path: moment for moment, path, _ in web.asked}
    after = [moment - asked["/busy"] for moment in asked.values() if moment > asked["/busy"]]
    assert after
    assert min(after) > 0.9, "the server asks for a second"


def test_placeholders_and_links_for_editors_are_not_visited(visit, web, monkeypatch):
    monkeypatch.setenv("REPO_URL", f"{web.address}/repository")
    editors = [f"{web.address}/repository/edit/main/data/x.yaml#L1", f"{web.address}/repository/issues/new?title=x"]
    code, report, _ = visit("https://host.example/x", "http://localhost/x", *editors, "/good")
    assert (code, report["checked"]) == (0, 1)


def test_a_machine_without_network_reports_nothing(visit):
    code, report, said = visit("http://127.0.0.1:9/nobody")
    assert (code, report) == (2, {})
    assert said.endswith("No report was written.\n")


def test_a_folder_without_a_site_is_refused(command):
    assert command("nowhere", "--report", "report.json") == (2, "nowhere holds no built site: make one with  make site\n")


# Records and proposals.


def test_an_archived_copy_is_proposed_as_a_record_that_can_be_pasted(visit, web, folder):
    _, report, said = visit("/gone")
    assert report["proposals"] == [
        f'- url: {web.address}/gone\n  reason: "Does not answer: 404 Not Found."\n  dead: yes\n'
        f"  archived: {COPY.replace('http:', 'https:')}{web.address}/gone"
    ]
    assert report["proposals"][0] in said
    record(folder, report["proposals"][0])
    pasted = list(load(folder).links.values())[0]
    assert (pasted.url, pasted.dead, pasted.archived_on) == (f"{web.address}/gone", True, "2009-11-03")
    assert visit("/gone")[0] == 0


def test_where_no_copy_is_known_a_time_of_tolerance_is_proposed(visit, web, folder):
    web.archive = "empty"
    _, report, _ = visit("/gone")
    assert yaml.safe_load(report["proposals"][0].replace("2027-02-01", "'2027-02-01'")) == [
        {"url": f"{web.address}/gone", "reason": "Does not answer: 404 Not Found.", "until": "2027-02-01"}
    ]
    record(folder, report["proposals"][0])
    assert visit("/gone")[0] == 0


def test_the_archive_is_asked_again_when_it_is_busy(visit, web):
    web.archive = "busy once"
    assert "archived: " in visit("/gone")[1]["proposals"][0]
    assert web.times["/wayback/available"] == 2


def test_an_archive_that_does_not_answer_is_said_to(visit, web):
    web.archive = "broken"
    proposal = visit("/gone")[1]["proposals"][0]
    assert proposal.startswith("# The archive could not be asked for a copy: HTTP Error 503")
    assert "until: 2027-02-01" in proposal


def test_the_copy_nearest_to_the_date_of_the_document_is_asked_for(folder, web):
    """The address comes from the data: a source with a date."""
    address = f"{EUR_LEX}EN/TXT/?uri=CELEX:52008DC0657"
    page = folder / "site/index.html"
    page.parent.mkdir()
    page.write_text(f'<link rel="canonical" href="{HOST}"><a href="{address}">x</a>', "utf-8")
    place = collect(BuiltSite(page.parent), load(folder), folder)[address]
    assert (place.file, place.record, place.day) == ("data/sources.yaml", "com-2008-657", "20081017")


def test_a_tolerated_link_is_no_problem_until_its_day(visit, web, folder):
    record(folder, f"- {{url: {web.address}/gone, reason: It moves., until: 2026-11-22}}")
    assert visit("/gone")[0] == 0
    code, report, _ = visit("/gone", today="2026-11-23")
    assert code == 1
    assert [problem.partition(": ")[0] for problem in report["problems"]] == [f"data/sources.yaml:{line_of_mill_plan()}", "data/links.yaml:2"]
    assert report["problems"][1] == (
        f"data/links.yaml:2: {web.address}/gone: was tolerated until 2026-11-22: 404 Not Found\n"
        "  hint: find out what became of it: write a later day, or  dead: yes"
    )


@pytest.mark.parametrize("rest", ["until: 2026-12-31", "dead: yes"])
def test_a_record_of_a_link_that_answers_again_is_an_error(rest, visit, web, folder):
    record(folder, f"- url: {web.address}/good\n  reason: It was away.\n  {rest}")
    code, report, _ = visit("/again")
    assert code == 1
    assert report["problems"] == [f"data/links.yaml:2: {web.address}/good: this link answers again: 200 OK\n  hint: delete the record"]
    assert report["proposals"] == []


def test_a_copy_is_proposed_for_a_dead_link_that_has_none(folder):
    address = f"{EUR_LEX}EN/TXT/?uri=CELEX:52008DC0657"
    plan, asked = load(record(folder, f"- url: {address}\n  reason: Lost.\n  dead: yes")), []

    def unreachable(*words):
        raise Unreachable

    assert list(copies(plan, lambda *words: asked.append(words))) == list(copies(plan, unreachable)) == []
    assert asked == [(address, "20081017")]
    assert [str(problem) for problem, _ in copies(plan, lambda *words: "https://web.archive.org/a-copy")] == [
        f"data/links.yaml:2: {address}: the archive has a copy of this dead page\n  hint: add  archived: https://web.archive.org/a-copy"
    ]


def test_what_is_written_by_hand_is_to_be_mended_there(visit, web, written, folder):
    site = folder / "site/about/index.html"
    site.parent.mkdir(parents=True)
    address = f"{web.address}/gone?by=hand"
    site.write_text(f'<link rel="canonical" href="{HOST}about/"><p><a href="{address}">mills</a></p>', "utf-8")
    (folder / "docs/en/about/index.md").write_text(f"[mills]({address})\n", "utf-8")
    _, report, _ = visit("/good")
    assert report["problems"][0].startswith(f"docs/en/about/index.md:1: about/: {address} does not answer")
    assert report["proposals"] == [
        f"# If {address} is lost, write its archived copy into docs/en/about/index.md, line 1:\n# {COPY.replace('http:', 'https:')}{address}"
    ]


def test_a_broken_copy_is_found_at_its_record(visit, web, folder):
    copy = f"{web.address}/web/20091103000000/{web.address}/gone"
    record(folder, f"- url: {web.address}/gone\n  reason: Lost.\n  dead: yes\n  archived: {copy}")
    code, report, _ = visit(copy, "/good")
    assert code == 1
    assert report["problems"][0].startswith(f"data/links.yaml:5: {web.address}/gone: {copy} does not answer")


def test_the_build_does_not_look_at_the_calendar(folder):
    record(folder, f"- {{url: '{EUR_LEX}EN/TXT/?uri=OJ:C:2005:311:TOC', reason: It moves., until: 1999-12-31}}")
    try:
        hold(read_facts(folder))
    except DataErrors as errors:
        pytest.fail(str(errors))


# The issue.


def issue(*words: str, **environment: str) -> subprocess.CompletedProcess:
    """Run the command with Python alone, without any package."""
    command = [sys.executable, "-I", "-S", ROOT / "tools/issue.py", *words]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, text=True)


# A shell starts it as Python, whose own path may hold blanks.
GH = """#!/bin/sh
'''exec' {python} "$0" "$@"
'''
import json, pathlib, sys
state = pathlib.Path({state!r})
issues, log = json.loads(state.read_text()) if state.exists() else ([], [])
words = sys.argv[1:]
log.append(words[:2])
value = lambda name: words[words.index(name) + 1]
def find(): return next(issue for issue in issues if str(issue["number"]) == words[2])
if words[:2] == ["issue", "list"]:
    assert value("--state") == "open" and value("--label") == "links"
    print(json.dumps([issue for issue in issues if issue["open"] and issue["label"] == "links"]))
elif words[:2] == ["issue", "create"]:
    assert value("--body-file") == "-" and ["label", "create"] in log
    body = sys.stdin.read().replace("\\n", "\\r\\n")
    issues.append(dict(number=len(issues) + 1, title=value("--title"), label=value("--label"), body=body, open=True))
elif words[:2] == ["issue", "edit"]:
    find()["body"] = sys.stdin.read()
elif words[:2] == ["issue", "close"]:
    find().update(open=False, comment=value("--comment"))
elif words[:2] != ["label", "create"]:
    sys.exit("unknown command " + " ".join(words))
state.write_text(json.dumps([issues, log]))
"""
FINE = {"checked": 9, "problems": [], "proposals": [], "undecided": []}
BROKEN = FINE | {
    "problems": ["data/sources.yaml:8: com: https://mills.org does not answer\n  hint: correct it"],
    "proposals": ["- url: https://mills.org"],
}


@pytest.fixture
def github(tmp_path, monkeypatch):
    """Tell a GitHub of one file of a report; what was said, then its issues and the commands that it got."""
    state, program = tmp_path / "state.json", tmp_path / "bin/gh"
    program.parent.mkdir()
    program.write_text(GH.format(python=shlex.quote(sys.executable), state=str(state)), "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)

    def tell(report: dict) -> tuple[str, list[dict], list[list[str]]]:
        file = tmp_path / "report.json"
        file.write_text(json.dumps(report), "utf-8")
        before = len(json.loads(state.read_text())[1]) if state.exists() else 0
        done = issue(str(file), PATH=f"{program.parent}:{os.environ['PATH']}")
        assert (done.returncode, done.stderr) == (0, "")
        issues, log = json.loads(state.read_text())
        return done.stdout.strip(), issues, log[before:]

    return tell


def test_nothing_is_opened_when_all_is_fine(github):
    assert github(FINE) == ("Nothing to tell.", [], [["issue", "list"]])


def test_an_issue_is_opened_once_with_the_records_to_paste(github):
    said, issues, _ = github(BROKEN)
    assert (said, len(issues)) == ("Opened an issue.", 1)
    assert "data/sources.yaml:8: com: https://mills.org does not answer" in issues[0]["body"]
    assert "```yaml\r\n- url: https://mills.org\r\n```" in issues[0]["body"]
    said, issues, log = github(BROKEN)
    assert (said, len(issues), log) == ("Issue 1 says so already.", 1, [["issue", "list"]])


def test_an_issue_is_updated_when_the_state_changes(github):
    github(BROKEN)
    said, issues, _ = github(BROKEN | {"problems": ["another"]})
    assert said == "Updated issue 1."
    assert len(issues) == 1
    assert "another" in issues[0]["body"]


def test_an_issue_is_closed_when_all_is_fine_and_another_opened_later(github):
    github(BROKEN)
    said, issues, _ = github(FINE)
    assert said == "Closed the issue."
    assert (issues[0]["open"], issues[0]["comment"][:27]) == (False, "Every outside link answers,")
    assert github(FINE)[0] == "Nothing to tell."
    assert github(BROKEN)[0] == "Opened an issue."


def test_a_very_long_report_fits_into_an_issue(github):
    _, issues, _ = github(BROKEN | {"problems": BROKEN["problems"] * 5000, "proposals": BROKEN["proposals"] * 5000})
    assert len(issues[0]["body"]) < 60_000
    assert "… and 4920 more" in issues[0]["body"]


@pytest.mark.parametrize("text", ["", "{}", "[]", "# Markdown"])
def test_what_is_no_report_closes_nothing(text, tmp_path):
    file = tmp_path / "report.json"
    file.write_text(text, "utf-8")
    done = issue(str(file), PATH="/nowhere")
    assert done.returncode == 2
    assert done.stderr.startswith(f"{file} is no report")


def test_a_missing_gh_is_named(tmp_path):
    file = tmp_path / "report.json"
    file.write_text(json.dumps(FINE), "utf-8")
    done = issue(str(file), PATH="/nowhere")
    assert done.returncode == 1
    assert done.stderr.startswith("gh is missing")


def test_wrong_arguments_are_refused_by_both_programs(command, capsys):
    with pytest.raises(SystemExit, match="2"):
        command()
    assert capsys.readouterr().err.startswith("usage: python -m macros external")
    done = issue()
    assert (done.returncode, done.stderr) == (2, "usage: issue.py REPORT\n")
