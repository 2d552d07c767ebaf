"""Hostile strings in every field of text reach no page, file or message as anything but text."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import cycle
from pathlib import Path
from unicodedata import normalize
from xml.etree import ElementTree

import openpyxl
import pytest
import yaml
from markdown import Markdown
from support import odd
from support.hostile import DATA, HTML, MARKDOWN, REFUSED, REFUSED_IN_TEXTS, STRINGS, TEMPLATES
from support.odd_site import at_a_port, harmless
from support.paths import ROOT
from support.render import renderer
from support.sampling import STEP

from macros.model import addresses as links
from macros.model.kinds import FILES
from macros.model.plan import Plan
from macros.pages.render import Renderer
from macros.problems import DataErrors, Problem, as_json, github, report
from macros.project import Project, open_site
from macros.reading.load import load
from macros.reading.text_file import INVISIBLE
from macros.wording.catalogue import Wording, read_wording
from macros.wording.typography import typeset

EXTENSIONS = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""), yaml.BaseLoader)["markdown_extensions"]
PARTS = 8
HARMLESS = ("mill", "mill " * 30, "mill" * 60)


def test_there_are_more_than_a_hundred():
    assert len(set(STRINGS)) == len(STRINGS) > 100


class Parts(HTMLParser):
    """What a page is made of: how often each element with its attributes stands outside pictures, which stand in pictures, and the text."""

    def __init__(self, html: str):
        super().__init__()
        self.elements, self.drawn, self.words, self._depth = Counter(), set(), [], 0
        self.feed(html)
        self.close()
        self.text = " ".join("".join(self.words).split())

    def handle_starttag(self, tag, attributes):
        made = tag, *sorted(name for name, _ in attributes)
        for name, value in attributes:
            if name in ("href", "src", "action", "xlink:href"):
                made += (re.match(r"[a-z]*:?", value or "")[0] if ":" in (value or "") else "",)
        self._depth += tag == "svg"
        if self._depth:
            self.drawn.add(made)
        else:
            self.elements[made] += 1

    def handle_endtag(self, tag):
        self._depth -= tag == "svg"

    def handle_data(self, data):
        self.words.append(data)

    def _foreign(self, data):
        self.elements["what is no element"] += 1

    handle_comment = handle_decl = handle_pi = unknown_decl = _foreign


@pytest.fixture(scope="module")
def show(tmp_path_factory):
    """Address -> parts of one page of each kind, in a project that says one string everywhere; no rule looks at it before."""
    wordings = {language: read_wording(ROOT / "data", language) for language in ("en", "fr")}

    def show(text: str, language: str) -> dict[str, Parts]:
        made = renderer(wordings[language], plan_that_says(text, tmp_path_factory))
        return pages_of(made, but=("schema", "moved"))

    return cache(show)


def pages_of(renderer: Renderer, but: tuple[str, ...] = ()) -> dict[str, Parts]:
    """Address -> parts of one page of each kind."""
    kinds = {page.macro: page for page in reversed(list(links.pages(renderer.plan))) if page.macro not in but}
    html = {page.address: renderer.page(page.macro, page.argument, page.address) for page in kinds.values()}
    return {address: Parts(Markdown(extensions=list(EXTENSIONS)).convert(text)) for address, text in html.items()}


def plan_that_says(text: str, folders) -> Plan:
    trees = odd.files()
    for term in trees["glossary.yaml"]["glossary"]:
        term["marked"] = "no"  # or the string would be a term in every text
    # A page that is only linked has no words, and so no language of theirs.
    odd.Author(lambda field, before: None if field == "Evidence.quotation" and not before else text).fill(trees)
    return load(odd.write(folders.mktemp("odd"), trees))


@pytest.mark.parametrize("part", range(PARTS))
def test_no_string_alone_makes_an_element(part, show):
    for number, text in list(enumerate(STRINGS))[part :: PARTS * STEP]:
        language = ("en", "fr")[number // PARTS % 2]
        harmless = [show(one, language) for one in HARMLESS]
        drawn = set().union(*(page.drawn for pages in harmless for page in pages.values()))
        for address, page in show(text, language).items():
            assert page.elements == harmless[0][address].elements, f"{text!r} on {address} in {language}"
            assert page.drawn <= drawn, f"{text!r} in a picture on {address} in {language}"
            if address not in ("graph/", "matrix/"):
                assert " ".join(typeset(normalize("NFC", text), language).split()) in page.text, f"{text!r} is not shown on {address} in {language}"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("strings", [HTML, TEMPLATES, MARKDOWN, DATA], ids=["html", "templates", "markdown", "data"])
def test_no_word_of_the_pages_makes_an_element(strings, language, tiny):
    texts, read = read_wording(ROOT / "data", language).texts, []
    for behind in (strings, [harmless(text) for text in strings]):
        words = Wording(language, saying(texts, cycle(behind)))
        pages = pages_of(renderer(words, tiny, changed="2026-11-22"))
        read.append({address: page.elements for address, page in pages.items()})
    assert read[0] == read[1]


def saying(texts: dict | str, strings: Iterator[str]) -> dict | str:
    """Words of pages, each with the next string behind it; a brace stands for itself."""
    if isinstance(texts, dict):
        return {key: saying(text, strings) for key, text in texts.items()}
    return f"{texts} {next(strings).replace('{', '{{').replace('}', '}}')}"


# The whole site, built with strings in every text, beside its twin with harmless text of the same shape.

# Every kind of element with its attributes, once scripts have run; what the page says of itself to the strings.
# The theme writes three attributes when it has measured the page, sooner or later; those that data could bring are counted in the files.
KINDS = """() => [
  [...new Set([...document.querySelectorAll("*")].map(element => [
    element.localName, ...element.getAttributeNames().filter(name => !["hidden", "style", "tabindex"].includes(name)).sort()
  ].join(" ")))],
  typeof window.pwned
]"""


@pytest.fixture(scope="module")
def opened(browser, odd_sites):
    """Name of a site -> address -> what Chromium made of the page; and what went wrong on the way."""
    found, troubles = {}, []
    for name, site in odd_sites.items():
        with at_a_port(site) as root:
            page = browser.new_page(reduced_motion="reduce")
            page.on("request", lambda request, root=root: request.url.startswith((root, "data:")) or troubles.append(f"asked for {request.url}"))
            page.on("console", lambda message: message.type in ("error", "warning") and troubles.append(f"{message.text} {message.location['url']}"))
            page.on("dialog", lambda dialog: troubles.append(f"a dialog says {dialog.message}") or dialog.dismiss())
            page.on("pageerror", lambda error: troubles.append(str(error)))
            found[name] = {}
            for address in addresses(site):
                # Of the twin, the first pages of each kind show what there is.
                if name == "harmless" and re.search(r"[^/]/(?!2\.1|at|c1|3\.1|mill|com)[^/]+/$", address.removeprefix("fr/")):
                    continue
                page.goto(root + address)
                found[name][address] = page.evaluate(KINDS)
            page.close()
    return found, troubles


def addresses(site: Path, moved: bool = False) -> list[str]:
    """Every page, or every page that leads on at once to the one that it moved to."""
    files = [file for file in sorted(site.rglob("*.html")) if ('http-equiv="refresh"' in file.read_text("utf-8")) == moved]
    return [file.relative_to(site).as_posix().removesuffix("index.html") for file in files]


def test_no_script_of_the_data_runs_on_any_page(opened):
    pages, troubles = opened
    assert len(pages["hostile"]) > 80
    assert [address for address, (_, pwned) in pages["hostile"].items() if pwned != "undefined"] == []
    assert troubles == []


def test_no_element_appears_in_the_browser_that_the_twin_does_not_have(opened):
    pages, _ = opened
    known = {kind for kinds, _ in pages["harmless"].values() for kind in kinds}
    assert {address: extra for address, (kinds, _) in pages["hostile"].items() if (extra := set(kinds) - known)} == {}


def test_every_page_has_the_same_elements_as_its_twin(odd_sites):
    drawn, pages = set(), [*addresses(odd_sites["harmless"]), *addresses(odd_sites["harmless"], moved=True)]
    read = {name: {page: Parts(html(site, page)) for page in pages} for name, site in odd_sites.items()}
    drawn = set().union(*(page.drawn for page in read["harmless"].values()))
    assert len(pages) > 85
    for page in pages:
        assert read["hostile"][page].elements == read["harmless"][page].elements, page
        assert read["hostile"][page].drawn <= drawn, page


def html(site: Path, page: str) -> str:
    file = site / page
    return (file / "index.html" if file.is_dir() else file).read_text("utf-8")


@pytest.mark.parametrize("language", ["", "fr/"])
def test_searching_for_a_string_shows_it_as_text(browser, odd_sites, language):
    with at_a_port(odd_sites["hostile"]) as root:
        page = browser.new_page(reduced_motion="reduce")
        page.goto(f"{root}{language}?q={'meunier' if language else 'miller'}")
        page.locator("#__results a").first.wait_for()
        results, shown = page.locator(".search-drop"), 0
        for text in (*HTML[::4], *TEMPLATES[::4], *MARKDOWN[::6], *DATA[::6]):
            page.locator(".search-field").fill(text)
            found = results.evaluate(
                "drop => [...drop.querySelectorAll('*')].filter(e => e.getAttributeNames().some(name => name.startsWith('on'))"
                " || !/^(p|a|div|span|mark|label|select|option)$/.test(e.localName)).map(e => e.outerHTML)"
            )
            assert (found, page.evaluate("typeof window.pwned")) == ([], "undefined"), text
            addresses = results.evaluate("drop => [...drop.querySelectorAll('a')].map(a => a.href)")
            assert [one for one in addresses if not one.startswith(f"{root}{language}")] == []
            shown += bool(addresses)
        assert shown > 15
        page.close()


# Files

JSON_FILES = ("data/plan.json", "data/graph.json", "schema/actions.json")
XML_FILES = ("sitemap.xml", "fr/sitemap.xml", "data/graph.gexf", "data/graph.graphml")


def skeleton(value):
    """The value without its texts."""
    if isinstance(value, dict):
        return {key: skeleton(item) for key, item in value.items()}
    return [skeleton(item) for item in value] if isinstance(value, list) else "" if isinstance(value, str) else value


def texts(value):
    """Every text in a value."""
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts(item)
    if isinstance(value, str):
        yield value


@pytest.mark.parametrize("name", JSON_FILES)
def test_json_holds_strings_as_text(odd_sites, name):
    read = {kind: json.loads((site / name).read_text("utf-8")) for kind, site in odd_sites.items()}
    assert skeleton(read["hostile"]) == skeleton(read["harmless"])


def test_the_plan_gives_every_string_back_as_it_was_written(odd_sites):
    said = "\n".join(texts(json.loads((odd_sites["hostile"] / "data/plan.json").read_text("utf-8"))))
    assert [text for text in STRINGS if " ".join(text.split()) not in said and text.strip() not in said] == []


@pytest.mark.parametrize("name", XML_FILES)
def test_xml_holds_strings_as_text(odd_sites, name):
    read = [[(e.tag, *sorted(e.keys())) for e in ElementTree.parse(site / name).iter()] for site in odd_sites.values()]
    assert read[0] == read[1]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_picture_holds_strings_as_text(odd_sites, language):
    files = {kind: ElementTree.parse(site / f"data/graph.{language}.svg") for kind, site in odd_sites.items()}
    drawn = {kind: {(e.tag, *sorted(e.keys())) for e in file.iter()} for kind, file in files.items()}
    assert drawn["hostile"] <= drawn["harmless"]


def test_a_graph_for_graphviz_holds_strings_as_text(odd_sites):
    bare = [re.sub(r'"(\\.|[^"\\])*"', '""', (site / "data/graph.dot").read_text("utf-8")) for site in odd_sites.values()]
    assert bare[0] == bare[1]


def test_no_cell_of_a_table_is_a_formula(odd_sites):
    files = sorted(file.relative_to(odd_sites["hostile"]) for file in odd_sites["hostile"].rglob("*.csv"))
    assert len(files) > 5
    for name in files:
        tables = {kind: list(csv.reader(io.StringIO((site / name).read_text("utf-8"), newline=""), strict=True)) for kind, site in odd_sites.items()}
        assert [len(row) for row in tables["hostile"]] == [len(row) for row in tables["harmless"]]
        cells = [cell for row in tables["hostile"] for cell in row]
        assert [cell for cell in cells if re.match(r"\s*[=+@\t\r]|\s*-(?!\d+(\.\d+)?$)", cell)] == [], name


def test_no_cell_of_a_workbook_is_a_formula(odd_sites):
    """Each has the cells of its twin, and every text is a text."""
    names = sorted(file.relative_to(odd_sites["hostile"]) for file in odd_sites["hostile"].rglob("*.xlsx"))
    assert len(names) > 15
    for name in names:
        read = [openpyxl.load_workbook(site / name).active for site in odd_sites.values()]
        kinds = [[[cell.data_type for cell in row] for row in page.iter_rows()] for page in read]
        assert kinds[0] == kinds[1]
        assert {kind for row in kinds[0] for kind in row} <= {"s", "n"}, name


def handed_over(script: bytes) -> tuple[bytes, list[int]]:
    """The call that a script of data makes, and how many things each of its arguments holds: JSON and nothing else."""
    call, arguments = re.fullmatch(rb"([\w.]+)\((.*)\)\n", script, re.DOTALL).groups()
    return call, [len(argument) for argument in json.loads(b"[%s]" % arguments)]


def test_no_other_file_depends_on_what_texts_say(odd_sites):
    known = {"html", "json", "xml", "gz", "gexf", "graphml", "dot", "csv", "xlsx", "svg"}
    names = {kind: {file.relative_to(site) for file in site.rglob("*") if file.is_file()} for kind, site in odd_sites.items()}
    assert names["hostile"] == names["harmless"]
    for name in (name for name in names["hostile"] if name.suffix[1:] not in known):
        one, other = ((odd_sites[kind] / name).read_bytes() for kind in ("hostile", "harmless"))
        assert (handed_over(one) == handed_over(other)) if name.name == "entries.js" else (one == other)


# Messages


@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("takes", [odd.is_text, odd.is_marked, odd.is_formed])
def test_messages_show_strings_as_text(takes, part, tmp_path):
    counted = Counter()
    for text in STRINGS[part :: 4 * STEP]:
        author = odd.Author(lambda field, before, text=text: text, takes)
        problems = said(odd.write(tmp_path, author.fill(odd.files())))
        lines = report(problems).split("\n")
        assert len(lines) == 2 * len(problems) + 1, text
        assert all(re.match(r"data/[\w/.-]+:\d+: .", line) for line in lines[:-1:2]), text
        assert all(re.match(r"  hint: .", line) for line in lines[1::2]), text
        commands = github(problems, 0).split("\n")[: -len(lines)]
        assert len(commands) == len(problems), text
        forms = (rf"::{problem.level} file=data/[\w/.-]+,line=\d+(,title=[^:,\n]*)?::." for problem in problems)
        assert all(map(re.match, forms, commands)), text
        assert [one["message"] for one in json.loads(as_json(problems, 0))["problems"]] == [problem.message for problem in problems]
        assert not INVISIBLE.search(report(problems).replace("\n", ""))
        counted.update(author.counted)
    assert len(counted) > 35


def said(root: Path) -> list[Problem]:
    """Everything that is wrong with a project; something is."""
    with pytest.raises(DataErrors) as errors:
        Project(root).check()
    return errors.value.problems


@pytest.mark.parametrize("text", REFUSED, ids=ascii)
def test_what_nobody_sees_is_refused_in_the_file_and_as_an_escape(text, tmp_path):
    trees = odd.files()
    trees["means.yaml"]["means"][0]["what"]["en"] = text
    file = odd.write(tmp_path, trees) / "data" / "means.yaml"
    assert "an invisible character" in said(tmp_path)[0].message
    escaped = file.read_text("utf-8")
    file.write_bytes(re.sub(r'en: "a.*"', lambda _: f"en: {text}", escaped).encode("utf-8", "surrogatepass"))
    assert re.search("an invisible character|begins with a byte-order mark", said(tmp_path)[0].message)


@pytest.mark.parametrize("text", REFUSED_IN_TEXTS)
def test_what_is_no_letter_is_refused_in_a_text(text, tmp_path):
    trees = odd.files()
    trees["means.yaml"]["means"][0]["what"]["en"] = text
    odd.write(tmp_path, trees)
    assert any(problem.file == "data/means.yaml" and problem.level == "error" for problem in said(tmp_path))


PATHS = (
    "../../evil", "..", ".", "/etc/passwd", "a/b", "a\\b", "a/../../b", "..%2f..%2fevil", "~root", "$HOME", "-rf", "a b", "evil.md", "a#b", "a?b",
    "A", "é", "a\u00a0b",
)  # fmt: skip


@pytest.mark.parametrize("name", [name for name in FILES if name != "links.yaml"])
def test_no_identifier_leads_out_of_its_folder(name, tmp_path):
    project, beside = tmp_path / "here/project", tmp_path / "here"
    for path in PATHS:
        trees = odd.files()
        kind = next(iter(trees[name]))
        record = trees[name][kind][0]
        record["id"] = f"actor:{path}" if name == "moved.yaml" else path
        problems = said(odd.write(project, trees))
        assert any(problem.file == f"data/{name}" and f"'{record['id']}'" in problem.message for problem in problems), path
        with pytest.raises(DataErrors):
            open_site(project, "en", "")
    assert [*tmp_path.iterdir(), *beside.iterdir()] == [beside, project]
    assert not (project / "docs").exists()
