"""The check is the gate of the build: what would stop a build is a problem of the check, with file, line and hint; what it passes, renders."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from support.frozen import write_words
from support.paths import ROOT, TINY
from support.render import renderer

from macros.languages import LANGUAGES
from macros.model.addresses import STUB, pages
from macros.problems import DataErrors
from macros.project import OTHER_MACROS, Project
from macros.reading.revision import Revision
from macros.reading.site_texts import Texts
from macros.rules.facts import RequestedText
from macros.rules.speakers import every_text_has_one_speaker
from macros.rules.texts import IN_SENTENCES
from macros.wording.catalogue import Wording, read_wording


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    """The data of the tiny project with the words of every page and the pages that are written by hand, beside a folder for the program."""
    folder = tmp_path_factory.mktemp("sound")
    shutil.copytree(TINY / "data", folder / "data")
    write_words(folder)
    for page in (ROOT / "docs").rglob("index.md"):
        (copy := folder / page.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
        # The tiny project has other objectives.
        copy.write_text(re.sub(r"\(\.\./objectives/[\d.]+md\)", "(../objectives/2.1.1.md)", page.read_text("utf-8")), "utf-8")
    (folder / "macros").mkdir()
    return folder


@pytest.fixture
def whole(tmp_path, sound) -> Path:
    """A copy of it."""
    return shutil.copytree(sound, tmp_path, dirs_exist_ok=True)


def said(root: Path, base: Path | None = None) -> list[str]:
    try:
        Project(root).check(Revision("base", base) if base else None)
    except DataErrors as errors:
        return [str(problem) for problem in errors.problems]
    return []


def write(name: str, text: str | bytes) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text if isinstance(text, bytes) else text.encode())

    return change


def without(key: str) -> Callable[[Path], None]:
    """Delete a text from the wording of every language."""

    def change(root: Path) -> None:
        for language in LANGUAGES:
            file = root / f"data/wording/{language}.yaml"
            tree = yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)
            *groups, last = key.split(".")
            group = tree
            for name in groups:
                group = group[name]
            del group[last]
            file.write_text(yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10_000, sort_keys=False), "utf-8")

    return change


def delete(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).unlink()


ABOUT, WORDS = "docs/en/about/index.md", "data/wording/en.yaml"
# What somebody does -> the beginning of the first message.
STOPS = {
    "a page of no record": (write("docs/en/nobody.md", '{{ actor("nobody") }}\n'), "docs/en/nobody.md:1: 'actor' finds nothing"),
    "a text that a template asks for": (without("home.no_silence"), "data/wording/en.yaml:"),
    "a text that the program asks for": (without("amount.range"), "data/wording/en.yaml:"),
    "a name of a list that a page shows": (without("vocabulary.scopes"), "data/wording/en.yaml:"),
    "a text that is put together": (without("timeline.beyond"), "data/wording/en.yaml:"),
    "a group of texts that stand in sentences": (without("when"), "data/vocabulary.yaml:"),
    "a text that counts": (without("count.actions"), "data/wording/en.yaml:"),
    "a macro that is none": (write(ABOUT, "# About\n\n{{ hoem() }}\n"), f"{ABOUT}:3: there is no macro 'hoem'\n  hint: did you mean 'home'?"),
    "a macro without its record": (write(ABOUT, "# About\n\n{{ actor() }}\n"), f"{ABOUT}:3: 'actor' is called in another way"),
    "a macro with too much": (write(ABOUT, '---\nx: 1\n---\n{{ home("x") }}\n'), f"{ABOUT}:4: 'home' is called in another way"),
    "a vocabulary that is none": (write(ABOUT, '{{ vocabulary("sates") }}\n'), f"{ABOUT}:1: 'vocabulary' finds nothing"),
    "a brace left open": (write(ABOUT, "# About\n\n{{ home(\n"), f"{ABOUT}:3: this page cannot be read as a template"),
    "a heading with a mark of a template": (write(ABOUT, "# About {#about}\n"), f"{ABOUT}:1: this page cannot be read as a template"),
    "a word in braces": (write(ABOUT, "# About\n{{ europol }}\n"), f"{ABOUT}:2: 'europol' stands in braces, but is no call"),
    "a script": (write(ABOUT, "# About\n\n<script>x()</script>\n"), f"{ABOUT}:3: what a browser runs"),
    "a link to no page": (write(ABOUT, "# About\n\n[x](../objectives/9.9.9.md)\n"), f"{ABOUT}:3: this link leads to ../objectives/9.9.9.md"),
    "an anchor that is gone": (write("docs/en/method/index.md", "# Method\n\nWords.\n"), "docs/en/method/index.md:1: the anchor #graph is gone"),
    "a page in Latin-1": (write(ABOUT, "# About\n\nÀ propos\n".encode("latin-1")), f"{ABOUT}:3: the page is not UTF-8"),
    "a colon in a wording": (write(WORDS, "page:\n  home: Home: sweet\n"), f"{WORDS}:2:"),
    "a key twice in a wording": (write(WORDS, "page: {home: A}\npage: {home: B}\n"), f"{WORDS}:2:"),
    "an empty wording": (write(WORDS, ""), f"{WORDS}:1: the file is empty"),
    "a wording in Latin-1": (write(WORDS, "page: {home: Départ}\n".encode("latin-1")), f"{WORDS}:1: the file is not UTF-8"),
    "no wording": (delete(WORDS), f"{WORDS}:1: the file is missing"),
}


@pytest.mark.parametrize(("change", "message"), STOPS.values(), ids=[name.replace(" ", "_") for name in STOPS])
def test_what_would_stop_a_build_is_a_problem(change, message, sound, whole):
    change(whole)
    told = said(whole, sound)
    assert any(one.startswith(message) for one in told), told[:3]
    assert all("\n  hint: " in one for one in told)


@pytest.mark.parametrize("change", [one for one, message in STOPS.values() if message.startswith("data/wording/en.yaml:") or "UTF-8" in message])
def test_a_base_that_is_broken_so_stops_nobody(change, sound, whole):
    change(whole)
    assert said(sound, whole) == []


def test_a_text_that_no_page_shows_needs_no_speaker():
    def texts(language, **groups):
        leaves = {(group, name): text for group, named in groups.items() for name, text in named.items()}
        return Texts(language, leaves, {path[:length]: 1 for path in leaves for length in (1, 2)})

    words, asked = texts("en", home={"intro": "We read.", "slogan": "The best there is."}), (RequestedText("home.intro", "home.html.j2", 1),)
    found = list(every_text_has_one_speaker({"en": words}, Texts("speakers", {}, {}), asked))
    assert [(one.record, one.message) for one in found] == [
        ("home.intro", 'nobody is named as the speaker of "We read."'),
        ("home.slogan", "no page shows this text"),
    ]


def test_a_vocabulary_that_is_none_is_named_once(whole):
    write(ABOUT, '# About\n\n{{ vocabulary("sates") }}\n')(whole)
    assert [one.split("\n")[0] for one in said(whole)] == [f"{ABOUT}:3: 'vocabulary' finds nothing with the id 'sates'"]


def test_a_sound_project_passes(sound):
    assert said(sound) == []


CALL = re.compile(r"""\{\{ *(\w+)\(["']?(.*?)["']?\) *\}\}""")


def leaves(tree, path=()):
    for key, value in tree.items():
        yield from leaves(value, (*path, key)) if isinstance(value, dict) else [(*path, key)]


def pruned(tree: dict, gone: set[tuple], path: tuple = ()) -> dict:
    """A wording without some of its texts."""
    kept = {key: pruned(value, gone, (*path, key)) if isinstance(value, dict) else value for key, value in tree.items()}
    return {key: value for key, value in kept.items() if (*path, key) not in gone}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_renders_without_the_texts_that_nobody_asks_for(language):
    """Whatever text the check lets go from both languages, no page needs: all of them go at once."""
    facts = Project(ROOT).facts
    asked = {one.key for one in facts.requested}
    in_sentences = {group for _, group, _ in IN_SENTENCES}
    shown = {"vocabulary"}  # its own rule looks at what pages show
    gone = {path for path in facts.wordings[language].texts if ".".join(path) not in asked and path[0] not in in_sentences | shown}
    whole = read_wording(ROOT / "data", language)
    wording = Wording(language, pruned(dict(whole.texts), gone))
    made = renderer(wording, facts.plan, ROOT)
    calls = {(macro, argument, "method/") for text in facts.documents.values() if not STUB.fullmatch(text) for macro, argument in CALL.findall(text)}
    assert {("home", "", "method/"), ("vocabulary", "roles", "method/")} <= calls
    for macro, argument, address in [*((page.macro, page.argument, page.address) for page in pages(facts.plan)), *calls]:
        if macro != "contributing":
            made.page(macro, argument, address)
        if macro not in OTHER_MACROS:
            made.meta(macro, argument)
