"""What the settings of the sites say: every value of mkdocs.yml, and of the file of each other language, as text, with its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.languages import FIRST, LANGUAGES
from macros.messages import tell
from macros.problems import Problem
from macros.reading.text_file import UnreadableFile, read_text
from macros.reading.yaml_faults import diagnose
from macros.reading.yaml_suspects import LOADER

MAIN = "mkdocs.yml"


@dataclass(frozen=True)
class Settings:
    """Path of keys, and of places in lists -> text and line, of one file and the language of its site. Tags stand before texts."""

    file: str
    language: str
    values: Mapping[tuple[str, ...], tuple[str, int]]

    def said(self, path: tuple[str, ...]) -> str | None:
        """The text at a path: empty where the main file has none, and None where another one leaves it to that."""
        return self.values[path][0] if path in self.values else "" if self.file == MAIN else None

    def below(self, path: tuple[str, ...]) -> dict[tuple[str, ...], str]:
        """Path -> text of what stands at a path and inside it."""
        return {one: text for one, (text, _) in self.values.items() if one[: len(path)] == path}

    def problem(self, path: tuple[str, ...], message: str, hint: str) -> Problem:
        """A problem at a value, or at the beginning where there is none."""
        return Problem(self.file, self.values.get(path, ("", 1))[1], ".".join(path), message, hint)


def read_settings(root: Path) -> tuple[list[Settings], list[Problem]]:
    """The settings that are there and can be read, and what is wrong with the others. No tag is followed, and nothing is run."""
    found: list[Settings] = []
    problems: list[Problem] = []
    for language in LANGUAGES:
        file = root / (MAIN if language == FIRST else f"mkdocs.{language}.yml")
        if not file.is_file():
            continue
        try:
            found.append(Settings(file.name, language, dict(_values(_tree(read_text(file)), ()))))
        except UnreadableFile as fault:
            problems.append(Problem(file.name, fault.line, "", tell("settings.no_site", reason=fault.message), fault.hint))
    return found, problems


def _tree(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        raise UnreadableFile(*diagnose(error, text.split("\n"), 1)[:3]) from None


def _values(node: yaml.Node | None, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[str, int]]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _values(value, (*path, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for place, value in enumerate(node.value):
            yield from _values(value, (*path, str(place)))
    elif isinstance(node, yaml.ScalarNode):
        said = f"{node.tag} {node.value}" if node.tag.startswith("!") else node.value
        yield path, (said, node.start_mark.line + 1)
