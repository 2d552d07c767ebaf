"""The check of the built site: nothing is broken there, and each kind of fault that is planted in a copy is named with its source."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.built_site import Built
from support.frozen import PLAN, WORDS
from support.paths import ROOT

from macros.model.addresses import outside, pages
from macros.reading.load import load

HOST = "https://host.example/tracker/"


def check(project: Path, site: Path, *options: str) -> tuple[int, str, str]:
    """Run the check of a project on a folder: exit code, what it printed, what it complained."""
    done = subprocess.run([sys.executable, "-m", "macros", "links", str(site), *options], cwd=project, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def line_of(kind: str, id: str) -> str:
    """File and line of a record."""
    place = getattr(PLAN, kind)[id].place
    return f"{place.file}:{place.line()}"


def line_in(file: str, words: str) -> int:
    """The first line of a file that holds these words."""
    return next(number for number, line in enumerate((ROOT / file).read_text("utf-8").splitlines(), 1) if words in line)


@dataclass(frozen=True)
class Planted:
    """A fault: the file of the site, what stands there once at least, what is written instead (at the first place), and the message."""

    file: str
    old: str
    new: str
    message: str


ACTION, ACTOR = line_of("actions", "2.5.2-1"), line_of("actors", "cepol")
RAW = "overrides/404.html:1"
PLANTED = {
    "a page that is not there": Planted(
        "objectives/2.5.2/index.html",
        'Responsible</a> <a href="../../actors/cepol-board/">',
        'Responsible</a> <a href="../../actors/cepol-bord/">',
        f"{ACTION}: objectives/2.5.2/: the link 'Governing Board of CEPOL' leads to actors/cepol-bord/, where there is no page\n"
        "  hint: did you mean 'actors/cepol-board/'? (this page is made by docs/en/objectives/2.5.2.md)",
    ),
    "an anchor that is not there": Planted(
        "fr/actors/cepol/index.html",
        'href="../../objectives/2.5.2/#2.5.2-1">2.5.2-1',
        'href="../../objectives/2.5.2/#2.5.2-11">2.5.2-1',
        f"{ACTOR}: fr/actors/cepol/: the link '2.5.2-1' leads to fr/objectives/2.5.2/#2.5.2-11, where there is no such anchor\n"
        "  hint: did you mean '#2.5.2-1'? (this page is made by docs/fr/actors/cepol.md)",
    ),
    "a link that is written by hand": Planted(
        "fr/method/index.html",
        '<a href="../objectives/2.5.2/">2.5.2</a>',
        '<a href="../objectives/2.5.22/">2.5.2</a>',
        f"docs/fr/method/index.md:{line_in('docs/fr/method/index.md', '[2.5.2](')}: fr/method/: "
        "the link '2.5.2' leads to fr/objectives/2.5.22/, where there is no page\n"
        "  hint: did you mean 'fr/objectives/2.5.2/'?",
    ),
    "a raw link in the frame": Planted(
        "404.html",
        'href="/tracker/objectives/">Objectives</a>',
        'href="/tracker/objective/">Objectives</a>',
        f"{RAW}: 404.html: the link 'Objectives' leads to objective/, where there is no page\n  hint: did you mean 'objectives/'?",
    ),
    "a link outside the folder of the site": Planted(
        "404.html",
        'href="/tracker/actors/">Actors</a>',
        'href="/actors/">Actors</a>',
        f"{RAW}: 404.html: the link 'Actors' leads to /actors/, which is broken: File not found",
    ),
    "an asset": Planted(
        "about/index.html",
        'href="../site.css',
        'href="../sites.css',
        "docs/en/about/index.md:1: about/: <link href> leads to sites.css, where there is no file\n  hint: did you mean 'site.css'?",
    ),
    "a script": Planted(
        "about/index.html",
        '<script src="../assets/tracker.js',
        '<script src="../assets/traker.js',
        "docs/en/about/index.md:1: about/: <script src> leads to assets/traker.js, where there is no file\n  hint: did you mean 'assets/tracker.js'?",
    ),
    "an image": Planted(
        "accessibility/index.html",
        "</h1>",
        '</h1><img src="../mill.png" srcset="../mill-2.png 2x" alt="A mill">',
        "docs/en/accessibility/index.md:1: accessibility/: the image 'A mill' leads to mill.png, where there is no file",
    ),
    "an image of another size": Planted(
        "accessibility/index.html",
        "</h1>",
        "</h1>",
        "docs/en/accessibility/index.md:1: accessibility/: the image 'A mill' leads to mill-2.png, where there is no file",
    ),
    "a picture for sharing": Planted(
        "about/index.html",
        f'content="{HOST}assets/share.png"',
        f'content="{HOST}assets/shared.png"',
        "docs/en/about/index.md:1: about/: <meta og:image> leads to assets/shared.png, where there is no file\n"
        "  hint: did you mean 'assets/share.png'?",
    ),
    "a canonical address": Planted(
        "fr/about/index.html",
        f'rel="canonical" href="{HOST}fr/about/"',
        f'rel="canonical" href="{HOST}about/"',
        f"docs/fr/about/index.md:1: fr/about/: its canonical address is {HOST}about/\n  hint: it must be {HOST}fr/about/",
    ),
    "a hreflang": Planted(
        "actors/cepol/index.html",
        f'hreflang="fr" href="{HOST}fr/actors/cepol/"',
        f'hreflang="fr" href="{HOST}fr/actors/europol/"',
        f"{ACTOR}: actors/cepol/: its hreflang fr is {HOST}fr/actors/europol/\n"
        f"  hint: it must be {HOST}fr/actors/cepol/ (this page is made by docs/en/actors/cepol.md)",
    ),
    "a hreflang that is not returned": Planted(
        "fr/actors/cepol/index.html",
        "</h1>",
        "</h1>",
        f"{ACTOR}: fr/actors/cepol/: actors/cepol/ is this page in another language, and does not point back\n"
        "  hint: mend its hreflang fr (this page is made by docs/fr/actors/cepol.md)",
    ),
    "a link to the other language": Planted(
        "fr/about/index.html",
        'hreflang="en" href="../../about/"',
        'hreflang="en" href="../../method/"',
        f"docs/fr/about/index.md:1: fr/about/: the link 'English' to the other language leads to {HOST}method/\n"
        "  hint: it must lead to the same page",
    ),
    "a page missing in the sitemap": Planted(
        "sitemap.xml",
        f"<loc>{HOST}about/</loc>",
        f"<loc>{HOST}abouts/</loc>",
        f"overrides/sitemap.xml:1: sitemap.xml: does not name {HOST}about/\n  hint: the page is built, and search engines may find it",
    ),
    "an entry too many in the sitemap": Planted(
        "sitemap.xml",
        "<loc>",
        "<loc>",
        f"overrides/sitemap.xml:1: sitemap.xml: names {HOST}abouts/, which is no page to be found\n  hint: did you mean 'about/'?",
    ),
    "an entry of the sitemap with another hreflang": Planted(
        "fr/sitemap.xml",
        f'hreflang="en" href="{HOST}glossary/"',
        f'hreflang="en" href="{HOST}glossaire/"',
        f"overrides/sitemap.xml:1: fr/sitemap.xml: the entry of {HOST}fr/glossary/ has the hreflang en {HOST}glossaire/\n"
        "  hint: it must be the same page",
    ),
    "a redirect": Planted(
        "countries/gb/index.html",
        'content="0; url=../../countries/uk/"',
        'content="0; url=../../countries/ukk/"',
        "docs/en/countries/gb.md:1: countries/gb/: <meta refresh> leads to countries/ukk/, where there is no page\n"
        "  hint: did you mean 'countries/uk/'?",
    ),
    "a download that is not there": Planted(
        "fr/data/index.html",
        'href="../../data/actions.csv" download',
        'href="../../data/action.csv" download',
        f"docs/fr/data/index.md:1: fr/data/: the link '{WORDS['fr'].say('data.actions_csv')}' leads to data/action.csv, where there is no file\n"
        "  hint: did you mean 'data/actions.csv'?",
    ),
    "an empty download": Planted(
        "data/actions.csv", "", "", "macros/export/__init__.py:1: data/actions.csv: the file is empty\n  hint: make it again:  make site"
    ),
    "a download that is no JSON": Planted(
        "data/plan.json", "{", "", "macros/export/__init__.py:1: data/plan.json: cannot be read as JSON: Extra data"
    ),
    "a download of rows that differ": Planted(
        "data/indicators.csv",
        ",",
        ",,",
        "macros/export/__init__.py:1: data/indicators.csv: its rows do not have the same number of columns",
    ),
    "a damaged workbook": Planted(
        "data/actions.xlsx", "2.1.1-2", "2.1.1-x", "macros/export/__init__.py:1: data/actions.xlsx: its part xl/sharedStrings.xml is damaged"
    ),
    "a download that is no workbook": Planted(
        "data/actions.fr.xlsx",
        "PK\x05\x06",
        "",
        "macros/export/__init__.py:1: data/actions.fr.xlsx: cannot be read as XLSX: File is not a zip file",
    ),
    "an id that stands twice": Planted(
        "objectives/2.5.2/index.html",
        "</h1>",
        '</h1><p id="2.5.2-1"></p>',
        f"{line_of('objectives', '2.5.2')}: objectives/2.5.2/: the id '2.5.2-1' stands 2 times\n"
        "  hint: an id is an anchor: give each element its own (this page is made by docs/en/objectives/2.5.2.md)",
    ),
    "a label of nothing": Planted(
        "glossary/index.html",
        "</h1>",
        '</h1><p aria-describedby="term">x</p>',
        "docs/en/glossary/index.md:1: glossary/: aria-describedby of <p> names 'term', which is no id of this page\n  hint: did you mean '#terms'?",
    ),
    "a link in a picture": Planted(
        "areas/2.5/index.html",
        "</h1>",
        '</h1><svg><a href="../../objectives/2.5.9/"><text>drawn</text></a></svg>',
        f"{line_of('areas', '2.5')}: areas/2.5/: the link 'drawn' leads to objectives/2.5.9/, where there is no page\n"
        "  hint: did you mean 'objectives/2.",
    ),
    "an old link in a picture": Planted(
        "areas/2.4/index.html",
        "</h1>",
        '</h1><svg><a xlink:href="#drawn"><text>drawn</text></a></svg>',
        f"{line_of('areas', '2.4')}: areas/2.4/: the link 'drawn' leads to areas/2.4/#drawn, where there is no such anchor",
    ),
    "a result of the search": Planted(
        "fr/search/entries.js",
        '{"u":"about/"',
        '{"u":"abouts/"',
        "mkdocs.yml:1: fr/search/entries.js: the result 'À propos' leads to abouts/, where there is no page\n  hint: did you mean 'fr/about/'?",
    ),
}


@pytest.fixture(scope="module")
def spoilt(frozen_site: Path, tmp_path_factory) -> Path:
    """A copy of the site with every fault."""
    copy = tmp_path_factory.mktemp("spoilt") / "site"
    shutil.copytree(frozen_site, copy)
    for name, planted in PLANTED.items():
        file = copy / planted.file
        content, old = file.read_bytes(), planted.old.encode()
        assert old in content, f"{name}: {planted.old} does not stand in {planted.file}"
        file.write_bytes(content.replace(old, planted.new.encode(), 1) if old else b"")
    return copy


@pytest.fixture(scope="module")
def found(frozen: Built, spoilt: Path) -> list[str]:
    """The messages about that copy."""
    code, _, said = check(frozen.project, spoilt)
    assert code == 1
    *messages, total = re.split(r"\n(?!  hint: )", said.strip())
    assert total == f"{len(messages)} broken."
    return messages


@pytest.mark.parametrize("name", ["built", "frozen"])
def test_every_link_of_the_built_site_leads_somewhere(name, request):
    built: Built = request.getfixturevalue(name)
    code, said, complained = check(built.project, built.site)
    assert (code, complained) == (0, "")
    number = {what: int(number) for number, what in re.findall(r"(\d+) ([\w ]+)", said.partition(".")[0])}
    assert number["links"] > 10_000
    assert number["anchors"] > 1_000
    assert number["downloads"] > 20
    assert number["redirects"] == 2 * sum(page.macro == "moved" for page in pages(load(built.project)))
    assert number["sitemap entries"] * 3 == number["hreflang"] - 3 * number["redirects"]
    assert said.endswith("All lead somewhere.\n")


@pytest.mark.parametrize("planted", [pytest.param(one, id=name.replace(" ", "_")) for name, one in PLANTED.items()])
def test_a_broken_site_is_told_of(planted, found):
    assert [message for message in found if message.startswith(planted.message)], "\n".join(found)


def test_nothing_is_told_but_what_is_broken(found):
    told = {message for message in found if any(message.startswith(planted.message) for planted in PLANTED.values())}
    assert sorted(set(found) - told) == []


def test_messages_are_sorted(found):
    places = [re.match(r"(.+?):(\d+): ", message).groups() for message in found]
    assert places == sorted(places, key=lambda place: (place[0], int(place[1])))


def test_a_fault_of_every_page_is_told_a_few_times_and_counted_to_a_workflow_at_its_source(frozen, spoilt, tmp_path):
    shutil.copytree(spoilt, copy := tmp_path / "site", copy_function=os.link)
    (copy / "site.css").unlink()
    code, _, said = check(frozen.project, copy, "--format", "github")
    assert code == 1
    broken = "<link href> leads to site.css, where there is no file"
    assert sum(broken in line and line.startswith("::error ") for line in said.splitlines()) == 5
    assert re.search(r"\(the same on \d{3} more pages\)", said)
    file, line = ACTION.split(":")
    start = f"::error file={file},line={line},title=objectives/2.5.2/::the link 'Governing Board of CEPOL' leads to actors/cepol-bord/"
    assert [one for one in said.splitlines() if one.startswith(start)]


def test_a_folder_without_a_site_is_refused(tmp_path):
    code, said, complained = check(ROOT, tmp_path)
    assert (code, said) == (2, "")
    assert complained == f"{tmp_path} holds no built site: make one with  make site\n"


# Signs that mean something in an address, a pattern, what is written in its place, a shell or a file name of another system.
FOLDER = "mes documents/http:/a$1b/é*~/plan{a,b}/a+(b)|c^/plan[y]/-x/q\"'\\w/cent%20/plan?q/plan#1"


def test_the_folder_of_a_site_changes_nothing(tmp_path, frozen, spoilt, found):
    shutil.copytree(spoilt, copy := tmp_path / FOLDER, copy_function=os.link)
    _, _, complained = check(frozen.project, copy)
    assert re.split(r"\n(?!  hint: )", complained.strip())[:-1] == found


def test_every_outside_link_of_the_pages_comes_from_the_data_or_is_written_by_hand(frozen_site):
    """So that a link which is recorded dead falls back wherever it stands."""
    by_hand = "".join(file.read_text("utf-8") for file in (*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")))
    known = {*outside(PLAN), *(link.archived for link in PLAN.links.values())}
    unknown = set()
    for file in frozen_site.rglob("*.html"):
        for address in re.findall(r'<a [^>]*href="(https?://[^"]+)"', file.read_text("utf-8")):
            address = address.replace("&amp;", "&")
            if not address.startswith(("https://repository.example/", "https://host.example/")) and address not in known and address not in by_hand:
                unknown.add(f"{address} on {file.relative_to(frozen_site)}")
    assert unknown == set(), "make it with ExternalLinks"
