"""The contributor guide: its worked examples hold against the frozen data, both languages teach the same, every link leads on."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from support.frozen import PLAN, copy_data
from support.guides import FENCE, TEXTS
from support.paths import FROZEN, ROOT

from macros.languages import LANGUAGES
from macros.messages import speaking
from macros.model.records import Development
from macros.pages.guide import guide
from macros.problems import DataErrors, report
from macros.project import Project, Site
from macros.reading.revision import Revision
from macros.reading.yaml_tree import read_tree
from macros.rules.facts import read_facts
from macros.wording.catalogue import read_wording

REPOSITORY = "https://repository.example/tracker"
NAMES = " and ".join(one.guide for one in LANGUAGES.values())
# A file, and in it the record and its field; the file alone where it is new or has one record.
PLACE = re.compile(r"@@ (data/\S+\.yaml)(?:: .+)? @@")
LINE = re.compile(r"(?<=\.yaml:)\d+")
LINK = re.compile(r"\]\(([^)\s]+)\)")
GOOD, BAD = {"👍 **Good:**", "👍 **Bien\u00a0:**"}, {"👎 **Not good:**", "👎 **À éviter\u00a0:**"}
ACTS = ["a status", "a mistake", "an action", "an actor", "a translation"]


@dataclass
class Change:
    """Lines of a data file as they are and as they are to be, and what the check then answers: nothing where it finds no problem."""

    file: str
    old: str
    new: str
    answer: str = ""

    def apply(self, root: Path) -> None:
        """Make the change in a copy of the data."""
        if not self.old:
            (root / self.file).parent.mkdir(parents=True, exist_ok=True)
            (root / self.file).write_text(self.new, "utf-8")
            return
        text = (root / self.file).read_text("utf-8")
        assert text.count(self.old) == 1, f"the worked example in {NAMES} quotes lines that tests/frozen/{self.file} has not\n{self.old}"
        (root / self.file).write_text(text.replace(self.old, self.new), "utf-8")


def sections(text: str) -> dict[str, str]:
    """Heading -> what stands below it, for each part of a guide."""
    return {part.splitlines()[0]: part for part in re.split(r"(?m)^## ", text)[1:]}


def changes(section: str) -> list[Change]:
    """The worked example of an act, step by step; the answer of the check stands below the step."""
    found: list[Change] = []
    for kind, code in FENCE.findall(section):
        if kind == "diff":
            place, *lines = code.splitlines(keepends=True)
            old, new = ("".join(line[1:] for line in lines if line[0] in signs) for signs in (" -", " +"))
            found.append(Change(PLACE.fullmatch(place.strip())[1], old, new))
        elif found:
            found[-1].answer = code
    return found


def answer(root: Path, language: str) -> str:
    """What `check --base` prints about faults and notices, without the numbers of lines, which every change moves; the frozen data is published."""
    with speaking(language):
        try:
            found = Project(root).check(Revision("main", FROZEN))
        except DataErrors as errors:
            found = errors.problems
        return LINE.sub("…", f"{report(found)}\n") if found else ""


def worked(language: str) -> dict[str, list[Change]]:
    """Heading -> the worked example below it, where there is one."""
    return {heading: found for heading, section in sections(TEXTS[language]).items() if (found := changes(section))}


WORKED = worked("en")


@pytest.mark.parametrize("language", TEXTS)
def test_whoever_reads_three_hundred_words_knows_how_to_begin(language):
    assert len(TEXTS[language].partition("\n## ")[0].split()) <= 300


def test_every_act_has_a_worked_example():
    assert [heading.split(maxsplit=1)[1] for heading in WORKED] == ACTS


@pytest.mark.parametrize(("language", "act"), [(language, act) for language in LANGUAGES for act in worked(language)])
def test_the_check_answers_a_worked_example_as_the_guide_says(language, act, tmp_path):
    copy_data(tmp_path)
    for step in worked(language)[act]:
        step.apply(tmp_path)
        assert answer(tmp_path, language) == LINE.sub("…", step.answer), (
            f"the check no longer answers so to the worked example in {NAMES}: update the example"
        )


def test_every_act_shows_a_wrong_version_and_its_message():
    assert all(any(step.answer for step in steps) for steps in WORKED.values())


def test_lines_that_are_gone_are_named_in_plain_words(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/actors.yaml").write_text("actors:\n", "utf-8")
    with pytest.raises(AssertionError, match=r"CONTRIBUTING.md .* quotes lines that tests/frozen/data/actors.yaml has not"):
        Change("data/actors.yaml", "- id: gone\n", "").apply(tmp_path)


def twins() -> list[tuple[str, str]]:
    """Each part of the guide in both languages."""
    return list(zip(*(sections(text).values() for text in TEXTS.values()), strict=True))


@pytest.mark.parametrize(("english", "french"), twins())
def test_both_languages_have_the_same_examples(english, french):
    assert [(step.file, step.old, step.new, bool(step.answer)) for step in changes(english)] == [
        (step.file, step.old, step.new, bool(step.answer)) for step in changes(french)
    ]


@pytest.mark.parametrize(("english", "french"), twins())
def test_both_languages_have_the_same_steps_pairs_and_words_of_the_data(english, french):
    def frame(text: str) -> list[str]:
        return re.findall(r"^(?:\d\.|- (?:👍|👎)|\||###)(?= )|`[^`\n]+`", FENCE.sub("", text), re.MULTILINE)

    assert sorted(frame(english)) == sorted(frame(french))


@pytest.mark.parametrize("language", LANGUAGES)
def test_good_and_not_good_come_in_pairs_with_words_beside_the_signs(language):
    for heading, section in sections(TEXTS[language]).items():
        marks = re.findall(r"^- ((?:👍|👎) \*\*[^*]+\*\*)", section, re.MULTILINE)
        assert {*marks[::2]} <= GOOD
        assert {*marks[1::2]} <= BAD
        assert len(marks) % 2 == 0
        assert bool(marks) == (heading in list(sections(TEXTS[language]))[1:6])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_called_good_is_what_the_frozen_data_says(language):
    told = 0
    for line in re.findall(r"^- 👍.*", TEXTS[language], re.MULTILINE):
        words = re.findall(r"`([^`]+)`", line)
        action = PLAN.actions.get(words[0]) if words else None
        for field, value in (word.split(": ") for word in words if ": " in word):
            told += 1
            if field == "part_of":
                assert PLAN.actors[words[0]].part_of == value
            elif field == "state":
                assert action.state == value
            else:
                assert (words[1], value) in {(part.actor, part.role) for part in action.actors}
    assert told == 5


def anchors(text: str) -> set[str]:
    """Anchors on GitHub and on the site alike. A heading with an accent has two different ones there, so it needs one of its own."""
    headings = re.findall(r"(?m)^#+ (.+)$", FENCE.sub("", text))
    plain = {heading.lower().replace(" ", "-") for heading in headings if re.fullmatch(r"[A-Za-z ]+", heading)}
    return plain | set(re.findall(r'<a id="([^"]+)"></a>', text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_the_guide_leads_somewhere_in_the_repository(language):
    for link in LINK.findall(FENCE.sub("", TEXTS[language])):
        if ":" not in link:
            file, _, anchor = link.partition("#")
            target = (ROOT / file) if file else ROOT / LANGUAGES[language].guide
            assert target.exists(), link
            if anchor:
                text = target.read_text("utf-8")
                assert anchor in anchors(text) or f"{{ #{anchor} }}" in text, link


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_the_page_leads_to_a_page_or_to_the_repository(language):
    page = ROOT / "docs" / language / "contribute"
    for link in LINK.findall(FENCE.sub("", guide(ROOT, language, REPOSITORY))):
        if link.startswith(f"{REPOSITORY}/blob/main/"):
            assert (ROOT / link.removeprefix(f"{REPOSITORY}/blob/main/").partition("#")[0]).exists()
        elif ":" not in link and not link.startswith("#"):
            assert (page / link.partition("#")[0]).resolve().is_relative_to(ROOT / "docs" / language)
            assert (page / link.partition("#")[0]).exists()


@pytest.mark.parametrize(("language", "there"), [("en", "../fr/contribute/"), ("fr", "../../contribute/")])
def test_the_page_leads_to_itself_in_the_other_language(language, there):
    assert f'<a href="{there}" hreflang=' in guide(ROOT, language, REPOSITORY)


def test_code_of_the_guide_reaches_the_page_as_it_is(tmp_path):
    code = "```diff\n+ [x](y.md) {{ 7*7 }} {# no #} {% raw %} <b> *not* &amp;\n```\n"
    (tmp_path / "CONTRIBUTING.md").write_text(f"# T\n\n[x](y.md)\n\n{code}", "utf-8")
    assert guide(tmp_path, "en", REPOSITORY) == f"# T\n\n[x]({REPOSITORY}/blob/main/y.md)\n\n{code}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_site_is_the_guide(language):
    assert "{{ contributing() }}" in (ROOT / "docs" / language / "contribute/index.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "as reported on 17 October 2008", "as of 20 November 2026"),
        ("fr", "selon le rapport du 17 octobre 2008", "situation au 20 novembre 2026"),
    ],
)
def test_a_page_tells_a_later_assessment_from_what_was_reported(language, old, new, tmp_path):
    copy_data(tmp_path)
    step = next(iter(WORKED.values()))[0]
    replace(step, file="data/assessments/2.1.2/2026-11-20.yaml").apply(tmp_path)
    page = Site(tmp_path, language, REPOSITORY, read_facts(tmp_path)).renderer.page("objective", "2.1.2", "objectives/2.1.2/")
    assert (page.count(new), page.count(old)) == (1, 2)  # the newest once; that of 2008 in a line, and in full below
    assert page.index(new) < page.index(old)


def test_the_development_of_the_guide_is_one_whose_words_were_seen():
    (shown,) = {file for text in TEXTS.values() for file in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)}
    development = Development.model_validate(read_tree(shown)[0])
    assert development.proof == "seen"
    assert any(development.date.printed in one.quotation for one in development.evidence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_calls_the_links_of_pages_by_their_names(language):
    words = read_wording(ROOT / "data", language)
    told = TEXTS[language].replace("\u00a0", " ")
    for name in ("edit.correct", "edit.edit", "edit.by_form", "edit.by_file", "edit.report", "form.assessment", "form.development"):
        assert f"**{words.say(name)}**" in told
