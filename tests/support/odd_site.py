"""A site whose every text is hostile, and its twin with harmless text of the same shape; built once for all tests."""

import json
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from macros.evidence.quotations import runs, seal, words
from macros.model.records import REPORT
from support import odd
from support.built_site import copy, once
from support.hostile import STRINGS
from support.paths import ROOT, TINY

# Words that print a value are held against it: they stay as they are, and so do the places and quotations of the tiny project.
PROVEN = (
    "When.printed", "Period.printed", "Figure.printed", "Figure.max_printed", "Entry.printed", "Entry.value_printed", "Journal.printed",
    "Moment.printed", "Evidence.locator", "Evidence.quotation", "OtherWords.quotation", "Source.number", "Verb.forms",
)  # fmt: skip
# What is refused where nothing else asks for it stands only where the tiny project has it.
ASKED_FOR = ("Actor.part_as", "Action.because", "Finding.because")
NOTHING_FOUND = ("nothing found", "rien trouvé")
# Labels stand on every page hundreds of times: they get fewer strings than texts, but all together get all. What came since is short.
FEW, MANY = 2, 6


def harmless(text: str) -> str:
    """Text of the same shape, with a letter in the place of every sign."""
    return re.sub(r"[^\w\s]", "x", text)


def make(folder: Path, hostile: bool) -> Path:
    """The tiny project with a string in every text, and the real pages that are written by hand; their links lead to an objective that is there."""
    copy(folder, TINY / "data")
    for file in (folder / "docs").rglob("*.md"):
        file.write_text(re.sub(r"objectives/2\.\d\.\d\.md", "objectives/2.1.1.md", file.read_text("utf-8")), "utf-8")
    shutil.rmtree(folder / "data" / "wording")
    shutil.copytree(ROOT / "data" / "wording", folder / "data" / "wording")
    trees = odd.Author(_composed(hostile)).fill(_read_otherwise(odd.files()))
    _quote(folder / "data" / "fingerprints" / f"{REPORT}.json", trees, hostile)
    return odd.write(folder, trees)


def _read_otherwise(trees: dict[str, Any]) -> dict[str, Any]:
    """The data with a finding that is read otherwise than its words are, and so says why."""
    finding = next(one for one in trees["findings.yaml"]["findings"] if "weakness" not in one)
    finding |= {"weakness": "yes", "because": {"en": "a", "fr": "b"}}
    return trees


def _composed(hostile: bool) -> odd.Say:
    """Each field gets some strings before and behind its own words, the next field the next ones."""
    number = count()

    def say(field: str, before: str) -> str | None:
        if field in PROVEN or (field in ASKED_FOR and not before) or (field == "Country.names_printed" and before):
            return None
        if field == "GlossaryTerm.term":
            return before  # a term that stands in other texts leads there, with its meaning
        if field == "Word.label" and before.lower() in NOTHING_FOUND:
            return before  # sentences that rest on nothing say it
        many = 1 if field.startswith("Since.") else FEW if field.startswith("Word.") else MANY
        at = next(number) * many
        strings = [STRINGS[(at + n) % len(STRINGS)] for n in range(many)]
        first, *others = strings if hostile else map(harmless, strings)
        return " ".join([first, before, *others])

    return say


def _quote(file: Path, trees: dict[str, Any], hostile: bool) -> None:
    """Let the report print each string, at a place that is called after it, and quote it; let it print the titles as they are now."""
    record = json.loads(file.read_text("utf-8"))
    del record["seal"]
    areas, sections = trees["actions.yaml"]["areas"], trees["findings.yaml"]["sections"]
    titled = [*areas, *(objective for area in areas for objective in area["objectives"]), *(s for s in sections if s.get("official") != "no")]
    printed = {f"{one['id']} title": one["title"]["fr"] for one in titled}
    quoting = [record for tree in trees.values() for records in tree.values() for record in records if "evidence" in record]
    for number, string in enumerate(STRINGS):
        text = f"{string} dit le rapport ici" if hostile else harmless(f"{string} dit le rapport ici")
        if len(words(text)) <= 20:
            locator = " ".join(f"fn {100 + number} {string if hostile else harmless(string)}".split())
            printed[locator] = text
            quoting[number % len(quoting)]["evidence"].append({"source": REPORT, "locator": locator, "quotation": text})
    for locator, text in printed.items():
        record["units"][locator] = "".join(runs(words(text), REPORT, locator))
    file.write_text(json.dumps({"seal": seal(record)} | record, ensure_ascii=False), "utf-8")


@pytest.fixture(scope="session")
def odd_sites(tmp_path_factory) -> dict[str, Path]:
    """The site whose every text is hostile, and its harmless twin."""
    return {name: once(tmp_path_factory, name, partial(make, hostile=name == "hostile")).site for name in ("hostile", "harmless")}


@contextmanager
def at_a_port(site: Path) -> Iterator[str]:
    """The address of a site, which lies in a folder of its host, while it is served on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site.parent)))
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
    server.shutdown()
    server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass
