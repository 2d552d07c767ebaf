"""What a project says beside its records: the words of pages in data/wording/, the pages in docs/, and the remarks on pages of records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.languages import FIRST, LANGUAGES
from macros.messages import tell
from macros.model.kinds import KINDS, OWN_FILES
from macros.problems import Problem
from macros.reading.text_file import UnreadableFile, is_passing, read_text
from macros.reading.yaml_tree import read_tree

# The file beside the wordings that says who speaks in their texts.
SPEAKERS_FILE = "speakers"

# Folders of docs/ into which the build writes files for readers to take away.
EXPORTS = ("data", "schema")
# The entries of the search, below the folder of each language.
SEARCH = "search/entries.js"


@dataclass(frozen=True)
class Texts:
    """The wording of a language: path of keys -> text, and the line of each path."""

    language: str
    texts: Mapping[tuple, Any]
    lines: Mapping[tuple, int]

    @property
    def file(self) -> str:
        return f"data/wording/{self.language}.yaml"

    def problem(self, path: tuple, message: str, hint: str, line: int = 0, level: str = "error") -> Problem:
        """A problem at a text, or at a given line."""
        return Problem(self.file, line or self.lines[path], ".".join(map(str, path)), message, hint, level)


@dataclass(frozen=True)
class SiteTexts:
    """The wordings that can be read, by language; the pages that can be read, by path; what is wrong with the others; who speaks in the texts.

    `others` are the files that lie in docs/ and remarks/ and are no page, nor written by the build, and those in folders of records beside data/.
    """

    wordings: Mapping[str, Texts]
    documents: Mapping[str, str]
    problems: list[Problem]
    speakers: Texts | None
    others: tuple[str, ...]


def read_site_texts(root: Path) -> SiteTexts:
    """The words of pages, and the pages, of a project folder."""
    found: dict[str, Texts] = {}
    pages: dict[str, str] = {}
    problems: list[Problem] = []
    for name in (*LANGUAGES, *([SPEAKERS_FILE] if (root / "data" / "wording" / f"{SPEAKERS_FILE}.yaml").exists() else [])):
        try:
            found[name] = _wording(root, name)
        except UnreadableFile as fault:
            problems.append(Problem(f"data/wording/{name}.yaml", fault.line, ".".join(map(str, fault.path)), fault.message, fault.hint))
    speakers = found.pop(SPEAKERS_FILE, None)
    for language in LANGUAGES:
        for name in sorted(file.relative_to(root).as_posix() for top in ("docs", "remarks") for file in (root / top / language).rglob("*.md")):
            try:
                pages[name] = (root / name).read_text("utf-8")
            except UnicodeDecodeError as error:
                line = error.object[: error.start].count(b"\n") + 1
                problems.append(Problem(name, line, "", tell("files.page_not_utf_8"), tell("files.save_encoding_utf_8")))
    return SiteTexts(found, pages, problems, speakers, tuple(_others(root)))


def _others(root: Path) -> Iterator[str]:
    pages = tuple(f"{top}/{language}/" for top in ("docs", "remarks") for language in LANGUAGES)
    exports = tuple(f"docs/{FIRST}/{name}/" for name in EXPORTS)
    written = {"docs/README.md", "remarks/README.md", *(f"docs/{language}/{SEARCH}" for language in LANGUAGES)}
    files = (file for top in ("docs", "remarks") for file in (root / top).rglob("*") if not file.is_dir() and not is_passing(file))
    for name in sorted(file.relative_to(root).as_posix() for file in files):
        is_page = name.endswith(".md") and name.startswith(pages)
        is_export = name.startswith(exports) and ".md" not in name.rpartition("/")[2]
        if not (is_page or is_export or name in written):
            yield name
    for top in (KINDS[kind].file for kind in OWN_FILES):
        yield from sorted(file.relative_to(root).as_posix() for file in (root / top).rglob("*.y*ml"))


def _wording(root: Path, language: str) -> Texts:
    try:
        tree, lines = read_tree(read_text(root / "data" / "wording" / f"{language}.yaml"))
    except FileNotFoundError:
        raise UnreadableFile(1, tell("common.file_missing"), tell("common.restore_from_last_commit")) from None
    if not isinstance(tree, dict):
        raise UnreadableFile(1, tell("files.file_empty_does_not"), tell("common.restore_from_last_commit"))
    return Texts(language, dict(leaves(tree)), lines)


def leaves(tree: Any, path: tuple = ()) -> Iterator[tuple[tuple, Any]]:
    """Path of keys -> value of everything in a tree that holds nothing more."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, (*path, key))
    else:
        yield path, tree
