"""`pytest --bless`: takes what the program says for what it should say, where pictures and accounts of tests/tiny/ say otherwise."""

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path
from typing import Protocol

import pytest

from support.paths import ROOT

BEFORE = pytest.StashKey[dict[Path, str]]()


class Expected(Protocol):
    """What should be said, and where other words are written for it."""

    messages: str
    drawn_in: Path

    def accept(self, messages: str) -> None: ...


class Account:
    """A file that is what should be said."""

    def __init__(self, file: Path):
        self.drawn_in, self.messages = file, file.read_text("utf-8")

    def accept(self, messages: str) -> None:
        self.drawn_in.write_text(messages, "utf-8")


@pytest.fixture
def says(request) -> Callable[[str, Expected], None]:
    """Compares what is said with what should be; with --bless, writes it there."""

    def compare(said: str, expected: Expected) -> None:
        if said != expected.messages and (before := request.config.stash.get(BEFORE, None)) is not None:
            before.setdefault(expected.drawn_in, expected.drawn_in.read_text("utf-8"))
            expected.accept(said)
        else:
            assert said == expected.messages

    return compare


def pytest_addoption(parser) -> None:
    parser.addoption("--bless", action="store_true", help="write into tests/tiny/ what is said there now, and show what changed")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config) -> None:
    """Files are written by one process."""
    if config.option.bless:
        config.stash[BEFORE] = {}
        config.option.numprocesses = 0


def pytest_collection_modifyitems(config, items: list[pytest.Item]) -> None:
    """Only what can be blessed is run."""
    if config.option.bless:
        others = [item for item in items if "says" not in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in others]


def pytest_terminal_summary(terminalreporter, config) -> None:
    for file, before in config.stash.get(BEFORE, {}).items():
        name = str(file.relative_to(ROOT))
        lines = unified_diff(before.splitlines(), file.read_text("utf-8").splitlines(), name, name, n=1, lineterm="")
        terminalreporter.write("\n".join(lines) + "\n")
