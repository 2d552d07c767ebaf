"""A word that somebody adds to the vocabulary of the tiny project, says where the check asks for it, and uses in a record."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from macros.model.addresses import pages
from macros.model.plan import Plan
from macros.model.shape import InVocabulary, Use
from macros.reading.load import load
from macros.wording.catalogue import read_wording
from support.paths import ROOT
from support.render import renderer

WORD = "brand-new"
LANGUAGES = ("en", "fr")
# What the check says to somebody whose word has no text in the pages yet.
ASKED = re.compile(r"add  \S+: …  there under  (\w+):")


def with_real_wording(project: Path) -> Path:
    """The project with the pages' words of the real one, so that its pages can be written, and no table of verbs that asks for others."""
    (project / "data/verbs.yaml").write_text("verbs: []\n", "utf-8")
    shutil.copytree(ROOT / "data/wording", project / "data/wording", dirs_exist_ok=True)
    return project


def add(project: Path, vocabulary: str, problems: Callable[[Path], list[str]]) -> None:
    """Add a word at the end of a list, with no more than it needs, and the texts for which the check asks."""
    file = project / "data/vocabulary.yaml"
    lists = re.split(r"^(?=\w+:$)", file.read_text("utf-8"), flags=re.MULTILINE)
    word = f"- {{id: {WORD}, label: {{en: Brand new, fr: Tout neuf}}}}\n"
    file.write_text("".join(one.rstrip("\n") + f"\n{word}" if one.startswith(f"{vocabulary}:\n") else one for one in lists), "utf-8")
    for group in dict.fromkeys(ASKED.findall("\n".join(problems(project)))):
        for language in LANGUAGES:
            wording = project / f"data/wording/{language}.yaml"
            wording.write_text(re.sub(rf"^{group}:$", f"{group}:\n  {WORD}: new", wording.read_text("utf-8"), flags=re.MULTILINE), "utf-8")


def uses(plan: Plan, vocabulary: str) -> list[Use]:
    """The places of a plan where somebody wrote a word of the list."""
    words = (use for use in plan.uses if isinstance(use.mark, InVocabulary) and use.mark.vocabulary == vocabulary)
    return [use for use in words if (*use.record.place.path, *use.path) in use.record.place.lines]


def use(project: Path, where: Use) -> None:
    """Write the new word in the place of the one that stands there."""
    place = where.record.place
    file = project / place.file
    lines = file.read_text("utf-8").splitlines(keepends=True)
    index = place.line(*where.path) - 1
    lines[index], times = re.subn(rf'(?<=\b{where.field}: )"?{re.escape(where.value)}"?(?=[,}}\s])', WORD, lines[index], count=1)
    assert times, f"{where.value} does not stand in {lines[index]}"
    file.write_text("".join(lines), "utf-8")


def written(project: Path) -> Iterator[str]:
    """Every page that the data give, in both languages."""
    plan = load(project)
    for language in LANGUAGES:
        made = renderer(read_wording(project / "data", language), plan, project)
        for page in pages(plan):
            yield made.page(page.macro, page.argument, page.address)
        yield from (made.page(macro, "", address) for macro, address in (("home", ""), ("data", "data/")))
