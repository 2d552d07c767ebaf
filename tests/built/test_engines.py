"""The site as the maintained forks of generator and theme make it: the same addresses, texts, links and headings, but for what is listed."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from support.built_site import Built, copy_frozen
from support.paths import ROOT

# `make forks` installs them and asks for this.
pytestmark = pytest.mark.skipif(os.environ.get("ENGINE") != "forks", reason="make forks")

# What differs on every page, each with what is to be done about it once the site goes over. Pattern in the page of the forks -> in its place.
ACCEPTED = {
    # Each names itself.
    r'<meta name="generator" content="[^"]*">': "",
    # Each brings its own style sheet.
    r"assets/stylesheets/main\.\w+\.min\.css": "main.css",
    # The fork has a bar and a menu of contents of its own; frame.css hides neither yet, and nav-item.html has to leave it the name __toc.
    r' data-mx-topbar="\w+"': "",
    r'<input class="md-toggle" data-md-toggle="toc" type="checkbox" id="__toc" autocomplete="off">': "",
    r'<label class="md-overlay" for="__toc"></label>': "",
    # Its button to the top, which its own script would show.
    r'<div class="md-top" .*?</div>\s*</div>': "",
    # Hooks of scripts that no page loads.
    r" data-md-scrollfix": "",
}
BLANK = re.compile(r"\s+")


def shape(html: str) -> list[str]:
    """The elements and texts of a page one after the other, without blanks and without what is accepted."""
    for pattern, replacement in ACCEPTED.items():
        html = re.sub(pattern, replacement, html, flags=re.DOTALL)
    # A policy holds hashes of what stands in the frame.
    html = re.sub(r"'sha256-[^']+' ?", "", html)
    pieces = re.split(r"(<[^>]*>)", html)
    return [piece for piece in (BLANK.sub(" ", piece).strip().replace(" >", ">") for piece in pieces) if piece]


@pytest.fixture(scope="session")
def forked(tmp_path_factory) -> Path:
    """The site of the frozen data, built with the forks."""
    folder = copy_frozen(tmp_path_factory.mktemp("forks"))
    environment = os.environ | {"SITE_URL": "https://host.example/tracker", "ENGINE": "forks"}
    command = [ROOT / ".venv-forks/bin/python", "tools/build.py"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_the_forks_write_the_same_pages_and_files(frozen: Built, forked: Path):
    def files(site: Path) -> set[str]:
        found = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
        return {file for file in found if not re.match(r"(?:fr/)?assets/(?:stylesheets|images)/", file)}

    assert files(forked) ^ files(frozen.site) == set()


def test_each_page_of_the_forks_is_the_same(frozen: Built, forked: Path):
    for page in sorted(frozen.site.rglob("*.html")):
        ours, theirs = (shape(file.read_text("utf-8")) for file in (page, forked / page.relative_to(frozen.site)))
        assert theirs == ours, page.relative_to(frozen.site)
