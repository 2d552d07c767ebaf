"""The HTML of one page of each type is that of the standard, as the checker of its authors says; what the theme writes is listed."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from support.page_types import PAGES
from support.paths import ROOT

CHECKER = ROOT / "tests/validator/node_modules/vnu-jar/build/dist/vnu.jar"
# What Material writes, and does no harm: browsers ignore it.
THEME = {
    'Attribute "autocomplete" is only allowed when the input type is': "the boxes that open the menu",
    'The value of the "for" attribute of the "label" element must be the ID of a non-hidden form control': "the heading of the table of contents",
}


def faults(*files: Path) -> list[str]:
    """File, line and what is wrong there."""
    assert CHECKER.exists() and shutil.which("java"), "the checker is missing: make validator"
    done = subprocess.run(["java", "-jar", CHECKER, "--errors-only", "--format", "json", *files], capture_output=True, text=True)
    found = json.loads(done.stderr)["messages"]
    plain = str.maketrans("“”", '""')
    return [f"{one['url'].partition('/tracker/')[2]}:{one['lastLine']}: {one['message'].translate(plain)}" for one in found]


@pytest.fixture(scope="module")
def found(frozen_site) -> list[str]:
    pages = [frozen_site / root / address for address in PAGES.values() for root in (("", "fr/") if not address else ("",))]
    return faults(*(page if page.suffix == ".html" else page / "index.html" for page in pages))


def test_pages_are_valid(found):
    assert [fault for fault in found if not any(known in fault for known in THEME)] == []


def test_what_is_listed_of_the_theme_is_there(found):
    assert [known for known in THEME if not any(known in fault for fault in found)] == []


def test_the_checker_finds_what_is_wrong(tmp_path):
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>T</title><p><svg><text unicode-bidi="plaintext">a</text></svg><ul></p></ul>', "utf-8")
    said = faults(page)
    assert any(re.search("unicode-bidi", fault) for fault in said)
    assert any("No" in fault for fault in said)
