"""The plan in tests/frozen/ and the words of its pages: what tests say of them stays true whatever happens to data/."""

import shutil
from pathlib import Path
from typing import Any

import yaml

from macros.languages import FIRST, LANGUAGES
from macros.model import addresses as links
from macros.reading.load import load
from macros.wording.catalogue import Wording, read_wording
from support.paths import FROZEN, ROOT

PLAN = load(FROZEN)
ADDRESSES = [*links.INDEXES, *(page.address for page in links.pages(PLAN) if page.argument)]


def _as_it_was(text: Any, frozen: Any) -> Any:
    """A text as it was when it was frozen; a new one as it is. What the program no longer asks for is left out."""
    if isinstance(text, dict):
        kept = frozen if isinstance(frozen, dict) else {}
        return {key: _as_it_was(value, kept.get(key)) for key, value in text.items()}
    return frozen if isinstance(frozen, str) else text


def _words(language: str) -> Wording:
    now, frozen = (read_wording(root / "data", language).texts for root in (ROOT, FROZEN))
    return Wording(language, _as_it_was(now, frozen))


WORDS: dict[str, Wording] = {language: _words(language) for language in LANGUAGES}


def write_words(folder: Path) -> None:
    """Write the words of every page into a copy of the frozen data."""
    for language, words in WORDS.items():
        text = yaml.safe_dump(words.texts, allow_unicode=True, sort_keys=False, width=float("inf"))
        (folder / "data" / "wording" / f"{language}.yaml").write_text(text, "utf-8")
        # The program speaks as it does today.
        name = f"messages.{language}.yaml"
        shutil.copy(ROOT / "data" / "wording" / name, folder / "data" / "wording" / name)
    # Words of another time need not say who speaks: the whole of them stands as the interface.
    groups = "".join(f"- {group}\n" for group in WORDS[FIRST].texts if group != "speaker")
    (folder / "data" / "wording" / "speakers.yaml").write_text(f"interface:\n{groups}", "utf-8")


def copy_data(folder: Path) -> None:
    """Copy the frozen data, with the words of every page."""
    shutil.copytree(FROZEN / "data", folder / "data")
    write_words(folder)
