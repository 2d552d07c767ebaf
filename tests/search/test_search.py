"""What the search finds: its entries, and, where Node is installed, the engine over those of the frozen data."""

import json
import os
import shutil
import subprocess

import pytest
from support.frozen import PLAN, WORDS
from support.paths import ROOT

from macros.languages import LANGUAGES
from macros.lookups import Lookups
from macros.model import addresses
from macros.model.kinds import NAMED
from macros.model.values import Figure
from macros.pages.search import SearchEntries
from macros.pages.sections import sections, written_pages
from macros.reading.site_texts import read_site_texts
from macros.wording.labels import Labels

NODE = shutil.which("node")


@pytest.fixture(scope="module")
def entries() -> dict[str, SearchEntries]:
    documents, lookups = read_site_texts(ROOT).documents, Lookups(PLAN, {})
    return {name: SearchEntries(Labels(PLAN, WORDS[name]), lookups, written_pages(documents, name)) for name in LANGUAGES}


def figures() -> set[tuple[str, str]]:
    """Each figure as printed, with the address of its record."""
    records = [(kind, record) for kind in NAMED for record in PLAN.of(kind).values()]
    shapes = ((kind, record, shape) for kind, record in records for _, shape in record.shapes)
    return {(shape.printed, addresses.address(PLAN, kind, record.id)) for kind, record, shape in shapes if isinstance(shape, Figure)}


@pytest.mark.skipif(not NODE, reason="Node is missing: install it (on Debian: apt-get install nodejs)")
def test_the_engine_finds_what_readers_ask(entries, tmp_path):
    for name, own in entries.items():
        (tmp_path / f"{name}.json").write_text(json.dumps([entry.written() for entry in own.all()]), "utf-8")
    (tmp_path / "figures.json").write_text(json.dumps(sorted(figures())), "utf-8")
    command = [str(NODE), "--test", "tests/search/engine.test.js"]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"ENTRIES": str(tmp_path)}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "skipped 0" in done.stdout and "pass 0" not in done.stdout


def test_every_named_record_has_an_entry_in_each_language(entries):
    for own in entries.values():
        found = {(entry.kind, entry.url) for entry in own.all()}
        assert {(kind, addresses.address(PLAN, kind, id)) for kind in NAMED for id in PLAN.of(kind)} <= found


def test_no_status_stands_beside_an_entry_without_its_date(entries):
    for own in entries.values():
        assert all(any(map(str.isdigit, entry.shown)) for entry in own.all() if entry.kind == "objectives")


def test_what_is_listed_for_a_country_is_an_entry(entries):
    listed = {(entry.url, entry.title): entry.shown for entry in entries["en"].all() if entry.kind == "values"}
    assert all(listed.values())
    assert len(listed) == len({(entry.country, one.id) for one in PLAN.indicators.values() for entry in one.entries})


def test_quotations_keep_their_language(entries):
    assert {language for own in entries.values() for entry in own.all() for language in entry.quotes} == {"fr"}


def test_the_file_of_entries_is_one_call_of_a_script(entries):
    text = entries["en"].script()
    assert text.startswith("tracker.search([") and text.endswith(")\n") and text.count("\n") == 1
    assert not set(text) & {"\u2028", "\u2029"}


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("---\ntitle: x\n---\n\n# Mills\n\nA *mill* [turns](a.md).", [("Mills", "mills", "A mill turns.")]),
        ("# Mills { #m }\n## Sails\n- one\n- two", [("Mills", "m", ""), ("Sails", "sails", "one two")]),
        ("# Mills\n\n```yaml\n# no heading\n```\n| a | b |\n|---|---|\n| c | `d` |", [("Mills", "mills", "a b c d")]),
        ("no heading", []),
    ],
)
def test_a_page_is_cut_at_its_headings(markdown, expected):
    assert [(part.title, part.anchor, part.text) for part in sections(markdown, "en")] == expected


def test_a_section_knows_the_lists_of_words_that_it_shows():
    assert sections('# M\n## S\n{{ vocabulary("states") }}', "en")[1].vocabularies == ["states"]
