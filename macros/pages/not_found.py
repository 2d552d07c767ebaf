"""What the page says that stands for an address without one: it speaks in every language, for nobody knows which the reader has."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.languages import LANGUAGES
from macros.model.addresses import INDEXES
from macros.wording.catalogue import Wording

# The pages to which it leads.
PAGES = ("objectives/", "actors/", "countries/", "")


@dataclass(frozen=True)
class NotFound:
    """What it says in one language, and the pages of that: address below its folder, and name."""

    language: str
    folder: str
    title: str
    text: str
    pages: list[tuple[str, str]]


def not_found(wordings: Iterable[Wording]) -> list[NotFound]:
    """The page that is not there, in each language."""
    return [
        NotFound(
            words.language,
            LANGUAGES[words.language].folder,
            words.say("not_found.title"),
            words.say("not_found.text"),
            [(address, words.say(f"page.{INDEXES[address] or 'home'}")) for address in PAGES],
        )
        for words in wordings
    ]
